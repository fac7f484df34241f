import numpy as np
import pytest
from tests.economy.economies import world

from hled.economy.leontief import System
from hled.economy.uncertainty import Errors, drawn_content, drawn_factors, drawn_outputs, drawn_primary
from hled.kernel.rule import BrokenRuleError

ERRORS = Errors(count=7)


@pytest.mark.parametrize(("single", "tolerance"), [(False, 1e-10), (True, 1e-5)])
def test_drawn_economies_solved_together_are_each_solved_by_itself(single, tolerance):
    system = System(world(4, 5))
    rows, columns = drawn_factors(20, ERRORS)

    found = drawn_outputs(system.solver, system.f, rows, columns, single=single)

    for at in range(ERRORS.count):
        A = rows[:, [at]] * system.A * columns[:, at]
        np.testing.assert_allclose(found[:, at], np.linalg.solve(np.eye(20) - A, system.f), rtol=tolerance)
        np.testing.assert_allclose(drawn_primary(system, rows, columns)[:, at], 1 - A.sum(axis=0))


def test_one_seed_gives_the_same_draws_however_many_are_asked_for():
    few, many = drawn_factors(6, Errors(count=3)), drawn_factors(6, Errors(count=9))

    np.testing.assert_array_equal(few[0], many[0][:, :3])
    np.testing.assert_array_equal(few[1], many[1][:, :3])


def test_factors_have_a_mean_of_one():
    rows, columns = drawn_factors(4000, Errors(row_sd=0.2, column_sd=0.1, count=20))

    assert rows.mean() == pytest.approx(1, abs=0.005)
    assert columns.mean() == pytest.approx(1, abs=0.005)


def test_small_errors_move_output_as_the_first_order_formula_says():
    """dx = L dA x."""
    system = System(world())
    rows, columns = drawn_factors(9, Errors(row_sd=1e-6, column_sd=1e-6, count=4))

    moved = drawn_outputs(system.solver, system.f, rows, columns) - system.x[:, None]

    changes = [(rows[:, [at]] * system.A * columns[:, at] - system.A) @ system.x for at in range(4)]
    np.testing.assert_allclose(moved, system.L @ np.stack(changes, axis=1), rtol=1e-3, atol=1e-9)


def test_drawn_content_is_that_of_each_drawn_economy():
    system = System(world(3, 3))
    rows, columns = drawn_factors(9, ERRORS)

    found = drawn_content(system, 1, ERRORS)

    for at in range(ERRORS.count):
        A = rows[:, [at]] * system.A * columns[:, at]
        L = np.linalg.inv(np.eye(9) - A)
        expected = ((1 - A.sum(axis=0))[:, None] * L)[system.table.region_of == 1].sum(axis=0)
        np.testing.assert_allclose(found[:, at], expected, rtol=1e-9)


def test_drawn_content_of_all_regions_adds_up_to_one():
    system = System(world(3, 3))

    found = sum(drawn_content(system, region, ERRORS) for region in range(3))

    np.testing.assert_allclose(found, 1, rtol=1e-9)


@pytest.mark.parametrize(
    "wrong", [{"count": 1}, {"seed": -1}, {"row_sd": -0.1}, {"column_sd": 0.6}, {"row_sd": float("nan")}]
)
def test_io_27_errors_that_make_no_sense_are_refused(wrong):
    with pytest.raises(BrokenRuleError, match="IO-27"):
        Errors(**wrong)
