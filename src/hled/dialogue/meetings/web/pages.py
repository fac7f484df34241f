"""Meetings held and due, one of them, and what the next should take up."""

from django.http import HttpRequest, HttpResponse

from hled.dialogue.meetings.permissions import DRAFT_GROUP
from hled.dialogue.meetings.queries.agenda import agenda as proposed
from hled.dialogue.meetings.queries.agenda import meeting_facts, meetings_known, outlook, proposed_items
from hled.dialogue.meetings.queries.diary import bodies
from hled.dialogue.meetings.queries.meeting import meeting as one_meeting
from hled.dialogue.meetings.queries.planned import planned_views
from hled.dialogue.meetings.web.reading import may_found, may_plan, reader_of
from hled.dialogue.results.queries.view import view
from hled.interfaces.acting import does
from hled.interfaces.asked import asked_of
from hled.interfaces.frame import show
from hled.kernel.action import READ_RECORD

MOST_OF_A_PILLAR = 60
"""Items of one pillar on the page; the command and the endpoint give all."""


@does(READ_RECORD)
def meetings(request: HttpRequest) -> HttpResponse:
    asked = asked_of(request)
    seen = view(asked)
    known = meetings_known(asked.as_of, recorded_by=asked.recorded_by)
    return show(
        request,
        "meetings/meetings.html",
        {
            "plan": seen.plan,
            "facts": list(zip(reversed(meeting_facts(known)), reversed(known.values()), strict=True)),
            "cadences": outlook(seen.standing, known).cadences,
            "bodies": bodies(asked).every,
            "planned": planned_views(reader_of(request)),
            "may_plan": may_plan(request),
            "may_found": may_found(request, DRAFT_GROUP),
        },
    )


@does(READ_RECORD)
def meeting(request: HttpRequest, id: str) -> HttpResponse:
    found = one_meeting(id, asked_of(request))
    return show(
        request, "meetings/meeting.html", {"found": found, "record": found.record, "plan": found.view.plan}
    )


@does(READ_RECORD)
def agenda(request: HttpRequest) -> HttpResponse:
    asked = asked_of(request)
    seen = view(asked)
    known = meetings_known(asked.as_of, recorded_by=asked.recorded_by)
    sections = proposed(seen.standing, known, per_pillar=MOST_OF_A_PILLAR)
    rows = {row.id: row for row in seen.rows(item.subject for each in sections for item in each.items)}
    ahead = outlook(seen.standing, known)
    return show(
        request,
        "meetings/agenda.html",
        {
            "plan": seen.plan,
            "sections": [
                (each, [(item, rows.get(item.subject)) for item in each.items]) for each in sections
            ],
            "total": sum(len(each.items) + each.left_out for each in sections),
            "cadences": ahead.cadences,
            "proposed": proposed_items(asked.as_of, recorded_by=asked.recorded_by),
            "series": {each.series.code: each.series for each in ahead.cadences},
        },
    )
