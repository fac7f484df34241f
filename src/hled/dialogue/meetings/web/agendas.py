"""Edit an agenda: what proposes itself beside what stands, and every change by one of the Parties."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse

from hled.dialogue.delegations.web.visitors import person_of
from hled.dialogue.meetings.domain.editing import MovedOnError
from hled.dialogue.meetings.models import AgendaPoint
from hled.dialogue.meetings.permissions import EDIT_AGENDA
from hled.dialogue.meetings.queries.agenda import agenda as proposed_agenda
from hled.dialogue.meetings.queries.agenda import meetings_known, proposed_items
from hled.dialogue.meetings.queries.planned import PlannedView, meeting_for, planned_view, point_for
from hled.dialogue.meetings.queries.suggestions import Suggestion, suggestion, suggestions
from hled.dialogue.meetings.services.agenda import Said, as_said, drop_point, edit_point, move_point, take_up
from hled.dialogue.meetings.web.reading import of_meeting, reader_of
from hled.dialogue.results.queries.view import View, view
from hled.interfaces.acting import Subject, does
from hled.interfaces.asked import asked_of, now
from hled.interfaces.frame import show
from hled.interfaces.problems import shown_findings
from hled.interfaces.typed import sent_number
from hled.kernel.rule import BrokenRuleError

MOST_SHOWN = 40
"""Suggestions on the page, the heaviest; the rest stand on the page of the next agenda."""


def of_point(request: HttpRequest, code: str, **_: object) -> Subject:
    return Subject(None, point_for(reader_of(request), code).meeting.state)


@does(EDIT_AGENDA, on=of_meeting)
def editor(request: HttpRequest, code: str) -> HttpResponse:
    return _editor(request, code)


def _editor(
    request: HttpRequest,
    code: str,
    *,
    findings: Any = (),
    typed: Mapping[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    found = planned_view(reader_of(request), code)
    seen = view(asked_of(request))
    every = _suggested(request, found, seen)
    open_ones = [each for each in every if not each.taken]
    told = {
        "found": found,
        "plan": seen.plan,
        "suggested": open_ones[:MOST_SHOWN],
        "left_out": max(0, len(open_ones) - MOST_SHOWN),
        "findings": findings,
        "typed": typed or {},
    }
    return show(request, "meetings/agenda_editor.html", told, status=status)


def _suggested(request: HttpRequest, found: PlannedView, seen: View) -> list[Suggestion]:
    asked = asked_of(request)
    known = meetings_known(asked.as_of, recorded_by=asked.recorded_by)
    sections = proposed_agenda(seen.standing, known)
    items = proposed_items(asked.as_of, recorded_by=asked.recorded_by)
    return suggestions(sections, items, seen.plan, meeting=found.row, brackets_at=now())


@does(EDIT_AGENDA, on=of_meeting)
def accept(request: HttpRequest, code: str) -> HttpResponse:
    """Take up what proposes itself, with its reason and its minutes."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    found = planned_view(reader_of(request), code)
    wanted = suggestion(_suggested(request, found, view(asked_of(request))), request.POST.get("origin", ""))
    said = Said(
        title=(wanted.title.en[:300], wanted.title.es[:300]),
        reason=(wanted.reason.en[:4000], wanted.reason.es[:4000]),
        minutes=wanted.minutes,
        pillar=wanted.pillar,
    )
    try:
        take_up(
            meeting=found.row,
            said=said,
            by=person_of(request),
            at=now(),
            kind=wanted.kind,
            origin=wanted.origin,
            origin_page=wanted.origin_page,
        )
    except BrokenRuleError as error:
        return _editor(request, code, findings=shown_findings(error.findings), status=400)
    return _back(code)


@does(EDIT_AGENDA, on=of_meeting)
def add(request: HttpRequest, code: str) -> HttpResponse:
    """Take up a point of a Party's own."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        take_up(
            meeting=meeting_for(reader_of(request), code),
            said=_said(request.POST),
            by=person_of(request),
            at=now(),
        )
    except BrokenRuleError as error:
        found = shown_findings(error.findings)
        return _editor(request, code, findings=found, typed=request.POST, status=400)
    return _back(code)


@does(EDIT_AGENDA, on=of_point)
def point(request: HttpRequest, code: str) -> HttpResponse:
    """One point to be edited; where it moved on meanwhile, both texts side by side."""
    found = point_for(reader_of(request), code)
    if request.method != "POST":
        return _point(request, found, typed=as_said(found) | {"read": found.version})
    try:
        edit_point(
            point=found,
            said=_said(request.POST),
            read=sent_number(request.POST.get("read")),
            by=person_of(request),
            at=now(),
        )
    except MovedOnError as error:
        return _point(
            request,
            found,
            typed=request.POST.dict() | {"read": error.now},
            findings=shown_findings(error.findings),
            standing=error.standing,
            status=409,
        )
    except BrokenRuleError as error:
        return _point(request, found, typed=request.POST, findings=shown_findings(error.findings), status=400)
    return _back(found.meeting.code)


def _point(
    request: HttpRequest,
    found: AgendaPoint,
    *,
    typed: Mapping[str, Any],
    findings: Any = (),
    standing: Mapping[str, object] | None = None,
    status: int = 200,
) -> HttpResponse:
    differing = [
        (name, value) for name, value in (standing or {}).items() if str(value) != str(typed.get(name, ""))
    ]
    told = {
        "point": found,
        "meeting": found.meeting,
        "plan": view(asked_of(request)).plan,
        "typed": typed,
        "findings": findings,
        "standing": differing,
    }
    return show(request, "meetings/point.html", told, status=status)


@does(EDIT_AGENDA, on=of_point)
def move(request: HttpRequest, code: str) -> HttpResponse:
    return _changed(
        request,
        code,
        lambda found, read: move_point(
            point=found, to=sent_number(request.POST.get("to")), read=read, by=person_of(request), at=now()
        ),
    )


@does(EDIT_AGENDA, on=of_point)
def drop(request: HttpRequest, code: str) -> HttpResponse:
    return _changed(
        request,
        code,
        lambda found, read: drop_point(point=found, read=read, by=person_of(request), at=now()),
    )


def _changed(request: HttpRequest, code: str, act: Any) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    found = point_for(reader_of(request), code)
    try:
        act(found, sent_number(request.POST.get("read")))
    except MovedOnError as error:
        findings = shown_findings(error.findings)
        return _editor(request, found.meeting.code, findings=findings, status=409)
    except BrokenRuleError as error:
        findings = shown_findings(error.findings)
        return _editor(request, found.meeting.code, findings=findings, status=400)
    return _back(found.meeting.code)


def _back(code: str) -> HttpResponse:
    return HttpResponseRedirect(reverse("agenda-editor", args=[code]))


def _said(said: Mapping[str, Any]) -> Said:
    return Said(
        title=(str(said.get("title_en", "")), str(said.get("title_es", ""))),
        reason=(str(said.get("reason_en", "")), str(said.get("reason_es", ""))),
        minutes=sent_number(said.get("minutes")),
        pillar=str(said.get("pillar", "")),
        presenter_party=str(said.get("presenter_party", "")),
        presenter=str(said.get("presenter", "")),
    )
