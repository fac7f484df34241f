"""A planned meeting, a body that meets, a paper."""

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from hled.dialogue.meetings.domain.papers import PaperKind
from hled.dialogue.meetings.models import PaperContent
from hled.dialogue.meetings.queries.agenda import meetings_known
from hled.dialogue.meetings.queries.diary import bodies
from hled.dialogue.meetings.queries.planned import paper_for, planned_view, planned_views
from hled.dialogue.meetings.web.reading import reader_of
from hled.dialogue.results.queries.view import view
from hled.interfaces.asked import asked_of
from hled.interfaces.frame import show


def planned_meeting(request: HttpRequest, code: str) -> HttpResponse:
    found = planned_view(reader_of(request), code)
    return show(request, "meetings/planned.html", {"found": found, "plan": view(asked_of(request)).plan})


def series(request: HttpRequest, id: str) -> HttpResponse:
    asked = asked_of(request)
    seen = view(asked)
    found = bodies(asked, id).one
    known = meetings_known(asked.as_of, recorded_by=asked.recorded_by)
    of_level = (
        [] if found is None else [(key, each) for key, each in known.items() if each["level"] == found.kind]
    )
    return show(
        request,
        "meetings/series.html",
        {
            "found": found,
            "plan": seen.plan,
            "tasks": seen.rows(found.tasks if found else ()),
            "recorded": of_level[::-1],
            "planned": planned_views(reader_of(request), series=id),
        },
    )


def paper(request: HttpRequest, code: str) -> HttpResponse:
    """The bytes of a paper, to be saved and not shown: nothing of it runs here."""
    found = paper_for(reader_of(request), code)
    content = PaperContent.objects.get(pk=found.content_id).content
    answer = HttpResponse(bytes(content), content_type=PaperKind(found.kind).media_type)
    answer["Content-Disposition"] = content_disposition_header(True, found.file_name) or "attachment"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["Cache-Control"] = "private, no-store" if found.seen_by != "public" else "public, max-age=3600"
    return answer
