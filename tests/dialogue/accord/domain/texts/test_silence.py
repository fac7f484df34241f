from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hled.dialogue.accord.domain.texts.silence import (
    counts,
    days_left,
    end_of_term,
    is_working_day,
    public_holidays,
)
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError

US, MX = Party.US, Party.MX


@pytest.mark.parametrize(
    ("day", "us", "mx"),
    [
        (date(2026, 11, 16), True, False),  # Revolution Day
        (date(2026, 11, 26), False, True),  # Thanksgiving Day
        (date(2026, 7, 3), False, True),  # Independence Day, observed on the Friday before
        (date(2026, 7, 4), False, False),  # a Saturday
        (date(2026, 5, 5), True, True),  # commemorated, and a working day
        (date(2024, 10, 1), True, False),  # a President of Mexico takes office
        (date(2026, 12, 25), False, False),
    ],
)
def test_each_country_has_its_own_working_days(day, us, mx):
    assert (is_working_day(US, day), is_working_day(MX, day)) == (us, mx)


def test_a_term_counts_days_that_are_working_days_in_both_countries():
    """Wed 11 Nov 2026 is Veterans Day and Mon 16 is Revolution Day: 12, 13, 17, 18, 19 are the five days."""
    assert end_of_term(date(2026, 11, 10), 5) == date(2026, 11, 19)


def test_a_term_goes_over_the_new_year():
    assert end_of_term(date(2026, 12, 30), 3) == date(2027, 1, 5)


@pytest.mark.parametrize("days", [-1, 0, 2, 61])
def test_ac_73_a_term_has_bounds(days):
    with pytest.raises(BrokenRuleError) as refused:
        end_of_term(date(2026, 11, 10), days)

    assert refused.value.findings[0].rule.code == "AC-73"


@given(st.dates(date(2013, 1, 1), date(2060, 1, 1)), st.integers(3, 60))
def test_a_term_has_exactly_its_days_and_ends_on_one(begun, days):
    end = end_of_term(begun, days)

    assert counts(end)
    assert sum(counts(begun + timedelta(each)) for each in range(1, (end - begun).days + 1)) == days
    assert days_left(begun, end) == days
    assert (days_left(end, end), days_left(end + timedelta(9), end)) == (0, 0)


def test_holidays_have_names_in_both_languages():
    for year in range(2013, 2050):
        for party in Party:
            for name in public_holidays(party, year).values():
                assert name.en
                assert name.es
    assert public_holidays(US, 2026)[date(2026, 7, 3)].es == "Día de la Independencia (trasladado)"
    assert public_holidays(MX, 2026)[date(2026, 9, 16)].es == "Día de la Independencia"
