import numpy as np
import pytest
from tests.economy.economies import world

from hled.economy.leontief import System
from hled.economy.leontief.extraction import (
    Cut,
    cut_corridor,
    cut_exports,
    cut_industries,
    extract,
    sweep_industries,
    sweep_regions,
)
from hled.economy.value_chains import Method, decompose
from hled.kernel.rule import BrokenRuleError


def recomputed(system, cut):
    """Output lost, by a new inverse of the economy without the flows."""
    A, f = system.A.copy(), system.f.copy()
    A[np.ix_(cut.sellers, cut.buyers)] *= 1 - cut.share
    f[cut.sellers] -= cut.share * system.table.Y[np.ix_(cut.sellers, cut.final_columns)].sum(axis=1)
    return system.x - np.linalg.inv(np.eye(len(A)) - A) @ f


@pytest.mark.parametrize("share", [0.01, 1 / 3, 1.0])
@pytest.mark.parametrize("final", [False, True])
def test_a_corridor_by_low_rank_is_the_corridor_recomputed(share, final):
    system = System(world(4, 5))
    cut = cut_corridor(system.table, np.arange(5), 1, share, final=final)

    found = extract(system, cut)

    np.testing.assert_allclose(found.output, recomputed(system, cut), rtol=1e-9)
    np.testing.assert_allclose(found.value_added, system.v * found.output)
    assert found.rank == 5


def test_few_buyers_of_many_sellers_need_the_rows_of_the_buyers_alone():
    system = System(world(4, 5))
    cut = Cut(np.arange(15), np.array([17]), share=0.5)

    found = extract(system, cut)

    np.testing.assert_allclose(found.output, recomputed(system, cut), rtol=1e-9)
    assert found.rank == 1


def test_an_industry_that_is_extracted_loses_all_of_its_output():
    system = System(world())

    found = extract(system, cut_industries(system.table, np.array([4])))

    assert found.output[4] == pytest.approx(system.x[4])
    assert (found.output >= 0).all()


def test_stopping_nothing_changes_nothing():
    system = System(world())

    assert extract(system, cut_corridor(system.table, np.arange(3), 1, 0.0)).output.tolist() == [0.0] * 9


def test_the_sweeps_are_each_extraction_by_itself():
    system = System(world())
    table = system.table

    industries, regions = sweep_industries(system), sweep_regions(system)

    for at in range(table.n):
        output, added = extract(system, cut_industries(table, np.array([at]))).by_region(table)
        np.testing.assert_allclose(industries.output[:, at], output)
        np.testing.assert_allclose(industries.value_added[:, at], added)
    for at in range(3):
        own = np.flatnonzero(table.region_of == at)
        output, added = extract(system, cut_industries(table, own)).by_region(table)
        np.testing.assert_allclose(regions.output[:, at], output)
        np.testing.assert_allclose(regions.value_added[:, at], added)


def test_extracting_all_exports_loses_the_domestic_value_added_in_them():
    system = System(world())

    for region in range(3):
        lost = extract(system, cut_exports(system.table, region)).by_region(system.table)[1][region]
        assert lost == pytest.approx(decompose(system, Method.BM_EXPORTER, exporter=region).total("DVA"))


@pytest.mark.parametrize("share", [-0.1, 1.5, float("nan")])
def test_io_14_a_share_outside_zero_and_one_is_refused(share):
    system = System(world())

    with pytest.raises(BrokenRuleError, match="IO-14"):
        extract(system, cut_corridor(system.table, np.arange(3), 1, share))


def test_io_15_a_cut_of_nothing_is_refused():
    system = System(world())

    with pytest.raises(BrokenRuleError, match=r"IO-15 sellers.*IO-15 buyers"):
        extract(system, Cut(np.array([], dtype=int)))


def test_a_single_cut_of_a_large_table_is_iterated_on_and_needs_no_factors(monkeypatch):
    monkeypatch.setattr("hled.economy.leontief.extraction._ITERATE_FROM", 1)
    system = System(world(4, 5))
    cut = cut_corridor(system.table, np.arange(5), 1, 1 / 3, final=True)

    found = extract(system, cut)

    np.testing.assert_allclose(found.output, recomputed(system, cut), rtol=1e-9)
    assert (found.rank, found.solved.plan.method) == (0, "krylov")
    assert not system.solver.ready


def test_a_loss_says_how_it_was_found():
    system = System(world())

    found = extract(system, cut_industries(system.table, np.array([4])))

    assert found.balance is system.balance
    assert found.solved.plan.method == "lu"
    assert max(found.residual, found.solved.residual) <= 1e-12
    assert extract(system, cut_industries(system.table, np.array([4]), 0.0)).solved is None


def test_a_seller_that_is_named_twice_counts_once():
    system = System(world())

    once, twice = (extract(system, Cut(np.array(each), np.array([4]))) for each in ([1], [1, 1]))

    assert once.output.tolist() == twice.output.tolist()


def test_a_position_that_the_table_has_not_is_a_wrong_call():
    with pytest.raises(ValueError, match="buyers=9"):
        extract(System(world()), Cut(np.array([1]), np.array([9])))
