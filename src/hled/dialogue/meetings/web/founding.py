"""Let a series rest or meet again, and found a working group or change one: as acts under a decision."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse

from hled.dialogue.accord.domain.texts.rules import AC_62
from hled.dialogue.accord.web.beginning import read_terms, terms_asked
from hled.dialogue.delegations.models import Agency
from hled.dialogue.delegations.web.visitors import person_of
from hled.dialogue.meetings.models import MeetingSeries
from hled.dialogue.meetings.permissions import DRAFT_GROUP, DRAFT_REST
from hled.dialogue.meetings.queries.agreed import decision_named
from hled.dialogue.meetings.queries.series import series_known
from hled.dialogue.meetings.services.drafting import draft_group, draft_rest
from hled.dialogue.meetings.services.series import Group
from hled.dialogue.meetings.web.planned import series_page
from hled.dialogue.workplan.queries.plan import plan
from hled.interfaces.acting import does
from hled.interfaces.asked import now, read_day
from hled.interfaces.frame import show
from hled.interfaces.problems import shown_findings
from hled.interfaces.typed import whole_number
from hled.kernel.action import Whose
from hled.kernel.rule import BrokenRuleError, Finding


@does(DRAFT_REST, on=Whose.JOINT)
def rest(request: HttpRequest, id: str) -> HttpResponse:
    """Begin the act by which a series rests, or meets again where it rests."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    found = series_known(id)
    try:
        draft = draft_rest(
            series=found,
            decision=decision_named(request.POST.get("occasion", "")),
            on=read_day("effective", request.POST.get("effective", "")),
            by=person_of(request),
            at=now(),
        )
    except BrokenRuleError as error:
        return series_page(request, id, findings=shown_findings(error.findings), status=400)
    return HttpResponseRedirect(reverse("proposal", args=[draft.proposal.pk]))


@does(DRAFT_GROUP, on=Whose.JOINT)
def found(request: HttpRequest) -> HttpResponse:
    """Found a working group; with ``?group=ID`` give a standing one another mandate, members or plan."""
    if request.method != "POST":
        return _form(request, _standing(request.GET.get("group", "")))
    said = request.POST
    try:
        terms = read_terms(said)
        draft = draft_group(
            group=Group(
                id=said.get("id", "").strip(),
                title=(said.get("title_en", ""), said.get("title_es", "")),
                mandate=(said.get("mandate_en", ""), said.get("mandate_es", "")),
                members=said.getlist("members"),
                leading=said.getlist("leading"),
                tasks=said.get("tasks", "").split(),
                period_months=_months(said.get("period_months", "").strip()),
                since=terms.effective,
            ),
            occasion=terms.occasion,
            by=person_of(request),
            at=now(),
        )
    except BrokenRuleError as error:
        typed = said.dict() | {"members": said.getlist("members"), "leading": said.getlist("leading")}
        return _form(request, typed, error.findings, 400)
    return HttpResponseRedirect(reverse("proposal", args=[draft.proposal.pk]))


def _months(written: str) -> int | None:
    """
    Raises
    ------
    BrokenRuleError
        AC-62, when it is no whole number.
    """
    if not written:
        return None
    months = whole_number(written, 4)
    if months is None:
        raise BrokenRuleError([Finding(AC_62, "period_months", written[:20])])
    return months


def _standing(id: str) -> dict[str, Any]:
    """What a working group says now, as the form shows it; nothing for a new one."""
    row = MeetingSeries.objects.filter(pk=id, kind="working_group").first()
    if row is None:
        return {}
    members = list(row.members.all())
    return {
        "id": row.pk,
        "standing": True,
        "title_en": row.title_en,
        "title_es": row.title_es,
        "mandate_en": row.mandate_en,
        "mandate_es": row.mandate_es,
        "members": [each.agency_id for each in members],
        "leading": [each.agency_id for each in members if each.leads],
        "tasks": " ".join(each.commitment_id for each in row.tasks.all()),
        "period_months": row.period_months or "",
    }


def _form(
    request: HttpRequest, typed: Mapping[str, Any], findings: tuple[Finding, ...] = (), status: int = 200
) -> HttpResponse:
    told = {
        "typed": typed,
        "agencies": Agency.objects.filter(retired_at__isnull=True),
        "members": set(typed.get("members", ())),
        "leading": set(typed.get("leading", ())),
        "plan": plan(),
        "findings": shown_findings(list(findings)),
        **terms_asked(typed),
    }
    return show(request, "meetings/found.html", told, status=status)
