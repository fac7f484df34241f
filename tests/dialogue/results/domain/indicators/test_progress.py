"""Progress in the direction of improvement."""

from datetime import date
from decimal import Decimal

import pytest

from hled.dialogue.results.domain.indicators import INDICATORS, Target, progress_toward

UP, DOWN, BAND, NONE = (INDICATORS[code] for code in ("IN-01", "IN-10", "IN-06", "IN-13"))
DUE = date(2028, 12, 31)


def share(definition, baseline, current, target):
    goal = None if target is None else Target(Decimal(target), DUE)
    return progress_toward(
        definition,
        None if baseline is None else Decimal(baseline),
        None if current is None else Decimal(current),
        goal,
    )


def test_an_indicator_that_should_fall_shows_progress_when_it_falls():
    """Trap seen at the UNICEF Partner Reporting Portal, progress_percentage."""
    assert share(DOWN, 60, 50, 40).share == Decimal("0.5")
    assert share(DOWN, 60, 70, 40).share == Decimal("-0.5")
    assert share(DOWN, 60, 35, 40).met is True


@pytest.mark.parametrize(
    ("current", "expected", "met"), [(100, 0, False), (150, "0.5", False), (200, 1, True), (250, "1.5", True)]
)
def test_an_indicator_that_should_rise_goes_from_baseline_to_target_and_beyond(current, expected, met):
    progress = share(UP, 100, current, 200)

    assert (progress.share, progress.met) == (Decimal(expected), met)


def test_a_bar_shows_no_more_than_the_whole_way():
    assert [share(UP, 100, value, 200).bounded for value in (50, 250)] == [0, 1]


@pytest.mark.parametrize(("current", "expected"), [(3, 0), (2, "0.5"), (1, 1), (0, 1), (-2, "0.5")])
def test_in_a_band_progress_is_the_distance_to_the_band_that_is_gone(current, expected):
    assert share(BAND, 3, current, None).share == Decimal(expected)


def test_a_band_left_again_is_no_longer_met():
    assert (share(BAND, 0, "0.5", None).share, share(BAND, 0, 2, None).share) == (1, 0)


def test_me_09_a_target_that_the_baseline_already_meets_is_found_and_has_to_be_kept():
    kept, lost = share(UP, 200, 210, 200), share(UP, 200, 190, 200)

    assert [(each.share, each.met, each.findings[0].rule.code) for each in (kept, lost)] == [
        (1, True, "ME-09"),
        (0, False, "ME-09"),
    ]


def test_nothing_observed_is_no_progress_and_not_zero():
    progress = share(UP, 100, None, 200)

    assert (progress.share, progress.met, progress.bounded) == (None, None, None)


def test_without_a_baseline_only_the_target_itself_is_judged():
    progress = share(UP, None, 210, 200)

    assert (progress.share, progress.met) == (None, True)


def test_me_06_no_target_is_a_finding_in_both_languages():
    (finding,) = share(UP, 100, 150, None).findings

    assert (finding.rule.code, finding.as_json()["remedy_es"][:10]) == ("ME-06", "Las Partes")


def test_me_08_a_target_due_before_the_baseline_is_found():
    progress = progress_toward(
        UP, Decimal(1), Decimal(2), Target(Decimal(3), date(2021, 1, 1)), date(2021, 9, 30)
    )

    assert [finding.rule.code for finding in progress.findings] == ["ME-08"]


def test_me_11_without_a_direction_nothing_is_judged():
    progress = share(NONE, 100, 200, 300)

    assert (progress.share, progress.met, progress.findings[0].rule.code) == (None, None, "ME-11")
