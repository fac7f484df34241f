"""Endpoints of the work plan: pillars, objectives, initiatives, documents, context."""

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from hled.dialogue.workplan.queries.answers.acts import ACT_KINDS_SCHEMA, act_kinds_answer
from hled.dialogue.workplan.queries.answers.plan import (
    CONTEXT_SCHEMAS,
    PART_SCHEMAS,
    context_answer,
    part_answer,
)
from hled.interfaces.acting import does
from hled.interfaces.answers import ANYTHING, Published
from hled.interfaces.api import PagedDates, answered, asking, described
from hled.kernel.action import READ_RECORD
from hled.kernel.bilingual import Bilingual

router = Router(tags=["workplan"])

_ANY_CONTEXT = Published(
    "context",
    Bilingual(
        "Context of one kind: " + ", ".join(CONTEXT_SCHEMAS),
        "Contexto de un tipo: " + ", ".join(CONTEXT_SCHEMAS),
    ),
    ANYTHING,
)
_CONTEXT = described(_ANY_CONTEXT, errors=(400, 404))
_CONTEXT["openapi_extra"]["responses"][200]["content"]["application/json"]["schema"] = {
    "oneOf": [each.envelope for each in CONTEXT_SCHEMAS.values()]
}


def _part(request: HttpRequest, kind: str, query: PagedDates) -> HttpResponse:
    asked = asking(request, query)
    return answered(part_answer(asked, kind, limit=query.limit, offset=query.offset))


@router.get("/pillars", **described(PART_SCHEMAS["pillars"]))
@does(READ_RECORD)
def pillars(request: HttpRequest, query: Query[PagedDates]) -> HttpResponse:
    return _part(request, "pillars", query)


@router.get("/objectives", **described(PART_SCHEMAS["objectives"]))
@does(READ_RECORD)
def objectives(request: HttpRequest, query: Query[PagedDates]) -> HttpResponse:
    return _part(request, "objectives", query)


@router.get("/initiatives", **described(PART_SCHEMAS["initiatives"]))
@does(READ_RECORD)
def initiatives(request: HttpRequest, query: Query[PagedDates]) -> HttpResponse:
    return _part(request, "initiatives", query)


@router.get("/documents", **described(PART_SCHEMAS["documents"]))
@does(READ_RECORD)
def documents(request: HttpRequest, query: Query[PagedDates]) -> HttpResponse:
    return _part(request, "documents", query)


@router.get("/context/{kind}", **_CONTEXT)
@does(READ_RECORD)
def context(request: HttpRequest, kind: str, query: Query[PagedDates]) -> HttpResponse:
    asked = asking(request, query)
    return answered(context_answer(asked, kind, limit=query.limit, offset=query.offset))


@router.get("/plan/kinds", **described(ACT_KINDS_SCHEMA))
@does(READ_RECORD)
def act_kinds(request: HttpRequest) -> HttpResponse:
    return answered(act_kinds_answer())
