"""Opening the bundled files."""

import csv
import gzip
import io
from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from hled.kernel.rule import Finding
from hled.sources.observed import Observed, Reading
from hled.sources.rules import SR_05, SR_06

BUNDLED = Path(__file__).parent / "bundled"


def parquet_rows(dataset: str, file: str, **equal: object) -> list[dict[str, Any]]:
    """Rows of a bundled Parquet file, those with the given values where columns are named."""
    import pyarrow.parquet as pq  # half of the start-up time of a command that reads no table

    allowed = {column: each if isinstance(each, tuple) else (each,) for column, each in equal.items()}
    filters = [(column, "in", list(values)) for column, values in allowed.items()]
    rows: list[dict[str, Any]] = pq.read_table(BUNDLED / dataset / file, filters=filters or None).to_pylist()
    return rows


def csv_rows(dataset: str, file: str) -> list[dict[str, str]]:
    """Rows of a bundled CSV file, plain or gzipped; every value is text."""
    content = (BUNDLED / dataset / file).read_bytes()
    text = (gzip.decompress(content) if file.endswith(".gz") else content).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def exact(value: float | str | None) -> Decimal | None:
    """The shortest decimal that a stored number stands for; None stays None."""
    if value is None or value == "":
        return None
    number = Decimal(str(value))
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def month(year: int, number: int) -> tuple[date, date]:
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def month_of(text: str) -> tuple[date, date]:
    """First and last day of ``2021-09`` or ``2021-09-01``."""
    return month(int(text[:4]), int(text[5:7]))


def quarter_of(text: str) -> tuple[date, date]:
    """First and last day of the quarter that begins with the month of ``2021-07-01``."""
    year, first = int(text[:4]), int(text[5:7])
    return date(year, first, 1), month(year, first + 2)[1]


def year_of(number: int) -> tuple[date, date]:
    return date(number, 1, 1), date(number, 12, 31)


def without_duplicates(observations: Iterable[Observed], origin: str) -> Reading:
    """
    Keep one observation per key.

    Equal duplicates count once (SR-05); where two differ, the figure is missing (SR-06). Nothing is added up.
    """
    kept: dict[tuple[date, date, str, str], Observed] = {}
    findings = []
    for each in observations:
        first = kept.get(each.key)
        if first is None:
            kept[each.key] = each
            continue
        place = f"{origin}: {each.place} {each.period_start:%Y-%m} {each.breakdown}".rstrip()
        if first == each:
            findings.append(Finding(SR_05, place, str(each.value)))
        else:
            findings.append(Finding(SR_06, place, f"{first.value} | {each.value}"))
            kept[each.key] = Observed(*each.key, None)
    return Reading(tuple(sorted(kept.values(), key=lambda each: each.key)), tuple(findings))
