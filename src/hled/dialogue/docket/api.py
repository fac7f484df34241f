"""Endpoints of the docket."""

from typing import Literal

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema
from pydantic import ConfigDict

from hled.dialogue.delegations.web.visitors import person_of
from hled.dialogue.docket.domain.filing import Personal, Speaker
from hled.dialogue.docket.domain.importing import Entry
from hled.dialogue.docket.permissions import IMPORT_SUBMISSIONS
from hled.dialogue.docket.queries.answers import (
    CALL_SCHEMA,
    CALLS_SCHEMA,
    GROUP_SCHEMA,
    LOOP_SCHEMA,
    SUBMISSION_SCHEMA,
    SUBMISSIONS_SCHEMA,
    THEME_SCHEMA,
    THEMES_SCHEMA,
    call_answer,
    calls_answer,
    group_answer,
    loop_answer,
    submission_answer,
    submissions_answer,
    theme_answer,
    themes_answer,
)
from hled.dialogue.docket.queries.asking import Filters
from hled.dialogue.docket.queries.bulk import FILED_SCHEMA, filed_answer
from hled.dialogue.docket.queries.calls import call_known
from hled.dialogue.docket.services.afterwards import follow_up
from hled.dialogue.docket.services.importing import import_entries
from hled.interfaces.acting import does
from hled.interfaces.answers import MOST_ITEMS
from hled.interfaces.api import USUAL_ITEMS, Dates, PagedDates, answered, asking, described
from hled.interfaces.asked import ask, now
from hled.kernel.action import READ_RECORD, Whose

router = Router(tags=["docket"])

_CODE = Field("", max_length=40)


class OfCall(PagedDates):
    call: str = Field(
        "",
        max_length=40,
        description="Only themes of this call. Solo los temas de esta convocatoria.",
    )


class Loop(Dates):
    call: str = Field(
        "",
        max_length=40,
        description="Only of this call. Solo de esta convocatoria.",
    )


class Submissions(Dates):
    words: str = Field(
        "",
        max_length=200,
        description=(
            "Words that all must stand, by their beginnings; accents do not count. "
            "Palabras que deben estar todas, por su comienzo; los acentos no cuentan."
        ),
    )
    call: str = _CODE
    kind: str = _CODE
    size: str = _CODE
    place: str = _CODE
    language: Literal["en", "es", ""] = ""
    intake: Literal["US", "MX", ""] = ""
    theme: str = _CODE
    group: str = _CODE
    before: str = Field(
        "",
        max_length=40,
        description=(
            "Only what was filed before the submission with this identifier: the `before` of the page so far. "
            "Solo lo presentado antes de la aportación con este identificador: el `before` de la página anterior."
        ),
    )
    limit: int = Field(
        USUAL_ITEMS,
        ge=1,
        le=MOST_ITEMS,
        description="Most items in the answer. Máximo de elementos en la respuesta.",
    )

    def as_filters(self) -> Filters:
        names = ("words", "call", "kind", "size", "place", "language", "intake", "theme", "group")
        return Filters(**{name: getattr(self, name) for name in names})


@router.get("/docket/calls", **described(CALLS_SCHEMA))
@does(READ_RECORD)
def calls(request: HttpRequest, query: Query[PagedDates]) -> HttpResponse:
    return answered(calls_answer(asking(request, query), limit=query.limit, offset=query.offset))


@router.get("/docket/calls/{code}", **described(CALL_SCHEMA, errors=(400, 404)))
@does(READ_RECORD)
def call(request: HttpRequest, code: str, query: Query[Dates]) -> HttpResponse:
    return answered(call_answer(asking(request, query), code))


@router.get("/docket/submissions", **described(SUBMISSIONS_SCHEMA))
@does(READ_RECORD)
def submissions(request: HttpRequest, query: Query[Submissions]) -> HttpResponse:
    asked = asking(request, query)
    return answered(submissions_answer(asked, query.as_filters(), limit=query.limit, before=query.before))


@router.get("/docket/submissions/{code}", **described(SUBMISSION_SCHEMA, errors=(400, 404)))
@does(READ_RECORD)
def submission(request: HttpRequest, code: str, query: Query[Dates]) -> HttpResponse:
    return answered(submission_answer(asking(request, query), code))


@router.get("/docket/groups/{code}", **described(GROUP_SCHEMA, errors=(400, 404)))
@does(READ_RECORD)
def group(request: HttpRequest, code: str, query: Query[Dates]) -> HttpResponse:
    return answered(group_answer(asking(request, query), code))


@router.get("/docket/themes", **described(THEMES_SCHEMA, errors=(400, 404)))
@does(READ_RECORD)
def themes(request: HttpRequest, query: Query[OfCall]) -> HttpResponse:
    asked = asking(request, query)
    return answered(themes_answer(asked, call=query.call, limit=query.limit, offset=query.offset))


@router.get("/docket/themes/{code}", **described(THEME_SCHEMA, errors=(400, 404)))
@does(READ_RECORD)
def theme(request: HttpRequest, code: str, query: Query[Dates]) -> HttpResponse:
    return answered(theme_answer(asking(request, query), code))


@router.get("/docket/loop", **described(LOOP_SCHEMA, errors=(400, 404)))
@does(READ_RECORD)
def loop(request: HttpRequest, query: Query[Loop]) -> HttpResponse:
    return answered(loop_answer(asking(request, query), call=query.call))


class Sent(Schema):
    """One submission of another docket, under the identifier that it has there."""

    model_config = ConfigDict(extra="forbid")

    source_id: str = Field(description="Identifier in your own docket. Identificador en su propio buzón.")
    text: str = ""
    answers: dict[int, str] = Field(
        {}, description="Place of a question -> answer. Lugar de una pregunta -> respuesta."
    )
    received_on: str = Field(
        "",
        description="YYYY-MM-DD, or a moment; empty for today. AAAA-MM-DD, o un momento; vacío para indicar hoy.",
    )
    kind: str = "unsaid"
    size: str = "unsaid"
    place: str = "unsaid"
    language: str
    name: str = Field("", description="Not public. No público.")
    organization: str = Field("", description="Not public. No público.")
    email: str = Field("", description="Not public. No público.")

    def as_entry(self) -> Entry:
        return Entry(
            id=self.source_id.strip(),
            received=self.received_on.strip(),
            text=self.text,
            speaker=Speaker(self.kind, self.size, self.place, self.language),
            personal=Personal(self.name, self.organization, self.email),
            answers=self.answers,
        )


class Bulk(Schema):
    model_config = ConfigDict(extra="forbid")

    items: list[Sent] = Field(description="1 to 1,000 submissions. De 1 a 1,000 aportaciones.")


@router.post("/docket/calls/{code}/submissions", **described(FILED_SCHEMA, errors=(400, 403, 404)))
@does(IMPORT_SUBMISSIONS, on=Whose.OWN)
def file_many(request: HttpRequest, code: str, sent: Bulk) -> HttpResponse:
    """All are taken in or none; what was sent before is known by its `source_id` and left as it is."""
    held = call_known(code, ask())
    entries = [each.as_entry() for each in sent.items]
    done = import_entries(call=held, entries=entries, by=person_of(request), at=now())
    follow_up()
    return answered(
        filed_answer(held.code, (each.id for each in entries), done.filed, done.known, done.warnings)
    )
