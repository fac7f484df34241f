"""Columns of the bundled Parquet files as arrays, and rows of the lists that stand beside the code."""

import csv
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from hled.economy.arrays import Vector
from hled.sources.tables import BUNDLED

Texts: TypeAlias = NDArray[np.str_]
"""Codes or names, one to a row; an empty text where nothing stood."""

_NAMES = Path(__file__).parent / "names"

UNSPECIFIED = "99"
"""Chapter of goods that were not specified; like 98 it is not one of the Harmonized System."""


def named_rows(file: str) -> list[dict[str, str]]:
    """Rows of a list that was written for this project."""
    with (_NAMES / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def text_columns(dataset: str, file: str, *names: str) -> tuple[Texts, ...]:
    """Columns of text; a missing value is an empty text."""
    import pyarrow.parquet as pq

    table = pq.read_table(BUNDLED / dataset / file, columns=list(names))
    return tuple(
        np.array(["" if each is None else each for each in table[name].to_pylist()], dtype=np.str_)
        for name in names
    )


def number_columns(dataset: str, file: str, *names: str) -> tuple[Vector, ...]:
    """Columns of numbers; a missing value is not a number, and the reader has to say what becomes of it."""
    import pyarrow.parquet as pq

    table = pq.read_table(BUNDLED / dataset / file, columns=list(names))
    return tuple(np.asarray(table[name].to_numpy(zero_copy_only=False), dtype=np.float64) for name in names)
