"""Numbers as text: as many digits as mean something, and never one that does not exist."""

import pytest

from hled.dialogue.studies.domain.numbers import amount_text, percent, share_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.1105694610747, "0.11056946"),
        (1.0, "1"),
        (0.0, "0"),
        (-1e-12, "0"),
        (100.0, "100"),
    ],
)
def test_a_share_keeps_eight_decimals(value, text):
    assert share_text(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(46493.333333, "46493.333"), (123456789.123, "123456789"), (1000.0, "1000"), (0.0004, "0")],
)
def test_an_amount_keeps_nine_digits(value, text):
    assert amount_text(value) == text


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_never_written(value):
    with pytest.raises(ValueError, match="no finite number"):
        share_text(value)


def test_missing_stays_missing():
    assert percent(None) is None
