"""Plan a meeting, change its plan, announce it, cancel it, record that it was held."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction

from hled.dialogue.meetings.domain.acting import Acting
from hled.dialogue.meetings.domain.editing import MovedOnError
from hled.dialogue.meetings.domain.planning import (
    MT_06,
    MT_07,
    MT_08,
    MT_09,
    Hours,
    State,
    may_become,
    read_hours,
    said_in_both,
)
from hled.dialogue.meetings.models import MeetingSeries, PlannedMeeting
from hled.dialogue.meetings.services.history import moved, note
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, require


@dataclass(frozen=True, slots=True)
class Plan:
    """
    What a person enters about a meeting; nothing of it is checked yet.

    Parameters
    ----------
    begins, ends
        Local time in `zone`, ``2027-03-04T09:00``.
    title
        English and Spanish; empty in both for the name of the series.
    place
        English and Spanish; empty in both where there is none.
    join_url
        Where the Parties join; never public.
    """

    series: str
    begins: str
    ends: str
    zone: str
    title: tuple[str, str] = ("", "")
    place: tuple[str, str] = ("", "")
    online: bool = False
    join_url: str = ""


@transaction.atomic
def plan_meeting(*, plan: Plan, by: Acting, at: datetime) -> PlannedMeeting:
    """
    Put a meeting into the calendar of both Parties.

    Raises
    ------
    BrokenRuleError
        MT-04 to MT-07 and MT-10, all that apply.
    """
    columns = _columns(plan)
    meeting = PlannedMeeting.objects.create(**columns, planned_at=at, changed_at=at)
    note(meeting, "planned", after=as_planned(meeting), by=by, at=at)
    return meeting


@transaction.atomic
def change_meeting(
    *, meeting: PlannedMeeting, plan: Plan, read: int, by: Acting, at: datetime
) -> PlannedMeeting:
    """
    Change hours, place or words of a planned meeting.

    Parameters
    ----------
    read
        The version that was read.

    Raises
    ------
    MovedOnError
        MT-13, when it changed meanwhile.
    BrokenRuleError
        MT-08, when it is not planned any more; MT-04 to MT-07 and MT-10, all that apply.
    """
    standing = PlannedMeeting.objects.select_for_update().get(pk=meeting.pk)
    if standing.version != read:
        raise MovedOnError(standing.code, read=read, now=standing.version, standing=as_planned(standing))
    require(MT_08, standing.state == State.PLANNED, place=standing.code, found=State(standing.state).label)
    before = as_planned(standing)
    PlannedMeeting.objects.filter(pk=standing.pk).update(**_columns(plan))
    moved(standing, at)
    was, now = differences(before, as_planned(standing))
    note(standing, "changed", before=was, after=now, by=by, at=at)
    return standing


@transaction.atomic
def announce_meeting(*, meeting: PlannedMeeting, by: Acting, at: datetime) -> PlannedMeeting:
    """
    Show a meeting to the public: title, hours, place and agenda; not where to join, nor what a Party keeps.

    Raises
    ------
    BrokenRuleError
        MT-08, when it was cancelled before it was announced.
    """
    standing = PlannedMeeting.objects.select_for_update().get(pk=meeting.pk)
    require(MT_08, standing.state != State.CANCELLED, place=standing.code, found=State(standing.state).label)
    if standing.announced_at is None:
        PlannedMeeting.objects.filter(pk=standing.pk).update(announced_at=at)
        moved(standing, at)
        note(standing, "announced", by=by, at=at)
    return standing


@transaction.atomic
def cancel_meeting(
    *, meeting: PlannedMeeting, reason: tuple[str, str], by: Acting, at: datetime
) -> PlannedMeeting:
    """
    Raises
    ------
    BrokenRuleError
        MT-08, when it is not planned any more; MT-10, without a reason in both languages.
    """
    findings = list(said_in_both(reason=reason))
    if findings:
        raise BrokenRuleError(findings)
    english, spanish = (each.strip() for each in reason)
    standing = _become(meeting, State.CANCELLED, at, cancelled_en=english, cancelled_es=spanish)
    note(standing, "cancelled", after={"reason_en": english, "reason_es": spanish}, by=by, at=at)
    return standing


@transaction.atomic
def hold_meeting(*, meeting: PlannedMeeting, by: Acting, at: datetime) -> PlannedMeeting:
    """
    Record that a meeting was held; from then on the rhythm of its series counts from it.

    Raises
    ------
    BrokenRuleError
        MT-08, when it is not planned any more; MT-09, before it has begun.
    """
    begins = Bilingual(*[_local(meeting.begins_at, meeting.zone)] * 2)
    require(MT_09, meeting.begins_at <= at, place=meeting.code, found=begins)
    standing = _become(meeting, State.HELD, at)
    note(standing, "held", by=by, at=at)
    return standing


def _become(meeting: PlannedMeeting, state: State, at: datetime, **columns: str) -> PlannedMeeting:
    standing = PlannedMeeting.objects.select_for_update().get(pk=meeting.pk)
    now = State(standing.state)
    require(MT_08, may_become(now, state), place=standing.code, found=now.label)
    PlannedMeeting.objects.filter(pk=standing.pk).update(state=state, **columns)
    moved(standing, at)
    return standing


def _columns(plan: Plan) -> dict[str, Any]:
    """Columns of a sound plan."""
    series = MeetingSeries.objects.filter(pk=plan.series).first()
    hours = read_hours(plan.begins, plan.ends, plan.zone)
    findings = [*([] if isinstance(hours, Hours) else hours), *_unfit(plan, series, hours)]
    if findings or series is None or not isinstance(hours, Hours):
        raise BrokenRuleError(findings)
    title = plan.title if any(map(str.strip, plan.title)) else (series.title_en, series.title_es)
    place = [each.strip() or None for each in plan.place]
    return {
        "series": series,
        "title_en": title[0].strip(),
        "title_es": title[1].strip(),
        "place_en": place[0],
        "place_es": place[1],
        "online": plan.online,
        "join_url": plan.join_url.strip(),
        "begins_at": hours.begins_at,
        "ends_at": hours.ends_at,
        "zone": hours.zone,
    }


def _unfit(plan: Plan, series: MeetingSeries | None, hours: object) -> Iterator[Finding]:
    if series is None:
        yield Finding(MT_07, "series", plan.series[:60])
    elif isinstance(hours, Hours):
        day = hours.begins_at.astimezone(ZoneInfo(hours.zone)).date()
        rests = series.pauses.filter(paused_on__lte=day).exclude(resumed_on__lte=day).first()
        if rests:
            yield Finding(MT_07, series.id, rests.paused_on.isoformat())
    if any(map(str.strip, plan.title)):
        yield from said_in_both(title=plan.title)
    if any(map(str.strip, plan.place)):
        yield from (Finding(MT_06, each.place) for each in said_in_both(place=plan.place))
    elif not plan.online:
        yield Finding(MT_06, "place")
    if plan.join_url.strip():
        try:
            URLValidator(schemes=["https"])(plan.join_url.strip())
        except ValidationError:
            yield Finding(MT_06, "join_url", plan.join_url.strip()[:80])


def as_planned(meeting: PlannedMeeting) -> dict[str, Any]:
    """The plan of a meeting as its history keeps it."""
    return {
        "series": meeting.series_id,
        "title_en": meeting.title_en,
        "title_es": meeting.title_es,
        "place_en": meeting.place_en,
        "place_es": meeting.place_es,
        "online": meeting.online,
        "join_url": meeting.join_url,
        "begins": _local(meeting.begins_at, meeting.zone),
        "ends": _local(meeting.ends_at, meeting.zone),
        "zone": meeting.zone,
    }


def _local(moment: datetime, zone: str) -> str:
    return moment.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%dT%H:%M")


def differences(before: dict[str, Any], after: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The fields that differ, before and after."""
    changed = [name for name in after if before.get(name) != after[name]]
    return {name: before.get(name) for name in changed}, {name: after[name] for name in changed}
