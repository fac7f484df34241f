"""Rows of a CSV file or of a workbook, one after the other; nothing in them is computed or fetched."""

import csv
import hashlib
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, datetime, time
from pathlib import Path
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from hled.dialogue.docket.domain.importing import DK_70, DK_71, DK_73, Columns, columns_of
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

LARGEST_CELL = 20_000_000
LARGEST_WORKBOOK = 2_000_000_000
"""Bytes of a workbook when it is unpacked."""
DELIMITERS = (",", ";", "\t")
_ZIP = b"PK\x03\x04"
_BROKEN = (
    zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError,
    ParseError, InvalidFileException, NotImplementedError,
)  # fmt: skip
"""What the reader of workbooks raises for a file that is none."""


class Table:
    """
    A table of submissions.

    Parameters
    ----------
    path
        CSV or .xlsx, told apart by their first bytes.
    """

    def __init__(self, path: Path) -> None:
        self.path, self.name = path, path.name[:80]
        try:
            with path.open("rb") as file:
                self._is_workbook = file.read(4) == _ZIP
        except OSError as error:
            raise BrokenRuleError([Finding(DK_70, self.name, str(error.strerror or error)[:80])]) from error

    def digest(self) -> str:
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def read(self) -> Iterator[tuple[int, Columns, dict[str, str] | list[Finding]]]:
        """
        Each row after the first with its number: its cells by field, or what is wrong with them (DK-71, DK-73).

        Raises
        ------
        BrokenRuleError
            DK-70, where the file cannot be read on; DK-71, for its first row.
        """
        rows = self._of_workbook() if self._is_workbook else self._of_csv()
        number, header = next(rows, (1, []))
        columns = columns_of(
            [each if isinstance(each, str) else "" for each in header], f"{self.name}:{number}"
        )
        if isinstance(columns, list):
            raise BrokenRuleError(columns)
        for number, cells in rows:
            yield number, columns, self._cells(number, columns, cells)

    def _cells(
        self, number: int, columns: Columns, cells: Sequence[str | None]
    ) -> dict[str, str] | list[Finding]:
        """`None` stands for a formula."""
        width, place = len(columns.fields), f"{self.name}:{number}"
        short = len(cells) < width and any(map(_is_filled, cells))
        if short or any(map(_is_filled, cells[width:])):
            said = Bilingual(
                f"{len(cells)} cells instead of {width}", f"{len(cells)} celdas en vez de {width}"
            )
            return [Finding(DK_71, place, said)]
        found = [
            Finding(DK_73, f"{place}: {field}")
            for field, each in zip(columns.fields, cells, strict=False)
            if each is None
        ]
        return found or {
            field: each for field, each in zip(columns.fields, cells, strict=False) if each is not None
        }

    def _of_csv(self) -> Iterator[tuple[int, list[str | None]]]:
        with self.path.open("rb") as file, _large_cells():
            lines = self._decoded(file)
            first = next(lines, "")
            marks = max(DELIMITERS, key=first.count)
            reader = csv.reader(_and_then(first, lines), delimiter=marks, strict=True)
            begins = 1
            while True:
                try:
                    cells = next(reader)
                except StopIteration:
                    return
                except csv.Error as error:
                    place = f"{self.name}:{reader.line_num}"
                    raise BrokenRuleError([Finding(DK_70, place, str(error)[:80])]) from error
                yield begins, list(cells)
                begins = reader.line_num + 1

    def _decoded(self, lines: Iterator[bytes]) -> Iterator[str]:
        for number, line in enumerate(lines, start=1):
            try:
                yield line.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                said = Bilingual("not UTF-8", "no es UTF-8")
                raise BrokenRuleError([Finding(DK_70, f"{self.name}:{number}", said)]) from error

    def _of_workbook(self) -> Iterator[tuple[int, list[str | None]]]:
        """The first sheet."""
        try:
            with zipfile.ZipFile(self.path) as packed:
                size = sum(each.file_size for each in packed.infolist())
            if size > LARGEST_WORKBOOK:
                raise BrokenRuleError([Finding(DK_70, self.name, Bilingual(*[f"{size:,} B"] * 2))])
            with self.path.open("rb") as file, closing(openpyxl.load_workbook(file, read_only=True)) as book:
                width = 0
                for number, row in enumerate(book.worksheets[0].iter_rows(), start=1):
                    cells = [_text(each.value, each.data_type) for each in row]
                    while cells and cells[-1] == "":
                        cells.pop()
                    width = width or len(cells)
                    yield number, [*cells, *[""] * (width - len(cells))]
        except _BROKEN as error:
            said = Bilingual("no whole workbook", "no es un libro completo")
            raise BrokenRuleError([Finding(DK_70, self.name, said)]) from error


def _is_filled(cell: str | None) -> bool:
    return cell is None or bool(cell.strip())


def _text(value: object, kind: str) -> str | None:
    """A cell as text; None for a formula or its error."""
    if kind in ("f", "e"):
        return None
    match value:
        case None:
            return ""
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)


def _and_then(first: str, rest: Iterator[str]) -> Iterator[str]:
    if first:
        yield first
    yield from rest


@contextmanager
def _large_cells() -> Iterator[None]:
    """A cell that is too long is found by DK-02 in its row."""
    before = csv.field_size_limit(LARGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)
