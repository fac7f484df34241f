"""Endpoints of what came of the work plan: one commitment, document or agency; indicators and their observations."""

from typing import Literal

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router

from hled.dialogue.results.queries.answers.agencies import AGENCY_SCHEMA, agency_answer
from hled.dialogue.results.queries.answers.commitments import COMMITMENT_SCHEMA, commitment_answer
from hled.dialogue.results.queries.answers.documents import DOCUMENT_SCHEMA, document_answer
from hled.dialogue.results.queries.answers.indicators import (
    INDICATOR_SCHEMA,
    INDICATORS_SCHEMA,
    OBSERVATIONS_SCHEMA,
    indicator_answer,
    indicators_answer,
    observations_answer,
)
from hled.interfaces.acting import does
from hled.interfaces.api import Dates, PagedDates, answered, asking, described
from hled.kernel.action import READ_RECORD

router = Router(tags=["results"])
ONE = (400, 404)


class Indicators(PagedDates):
    pillar: Literal["P1", "P2", "P3", "P4", ""] = ""


class Observations(PagedDates):
    place: str = Field(
        "", max_length=40, description="Code of a place of the indicator. Clave de un lugar del indicador."
    )


@router.get("/commitments/{id}", **described(COMMITMENT_SCHEMA, errors=ONE))
@does(READ_RECORD)
def commitment(request: HttpRequest, id: str, query: Query[Dates]) -> HttpResponse:
    return answered(commitment_answer(asking(request, query), id))


@router.get("/documents/{id}", **described(DOCUMENT_SCHEMA, errors=ONE))
@does(READ_RECORD)
def document(request: HttpRequest, id: str, query: Query[Dates]) -> HttpResponse:
    return answered(document_answer(asking(request, query), id))


@router.get("/agencies/{id}", **described(AGENCY_SCHEMA, errors=ONE))
@does(READ_RECORD)
def agency(request: HttpRequest, id: str, query: Query[Dates]) -> HttpResponse:
    return answered(agency_answer(asking(request, query), id))


@router.get("/indicators", **described(INDICATORS_SCHEMA))
@does(READ_RECORD)
def indicators(request: HttpRequest, query: Query[Indicators]) -> HttpResponse:
    asked = asking(request, query)
    return answered(indicators_answer(asked, pillar=query.pillar, limit=query.limit, offset=query.offset))


@router.get("/indicators/{id}", **described(INDICATOR_SCHEMA, errors=ONE))
@does(READ_RECORD)
def indicator(request: HttpRequest, id: str, query: Query[Dates]) -> HttpResponse:
    return answered(indicator_answer(asking(request, query), id))


@router.get("/indicators/{id}/observations", **described(OBSERVATIONS_SCHEMA, errors=ONE))
@does(READ_RECORD)
def observations(request: HttpRequest, id: str, query: Query[Observations]) -> HttpResponse:
    asked = asking(request, query)
    return answered(observations_answer(asked, id, place=query.place, limit=query.limit, offset=query.offset))
