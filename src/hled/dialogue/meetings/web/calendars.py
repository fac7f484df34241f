"""The calendar as a page and as a feed."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from hled.dialogue.meetings.domain.calendar import Entry, calendar_text
from hled.dialogue.meetings.queries.diary import bodies, calendar_entries, day_of, last_day_of, months_ahead
from hled.dialogue.meetings.queries.series import SeriesView
from hled.dialogue.meetings.web.reading import reader_of
from hled.interfaces.acting import does
from hled.interfaces.asked import asked_of
from hled.interfaces.frame import show
from hled.kernel.action import READ_RECORD


@does(READ_RECORD)
def calendar(request: HttpRequest) -> HttpResponse:
    asked = asked_of(request)
    found = calendar_entries(asked, reader=reader_of(request))
    months = [
        (month, [(day_of(each), last_day_of(each), each) for each in of_month])
        for month, of_month in months_ahead(found, asked.as_of)
    ]
    return show(request, "meetings/calendar.html", {"months": months, "bodies": bodies(asked).every})


@does(READ_RECORD)
def calendar_feed(request: HttpRequest) -> HttpResponse:
    """What the public may see: whoever subscribes is not signed in."""
    return _feed(request, calendar_entries(asked_of(request)), "hled")


@does(READ_RECORD)
def series_feed(request: HttpRequest, id: str) -> HttpResponse:
    asked = asked_of(request)
    one = bodies(asked, id).one
    return _feed(request, calendar_entries(asked, series=id), f"hled-{id}", of=one)


def _feed(
    request: HttpRequest, entries: list[Entry], name: str, *, of: SeriesView | None = None
) -> HttpResponse:
    language = get_language() or "en"
    site = request.build_absolute_uri("/").rstrip("/")
    text = calendar_text(entries, language=language, site=site, of=of.title if of else None)
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}-{language}.ics"'
    return answer
