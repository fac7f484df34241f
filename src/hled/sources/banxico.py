"""Banco de México: remittances, exchange rate, minimum wage."""

from functools import cache

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding
from hled.sources.inegi import consumer_prices
from hled.sources.observed import Observed, Reading
from hled.sources.rules import SR_07, SR_14
from hled.sources.tables import exact, month_of, parquet_rows, quarter_of, without_duplicates

REMITTANCES = "mexico_remittances_gdp"
WAGES = "macro_indicators"

ZONES = {"general": "general", "frontera_norte": "northern_border"}

NOMINAL_SINCE = "2018-12"
"""Until November 2018 the series of wages is in constant prices, from then on in pesos of the day."""


@cache
def remittances_by_state() -> Reading:
    """Remittances received by Mexican state and quarter (U.S. dollars)."""
    file = "remittances_by_state_quarterly.parquet"
    return without_duplicates(
        (
            Observed(*quarter_of(row["PERIODO"]), f"{row['CVE_ENT']:02}", "", exact(row["VALOR_USD"]))
            for row in parquet_rows(REMITTANCES, file)
        ),
        f"{REMITTANCES}/{file}",
    )


@cache
def remittances_by_month() -> Reading:
    """Remittances received by Mexico and month (U.S. dollars)."""
    file = "remittances_national_monthly.parquet"
    return without_duplicates(
        (
            Observed(*month_of(row["PERIODO"]), "", "", exact(row["VALOR_USD"]))
            for row in parquet_rows(REMITTANCES, file, FLUJO="Ingresos")
        ),
        f"{REMITTANCES}/{file}",
    )


@cache
def exchange_rate() -> Reading:
    """Pesos per U.S. dollar (FIX), monthly mean; a stored 0 is a month without a figure (SR-07)."""
    file = "usd_mxn_monthly.parquet"
    observations = []
    missing = []
    for row in parquet_rows(REMITTANCES, file):
        rate = exact(row["TIPO_CAMBIO"])
        if not rate:
            missing.append(row["PERIODO"][:7])
        observations.append(Observed(*month_of(row["PERIODO"]), "", "banxico", rate or None))
    findings = [_stored_zeros(missing, f"{REMITTANCES}/{file}")] if missing else []
    return Reading(tuple(observations), tuple(findings))


@cache
def real_minimum_wage() -> Reading:
    """
    Daily minimum wage by zone and month, at the prices of the second half of July 2018.

    ``value = wage / (consumer prices / 100)``; from December 2018, when the stored series turns nominal.
    """
    prices = {each.period_start: each.value for each in consumer_prices().observations}
    observations = []
    for row in parquet_rows(WAGES, "mx_salarios_minimos.parquet"):
        if row["fecha"][:7] < NOMINAL_SINCE:
            continue
        period = month_of(row["fecha"])
        wage, index = exact(row["salario_diario"]), prices.get(period[0])
        level = index / 100 if index else None
        value = wage / level if wage is not None and level else None
        observations.append(
            Observed(*period, "", ZONES[row["zona"]], value, numerator=wage, denominator=level)
        )
    reading = without_duplicates(observations, f"{WAGES}/mx_salarios_minimos.parquet")
    return Reading(reading.observations, (*reading.findings, _NOMINAL))


def _stored_zeros(months: list[str], place: str) -> Finding:
    first, last, count = min(months), max(months), len(months)
    return Finding(
        SR_07,
        place,
        Bilingual(
            f"{count} months from {first} to {last} hold 0, which stands for missing.",
            f"{count} meses de {first} a {last} contienen 0, que significa faltante.",
        ),
    )


_NOMINAL = Finding(
    SR_14,
    f"{WAGES}/mx_salarios_minimos.parquet",
    Bilingual(
        "The stored series is in constant prices until November 2018 and in pesos of the day from December 2018; "
        "only the second stretch is used.",
        "La serie guardada está a precios constantes hasta noviembre de 2018 y en pesos corrientes desde "
        "diciembre de 2018; solo se usa el segundo tramo.",
    ),
)
