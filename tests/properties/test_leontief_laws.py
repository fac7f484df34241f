"""Laws of the Leontief system that hold in any productive economy."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from tests.economy.tables.making import SAME, account, label, table

from hled.economy.leontief import Method, Solver, System
from hled.economy.leontief.exposure import Convention, exposure
from hled.economy.leontief.extraction import (
    Cut,
    cut_corridor,
    cut_exports,
    cut_industries,
    extract,
    sweep_industries,
    sweep_regions,
)
from hled.economy.leontief.footprints import footprints
from hled.economy.leontief.ghosh import allocations, ghosh_inverse, output_from, supply_multipliers
from hled.economy.leontief.linkages import linkages, rasmussen
from hled.economy.leontief.multipliers import multipliers, output_for
from hled.economy.leontief.position import country_position, industry_position
from hled.economy.leontief.totals import by_region
from hled.economy.tables import Balance, Category
from hled.economy.tables.choosing import industries_named
from hled.sources.input_output import load_table

law = settings(max_examples=25, deadline=None)

REGIONS = 3
CODES = ("MEX", "USA", "CHN")


@st.composite
def systems(draw):
    """A table of three regions, with industries that do nothing, inventories and rows that balance but for a little."""
    sectors = draw(st.integers(1, 4))
    n = REGIONS * sectors
    shares = draw(arrays(float, (n, n), elements=st.floats(0, 1).map(lambda each: round(each, 3))))
    kept = draw(arrays(float, n, elements=st.floats(0.05, 1).map(lambda each: round(each, 3))))
    final = draw(arrays(float, n, elements=st.sampled_from([0.0, 1.0, 40.0, 1e3, 1e6])))
    idle = draw(arrays(bool, n, elements=st.sampled_from([False, False, False, True])))
    shares[idle] = shares[:, idle] = final[idle] = 0
    sums = shares.sum(axis=0)
    A = shares * np.divide(1 - kept, sums, out=np.zeros(n), where=sums > 0)
    x = np.linalg.solve(np.eye(n) - A, final)
    Z = A * x
    split = draw(arrays(float, (n, REGIONS), elements=st.floats(0.1, 1)))
    Y = np.zeros((n, 2 * REGIONS))
    Y[:, ::2] = final[:, None] * split / split.sum(axis=1, keepdims=True)
    Y[:, 1] = draw(arrays(float, n, elements=st.floats(-0.5, 0.5))) * final
    Y[:, 0] -= Y[:, 1]
    off = draw(st.sampled_from([0.0, 1e-4]))
    Y[:, 0] += off * x
    jobs = draw(arrays(float, n, elements=st.floats(0, 1e5)))
    made = replace(
        table(np.zeros((2, 2)), np.zeros((2, 2))),
        regions=tuple(map(label, CODES)),
        sectors=tuple(label(f"c{at + 1}") for at in range(sectors)),
        categories=(Category("C", SAME), Category("S", SAME, inventories=True)),
        region_of=np.repeat(np.arange(REGIONS), sectors),
        sector_of=np.tile(np.arange(sectors), REGIONS),
        Z=Z,
        Y=Y,
        x=x,
        final_region_of=np.repeat(np.arange(REGIONS), 2),
        final_category_of=np.tile(np.arange(2), REGIONS),
        satellites=(account("jobs", jobs),),
    )
    return System(made, draw(st.sampled_from(list(Balance))))


def recomputed(system, cut):
    """Output lost, by a new inverse of the economy without the flows."""
    A, f = system.A.copy(), system.f.copy()
    A[np.ix_(cut.sellers, cut.buyers)] *= 1 - cut.share
    everyone = len(cut.final_columns) == system.table.Y.shape[1]
    Y = f[cut.sellers] if everyone else system.table.Y[np.ix_(cut.sellers, cut.final_columns)].sum(axis=1)
    f[cut.sellers] -= cut.share * Y
    return system.x - np.linalg.solve(np.eye(len(A)) - A, f)


def close(found, expected, *, size=0.0):
    """Equal to nine digits of the largest; `size` is that of what the difference was taken of, for its rounding."""
    largest = float(np.abs(expected).max(initial=0.0))
    np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-9 * largest + 1e-13 * (size or 1.0))


@law
@given(systems())
def test_value_added_is_all_that_a_unit_of_final_demand_is_made_of(system):
    close(multipliers(system, "value_added").total[system.x > 0], np.ones((system.x > 0).sum()))
    close(system.v @ system.L, np.ones(system.table.n))


@law
@given(systems())
def test_final_demand_calls_on_output_by_either_balance_rule(system):
    close(output_for(system, system.f), system.x)


@law
@given(systems())
def test_ghosh_and_leontief_are_similar(system):
    close(ghosh_inverse(system), np.linalg.inv(np.eye(system.table.n) - allocations(system)))
    close(output_from(system, system.v * system.x), system.x)
    close(supply_multipliers(system).total, ghosh_inverse(system).sum(axis=1))


@law
@given(systems())
def test_every_way_to_solve_gives_the_same(system):
    right = np.column_stack([system.f, np.ones(system.table.n)])

    expected = np.linalg.solve(np.eye(system.table.n) - system.A, right)

    for method in Method:
        close(Solver(system.table.Z, system.x).solve(right, method=method), expected)


@law
@given(systems(), st.sampled_from([0.0, 1e-3, 1 / 3, 1.0]), st.booleans(), st.data())
def test_a_corridor_by_low_rank_is_the_corridor_recomputed(system, share, final, data):
    table_ = system.table
    seller, buyer = data.draw(st.permutations(range(REGIONS)))[:2]
    sellers = np.flatnonzero(table_.region_of == seller)
    cut = cut_corridor(table_, sellers[: data.draw(st.integers(1, len(sellers)))], buyer, share, final=final)
    flows = table_.Z[np.ix_(cut.sellers, cut.buyers)].any() or (
        final and table_.Y[np.ix_(cut.sellers, cut.final_columns)].any()
    )
    if not flows:
        return

    found = extract(system, cut)

    close(found.output, recomputed(system, cut), size=system.x.max())
    close(found.value_added, system.v * found.output)


@law
@given(systems())
def test_stopping_nothing_changes_nothing_and_stopping_all_takes_all(system):
    alive = np.flatnonzero(system.x > 0)
    if not len(alive):
        return

    nothing = extract(system, cut_industries(system.table, alive[:1], 0.0))
    everything = extract(system, cut_industries(system.table, alive))

    assert not nothing.output.any()
    close(everything.output, system.x)


@law
@given(systems())
def test_extracting_all_exports_loses_the_domestic_value_added_in_them(system):
    table_ = system.table
    for region in range(REGIONS):
        own = table_.region_of == region
        exports = table_.Z[own][:, ~own].sum(axis=1) + table_.Y[own][:, table_.final_region_of != region].sum(
            axis=1
        )
        if not exports.any():
            continue
        domestic = np.eye(own.sum()) - system.A[np.ix_(own, own)]

        lost = extract(system, cut_exports(table_, region)).value_added[own].sum()

        assert lost == pytest.approx(system.v[own] @ np.linalg.solve(domestic, exports), rel=1e-9)


@law
@given(systems())
def test_the_sweeps_are_each_extraction_by_itself(system):
    table_ = system.table
    industries, regions = sweep_industries(system), sweep_regions(system)

    for at in np.flatnonzero(system.x > 0):
        close(
            industries.output[:, at],
            extract(system, cut_industries(table_, np.array([at]))).by_region(table_)[0],
        )
    assert not industries.output[:, system.x == 0].any()
    for region in range(REGIONS):
        own = np.flatnonzero(table_.region_of == region)
        if system.x[own].any():
            alone = extract(system, cut_industries(table_, own)).by_region(table_)
            close(regions.output[:, region], alone[0])
            close(regions.value_added[:, region], alone[1])


@law
@given(systems(), st.sampled_from([each for each in Convention if each is not Convention.CORRIDOR]))
def test_shares_of_all_suppliers_add_up_to_one(system, convention):
    table_ = system.table
    buyers = np.arange(table_.n)
    if not table_.Z.any():
        return

    found = exposure(
        system,
        buyers=buyers,
        suppliers={code: np.flatnonzero(table_.region_of == at) for at, code in enumerate(CODES)},
        convention=convention,
    )

    busy = np.setdiff1d(buyers, found.idle)
    close(found.shares[:, busy].sum(axis=0), np.ones(len(busy)))
    assert not found.shares[:, found.idle].any()
    assert found.total.sum() == pytest.approx(1)


@law
@given(systems())
def test_all_corridors_together_are_looking_through(system):
    table_ = system.table
    if not table_.Z.any():
        return
    origin = {"CHN": np.flatnonzero(table_.region_of == 2)}
    asked = {"buyers": np.arange(table_.n), "suppliers": origin}

    through = sum(
        exposure(
            system, **asked, convention=Convention.CORRIDOR, corridor=np.flatnonzero(table_.region_of == at)
        ).amounts
        for at in range(REGIONS)
    )

    whole = exposure(system, **asked, convention=Convention.LOOK_THROUGH_VALUE_ADDED).amounts
    close(through, whole, size=table_.Z.max())


@law
@given(systems())
def test_footprints_put_every_amount_in_one_place(system):
    found = footprints(system, ["jobs", "value_added", "output"])

    placed = (
        found.between.sum(axis=(1, 2))
        + found.leaving.sum(axis=1)
        + found.unexplained.sum(axis=1)
        + found.idle
    )
    np.testing.assert_allclose(placed, found.production.sum(axis=1), rtol=1e-9, atol=1e-6)
    close(found.consumption.sum(axis=2), found.between.sum(axis=1))
    close(found.exports.sum(axis=1), found.imports.sum(axis=1) + found.leaving.sum(axis=1))
    if system.balance is Balance.ROW_SUMS:
        np.testing.assert_allclose(found.unexplained, 0, atol=1e-6 * max(1.0, float(found.production.max())))


@law
@given(systems(), st.booleans())
def test_positions_are_numbers_and_idle_industries_have_none(system, inventories):
    for found in (
        industry_position(system, inventories=inventories),
        country_position(system, inventories=inventories),
    ):
        for values in (found.upstreamness, found.downstreamness, found.final_share, found.value_added_share):
            assert np.isfinite(values).all()
            assert not values[~found.produces].any()
        assert (found.downstreamness[found.produces] >= 1 - 1e-12).all()
        assert (found.upstreamness[found.produces] >= 1 - 1e-12).all()


@law
@given(systems())
def test_upstreamness_without_inventories_is_the_forward_linkage(system):
    busy = system.x > 0

    position, linked = industry_position(system, inventories=False), linkages(system)

    close(position.upstreamness[busy], linked.forward[busy])
    close(position.downstreamness[busy], linked.backward[busy])
    if busy.any():
        assert rasmussen(system).power.mean() == pytest.approx(1)


@settings(deadline=None, max_examples=6)
@given(st.sampled_from([1 / 3, 1.0]), st.sampled_from(["MEX", "MEX.manufacturing", "MEX.c15"]), st.booleans())
def test_the_corridor_of_a_real_table_is_the_corridor_recomputed(share, sellers, final):
    real = load_table("wiod2013-2011", None)
    system = System(real)
    usa = [each.code for each in real.regions].index("USA")
    cut = cut_corridor(real, industries_named(real, sellers), usa, share, final=final)

    found = extract(system, cut)

    np.testing.assert_allclose(
        found.output, recomputed(system, cut), rtol=1e-9, atol=1e-9 * found.output.max()
    )
    assert by_region(real, found.output).sum() == pytest.approx(found.output.sum())


def test_a_few_buyers_of_many_sellers_are_solved_on_their_side():
    real = load_table("wiod2013-2011", None)
    system = System(real)
    cut = Cut(industries_named(real, "MEX", "CHN", "CAN"), industries_named(real, "USA.c15"), share=0.4)

    found = extract(system, cut)

    assert found.rank == 1
    np.testing.assert_allclose(
        found.output, recomputed(system, cut), rtol=1e-8, atol=1e-9 * found.output.max()
    )
