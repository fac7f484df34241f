"""Value added in exports as program packages and an independent computation have it."""

from pathlib import Path

import numpy as np
import pytest
import yaml

from hled.economy.leontief import System, system_of
from hled.economy.tables import Balance, Category, Label, Table
from hled.economy.value_chains import (
    Method,
    all_exporters,
    decompose,
    imported_content,
    origins_by_industry,
    origins_of_exports,
    origins_of_final_goods,
    re_exported,
    world_of,
)
from hled.kernel.bilingual import Bilingual
from hled.sources.input_output import load_table

PUBLISHED = yaml.safe_load(Path(__file__).with_name("value_added_in_exports.yaml").read_text("utf-8"))
LEATHER = PUBLISHED["leather"]
WIOD = PUBLISHED["wiod_2008"]


def printed(values, significant=7):
    """Within half a unit of the last printed digit, where at most so many significant digits are printed."""
    return pytest.approx(values, rel=10 ** -(significant - 1))


@pytest.fixture(scope="module")
def leather() -> System:
    def name(code):
        return Bilingual(code, code)

    regions, sectors = LEATHER["regions"], LEATHER["sectors"]
    return System(
        Table(
            id="leather",
            title=name("leather"),
            source=name(LEATHER["source"]),
            year=2013,
            unit="-",
            price_basis="-",
            vintage=name("-"),
            regions=tuple(Label(code, name(code)) for code in regions),
            sectors=tuple(Label(code, name(code)) for code in sectors),
            categories=(Category("final", name("final")),),
            region_of=np.repeat(np.arange(3), 3),
            sector_of=np.tile(np.arange(3), 3),
            Z=np.array(LEATHER["Z"], dtype=float),
            Y=np.array(LEATHER["Y"], dtype=float),
            x=np.array(LEATHER["x"], dtype=float),
            final_region_of=np.arange(3),
            final_category_of=np.zeros(3, dtype=int),
        )
    )


def wiod(year: int, balance: Balance, tmp_path) -> System:
    return system_of(load_table(f"wiod2013-{year}", tmp_path), balance)


def place(system: System, code: str) -> int:
    return [each.code for each in system.table.regions].index(code)


@pytest.mark.parametrize("region", ["ARG", "TUR", "DEU"])
def test_nine_terms_of_the_leather_table(leather, region):
    found = decompose(leather, Method.KWW, exporter=place(leather, region))

    assert [found.total(name) for name in LEATHER["kww"]["columns"]] == printed(LEATHER["kww"][region])


@pytest.mark.parametrize("region", ["ARG", "TUR", "DEU"])
def test_borin_mancini_of_the_leather_table(leather, region):
    found = decompose(leather, Method.BM_EXPORTER, exporter=place(leather, region))

    columns = LEATHER["bm_exporter"]["columns"]
    # GVCF of a package is GVC less GVCB after rounding; a cent is the last digit printed.
    assert [found.total(name) for name in columns] == pytest.approx(
        LEATHER["bm_exporter"][region], abs=0.0051
    )


def test_sixteen_terms_of_the_leather_table(leather):
    found = all_exporters(leather, Method.WWZ)

    sums = [sum(each.total(name) for each in found) for name in LEATHER["wwz"]["columns"]]
    assert sums == printed(LEATHER["wwz"]["sums"])


def test_origins_of_exports_of_the_leather_table(leather):
    exports = world_of(leather).exports.sum(axis=1)

    assert np.diag(origins_by_industry(leather, exports)) == pytest.approx(
        LEATHER["leontief_exports_diag"], abs=1e-7
    )
    assert imported_content(leather) == pytest.approx(LEATHER["i2e_imported_content_of_exports"], abs=1e-6)
    assert re_exported(leather) == pytest.approx(LEATHER["e2r_value_re_exported"], abs=1e-6)


@pytest.mark.parametrize("region", ["MEX", "USA", "CAN", "CHN"])
def test_borin_mancini_of_wiod_2008_to_the_cent_with_output_from_row_sums(region, tmp_path):
    system = wiod(2008, Balance.ROW_SUMS, tmp_path)

    found = decompose(system, Method.BM_EXPORTER, exporter=place(system, region))

    assert [round(found.total(name), 2) for name in WIOD["columns"]] == WIOD[region]


@pytest.mark.parametrize("region", ["MEX", "USA"])
def test_foreign_terms_of_kww_of_wiod_2008_to_the_cent_with_output_from_row_sums(region, tmp_path):
    system = wiod(2008, Balance.ROW_SUMS, tmp_path)

    found = decompose(system, Method.KWW, exporter=place(system, region))

    assert [round(found.total(name), 2) for name in WIOD["kww"]["columns"]] == WIOD["kww"][region]


def test_foreign_double_counting_of_mexico_as_the_rest_of_exports_with_supplied_output(tmp_path):
    system = wiod(2008, Balance.SUPPLIED, tmp_path)

    found = decompose(system, Method.KWW, exporter=place(system, "MEX"))

    assert round(found.total("FDC") + found.total("REST")) == WIOD["kww_decompr"]["MEX_FDC"]


def test_output_from_row_sums_leaves_nothing_unexplained(tmp_path):
    system = wiod(2008, Balance.ROW_SUMS, tmp_path)

    assert abs(decompose(system, Method.KWW, exporter=place(system, "MEX")).total("REST")) < 1e-6


@pytest.mark.parametrize("year", [2008, 2011])
def test_who_made_mexicos_exports(year, tmp_path):
    system = wiod(year, Balance.ROW_SUMS, tmp_path)
    mexico, states = place(system, "MEX"), place(system, "USA")

    origins, exports = origins_of_exports(system, mexico)
    to_states, sent = origins_of_exports(system, mexico, importer=states)

    assert {
        "domestic": round(100 * origins[mexico] / exports, 2),
        "from_usa": round(100 * origins[states] / exports, 2),
        "from_usa_to_usa": round(100 * to_states[states] / sent, 2),
    } == PUBLISHED["origins_of_mexican_exports"][year]


def test_who_made_mexican_transport_equipment_in_2011(tmp_path):
    system = wiod(2011, Balance.ROW_SUMS, tmp_path)
    table = system.table
    sector = [each.code for each in table.sectors].index("c15")
    cars = np.flatnonzero((table.region_of == place(system, "MEX")) & (table.sector_of == sector))

    found = origins_of_final_goods(system, cars)[:, 0]

    shares = 100 * found / found.sum()
    expected = PUBLISHED["final_goods_2011"]
    assert {code: round(shares[place(system, code)], 2) for code in ("MEX", "USA")} == {
        code: expected[code] for code in ("MEX", "USA")
    }
