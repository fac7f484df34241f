"""Federal Reserve Bank of New York: Global Supply Chain Pressure Index."""

from functools import cache

from hled.sources.observed import Observed, Reading
from hled.sources.tables import csv_rows, exact, month_of, without_duplicates

DATASET = "macro_indicators"


@cache
def supply_chain_pressure() -> Reading:
    """Global Supply Chain Pressure Index by month, standard deviations from its historical mean."""
    return without_duplicates(
        (
            Observed(*month_of(row["month"]), "", "", exact(row["gscpi"]))
            for row in csv_rows(DATASET, "gscpi_monthly.csv")
        ),
        f"{DATASET}/gscpi_monthly.csv",
    )
