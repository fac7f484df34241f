"""Errors as pages and as API problems: never a trace, always what to do next."""

from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import DisallowedHost, RequestDataTooBig
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponseNotAllowed,
    JsonResponse,
)
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, NotFoundError, RefusedError, declare

API_ROOT = "/api/"

PG_01 = declare(
    "PG-01",
    en="A page or record must exist to be shown.",
    es="Una página o un registro debe existir para mostrarse.",
    remedy_en="Search for it, or start from the scoreboard.",
    remedy_es="Búsquelo o empiece por el tablero.",
)
PG_02 = declare(
    "PG-02",
    en="A request must be one this site understands.",
    es="Una solicitud debe ser una que este sitio entienda.",
    remedy_en="Check the parameters against the API description at /api/v1/docs.",
    remedy_es="Compare los parámetros con la descripción de la API en /api/v1/docs.",
)
PG_03 = declare(
    "PG-03",
    en="The site must answer; this time it failed.",
    es="El sitio debe responder; esta vez falló.",
    remedy_en="Try again in a moment. If it fails again, tell the operator the time and the address.",
    remedy_es="Intente de nuevo en un momento. Si vuelve a fallar, indique al operador la hora y la dirección.",
)

PG_04 = declare(
    "PG-04",
    en="An address must be asked with a method that it answers.",
    es="Una dirección debe solicitarse con un método al que responda.",
    remedy_en="Use a method of the header Allow.",
    remedy_es="Use un método del encabezado Allow.",
)


PG_05 = declare(
    "PG-05",
    en="What is sent at once holds at most 2.5 megabytes.",
    es="Lo que se envía de una vez contiene a lo más 2.5 megabytes.",
    remedy_en="Nothing was changed. Go back: what you wrote is still in the form. Send it in parts.",
    remedy_es="Nada cambió. Regrese: lo que escribió sigue en el formulario. Envíelo por partes.",
)


def problem_json(findings: Sequence[Finding], status: int) -> dict[str, Any]:
    """The shape of every API error."""
    return {"status": status, "findings": [finding.as_json() for finding in findings]}


def problem_answer(request: HttpRequest, findings: Sequence[Finding], status: int) -> HttpResponse:
    """A JSON problem below `/api/`, a page elsewhere."""
    if request.path.startswith(API_ROOT):
        return JsonResponse(
            problem_json(findings, status), status=status, content_type="application/problem+json"
        )
    titles = {
        400: _("This request cannot be answered"),
        403: _("This is not yours to do"),
        404: _("Not found"),
        429: _("Too many attempts"),
        500: _("Something failed here"),
    }
    shown = shown_findings(findings)
    context = {"title": titles.get(status, titles[400]), "findings": shown, "status": status}
    return render(request, "problem.html", context, status=status)


def shown_findings(findings: Sequence[Finding]) -> list[dict[str, str]]:
    """What a page says of each finding, in the language of the reader."""
    language = get_language() or "en"
    return [
        {
            "code": finding.rule.code,
            "says": finding.rule.says.in_language(language),
            "place": finding.place,
            "found": finding.found.in_language(language)
            if isinstance(finding.found, Bilingual)
            else finding.found,
            "remedy": (finding.remedy or finding.rule.remedy).in_language(language),
        }
        for finding in findings
    ]


def broken_rule_answer(request: HttpRequest, error: BrokenRuleError) -> HttpResponse:
    return problem_answer(request, error.findings, status=_status(error))


def _status(error: BrokenRuleError) -> int:
    return 404 if isinstance(error, NotFoundError) else 403 if isinstance(error, RefusedError) else 400


def not_found(kind: str, name: str) -> NotFoundError:
    """The refusal for an unknown identifier; long or strange names are shortened."""
    return NotFoundError([Finding(PG_01, kind, name[:80])])


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return problem_answer(request, [Finding(PG_01, request.path[:120])], status=404)


_UNKNOWN_HOST = "This host is not served here. Aquí no se sirve este anfitrión.\n"
"""Said without a page: a page would ask the host for its own address."""


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, DisallowedHost):
        return HttpResponseBadRequest(_UNKNOWN_HOST, content_type="text/plain; charset=utf-8")
    if isinstance(exception, RequestDataTooBig):
        return problem_answer(request, [Finding(PG_05, request.path[:120])], status=400)
    return problem_answer(request, [Finding(PG_02, request.path[:120])], status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    return problem_answer(request, [Finding(PG_03, request.path[:120])], status=500)


METHODS = ("GET", "HEAD", "OPTIONS", "POST")
"""What pages answer at most; the API says for itself what it answers."""


def methods_middleware(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """A method that an address does not answer is a problem like any other; frameworks say it in plain English."""

    def answer(request: HttpRequest) -> HttpResponse:
        known = request.method in METHODS or request.path.startswith(API_ROOT)
        response = get_response(request) if known else HttpResponseNotAllowed(METHODS)
        if not isinstance(response, HttpResponseNotAllowed):
            return response
        finding = Finding(PG_04, request.path[:120], str(request.method)[:20])
        problem = problem_answer(request, [finding], status=response.status_code)
        problem["Allow"] = response["Allow"]
        return problem

    return answer
