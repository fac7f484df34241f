"""What every endpoint shares: the dates and pages one can ask for, the answer, and how it describes itself."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Field, Schema
from pydantic.config import JsonDict

from hled.interfaces.answers import API_PROBLEM, MOST_ITEMS, Answer, Published
from hled.interfaces.asked import Asked, asked_of
from hled.interfaces.problems import PG_02
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

USUAL_ITEMS = 100
FARTHEST = 10_000_000

_DATE: JsonDict = {"format": "date"}


class Recorded(Schema):
    recorded_by: str | None = Field(
        None,
        description="Only what this store had been told by the end of that day. Solo lo registrado al final de ese día.",
        json_schema_extra=_DATE,
    )


class Dates(Recorded):
    as_of: str | None = Field(
        None,
        description="Only what was public by that day. Solo lo que era público en esa fecha.",
        json_schema_extra=_DATE,
    )


class Pages(Schema):
    limit: int = Field(
        USUAL_ITEMS,
        ge=1,
        le=MOST_ITEMS,
        description="Most items in the answer. Máximo de elementos en la respuesta.",
    )
    offset: int = Field(
        0,
        ge=0,
        le=FARTHEST,
        description="Items left out at the beginning. Elementos que se omiten al inicio.",
    )


class PagedDates(Dates, Pages):
    """Dates and pages, for the many endpoints that take nothing else."""


def asking(request: HttpRequest, query: Schema) -> Asked:
    """
    The time axes of a request of which every parameter is known.

    Raises
    ------
    BrokenRuleError
        PG-02, for each parameter that the endpoint does not have: a misspelled filter must not give everything.
    """
    known = set(type(query).model_fields)
    unknown = [name for name in request.GET if name not in known]
    if unknown:
        shown = ", ".join(sorted(known))
        found = Bilingual(f"unknown parameter; known: {shown}", f"parámetro desconocido; existen: {shown}")
        raise BrokenRuleError([Finding(PG_02, name[:40], found) for name in unknown])
    return asked_of(request)


def answered(answer: Answer) -> HttpResponse:
    """The envelope as JSON; the middleware adds the ETag and answers what has not changed with 304."""
    content = json.dumps(answer.as_json(), ensure_ascii=False, separators=(",", ":"))
    return HttpResponse(content, content_type="application/json; charset=utf-8")


def described(
    published: Published, *, errors: Sequence[int] = (400,), more: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Arguments of a route: title, description in both languages, and the published schemas of its answers."""
    problem = {"application/problem+json": {"schema": API_PROBLEM}}
    responses: dict[int, Any] = {
        200: {
            "description": f"{published.title.en}. {published.title.es}.",
            "content": {"application/json": {"schema": published.envelope}, **(more or {})},
        },
        304: {"description": "Not changed since the ETag given. Sin cambios desde el ETag indicado."},
    }
    reasons = {
        400: "A parameter is wrong. Un parámetro es incorrecto.",
        403: "Only for whoever has signed in and may do it. Solo para quien ha entrado y puede hacerlo.",
        404: "There is no such thing, or it was not public on that day. No existe o no era público en esa fecha.",
    }
    responses |= {code: {"description": reasons[code], "content": problem} for code in errors}
    return {
        "summary": published.title.en,
        "description": f"{published.title.en}. {published.title.es}.",
        "openapi_extra": {"responses": responses},
    }
