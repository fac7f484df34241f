"""The published workbook, saved as XLSX."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from hled.economy.arrays import Vector
from hled.economy.rules import IO_03, IO_21, IO_22
from hled.economy.tables import Table
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.input_output.filling import Filling
from hled.sources.input_output.progress import Share, Told
from hled.sources.input_output.streaming import EMPTY, Findings, number_in
from hled.sources.input_output.wiod2016.table import (
    CATEGORIES,
    OUTPUT,
    TOTAL,
    Entry,
    columns_of,
    fill,
    table_of,
)
from hled.sources.input_output.years import year_of

_Row = tuple[int, tuple[Any, ...]]


def read_sheet(path: Path, id: str, year: int | None, told: Told) -> Table:
    name, findings = path.name, Findings()
    settled = year_of(name, year)
    rows = _sheet_rows(path, told)
    head, first = _head(rows, name)
    entries: list[Entry] = []
    for country, code in zip(head["country"], head["code"], strict=True):
        if country == TOTAL or code == OUTPUT:
            entries.append((None, False))
        elif country and code:
            entries.append(((country.upper(), code), code in CATEGORIES))
        else:
            findings.add(Finding(IO_21, f"{name}: columns", f"{country} {code}".strip() or "''"))
    columns = columns_of(findings, name, entries)
    filling = Filling(name, columns, findings)
    for line, cells in _then(first, rows):
        code, _, country, _ = (_said(each) for each in cells[:4])
        if not code and not country:
            continue
        found = _numbers(cells[4 : 4 + len(entries)], findings, f"{name}: {line} ({country} {code})", entries)
        if found is not None:
            fill(filling, findings, name, (country.upper(), code), country, code, found)
    return table_of(id, name, settled, columns, filling, filling.finished())


def _sheet_rows(path: Path, told: Told) -> Iterator[_Row]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (OSError, BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise BrokenRuleError([Finding(IO_22, path.name, str(error))]) from error
    sheet = book.worksheets[0]
    share = Share(told, sheet.max_row or 1)
    for line, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        share.at(line)
        yield line, cells
    book.close()


def _head(rows: Iterator[_Row], name: str) -> tuple[dict[str, list[str]], _Row]:
    """Codes and countries of the columns, and the first row of numbers; the row of column numbers (``c1``) ends the head."""
    above: list[list[str]] = []
    for _, cells in rows:
        said = [_said(each) for each in cells[4:]]
        while said and not said[-1]:
            said.pop()
        if said and all(re.fullmatch(r"c\d+", each) for each in said):
            width = len(said)
            if len(above) < 3:
                break
            code, _, country = (each[:width] + [""] * (width - len(each)) for each in above[-3:])
            first = next(rows, None)
            if first is not None:
                return {"code": code, "country": country}, first
            break
        above.append(said)
    raise BrokenRuleError(
        [
            Finding(
                IO_22,
                name,
                Bilingual(
                    "no row of column numbers c1, c2, … below codes, descriptions and countries",
                    "ninguna fila de números de columna c1, c2, … bajo códigos, descripciones y países",
                ),
            )
        ]
    )


def _then(first: _Row, rows: Iterator[_Row]) -> Iterator[_Row]:
    yield first
    yield from rows


def _said(cell: Any) -> str:
    return "" if cell is None else str(cell).strip()


def _numbers(cells: tuple[Any, ...], findings: Findings, where: str, entries: list[Entry]) -> Vector | None:
    numbers = [
        float(each)
        if isinstance(each, int | float) and not isinstance(each, bool)
        else number_in(_said(each))
        for each in cells
    ]
    numbers += [None] * (len(entries) - len(numbers))
    broken = [at for at, each in enumerate(numbers) if each is None]
    for at in broken:
        key = entries[at][0] or (TOTAL,)
        said = _said(cells[at]) if at < len(cells) else ""
        findings.add(Finding(IO_03, f"{where}, {'.'.join(key)}", f"“{said[:40]}”" if said else EMPTY))
    return None if broken else np.array(numbers, dtype=np.float64)
