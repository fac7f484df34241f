"""CONAPO: marginalization and population."""

from functools import cache

from hled.sources.observed import Observed, Reading
from hled.sources.tables import csv_rows, exact, parquet_rows, without_duplicates, year_of

DATASET = "mexico_municipal_2020"
MARGINALIZATION = "conapo_marginacion_estatal_2020.parquet"


@cache
def marginalization_by_state() -> Reading:
    """
    Normalized marginalization index by state, 2020: between 0 and 1, higher is less marginalized.

    An index of distances: it has no numerator and denominator and cannot be combined over states.
    """
    return _published("IMN_2020")


@cache
def illiteracy_by_state() -> Reading:
    """
    Share of people aged 15 and over who cannot read and write, by state, census of 2020 (a fraction).

    CONAPO publishes the percentage without its parts, so that it cannot be combined over states.
    """
    reading = _published("ANALF")
    return Reading(
        tuple(
            Observed(*each.key, each.value / 100 if each.value is not None else None)
            for each in reading.observations
        ),
        reading.findings,
    )


@cache
def population_by_state() -> Reading:
    """Population by state and year at mid-year, 1990-2040; from 2020 a projection."""
    file = "population_state_1990_2040.csv"
    return without_duplicates(
        (
            Observed(*year_of(int(row["year"])), row["cve_ent"], "", exact(row["population"]))
            for row in csv_rows(DATASET, file)
        ),
        f"{DATASET}/{file}",
    )


def _published(column: str) -> Reading:
    return without_duplicates(
        (
            Observed(*year_of(2020), row["CVE_ENT"], "", exact(row[column]))
            for row in parquet_rows(DATASET, MARGINALIZATION)
        ),
        f"{DATASET}/{MARGINALIZATION}",
    )
