"""The figures that the ministries and bureaus published."""

from datetime import date
from decimal import Decimal

import pytest

from hled.dialogue.results.domain.indicators import INDICATORS, calendar_years, headline
from hled.sources import banxico, bts, coneval, inegi, ny_fed
from hled.sources.series import read


def total(reading, year: int, **wanted) -> Decimal:
    return sum(
        each.value
        for each in reading.observations
        if each.period_end.year == year
        and all(getattr(each, name) == value for name, value in wanted.items())
    )


def yearly(code: str) -> dict[int, Decimal]:
    definition = INDICATORS[code]
    return calendar_years(definition, headline(definition, read(definition.series).observations))


def test_trucks_of_2023_as_the_bureau_of_transportation_statistics_counts_them():
    assert total(bts.truck_crossings(), 2023) == 7_356_659
    assert total(bts.truck_crossings(), 2023, place="2304") == 2_936_130
    assert yearly("IN-01")[2023] == 7_356_659


@pytest.mark.parametrize(
    ("code", "year", "billions"),
    [("IN-03", 2024, "334.0"), ("IN-04", 2024, "505.9"), ("IN-04", 2023, "475.6"), ("IN-03", 2023, "323.2")],
)
def test_trade_as_the_census_bureau_published_it(code, year, billions):
    assert round(yearly(code)[year] / 10**9, 1) == Decimal(billions)


def test_two_way_freight_is_both_flows_together():
    assert yearly("IN-02")[2024] == yearly("IN-03")[2024] + yearly("IN-04")[2024]


def test_remittances_of_2023_as_banco_de_mexico_published_them():
    assert round(yearly("IN-13")[2023] / 10**9, 2) == Decimal("63.32")
    by_month = total(banxico.remittances_by_month(), 2023)
    assert abs(by_month - yearly("IN-13")[2023]) <= 1


def test_the_census_counted_126_014_024_people():
    assert total(inegi.census_population(), 2020) == 126_014_024


def test_poverty_of_2020_by_the_estimates_for_municipalities():
    rates = coneval.poverty_by_state().observations
    country = sum(each.numerator for each in rates) / sum(each.denominator for each in rates)

    assert round(country * 100, 1) == Decimal("44.5")
    assert [round(each.value * 100, 1) for each in rates if each.place == "07"] == [Decimal("74.4")]


def test_extreme_poverty_of_2020_by_the_estimates_for_municipalities():
    rates = coneval.extreme_poverty_by_state().observations

    assert round(
        sum(each.numerator for each in rates) / sum(each.denominator for each in rates) * 100, 1
    ) == Decimal("9.0")


def test_supply_chain_pressure_peaked_in_december_2021():
    peak = max(ny_fed.supply_chain_pressure().observations, key=lambda each: each.value)

    assert (peak.period_end, round(peak.value, 2)) == (date(2021, 12, 31), Decimal("4.41"))


def test_minimum_wages_as_decreed():
    wages = {
        each.period_start.year: each.numerator
        for each in banxico.real_minimum_wage().observations
        if each.breakdown == "general" and each.period_start.month == 1
    }

    assert [wages[year] for year in range(2021, 2027)] == [
        Decimal(wage) for wage in ("141.7", "172.87", "207.44", "248.93", "278.8", "315.04")
    ]


@pytest.mark.parametrize("year", [2003, 2021, 2024])
def test_states_add_up_to_the_national_product(year):
    states = [each for each in inegi.gdp_by_state().observations if each.period_end.year == year]

    assert (
        abs(sum(each.value for each in states if each.place) - total(inegi.gdp_by_state(), year, place=""))
        < 1
    )
    assert len(states) == 33


def test_state_exports_cover_258_of_334_billion_dollars_in_2024():
    assert round(yearly("IN-09")[2024] / 10**9) == 258
