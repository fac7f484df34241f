"""A planned meeting, a body that meets, a paper."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from hled.dialogue.accord.web.beginning import terms_asked
from hled.dialogue.delegations.models import Office
from hled.dialogue.meetings.domain.papers import PaperKind
from hled.dialogue.meetings.domain.series import SeriesKind
from hled.dialogue.meetings.models import PaperContent, Seat
from hled.dialogue.meetings.permissions import ACTIONS, DRAFT_GROUP, DRAFT_REST
from hled.dialogue.meetings.queries.agenda import meetings_known
from hled.dialogue.meetings.queries.agreed import (
    decisions_of,
    drafts_of,
    minutes_of,
    minutes_under_way,
    occasions_of,
)
from hled.dialogue.meetings.queries.diary import bodies
from hled.dialogue.meetings.queries.planned import PlannedView, paper_for, planned_view, planned_views
from hled.dialogue.meetings.web.reading import may_do, may_found, reader_of
from hled.dialogue.results.queries.view import view
from hled.interfaces.acting import does
from hled.interfaces.asked import asked_of
from hled.interfaces.frame import show
from hled.kernel.action import READ_RECORD


@does(READ_RECORD)
def planned_meeting(request: HttpRequest, code: str) -> HttpResponse:
    return meeting_page(request, code)


def meeting_page(
    request: HttpRequest, code: str, *, findings: Any = (), told: Any = (), status: int = 200
) -> HttpResponse:
    """
    A meeting as its reader may see it, with what the reader may do.

    Parameters
    ----------
    findings, told
        What stood against the last act, and what it came with.
    """
    reader = reader_of(request)
    found = planned_view(reader, code)
    drafts = drafts_of(found.row, reader)
    context = {
        "found": found,
        "plan": view(asked_of(request)).plan,
        "minutes": minutes_of(found.row),
        "decisions": decisions_of(found.row),
        "drafts": drafts,
        "minutes_under_way": minutes_under_way(drafts),
        "mine": reader,
        "may": may_do(request, found.row, *ACTIONS),
        "offices": Office.objects.filter(party=reader) if reader else (),
        "seat_lines": _seat_lines(found) if reader else (),
        "own_papers": [
            each for each in found.papers if each.party == reader and not hasattr(each, "replaced_by")
        ],
        "findings": findings,
        "told": told,
        "typed": request.POST,
    }
    return show(request, "meetings/planned.html", context, status=status)


SPARE_SEATS = 3


def _seat_lines(found: PlannedView) -> list[Seat | None]:
    """The seats of one's own Party and some empty lines to fill."""
    own = list(found.seats[found.reader]) if found.reader else []
    return [*own, *[None] * SPARE_SEATS]


@does(READ_RECORD)
def series(request: HttpRequest, id: str) -> HttpResponse:
    return series_page(request, id)


def series_page(request: HttpRequest, id: str, *, findings: Any = (), status: int = 200) -> HttpResponse:
    """A body that meets, with what the reader may propose about it."""
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
            "changed_under": occasions_of([f"series/{id}", f"group/{id}"], reader_of(request)),
            "may_rest": found is not None and may_found(request, DRAFT_REST),
            "may_change": found is not None
            and found.kind is SeriesKind.WORKING_GROUP
            and may_found(request, DRAFT_GROUP),
            "findings": findings,
            **terms_asked(request.POST),
        },
        status=status,
    )


@does(READ_RECORD)
def paper(request: HttpRequest, code: str) -> HttpResponse:
    """The bytes of a paper, to be saved and not shown: nothing of it runs here."""
    found = paper_for(reader_of(request), code)
    content = PaperContent.objects.get(pk=found.content_id).content
    answer = HttpResponse(bytes(content), content_type=PaperKind(found.kind).media_type)
    answer["Content-Disposition"] = content_disposition_header(True, found.file_name) or "attachment"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["Cache-Control"] = "private, no-store" if found.seen_by != "public" else "public, max-age=3600"
    return answer
