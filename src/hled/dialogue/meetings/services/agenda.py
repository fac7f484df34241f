"""Take something up on an agenda, edit it, move it, drop it: by either Party, with what it said before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Max

from hled.dialogue.meetings.domain.acting import Acting
from hled.dialogue.meetings.domain.editing import MT_13, MT_14, MT_17, MT_18, MovedOnError
from hled.dialogue.meetings.models import AgendaPoint, PlannedMeeting
from hled.dialogue.meetings.services.history import held_still, note
from hled.dialogue.meetings.services.planning import differences
from hled.dialogue.meetings.services.proposing import MT_02
from hled.dialogue.workplan.models import Pillar
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding, require


@dataclass(frozen=True, slots=True)
class Said:
    """
    What a point says; nothing of it is checked yet.

    Parameters
    ----------
    title, reason
        English and Spanish.
    presenter_party
        Party that presents it; empty for both together.
    """

    title: tuple[str, str]
    reason: tuple[str, str]
    minutes: int
    pillar: str
    presenter_party: str = ""
    presenter: str = ""


@transaction.atomic
def take_up(
    *,
    meeting: PlannedMeeting,
    said: Said,
    by: Acting,
    at: datetime,
    kind: str = "party",
    origin: str = "",
    origin_page: str = "",
) -> AgendaPoint:
    """
    Put a point at the end of the agenda of a meeting.

    Parameters
    ----------
    kind
        What led to it: ``alert``, ``finding``, ``bracket``, ``theme``, or ``party`` for a point of a Party's own.
    origin, origin_page
        Public identifier of what led to it, and its address on this site without the language.

    Raises
    ------
    BrokenRuleError
        MT-15, when the agenda is closed; MT-02, MT-14, MT-17 and MT-18, all that apply.
    """
    standing = held_still(meeting)
    findings = list(_unfit(said))
    if origin and standing.agenda.filter(origin=origin, dropped_at__isnull=True).exists():
        findings.append(Finding(MT_18, "origin", origin))
    if findings:
        raise BrokenRuleError(findings)
    last = standing.agenda.aggregate(last=Max("place"))["last"] or 0
    point = AgendaPoint.objects.create(
        meeting=standing, place=last + 1, kind=kind, origin=origin, origin_page=origin_page, **_columns(said)
    )
    _reordered(standing)
    note(standing, "point_taken_up", subject=point.code, after=as_said(point), by=by, at=at)
    return point


@transaction.atomic
def edit_point(*, point: AgendaPoint, said: Said, read: int, by: Acting, at: datetime) -> AgendaPoint:
    """
    Change what a point says.

    Parameters
    ----------
    read
        The version that was read.

    Raises
    ------
    MovedOnError
        MT-13, when it changed meanwhile; nothing is overwritten.
    BrokenRuleError
        MT-15, when the agenda is closed; MT-02, MT-14 and MT-17, all that apply.
    """
    standing = _standing(point, read)
    findings = list(_unfit(said))
    if findings:
        raise BrokenRuleError(findings)
    before = as_said(standing)
    for name, value in _columns(said).items():
        setattr(standing, name, value)
    if as_said(standing) == before:
        return standing
    standing.version += 1
    standing.save()
    was, now = differences(before, as_said(standing))
    note(standing.meeting, "point_edited", subject=standing.code, before=was, after=now, by=by, at=at)
    return standing


@transaction.atomic
def move_point(*, point: AgendaPoint, to: int, read: int, by: Acting, at: datetime) -> AgendaPoint:
    """
    Give a point another place, counted from 1; the others keep their order.

    Parameters
    ----------
    read
        The version of the order of the agenda that was read.

    Raises
    ------
    MovedOnError
        MT-13, when the order changed meanwhile.
    BrokenRuleError
        MT-15, when the agenda is closed.
    """
    meeting = held_still(point.meeting)
    points = list(meeting.agenda.filter(dropped_at__isnull=True))
    order = {each.code: place for place, each in enumerate(points, start=1)}
    require(MT_13, point.code in order, place=point.code)
    if meeting.agenda_version != read:
        raise MovedOnError(meeting.code, read=read, now=meeting.agenda_version, standing=order)
    was = order[point.code]
    to = min(max(to, 1), len(points))
    if was == to:
        return point
    moving = points.pop(was - 1)
    points.insert(to - 1, moving)
    _renumber(points)
    _reordered(meeting)
    note(meeting, "point_moved", subject=point.code, before={"place": was}, after={"place": to}, by=by, at=at)
    point.refresh_from_db()
    return point


@transaction.atomic
def drop_point(*, point: AgendaPoint, read: int, by: Acting, at: datetime) -> AgendaPoint:
    """
    Take a point off the agenda; it stays in the history, and its origin may be taken up again.

    Raises
    ------
    MovedOnError
        MT-13, when it changed meanwhile.
    BrokenRuleError
        MT-15, when the agenda is closed.
    """
    standing = _standing(point, read)
    standing.dropped_at = at
    standing.version += 1
    standing.save()
    _renumber(list(standing.meeting.agenda.filter(dropped_at__isnull=True)))
    _reordered(standing.meeting)
    note(standing.meeting, "point_dropped", subject=standing.code, before=as_said(standing), by=by, at=at)
    return standing


def _standing(point: AgendaPoint, read: int) -> AgendaPoint:
    meeting = held_still(point.meeting)
    standing = AgendaPoint.objects.select_for_update().get(pk=point.pk)
    standing.meeting = meeting
    if standing.version != read or standing.dropped_at is not None:
        raise MovedOnError(standing.code, read=read, now=standing.version, standing=as_said(standing))
    return standing


def _renumber(points: list[AgendaPoint]) -> None:
    for place, each in enumerate(points, start=1):
        each.place = place
    AgendaPoint.objects.bulk_update(points, ["place"])


def _reordered(meeting: PlannedMeeting) -> None:
    PlannedMeeting.objects.filter(pk=meeting.pk).update(agenda_version=F("agenda_version") + 1)
    meeting.refresh_from_db()


def _columns(said: Said) -> dict[str, Any]:
    return {
        "title_en": said.title[0].strip(),
        "title_es": said.title[1].strip(),
        "reason_en": said.reason[0].strip(),
        "reason_es": said.reason[1].strip(),
        "minutes": said.minutes,
        "pillar": said.pillar,
        "presenter_party": said.presenter_party,
        "presenter": said.presenter.strip(),
    }


LONGEST_REASON = 4000


def _unfit(said: Said) -> Iterator[Finding]:
    for name, texts, longest in (("title", said.title, 300), ("reason", said.reason, LONGEST_REASON)):
        for language, text in zip(("en", "es"), texts, strict=True):
            if not 0 < len(text.strip()) <= longest:
                yield Finding(MT_17, f"{name}_{language}", text.strip()[:40])
    if not 1 <= said.minutes <= 480:
        yield Finding(MT_14, "minutes", str(said.minutes))
    if not Pillar.objects.filter(id=said.pillar, retired_at__isnull=True).exists():
        yield Finding(MT_02, "pillar", said.pillar[:20])
    if said.presenter_party not in {"", *Party} or len(said.presenter.strip()) > 200:
        yield Finding(MT_17, "presenter", said.presenter.strip()[:40] or said.presenter_party[:40])


def as_said(point: AgendaPoint) -> dict[str, Any]:
    """What a point says, as its history keeps it."""
    names = (
        "title_en",
        "title_es",
        "reason_en",
        "reason_es",
        "minutes",
        "pillar",
        "presenter_party",
        "presenter",
    )
    return {name: getattr(point, name) for name in names}
