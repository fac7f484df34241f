"""CONEVAL: poverty and deprivations, from the estimates by municipality."""

from collections import defaultdict
from decimal import Decimal
from functools import cache

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding
from hled.sources.observed import Observed, Reading
from hled.sources.rules import SR_13
from hled.sources.tables import exact, parquet_rows, year_of

DATASET = "mexico_municipal_2020"
FILE = "coneval_poverty_components_municipal_2020.parquet"


@cache
def poverty_by_state() -> Reading:
    """Share of the population in poverty by state, 2020: people in poverty ÷ people."""
    return _rates("pobreza_poblacion")


@cache
def extreme_poverty_by_state() -> Reading:
    """Share of the population in extreme poverty by state, 2020."""
    return _rates("pobreza_extrema_poblacion")


@cache
def educational_lag_by_state() -> Reading:
    """Share of the population with educational lag (*rezago educativo*) by state, 2020."""
    return _rates("rezago_educ_num")


@cache
def no_social_security_by_state() -> Reading:
    """Share of the population without access to social security by state, 2020."""
    return _rates("car_segsoc_num")


def _rates(column: str) -> Reading:
    """
    Rates by state from people counted by municipality, numerators over denominators.

    Municipalities without an estimate are left out of both sums and named (SR-13).
    """
    parts: defaultdict[str, tuple[Decimal, Decimal]] = defaultdict(lambda: (Decimal(0), Decimal(0)))
    absent = []
    rows = parquet_rows(DATASET, FILE)
    for row in rows:
        counted, people = exact(row[column]), exact(row["pob_2020_coneval"])
        if counted is None or people is None:
            absent.append(row["cvegeo"])
            continue
        state = f"{row['cve_ent']:02}"
        parts[state] = (parts[state][0] + counted, parts[state][1] + people)
    observations = tuple(
        Observed(*year_of(2020), state, "", counted / people, numerator=counted, denominator=people)
        for state, (counted, people) in sorted(parts.items())
    )
    return Reading(observations, (_absent(absent, len(rows)),) if absent else ())


def _absent(municipalities: list[str], expected: int) -> Finding:
    reported, names = expected - len(municipalities), ", ".join(sorted(municipalities))
    return Finding(
        SR_13,
        f"{DATASET}/{FILE}",
        Bilingual(
            f"{reported} of {expected} municipalities have an estimate; without one: {names}.",
            f"{reported} de {expected} municipios tienen estimación; sin ella: {names}.",
        ),
    )
