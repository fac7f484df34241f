"""Readers keep missing apart from zero, and say what they found."""

from datetime import date
from decimal import Decimal

import pytest

from hled.sources import banxico, bts, conapo, coneval, federal_reserve, inegi
from hled.sources.observed import Observed
from hled.sources.series import read
from hled.sources.tables import without_duplicates

JANUARY = (date(2024, 1, 1), date(2024, 1, 31))


def codes(reading) -> set[str]:
    return {finding.rule.code for finding in reading.findings}


def test_sr_05_equal_duplicates_count_once():
    row = Observed(*JANUARY, "2304", "", Decimal(7))

    reading = without_duplicates([row, row], "file")

    assert (reading.observations, codes(reading)) == ((row,), {"SR-05"})


def test_sr_06_duplicates_that_differ_are_missing_and_not_added():
    rows = [Observed(*JANUARY, "2304", "", Decimal(value)) for value in (0, 2175)]

    reading = without_duplicates(rows, "file")

    assert ([each.value for each in reading.observations], codes(reading)) == ([None], {"SR-06"})


def test_the_border_has_three_equal_duplicates_of_people_and_one_that_differs():
    assert [each.rule.code for each in bts.people_crossings().findings] == [
        "SR-05",
        "SR-05",
        "SR-05",
        "SR-06",
    ]


def test_a_month_without_a_row_is_absent_and_a_written_zero_stays():
    trucks = bts.truck_crossings().observations

    boquillas = [each for each in trucks if each.place == "2410" and each.period_end.year == 2024]

    assert boquillas == []
    assert any(each.value == 0 for each in trucks)


def test_a_share_without_containers_is_missing():
    empty = [each for each in bts.empty_containers().observations if each.denominator is None]

    assert empty
    assert all(each.value is None for each in empty)


def test_sr_07_a_stored_zero_is_a_missing_exchange_rate():
    reading = banxico.exchange_rate()

    early = [each for each in reading.observations if each.period_start < date(1991, 11, 1)]

    assert (len(early), {each.value for each in early}, codes(reading)) == (10, {None}, {"SR-07"})


def test_both_central_banks_agree_to_a_tenth_of_a_peso_since_the_relaunch():
    fix = {each.period_start: each.value for each in banxico.exchange_rate().observations}
    noon = {each.period_start: each.value for each in federal_reserve.exchange_rate().observations}

    since = [month for month in fix.keys() & noon.keys() if month >= date(2021, 9, 1)]

    assert max(abs(fix[month] - noon[month]) for month in since) < Decimal("0.1")


@pytest.mark.parametrize("series", ["exports_by_mexican_state", "machinery_exports_by_mexican_state"])
def test_sr_08_the_federal_district_is_mexico_city_by_an_explicit_table(series):
    reading = read(series)

    (note,) = [finding for finding in reading.findings if finding.rule.code == "SR-08"]

    assert "Ciudad de México" in note.found.es
    assert {each.period_end.year for each in reading.observations if each.place == "09"} >= {2015, 2025}


def test_sr_13_municipalities_without_an_estimate_are_in_neither_sum_and_named():
    reading = coneval.poverty_by_state()

    assert (
        reading.findings[0].found.en
        == "2466 of 2469 municipalities have an estimate; without one: 04012, 07125, 29048."
    )


def test_sr_14_the_wage_begins_where_the_series_turns_nominal():
    reading = banxico.real_minimum_wage()

    general = [each for each in reading.observations if each.breakdown == "general"]

    assert (general[0].period_start, general[0].numerator) == (date(2018, 12, 1), Decimal("88.36"))
    assert codes(reading) == {"SR-14"}


def test_a_rate_is_its_numerator_over_its_denominator():
    for reading in (
        inegi.information_share_by_state(),
        coneval.poverty_by_state(),
        inegi.gdp_per_person_by_state(),
    ):
        assert all(each.value == each.numerator / each.denominator for each in reading.observations)


def test_states_have_codes_with_leading_zeros():
    assert [each.place for each in conapo.illiteracy_by_state().observations][:2] == ["01", "02"]


def test_an_unknown_series_is_refused_with_the_known_names():
    with pytest.raises(ValueError, match="truck_crossings"):
        read("trucks")
