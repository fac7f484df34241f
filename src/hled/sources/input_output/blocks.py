"""The matrices of the plain layout, from NumPy, Parquet or CSV files."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from hled.economy.arrays import Matrix, Vector
from hled.economy.rules import IO_01, IO_02, IO_03, IO_21, IO_22
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.input_output.archives import arrays_in
from hled.sources.input_output.progress import Told
from hled.sources.input_output.streaming import Lines, opened

TOGETHER = "data.npz"


class Blocks:
    """
    The blocks in a folder.

    Parameters
    ----------
    industries, finals
        Labels of the rows, and of the columns of final demand, in order.
    """

    def __init__(self, folder: Path, industries: Sequence[str], finals: Sequence[str], told: Told) -> None:
        self._folder, self._told = folder, told
        self._industries, self._finals = list(industries), list(finals)
        for kind, labels in (("rows.csv", self._industries), ("final_demand.csv", self._finals)):
            twice = (
                sorted({each for each in labels if labels.count(each) > 1})
                if len(set(labels)) < len(labels)
                else []
            )
            if twice:
                raise BrokenRuleError([Finding(IO_01, f"{folder.name}/{kind}", each) for each in twice])
        self._together: frozenset[str] = frozenset()
        if (folder / TOGETHER).exists():
            with arrays_in(folder / TOGETHER, f"{folder.name}/{TOGETHER}") as kept:
                self._together = frozenset(kept.files)

    def has(self, name: str) -> bool:
        return name in self._together or any(
            (self._folder / f"{name}{end}").exists() for end in (".parquet", ".csv")
        )

    def matrix(self, name: str) -> Matrix:
        """
        ``Z`` or ``Y``.

        Raises
        ------
        BrokenRuleError
            IO-02 where it is missing or has another shape, IO-03 on cells, IO-21 on labels, IO-22.
        """
        columns = self._industries if name == "Z" else self._finals
        return self._read(name, columns, (len(self._industries), len(columns)))

    def vector(self, name: str) -> Vector:
        """A block with one number for each industry; raises as `matrix` does."""
        return self._read(name, [name], (len(self._industries),))

    def _read(self, name: str, columns: Sequence[str], shape: tuple[int, ...]) -> Matrix:
        if name in self._together:
            with arrays_in(self._folder / TOGETHER, f"{self._folder.name}/{TOGETHER}") as kept:
                array = kept[name]
            return self._fitting(name, TOGETHER, array, shape)
        if (self._folder / f"{name}.parquet").exists():
            return self._fitting(name, f"{name}.parquet", self._parquet(name, columns), shape)
        if (self._folder / f"{name}.csv").exists():
            return self._csv(name, columns).reshape(shape)
        raise BrokenRuleError([Finding(IO_02, f"{self._folder.name}: {name}", Bilingual("missing", "falta"))])

    def _fitting(self, name: str, file: str, array: np.ndarray, shape: tuple[int, ...]) -> Matrix:
        place = f"{self._folder.name}/{file}: {name}"
        if array.dtype.kind not in "fiu":
            raise BrokenRuleError([Finding(IO_03, place, str(array.dtype))])
        if array.shape != shape and array.size == np.prod(shape) and len(shape) == 1:
            array = array.reshape(shape)
        if array.shape != shape:
            raise BrokenRuleError([Finding(IO_02, place, f"{array.shape} ≠ {shape}")])
        return array.astype(np.float64, copy=False)

    def _parquet(self, name: str, columns: Sequence[str]) -> np.ndarray:
        """Column by column, so that the file is not held twice; a null is a missing cell."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        file = f"{name}.parquet"
        with _trouble(self._folder, file, pa.ArrowException):
            held = pq.ParquetFile(self._folder / file)
            found = held.schema_arrow.names
            if list(found) != list(columns):
                raise BrokenRuleError([_first_difference(f"{self._folder.name}/{file}", found, columns)])
            array = np.empty((held.metadata.num_rows, len(columns)))
            done = 0
            for batch in held.iter_batches(batch_size=512):
                for at, column in enumerate(batch.columns):
                    where = f"{self._folder.name}/{file}: {columns[at]}"
                    if not (pa.types.is_floating(column.type) or pa.types.is_integer(column.type)):
                        raise BrokenRuleError([Finding(IO_03, where, str(column.type))])
                    if column.null_count:
                        missing = Bilingual(f"{column.null_count} missing", f"faltan {column.null_count}")
                        raise BrokenRuleError([Finding(IO_03, where, missing)])
                    array[done : done + len(batch), at] = column.to_numpy(zero_copy_only=False)
                done += len(batch)
        return array

    def _csv(self, name: str, columns: Sequence[str]) -> Matrix:
        """A matrix whose rows and columns are found by their labels."""
        file = f"{name}.csv"
        place = f"{self._folder.name}/{file}"
        at = {label: position for position, label in enumerate(self._industries)}
        with opened(self._folder / file) as (opened_file, size, _):
            lines = Lines(opened_file, size, file, told=self._told)
            names = lines.header[1:]
            order = _order(place, names, columns)
            array = np.empty((len(at), len(columns)))
            seen = np.zeros(len(at), dtype=np.bool_)
            for (label,), numbers in lines:
                found = numbers(names)
                if label not in at:
                    lines.findings.add(Finding(IO_21, f"{place}: rows", label or "''"))
                    continue
                if seen[at[label]]:
                    lines.findings.add(Finding(IO_01, f"{place}: rows", label))
                seen[at[label]] = True
                if found is not None:
                    array[at[label]] = found if order is None else found[order]
        missing = np.flatnonzero(~seen)
        if len(missing):
            raise BrokenRuleError(
                [
                    Finding(IO_02, f"{place}: {self._industries[each]}", Bilingual("no row", "ninguna fila"))
                    for each in missing[:20].tolist()
                ]
            )
        return array


def _order(place: str, found: Sequence[str], wanted: Sequence[str]) -> np.ndarray | None:
    """Where each wanted column stands among those found; None where they are in order."""
    if list(found) == list(wanted):
        return None
    twice = sorted({each for each in found if found.count(each) > 1}) if len(set(found)) < len(found) else []
    known, given = set(wanted), set(found)
    findings = [Finding(IO_01, f"{place}: columns", each) for each in twice]
    findings += [Finding(IO_21, f"{place}: columns", each or "''") for each in found if each not in known]
    findings += [
        Finding(IO_02, f"{place}: {each}", Bilingual("no column", "ninguna columna"))
        for each in wanted
        if each not in given
    ]
    if findings:
        raise BrokenRuleError(findings[:20])
    at = {label: position for position, label in enumerate(found)}
    return np.array([at[each] for each in wanted], dtype=np.intp)


def _first_difference(place: str, found: Sequence[str], wanted: Sequence[str]) -> Finding:
    if len(found) != len(wanted):
        return Finding(IO_02, f"{place}: columns", f"{len(found)} ≠ {len(wanted)}")
    one, other = next(pair for pair in zip(found, wanted, strict=True) if pair[0] != pair[1])
    return Finding(IO_21, f"{place}: columns", f"{one} ≠ {other}")


@contextmanager
def _trouble(folder: Path, file: str, *kinds: type[Exception]) -> Iterator[None]:
    caught: tuple[type[Exception], ...] = (OSError, ValueError, BadZipFile, EOFError, *kinds)
    try:
        yield
    except caught as error:
        raise BrokenRuleError([Finding(IO_22, f"{folder.name}/{file}", str(error))]) from error
