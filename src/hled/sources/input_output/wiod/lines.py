"""The Stata or R file of the 2016 release, saved as CSV."""

import re
from collections.abc import Sequence
from pathlib import Path

from hled.economy.arrays import Vector
from hled.economy.rules import IO_03, IO_12, IO_21, IO_22
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.input_output.filling import Columns, Filling
from hled.sources.input_output.progress import Told
from hled.sources.input_output.streaming import Lines, opened
from hled.sources.input_output.wiod.rows import TOTAL, Entry, columns_of, fill
from hled.sources.input_output.years import year_in, year_of

_LABELS = ("IndustryCode", "IndustryDescription", "Country", "RNr", "Year")
_COLUMN = re.compile(r"v?([A-Za-z]{3})(\d{1,2})")
_FIRST_FINAL = 57


def read_lines(
    path: Path, year: int | None, told: Told, categories: Sequence[str]
) -> tuple[int, Columns, Filling, Vector]:
    """Year, labels of the columns, the blocks filled, and output."""
    with opened(path) as (file, size, name):
        lines = Lines(file, size, name, labels=len(_LABELS), told=told)
        if tuple(lines.header[: len(_LABELS)]) != _LABELS:
            raise BrokenRuleError([Finding(IO_22, f"{name}: 1", ", ".join(lines.header[: len(_LABELS)]))])
        settled = year_of(name, year) if year or year_in(name) else None
        names = lines.header[len(_LABELS) :]
        columns = _columns_of_lines(lines, name, names, categories)
        filling = Filling(name, columns, lines.findings)
        codes: dict[str, str] = {}
        for (code, _, country, number, said), numbers in lines:
            found = numbers(names)
            if found is None:
                continue
            settled = _same_year(name, said, settled)
            if country != TOTAL and codes.setdefault(number, code) != code:
                lines.findings.add(Finding(IO_21, f"{name}: {country} {number}", f"{code} ≠ {codes[number]}"))
            fill(filling, lines.findings, name, (country.upper(), number), country, code, found)
        x = filling.finished()
    return settled or 0, _with_codes(columns, codes), filling, x


def _same_year(name: str, said: str, settled: int | None) -> int:
    try:
        here = int(float(said))
    except ValueError:
        raise BrokenRuleError([Finding(IO_03, f"{name}: Year", said)]) from None
    if settled is not None and here != settled:
        raise BrokenRuleError([Finding(IO_12, f"{name}: Year", f"{here} ≠ {settled}")])
    return here


def _columns_of_lines(lines: Lines, name: str, names: list[str], categories: Sequence[str]) -> Columns:
    entries: list[Entry] = []
    for label in names:
        matched = _COLUMN.fullmatch(label)
        if label == TOTAL:
            entries.append((None, False))
        elif matched and int(matched[2]) < _FIRST_FINAL:
            entries.append(((matched[1].upper(), matched[2]), False))
        elif matched and int(matched[2]) < _FIRST_FINAL + len(categories):
            entries.append(((matched[1].upper(), categories[int(matched[2]) - _FIRST_FINAL]), True))
        else:
            lines.findings.add(Finding(IO_21, f"{name}: columns", label))
            entries.append((None, False))
    return columns_of(lines.findings, name, entries)


def _with_codes(columns: Columns, codes: dict[str, str]) -> Columns:
    """The industries by the codes of their rows rather than by number."""
    industries = [(region, codes[number]) for region, number in columns.industries]
    return Columns(industries, columns.industry_at, columns.finals, columns.final_at, columns.total_at)
