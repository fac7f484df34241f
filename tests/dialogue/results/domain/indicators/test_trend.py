"""The trend toward a target, with an interval and a stated method."""

from calendar import monthrange
from datetime import date
from decimal import Decimal
from random import Random

from hled.dialogue.results.domain.indicators import INDICATORS, METHOD, Point, Target, trend_toward
from hled.dialogue.results.domain.indicators.aggregation import Aggregate

TRUCKS, PRESSURE, WAGE = INDICATORS["IN-01"], INDICATORS["IN-06"], INDICATORS["IN-20"]
SEASON = (0, 5, -5, 3, 8, -2, 1, -9, 4, 6, -7, -4)


def months(count: int, value) -> list[Point]:
    points = []
    for index in range(count):
        year, number = divmod(2021 * 12 + 9 + index, 12)
        start = date(year, number + 1, 1)
        end = start.replace(day=monthrange(year, number + 1)[1])
        known = value(index)
        points.append(
            Point(start, end, start, Aggregate(None if known is None else Decimal(known), None, None, 1, 1))
        )
    return points


def test_a_straight_line_with_seasons_is_found_again():
    trend = trend_toward(
        TRUCKS, months(36, lambda step: 100 + step + SEASON[step % 12]), Target(Decimal(1), date(2025, 9, 30))
    )

    # Twelve months, each one higher per month: 12 * 12 a year. Steps 36 to 47 add up to 12 * 100 + 498.
    assert (trend.slope, trend.slope_low, trend.slope_high) == (144, 144, 144)
    assert (trend.projected, trend.projected_low, trend.projected_high) == (1698, 1698, 1698)


def test_a_season_alone_is_no_trend():
    trend = trend_toward(TRUCKS, months(36, lambda step: 100 + SEASON[step % 12]), None)

    assert (trend.slope, trend.projected) == (0, None)


def test_noise_widens_the_interval_and_a_single_outlier_does_not_move_the_slope():
    draw = Random(1)
    noise = [draw.gauss(0, 9) for _ in range(40)]
    noisy = trend_toward(WAGE, months(40, lambda step: 100 + step + noise[step]), None)
    outlier = trend_toward(WAGE, months(40, lambda step: 100 + step + 500 * (step == 20)), None)

    assert noisy.slope_low < noisy.slope < noisy.slope_high
    assert outlier.slope == 12


def test_the_same_observations_give_the_same_digits():
    points, target = months(40, lambda step: 100 + step + step % 7), Target(Decimal(150), date(2026, 12, 31))

    assert trend_toward(WAGE, points, target) == trend_toward(WAGE, points, target)


def test_reaching_is_the_share_of_replicates_that_meet_the_target():
    points = months(40, lambda step: 100 + step)

    near, far = (trend_toward(WAGE, points, Target(Decimal(goal), date(2026, 1, 31))) for goal in (120, 900))

    assert (near.reaching, far.reaching) == (1, 0)


def test_me_05_too_few_observations_are_a_finding_and_no_arrow():
    trend = trend_toward(TRUCKS, months(23, lambda step: step), Target(Decimal(1), date(2024, 12, 31)))

    assert (trend.slope, trend.observations, trend.findings[0].rule.code) == (None, 23, "ME-05")


def test_a_gap_is_not_bridged():
    trend = trend_toward(WAGE, months(30, lambda step: None if step == 15 else step), None)

    assert trend.observations == 14


def test_me_12_a_projection_reaches_no_further_ahead_than_the_observations_reach_back():
    trend = trend_toward(WAGE, months(12, lambda step: step), Target(Decimal(99), date(2030, 12, 31)))

    assert (trend.slope, trend.projected, trend.findings[0].rule.code) == (12, None, "ME-12")


def test_me_12_an_index_that_returns_to_its_mean_is_not_projected():
    trend = trend_toward(PRESSURE, months(40, lambda step: -step), Target(Decimal(0), date(2025, 6, 30)))

    assert (trend.projected, trend.findings[0].rule.code) == (None, "ME-12")


def test_the_method_is_stated_in_both_languages():
    assert ("Theil-Sen" in METHOD.en, "Theil-Sen" in METHOD.es) == (True, True)
