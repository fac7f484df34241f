"""How figures combine; each trap names where it was seen."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from hled.dialogue.results.domain.indicators import (
    INDICATORS,
    Aggregation,
    as_observed,
    by_place,
    calendar_years,
    cumulative_findings,
    headline,
    over_parts,
)
from hled.kernel.rule import BrokenRuleError
from hled.sources.observed import Observed

JANUARY = (date(2024, 1, 1), date(2024, 1, 31))
TRUCKS = INDICATORS["IN-01"]
EMPTY = INDICATORS["IN-05"]
POVERTY = INDICATORS["IN-10"]


def figure(
    value: int | str | None, place: str = "", *, period=JANUARY, of: tuple[int, int] | None = None
) -> Observed:
    parts = tuple(map(Decimal, of)) if of else (None, None)
    return Observed(*period, place, "", None if value is None else Decimal(value), *parts)


def months(count: int, values, place: str = "2304") -> list[Observed]:
    found = []
    for index in range(count):
        year, month = 2021 + index // 12, index % 12 + 1
        end = date(year + month // 12, month % 12 + 1, 1).toordinal() - 1
        found.append(figure(values(index), place, period=(date(year, month, 1), date.fromordinal(end))))
    return found


def test_me_01_a_mean_ignores_parts_that_did_not_report_and_says_so():
    """Trap seen at the UNICEF Partner Reporting Portal and OpenSourcePolitics/decidim#750."""
    mean = over_parts({"07": figure(10), "20": None, "12": figure(None)}, Aggregation.MEAN)

    assert (mean.value, mean.reported, mean.expected, mean.missing) == (Decimal(10), 1, 3, ("12", "20"))
    assert [finding.rule.code for finding in mean.findings("IN-01")] == ["ME-01"]
    assert "1 de 3" in mean.findings("IN-01")[0].found.es


def test_a_sum_of_nothing_is_missing_and_not_zero():
    assert over_parts({"07": None, "20": figure(None)}, Aggregation.SUM).value is None


def test_a_reported_zero_counts_as_reported():
    total = over_parts({"07": figure(0), "20": figure(4)}, Aggregation.SUM)

    assert (total.value, total.complete) == (Decimal(4), True)


def test_a_rate_combines_by_numerators_over_denominators():
    """Trap seen at akvo/akvo-rsr#2497: the mean of the two rates would be 0.5."""
    rate = over_parts({"a": figure("0.1", of=(1, 10)), "b": figure("0.9", of=(900, 1000))}, Aggregation.RATIO)

    assert (rate.value, rate.numerator, rate.denominator) == (
        Decimal(901) / 1010,
        Decimal(901),
        Decimal(1010),
    )


def test_me_02_a_rate_without_its_parts_is_refused():
    with pytest.raises(BrokenRuleError) as refusal:
        over_parts({"a": figure("0.1"), "b": figure("0.9", of=(9, 10))}, Aggregation.RATIO)

    assert [(each.rule.code, each.place) for each in refusal.value.findings] == [("ME-02", "a")]


def test_weights_are_normalized_over_the_parts_that_reported():
    """Trap seen at OpenSourcePolitics/decidim#500 and #174: weights that do not add up to one."""
    weights = {"a": Decimal(30), "b": Decimal(10), "c": Decimal(60)}

    mean = over_parts({"a": figure(8), "b": figure(4), "c": None}, Aggregation.WEIGHTED_MEAN, weights)

    assert mean.value == Decimal(7)


@pytest.mark.parametrize("weights", [{"a": Decimal(0)}, {"a": Decimal(-1)}])
def test_me_04_weights_below_zero_or_of_nothing_are_refused(weights):
    with pytest.raises(BrokenRuleError, match="ME-04"):
        over_parts({"a": figure(8)}, Aggregation.WEIGHTED_MEAN, weights)


def test_figures_that_may_not_be_combined_are_not():
    with pytest.raises(ValueError, match="may not be combined"):
        over_parts({"a": figure(1), "b": figure(2)}, Aggregation.NONE)
    assert headline(INDICATORS["IN-12"], [figure("0.7", "07"), figure("0.8", "20")]) == ()


def test_me_03_a_cumulative_series_that_falls_is_found_unless_corrected():
    """Trap seen at akvo/akvo-rsr#5212."""
    february, march = (date(2024, 2, 1), date(2024, 2, 29)), (date(2024, 3, 1), date(2024, 3, 31))
    series = [figure(5), figure(None, period=february), figure(3, period=march)]

    assert [finding.rule.code for finding in cumulative_findings(series)] == ["ME-03"]
    assert cumulative_findings(series, frozenset({march[1]})) == ()


def test_a_year_with_a_missing_month_has_no_value():
    whole = headline(TRUCKS, months(13, lambda index: 1))
    holed = headline(
        TRUCKS, [each for each in months(13, lambda index: 1) if each.period_start != date(2021, 6, 1)]
    )

    assert [point.value for point in whole] == [Decimal(12), Decimal(12)]
    assert [point.value for point in holed] == [None]


def test_the_year_of_a_rate_is_the_sum_of_numerators_over_the_sum_of_denominators():
    shares = [
        replace(
            each,
            value=Decimal(index % 2),
            numerator=Decimal(index % 2 * 3),
            denominator=Decimal(3 if index % 2 else 1),
        )
        for index, each in enumerate(months(12, lambda index: 1))
    ]

    (year,) = headline(EMPTY, shares)

    assert year.value == Decimal(18) / 24


def test_a_port_that_falls_silent_is_named_for_a_year():
    always, closed = months(30, lambda index: 1), months(12, lambda index: 1, place="2410")

    points = {point.period_end: point.aggregate for point in as_observed(TRUCKS, [*always, *closed])}

    assert points[date(2022, 3, 31)].missing == ("2410",)
    assert points[date(2023, 3, 31)].missing == ()


def test_only_the_places_of_the_scope_make_the_whole():
    chiapas, sonora = figure("0.7", "07", of=(7, 10)), figure("0.2", "26", of=(2, 10))

    (point,) = headline(POVERTY, [chiapas, sonora])

    assert (point.value, point.aggregate.reported, point.aggregate.expected) == (Decimal("0.7"), 1, 8)
    assert "20" in point.aggregate.missing
    assert sorted(by_place(POVERTY, [chiapas, sonora])) == ["07", "26"]


def test_the_whole_that_a_provider_publishes_is_taken_before_a_sum():
    year = (date(2024, 1, 1), date(2024, 12, 31))

    (point,) = headline(INDICATORS["IN-16"], [figure(100, "", period=year), figure(60, "07", period=year)])

    assert point.value == Decimal(100)


def test_calendar_years_are_whole_ones():
    assert calendar_years(TRUCKS, headline(TRUCKS, months(30, lambda index: 2))) == {2021: 24, 2022: 24}
