"""The docket, its calls, groups and themes, for everybody."""

from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hled.dialogue.docket.domain.themes.balance import Tally
from hled.dialogue.docket.permissions import SEE_TRIAGE
from hled.dialogue.docket.queries.calls import call_view, calls_by_standing, campaigns
from hled.dialogue.docket.queries.groups import group_view, members
from hled.dialogue.docket.queries.loop import loop_figures
from hled.dialogue.docket.queries.submissions import submission_view
from hled.dialogue.docket.queries.themes import owed_by, theme_lines, theme_named, theme_view
from hled.dialogue.docket.web.reading import may
from hled.dialogue.workplan.queries.plan import plan
from hled.interfaces.acting import Subject, does
from hled.interfaces.asked import asked_of
from hled.interfaces.frame import show
from hled.kernel.action import READ_RECORD

IN_SIGHT = 8
"""Rows of a count that stand open on a page."""


@does(READ_RECORD)
def docket(request: HttpRequest) -> HttpResponse:
    asked = asked_of(request)
    told = {
        "calls": calls_by_standing(asked),
        "loop": loop_figures(asked.as_of),
        "themes": theme_lines(asked),
        "may": may(request, Subject(None), SEE_TRIAGE),
    }
    return show(request, "docket/docket.html", told)


@does(READ_RECORD)
def call(request: HttpRequest, code: str) -> HttpResponse:
    asked = asked_of(request)
    found = call_view(code, asked)
    told = {
        "found": found,
        "loop": loop_figures(asked.as_of, found.row),
        "themes": theme_lines(asked, found.row),
        "campaigns": campaigns(found.row, asked),
        "plan": plan(asked.recorded_by, asked.as_of),
    }
    return show(request, "docket/call.html", told)


@does(READ_RECORD)
def submission(request: HttpRequest, code: str) -> HttpResponse:
    asked = asked_of(request)
    found = submission_view(code, asked)
    told = {"found": found, "owed": owed_by(found.theme, asked) if found.theme else ()}
    return show(request, "docket/submission.html", told, status=410 if found.hidden else 200)


@does(READ_RECORD)
def group(request: HttpRequest, code: str) -> HttpResponse:
    """A group; the name of one that joined an older group leads there."""
    asked = asked_of(request)
    found = group_view(code, asked)
    if found.code != code:
        return _moved(request, "docket-group", found.code)
    rows, before = members(found, asked, before=request.GET.get("before", ""))
    told = {"found": found, "rows": rows, "before": before, "tally": _tables(found.tally)}
    return show(request, "docket/group.html", told)


@does(READ_RECORD)
def theme(request: HttpRequest, code: str) -> HttpResponse:
    """A theme; the address of a merged one leads to where it went."""
    asked = asked_of(request)
    row = theme_named(code, asked)
    if row.merged_into is not None:
        return _moved(request, "docket-theme", row.merged_into.code)
    found = theme_view(row, asked)
    told = {
        "found": found,
        "plan": plan(asked.recorded_by, asked.as_of),
        "tally": _tables(found.heard.tally),
        "stances": [
            (stance, list(each))
            for stance, each in groupby(found.heard.quotations, key=lambda one: one.stance)
        ],
    }
    return show(request, "docket/theme.html", told)


@dataclass(frozen=True, slots=True)
class Table:
    """How many bear each code, the most frequent in sight and the others one step away."""

    name: str
    title: str
    first: tuple[tuple[str, int], ...]
    rest: tuple[tuple[str, int], ...]


def _tables(tally: Tally) -> list[Table]:
    return [
        Table(name, title, rows[:IN_SIGHT], rows[IN_SIGHT:])
        for name, title, rows in (
            ("kind", _("Who speaks"), tally.kinds),
            ("size", _("Size"), tally.sizes),
            ("place", _("Place"), tally.places),
        )
    ]


def _moved(request: HttpRequest, route: str, code: str) -> HttpResponse:
    query = request.META.get("QUERY_STRING", "")
    return HttpResponseRedirect(reverse(route, args=[code]) + (f"?{query}" if query else ""))
