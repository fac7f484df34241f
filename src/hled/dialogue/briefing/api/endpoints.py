"""Endpoints of the scoreboard, the alerts, search, the rules and the record."""

from typing import Literal

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router

from hled.dialogue.briefing.api.download import CSV_TYPE, XLSX_TYPE, record_file
from hled.dialogue.briefing.queries.answers.books import BRIEF_SCHEMA, brief_answer
from hled.dialogue.briefing.queries.answers.everything import (
    RECORD_SCHEMA,
    SEARCH_SCHEMA,
    record_answer,
    search_answer,
)
from hled.dialogue.briefing.queries.answers.rules import RULES_SCHEMA, rules_answer
from hled.dialogue.briefing.queries.answers.scoreboard import (
    ALERTS_SCHEMA,
    COMMITMENTS_SCHEMA,
    SCOREBOARD_SCHEMA,
    alerts_answer,
    commitments_answer,
    scoreboard_answer,
)
from hled.dialogue.briefing.queries.book.bound import public_file
from hled.dialogue.briefing.queries.book.occasion import occasion
from hled.dialogue.briefing.queries.scoreboard import Filter
from hled.interfaces.acting import does
from hled.interfaces.api import Dates, PagedDates, Pages, Recorded, answered, asking, described
from hled.interfaces.printed.sent import TYPES, file_answer
from hled.kernel.action import READ_RECORD

router = Router(tags=["briefing"])

LONGEST_WORDS = 200
_CODE = Field("", max_length=80)


class Filters(PagedDates):
    pillar: str = _CODE
    status: str = _CODE
    agency: str = _CODE
    sector: str = _CODE
    action_type: str = _CODE
    initiative: str = _CODE
    kind: str = _CODE
    words: str = Field(
        "",
        max_length=LONGEST_WORDS,
        description="Words of the title, in either language. Palabras del título, en cualquiera de los idiomas.",
    )

    def as_filter(self) -> Filter:
        return Filter(
            pillar=self.pillar,
            status=self.status,
            agency=self.agency,
            sector=self.sector,
            action_type=self.action_type,
            initiative=self.initiative,
            kind=self.kind,
            words=self.words,
        )


class Alerts(PagedDates):
    pillar: str = _CODE
    urgency: Literal["high", "medium", "low", ""] = ""
    code: str = _CODE


class Search(PagedDates):
    words: str = Field(
        ...,
        max_length=LONGEST_WORDS,
        description="Words in either language; accents do not count. Palabras en cualquiera de los idiomas; los acentos no cuentan.",
    )


class Brief(Dates):
    format: Literal["json", "pdf", "docx"] = "json"
    lang: Literal["en", "es"] = Field("en", description="Language of the file. Idioma del archivo.")


class Rules(Pages):
    code: str = _CODE


class Record(Recorded):
    format: Literal["json", "csv", "xlsx"] = "json"


@router.get("/scoreboard", **described(SCOREBOARD_SCHEMA))
@does(READ_RECORD)
def scoreboard(request: HttpRequest, query: Query[Filters]) -> HttpResponse:
    asked = asking(request, query)
    return answered(scoreboard_answer(asked, query.as_filter(), limit=query.limit, offset=query.offset))


@router.get("/commitments", **described(COMMITMENTS_SCHEMA))
@does(READ_RECORD)
def commitments(request: HttpRequest, query: Query[Filters]) -> HttpResponse:
    asked = asking(request, query)
    return answered(commitments_answer(asked, query.as_filter(), limit=query.limit, offset=query.offset))


@router.get("/alerts", **described(ALERTS_SCHEMA))
@does(READ_RECORD)
def alerts(request: HttpRequest, query: Query[Alerts]) -> HttpResponse:
    asked = asking(request, query)
    return answered(
        alerts_answer(
            asked,
            pillar=query.pillar,
            urgency=query.urgency,
            code=query.code,
            limit=query.limit,
            offset=query.offset,
        )
    )


@router.get("/search", **described(SEARCH_SCHEMA))
@does(READ_RECORD)
def search(request: HttpRequest, query: Query[Search]) -> HttpResponse:
    asked = asking(request, query)
    return answered(search_answer(asked, query.words, limit=query.limit, offset=query.offset))


@router.get("/rules", **described(RULES_SCHEMA, errors=(400, 404)))
@does(READ_RECORD)
def rules(request: HttpRequest, query: Query[Rules]) -> HttpResponse:
    asking(request, query)
    return answered(rules_answer(code=query.code, limit=query.limit, offset=query.offset))


_BOOKS = {kind: {"schema": {"type": "string", "format": "binary"}} for kind in TYPES.values()}


@router.get("/meetings/{id}/brief", **described(BRIEF_SCHEMA, errors=(400, 404), more=_BOOKS))
@does(READ_RECORD)
def brief(request: HttpRequest, id: str, query: Query[Brief]) -> HttpResponse:
    """The public version alone; as known the day before a meeting of the record where no day is asked for."""
    asking(request, query)
    of = occasion(id, query.as_of, query.recorded_by)
    if query.format == "json":
        return answered(brief_answer(of))
    made = public_file(of, query.lang, query.format)
    return file_answer(made.name, made.content)


_FILES = {
    CSV_TYPE: {"schema": {"type": "string", "format": "binary"}},
    XLSX_TYPE: {"schema": {"type": "string", "format": "binary"}},
}


@router.get("/record", **described(RECORD_SCHEMA, more=_FILES))
@does(READ_RECORD)
def record(request: HttpRequest, query: Query[Record]) -> HttpResponse:
    """The whole record in one file; it is one whole and is not cut by `as_of`."""
    answer = record_answer(asking(request, query))
    return answered(answer) if query.format == "json" else record_file(answer, query.format)
