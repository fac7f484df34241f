"""The tables in the package are those of their publishers, and keep their identities."""

import numpy as np
import pytest

from hled.economy.tables import Label
from hled.economy.tables.aggregating import Concordance, aggregate
from hled.economy.tables.checking import check, require_sound
from hled.economy.tables.choosing import industries_named, regions_named, sectors_named
from hled.kernel.rule import BrokenRuleError, NotFoundError
from hled.sources.input_output import list_tables, load_table
from hled.sources.input_output.wiod import release2013 as wiod

IDS = [
    "wiod2013-2008",
    "wiod2013-2011",
    "bea-2017-detail",
    "bea-2017",
    "bea-2019",
    "bea-2021",
    "bea-2022",
    "bea-2023",
]
BEA = [each for each in IDS if each.startswith("bea")]


def codes(findings) -> set[str]:
    return {each.rule.code for each in findings}


def test_every_table_is_listed_and_has_the_size_that_the_list_says():
    entries = list_tables()

    assert [each.id for each in entries] == IDS
    for each in entries:
        table = load_table(each.id)
        assert (each.year, each.regions, each.sectors, each.industries, each.title) == (
            table.year,
            len(table.regions),
            len(table.sectors),
            table.n,
            table.title,
        )


@pytest.mark.parametrize("id", IDS)
def test_every_table_is_sound_and_has_inventories_apart(id):
    report = require_sound(load_table(id))

    assert report.has_inventories
    assert "IO-11" not in codes(report.findings)


@pytest.mark.parametrize("id", IDS)
def test_every_label_has_a_name_in_both_languages(id):
    table = load_table(id)

    for each in (
        *table.regions,
        *table.sectors,
        *table.categories,
        *table.region_groups,
        *table.sector_groups,
    ):
        assert each.name.en != each.code
        assert each.name.es != each.code


def test_io_20_an_unknown_table_is_refused_with_the_near_ones():
    with pytest.raises(NotFoundError, match="wiod2013-2011") as refusal:
        load_table("wiod2013-2012")

    assert codes(refusal.value.findings) == {"IO-20"}


@pytest.mark.parametrize(
    ("year", "of_usa", "of_mexico", "to_usa", "to_mexico", "widest", "idle"),
    [
        (2011, 15_162_486, 1_147_899, 227_467, 167_275, 108, 22),
        (2008, 14_438_436, 1_096_700, 189_568, 133_798, 103, 20),
    ],
)
def test_wiod_gives_the_figures_of_its_source(year, of_usa, of_mexico, to_usa, to_mexico, widest, idle):
    table = load_table(f"wiod2013-{year}")
    usa, mexico = (np.flatnonzero(table.region_of == regions_named(table, code)) for code in ("USA", "MEX"))

    assert table.residual_value_added[usa].sum() == of_usa
    assert table.residual_value_added[mexico].sum() == of_mexico
    assert table.Z[np.ix_(mexico, usa)].sum() + table.final_demand[mexico, 39].sum() == to_usa
    assert table.Z[np.ix_(usa, mexico)].sum() + table.final_demand[usa, 27].sum() == to_mexico
    report = check(table)
    assert (abs(report.rows[0].gap), len(report.zero_output)) == (widest, idle)


def test_groups_of_wiod_part_the_world():
    table = load_table("wiod2013-2011")

    assert len(sectors_named(table, "manufacturing")) == 14
    assert len(sectors_named(table, "primary,manufacturing,utilities_construction,services")) == 35
    assert len(regions_named(table, "EU27")) == 27
    assert len(regions_named(table, "North_America,CHN,EU27,rest")) == 41
    assert table.label(int(industries_named(table, "MEX.c15")[0])) == "MEX.c15"


def test_io_21_labels_that_are_not_those_of_the_file_are_refused(tmp_path, monkeypatch):
    for each in wiod.FOLDER.iterdir():
        (tmp_path / each.name).write_bytes(each.read_bytes())
    path = tmp_path / "regions.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("MEX,", "MXC,"), encoding="utf-8")
    monkeypatch.setattr(wiod, "FOLDER", tmp_path)

    with pytest.raises(BrokenRuleError, match="IO-21"):
        wiod.read_bundled(2011)


@pytest.mark.parametrize(
    ("id", "value_added"),
    [("bea-2017-detail", 19_612_089), ("bea-2017", 19_612_097), ("bea-2023", 27_720_704)],
)
def test_bea_value_added_is_gross_domestic_product(id, value_added):
    assert load_table(id).value_added.sum() == value_added


@pytest.mark.parametrize("id", BEA)
def test_bea_rows_and_columns_are_left_with_the_rounding_of_the_sources(id):
    table = load_table(id)
    second_hand = next(each for each in table.satellites if each.code == "second_hand").values

    columns = table.x - table.Z.sum(axis=0) - table.imports - second_hand - table.value_added

    assert np.abs(table.x - table.row_sums).max() < 28
    assert np.abs(columns).max() < 14
    assert table.exports == "F040"
    assert table.Y[:, table.is_export].sum() > 1_800_000


def test_bea_components_add_up_to_value_added_and_imports_hold_those_without_a_counterpart():
    table = load_table("bea-2017-detail")
    accounts = {each.code: each.values for each in table.satellites}

    np.testing.assert_array_equal(sum(accounts[f"V00{at}"] for at in (1, 2, 3)), table.value_added)
    assert accounts["noncomparable_imports"].sum() == 142_497
    assert (accounts["noncomparable_imports"] <= table.imports).all()


def test_the_detailed_industries_of_bea_add_up_to_those_of_the_summary():
    detail, summary = load_table("bea-2017-detail"), load_table("bea-2017")
    codes_of_summary = {each.code for each in summary.sectors}
    groups = [each for each in detail.sector_groups if each.code in codes_of_summary]

    made = aggregate(detail, sectors=Concordance.of_groups(detail.sectors, groups))

    at = [[each.code for each in made.sectors].index(each.code) for each in summary.sectors]
    np.testing.assert_allclose(made.x[at], summary.x, atol=30)
    np.testing.assert_allclose(made.value_added[at], summary.value_added, atol=30)
    assert made.Z.sum() == pytest.approx(summary.Z.sum(), rel=1e-3)
    assert {type(each) for each in made.sectors} == {Label}


def test_digests_are_those_of_these_numbers():
    assert [load_table(id).digest for id in IDS] == [load_table(id).digest for id in IDS]
    assert len({load_table(id).digest for id in IDS}) == len(IDS)
