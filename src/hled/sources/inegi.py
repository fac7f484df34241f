"""INEGI: gross domestic product by state, consumer prices, census."""

from functools import cache
from typing import Any

from hled.sources.conapo import population_by_state
from hled.sources.observed import Observed, Reading
from hled.sources.tables import csv_rows, exact, month_of, parquet_rows, without_duplicates, year_of

GDP = "mexico_remittances_gdp"
CENSUS = "mexico_municipal_2020"
GDP_FILE = "state_gdp_by_industry_annual.parquet"

NATIONAL = 0
TOTAL, VALUE_ADDED, INFORMATION = "PIB", "VAB", "51"


@cache
def gdp_by_state() -> Reading:
    """
    Gross domestic product by state and year, million pesos at 2018 prices.

    The country as a whole is published beside the states and has the place ``""``.
    """
    return without_duplicates(
        (
            Observed(*year_of(row["PERIODO"]), _place(row), "", exact(row["VALOR_CONSTANTE"]))
            for row in _gdp_rows(TOTAL)
        ),
        f"{GDP}/{GDP_FILE}",
    )


@cache
def gdp_per_person_by_state() -> Reading:
    """Gross domestic product per inhabitant by state and year, pesos at 2018 prices."""
    people = {each.key: each.value for each in population_by_state().observations}
    return Reading(
        tuple(
            _rate(each, each.value * 1_000_000, people[each.key])
            for each in gdp_by_state().observations
            if each.place and each.value is not None and each.key in people
        )
    )


@cache
def information_share_by_state() -> Reading:
    """Share of the information sector (SCIAN 51) in gross value added, current prices, by state and year."""
    whole = {(row["PERIODO"], row["CVE_ENT"]): row for row in _gdp_rows(VALUE_ADDED)}
    return without_duplicates(
        (
            _rate(
                Observed(*year_of(row["PERIODO"]), _place(row), "", None),
                exact(row["VALOR_CORRIENTE"]),
                exact(whole[row["PERIODO"], row["CVE_ENT"]]["VALOR_CORRIENTE"]),
            )
            for row in _gdp_rows(INFORMATION)
        ),
        f"{GDP}/{GDP_FILE}",
    )


@cache
def consumer_prices() -> Reading:
    """National consumer price index, monthly, second half of July 2018 = 100."""
    return without_duplicates(
        (
            Observed(*month_of(row["PERIODO"]), "", "", exact(row["GENERAL"]))
            for row in parquet_rows(GDP, "inpc_monthly.parquet")
        ),
        f"{GDP}/inpc_monthly.parquet",
    )


@cache
def census_population() -> Reading:
    """Population by state at the census of 2020."""
    return without_duplicates(
        (
            Observed(*year_of(2020), row["region"], "", exact(row["pop"]))
            for row in csv_rows(CENSUS, "inegi_census_state_2020.csv.gz")
        ),
        f"{CENSUS}/inegi_census_state_2020.csv.gz",
    )


def _gdp_rows(industry: str) -> list[dict[str, Any]]:
    return parquet_rows(GDP, GDP_FILE, CLAVE_INDUSTRIA=industry)


def _place(row: dict[str, Any]) -> str:
    return "" if row["CVE_ENT"] == NATIONAL else f"{row['CVE_ENT']:02}"


def _rate(each: Observed, numerator: Any, denominator: Any) -> Observed:
    value = numerator / denominator if numerator is not None and denominator else None
    return Observed(*each.key, value, numerator=numerator, denominator=denominator)
