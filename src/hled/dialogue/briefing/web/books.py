"""The briefing book of a meeting: what it holds, and its files. The public version alone."""

from django.http import HttpRequest, HttpResponse

from hled.dialogue.briefing.queries.answers.books import brief_answer
from hled.dialogue.briefing.queries.book.bound import FORMATS, Format, public_file
from hled.dialogue.briefing.queries.book.occasion import Occasion, occasion
from hled.interfaces.acting import does
from hled.interfaces.asked import Asked, asked_of
from hled.interfaces.frame import show
from hled.interfaces.printed.sent import file_answer
from hled.interfaces.problems import not_found
from hled.kernel.action import READ_RECORD
from hled.kernel.bilingual import Bilingual, Language

LANGUAGES = {Language.EN: Bilingual("English", "Inglés"), Language.ES: Bilingual("Spanish", "Español")}


def _occasion(request: HttpRequest, id: str) -> Occasion:
    asked: Asked = asked_of(request)
    as_of = asked.as_of.isoformat() if asked.dated else None
    recorded_by = asked.recorded_by.date().isoformat() if asked.recorded_by else None
    return occasion(id, as_of, recorded_by)


@does(READ_RECORD)
def brief(request: HttpRequest, id: str) -> HttpResponse:
    of = _occasion(request, id)
    return show(
        request,
        "briefing/brief.html",
        {
            "of": of,
            "answer": brief_answer(of),
            "languages": LANGUAGES.items(),
            "formats": FORMATS,
        },
    )


@does(READ_RECORD)
def book(request: HttpRequest, id: str, format: str) -> HttpResponse:
    known: dict[str, Format] = {each: each for each in FORMATS}
    if format not in known:
        raise not_found("format", f"book.{format}")
    made = public_file(_occasion(request, id), request.LANGUAGE_CODE, known[format])
    return file_answer(made.name, made.content)
