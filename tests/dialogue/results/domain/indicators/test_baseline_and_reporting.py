"""Where change is measured from, and what is due."""

from datetime import date
from decimal import Decimal

import pytest

from hled.dialogue.results.domain.indicators import (
    INDICATORS,
    RELAUNCH,
    Point,
    ReportingState,
    baseline_of,
    expected_period_ends,
    public_on,
    reporting_state,
)
from hled.dialogue.results.domain.indicators.aggregation import Aggregate
from hled.sources.observed import Observed

TRUCKS = INDICATORS["IN-01"]
AUGUST = date(2021, 8, 31)


def point(start: date, end: date, value: int | None) -> Point:
    known = None if value is None else Decimal(value)
    return Point(start, end, start, Aggregate(known, None, None, int(value is not None), 1))


def test_the_baseline_is_the_period_that_contains_the_relaunch():
    points = [point(date(2021, 8, 1), AUGUST, 1), point(date(2021, 9, 1), date(2021, 9, 30), 2)]

    baseline = baseline_of(points)

    assert (baseline.value, baseline.days_away, baseline.findings) == (2, 0, ())


def test_the_nearest_period_stands_in_for_a_missing_one():
    points = [point(date(2021, 8, 1), AUGUST, 1), point(date(2021, 9, 1), date(2021, 9, 30), None)]

    assert (baseline_of(points).value, baseline_of(points).days_away) == (1, 9)


def test_of_two_equally_near_periods_the_earlier_is_taken():
    points = [point(date(2021, 9, 18), date(2021, 9, 30), 2), point(date(2021, 8, 1), AUGUST, 1)]

    assert baseline_of(points).value == 1


def test_me_07_a_baseline_more_than_a_year_away_is_found():
    baseline = baseline_of([point(date(2024, 1, 1), date(2024, 12, 31), 5)], "IN-01")

    assert [(each.rule.code, each.place) for each in baseline.findings] == [("ME-07", "IN-01")]


def test_without_a_value_there_is_no_baseline():
    assert baseline_of([point(date(2021, 9, 1), date(2021, 9, 30), None)]) is None


@pytest.mark.parametrize(
    ("as_of", "value", "state"),
    [
        (date(2021, 10, 14), None, ReportingState.NOT_DUE),
        (date(2021, 10, 15), None, ReportingState.DUE),
        (date(2021, 11, 14), None, ReportingState.DUE),
        (date(2021, 11, 15), None, ReportingState.MISSING),
        (date(2021, 11, 15), Decimal(0), ReportingState.REPORTED_ZERO),
        (date(2021, 11, 15), Decimal(7), ReportingState.REPORTED),
    ],
)
def test_not_due_due_missing_and_zero_are_different_states(as_of, value, state):
    """Trap seen at DHIS2 and others: missing read as zero; overdue without a written meaning (TrumpTracker#142)."""
    assert reporting_state(TRUCKS, AUGUST, value, as_of) is state


def test_a_figure_is_public_when_the_lag_of_its_provider_has_passed():
    august = Observed(date(2021, 8, 1), AUGUST, "2304", "", Decimal(1))

    assert [public_on(TRUCKS, [august], date(2021, 10, day)) for day in (14, 15)] == [(), (august,)]


@pytest.mark.parametrize(
    ("code", "ends"),
    [
        ("IN-01", [date(2021, 9, 30), date(2021, 10, 31), date(2021, 11, 30), date(2021, 12, 31)]),
        ("IN-13", [date(2021, 9, 30), date(2021, 12, 31)]),
        ("IN-16", [date(2021, 12, 31)]),
        ("IN-10", []),
    ],
)
def test_expected_periods_follow_the_frequency(code, ends):
    assert list(expected_period_ends(INDICATORS[code], date(2022, 1, 30), RELAUNCH)) == ends
