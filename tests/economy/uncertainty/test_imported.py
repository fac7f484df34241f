import numpy as np
import pytest
from scipy.optimize import linprog
from tests.economy.economies import world

from hled.economy.leontief import System
from hled.economy.uncertainty.imported import imported_bounds
from hled.economy.value_chains import Method, decompose, world_of
from hled.economy.value_chains.decomposition import Decomposition


def by_linear_programme(system, exporter, e, weight, *, most):
    """The same by a general solver over all cells at once."""
    own = np.flatnonzero(system.table.region_of == exporter)
    abroad = np.flatnonzero(system.table.region_of != exporter)
    imports = system.table.Z[np.ix_(abroad, own)]
    A = system.A[np.ix_(own, own)]
    rest, surplus = system.x[own] - e, 1 - A.sum(axis=0)
    home = np.linalg.solve(np.eye(len(own)) - A, A @ e)
    gradient = weight[:, None] * (1 - home / rest)
    totals = np.kron(np.ones(len(abroad)), np.eye(len(own)))
    solved = linprog(
        (-1 if most else 1) * gradient.ravel(),
        bounds=[(0, cell) for cell in imports.ravel()],
        A_ub=np.vstack([totals, -totals]),
        b_ub=np.concatenate([surplus * e, surplus * rest - imports.sum(axis=0)]),
    )
    return float(weight @ imports @ (home / rest) + gradient.ravel() @ solved.x)


def exports_of(system) -> Decomposition:
    return decompose(system, Method.BM_EXPORTER, exporter=0, importer=1)


@pytest.mark.parametrize("seed", [7, 8])
def test_bounds_are_those_of_the_linear_programme_over_all_cells(seed):
    system = System(world(3, 3, seed=seed))
    e = exports_of(system).exports
    weight = np.random.default_rng(seed).random(6)

    found = imported_bounds(system, world_of(system), 0, e, weight)

    ends = [by_linear_programme(system, 0, e, weight, most=most) for most in (False, True)]
    assert found.total == pytest.approx(ends)


def test_bounds_of_an_industry_are_those_of_its_exports_alone():
    system = System(world(3, 3))
    e, weight = exports_of(system).exports, np.ones(6)

    found = imported_bounds(system, world_of(system), 0, e, weight)

    for at in range(3):
        one = np.where(np.arange(3) == at, e, 0.0)
        alone = imported_bounds(system, world_of(system), 0, one, weight)
        assert (found.low[at], found.high[at]) == pytest.approx(alone.total)


def test_imported_inputs_themselves_lie_between_their_bounds():
    system = System(world(3, 4))
    share = decompose(system, Method.HIY, exporter=0, importer=1)

    found = imported_bounds(system, world_of(system), 0, share.exports, np.ones(8))

    assert found.total[0] < share.total("VS") < found.total[1]
    assert (found.low <= share.terms["VS"] + 1e-9).all()
    assert (share.terms["VS"] <= found.high + 1e-9).all()
