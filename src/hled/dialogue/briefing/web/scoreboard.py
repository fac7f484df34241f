"""The scoreboard and the alerts."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from itertools import groupby

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from hled.dialogue.briefing.queries.scoreboard import Filter, Scoreboard
from hled.dialogue.briefing.queries.scoreboard import scoreboard as whole
from hled.dialogue.briefing.web.timeline import time_line
from hled.dialogue.docket.queries.loop import loop_figures
from hled.dialogue.results.domain.alerts import Alert, Urgency
from hled.dialogue.results.domain.assessment import Status
from hled.dialogue.results.queries.rows import ScoreRow
from hled.dialogue.results.queries.view import View, view
from hled.interfaces.acting import does
from hled.interfaces.asked import asked_of
from hled.interfaces.frame import show
from hled.interfaces.marks import STATUS_ORDER
from hled.kernel.action import READ_RECORD
from hled.kernel.bilingual import Bilingual

ROWS_OF_A_PAGE = 100
LONGEST_WORDS = 200


@does(READ_RECORD)
def scoreboard(request: HttpRequest) -> HttpResponse:
    found, seen = whole(asked_of(request)), view(asked_of(request))
    wanted = _filter(request)
    kept = _in_plan_order(wanted.keep(found.rows), found)
    page = Paginator(kept, ROWS_OF_A_PAGE).get_page(request.GET.get("page"))
    return show(
        request,
        "briefing/scoreboard.html",
        {
            "board": found,
            "plan": found.plan,
            "pillars": [
                (each, found.plan.pillars[each.key], f"pillar={each.key}&") for each in found.pillars
            ],
            "scale": max((each.total for each in found.pillars), default=1),
            "timeline": time_line(found, request.LANGUAGE_CODE),
            "loop": loop_figures(found.asked.as_of),
            "wanted": wanted,
            "choices": _choices(found, request.LANGUAGE_CODE),
            "kept": len(kept),
            "page": page,
            "groups": _groups(page.object_list, seen),
        },
    )


def _filter(request: HttpRequest) -> Filter:
    given = {each.name: request.GET.get(each.name, "")[:LONGEST_WORDS].strip() for each in fields(Filter)}
    return Filter(**given)


def _in_plan_order(rows: Iterable[ScoreRow], found: Scoreboard) -> list[ScoreRow]:
    """By pillar and initiative in the order of the plan; items without initiative come last in their pillar."""
    pillars = {id: place for place, id in enumerate(found.plan.pillars)}
    initiatives = {id: place for place, id in enumerate(found.plan.initiatives)}
    return sorted(
        rows,
        key=lambda row: (
            pillars.get(row.facts.pillar, len(pillars)),
            initiatives.get(row.facts.initiative or "", len(initiatives)),
        ),
    )


def _groups(
    rows: Iterable[ScoreRow], seen: View
) -> list[tuple[str, list[tuple[str | None, list[ScoreRow]]]]]:
    """Rows by pillar and by initiative; an initiative that nobody had named by the day heads no group."""

    def initiative(row: ScoreRow) -> str | None:
        return row.facts.initiative if seen.is_named("initiatives", row.facts.initiative) else None

    return [
        (pillar, [(key, list(inner)) for key, inner in groupby(each, key=initiative)])
        for pillar, each in groupby(rows, key=lambda row: row.facts.pillar)
    ]


def _choices(found: Scoreboard, language: str) -> dict[str, list[tuple[str, str]]]:
    """What each filter offers: only what occurs in the view, by its label."""
    rows = found.rows

    def labels(legend: str, codes: Iterable[str]) -> list[tuple[str, str]]:
        said = {code: found.plan.label(legend, code).in_language(language) for code in set(codes)}
        return sorted(said.items(), key=lambda pair: pair[1].casefold())

    occurring = {row.status for row in rows}
    agencies = {code for row in rows for code in (*row.facts.agencies_us, *row.facts.agencies_mx)}
    return {
        "pillar": [(each.key, _title(found.plan.pillars[each.key], language)) for each in found.pillars],
        "status": [
            (code, Status(code).label.in_language(language))
            for code in STATUS_ORDER
            if Status(code) in occurring
        ],
        "agency": sorted(
            (code, f"{code} · {found.plan.agencies[code][f'name_{language}']}") for code in agencies
        ),
        "sector": labels("sector", (code for row in rows for code in row.facts.sectors)),
        "action_type": labels("action_type", (row.facts.action_type for row in rows)),
        "kind": labels("commitment_kind", (row.facts.kind for row in rows)),
    }


def _title(record: dict[str, object], language: str) -> str:
    numeral = record.get("numeral")
    title = str(record[f"title_{language}"])
    return f"{numeral}. {title}" if numeral else title


@does(READ_RECORD)
def alerts(request: HttpRequest) -> HttpResponse:
    found = whole(asked_of(request))
    code = request.GET.get("rule", "")
    chosen = [each for each in found.alerts if code in {"", each.code}]
    page = Paginator(chosen, ROWS_OF_A_PAGE).get_page(request.GET.get("page"))
    return show(
        request,
        "briefing/alerts.html",
        {
            "board": found,
            "plan": found.plan,
            "by_rule": _by_rule(found.alerts),
            "by_urgency": [(each, sum(a.urgency is each for a in found.alerts)) for each in Urgency],
            "code": code,
            "page": page,
            "series": {
                each.series.code: Bilingual(each.series.label.en, each.series.label.es)
                for each in found.cadences
            },
        },
    )


def _by_rule(alerts: Sequence[Alert]) -> list[tuple[object, int]]:
    ordered = sorted(alerts, key=lambda each: (-_RANK[each.urgency], each.code))
    return [
        (each[0].rule, len(each))
        for each in (list(inner) for _, inner in groupby(ordered, key=lambda alert: alert.code))
    ]


_RANK = {Urgency.HIGH: 2, Urgency.MEDIUM: 1, Urgency.LOW: 0}
