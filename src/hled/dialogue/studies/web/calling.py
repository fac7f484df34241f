"""Ask the public about a study."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from hled.dialogue.delegations.web.visitors import person_of
from hled.dialogue.docket.permissions import MANAGE_CALL
from hled.dialogue.docket.web.calling import as_typed, calling_page, read_plan, typed_by
from hled.dialogue.studies.queries.answering import question_of
from hled.dialogue.studies.queries.studies import stored_study
from hled.dialogue.studies.services.calling import attach_call, plan_about
from hled.dialogue.studies.web.asking import HOME
from hled.interfaces.acting import does
from hled.interfaces.asked import asked_of, now, today
from hled.kernel.action import Whose
from hled.kernel.rule import BrokenRuleError


@does(MANAGE_CALL, on=Whose.JOINT)
def call(request: HttpRequest, id: str) -> HttpResponse:
    """Announce a call about a study, which begins with its question, its answer and the warning of its method."""
    study = stored_study(id, asked_of(request), home=HOME).study
    action = reverse("study-call", args=[id])
    if request.method != "POST":
        plan = plan_about(study, question_of(study.kind).warning, today())
        return calling_page(request, as_typed(plan), action=action)
    try:
        made = attach_call(study=study, plan=read_plan(request), by=person_of(request), at=now())
    except BrokenRuleError as error:
        typed = typed_by(request) | {"scope": f"study:{id}"}
        return calling_page(request, typed, action=action, findings=error.findings, status=400)
    return HttpResponseRedirect(reverse("docket-triage", args=[made.code]))
