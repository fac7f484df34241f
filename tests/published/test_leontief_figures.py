"""Figures of the book and of the papers, from the tables that are bundled; sources stand in the file of references."""

import json
from pathlib import Path

import numpy as np
import pytest
from tests.economy.tables.making import SAME, label

from hled.economy.leontief import System, system_of
from hled.economy.leontief.exposure import Convention, exposure
from hled.economy.leontief.extraction import cut_industries, extract, sweep_industries, sweep_regions
from hled.economy.leontief.ghosh import ghosh_inverse, output_from
from hled.economy.leontief.multipliers import output_for
from hled.economy.leontief.position import country_position, industry_position
from hled.economy.leontief.totals import by_region
from hled.economy.tables import Balance, Category, Table
from hled.economy.tables.choosing import industries_named, sectors_named
from hled.sources.input_output import load_table

FIGURES = json.loads((Path(__file__).parent / "leontief_figures.json").read_text(encoding="utf-8"))
SMALL = {"CYP", "LUX", "EST", "SVK", "MLT", "BGR", "GRC", "CZE"}  # below 0.5 % of the output of the world


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    return lambda year: system_of(load_table(f"wiod2013-{year}", home), Balance.ROW_SUMS)


def table_of(regions, sectors, Z, Y, x) -> Table:
    return Table(
        id="published",
        title=SAME,
        source=SAME,
        year=2024,
        unit="unit",
        price_basis="current prices",
        vintage=SAME,
        regions=tuple(map(label, regions)),
        sectors=tuple(map(label, sectors)),
        categories=(Category("F", SAME),),
        region_of=np.repeat(np.arange(len(regions)), len(sectors)),
        sector_of=np.tile(np.arange(len(sectors)), len(regions)),
        Z=np.array(Z, dtype=float),
        Y=np.array(Y, dtype=float),
        x=np.array(x, dtype=float),
        final_region_of=np.arange(len(regions)),
        final_category_of=np.zeros(len(regions), dtype=int),
    )


@pytest.fixture(scope="module")
def miller_blair():
    known = FIGURES["miller_blair"]
    return System(table_of(["R"], ["1", "2"], known["Z"], np.array([known["f"]]).T, known["x"]))


def test_the_inverse_of_the_book(miller_blair):
    np.testing.assert_allclose(miller_blair.L, FIGURES["miller_blair"]["L"], atol=5e-5)


def test_the_book_s_new_demand_calls_on_its_output(miller_blair):
    known = FIGURES["miller_blair"]

    found = output_for(miller_blair, np.array(known["f_new"], dtype=float))

    np.testing.assert_allclose(found, known["x_new"], atol=5e-3)


def test_primary_inputs_of_the_book_give_back_output(miller_blair):
    primary = miller_blair.v * miller_blair.x

    np.testing.assert_allclose(output_from(miller_blair, primary), [1000, 2000])
    np.testing.assert_allclose(primary @ ghosh_inverse(miller_blair), [1000, 2000])


def test_position_in_the_leather_table():
    known = FIGURES["leather"]
    table = table_of(known["countries"], known["industries"], known["Z"], known["Y"], known["x"])

    found = industry_position(System(table), inventories=False)

    np.testing.assert_allclose(found.upstreamness, known["upstreamness"], atol=5e-8)
    np.testing.assert_allclose(found.downstreamness, known["downstreamness"], atol=5e-8)


@pytest.mark.parametrize("measure", ["upstreamness", "downstreamness", "final_share", "value_added_share"])
def test_countries_stand_where_antras_and_chor_put_them(world, measure):
    known = FIGURES["antras_chor_2011"]
    system = world(2011)

    found = getattr(country_position(system), measure)

    codes = [each.code for each in system.table.regions]
    beyond = {
        code: (value, found[codes.index(code)])
        for code, value in known[measure].items()
        if abs(found[codes.index(code)] - value)
        > known["tolerance_small" if code in SMALL else "tolerance_large"]
    }
    assert beyond == {}


def test_the_tolerance_for_small_countries_is_for_small_countries(world):
    system = world(2011)

    share = by_region(system.table, system.x) / system.x.sum()

    large = {each.code for each, part in zip(system.table.regions, share, strict=True) if part > 0.005}
    assert not large & SMALL


@pytest.mark.parametrize("country", ["USA", "MEX", "CHN", "DEU"])
def test_transport_equipment_stands_where_the_authors_put_it(world, country):
    system = world(2011)
    at = industries_named(system.table, f"{country}.c15")[0]

    found = industry_position(system)

    known = FIGURES["antras_chor_2011"]["c15"][country]
    assert [found.upstreamness[at], found.downstreamness[at]] == pytest.approx(known, abs=0.002)


def test_without_the_inventory_correction_figures_lie_off(world):
    system = world(2011)
    at = [each.code for each in system.table.regions].index("CHN")

    known = FIGURES["antras_chor_2011"]["upstreamness"]["CHN"]
    assert abs(country_position(system, inventories=False).upstreamness[at] - known) > 0.01


@pytest.mark.parametrize("convention", [Convention.FACE_VALUE, Convention.LOOK_THROUGH_OUTPUT])
@pytest.mark.parametrize(
    "known", FIGURES["exposure"]["shares"], ids=lambda each: f"{each['buyer']}-{each['year']}"
)
def test_manufacturing_depends_on_others_as_published(world, convention, known):
    system = world(known["year"])
    table = system.table
    buyers = industries_named(table, f"{known['buyer']}.manufacturing")
    abroad = np.flatnonzero(table.region_of != table.region_of[buyers[0]])
    expected = known[str(convention)]

    found = exposure(
        system,
        buyers=buyers,
        suppliers={code: abroad if code == "foreign" else industries_named(table, code) for code in expected},
        convention=convention,
    )

    assert [round(100 * each, 2) for each in found.total.tolist()] == list(expected.values())


@pytest.mark.parametrize("year", [2008, 2011])
def test_china_is_the_largest_supplier_of_manufactures_behind_every_us_manufacturing_industry(world, year):
    system = world(year)
    table = system.table
    countries = [each.code for each in table.regions if each.code not in {"USA", "RoW"}]

    found = exposure(
        system,
        buyers=industries_named(table, "USA.manufacturing"),
        suppliers={code: industries_named(table, code) for code in countries},
        convention=Convention.LOOK_THROUGH_OUTPUT,
        inputs=np.flatnonzero(np.isin(table.sector_of, sectors_named(table, "manufacturing"))),
    )

    first = [countries[at] for at in found.shares.argmax(axis=0)]
    assert {code: first.count(code) for code in set(first)} == FIGURES["exposure"]["top_suppliers"][str(year)]


@pytest.mark.parametrize("known", FIGURES["extraction_2011"]["losses"], ids=lambda each: each["taken"])
def test_losses_when_an_industry_or_a_country_is_taken_out(world, known):
    system = world(2011)

    lost = extract(
        system, cut_industries(system.table, industries_named(system.table, known["taken"]))
    ).output

    losers = slice(None) if known["loser"] == "all" else industries_named(system.table, known["loser"])
    assert round(lost[losers].sum() / 1000, 1) == known["value"]


def test_the_sweeps_give_the_same_losses(world):
    system = world(2011)
    codes = [each.code for each in system.table.regions]
    by_region_, by_industry = sweep_regions(system).output, sweep_industries(system)

    usa = codes.index("USA")
    assert round(by_region_[usa, codes.index("CHN")] / 1000, 1) == 310.3
    assert round(by_region_[usa, codes.index("MEX")] / 1000, 1) == 209.8
    at = industries_named(system.table, "USA.c15")[0]
    assert round(by_industry.total_output[at] / 1000, 1) == 1514.6
