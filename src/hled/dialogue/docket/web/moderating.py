"""Moderation: what is kept out of sight, why, and what its sender answers; and who filed, read one at a time."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse

from hled.dialogue.delegations.web.visitors import person_of
from hled.dialogue.docket.domain.filing import Standing
from hled.dialogue.docket.domain.moderating import NEXT, Reason
from hled.dialogue.docket.domain.speakers import PLACES, Kind, Size
from hled.dialogue.docket.models import Submission, Submitter
from hled.dialogue.docket.permissions import MODERATE, READ_PERSONAL
from hled.dialogue.docket.queries.desk import ROWS, moderated, submission_of
from hled.dialogue.docket.services.moderating import decide, read_submitter, reject
from hled.dialogue.docket.web.reading import may, of_submission, party_at_the_desk
from hled.interfaces.acting import does
from hled.interfaces.asked import now
from hled.interfaces.frame import show
from hled.interfaces.problems import shown_findings
from hled.interfaces.typed import whole_number
from hled.kernel.action import Whose
from hled.kernel.rule import BrokenRuleError


@does(MODERATE, on=Whose.OWN)
def moderation(request: HttpRequest) -> HttpResponse:
    """Everything that the Party keeps out of sight; ``?appealed=1`` for appeals alone, ``?code=`` opens a submission."""
    if code := request.GET.get("code", "").strip().upper():
        return HttpResponseRedirect(reverse("docket-moderate", args=[submission_of(code).code]))
    before = whole_number(request.GET.get("before"))
    only = request.GET.get("appealed") == "1"
    rows = moderated(party_at_the_desk(request), only_appealed=only, before=before, most=ROWS + 1)
    return show(
        request,
        "docket/moderation.html",
        {
            "rows": [(each, Reason(each.last.reason).label) for each in rows[:ROWS]],
            "more": rows[ROWS - 1].last.pk if len(rows) > ROWS else None,
            "only_appealed": only,
            "reasons": list(Reason),
        },
    )


@does(MODERATE, on=of_submission)
def submission(request: HttpRequest, code: str) -> HttpResponse:
    return _page(request, submission_of(code))


@does(MODERATE, on=of_submission)
def rejected(request: HttpRequest, code: str) -> HttpResponse:
    def act(found: Submission) -> None:
        reason = request.POST.get("reason", "")
        reject(submission=found, reason=reason, note=_note(request), by=person_of(request), at=now())

    return _acted(request, code, act)


@does(MODERATE, on=of_submission)
def decided(request: HttpRequest, code: str) -> HttpResponse:
    def act(found: Submission) -> None:
        restore = request.POST.get("decision") == "restore"
        decide(submission=found, restore=restore, note=_note(request), by=person_of(request), at=now())

    return _acted(request, code, act)


@does(READ_PERSONAL, on=of_submission)
def submitter(request: HttpRequest, code: str) -> HttpResponse:
    """Who filed, shown once to whoever says why; the reading is kept."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    found = submission_of(code)
    try:
        read = read_submitter(
            submission=found, why=request.POST.get("why", ""), by=person_of(request), at=now()
        )
    except BrokenRuleError as error:
        return _page(request, found, findings=shown_findings(error.findings), status=400)
    return _page(request, found, person=read, was_read=True)


def _acted(request: HttpRequest, code: str, act: Callable[[Submission], None]) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    found = submission_of(code)
    try:
        act(found)
    except BrokenRuleError as error:
        found.refresh_from_db()
        shown = shown_findings(error.findings)
        return _page(request, found, findings=shown, typed=request.POST, status=400)
    return HttpResponseRedirect(reverse("docket-moderate", args=[code]))


def _note(request: HttpRequest) -> tuple[str, str]:
    return request.POST.get("note_en", ""), request.POST.get("note_es", "")


def _page(
    request: HttpRequest,
    found: Submission,
    *,
    findings: Any = (),
    typed: Any = None,
    person: Submitter | None = None,
    was_read: bool = False,
    status: int = 200,
) -> HttpResponse:
    acts = list(found.moderations.select_related("by"))
    last = acts[-1].act if acts else ""
    rejecter = next((each.by_id for each in reversed(acts) if each.act == "rejected"), None)
    return show(
        request,
        "docket/moderate.html",
        {
            "found": found,
            "kind": Kind(found.kind).label,
            "size": Size(found.size).label,
            "place": PLACES[found.place],
            "standing": Standing(found.standing).label,
            "answers": list(found.answers.select_related("question")),
            "attachments": list(found.attachments.all()),
            "acts": [(each, Reason(each.reason).label) for each in acts],
            "next": NEXT[last],
            "may_decide": rejecter != person_of(request).pk,
            "reasons": list(Reason),
            "readings": list(found.readings.select_related("by").order_by("-id")),
            "may": may(request, of_submission(request, found.code), READ_PERSONAL),
            "person": person,
            "was_read": was_read,
            "findings": findings,
            "typed": typed or {},
        },
        status=status,
    )
