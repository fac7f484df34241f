"""Endpoints of the register: entries, one of them, proofs, the last signed note, and who may sign."""

from typing import Literal

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from hled.dialogue.accord.domain.rules import AC_45
from hled.dialogue.accord.queries.answers import (
    CHECKPOINT_SCHEMA,
    CONSISTENCY_SCHEMA,
    CREDENTIALS_SCHEMA,
    ENTRIES_SCHEMA,
    ENTRY_SCHEMA,
    PROOF_SCHEMA,
    SILENCES_SCHEMA,
    checkpoint_answer,
    consistency_answer,
    credentials_answer,
    entries_answer,
    entry_answer,
    proof_answer,
    silences_answer,
)
from hled.dialogue.accord.queries.register import checkpoint_of, last_checkpoint
from hled.interfaces.acting import does
from hled.interfaces.answers import MOST_ITEMS
from hled.interfaces.api import USUAL_ITEMS, answered, asking, described
from hled.kernel.action import READ_RECORD
from hled.kernel.rule import Finding, NotFoundError

router = Router(tags=["accord"])

FARTHEST = 2**53
_SIZE = "Of the register as it was with so many entries. Del registro como era con tantos asientos."


class Entries(Schema):
    limit: int = Field(
        USUAL_ITEMS,
        ge=1,
        le=MOST_ITEMS,
        description="Most items in the answer. Máximo de elementos en la respuesta.",
    )
    below: int | None = Field(
        None,
        ge=0,
        le=FARTHEST,
        description="Only entries with a smaller number: the next page. Solo asientos con número menor: la página siguiente.",
    )
    subject: str = Field("", max_length=120, description="Beginning of the subject. Comienzo del asunto.")
    type: str = Field("", max_length=80, description="Type of the act. Tipo del acto.")
    kind: Literal["joint", "party", "import", "term", ""] = ""


class OfSize(Schema):
    size: int | None = Field(None, ge=1, le=FARTHEST, description=_SIZE)


class Sizes(Schema):
    earlier: int = Field(..., ge=1, le=FARTHEST, description="Earlier size. Tamaño anterior.")
    later: int | None = Field(
        None,
        ge=1,
        le=FARTHEST,
        description="Later size; the present one without it. Tamaño posterior; sin él, el actual.",
    )


class Nothing(Schema):
    """No parameter."""


NOTHING = Nothing()


@router.get("/register", **described(ENTRIES_SCHEMA))
@does(READ_RECORD)
def entries(request: HttpRequest, query: Query[Entries]) -> HttpResponse:
    asking(request, query)
    return answered(
        entries_answer(
            query.limit, below=query.below, subject=query.subject, type=query.type, kind=query.kind
        )
    )


@router.get("/register/checkpoint", **described(CHECKPOINT_SCHEMA, errors=(400, 404)))
@does(READ_RECORD)
def checkpoint(request: HttpRequest, query: Query[OfSize]) -> HttpResponse:
    """The last note that was signed, or that of a size."""
    asking(request, query)
    found = last_checkpoint() if query.size is None else checkpoint_of(query.size)
    if found is None:
        raise NotFoundError([Finding(AC_45, "checkpoint")])
    return answered(checkpoint_answer(found))


@router.get("/register/consistency", **described(CONSISTENCY_SCHEMA, errors=(400, 404)))
@does(READ_RECORD)
def consistency(request: HttpRequest, query: Query[Sizes]) -> HttpResponse:
    asking(request, query)
    return answered(consistency_answer(query.earlier, query.later))


@router.get("/register/{int:sequence}", **described(ENTRY_SCHEMA, errors=(400, 404)))
@does(READ_RECORD)
def entry(request: HttpRequest, sequence: int) -> HttpResponse:
    asking(request, NOTHING)
    return answered(entry_answer(sequence))


@router.get("/register/{int:sequence}/proof", **described(PROOF_SCHEMA, errors=(400, 404)))
@does(READ_RECORD)
def proof(request: HttpRequest, sequence: int, query: Query[OfSize]) -> HttpResponse:
    asking(request, query)
    return answered(proof_answer(sequence, query.size))


@router.get("/credentials", **described(CREDENTIALS_SCHEMA))
@does(READ_RECORD)
def credentials(request: HttpRequest) -> HttpResponse:
    asking(request, NOTHING)
    return answered(credentials_answer())


@router.get("/silences", **described(SILENCES_SCHEMA))
@does(READ_RECORD)
def silences(request: HttpRequest) -> HttpResponse:
    asking(request, NOTHING)
    return answered(silences_answer())
