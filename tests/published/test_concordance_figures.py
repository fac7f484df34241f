"""Figures that the publishers of the concordances, or others before us, name."""

import csv
import gzip
import io
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from hled.sources.trade.concordances.industries import to_bea_detail, to_isic3, to_naics
from hled.sources.trade.concordances.reading import number_columns, text_columns
from hled.sources.trade.concordances.tariffs import tariff_change

SPECIMEN = Path(__file__).parents[1] / "specimens" / "trade" / "us_imports_2024_six_digits.csv.gz"


@pytest.fixture(scope="module")
def imports():
    rows = list(csv.DictReader(io.StringIO(gzip.decompress(SPECIMEN.read_bytes()).decode("utf-8"))))
    return [row["code"] for row in rows], np.array([float(row["value_usd"]) for row in rows])


def test_imports_are_those_of_the_census(imports):
    assert imports[1].sum() == pytest.approx(3208.8e9, rel=1e-5)


@pytest.mark.parametrize(("made", "share"), [(to_naics, 0.9612), (to_bea_detail, 0.9604), (to_isic3, 0.9584)])
def test_share_of_imports_that_is_mapped(imports, made, share):
    assert made().coverage(*imports).share == pytest.approx(share, abs=5e-5)


def test_what_naics_does_not_reach_is_chapters_98_and_99_and_one_collective_code(imports):
    unmapped = to_naics().coverage(*imports).unmapped

    assert {code[:2] for code in unmapped} == {"29", "98", "99"}
    assert [code for code in unmapped if code.startswith("29")] == ["291800"]


def test_lines_of_advanced_technology_by_field_are_those_of_schedule_b_2019():
    (fields,) = text_columns("classifications", "schedule_b_2019.parquet", "technology")
    (lines,) = number_columns("classifications", "schedule_b_2019.parquet", "lines")
    counted = Counter()
    for field, count in zip(fields.tolist(), lines.tolist(), strict=True):
        counted[field] += int(count)

    assert counted == {
        "00": 8949,
        "01": 15,
        "02": 81,
        "03": 23,
        "04": 84,
        "05": 38,
        "06": 86,
        "07": 3,
        "08": 52,
        "09": 13,
        "10": 12,
    }


def test_imports_and_duty_of_2024_by_chapter_are_those_of_the_partner():
    changes = tariff_change()
    at = changes.chapter_partners.index("MEX")

    assert changes.imports_2024[at].sum() == pytest.approx(503.44e9, rel=1e-4)
    assert changes.rate_2024[changes.partners.index("MEX")] == pytest.approx(0.2484, abs=1e-4)
