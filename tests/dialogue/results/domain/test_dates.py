from datetime import date

import pytest

from hled.dialogue.results.domain.dates import months_after, months_in_words, on_day, the_day, whole_months


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2021, 9, 9), 12, date(2022, 9, 9)),
        (date(2024, 8, 31), 6, date(2025, 2, 28)),
        (date(2023, 12, 15), 1, date(2024, 1, 15)),
    ],
)
def test_the_same_day_some_months_later_or_the_last_of_a_short_month(day, months, expected):
    assert months_after(day, months) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2022, 1, 10), date(2022, 2, 9), 0),
        (date(2022, 1, 10), date(2022, 2, 10), 1),
        (date(2024, 1, 31), date(2024, 2, 29), 1),
        (date(2022, 1, 10), date(2021, 1, 10), 0),
    ],
)
def test_only_whole_months_count(start, end, expected):
    assert whole_months(start, end) == expected


def test_a_date_is_said_with_no_more_precision_than_is_known():
    day = date(2021, 12, 31)

    assert [on_day(day, precision).en for precision in ("day", "month", "year")] == [
        "on 31 December 2021",
        "in December 2021",
        "in 2021",
    ]
    assert [on_day(day, precision).es for precision in ("day", "month", "year")] == [
        "el 31 de diciembre de 2021",
        "en diciembre de 2021",
        "en 2021",
    ]
    assert on_day(None).es == "en fecha desconocida"


def test_dates_and_counts_are_said_as_each_language_writes_them():
    assert the_day(date(2021, 9, 9)).es == "9 de septiembre de 2021"
    assert (months_in_words(1).en, months_in_words(25).es) == ("1 month", "25 meses")
