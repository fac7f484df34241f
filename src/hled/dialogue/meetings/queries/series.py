"""The bodies that meet, as they stood on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from hled.dialogue.meetings.domain.cadence import Cadence, Rest, Series, cadences
from hled.dialogue.meetings.domain.series import FOUNDED, SeriesKind
from hled.dialogue.meetings.models import MeetingSeries
from hled.dialogue.results.domain.facts import MeetingFacts
from hled.interfaces.problems import not_found
from hled.kernel.bilingual import Bilingual

INTERVAL_FROM = {each.id: each.interval_from for each in FOUNDED if each.interval_from}
"""Series -> commitment that sets its interval, where the founding document does not."""


def series_known(id: str) -> MeetingSeries:
    """
    Raises
    ------
    NotFoundError
        PG-01, when no body has the identifier.
    """
    found = MeetingSeries.objects.filter(pk=id).first()
    if found is None:
        raise not_found("series", id)
    return found


@dataclass(frozen=True)
class Member:
    party: str
    agency: str
    name: Bilingual
    leads: bool
    office: Bilingual | None


@dataclass(frozen=True)
class SeriesView:
    """
    A body that meets.

    Parameters
    ----------
    cadence
        Where it stands on the day; None where no interval is set, or none of its meetings is known.
    tasks
        Commitments of its action plan, in their order.
    """

    row: MeetingSeries
    title: Bilingual
    mandate: Bilingual | None
    members: tuple[Member, ...]
    tasks: tuple[str, ...]
    rests: tuple[Rest, ...]
    cadence: Cadence | None
    rests_since: date | None

    @property
    def id(self) -> str:
        return self.row.id

    @property
    def kind(self) -> SeriesKind:
        return SeriesKind(self.row.kind)

    @property
    def interval_from(self) -> str:
        return INTERVAL_FROM.get(self.row.id, "")


def _rows(as_of: date, recorded_by: datetime | None) -> QuerySet[MeetingSeries]:
    known = Q(since__lte=as_of)
    if recorded_by is not None:
        known &= Q(entered_at__lte=recorded_by)
    return MeetingSeries.objects.filter(known).prefetch_related("pauses")


def _rests(row: MeetingSeries, recorded_by: datetime | None) -> tuple[Rest, ...]:
    return tuple(
        Rest(each.paused_on, each.resumed_on)
        for each in row.pauses.all()
        if recorded_by is None or each.entered_at <= recorded_by
    )


def promised_series(as_of: date, *, recorded_by: datetime | None = None) -> tuple[Series, ...]:
    """Series in force on a day that have an interval, as the rhythm of meetings is reckoned from them."""
    return tuple(
        Series(
            row.id,
            row.id if row.kind == SeriesKind.WORKING_GROUP else row.kind,
            Bilingual(row.title_en, row.title_es),
            row.period_months,
            row.since,
            row.document_id or "",
            _rests(row, recorded_by),
        )
        for row in _rows(as_of, recorded_by)
        if row.period_months
    )


def series_seen(
    as_of: date, meetings: Sequence[MeetingFacts], *, recorded_by: datetime | None = None
) -> tuple[SeriesView, ...]:
    """Every body in force on a day, with its members, its plan of action and where its rhythm stands."""
    rhythm = {
        each.series.code: each
        for each in cadences(meetings, as_of, series=promised_series(as_of, recorded_by=recorded_by))
    }
    rows = MeetingSeries.objects.filter(
        pk__in=[each.pk for each in _rows(as_of, recorded_by)]
    ).prefetch_related("members__agency", "members__office", "tasks", "pauses")
    return tuple(_seen(row, rhythm.get(row.id), as_of, recorded_by) for row in rows)


def one_series(
    id: str, as_of: date, meetings: Sequence[MeetingFacts], *, recorded_by: datetime | None = None
) -> SeriesView:
    """
    Raises
    ------
    NotFoundError
        PG-01, when none of the name was in force on the day.
    """
    for each in series_seen(as_of, meetings, recorded_by=recorded_by):
        if each.id == id:
            return each
    raise not_found("series", id)


def _seen(
    row: MeetingSeries, cadence: Cadence | None, as_of: date, recorded_by: datetime | None
) -> SeriesView:
    rests = _rests(row, recorded_by)
    resting = [
        each.paused_on
        for each in rests
        if each.paused_on <= as_of and (each.resumed_on is None or as_of < each.resumed_on)
    ]
    return SeriesView(
        row=row,
        title=Bilingual(row.title_en, row.title_es),
        mandate=Bilingual(row.mandate_en, row.mandate_es) if row.mandate_en and row.mandate_es else None,
        members=tuple(
            Member(
                each.party,
                each.agency_id,
                Bilingual(each.agency.name_en, each.agency.name_es),
                each.leads,
                Bilingual(each.office.title_en, each.office.title_es) if each.office else None,
            )
            for each in row.members.all()
        ),
        tasks=tuple(each.commitment_id for each in row.tasks.all()),
        rests=rests,
        cadence=cadence,
        rests_since=resting[0] if resting else None,
    )
