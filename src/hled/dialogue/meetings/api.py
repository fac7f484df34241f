"""Endpoints of meetings and of the proposed agenda."""

from typing import Literal

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router

from hled.dialogue.meetings.queries.answers import (
    AGENDA_SCHEMA,
    MEETING_SCHEMA,
    MEETINGS_SCHEMA,
    agenda_answer,
    meeting_answer,
    meetings_answer,
)
from hled.dialogue.meetings.queries.planned_answers import (
    CALENDAR_SCHEMA,
    PLANNED_ONE_SCHEMA,
    PLANNED_SCHEMA,
    SERIES_SCHEMA,
    calendar_answer,
    one_planned_answer,
    planned_answer,
    series_answer,
)
from hled.interfaces.acting import does
from hled.interfaces.api import Dates, PagedDates, answered, asking, described
from hled.kernel.action import READ_RECORD

router = Router(tags=["meetings"])


class Meetings(PagedDates):
    level: Literal["cabinet", "sub_cabinet", "publication", ""] = ""


class Agenda(PagedDates):
    per_pillar: int | None = Field(
        None,
        ge=1,
        le=1000,
        description="Only the weightiest items of each pillar. Solo los puntos de mayor peso de cada pilar.",
    )


class OfSeries(PagedDates):
    series: str = Field(
        "",
        max_length=60,
        description="Only what belongs to this body. Solo lo que corresponde a este órgano.",
    )


@router.get("/meetings", **described(MEETINGS_SCHEMA))
@does(READ_RECORD)
def meetings(request: HttpRequest, query: Query[Meetings]) -> HttpResponse:
    asked = asking(request, query)
    return answered(meetings_answer(asked, level=query.level, limit=query.limit, offset=query.offset))


@router.get("/meetings/{id}", **described(MEETING_SCHEMA, errors=(400, 404)))
@does(READ_RECORD)
def meeting(request: HttpRequest, id: str, query: Query[Dates]) -> HttpResponse:
    return answered(meeting_answer(asking(request, query), id))


@router.get("/agenda", **described(AGENDA_SCHEMA))
@does(READ_RECORD)
def agenda(request: HttpRequest, query: Query[Agenda]) -> HttpResponse:
    asked = asking(request, query)
    return answered(agenda_answer(asked, per_pillar=query.per_pillar, limit=query.limit, offset=query.offset))


@router.get("/series", **described(SERIES_SCHEMA))
@does(READ_RECORD)
def series(request: HttpRequest, query: Query[PagedDates]) -> HttpResponse:
    return answered(series_answer(asking(request, query), limit=query.limit, offset=query.offset))


@router.get("/planned-meetings", **described(PLANNED_SCHEMA))
@does(READ_RECORD)
def planned_meetings(request: HttpRequest, query: Query[OfSeries]) -> HttpResponse:
    asked = asking(request, query)
    return answered(planned_answer(asked, series=query.series, limit=query.limit, offset=query.offset))


@router.get("/planned-meetings/{code}", **described(PLANNED_ONE_SCHEMA, errors=(400, 404)))
@does(READ_RECORD)
def planned_meeting(request: HttpRequest, code: str, query: Query[Dates]) -> HttpResponse:
    return answered(one_planned_answer(asking(request, query), code))


@router.get("/calendar", **described(CALENDAR_SCHEMA, errors=(400, 404)))
@does(READ_RECORD)
def calendar(request: HttpRequest, query: Query[OfSeries]) -> HttpResponse:
    asked = asking(request, query)
    return answered(calendar_answer(asked, series=query.series, limit=query.limit, offset=query.offset))
