"""Meetings held, meetings due, and what the next one should take up."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from hled.dialogue.chronicle.domain.memory import Memory
from hled.dialogue.chronicle.queries import said
from hled.dialogue.meetings.domain.agenda import AgendaSection, propose_agenda
from hled.dialogue.meetings.domain.cadence import Cadence, cadence_alerts, cadences
from hled.dialogue.meetings.models import ProposedItem
from hled.dialogue.meetings.queries.planned import held_here
from hled.dialogue.meetings.queries.series import promised_series
from hled.dialogue.meetings.queries.shelves import MEETINGS
from hled.dialogue.results.domain.alerts import Alert, in_order
from hled.dialogue.results.domain.facts import MeetingFacts
from hled.dialogue.results.queries.standing import Standing
from hled.sources.record.schema import Record


def meetings_known(as_of: date, *, recorded_by: datetime | None = None) -> dict[str, Record]:
    """Meetings held and papers published by a day, in the record's form, by date."""
    found = said(MEETINGS, recorded_by=recorded_by)
    return dict(
        sorted(
            ((id, each) for id, each in found.items() if date.fromisoformat(each["date"]) <= as_of),
            key=lambda pair: (pair[1]["date"], pair[0]),
        )
    )


def meeting_facts(meetings: dict[str, Record]) -> list[MeetingFacts]:
    return [
        MeetingFacts(id, date.fromisoformat(each["date"]), each["level"], each["era"])
        for id, each in meetings.items()
    ]


def facts_of_every(
    meetings: dict[str, Record], as_of: date, *, recorded_by: datetime | None = None
) -> list[MeetingFacts]:
    """Meetings of the record and those held through this store; one that both know counts once."""
    found = meeting_facts(meetings)
    known = {(each.level, each.held_on) for each in found}
    here = held_here(as_of, recorded_by=recorded_by)
    return [*found, *(each for each in here if (each.level, each.held_on) not in known)]


Raise = Callable[[date, datetime | None], Iterable[Alert]]
_RAISERS: list[Raise] = []


def register_alerts(source: Raise) -> None:
    """
    Let a room above raise alerts, as of a day and as recorded by a moment; each says title and page of its subject.

    They are kept with the standing of the day: what changes them says so by `bump_revision`.
    """
    if source not in _RAISERS:
        _RAISERS.append(source)


@dataclass(frozen=True)
class Outlook:
    """Cadence of each series and every alert, those on meetings and of rooms above included, the heaviest first."""

    cadences: tuple[Cadence, ...]
    standing: Standing
    raised: tuple[Alert, ...] = ()

    @cached_property
    def alerts(self) -> tuple[Alert, ...]:
        return in_order((*self.standing.alerts, *cadence_alerts(self.cadences), *self.raised))


_outlooks: Memory[Outlook] = Memory(24)
_agendas: Memory[tuple[AgendaSection, ...]] = Memory(24)


def outlook(standing: Standing, meetings: dict[str, Record]) -> Outlook:
    """What is due and what wants attention; computed once for a standing."""

    def make() -> Outlook:
        facts = facts_of_every(meetings, standing.as_of, recorded_by=standing.recorded_by)
        series = promised_series(standing.as_of, recorded_by=standing.recorded_by)
        raised = (each for raiser in _RAISERS for each in raiser(standing.as_of, standing.recorded_by))
        return Outlook(cadences(facts, standing.as_of, series=series), standing, tuple(raised))

    return _outlooks.recall(standing.key, make)


def agenda(
    standing: Standing, meetings: dict[str, Record], *, per_pillar: int | None = None
) -> tuple[AgendaSection, ...]:
    """What the next meeting should take up, by pillar, each item with its reasons."""
    return _agendas.recall(
        (standing.key, per_pillar),
        lambda: propose_agenda(outlook(standing, meetings).alerts, per_pillar=per_pillar),
    )


def proposed_items(as_of: date, *, recorded_by: datetime | None = None) -> list[ProposedItem]:
    """What was sent to the agenda by a day, the oldest first."""
    rows = ProposedItem.objects.filter(proposed_at__date__lte=as_of)
    return list(rows if recorded_by is None else rows.filter(proposed_at__lte=recorded_by))


def proposed_from(origins: Iterable[str]) -> dict[str, tuple[datetime, str]]:
    """Origin of each item that was sent to the agenda -> when, and by whom."""
    rows = ProposedItem.objects.filter(origin__in=list(origins))
    return {origin: (at, by) for origin, at, by in rows.values_list("origin", "proposed_at", "proposed_by")}
