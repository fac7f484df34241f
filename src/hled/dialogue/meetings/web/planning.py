"""Plan a meeting, change it, announce it, cancel it, record that it was held; seat a delegation; file a paper."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse

from hled.dialogue.delegations.web.visitors import person_of
from hled.dialogue.meetings.domain.editing import MT_16, MovedOnError
from hled.dialogue.meetings.domain.papers import LARGEST, MT_20
from hled.dialogue.meetings.domain.planning import said_in_both
from hled.dialogue.meetings.models import MeetingSeries, PlannedMeeting
from hled.dialogue.meetings.permissions import (
    ANNOUNCE_MEETING,
    CANCEL_MEETING,
    CHANGE_MEETING,
    DRAFT_DECISION,
    DRAFT_MINUTES,
    FILE_PAPER,
    HOLD_MEETING,
    PLAN_MEETING,
    SEAT_DELEGATION,
)
from hled.dialogue.meetings.queries.planned import meeting_for, paper_for, point_for
from hled.dialogue.meetings.services.drafting import draft_decision, draft_minutes
from hled.dialogue.meetings.services.papers import file_paper
from hled.dialogue.meetings.services.planning import (
    Plan,
    announce_meeting,
    as_planned,
    cancel_meeting,
    change_meeting,
    hold_meeting,
    plan_meeting,
)
from hled.dialogue.meetings.services.seats import Seated, seat_delegation
from hled.dialogue.meetings.web.planned import meeting_page
from hled.dialogue.meetings.web.reading import of_meeting, reader_of
from hled.interfaces.acting import does
from hled.interfaces.asked import now
from hled.interfaces.frame import show
from hled.interfaces.problems import shown_findings
from hled.interfaces.typed import sent_number
from hled.kernel.action import Whose
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

ZONES = (
    "America/Mexico_City",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Tijuana",
    "America/Los_Angeles",
    "UTC",
)
"""Zones that the form offers first; any of the list may be written."""


@does(PLAN_MEETING, on=Whose.JOINT)
def plan(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _form(request, typed={"series": request.GET.get("series", ""), "zone": ZONES[0]})
    try:
        made = plan_meeting(plan=_plan(request.POST), by=person_of(request), at=now())
    except BrokenRuleError as error:
        return _form(request, typed=request.POST, findings=shown_findings(error.findings), status=400)
    return HttpResponseRedirect(reverse("planned-meeting", args=[made.code]))


@does(CHANGE_MEETING, on=of_meeting)
def change(request: HttpRequest, code: str) -> HttpResponse:
    meeting = meeting_for(reader_of(request), code)
    if request.method != "POST":
        return _form(request, typed=as_planned(meeting) | {"read": meeting.version}, meeting=meeting)
    try:
        change_meeting(
            meeting=meeting,
            plan=_plan(request.POST),
            read=sent_number(request.POST.get("read")),
            by=person_of(request),
            at=now(),
        )
    except MovedOnError as error:
        return _form(
            request,
            typed=request.POST.dict() | {"read": error.now},
            meeting=meeting,
            findings=shown_findings(error.findings),
            standing=error.standing,
            status=409,
        )
    except BrokenRuleError as error:
        found = shown_findings(error.findings)
        return _form(request, typed=request.POST, meeting=meeting, findings=found, status=400)
    return HttpResponseRedirect(reverse("planned-meeting", args=[code]))


@does(ANNOUNCE_MEETING, on=of_meeting)
def announce(request: HttpRequest, code: str) -> HttpResponse:
    return done(request, code, lambda found: announce_meeting(meeting=found, by=person_of(request), at=now()))


@does(CANCEL_MEETING, on=of_meeting)
def cancel(request: HttpRequest, code: str) -> HttpResponse:
    reason = _both(request.POST, "reason")
    return done(
        request,
        code,
        lambda found: cancel_meeting(meeting=found, reason=reason, by=person_of(request), at=now()),
    )


@does(HOLD_MEETING, on=of_meeting)
def hold(request: HttpRequest, code: str) -> HttpResponse:
    return done(request, code, lambda found: hold_meeting(meeting=found, by=person_of(request), at=now()))


@does(SEAT_DELEGATION, on=of_meeting)
def seat(request: HttpRequest, code: str) -> HttpResponse:
    """The delegation anew: one line of the form for each seat, those without an office left out."""

    def act(found: PlannedMeeting) -> None:
        said = request.POST
        lines = zip(said.getlist("office"), said.getlist("role"), said.getlist("name"), strict=False)
        seats = [Seated(_office(office), role, name) for office, role, name in lines if office]
        seat_delegation(meeting=found, seats=seats, by=person_of(request), at=now())

    return done(request, code, act)


@does(FILE_PAPER, on=of_meeting)
def file(request: HttpRequest, code: str) -> HttpResponse:
    def act(found: PlannedMeeting) -> None:
        sent = request.FILES.get("paper")
        if sent is None or sent.size is None or sent.size > LARGEST:
            raise BrokenRuleError([Finding(MT_20, "paper", f"{sent.size if sent else 0:,} B")])
        replaces = request.POST.get("replaces", "")
        file_paper(
            meeting=found,
            content=sent.read(),
            file_name=sent.name or "",
            title=_both(request.POST, "title"),
            seen_by=request.POST.get("seen_by", ""),
            by=person_of(request),
            at=now(),
            replaces=paper_for(reader_of(request), replaces) if replaces else None,
        )

    return done(request, code, act)


@does(DRAFT_MINUTES, on=of_meeting)
def minutes(request: HttpRequest, code: str) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        draft = draft_minutes(meeting=meeting_for(reader_of(request), code), by=person_of(request), at=now())
    except BrokenRuleError as error:
        return meeting_page(request, code, findings=shown_findings(error.findings), status=400)
    if draft.warnings:
        return meeting_page(request, code, told=shown_findings(draft.warnings))
    return HttpResponseRedirect(reverse("proposal", args=[draft.proposal.pk]))


@does(DRAFT_DECISION, on=of_meeting)
def decision(request: HttpRequest, code: str) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    title = _both(request.POST, "title")
    try:
        findings = list(said_in_both(title=title))
        if findings:
            raise BrokenRuleError(findings)
        point = request.POST.get("point", "")
        draft = draft_decision(
            meeting=meeting_for(reader_of(request), code),
            title=Bilingual(title[0].strip(), title[1].strip()),
            by=person_of(request),
            at=now(),
            point=point_for(reader_of(request), point) if point else None,
        )
    except BrokenRuleError as error:
        return meeting_page(request, code, findings=shown_findings(error.findings), status=400)
    return HttpResponseRedirect(reverse("proposal", args=[draft.proposal.pk]))


def done(
    request: HttpRequest, code: str, act: Callable[[PlannedMeeting], object], then: str = "planned-meeting"
) -> HttpResponse:
    """Carry out an act on a meeting and show it again, with what stood against it."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        act(meeting_for(reader_of(request), code))
    except MovedOnError as error:
        return meeting_page(request, code, findings=shown_findings(error.findings), status=409)
    except BrokenRuleError as error:
        return meeting_page(request, code, findings=shown_findings(error.findings), status=400)
    return HttpResponseRedirect(reverse(then, args=[code]))


def _form(
    request: HttpRequest,
    *,
    typed: Mapping[str, Any],
    meeting: PlannedMeeting | None = None,
    findings: Any = (),
    standing: Mapping[str, object] | None = None,
    status: int = 200,
) -> HttpResponse:
    told = {
        "typed": typed,
        "meeting": meeting,
        "findings": findings,
        "standing": [(name, value) for name, value in (standing or {}).items() if value != typed.get(name)],
        "series": MeetingSeries.objects.all(),
        "zones": ZONES,
    }
    return show(request, "meetings/plan.html", told, status=status)


def _plan(said: Mapping[str, Any]) -> Plan:
    return Plan(
        series=str(said.get("series", "")),
        begins=str(said.get("begins", "")),
        ends=str(said.get("ends", "")),
        zone=str(said.get("zone", "")),
        title=_both(said, "title"),
        place=_both(said, "place"),
        online=bool(said.get("online")),
        join_url=str(said.get("join_url", "")),
    )


def _both(said: Mapping[str, Any], name: str) -> tuple[str, str]:
    return str(said.get(f"{name}_en", "")), str(said.get(f"{name}_es", ""))


def _office(text: str) -> int:
    number = sent_number(text)
    if number < 0:
        raise BrokenRuleError([Finding(MT_16, "office", text[:20])])
    return number
