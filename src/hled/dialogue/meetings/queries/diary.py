"""The calendar of the Dialogue as a list of days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from hled.dialogue.meetings.domain.calendar import Entry
from hled.dialogue.meetings.queries.agenda import facts_of_every, meetings_known
from hled.dialogue.meetings.queries.calendar import entries
from hled.dialogue.meetings.queries.planned import Reader
from hled.dialogue.meetings.queries.series import SeriesView, one_series, series_seen
from hled.dialogue.results.domain.dates import months_after
from hled.interfaces.asked import Asked

MONTHS_AHEAD = 14


@dataclass(frozen=True)
class Bodies:
    """Every body that meets on the day asked for, or one of them alone."""

    every: tuple[SeriesView, ...]
    one: SeriesView | None


def bodies(asked: Asked, series: str = "") -> Bodies:
    """
    Raises
    ------
    NotFoundError
        PG-01, when a series is named that was not in force on the day.
    """
    known = meetings_known(asked.as_of, recorded_by=asked.recorded_by)
    facts = facts_of_every(known, asked.as_of, recorded_by=asked.recorded_by)
    every = series_seen(asked.as_of, facts, recorded_by=asked.recorded_by)
    one = one_series(series, asked.as_of, facts, recorded_by=asked.recorded_by) if series else None
    return Bodies(every, one)


def calendar_entries(asked: Asked, *, series: str = "", reader: Reader = None) -> list[Entry]:
    """
    Raises
    ------
    NotFoundError
        PG-01, when a series is named that was not in force on the day.
    """
    found = bodies(asked, series)
    return entries(asked.as_of, found.every, reader=reader, series=found.one)


def day_of(entry: Entry) -> date:
    """The day of an entry on the clocks of its zone."""
    if isinstance(entry.begins, datetime):
        return entry.begins.astimezone(ZoneInfo(entry.zone)).date()
    return entry.begins


def last_day_of(entry: Entry) -> date:
    if isinstance(entry.ends, datetime):
        return entry.ends.astimezone(ZoneInfo(entry.zone)).date()
    return entry.ends


def months_ahead(found: Iterable[Entry], start: date) -> list[tuple[date, Sequence[Entry]]]:
    """Entries from the first day of a month on, by month."""
    first = start.replace(day=1)
    end = months_after(first, MONTHS_AHEAD)
    chosen = sorted(
        (each for each in found if first <= day_of(each) < end), key=lambda each: (day_of(each), each.uid)
    )
    return [
        (month, list(each)) for month, each in groupby(chosen, key=lambda entry: day_of(entry).replace(day=1))
    ]
