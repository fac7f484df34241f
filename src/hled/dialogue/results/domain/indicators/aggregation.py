"""
How figures of several places, breakdowns or periods become one.

Only the rule that the definition declares combines figures. A part that did not report is named and never counted as zero.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from hled.dialogue.results.domain.indicators.definition import Aggregation, Definition, PlaceKind
from hled.dialogue.results.domain.indicators.rules import ME_01, ME_02, ME_03, ME_04
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.observed import Observed
from hled.sources.places import MEXICAN_STATES

_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Aggregate:
    """
    Several figures made one.

    `value` is None when no part reported; `missing` names the parts that did not.
    """

    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    reported: int
    expected: int
    missing: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        return not self.missing

    def findings(self, place: str) -> tuple[Finding, ...]:
        """ME-01 with the coverage, when a part is missing."""
        if self.complete:
            return ()
        names = ", ".join(self.missing)
        coverage = Bilingual(
            f"{self.reported} of {self.expected} reported; missing: {names}",
            f"informaron {self.reported} de {self.expected}; faltan: {names}",
        )
        return (Finding(ME_01, place, coverage),)


@dataclass(frozen=True, slots=True)
class Point:
    """
    One value of the series that stands for an indicator.

    For a seasonal indicator the period is the year that ends with `period_end`; `observed_start` is the first day of
    the last month or quarter in it.
    """

    period_start: date
    period_end: date
    observed_start: date
    aggregate: Aggregate

    @property
    def value(self) -> Decimal | None:
        return self.aggregate.value


def over_parts(
    parts: Mapping[str, Observed | None],
    rule: Aggregation,
    weights: Mapping[str, Decimal] | None = None,
) -> Aggregate:
    """
    Combine the figures of labeled parts by a declared rule.

    Parameters
    ----------
    parts : mapping of label to observation
        Every expected part; None or a missing value where it did not report.
    weights : mapping of label to Decimal, optional
        For a weighted mean; normalized over the parts that reported.

    Raises
    ------
    ValueError
        When the rule is ``none``: such figures may not be combined.
    BrokenRuleError
        ME-02, when a rate comes without its parts; ME-04, when weights are negative or add up to zero.
    """
    reported = {label: each for label, each in parts.items() if each is not None and each.value is not None}
    missing = tuple(sorted(parts.keys() - reported.keys()))
    numerator, denominator = _numerator_and_denominator(reported, rule)
    value = _combined(reported, rule, weights, numerator, denominator) if reported else None
    return Aggregate(value, numerator, denominator, len(reported), len(parts), missing)


def headline(
    definition: Definition,
    observations: Iterable[Observed],
    breakdown: str | None = None,
) -> tuple[Point, ...]:
    """
    The one series that stands for an indicator, or for one of its breakdowns.

    Uses the whole that the provider publishes where there is one, else combines the places by the declared rule. A seasonal
    indicator gives the year ending with each period. Empty where the definition forbids to combine places.
    """
    points = as_observed(definition, observations, breakdown)
    return trailing_year(definition, points) if definition.seasonal else points


def as_observed(
    definition: Definition,
    observations: Iterable[Observed],
    breakdown: str | None = None,
) -> tuple[Point, ...]:
    """The series that stands for an indicator, one point per month, quarter or year; trends are taken from it."""
    chosen = [each for each in observations if _has_breakdown(definition, each, breakdown)]
    labeled = _labels_of_the_whole(definition, chosen)
    if labeled is None:
        return ()
    return _series(definition, labeled, _expected_places(definition, labeled))


def by_place(
    definition: Definition,
    observations: Iterable[Observed],
    breakdown: str | None = None,
) -> dict[str, tuple[Point, ...]]:
    """Series of each place that was ever observed, inside the scope or not, by its code."""
    places: defaultdict[str, list[Observed]] = defaultdict(list)
    for each in observations:
        if each.place and _has_breakdown(definition, each, breakdown):
            places[each.place].append(each)
    series = {
        place: _series(definition, [(place, each) for each in figures], (place,))
        for place, figures in sorted(places.items())
    }
    if not definition.seasonal:
        return series
    return {place: trailing_year(definition, points) for place, points in series.items()}


def by_breakdown(definition: Definition, observations: Iterable[Observed]) -> dict[str, tuple[Point, ...]]:
    """Series of the whole for each breakdown, by its code, in the order of the definition."""
    everything = tuple(observations)
    return {each.code: headline(definition, everything, each.code) for each in definition.breakdowns}


def trailing_year(definition: Definition, points: Iterable[Point]) -> tuple[Point, ...]:
    """
    For every period, the year that ends with it, by the rule over time.

    A year with a missing or skipped period has no value: a part of a year is not a year.
    """
    count = definition.frequency.per_year
    ordered = sorted(points, key=lambda point: point.period_end)
    windows = (ordered[end - count : end] for end in range(count, len(ordered) + 1))
    return tuple(_one_year(window, definition.over_time) for window in windows)


def calendar_years(definition: Definition, points: Iterable[Point]) -> dict[int, Decimal]:
    """Values of the calendar years of which every period is there, by the rule over time."""
    if not definition.seasonal and definition.frequency.per_year > 1:
        points = trailing_year(definition, points)
    return {
        point.period_end.year: point.value
        for point in points
        if point.value is not None and (point.period_end.month, point.period_end.day) == (12, 31)
    }


def cumulative_findings(
    observations: Iterable[Observed], corrections: frozenset[date] = frozenset()
) -> tuple[Finding, ...]:
    """
    Where a cumulative series falls without a correction recorded for the end of the period (ME-03).

    Compared within each place and breakdown; periods without a value are skipped, not read as zero.
    """
    series: defaultdict[tuple[str, str], list[tuple[date, Decimal]]] = defaultdict(list)
    for each in observations:
        if each.value is not None:
            series[each.place, each.breakdown].append((each.period_end, each.value))
    return tuple(
        Finding(ME_03, f"{place or '-'} {breakdown or '-'} {end}", f"{earlier} > {later}")
        for (place, breakdown), values in sorted(series.items())
        for (_, earlier), (end, later) in pairwise(sorted(values))
        if later < earlier and end not in corrections
    )


def normalized(weights: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """
    Weights as shares of one.

    Raises
    ------
    BrokenRuleError
        ME-04, when a weight is negative or none is above zero.
    """
    total = sum(weights.values(), Decimal(0))
    if total <= 0 or any(weight < 0 for weight in weights.values()):
        raise BrokenRuleError([Finding(ME_04, "weights", ", ".join(f"{k}={v}" for k, v in weights.items()))])
    return {label: weight / total for label, weight in weights.items()}


def _combined(
    reported: Mapping[str, Observed],
    rule: Aggregation,
    weights: Mapping[str, Decimal] | None,
    numerator: Decimal | None,
    denominator: Decimal | None,
) -> Decimal | None:
    values = {label: each.value for label, each in reported.items() if each.value is not None}
    match rule:
        case Aggregation.SUM:
            return sum(values.values(), Decimal(0))
        case Aggregation.MEAN:
            return sum(values.values(), Decimal(0)) / len(values)
        case Aggregation.LAST:
            return max(reported.values(), key=lambda each: each.period_end).value
        case Aggregation.RATIO:
            return numerator / denominator if numerator is not None and denominator else None
        case Aggregation.WEIGHTED_MEAN:
            shares = normalized({label: (weights or {})[label] for label in values})
            return sum((shares[label] * value for label, value in values.items()), Decimal(0))
        case Aggregation.NONE:
            raise ValueError("rule='none': these figures may not be combined")


def _numerator_and_denominator(
    reported: Mapping[str, Observed], rule: Aggregation
) -> tuple[Decimal | None, Decimal | None]:
    if rule is not Aggregation.RATIO or not reported:
        return None, None
    bare = [label for label, each in reported.items() if each.numerator is None or each.denominator is None]
    if bare:
        raise BrokenRuleError(Finding(ME_02, label, str(reported[label].value)) for label in sorted(bare))
    return (
        sum((each.numerator for each in reported.values() if each.numerator is not None), Decimal(0)),
        sum((each.denominator for each in reported.values() if each.denominator is not None), Decimal(0)),
    )


def _has_breakdown(definition: Definition, each: Observed, breakdown: str | None) -> bool:
    wanted = breakdown if breakdown is not None else definition.main_breakdown
    return not wanted or each.breakdown == wanted


def _labels_of_the_whole(
    definition: Definition, observations: list[Observed]
) -> list[tuple[str, Observed]] | None:
    """What is to be combined into the whole, each under its label; None where nothing may stand for the whole."""
    published = [each for each in observations if not each.place]
    if definition.place_kind is PlaceKind.WHOLE:
        return [(each.breakdown, each) for each in published]
    if published and not definition.scope:
        return [("", each) for each in published]
    if definition.over_places is Aggregation.NONE:
        return None
    return [
        (each.place, each)
        for each in observations
        if each.place and (not definition.scope or each.place in definition.scope)
    ]


def _expected_places(definition: Definition, labeled: list[tuple[str, Observed]]) -> tuple[str, ...]:
    """Labels expected in every period; ports and modes come and go, see `_seen_within_a_year`."""
    if definition.place_kind is not PlaceKind.MEXICAN_STATE or any(label == "" for label, _ in labeled):
        return ()
    return definition.scope or tuple(MEXICAN_STATES)


def _series(
    definition: Definition, labeled: list[tuple[str, Observed]], expected: tuple[str, ...]
) -> tuple[Point, ...]:
    periods: defaultdict[tuple[date, date], defaultdict[str, list[Observed]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for label, each in labeled:
        periods[each.period_start, each.period_end][label].append(each)
    wanted = _seen_within_a_year(periods) if not expected else dict.fromkeys(periods, frozenset(expected))
    return tuple(
        Point(start, end, start, _one_period(definition, parts, wanted[start, end]))
        for (start, end), parts in sorted(periods.items())
    )


def _one_period(
    definition: Definition, parts: Mapping[str, list[Observed]], expected: frozenset[str]
) -> Aggregate:
    rule = definition.over_places if definition.over_places is not Aggregation.NONE else Aggregation.SUM
    found = {label: _one_label(figures, rule) for label, figures in parts.items()}
    if len(found) == 1 and expected <= found.keys():
        return _unchanged(next(iter(found.values())))
    return over_parts({label: found.get(label) for label in expected | found.keys()}, rule)


def _one_label(figures: list[Observed], rule: Aggregation) -> Observed:
    """The breakdowns of one place together; one figure passes unchanged."""
    if len(figures) == 1:
        return figures[0]
    total = over_parts({each.breakdown: each for each in figures}, rule)
    first = figures[0]
    return Observed(
        first.period_start, first.period_end, first.place, "", total.value, total.numerator, total.denominator
    )


def _unchanged(each: Observed) -> Aggregate:
    reported = int(each.value is not None)
    missing = () if reported else (each.place or each.breakdown or "-",)
    return Aggregate(each.value, each.numerator, each.denominator, reported, 1, missing)


def _seen_within_a_year(
    periods: Mapping[tuple[date, date], Mapping[str, list[Observed]]],
) -> dict[tuple[date, date], frozenset[str]]:
    """Labels expected in a period: those that occur in it or in the year before."""
    last_seen: dict[str, date] = {}
    expected = {}
    for (start, end), parts in sorted(periods.items()):
        last_seen.update(dict.fromkeys(parts, end))
        expected[start, end] = frozenset(label for label, seen in last_seen.items() if end - seen <= _YEAR)
    return expected


def _one_year(window: list[Point], rule: Aggregation) -> Point:
    first, last = window[0], window[-1]
    whole = all(
        earlier.period_end + timedelta(days=1) == later.period_start for earlier, later in pairwise(window)
    )
    year = over_parts({str(point.period_end): _as_observed(point) for point in window}, rule)
    value = year.value if whole and year.complete else None
    aggregate = Aggregate(
        value,
        year.numerator if value is not None else None,
        year.denominator if value is not None else None,
        sum(point.aggregate.reported for point in window),
        sum(point.aggregate.expected for point in window),
        tuple(sorted({label for point in window for label in point.aggregate.missing})),
    )
    return Point(first.period_start, last.period_end, last.period_start, aggregate)


def _as_observed(point: Point) -> Observed:
    aggregate = point.aggregate
    return Observed(
        point.period_start, point.period_end, "", "", point.value, aggregate.numerator, aggregate.denominator
    )
