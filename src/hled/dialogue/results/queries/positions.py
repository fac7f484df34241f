"""What the Parties themselves hold of commitments, as known on a day."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol, TypeVar

from django.db.models import Q, QuerySet

from hled.dialogue.results.domain.facts import PositionFacts
from hled.dialogue.results.models import Position
from hled.interfaces.asked import Asked
from hled.kernel.party import parties_in_order


def position_facts(recorded_by: datetime | None) -> tuple[PositionFacts, ...]:
    """Every position that the store knew at a moment, with the days from and until which it holds."""
    known = Q() if recorded_by is None else Q(entered_at__lte=recorded_by)
    return tuple(
        PositionFacts(
            row.subject,
            row.commitment_id,
            row.party,
            row.status,
            row.on,
            row.until
            if recorded_by is None or (row.replaced_at and row.replaced_at <= recorded_by)
            else None,
        )
        for row in Position.objects.filter(known)
    )


def commitment_of_position(subject: str) -> str:
    """Identifier of the commitment on which a position is held; empty where none is held on the subject."""
    return Position.objects.filter(subject=subject).values_list("commitment_id", flat=True).first() or ""


class OfParty(Protocol):
    """What belongs to a Party by its code; to both where the code is empty."""

    @property
    def party(self) -> str: ...


T = TypeVar("T", bound=OfParty)


def in_order(things: Iterable[T], language: str) -> list[T]:
    """Those of the Parties in the order of the language, then those of both."""
    places = {party.value: place for place, party in enumerate(parties_in_order(language))}
    return sorted(things, key=lambda each: places.get(each.party, len(places)))


def positions_on(commitment: str, asked: Asked) -> QuerySet[Position]:
    """The positions that hold on the day asked for, as the store knew them at the moment asked for."""
    rows = Position.objects.filter(commitment=commitment, on__lte=asked.as_of)
    ended = Q(until__lte=asked.as_of)
    if asked.recorded_by is not None:
        rows = rows.filter(entered_at__lte=asked.recorded_by)
        ended &= Q(replaced_at__lte=asked.recorded_by)
    return rows.exclude(ended)
