"""Endpoints of the two delegations."""

from typing import Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from hled.dialogue.delegations.queries.answers import (
    AGENCIES_SCHEMA,
    OFFICES_SCHEMA,
    agencies_answer,
    offices_answer,
)
from hled.interfaces.acting import does
from hled.interfaces.api import PagedDates, Pages, Recorded, answered, asking, described
from hled.kernel.action import READ_RECORD

router = Router(tags=["delegations"])


class Agencies(Recorded, Pages):
    party: Literal["US", "MX", ""] = ""


@router.get("/agencies", **described(AGENCIES_SCHEMA))
@does(READ_RECORD)
def agencies(request: HttpRequest, query: Query[Agencies]) -> HttpResponse:
    asked = asking(request, query)
    return answered(agencies_answer(asked, party=query.party, limit=query.limit, offset=query.offset))


@router.get("/offices", **described(OFFICES_SCHEMA))
@does(READ_RECORD)
def offices(request: HttpRequest, query: Query[PagedDates]) -> HttpResponse:
    asked = asking(request, query)
    return answered(offices_answer(asked, limit=query.limit, offset=query.offset))
