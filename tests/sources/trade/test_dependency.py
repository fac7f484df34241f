"""Flags read from the file in one pass are those that the expressions give, whatever stands in the table."""

import numpy as np
import pytest
from tests.sources.trade.files import plain

from hled.sources.trade import open_trade
from hled.sources.trade.adding import add_trade
from hled.sources.trade.backend import connect
from hled.sources.trade.dependency import _dense, dependency_flags
from hled.sources.trade.flag_reading import flags_of_file
from hled.sources.trade.queries import dependency_flags as flags_expression
from hled.sources.trade.queries import exporter_by_product, market_rows
from hled.sources.trade.selecting import select_goods

CODES = ("CAN", "CHN", "DEU", "FRA", "JPN", "MEX", "USA")


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


def made(seed, codes=CODES, goods=("010121", "850760", "870323", "871200", "980100")):
    generator = np.random.default_rng(seed)
    return [
        (importer, exporter, "M", period, good, "HS2022", round(float(generator.pareto(1) * 1000), 2))
        for period in ("2021", "2022")
        for importer in codes
        for exporter in codes
        for good in goods
        if importer != exporter and generator.random() < 0.5
    ]


def by_expression(entry, home, year, level=6):
    rows = market_rows(open_trade(entry.id, home).rows, period=str(year))
    selected = select_goods(rows, "here")
    return _dense(
        flags_expression(selected.goods, level).to_pyarrow(),
        exporter_by_product(selected.goods, level, "partner").to_pyarrow(),
        selected.findings,
    )


def same(one, other):
    assert (one.countries, one.products) == (other.countries, other.products)
    for name in ("imports", "exports", "hhi", "world_hhi"):
        np.testing.assert_allclose(getattr(one.flags, name), getattr(other.flags, name), rtol=1e-12)
    np.testing.assert_array_equal(one.flags.flagged, other.flags.flagged)
    codes = [
        [each.rule.code for each in found.findings if each.rule.code != "TR-08"] for found in (one, other)
    ]
    assert codes[0] == codes[1]


@pytest.mark.parametrize("seed", range(3))
def test_file_and_expressions_agree(tmp_path, home, seed):
    entry, _ = add_trade(plain(tmp_path / "given.csv", *made(seed)), "plain", home)

    found = dependency_flags(entry.id, 2021, home=home)

    same(found, by_expression(entry, home, 2021))
    assert found.flags.flagged.any()
    assert "980100" not in found.products


def test_totals_and_groups_are_left_out_reporter_by_reporter(tmp_path, home):
    rows = [row for row in made(7) if row[3] == "2022"]
    seen = {}
    for row in rows:
        seen[row[0], row[4]] = seen.get((row[0], row[4]), 0) + row[6]
    world = [
        (importer, "W00", "M", "2022", good, "HS2022", value * 1.2)
        for (importer, good), value in seen.items()
    ]
    union = [
        ("BRA", partner, "M", "2022", "870323", "HS2022", value)
        for partner, value in (("EU", 100.0), ("DEU", 30.0))
    ]
    entry, _ = add_trade(plain(tmp_path / "given.csv", *rows, *world, *union), "plain", home)

    found = dependency_flags(entry.id, 2022, home=home)

    same(found, by_expression(entry, home, 2022))
    assert "W00" not in found.countries
    assert found.flags.imports[found.countries.index("BRA")].sum() == 100.0


def test_coarser_level_is_summed_before_it_is_squared(tmp_path, home):
    rows = [
        ("USA", "MEX", "M", "2022", "870321", "HS2022", 30),
        ("USA", "MEX", "M", "2022", "870323", "HS2022", 30),
        ("USA", "CAN", "M", "2022", "870323", "HS2022", 40),
    ]
    entry, _ = add_trade(plain(tmp_path / "given.csv", *rows), "plain", home)

    found = dependency_flags(entry.id, level=4, home=home)

    assert found.countries == ("CAN", "MEX", "USA")
    assert found.flags.hhi[2].tolist() == pytest.approx([0.6**2 + 0.4**2])


def test_hand_worked_flags(tmp_path, home):
    rows = [
        ("USA", "CHN", "M", "2022", "850760", "HS2022", 90),
        ("USA", "MEX", "M", "2022", "850760", "HS2022", 10),
        ("MEX", "USA", "M", "2022", "850760", "HS2022", 5),
        ("MEX", "CHN", "M", "2022", "850760", "HS2022", 5),
    ]
    entry, _ = add_trade(plain(tmp_path / "given.csv", *rows), "plain", home)

    found = dependency_flags(entry.id, home=home).flags

    assert found.hhi[:, 0].tolist() == pytest.approx([0.0, 0.5, 0.82])
    assert found.world_hhi[0] == pytest.approx((95**2 + 10**2 + 5**2) / 110**2)
    assert found.flagged[:, 0].tolist() == [False, False, True]


@pytest.mark.parametrize("group", [1, 2, 1000])
def test_row_groups_are_only_a_way_of_storing(tmp_path, group):
    import pyarrow as pa
    import pyarrow.parquet as pq

    names = ("reporter", "partner", "flow", "period", "product", "edition", "value")
    table = pa.table(dict(zip(names, map(list, zip(*made(3), strict=True)), strict=True)))
    pq.write_table(table, tmp_path / "rows.parquet", row_group_size=group)

    found = flags_of_file(tmp_path / "rows.parquet", period="2022", areas=14, products=5)

    rows = market_rows(connect().read_parquet(str(tmp_path / "rows.parquet")), period="2022")
    flagged = flags_expression(rows).to_pyarrow().to_pylist()
    assert {(each["reporter"], each["product"]) for each in flagged if each["flagged"]} - {
        (each, "980100") for each in CODES
    } == {
        (found.countries[row], found.products[column])
        for row, column in np.argwhere(found.flags.flagged).tolist()
    }
