from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hled.kernel.period import PartialDate, Precision, last_day


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2021-09-09", date(2021, 9, 9), date(2021, 9, 9), Precision.DAY),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("2021", date(2021, 1, 1), date(2021, 12, 31), Precision.YEAR),
    ],
)
def test_a_month_or_a_year_counts_from_its_last_day(text, first, last, precision):
    found = PartialDate.parse(text)

    assert (found.first_day, found.last_day, found.precision) == (first, last, precision)


@pytest.mark.parametrize(
    "text", ["", "21", "2021-13", "2021-02-30", "2021-2-3", "9 Sep 2021", "2021-09-09T00:00", "0000"]
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        PartialDate.parse(text)


def test_no_date_has_no_last_day():
    assert last_day(None) is None


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_a_date_is_written_as_it_was_read(day, length):
    text = day.isoformat()[:length]

    assert str(PartialDate.parse(text)) == text
