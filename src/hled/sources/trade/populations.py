"""
Populations that a user keeps beside the trade tables, for a sample that asks for a minimum.

One file, ``populations.csv`` in the home folder, with the columns ``country`` (the code that the
trade tables have, ISO alpha-3) and ``population`` (persons). Countries that no table has are of no use and do no harm.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from hled.kernel.bilingual import Bilingual
from hled.kernel.digest import sha256_of_bytes
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.trade.rules import TR_40

FILE = "populations.csv"
_COLUMNS = ("country", "population")


def populations(home: Path) -> dict[str, float]:
    """
    Country -> persons; empty where there is no file.

    Raises
    ------
    BrokenRuleError
        TR-40 on a file without both columns, on a country twice and on a number that is no count of persons, all together.
    """
    path = home / FILE
    if not path.is_file():
        return {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            columns, rows = tuple(reader.fieldnames or ()), list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BrokenRuleError([Finding(TR_40, FILE, type(error).__name__)]) from error
    if not set(_COLUMNS) <= set(columns):
        raise BrokenRuleError([Finding(TR_40, FILE, ", ".join(columns) or "-")])
    codes = [(row["country"] or "").strip() for row in rows]
    if findings := list(_unsound(rows, codes)):
        raise BrokenRuleError(findings)
    return {code: float(row["population"]) for code, row in zip(codes, rows, strict=True)}


def populations_digest(home: Path) -> str:
    """SHA-256 of the file; empty where there is none."""
    path = home / FILE
    return sha256_of_bytes(path.read_bytes()) if path.is_file() else ""


def _unsound(rows: list[dict[str, str]], codes: list[str]) -> Iterator[Finding]:
    for code, count in Counter(codes).items():
        if count > 1:
            yield Finding(TR_40, f"{FILE}: {code}", Bilingual("twice", "dos veces"))
    for code, row in zip(codes, rows, strict=True):
        if not _is_count(row):
            yield Finding(TR_40, f"{FILE}: {code}", row["population"] or "-")


def _is_count(row: Mapping[str, str]) -> bool:
    text = (row["population"] or "").strip()
    return text.isascii() and text.isdigit() and 0 < int(text) < 10**11
