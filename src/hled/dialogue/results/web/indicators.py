"""Indicators: the list, one of them, and the map of the Mexican states."""

from datetime import date
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString, mark_safe

from hled.dialogue.accord.web.beginning import may_begin
from hled.dialogue.results.domain.indicators import INDICATORS, METHOD, RELAUNCH, Direction, PlaceKind
from hled.dialogue.results.queries.agreed import decision_of, decisions_of
from hled.dialogue.results.queries.indicators import (
    IndicatorView,
    indicator_view,
    indicator_views,
    targets_of_places,
)
from hled.dialogue.results.queries.view import view
from hled.dialogue.results.web import pictures
from hled.interfaces import formats
from hled.interfaces.acting import does
from hled.interfaces.asked import Asked, asked_of
from hled.interfaces.frame import show
from hled.interfaces.problems import not_found
from hled.kernel.action import READ_RECORD
from hled.sources.catalogue import DATASETS
from hled.sources.places import MEXICAN_STATES, SOUTHERN_STATES

LATEST_ROWS = 24


def _drawn(svg: str) -> SafeString:
    return mark_safe(svg)  # noqa: S308  # drawn by us from numbers and escaped words


def _card(found: IndicatorView, language: str) -> dict[str, Any]:
    latest = found.latest
    return {
        "view": found,
        "definition": found.definition,
        "value": pictures.shown(found.definition, latest.value) if latest else "",
        "period": pictures.period(found.definition, latest) if latest else None,
        "change": pictures.since_baseline(found),
        "finding": pictures.finding(found),
        "spark": _drawn(pictures.spark(found, language)),
    }


@does(READ_RECORD)
def indicators(request: HttpRequest) -> HttpResponse:
    asked = asked_of(request)
    seen = view(asked)
    cards = [
        _card(each, request.LANGUAGE_CODE)
        for each in indicator_views(asked.as_of, recorded_by=asked.recorded_by)
    ]
    groups = [
        (pillar, list(each))
        for pillar, each in groupby(cards, key=lambda card: card["view"].definition.pillar)
    ]
    return show(
        request,
        "results/indicators.html",
        {
            "groups": groups,
            "plan": seen.plan,
            "total": len(cards),
            "without_target": sum(each["view"].target is None for each in cards),
        },
    )


def _found(code: str, asked: Asked) -> IndicatorView:
    if code not in INDICATORS:
        raise not_found("indicator", code)
    return indicator_view(code, asked.as_of, recorded_by=asked.recorded_by)


@does(READ_RECORD)
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    asked, language = asked_of(request), request.LANGUAGE_CODE
    found = _found(code, asked)
    seen = view(asked)
    meetings: list[date] = sorted(
        each.held_on
        for each in seen.standing.facts.meetings
        if each.held_on > RELAUNCH and each.level != "publication"
    )
    definition = found.definition
    points = [
        (pictures.period(definition, each), pictures.shown(definition, each.value), each.aggregate.missing)
        for each in reversed(found.points)
    ]
    return show(
        request,
        "results/indicator.html",
        {
            "view": found,
            "definition": definition,
            "plan": seen.plan,
            "finding": pictures.finding(found),
            "chart": _drawn(pictures.main_chart(found, meetings, language)),
            "panels": _drawn(pictures.panels(found, language)),
            "map": _drawn(pictures.state_map(found, language)),
            "map_title": pictures.map_title(found),
            "latest": _with_period(found),
            "baseline_shown": pictures.shown(definition, found.baseline.value) if found.baseline else "",
            "baseline_period": pictures.period(definition, found.baseline.point) if found.baseline else None,
            "slope": _slope(found),
            "method": METHOD,
            "points": points[:LATEST_ROWS],
            "older": points[LATEST_ROWS:],
            "places": _places(found),
            "datasets": [DATASETS[each] for each in definition.datasets],
            "source_line": pictures.source_line(definition),
            "target_text": f"target:{code}" if found.target and found.target.act else "",
            "target_decision": decision_of(found.target.act) if found.target else None,
            "place_targets": _place_targets(found, asked),
            "may_propose": may_begin(request) and definition.direction in {Direction.UP, Direction.DOWN},
        },
    )


def _place_targets(found: IndicatorView, asked: Asked) -> list[dict[str, Any]]:
    """What was set for single places, each with the act and the decision that it came by, where both Parties agreed it."""
    code = found.definition.code
    held = targets_of_places(code, asked.recorded_by, asked.as_of)
    decided = decisions_of([each.act for each in held.values() if each.act])
    lines = [
        {
            "name": pictures.place_name(place),
            "set": each,
            "text": f"target:{code}:{place}" if each.act else "",
            "decision": decided.get(each.act),
        }
        for place, each in held.items()
    ]
    return sorted(lines, key=lambda line: str(line["name"]))


def _with_period(found: IndicatorView) -> tuple[str, object] | None:
    if found.latest is None:
        return None
    return (
        pictures.shown(found.definition, found.latest.value),
        pictures.period(found.definition, found.latest),
    )


def _slope(found: IndicatorView) -> tuple[str, str, str] | None:
    trend = found.trend
    if trend.slope is None:
        return None
    ends = (trend.slope, trend.slope_low, trend.slope_high)
    decimals = max(found.definition.decimals, 2)
    factor = found.definition.display_factor
    slope, low, high = (
        formats.number(round((each or trend.slope) / factor, decimals), decimals) for each in ends
    )
    return slope, low, high


def _places(found: IndicatorView) -> list[dict[str, Any]]:
    definition = found.definition
    lines: list[dict[str, Any]] = [
        {
            "code": each.place,
            "name": pictures.place_name(each.place),
            "value": pictures.shown_place(found, each.latest.value if each.latest else None),
            "sort": each.latest.value if each.latest and each.latest.value is not None else None,
            "period": pictures.period(definition, each.latest) if each.latest else None,
            "baseline": pictures.shown_place(found, each.baseline.value if each.baseline else None),
            "southern": each.place in SOUTHERN_STATES and definition.place_kind is PlaceKind.MEXICAN_STATE,
        }
        for each in found.places.values()
        if each.place
    ]
    return sorted(lines, key=lambda line: (line["sort"] is None, -(line["sort"] or 0), line["name"]))


@does(READ_RECORD)
def state_map(request: HttpRequest) -> HttpResponse:
    """The latest figures of one indicator by state; which one is in the address."""
    asked, language = asked_of(request), request.LANGUAGE_CODE
    choices = [each for each in INDICATORS.values() if each.place_kind is PlaceKind.MEXICAN_STATE]
    code = request.GET.get("indicator") or choices[0].code
    if code not in {each.code for each in choices}:
        raise not_found("indicator", code)
    found = _found(code, asked)
    drawn = pictures.newest(found)
    lines = [each for each in _places(found) if each["code"] in MEXICAN_STATES]
    return show(
        request,
        "results/map.html",
        {
            "view": found,
            "definition": found.definition,
            "choices": choices,
            "title": pictures.map_title(found),
            "map": _drawn(pictures.state_map(found, language)),
            "places": lines,
            "missing": [place.name for key, place in MEXICAN_STATES.items() if key not in drawn],
            "source_line": pictures.source_line(found.definition),
            "plan": view(asked).plan,
        },
    )
