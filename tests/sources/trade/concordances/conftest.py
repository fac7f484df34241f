"""U.S. imports of 2024 by six digits, to say what share of them a map reaches."""

import csv
import gzip
import io
from pathlib import Path

import numpy as np
import pytest

SPECIMEN = Path(__file__).parents[3] / "specimens" / "trade" / "us_imports_2024_six_digits.csv.gz"


@pytest.fixture(scope="session")
def imports() -> tuple[tuple[str, ...], np.ndarray]:
    text = gzip.decompress(SPECIMEN.read_bytes()).decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    return tuple(row["code"] for row in rows), np.array([float(row["value_usd"]) for row in rows])
