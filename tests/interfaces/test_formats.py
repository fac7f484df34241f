from datetime import date
from decimal import Decimal

import pytest

from hled.interfaces import formats


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (1234567, None, "1,234,567"),
        (Decimal("1234.50"), None, "1,234.5"),
        (Decimal("1234.5"), 2, "1,234.50"),
        (-3.25, 1, "−3.2"),
        (Decimal("-0.001"), 1, "0.0"),
        (0, None, "0"),
        (Decimal("1E+3"), None, "1,000"),
    ],
)
def test_numbers_have_commas_a_point_and_a_true_minus(value, decimals, shown):
    assert formats.number(value, decimals) == shown


def test_dates_are_said_as_each_country_writes_them():
    day = date(2021, 9, 9)

    assert formats.day(day, "en") == "9 September 2021"
    assert formats.day(day, "es") == "9 de septiembre de 2021"
    assert formats.short_day(day, "es") == "9 sep 2021"


@pytest.mark.parametrize(
    ("text", "en", "es"),
    [
        ("2021", "2021", "2021"),
        ("2021-12", "December 2021", "diciembre de 2021"),
        ("2021-12-13", "13 December 2021", "13 de diciembre de 2021"),
    ],
)
def test_a_date_shows_no_more_precision_than_is_known(text, en, es):
    assert (formats.partial(text, "en"), formats.partial(text, "es")) == (en, es)


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (date(2021, 9, 9), date(2021, 9, 10), "1 día"),
        (date(2021, 9, 9), date(2021, 10, 20), "41 días"),
        (date(2021, 9, 9), date(2026, 11, 23), "62 meses"),
        (date(2021, 8, 31), date(2021, 11, 30), "3 meses"),
    ],
)
def test_an_age_is_in_days_and_then_in_months(start, end, shown):
    assert formats.age(start, end, "es") == shown


def test_whole_months_agree_with_the_rules_on_statuses():
    from hled.dialogue.results.domain import dates

    days = [date(2020, 1, 31), date(2020, 2, 29), date(2021, 2, 28), date(2021, 3, 31), date(2024, 4, 30)]

    assert all(formats.whole_months(a, b) == dates.whole_months(a, b) for a in days for b in days)
