from dataclasses import replace

import numpy as np
import pytest
from tests.economy.economies import world

from hled.economy.leontief import InaccurateError, System
from hled.economy.leontief.extraction import cut_industries
from hled.economy.leontief.sweeping import sweep_industries, sweep_regions
from hled.economy.tables import Balance
from hled.economy.uncertainty import Errors, loss_ranges, sweep_ranges, sweeps

FEW = Errors(count=32)
SURE = Errors(0.0, 0.0, count=2)
AFFECTED = np.array([0, 1])
PARTS = ("rounding", "coefficients", "balance", "proportionality", "same_imports", "table")


def unbalanced():
    table = world()
    off = np.random.default_rng(3).uniform(0.98, 1.02, table.n)
    return replace(table, x=table.x * off)


def cuts_of(table, *, whole_regions):
    if whole_regions:
        return [np.flatnonzero(table.region_of == at) for at in range(len(table.regions))]
    return [np.array([at]) for at in range(table.n)]


@pytest.mark.parametrize("balance", list(Balance))
@pytest.mark.parametrize("whole_regions", [False, True])
def test_each_range_is_that_of_its_extraction_alone(balance, whole_regions):
    system = System(unbalanced(), balance)
    group = {"affected": np.flatnonzero(np.isin(system.table.region_of, AFFECTED))}

    found = sweep_ranges(system, AFFECTED, whole_regions=whole_regions, errors=FEW, rounded_to=1.0)

    for at, industries in enumerate(cuts_of(system.table, whole_regions=whole_regions)):
        cut = cut_industries(system.table, industries)
        alone = loss_ranges(system, cut, group, errors=FEW, rounded_to=1.0)
        for swept, one in ((found.output, alone.output), (found.value_added, alone.value_added)):
            for name in ("central", "low", "high"):
                np.testing.assert_allclose(getattr(swept, name)[at], getattr(one, name)[0], rtol=1e-5)
            for name in PARTS:
                for end in ("low", "high"):
                    np.testing.assert_allclose(
                        getattr(swept.of(name), end)[at],
                        getattr(one.of(name), end)[0],
                        rtol=1e-5,
                        err_msg=f"{name} {end}",
                    )


@pytest.mark.parametrize("whole_regions", [False, True])
def test_a_table_that_is_sure_leaves_nothing_open(whole_regions):
    system = System(world())
    sweep = (sweep_regions if whole_regions else sweep_industries)(system)

    found = sweep_ranges(system, AFFECTED, whole_regions=whole_regions, errors=SURE, rounded_to=0.0)

    for ranges, exact in ((found.output, sweep.output), (found.value_added, sweep.value_added)):
        for end in (ranges.central, ranges.low, ranges.high):
            np.testing.assert_allclose(end, exact[AFFECTED].sum(axis=0), rtol=1e-6)


def test_who_makes_nothing_costs_nothing_for_sure():
    table = world()
    Z, Y, x = table.Z.copy(), table.Y.copy(), table.x.copy()
    Z[8], Z[:, 8], Y[8] = 0.0, 0.0, 0.0
    x = Z.sum(axis=1) + Y.sum(axis=1)
    system = System(replace(table, Z=Z, Y=Y, x=x, value_added=None))

    found = sweep_ranges(system, AFFECTED, whole_regions=False, errors=FEW, rounded_to=1.0)

    assert (found.output.low[8], found.output.high[8]) == (0.0, 0.0)


def test_a_table_that_is_too_large_to_draw_says_so_and_keeps_its_other_doubts(monkeypatch):
    monkeypatch.setattr(sweeps, "MOST", 8)

    found = sweep_ranges(System(world()), AFFECTED, whole_regions=False, rounded_to=1.0).value_added

    drawn = found.of("coefficients")
    assert drawn.missing is not None
    np.testing.assert_array_equal(drawn.low, found.central)
    assert (found.high > found.central).all()


def test_a_table_whose_draws_are_unproductive_is_refused_and_gives_no_figure():
    table = world()
    Z = table.Z * (0.99 * table.x / table.Z.sum(axis=0))
    nearly = replace(table, Z=Z, Y=np.maximum(table.Y, 0.0), x=table.x, value_added=None)

    with pytest.raises(InaccurateError):
        sweep_ranges(System(nearly), AFFECTED, whole_regions=False, errors=Errors(0.2, 0.2, count=32))


def test_the_same_seed_gives_the_same_range():
    system = System(world())

    one, other = (
        sweep_ranges(system, AFFECTED, whole_regions=False, errors=Errors(count=16, seed=seed)).output.high
        for seed in (5, 5)
    )

    np.testing.assert_array_equal(one, other)
