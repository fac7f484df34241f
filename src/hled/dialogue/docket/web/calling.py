"""Announce a call, change it before anybody answered, move its last day."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse

from hled.dialogue.delegations.web.visitors import person_of
from hled.dialogue.docket.domain.calls import MOST_QUESTIONS, Plan
from hled.dialogue.docket.models import Call
from hled.dialogue.docket.permissions import MANAGE_CALL
from hled.dialogue.docket.queries.desk import call_of
from hled.dialogue.docket.services.calls import announce_call, as_plan, change_call, move_closing
from hled.dialogue.docket.web.desk import triage_page
from hled.dialogue.docket.web.reading import of_call, party_at_the_desk
from hled.dialogue.meetings.domain.planning import State
from hled.dialogue.meetings.models import PlannedMeeting
from hled.dialogue.results.queries.view import view
from hled.interfaces.acting import does
from hled.interfaces.asked import asked_of, now, read_day, today
from hled.interfaces.frame import show
from hled.interfaces.problems import shown_findings
from hled.interfaces.typed import whole_number
from hled.kernel.action import Whose
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding

SPARE = 3
"""Empty lines for questions beside those that stand."""
USUAL_DAYS = 45
REPLY_DAYS = 60


@does(MANAGE_CALL, on=Whose.JOINT)
def announce(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        day = today()
        closes = day + timedelta(days=USUAL_DAYS)
        begin = {"opens_on": day.isoformat(), "closes_on": closes.isoformat(), "reply_days": str(REPLY_DAYS)}
        return calling_page(request, begin)
    try:
        call = announce_call(plan=read_plan(request), by=person_of(request), at=now())
    except BrokenRuleError as error:
        return calling_page(request, typed_by(request), findings=error.findings, status=400)
    return HttpResponseRedirect(reverse("docket-triage", args=[call.code]))


@does(MANAGE_CALL, on=of_call)
def change(request: HttpRequest, code: str) -> HttpResponse:
    call = call_of(code)
    if request.method != "POST":
        return calling_page(request, as_typed(as_plan(call)), call=call)
    try:
        change_call(call=call, plan=read_plan(request), by=person_of(request), at=now())
    except BrokenRuleError as error:
        return calling_page(request, typed_by(request), call=call, findings=error.findings, status=400)
    return HttpResponseRedirect(reverse("docket-triage", args=[code]))


@does(MANAGE_CALL, on=of_call)
def close(request: HttpRequest, code: str) -> HttpResponse:
    """Move the last day; today closes the call tonight."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    call = call_of(code)
    try:
        day = read_day("closes_on", request.POST.get("closes_on", ""))
        move_closing(call=call, closes_on=day, by=person_of(request), at=now())
    except BrokenRuleError as error:
        if call.submissions.exists() or call.is_standing:
            return triage_page(request, code, findings=shown_findings(error.findings), status=400)
        return calling_page(request, as_typed(as_plan(call)), call=call, findings=error.findings, status=400)
    return HttpResponseRedirect(reverse("docket-change-call", args=[code]))


def read_plan(request: HttpRequest) -> Plan:
    """
    Raises
    ------
    BrokenRuleError
        AS-01, for each day that is none.
    """
    said = request.POST
    days, findings = {}, list[Finding]()
    for name in ("opens_on", "closes_on"):
        try:
            days[name] = read_day(name, said.get(name, ""))
        except BrokenRuleError as error:
            findings.extend(error.findings)
    if findings:
        raise BrokenRuleError(findings)
    scope, _, scope_id = said.get("scope", "").partition(":")
    written = said.get("commitment", "").strip()[:60]
    if written:
        scope, scope_id = "commitment", written
    asked = zip(said.getlist("asks_en"), said.getlist("asks_es"), strict=False)
    party = said.get("party", "")
    return Plan(
        title=(said.get("title_en", ""), said.get("title_es", "")),
        about=(said.get("about_en", ""), said.get("about_es", "")),
        opens_on=days["opens_on"],
        closes_on=days["closes_on"],
        party=Party(party) if party in tuple(Party) else None,
        scope=scope,
        scope_id=scope_id,
        reply_days=whole_number(said.get("reply_days"), 5) or 0,
        questions=tuple((en, es) for en, es in asked if en.strip() or es.strip()),
    )


def typed_by(request: HttpRequest) -> dict[str, Any]:
    said = request.POST
    asked = list(zip(said.getlist("asks_en"), said.getlist("asks_es"), strict=False))
    return {**said.dict(), "questions": [pair for pair in asked if any(each.strip() for each in pair)]}


def as_typed(plan: Plan) -> dict[str, Any]:
    is_commitment = plan.scope == "commitment"
    return {
        "title_en": plan.title[0],
        "title_es": plan.title[1],
        "about_en": plan.about[0],
        "about_es": plan.about[1],
        "opens_on": plan.opens_on.isoformat(),
        "closes_on": plan.closes_on.isoformat() if plan.closes_on else "",
        "party": str(plan.party or ""),
        "scope": "" if is_commitment or not plan.scope else f"{plan.scope}:{plan.scope_id}",
        "commitment": plan.scope_id if is_commitment else "",
        "reply_days": str(plan.reply_days),
        "questions": list(plan.questions),
    }


def calling_page(
    request: HttpRequest,
    typed: Mapping[str, Any],
    *,
    call: Call | None = None,
    action: str = "",
    findings: Any = (),
    status: int = 200,
) -> HttpResponse:
    """
    The form of a call, filled with what was typed.

    Parameters
    ----------
    action
        Where it is sent; without it, to the room's own page. A study sends it to its own.
    """
    questions = list(typed.get("questions", ()))
    spare = min(SPARE, MOST_QUESTIONS - len(questions))
    standing = call is not None and (call.is_standing or call.submissions.exists())
    return show(
        request,
        "docket/calling.html",
        {
            "call": call,
            "action": action,
            "typed": typed,
            "lines": [*questions, *[("", "")] * spare],
            "party": party_at_the_desk(request),
            "plan": view(asked_of(request)).plan,
            "meetings": PlannedMeeting.objects.filter(state=State.PLANNED).order_by("begins_at"),
            "is_study": str(typed.get("scope", "")).startswith("study:"),
            "words_stand": standing,
            "today": today(),
            "findings": shown_findings(list(findings)),
            "history": list(call.events.order_by("-id")) if call else [],
        },
        status=status,
    )
