"""The read API: every feature's endpoints in one description, and one shape for every error."""

import logging
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from ninja import NinjaAPI, Swagger
from ninja.errors import HttpError, ValidationError

from hled.dialogue.accord.api import router as of_accord
from hled.dialogue.briefing.api import router as of_briefing
from hled.dialogue.delegations.api import router as of_delegations
from hled.dialogue.docket.api import router as of_docket
from hled.dialogue.meetings.api import router as of_meetings
from hled.dialogue.results.api import router as of_results
from hled.dialogue.studies.api import router as of_studies
from hled.dialogue.workplan.api import router as of_workplan
from hled.interfaces.acting import does
from hled.interfaces.answers import product_version
from hled.interfaces.problems import PG_02, PG_03, PG_05, broken_rule_answer, problem_answer
from hled.kernel.action import READ_RECORD
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

log = logging.getLogger(__name__)

api = NinjaAPI(
    title="hled: read API · API de lectura",
    version=product_version(),
    description=(
        "Everything the site shows, as data: what two governments promised each other, what became of each promise, and "
        "on what evidence. Every answer has the same envelope; numbers with decimals are text; `as_of` shows only what "
        "was public by a day, `recorded_by` only what this store had been told by then. One endpoint writes: officers who "
        "have signed in send the submissions of their own docket.\n\n"
        "Todo lo que muestra el sitio, como datos: lo que dos gobiernos se prometieron, qué fue de cada compromiso y con "
        "qué evidencia. Toda respuesta tiene la misma envoltura; los números con decimales son texto; `as_of` muestra solo "
        "lo público en una fecha, `recorded_by` solo lo que este acervo había registrado para entonces. Un punto de acceso "
        "escribe: funcionarios que han entrado envían las aportaciones de su propio buzón."
    ),
    docs=Swagger(settings={"defaultModelsExpandDepth": -1, "validatorUrl": None}),
    openapi_extra={"info": {"license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}}},
)
for router in (
    of_briefing,
    of_workplan,
    of_results,
    of_meetings,
    of_docket,
    of_delegations,
    of_studies,
    of_accord,
):
    api.add_router("", router)

PAGES_ABOUT_IT = {"openapi-json", "openapi-view", "api-root"}


def addresses() -> Any:
    """The API's addresses, its own description among them, which anyone may read."""
    patterns, *names = api.urls
    for pattern in patterns:
        if isinstance(pattern, URLPattern) and pattern.name in PAGES_ABOUT_IT:
            does(READ_RECORD)(pattern.callback)
    return patterns, *names


@api.exception_handler(BrokenRuleError)
def broken_rule(request: HttpRequest, error: BrokenRuleError) -> HttpResponse:
    return broken_rule_answer(request, error)


@api.exception_handler(ValidationError)
def wrong_parameters(request: HttpRequest, error: ValidationError) -> HttpResponse:
    findings = [_finding(each) for each in error.errors]
    return problem_answer(request, findings, status=400)


_WRONG: Mapping[str, Bilingual] = MappingProxyType(
    {
        "missing": Bilingual("required and missing", "obligatorio y ausente"),
        "int_parsing": Bilingual("not a whole number", "no es un número entero"),
        "int_parsing_size": Bilingual("too many digits", "demasiadas cifras"),
        "greater_than_equal": Bilingual("must be {ge} or more", "debe ser {ge} o más"),
        "less_than_equal": Bilingual("must be {le} or less", "debe ser {le} o menos"),
        "string_too_long": Bilingual("longer than {max_length} characters", "más de {max_length} caracteres"),
        "literal_error": Bilingual("known: {expected}", "existen: {expected}"),
    }
)
"""Kind of a wrong parameter -> what is said of it."""


def _finding(wrong: Mapping[str, Any]) -> Finding:
    place = _place(wrong.get("loc") or ("query",))
    said = _WRONG.get(str(wrong.get("type")), Bilingual("not understood", "no se entiende"))
    return Finding(PG_02, place, said.format(**{**_NOTHING_SAID, **wrong.get("ctx", {})}))


def _place(located: Sequence[str | int]) -> str:
    """A parameter by its name; a part of what was sent by its whole path."""
    if located[0] != "body":
        return str(located[-1])[:40]
    return "".join(f"[{each}]" if isinstance(each, int) else f".{each}" for each in located[2:])[1:80]


_NOTHING_SAID = {"ge": "?", "le": "?", "max_length": "?", "expected": "?"}


@api.exception_handler(HttpError)
def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem_answer(
        request, [Finding(PG_02, request.path[:120], str(error)[:200])], status=error.status_code
    )


@api.exception_handler(RequestDataTooBig)
def too_large(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    return problem_answer(request, [Finding(PG_05, request.path[:120])], status=400)


@api.exception_handler(Exception)
def failed(request: HttpRequest, error: Exception) -> HttpResponse:
    """The trace goes to the log of the operator, never to the visitor."""
    log.error("%s failed", request.path, exc_info=error)
    return problem_answer(request, [Finding(PG_03, request.path[:120])], status=500)
