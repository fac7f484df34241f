from dataclasses import replace

import numpy as np
import pytest
from tests.economy.economies import world
from tests.economy.tables.making import account, small, table

from hled.economy.leontief import System
from hled.economy.leontief.footprints import footprints
from hled.economy.leontief.multipliers import multipliers
from hled.economy.tables import Balance
from hled.kernel.rule import BrokenRuleError


@pytest.fixture
def employing():
    made = world()
    return System(replace(made, satellites=(account("jobs", np.arange(1.0, 10.0)),)))


def test_footprints_are_the_account_along_the_inverse(employing):
    s = np.arange(1.0, 10.0) / employing.x
    L = np.linalg.inv(np.eye(9) - employing.A)
    reached = s[:, None] * (L @ employing.table.final_demand)

    found = footprints(employing, ["jobs"])

    np.testing.assert_allclose(found.multipliers[0], s @ L)
    np.testing.assert_allclose(found.between[0], np.add.reduceat(reached, [0, 3, 6]))
    np.testing.assert_allclose(found.exports[0][:3], reached[:3, 1:].sum(axis=1))
    np.testing.assert_allclose(found.imports[0], found.between[0].sum(axis=0) - np.diag(found.between[0]))
    bought = (s @ L)[:, None] * employing.table.final_demand
    np.testing.assert_allclose(found.consumption[0, 1, 2], bought[[2, 5, 8], 1].sum())


def test_what_households_of_a_region_use_is_split_by_origin(employing):
    by_origin = multipliers(employing, "jobs")

    found = footprints(employing, ["jobs"])

    np.testing.assert_allclose(by_origin.by_region.T @ employing.table.final_demand, found.between[0])
    np.testing.assert_allclose(by_origin.total, found.multipliers[0])


def test_output_that_sales_do_not_explain_stands_apart():
    made = small()
    off = replace(made, x=made.x + np.array([1.0, 0, 0, 0]))

    supplied, by_rows = (footprints(System(off, each), ["output"]) for each in Balance)

    assert supplied.unexplained.sum() > 1
    assert by_rows.unexplained.tolist() == [[0, 0]]


def test_exports_out_of_the_table_leave():
    made = small()
    open_ = replace(
        made, exports="S", categories=tuple(replace(each, inventories=False) for each in made.categories)
    )

    found = footprints(System(open_), ["output"])

    assert found.leaving.sum() != 0
    total = found.between.sum() + found.leaving.sum() + found.unexplained.sum()
    assert total == pytest.approx(open_.x.sum())


def test_io_42_an_amount_without_output_is_named_and_in_no_footprint():
    made = table([[0, 0], [0, 5]], [[0, 0], [9, 9]])
    made = replace(made, satellites=(account("jobs", np.array([7.0, 3.0])),))

    found = footprints(System(made), ["jobs"])

    assert found.idle.tolist() == [7]
    assert [(each.rule.code, each.place) for each in found.findings] == [("IO-42", "small: jobs: MEX.c1")]
    assert found.between.sum() == pytest.approx(3)


def test_io_13_an_unknown_account_is_refused_with_the_near_ones(employing):
    with pytest.raises(BrokenRuleError, match=r"IO-13 .*near: jobs"):
        footprints(employing, ["job"])


def test_io_15_no_account_is_refused(employing):
    with pytest.raises(BrokenRuleError, match="IO-15"):
        footprints(employing, [])
