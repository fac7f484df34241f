"""
Large CSV files line by line: a label and then numbers, each line straight into its place.

Nothing is kept beside the arrays that the caller fills, so that a file of any length costs one line of memory.
"""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import numpy as np

from hled.economy.arrays import Vector
from hled.economy.rules import IO_02, IO_03, IO_22
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.input_output.progress import Share, Told, silent

MOST_FINDINGS = 20
"""After so many broken cells the rest of a file is not read."""

EMPTY = Bilingual("missing", "falta")
"""What is said of a cell that holds nothing."""


class Findings:
    """What is wrong with a file, up to `MOST_FINDINGS`."""

    def __init__(self) -> None:
        self._found: list[Finding] = []

    def add(self, finding: Finding) -> None:
        self._found.append(finding)
        if len(self._found) >= MOST_FINDINGS:
            self.refuse()

    def refuse(self) -> None:
        """
        Raises
        ------
        BrokenRuleError
            When anything was found.
        """
        if self._found:
            raise BrokenRuleError(self._found)


@contextmanager
def opened(path: Path) -> Iterator[tuple[IO[bytes], int, str]]:
    """
    A CSV file, or the only one inside a ZIP archive: its bytes, their number, and its name.

    Raises
    ------
    BrokenRuleError
        IO-22, when it cannot be read, or the archive holds none or several.
    """
    try:
        if path.suffix.lower() != ".zip":
            with path.open("rb") as file:
                yield file, path.stat().st_size, path.name
            return
        with zipfile.ZipFile(path) as archive:
            inside = [each for each in archive.infolist() if each.filename.lower().endswith(".csv")]
            if len(inside) != 1:
                names = ", ".join(each.filename for each in inside) or "0 CSV"
                raise BrokenRuleError(
                    [
                        Finding(
                            IO_22,
                            path.name,
                            names,
                            remedy=Bilingual(
                                "Take the file of one year out of the archive and name it.",
                                "Extraiga del archivo comprimido el archivo de un año e indíquelo.",
                            ),
                        )
                    ]
                )
            with archive.open(inside[0]) as member:
                yield member, inside[0].file_size, Path(inside[0].filename).name
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise BrokenRuleError([Finding(IO_22, path.name, str(error))]) from error


class Lines:
    """
    The lines of a CSV file after its header.

    Attributes
    ----------
    header
        Cells of the first line, or of line `header_at`.
    """

    def __init__(
        self, file: IO[bytes], size: int, name: str, *, labels: int = 1, told: Told = silent
    ) -> None:
        self._file, self._name, self._labels = file, name, labels
        self._share, self._done, self._line = Share(told, size), 0, 1
        first = file.readline()
        self._done += len(first)
        self.header = _cells(first, name, 1, encoding="utf-8-sig")
        self.findings = Findings()
        if len(self.header) < 2 + labels - 1:
            raise BrokenRuleError(
                [
                    Finding(
                        IO_22,
                        f"{name}: 1",
                        Bilingual(
                            f"{len(self.header)} column; cells are to be separated by commas",
                            f"{len(self.header)} columna; las celdas se separan con comas",
                        ),
                    )
                ]
            )

    def __iter__(self) -> Iterator[tuple[list[str], Callable[[Sequence[str]], Vector | None]]]:
        """
        Labels of each line, and a function that gives its numbers.

        The function takes the names of the columns for what it says about a broken cell, and gives None where one is.
        """
        for raw in self._file:
            self._line += 1
            self._done += len(raw)
            self._share.at(self._done)
            if raw.strip():
                yield self._split(raw)
        self.findings.refuse()

    def _split(self, raw: bytes) -> tuple[list[str], Callable[[Sequence[str]], Vector | None]]:
        quoted = b'"' in raw
        fields: Sequence[str | bytes]
        if quoted:
            fields = _cells(raw, self._name, self._line)
            labels = [str(each).strip() for each in fields[: self._labels]]
        else:
            fields = raw.rstrip(b"\r\n").split(b",")
            labels = [_text(each, self._name, self._line).strip() for each in fields[: self._labels]]
        line, rest = self._line, fields[self._labels :]
        underscores = raw.count(b"_") > sum(each.count("_") for each in labels)
        return labels, lambda columns: self._numbers(
            rest, columns, f"{self._name}: {line} ({' '.join(labels)})", underscores=underscores
        )

    def _numbers(
        self, fields: Sequence[str | bytes], columns: Sequence[str], where: str, *, underscores: bool
    ) -> Vector | None:
        """The numbers of a line; a digit grouped by an underscore, which Python reads, is text here."""
        if len(fields) != len(columns):
            self.findings.add(Finding(IO_02, where, f"{len(fields)} ≠ {len(columns)}"))
            return None
        try:
            numbers = np.array(list(map(float, fields)), dtype=np.float64)
        except ValueError:
            self._name_broken(fields, columns, where)
            return None
        if underscores or not np.isfinite(numbers).all():
            self._name_broken(fields, columns, where)
            return None
        return numbers

    def _name_broken(self, fields: Sequence[str | bytes], columns: Sequence[str], where: str) -> None:
        for field, column in zip(fields, columns, strict=True):
            if number_in(field) is None:
                said = _bytes(field).decode("utf-8", "replace").strip()
                self.findings.add(Finding(IO_03, f"{where}, {column}", f"“{said[:40]}”" if said else EMPTY))


def number_in(cell: str | bytes) -> float | None:
    """The finite number that a cell holds; None where it holds none."""
    if b"_" in _bytes(cell):
        return None
    try:
        number = float(cell)
    except ValueError:
        return None
    return number if np.isfinite(number) else None


def _cells(line: bytes, name: str, number: int, *, encoding: str = "utf-8") -> list[str]:
    text = _text(line, name, number, encoding)
    return [each.strip() for each in next(csv.reader(io.StringIO(text)), [])]


def _text(raw: bytes, name: str, number: int, encoding: str = "utf-8") -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise BrokenRuleError([Finding(IO_22, f"{name}: {number}", str(error))]) from error


def _bytes(cell: str | bytes) -> bytes:
    return cell if isinstance(cell, bytes) else cell.encode()
