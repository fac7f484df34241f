"""What the Parties themselves hold of commitments, as known on a day."""

from datetime import datetime

from django.db.models import Q, QuerySet

from hled.dialogue.results.domain.facts import PositionFacts
from hled.dialogue.results.models import Position
from hled.interfaces.asked import Asked


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


def positions_on(commitment: str, asked: Asked) -> QuerySet[Position]:
    """The positions that hold on the day asked for, as the store knew them at the moment asked for."""
    rows = Position.objects.filter(commitment=commitment, on__lte=asked.as_of)
    ended = Q(until__lte=asked.as_of)
    if asked.recorded_by is not None:
        rows = rows.filter(entered_at__lte=asked.recorded_by)
        ended &= Q(replaced_at__lte=asked.recorded_by)
    return rows.exclude(ended)
