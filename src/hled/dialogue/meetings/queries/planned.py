"""Planned and held meetings, for the public or for a Party: agenda, delegations, papers, history."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from hled.dialogue.meetings.domain.planning import State
from hled.dialogue.meetings.domain.series import SeriesKind
from hled.dialogue.meetings.models import AgendaPoint, MeetingChange, Paper, PlannedMeeting, Seat
from hled.dialogue.results.domain.facts import MeetingFacts
from hled.interfaces.problems import not_found
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party

Reader = Party | None
"""For whom something is read: a Party, or the public."""

_CODE = re.compile(r"(PM|AP|MP)-([0-9]{4,12})")


def number_of(code: str, prefix: str) -> int:
    """
    Raises
    ------
    NotFoundError
        PG-01, when the text is no identifier of that kind.
    """
    found = _CODE.fullmatch(code)
    if found is None or found[1] != prefix:
        raise not_found(_KINDS[prefix], code)
    return int(found[2])


_KINDS = {"PM": "meeting", "AP": "agenda point", "MP": "paper"}


def meetings_for(reader: Reader) -> QuerySet[PlannedMeeting]:
    """Every meeting for a Party; what was announced for the public."""
    rows = PlannedMeeting.objects.select_related("series")
    return rows if reader else rows.filter(announced_at__isnull=False)


def meeting_for(reader: Reader, code: str) -> PlannedMeeting:
    """
    Raises
    ------
    NotFoundError
        PG-01, when there is none, or it is not for this reader: the two are not told apart.
    """
    found = meetings_for(reader).filter(pk=number_of(code, "PM")).first()
    if found is None:
        raise not_found("meeting", code)
    return found


def papers_for(reader: Reader) -> QuerySet[Paper]:
    """
    Papers that a reader may open.

    A Party's own stay with it; those between the Parties with both; the public opens public papers of announced meetings.
    """
    rows = Paper.objects.select_related("meeting", "content").defer("content__content")
    if reader is None:
        return rows.filter(seen_by="public", meeting__announced_at__isnull=False)
    return rows.filter(Q(seen_by__in=["parties", "public"]) | Q(party=reader))


def paper_for(reader: Reader, code: str) -> Paper:
    """
    Raises
    ------
    NotFoundError
        PG-01, when there is none, or it is not for this reader.
    """
    found = papers_for(reader).filter(pk=number_of(code, "MP")).first()
    if found is None:
        raise not_found("paper", code)
    return found


def point_for(reader: Reader, code: str) -> AgendaPoint:
    """
    Raises
    ------
    NotFoundError
        PG-01, when there is none, or its meeting is not for this reader.
    """
    number = number_of(code, "AP")
    found = AgendaPoint.objects.filter(meeting__in=meetings_for(reader), pk=number).first()
    if found is None:
        raise not_found("agenda point", code)
    return found


@dataclass(frozen=True)
class Placed:
    """A point in its order, with the hour at which its turn comes."""

    point: AgendaPoint
    place: int
    begins_at: datetime


@dataclass(frozen=True)
class PlannedView:
    """
    What a reader sees of a meeting.

    Parameters
    ----------
    reader
        A Party, or None for the public, who sees neither where to join nor the history.
    """

    row: PlannedMeeting
    reader: Reader

    @property
    def code(self) -> str:
        return self.row.code

    @property
    def state(self) -> State:
        return State(self.row.state)

    @property
    def title(self) -> Bilingual:
        return Bilingual(self.row.title_en, self.row.title_es)

    @property
    def place(self) -> Bilingual | None:
        row = self.row
        return Bilingual(row.place_en, row.place_es) if row.place_en and row.place_es else None

    @property
    def begins(self) -> datetime:
        """When it begins, on the clocks of its zone."""
        return self.row.begins_at.astimezone(ZoneInfo(self.row.zone))

    @property
    def ends(self) -> datetime:
        return self.row.ends_at.astimezone(ZoneInfo(self.row.zone))

    @property
    def day(self) -> date:
        return self.begins.date()

    @property
    def minutes_long(self) -> int:
        return int((self.row.ends_at - self.row.begins_at).total_seconds() // 60)

    @property
    def join_url(self) -> str:
        return self.row.join_url if self.reader else ""

    @cached_property
    def agenda(self) -> tuple[Placed, ...]:
        placed, begins = [], self.begins
        for place, point in enumerate(self.row.agenda.filter(dropped_at__isnull=True), start=1):
            placed.append(Placed(point, place, begins))
            begins = begins + _minutes(point.minutes)
        return tuple(placed)

    @cached_property
    def minutes_planned(self) -> int:
        return sum(each.point.minutes for each in self.agenda)

    @property
    def runs_over(self) -> int:
        """Minutes by which the agenda is longer than the meeting; 0 where it fits."""
        return max(0, self.minutes_planned - self.minutes_long)

    @cached_property
    def seats(self) -> Mapping[Party, Sequence[Seat]]:
        rows = list(self.row.seats.select_related("office"))
        return {party: [each for each in rows if each.party == party] for party in Party}

    @cached_property
    def papers(self) -> tuple[Paper, ...]:
        return tuple(papers_for(self.reader).filter(meeting=self.row).select_related("replaced_by"))

    @cached_property
    def history(self) -> tuple[MeetingChange, ...]:
        """Changes that the reader may know of, the newest first."""
        if self.reader is None:
            return ()
        rows = self.row.changes.filter(kept_by__in=["", self.reader]).order_by("-id")
        return tuple(rows)


def _minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


def planned_view(reader: Reader, code: str) -> PlannedView:
    """
    Raises
    ------
    NotFoundError
        PG-01, when there is none for this reader.
    """
    return PlannedView(meeting_for(reader, code), reader)


def planned_views(reader: Reader, *, series: str = "") -> list[PlannedView]:
    """Meetings for a reader, the latest first."""
    rows = meetings_for(reader).order_by("-begins_at", "-id")
    return [PlannedView(row, reader) for row in (rows.filter(series_id=series) if series else rows)]


def held_here(as_of: date, *, recorded_by: datetime | None = None) -> list[MeetingFacts]:
    """
    Meetings recorded as held and announced by a day, as facts from which a rhythm is reckoned.

    A meeting counts from its announcement: what the public reads about the rhythm tells of no other.
    """
    rows = PlannedMeeting.objects.select_related("series").filter(
        state__in=[State.HELD, State.MINUTES_AGREED], announced_at__date__lte=as_of
    )
    if recorded_by is not None:
        rows = rows.filter(announced_at__lte=recorded_by)
    found = [
        MeetingFacts(
            row.code,
            row.begins_at.astimezone(ZoneInfo(row.zone)).date(),
            row.series_id if row.series.kind == SeriesKind.WORKING_GROUP else row.series.kind,
        )
        for row in rows
    ]
    return [each for each in found if each.held_on <= as_of]
