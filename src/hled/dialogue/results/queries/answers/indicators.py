"""Indicators as answers: definition, baseline, latest value, target, trend and every observation. Numbers are text."""

from datetime import date
from decimal import Decimal
from typing import Any

from hled.dialogue.results.domain.indicators import (
    INDICATORS,
    METHOD,
    NO_TARGET,
    Accumulation,
    Aggregation,
    Definition,
    Direction,
    Frequency,
    PlaceKind,
    Point,
    ReportingState,
)
from hled.dialogue.results.queries.indicators import IndicatorView, TargetSet, indicator_view
from hled.interfaces.answers import (
    COUNT,
    DAY,
    FLAG,
    MOMENT,
    NUMBER_TEXT,
    TEXT,
    WHOLE,
    Answer,
    Published,
    Schema,
    both,
    listing,
    maybe,
    one_of,
    page,
    shape,
)
from hled.interfaces.asked import Asked
from hled.interfaces.problems import not_found
from hled.kernel.bilingual import Bilingual

_NUMBER = maybe(NUMBER_TEXT)
_POINT = shape(period_start=DAY, period_end=DAY, value=_NUMBER, shown=_NUMBER)
_TARGET = shape(value=NUMBER_TEXT, due=DAY, set_by=TEXT, set_at=MOMENT, note=TEXT)
_TREND = shape(
    observations=COUNT,
    **dict.fromkeys(
        ("slope", "slope_low", "slope_high", "projected", "projected_low", "projected_high", "reaching"),
        _NUMBER,
    ),
    **both("method"),
)
_MEMBERS: dict[str, Schema] = dict(
    code=TEXT,
    version=WHOLE,
    pillar=TEXT,
    **both("title", "definition", "unit", "display_unit", "direction_reason"),
    display_factor=NUMBER_TEXT,
    decimals=COUNT,
    direction=one_of(tuple(Direction)),
    band=maybe(listing(NUMBER_TEXT)),
    frequency=one_of(tuple(Frequency)),
    accumulation=one_of(tuple(Accumulation)),
    over_places=one_of(tuple(Aggregation)),
    over_time=one_of(tuple(Aggregation)),
    place_kind=one_of(tuple(PlaceKind)),
    datasets=listing(TEXT),
    vintage=TEXT,
    data_digest=TEXT,
    cautions=listing(shape(**both("says"))),
    breakdowns=listing(shape(code=TEXT, **both("title"))),
    baseline=maybe(_POINT),
    baseline_days_away=maybe(COUNT),
    latest=maybe(_POINT),
    change=_NUMBER,
    moved=one_of(("better", "worse", "same", "unknown")),
    target=maybe(_TARGET),
    **both("target_note"),
    progress=_NUMBER,
    met=maybe(FLAG),
    reporting_state=maybe(one_of(tuple(ReportingState))),
    next_expected=maybe(DAY),
)
INDICATORS_SCHEMA = Published(
    "indicators",
    Bilingual("Indicators of the four pillars", "Indicadores de los cuatro pilares"),
    shape(**_MEMBERS),
)
INDICATOR_SCHEMA = Published(
    "indicator",
    Bilingual("One indicator and its trend", "Un indicador y su tendencia"),
    shape(**_MEMBERS, trend=_TREND),
)
OBSERVATIONS_SCHEMA = Published(
    "observations",
    Bilingual("Observations of an indicator", "Observaciones de un indicador"),
    shape(
        place=TEXT,
        breakdown=TEXT,
        period_start=DAY,
        period_end=DAY,
        value=_NUMBER,
        shown=_NUMBER,
        numerator=_NUMBER,
        denominator=_NUMBER,
        reported=COUNT,
        expected=COUNT,
        missing=listing(TEXT),
    ),
)


def known_indicator(code: str, asked: Asked) -> IndicatorView:
    """
    Raises
    ------
    NotFoundError
        When no indicator has the code.
    """
    if code not in INDICATORS:
        raise not_found("indicator", code)
    return indicator_view(code, asked.as_of, recorded_by=asked.recorded_by)


def indicators_answer(asked: Asked, *, pillar: str = "", limit: int | None = None, offset: int = 0) -> Answer:
    """Every indicator without its trend, whose interval takes a thousand resamplings; one alone has it."""
    codes = [each.code for each in INDICATORS.values() if pillar in {"", each.pillar}]
    views = [
        indicator_view(code, asked.as_of, recorded_by=asked.recorded_by)
        for code in page(codes, limit, offset)
    ]
    return Answer(
        "indicators",
        {**asked.as_json(), "pillar": pillar, "limit": limit, "offset": offset},
        [indicator_item(each) for each in views],
        [finding for each in views for finding in each.plain_findings],
        total=len(codes),
    )


def indicator_answer(asked: Asked, code: str) -> Answer:
    found = known_indicator(code, asked)
    return Answer(
        "indicator",
        {**asked.as_json(), "id": code},
        [indicator_item(found) | {"trend": _trend(found)}],
        found.findings,
    )


def observations_answer(
    asked: Asked, code: str, *, place: str = "", limit: int | None = None, offset: int = 0
) -> Answer:
    """The series that stands for the indicator, or that of one place; with breakdowns where it has them."""
    found = known_indicator(code, asked)
    if place and place not in found.places:
        raise not_found("place", place)
    if place:
        series = [(place, "", point) for point in found.places[place].points]
    else:
        series = [("", "", point) for point in found.points]
        series += [("", name, point) for name, points in found.breakdowns.items() for point in points]
    return Answer(
        "observations",
        {**asked.as_json(), "id": code, "place": place, "limit": limit, "offset": offset},
        [_observation(found.definition, *each) for each in page(series, limit, offset)],
        total=len(series),
    )


def indicator_item(found: IndicatorView) -> dict[str, Any]:
    baseline = found.baseline
    return {
        **_definition(found.definition),
        "vintage": found.vintage,
        "data_digest": found.digest,
        "baseline": _point(found.definition, baseline.point) if baseline else None,
        "baseline_days_away": baseline.days_away if baseline else None,
        "latest": _point(found.definition, found.latest) if found.latest else None,
        "change": number(found.change),
        "moved": found.moved,
        "target": _target(found.target) if found.target else None,
        **_pair(
            "target_note",
            Bilingual(found.target.note or "-", found.target.note or "-") if found.target else NO_TARGET,
        ),
        "progress": number(found.progress.share),
        "met": found.progress.met,
        "reporting_state": found.state.value if found.state else None,
        "next_expected": _iso(found.expected),
    }


def _definition(each: Definition) -> dict[str, Any]:
    return {
        "code": each.code,
        "version": each.version,
        "pillar": each.pillar,
        **_pair("title", each.title),
        **_pair("definition", each.definition),
        **_pair("unit", each.unit),
        **_pair("display_unit", each.display_unit),
        **_pair("direction_reason", each.direction_reason),
        "display_factor": number(each.display_factor),
        "decimals": each.decimals,
        "direction": each.direction.value,
        "band": [number(edge) for edge in each.band] if each.band else None,
        "frequency": each.frequency.value,
        "accumulation": each.accumulation.value,
        "over_places": each.over_places.value,
        "over_time": each.over_time.value,
        "place_kind": each.place_kind.value,
        "datasets": list(each.datasets),
        "cautions": [{"says_en": caution.en, "says_es": caution.es} for caution in each.cautions],
        "breakdowns": [{"code": part.code, **_pair("title", part.title)} for part in each.breakdowns],
    }


def _pair(name: str, text: Bilingual) -> dict[str, str]:
    return {f"{name}_en": text.en, f"{name}_es": text.es}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def number(value: Decimal | None) -> str | None:
    """All digits and no exponent; trailing zeros of the store left out."""
    if value is None:
        return None
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _shown(definition: Definition, value: Decimal | None) -> str | None:
    return None if value is None else f"{definition.shown(value):f}"


def _point(definition: Definition, point: Point) -> dict[str, Any]:
    return {
        "period_start": point.period_start.isoformat(),
        "period_end": point.period_end.isoformat(),
        "value": number(point.value),
        "shown": _shown(definition, point.value),
    }


def _observation(definition: Definition, place: str, breakdown: str, point: Point) -> dict[str, Any]:
    aggregate = point.aggregate
    return {
        "place": place,
        "breakdown": breakdown,
        **_point(definition, point),
        "numerator": number(aggregate.numerator),
        "denominator": number(aggregate.denominator),
        "reported": aggregate.reported,
        "expected": aggregate.expected,
        "missing": list(aggregate.missing),
    }


def _target(found: TargetSet) -> dict[str, Any]:
    return {
        "value": number(found.target.value),
        "due": found.target.due.isoformat(),
        "set_by": found.set_by,
        "set_at": found.set_at.isoformat(),
        "note": found.note,
    }


def _trend(found: IndicatorView) -> dict[str, Any]:
    names = ("slope", "slope_low", "slope_high", "projected", "projected_low", "projected_high", "reaching")
    return {
        "observations": found.trend.observations,
        **{name: number(getattr(found.trend, name)) for name in names},
        **_pair("method", METHOD),
    }


PUBLISHED = (INDICATORS_SCHEMA, INDICATOR_SCHEMA, OBSERVATIONS_SCHEMA)
