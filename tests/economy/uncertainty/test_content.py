from dataclasses import replace

import numpy as np
import pytest
from scipy.optimize import linprog
from tests.economy.economies import world

from hled.economy.leontief import System
from hled.economy.tables import Balance
from hled.economy.uncertainty import (
    Errors,
    content_range,
    exports_counted,
    proportionality_bounds,
    rounding_deviation,
)
from hled.economy.value_chains import origins_of_exports
from hled.kernel.rule import BrokenRuleError

FEW = Errors(count=64)


def split_by_linear_programme(system, origin, exporter, e, *, most, same_imports):
    """Content of exports when every cell of imports may be split; solved by a general solver over all cells at once."""
    own = np.flatnonzero(system.table.region_of == exporter)
    abroad = np.flatnonzero(system.table.region_of != exporter)
    content = (system.v[:, None] * system.L)[system.table.region_of == origin].sum(axis=0)[abroad]
    imports = system.table.Z[np.ix_(abroad, own)]
    A = system.A[np.ix_(own, own)]
    rest = system.x[own] - e
    surplus = 1 - A.sum(axis=0)

    def content_of(cells):
        """Exports by their recipe, their domestic inputs by the recipe of the rest."""
        abroad_per_unit = content @ (imports - cells) / rest
        own_per_unit = surplus - (imports - cells).sum(axis=0) / rest if origin == exporter else 0
        home = np.linalg.solve(np.eye(len(own)) - A, A @ e)
        direct = surplus * e - cells.sum(axis=0) if origin == exporter else np.zeros(len(own))
        return content @ cells.sum(axis=1) + direct.sum() + (abroad_per_unit + own_per_unit) @ home

    zero = content_of(np.zeros_like(imports))
    gradient = np.empty_like(imports)
    for cell in np.ndindex(*imports.shape):
        one = np.zeros_like(imports)
        one[cell] = 1
        gradient[cell] = content_of(one) - zero
    totals = np.kron(np.ones(len(abroad)), np.eye(len(own)))
    inputs = imports.sum(axis=0)
    held = (
        {"A_eq": totals, "b_eq": inputs * e / system.x[own]}
        if same_imports
        else {
            "A_ub": np.vstack([totals, -totals]),
            "b_ub": np.concatenate([surplus * e, surplus * rest - inputs]),
        }
    )
    solved = linprog(
        (-1 if most else 1) * gradient.ravel(), bounds=[(0, cell) for cell in imports.ravel()], **held
    )
    return zero + gradient.ravel() @ solved.x


@pytest.mark.parametrize("origin", [0, 1, 2])
def test_bounds_are_those_of_the_linear_programme_over_all_cells(origin):
    system = System(world(3, 3))
    e = exports_counted(system, 0, 1).exports

    found = proportionality_bounds(system, origin, 0, e)

    by_solver = [
        split_by_linear_programme(system, origin, 0, e[:3], most=most, same_imports=same)
        for same in (False, True)
        for most in (False, True)
    ]
    assert [found.low, found.high, found.low_same_imports, found.high_same_imports] == pytest.approx(
        by_solver
    )


@pytest.mark.parametrize("origin", [0, 1, 2])
@pytest.mark.parametrize("importer", [None, 1])
def test_the_proportional_content_lies_between_its_bounds_and_these_between_the_accounting_limits(
    origin, importer
):
    table = world(3, 4)

    found = content_range(table, origin=origin, exporter=0, importer=importer, errors=FEW)

    parts = {each.name: each for each in found.parts}
    shares, exports = origins_of_exports(System(table), 0, importer=importer)
    assert found.central == pytest.approx(shares[origin] / exports)
    inner, outer = parts["same_imports"], parts["proportionality"]
    assert outer.low <= inner.low + 1e-12 <= found.central + 2e-12 <= inner.high + 3e-12 <= outer.high + 4e-12
    assert 0 <= found.low <= outer.low
    assert outer.high <= found.high <= 1
    assert found.holds(found.central)


def test_an_exporter_that_sells_nothing_else_leaves_nothing_open():
    table = world(3, 2)
    Y, Z = table.Y.copy(), table.Z.copy()
    Y[:2, 0] = 0
    Z[:2, :2] = 0
    table = replace(table, Y=Y, Z=Z, x=Z.sum(axis=1) + Y.sum(axis=1))
    system = System(table)

    found = proportionality_bounds(system, 1, 0, exports_counted(system, 0).exports)

    shares, _ = origins_of_exports(system, 0)
    assert (found.low, found.high) == pytest.approx((shares[1], shares[1]))


@pytest.mark.parametrize("balance", list(Balance))
@pytest.mark.parametrize("importer", [None, 2])
def test_rounding_moves_the_share_as_far_as_the_formula_says(balance, importer):
    table = world(3, 3)
    sectors = np.array([0, 2])
    system = System(table, balance)
    counted = exports_counted(system, 0, importer, sectors)
    draw = np.random.default_rng(1)

    def shaken(values):
        return values + draw.uniform(-0.05, 0.05, values.shape)

    found = []
    for _ in range(1500):
        other = replace(table, Z=shaken(table.Z), Y=shaken(table.Y), x=shaken(table.x))
        there = System(other, balance)
        content = there.solver.solve_transposed(there.v * (table.region_of == 1))
        exports = np.zeros(9)
        rows = counted.sellers
        exports[rows] = other.Z[rows][:, counted.buyers].sum(axis=1)
        exports[rows] += other.Y[rows][:, counted.final].sum(axis=1)
        found.append(content @ exports / exports.sum())

    assert rounding_deviation(system, 1, counted, 0.1) == pytest.approx(np.std(found), rel=0.07)


def test_a_table_of_unknown_rounding_has_no_part_for_it():
    found = content_range(replace(world(), rounding=0.0), origin=1, exporter=0, errors=FEW)

    part = next(each for each in found.parts if each.name == "rounding")
    assert (part.low, part.high, found.rounded_to) == (found.central, found.central, 0.0)


def test_without_errors_of_coefficients_their_part_is_the_central_figure():
    found = content_range(world(), origin=1, exporter=0, errors=Errors(0.0, 0.0, count=2))

    part = next(each for each in found.parts if each.name == "coefficients")
    assert (part.low, part.high) == pytest.approx((found.central, found.central))


def test_one_seed_gives_the_same_digits():
    ranges = [content_range(world(), origin=1, exporter=0, errors=FEW) for _ in range(2)]

    assert ranges[0] == ranges[1]
    assert ranges[0].errors == FEW


def test_io_15_exports_of_nothing_are_refused():
    with pytest.raises(BrokenRuleError, match="IO-15"):
        content_range(world(), origin=1, exporter=0, sectors=np.array([], dtype=int))
