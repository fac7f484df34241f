"""Every public submission: searched, narrowed, walked by pages, and taken home as a file."""

from dataclasses import fields
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from hled.dialogue.docket.domain.speakers import PLACES, Kind, Size
from hled.dialogue.docket.domain.words import compared_form
from hled.dialogue.docket.models import Submission
from hled.dialogue.docket.queries.answers import HEADING, SUBMISSIONS_SCHEMA, submission_items
from hled.dialogue.docket.queries.asking import Filters
from hled.dialogue.docket.queries.calls import calls_known
from hled.dialogue.docket.queries.searching import MOST_COUNTED, matching, search
from hled.interfaces.acting import does
from hled.interfaces.asked import asked_of
from hled.interfaces.frame import show
from hled.interfaces.problems import not_found
from hled.interfaces.streamed import TYPES, streamed
from hled.kernel.action import READ_RECORD
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.party import parties_in_order

LONGEST = 200
EXCERPT = 60
"""Words of a submission in the list."""
LANGUAGES = {Language.EN: Bilingual("English", "Inglés"), Language.ES: Bilingual("Spanish", "Español")}


def filters_of(request: HttpRequest) -> Filters:
    return Filters(
        **{
            each.name: request.GET.get(each.name, "")[:LONGEST].strip().replace("\0", "")
            for each in fields(Filters)
        }
    )


@does(READ_RECORD)
def submissions(request: HttpRequest) -> HttpResponse:
    wanted, asked = filters_of(request), asked_of(request)
    found = search(wanted, asked, before=request.GET.get("before", ""))
    told = {
        "wanted": wanted,
        "narrowed": wanted != Filters(),
        "found": found,
        "most": MOST_COUNTED,
        "rows": [(each, _excerpt(each, wanted.words)) for each in found.rows],
        "choices": _choices(request),
        "kinds": dict(Kind.__members__),
        "formats": [(each, f"?{_query(request)}") for each in TYPES],
    }
    return show(request, "docket/submissions.html", told)


def _choices(request: HttpRequest) -> dict[str, list[tuple[str, str]]]:
    """What each filter offers, in the language of the reader."""
    language = request.LANGUAGE_CODE
    calls = [(each.code, getattr(each, f"title_{language}")) for each in calls_known(asked_of(request))]
    places = [(code, label.in_language(language)) for code, label in PLACES.items()]
    return {
        "call": calls,
        "kind": [(each.value, each.label.in_language(language)) for each in Kind],
        "size": [(each.value, each.label.in_language(language)) for each in Size],
        "place": sorted(places[:-2], key=lambda each: each[1]) + places[-2:],
        "language": [(code, label.in_language(language)) for code, label in LANGUAGES.items()],
        "intake": [(each.value, each.label.in_language(language)) for each in parties_in_order(language)],
    }


def _excerpt(row: Submission, words: str) -> str:
    """The part of a text in which the first of the words stands; its beginning where none does."""
    said = row.text.split()
    wanted = compared_form(words).split()
    at = next(
        (
            place
            for place, each in enumerate(said)
            if any(compared_form(each).startswith(word) for word in wanted)
        ),
        0,
    )
    start = max(0, at - EXCERPT // 3) if at > EXCERPT // 2 else 0
    shown = " ".join(said[start : start + EXCERPT])
    return ("… " if start else "") + shown + (" …" if len(said) > start + EXCERPT else "")


def _query(request: HttpRequest) -> str:
    kept = request.GET.copy()
    kept.pop("before", None)
    return urlencode([(name, value) for name, value in kept.items() if value])


@does(READ_RECORD)
def download(request: HttpRequest, format: str) -> HttpResponseBase:
    """All that fits the filters in one file, written while it is sent."""
    if format not in TYPES:
        raise not_found("format", format)
    wanted, asked = filters_of(request), asked_of(request)
    rows = matching(wanted, asked)
    answer: StreamingHttpResponse = streamed(
        submission_items(rows),
        format,
        name="hled-docket",
        heading=HEADING,
        schema=SUBMISSIONS_SCHEMA.name,
        params={**asked.as_json(), **{each.name: getattr(wanted, each.name) for each in fields(wanted)}},
    )
    return answer
