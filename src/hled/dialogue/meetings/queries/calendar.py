"""Entries of the calendar: meetings, meetings that are due, due dates, holidays of both countries."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time

from django.db.models import Q

from hled.dialogue.meetings.domain.cadence import Cadence
from hled.dialogue.meetings.domain.calendar import Entry, EntryKind
from hled.dialogue.meetings.domain.holidays import federal_holidays
from hled.dialogue.meetings.domain.planning import State
from hled.dialogue.meetings.queries.planned import Reader, meetings_for
from hled.dialogue.meetings.queries.series import SeriesView
from hled.dialogue.results.domain.dates import the_day
from hled.dialogue.workplan.models import Commitment, Milestone
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party

YEARS_BACK, YEARS_AHEAD = 1, 2
"""Whole years of holidays before and after the present one."""


def entries(
    as_of: date, seen: Sequence[SeriesView], *, reader: Reader = None, series: SeriesView | None = None
) -> list[Entry]:
    """
    What the calendar of a day holds.

    Parameters
    ----------
    seen
        Every body that meets, with its rhythm.
    series
        Only its meetings and the due dates of its plan of action; holidays stand in every calendar.
    """
    bodies = [series] if series else list(seen)
    return [
        *_meetings(reader, series.id if series else ""),
        *(entry for each in bodies if each.cadence for entry in _next(each, each.cadence)),
        *_due(series.tasks if series else None),
        *_holidays(as_of),
    ]


def _meetings(reader: Reader, series: str) -> Iterator[Entry]:
    rows = meetings_for(reader)
    for row in rows.filter(series_id=series) if series else rows:
        place = Bilingual(row.place_en, row.place_es) if row.place_en and row.place_es else None
        state = State(row.state)
        reason = (
            Bilingual(row.cancelled_en, row.cancelled_es) if row.cancelled_en and row.cancelled_es else None
        )
        yield Entry(
            uid=f"meeting-{row.code}",
            kind=EntryKind.MEETING,
            title=Bilingual(row.title_en, row.title_es),
            begins=row.begins_at,
            ends=row.ends_at,
            zone=row.zone,
            place=place or (_ONLINE if row.online else None),
            about=_STATE.format(state=state.label, reason=reason) if reason else state.label,
            page=f"meetings/{row.code}/",
            stamped=row.changed_at,
            sequence=row.version,
            cancelled=state is State.CANCELLED,
            busy=True,
        )


_ONLINE = Bilingual("Online", "En línea")
_STATE = Bilingual("{state}: {reason}", "{state}: {reason}")


def _next(series: SeriesView, cadence: Cadence) -> Iterator[Entry]:
    """When the next meeting is due; none while the series rests."""
    if cadence.next_due is None:
        return
    last = cadence.last
    told = datetime.combine(last.held_on if last else series.row.since, time(), UTC)
    yield Entry(
        uid=f"next-{series.id}-{cadence.next_due.isoformat()}",
        kind=EntryKind.NEXT,
        title=_NEXT.format(label=series.title),
        begins=cadence.next_due,
        ends=cadence.next_due,
        about=_LAST.format(day=the_day(last.held_on)) if last else None,
        page=f"meetings/series/{series.id}/",
        stamped=told,
    )


_NEXT = Bilingual("Due by today at the latest: {label}", "Corresponde a más tardar hoy: {label}")
_LAST = Bilingual("The last one was held on {day}.", "La última se celebró el {day}.")


def _due(tasks: Sequence[str] | None) -> Iterator[Entry]:
    """Due dates of commitments and milestones, those of some commitments or of all."""
    commitments = Commitment.objects.filter(retired_at__isnull=True, due_on__isnull=False)
    milestones = Milestone.objects.filter(retired_at__isnull=True)
    if tasks is not None:
        commitments = commitments.filter(id__in=tasks)
        milestones = milestones.filter(Q(commitment_id__in=tasks))
    for each in commitments.order_by("id"):
        if each.due_on is not None:
            yield Entry(
                uid=f"due-{each.id}",
                kind=EntryKind.DUE,
                title=_DUE.format(title=Bilingual(each.title_en, each.title_es)),
                begins=each.due_on,
                ends=each.due_on,
                about=Bilingual(each.summary_en, each.summary_es),
                page=f"commitments/{each.id}/",
                stamped=each.entered_at,
            )
    for step in milestones.order_by("id"):
        yield Entry(
            uid=f"milestone-{step.id}",
            kind=EntryKind.DUE,
            title=_DUE.format(title=Bilingual(step.title_en, step.title_es)),
            begins=step.due_on,
            ends=step.due_on,
            page=f"commitments/{step.commitment_id}/",
            stamped=step.entered_at,
        )


_DUE = Bilingual("Due: {title}", "Fecha límite: {title}")


def _holidays(as_of: date) -> Iterator[Entry]:
    first, last = as_of.year - YEARS_BACK, as_of.year + YEARS_AHEAD
    for party in Party:
        for each in federal_holidays(party, range(first, last + 1)):
            yield Entry(
                uid=f"holiday-{party.value}-{each.day.isoformat()}",
                kind=EntryKind.HOLIDAY,
                title=_HOLIDAY.format(country=party.label, name=each.name),
                begins=each.day,
                ends=each.day,
                stamped=_EVER,
            )


_HOLIDAY = Bilingual("{country}: {name}", "{country}: {name}")
_EVER = datetime(2021, 9, 9, tzinfo=UTC)
"""Holidays carry the day of the relaunch as their stamp, so that the same calendar is the same bytes."""
