"""The questions as pages, the studies that were kept, and the engine beside published values."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse

from hled.dialogue.docket.permissions import MANAGE_CALL
from hled.dialogue.docket.queries.desk import calls_about
from hled.dialogue.meetings.web.reading import may_found
from hled.dialogue.studies.domain.question import Solution
from hled.dialogue.studies.domain.questions.wording import ACCOUNTING
from hled.dialogue.studies.permissions import KEEP_STUDY
from hled.dialogue.studies.queries.answering import known_answer, question_of
from hled.dialogue.studies.queries.answers.verification import checks, counts
from hled.dialogue.studies.queries.shelf import InstalledTables
from hled.dialogue.studies.queries.studies import stored_study, studies
from hled.dialogue.studies.web.asking import HOME, PAGES, address, parameters_shown
from hled.dialogue.studies.web.kept import kept_picture
from hled.interfaces.acting import does
from hled.interfaces.asked import asked_of
from hled.interfaces.formats import number
from hled.interfaces.frame import show
from hled.kernel.action import READ_RECORD

MOST_KEPT = 50


@does(READ_RECORD)
def index(request: HttpRequest) -> HttpResponse:
    """Every question, with its answer where it was computed before, and the studies that were kept."""
    asked = asked_of(request)
    tables = InstalledTables(HOME)
    available = tables.public_by(asked)
    cards = [
        {
            "route": page.route,
            "title": page.title,
            "about": page.about,
            "answer": known_answer(page.kind, page.given, home=HOME),
        }
        for page in PAGES.values()
        if tables.public_for(page.kind, asked)
    ]
    return show(
        request,
        "studies/index.html",
        {
            "cards": cards,
            "available": available,
            "kept": studies(asked, home=HOME)[:MOST_KEPT],
            "entries": tables.entries,
            "warning": ACCOUNTING,
        },
    )


@does(READ_RECORD)
def study(request: HttpRequest, id: str) -> HttpResponse:
    asked = asked_of(request)
    view = stored_study(id, asked, home=HOME)
    question = question_of(view.study.kind)
    return show(
        request,
        "studies/study.html",
        {
            "view": view,
            "question": question,
            "shown_parameters": parameters_shown(question, view.study.parameters),
            "picture": kept_picture(view, request.LANGUAGE_CODE),
            "solved": [Solution.of(each) for each in view.study.solved],
            "live": address(view.study.kind, view.study.parameters),
            "calls": calls_about("study", id, asked),
            "may_call": may_found(request, MANAGE_CALL),
            "may_keep": may_found(request, KEEP_STUDY) and not asked.dated,
        },
    )


@does(READ_RECORD)
def verification(request: HttpRequest) -> HttpResponse:
    found = checks(HOME)
    groups, absent = [], []
    for (_group, table), rows in groupby(found, key=lambda each: (each["group"], each["table"])):
        done = list(rows)
        first = done[0]
        common = {"first": first, "table": table}
        computed = [each for each in done if each["holds"] is not None]
        if computed:
            groups.append(
                {
                    **common,
                    "checks": [(each, _shown(each)) for each in computed],
                    "count": len(computed),
                    "held": sum(each["holds"] is True for each in computed),
                    "broken": any(each["holds"] is False for each in computed),
                }
            )
        if len(computed) < len(done):
            absent.append({**common, "count": len(done) - len(computed)})
    context: dict[str, Any] = {"groups": groups, "absent": absent, "counts": counts(found)}
    return show(request, "studies/verification.html", context)


def _shown(check: Mapping[str, Any]) -> str:
    """The value with two digits more than were printed."""
    printed = len(check["reference"].partition(".")[2])
    return number(Decimal(check["value"]), min(printed + 2, 10))
