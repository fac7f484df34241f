"""Board of Governors of the Federal Reserve System: foreign exchange rates (H.10)."""

from functools import cache

from hled.sources.observed import Observed, Reading
from hled.sources.tables import csv_rows, exact, month_of, without_duplicates

DATASET = "macro_indicators"


@cache
def exchange_rate() -> Reading:
    """Pesos per U.S. dollar at noon in New York, monthly mean."""
    return without_duplicates(
        (
            Observed(*month_of(row["month"]), "", "federal_reserve", exact(row["pesos_per_dollar"]))
            for row in csv_rows(DATASET, "exchange_rate_mexico_monthly.csv")
        ),
        f"{DATASET}/exchange_rate_mexico_monthly.csv",
    )
