"""The record generated for benchmarks is a valid record."""

import importlib.util
from pathlib import Path

import pytest

from hled.sources.record import read_record, write_record

GENERATING = Path(__file__).parents[3] / "benchmarks" / "generating.py"


@pytest.fixture(scope="module")
def generated_record():
    spec = importlib.util.spec_from_file_location("generating", GENERATING)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.generated_record


def test_generated_record_passes_the_checks(generated_record, tmp_path):
    write_record(generated_record(3), tmp_path / "record")

    reading = read_record(tmp_path / "record")

    assert reading.errors == ()
    assert len(reading.records["commitments"]) == 3 * 97
    assert len(reading.records["progress_reports"]) == 3 * 118


def test_one_seed_gives_one_record(generated_record):
    assert generated_record(2, seed=5) == generated_record(2, seed=5)
    assert generated_record(2, seed=5) != generated_record(2, seed=6)
