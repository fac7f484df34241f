"""
The published workbook of the World Input-Output Database, as XLSX: one sheet, the same frame in both releases.

Above the numbers stand codes, descriptions, countries and column numbers (``c1``), left of them the same for rows.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from hled.economy.arrays import Vector
from hled.economy.rules import IO_03, IO_21, IO_22
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.input_output.filling import Columns, Filling, Key
from hled.sources.input_output.progress import Share, Told
from hled.sources.input_output.streaming import EMPTY, Findings, number_in
from hled.sources.input_output.wiod.rows import TOTAL, Entry, columns_of, fill

_Row = tuple[int, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Frame:
    """
    How a release names its columns and rows.

    Parameters
    ----------
    column
        Country, code and number of a column -> what it is; None where it is unknown.
    row
        Country, code and number of a row -> key of the industry.
    """

    column: Callable[[str, str, str], Entry | None]
    row: Callable[[str, str, str], Key]


def read_frame(path: Path, frame: Frame, told: Told) -> tuple[Columns, Filling, Vector]:
    """
    Labels of the columns, the blocks filled, and output.

    Raises
    ------
    BrokenRuleError
        IO-01, IO-02, IO-03, IO-21 or IO-22.
    """
    name, findings = path.name, Findings()
    rows = _sheet_rows(path, told)
    head, first = _head(rows, name)
    entries: list[Entry] = []
    for country, code, number in zip(head["country"], head["code"], head["number"], strict=True):
        entry = frame.column(country, code, number)
        if entry is None:
            findings.add(Finding(IO_21, f"{name}: columns", f"{country} {code}".strip() or "''"))
        else:
            entries.append(entry)
    columns = columns_of(findings, name, entries)
    filling = Filling(name, columns, findings)
    for line, cells in _then(first, rows):
        code, _, country, number = (_said(each) for each in cells[:4])
        if not code and not country:
            continue
        found = _numbers(cells[4 : 4 + len(entries)], findings, f"{name}: {line} ({country} {code})", entries)
        if found is not None:
            key = frame.row(country, code, number)
            fill(filling, findings, name, key, country, code, found)
    return columns, filling, filling.finished()


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
                return {"code": code, "country": country, "number": said}, first
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
