"""Numbers that people and machines put into addresses and forms."""

import pytest

from hled.interfaces.typed import numbers_in, sent_number, whole_number


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("120", 120), ("007", 7), ("9" * 15, 10**15 - 1), ("9" * 16, None)]
)
def test_a_whole_number_is_digits_that_a_store_can_keep(text, number):
    assert whole_number(text) == number


@pytest.mark.parametrize("text", [None, "", " 1", "-1", "1.0", "１２", "²", "x" * 10_000])
def test_anything_else_is_none(text):
    assert (whole_number(text), sent_number(text)) == (None, -1)


def test_of_several_values_the_numbers_are_kept():
    assert numbers_in(["3", "x", "0", ""]) == [3, 0]
