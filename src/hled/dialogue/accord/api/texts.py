"""Endpoints of joint texts: those in force, one of them, what changed in it."""

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router

from hled.dialogue.accord.queries.texts.answers import (
    TEXT_DIFFERENCE_SCHEMA,
    TEXT_SCHEMA,
    TEXTS_SCHEMA,
    text_answer,
    text_difference_answer,
    texts_answer,
)
from hled.interfaces.acting import does
from hled.interfaces.api import Dates, PagedDates, answered, asking, described
from hled.kernel.action import READ_RECORD

router = Router(tags=["accord"])
_DIGEST = "Digest of an act, or its beginning. Huella de un acto, o su comienzo."


class OneText(Dates):
    act: str = Field("", max_length=64, description=_DIGEST)


class TwoTexts(Dates):
    earlier: str = Field("", max_length=64, description=_DIGEST)
    later: str = Field("", max_length=64, description=_DIGEST)


@router.get("/texts", **described(TEXTS_SCHEMA))
@does(READ_RECORD)
def texts(request: HttpRequest, query: Query[PagedDates]) -> HttpResponse:
    asked = asking(request, query)
    return answered(texts_answer(asked, limit=query.limit, offset=query.offset))


@router.get("/texts/{subject}", **described(TEXT_SCHEMA, errors=(400, 404)))
@does(READ_RECORD)
def text(request: HttpRequest, subject: str, query: Query[OneText]) -> HttpResponse:
    return answered(text_answer(asking(request, query), subject, act=query.act))


@router.get("/texts/{subject}/difference", **described(TEXT_DIFFERENCE_SCHEMA, errors=(400, 404)))
@does(READ_RECORD)
def difference(request: HttpRequest, subject: str, query: Query[TwoTexts]) -> HttpResponse:
    asked = asking(request, query)
    return answered(text_difference_answer(asked, subject, earlier=query.earlier, later=query.later))
