"""The receipt of a submission, for the holder of its private link: follow, correct, take back, appeal."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from hled.dialogue.docket.domain.sending import DK_40, DK_41, DK_45, LOST
from hled.dialogue.docket.domain.speakers import PLACES, Kind, Size
from hled.dialogue.docket.models import Submission
from hled.dialogue.docket.permissions import FILE_SUBMISSION
from hled.dialogue.docket.queries.following import followed, standing_of
from hled.dialogue.docket.services.afterwards import follow_up
from hled.dialogue.docket.services.filing import correct, disown, forget_person, opened, withdraw
from hled.dialogue.docket.services.moderating import appeal
from hled.dialogue.docket.web.files import file_of
from hled.interfaces.acting import does
from hled.interfaces.asked import now, today
from hled.interfaces.frame import show
from hled.interfaces.problems import shown_findings
from hled.interfaces.typed import whole_number
from hled.kernel.rule import BrokenRuleError, Finding, require

DONE = {
    "corrected": "correct",
    "withdrawn": "withdraw",
    "disowned": "disown",
    "appealed": "appeal",
    "forgotten": "forget",
}
"""What was done -> the act that did it."""


@csrf_exempt
@does(FILE_SUBMISSION)
def receipt(request: HttpRequest, link: str) -> HttpResponse:
    """
    What was filed, where it stands and what can be done with it.

    Whoever holds the link has no other rights and no cookie, so that no other site can act for her: the forms of this page
    need no token beside the link in their address.
    """
    return _receipt(request, link, opened(link=link))


@csrf_exempt
@does(FILE_SUBMISSION)
def correction(request: HttpRequest, link: str) -> HttpResponse:
    return _act(request, link, "corrected", _correct)


@csrf_exempt
@does(FILE_SUBMISSION)
def withdrawal(request: HttpRequest, link: str) -> HttpResponse:
    return _act(
        request, link, "withdrawn", lambda said, found: withdraw(submission=found, at=now()), "sure_w"
    )


@csrf_exempt
@does(FILE_SUBMISSION)
def disowning(request: HttpRequest, link: str) -> HttpResponse:
    return _act(request, link, "disowned", lambda said, found: disown(submission=found, at=now()), "sure_d")


@csrf_exempt
@does(FILE_SUBMISSION)
def forgetting(request: HttpRequest, link: str) -> HttpResponse:
    act = "forgotten"
    return _act(request, link, act, lambda said, found: forget_person(submission=found, at=now()), "sure_f")


@csrf_exempt
@does(FILE_SUBMISSION)
def appealing(request: HttpRequest, link: str) -> HttpResponse:
    return _act(request, link, "appealed", _appeal)


@does(FILE_SUBMISSION)
def receipt_file(request: HttpRequest, link: str, number: int) -> HttpResponse:
    """A file of one's own, whatever was found in it."""
    return file_of(opened(link=link), number, everything=True)


def _correct(said: Mapping[str, str], found: Submission) -> None:
    lost = [Finding(DK_40, name) for name, value in said.items() if LOST in value]
    if lost:
        raise BrokenRuleError(lost)
    places = found.call.questions.values_list("place", flat=True)
    answers = {place: said.get(f"answer_{place}", "") for place in places}
    correct(submission=found, text=said.get("text", ""), answers=answers, at=now())
    follow_up()


def _appeal(said: Mapping[str, str], found: Submission) -> None:
    words = said.get("words", "")
    require(DK_45, bool(words.strip()), place="words")
    appeal(submission=found, words=words, at=now())


def _act(
    request: HttpRequest,
    link: str,
    done: str,
    act: Callable[[Mapping[str, str], Submission], object],
    confirmed_by: str = "",
) -> HttpResponse:
    """Do one thing with a submission and show the receipt again; what was refused stands beside what was typed."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    found, said = opened(link=link), request.POST.dict()
    try:
        if confirmed_by:
            require(DK_41, said.get(confirmed_by) == "yes", place=confirmed_by)
        act(said, found)
    except BrokenRuleError as error:
        return _receipt(request, link, opened(link=link), said, error.findings, failed=done, status=400)
    return HttpResponseRedirect(f"{reverse('docket-receipt', args=[link])}?done={done}")


def _receipt(
    request: HttpRequest,
    link: str,
    found: Submission,
    typed: Mapping[str, str] | None = None,
    findings: Sequence[Finding] = (),
    *,
    failed: str = "",
    status: int = 200,
) -> HttpResponse:
    seen = followed(found, today())
    given = typed or {}
    told: dict[str, Any] = {
        "seen": seen,
        "row": found,
        "call": found.call,
        "standing": standing_of(found),
        "kind": Kind(found.kind).label,
        "size": Size(found.size).label,
        "place": PLACES[found.place],
        "link": link,
        "address": request.build_absolute_uri(reverse("docket-receipt", args=[link])),
        "is_new": request.GET.get("filed") == "1",
        "taken": whole_number(request.GET.get("taken"), 6) or 0,
        "done": request.GET.get("done", "") if request.GET.get("done") in DONE else "",
        "failed": failed,
        "at_top": DONE.get(failed, "") not in seen.may,
        "findings": shown_findings(findings),
        "text": given.get("text", found.text),
        "boxes": [
            (place, words, f"answer_{place}", given.get(f"answer_{place}", said))
            for place, words, said in seen.answers
        ],
        "words": given.get("words", ""),
    }
    answer = show(request, "docket/receipt.html", told, status=status)
    answer["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    answer["Referrer-Policy"] = "strict-origin"
    return answer
