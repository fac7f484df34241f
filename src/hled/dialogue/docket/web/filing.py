"""The form by which anybody says something to a call, with or without script."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt

from hled.dialogue.docket.domain.attaching import DK_20, DK_46, LARGEST, MOST_FILES
from hled.dialogue.docket.domain.filing import DK_05, DK_06, Personal, Speaker, erased_on, is_open
from hled.dialogue.docket.domain.proof_of_work import BITS, DK_13, PATIENCE, challenge, is_answered, read
from hled.dialogue.docket.domain.sending import DK_40, DK_42, DK_44, LARGEST_FORM, LOST
from hled.dialogue.docket.domain.speakers import Kind, Size
from hled.dialogue.docket.domain.words import DK_02, LONGEST_TEXT
from hled.dialogue.docket.models import Call
from hled.dialogue.docket.permissions import FILE_SUBMISSION
from hled.dialogue.docket.queries.forms import call_for_form, carried_over, places, standing_call
from hled.dialogue.docket.services.calls import standing_docket
from hled.dialogue.docket.services.entrance import link_for
from hled.dialogue.docket.services.filing import Filed, Said
from hled.dialogue.docket.services.sending import Form, send, sent_before
from hled.dialogue.docket.web.uploads import Counting, files_of
from hled.interfaces.acting import does
from hled.interfaces.asked import now, today
from hled.interfaces.connections import address_of
from hled.interfaces.frame import show
from hled.interfaces.problems import not_found, problem_answer, shown_findings
from hled.interfaces.typed import whole_number
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

FIELDS = ("text", "kind", "size", "place", "language", "intake", "name", "organization", "email")
BY_SCRIPT = "X-Filing"
"""A form that a script sends says so, and is told where its receipt is instead of being led there."""


@dataclass(frozen=True, slots=True)
class Asks:
    """A question of the call with its box: name, what was typed, what is wrong with it."""

    place: int
    words: Bilingual
    name: str
    typed: str
    wrong: Sequence[Mapping[str, str]]


@csrf_exempt
@does(FILE_SUBMISSION)
def say(request: HttpRequest, code: str) -> HttpResponse:
    """
    The form of a call, and what is sent by it.

    The sealed challenge stands where other forms have a token in a cookie: whoever files needs no cookie, and has no
    rights that another site could use.
    """
    call = call_for_form(code)
    if request.method != "POST":
        if call is None:
            raise not_found("call", code)
        return _form(request, call, _fresh())
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isdigit() and int(length) > LARGEST_FORM:
        return problem_answer(request, [Finding(DK_42, "form")], status=413)
    request.upload_handlers = [Counting(request)]
    try:
        typed = {name: value for name, value in request.POST.items() if isinstance(value, str)}
    except RequestDataTooBig:
        return _form(request, call, _fresh(), findings=[Finding(DK_02, "text")], status=413)
    return _sent(request, call, typed)


def _sent(request: HttpRequest, call: Call | None, typed: dict[str, str]) -> HttpResponse:
    files, findings = files_of(request)
    findings += [Finding(DK_40, place) for place in _boxes(typed) if LOST in typed[place]]
    try:
        if findings:
            raise BrokenRuleError(findings)
        filed = send(
            call=call,
            said=_said(typed, files),
            form=Form(typed.get("challenge", ""), typed.get("work", ""), address_of(request)),
            secret=_secret(),
            at=now(),
        )
    except BrokenRuleError as error:
        return _refused(request, call, typed, error.findings, had_files=bool(request.FILES))
    except OperationalError:
        busy = [Finding(DK_44, "form")]
        return _form(request, call, typed, findings=busy, had_files=bool(request.FILES), status=503)
    return _received(request, filed)


def _received(request: HttpRequest, filed: Filed) -> HttpResponse:
    taken = sum(int(each.data.get("count", 0)) for each in filed.warnings)
    address = f"{reverse('docket-receipt', args=[filed.link])}?filed=1{f'&taken={taken}' if taken else ''}"
    if BY_SCRIPT in request.headers:
        answer = HttpResponse(status=201)
        answer["Location"] = address
        return answer
    return HttpResponseRedirect(address)


def _refused(
    request: HttpRequest,
    call: Call | None,
    typed: dict[str, str],
    findings: Sequence[Finding],
    had_files: bool,
) -> HttpResponse:
    """The form again, with everything that was typed; where the call takes nothing, that of the standing docket."""
    rules = {each.rule for each in findings}
    status = 404 if DK_05 in rules else 409 if DK_13 in rules else 400
    if rules & {DK_05, DK_06}:
        answers = {int(name.removeprefix("answer_")): typed[name] for name in _answers(typed)}
        language = get_language() or "en"
        moved = typed | {"text": carried_over(call, typed.get("text", ""), answers, language)}
        call = standing_call() or standing_docket(at=now())
        return _form(request, call, moved, findings=findings, had_files=had_files, moved=True, status=status)
    return _form(request, call, typed, findings=findings, had_files=had_files, status=status)


def _form(
    request: HttpRequest,
    call: Call | None,
    typed: Mapping[str, str],
    *,
    findings: Sequence[Finding] = (),
    had_files: bool = False,
    moved: bool = False,
    status: int = 200,
) -> HttpResponse:
    if call is None:
        raise not_found("call", "")
    language = get_language() or "en"
    questions = list(call.questions.all())
    boxes = {*FIELDS, *(f"answer_{each.place}" for each in questions), "files"}
    wrong: dict[str, list[dict[str, str]]] = {}
    for finding, each in zip(findings, shown_findings(findings), strict=True):
        box = _box_of(finding, boxes)
        named = {"file": finding.place} if box == "files" and finding.place != box else {}
        wrong.setdefault(box, []).append(each | named)
    given = _challenge(typed.get("challenge", ""), typed.get("work", ""))
    told = {
        "call": call,
        "is_open": is_open(call.opens_on, call.closes_on, today()),
        "standing": None if call.is_standing else standing_call(),
        "moved": moved,
        "questions": [
            Asks(
                each.place,
                Bilingual(each.asks_en, each.asks_es),
                f"answer_{each.place}",
                typed.get(f"answer_{each.place}", ""),
                wrong.get(f"answer_{each.place}", []),
            )
            for each in questions
        ],
        "typed": {"language": language} | dict(typed),
        "wrong": wrong,
        "count": len(findings),
        "had_files": had_files,
        "challenge": given,
        "bits": BITS,
        "patience": PATIENCE,
        "longest": LONGEST_TEXT,
        "largest": LARGEST,
        "most_files": MOST_FILES,
        "kinds": list(Kind),
        "sizes": list(Size),
        "places": places(language),
        "erased_on": erased_on(filed=today(), closes=call.closes_on, last_reply=None),
        "received": _received_before(typed, findings),
    }
    answer = show(request, "docket/say.html", told, status=status)
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _received_before(typed: Mapping[str, str], findings: Sequence[Finding]) -> str:
    """The receipt of what this form filed before, for whoever sent it again with other words."""
    if all(each.rule is not DK_13 for each in findings):
        return ""
    link = link_for(typed.get("challenge", ""), _secret())
    return reverse("docket-receipt", args=[link]) if sent_before(link) else ""


def _challenge(former: str, work: str) -> str:
    """
    The challenge of the form that is shown: the one that it had, while it is good, so that no time of waiting is lost.

    One that was used is not good again.
    """
    secret, at = _secret(), int(now().timestamp())
    given = read(former, secret)
    is_young = given is not None and 0 <= at - given.made < PATIENCE
    if (
        given is not None
        and (is_young or is_answered(given, work, at))
        and not sent_before(link_for(former, secret))
    ):
        return former
    return str(challenge(secrets.token_urlsafe(16), at, secret))


def _box_of(finding: Finding, boxes: set[str]) -> str:
    """The box beside which a finding stands; those of files name the file."""
    if finding.place in boxes:
        return finding.place
    of_files = finding.rule in (DK_20, DK_46) or finding.rule.code.startswith("MT-")
    return "files" if of_files else "form"


def _said(typed: Mapping[str, str], files: tuple[Any, ...]) -> Said:
    return Said(
        text=typed.get("text", ""),
        speaker=Speaker(
            kind=typed.get("kind", Kind.UNSAID),
            size=typed.get("size", Size.UNSAID),
            place=typed.get("place", "unsaid"),
            language=typed.get("language", get_language() or "en"),
        ),
        personal=Personal(typed.get("name", ""), typed.get("organization", ""), typed.get("email", "")),
        answers={int(name.removeprefix("answer_")): typed[name] for name in _answers(typed)},
        intake=typed.get("intake", ""),
        files=files,
    )


def _answers(typed: Mapping[str, str]) -> list[str]:
    """Names of the boxes of questions; a number in them has at most three digits."""
    return [
        name
        for name in typed
        if name.startswith("answer_") and whole_number(name.removeprefix("answer_"), 3) is not None
    ]


def _boxes(typed: Mapping[str, str]) -> list[str]:
    return [name for name in typed if name in FIELDS or name in _answers(typed)]


def _fresh() -> dict[str, str]:
    return {"kind": Kind.UNSAID, "size": Size.UNSAID, "place": "unsaid"}


def _secret() -> bytes:
    return settings.SECRET_KEY.encode()
