import numpy as np
import pytest
from scipy.optimize import linprog
from tests.economy.economies import world

from hled.economy.leontief import System
from hled.economy.leontief.exposure import Convention, exposure
from hled.economy.leontief.extraction import cut_corridor, extract
from hled.economy.uncertainty import (
    Errors,
    content_range,
    exposure_interval,
    loss_interval,
    proportionality_bounds,
)
from hled.economy.uncertainty.content import exports_counted, rounding_deviation
from hled.economy.value_chains import origins_of_exports
from hled.kernel.rule import BrokenRuleError

FEW = Errors(count=64)


def split_by_linear_programme(system, origin, exporter, e, *, most):
    """Content of exports when every cell of imports may be split; solved by a general solver over all cells at once."""
    own = np.flatnonzero(system.table.region_of == exporter)
    abroad = np.flatnonzero(system.table.region_of != exporter)
    content = (system.v[:, None] * system.L)[system.table.region_of == origin].sum(axis=0)[abroad]
    imports = system.table.Z[np.ix_(abroad, own)]
    A = system.A[np.ix_(own, own)]
    rest = system.x[own] - e
    inverse = np.linalg.inv(np.eye(len(own)) - A)

    def content_of(cells):
        home = np.linalg.solve((np.eye(len(own)) - A).T, content @ (imports - cells) / rest)
        return content @ cells.sum(axis=1) + home @ (A @ e)

    zero = content_of(np.zeros_like(imports))
    gradient = np.empty_like(imports)
    for cell in np.ndindex(*imports.shape):
        one = np.zeros_like(imports)
        one[cell] = 1
        gradient[cell] = content_of(one) - zero
    share = e / system.x[own]
    totals = np.kron(np.ones(len(abroad)), np.eye(len(own)))
    solved = linprog(
        (-1 if most else 1) * gradient.ravel(),
        A_eq=totals,
        b_eq=imports.sum(axis=0) * share,
        bounds=[(0, cell) for cell in imports.ravel()],
    )
    assert inverse.shape == A.shape
    return zero + gradient.ravel() @ solved.x


def test_bounds_are_those_of_the_linear_programme_over_all_cells():
    system = System(world(3, 3))
    e = exports_counted(system, 0, 1, None)

    low, high = proportionality_bounds(system, 1, 0, e, limits=False)

    assert low == pytest.approx(split_by_linear_programme(system, 1, 0, e[:3], most=False))
    assert high == pytest.approx(split_by_linear_programme(system, 1, 0, e[:3], most=True))


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
    inner, outer = parts["proportionality"], parts["accounting_limits"]
    assert outer.low <= inner.low + 1e-12 <= found.central + 2e-12 <= inner.high + 3e-12 <= outer.high + 4e-12
    assert 0 <= found.low <= inner.low
    assert inner.high <= found.high <= 1


def test_rounding_moves_the_content_as_often_as_the_formula_says():
    table = world(3, 3)
    system = System(table)
    exports = exports_counted(system, 0, None, None)
    content = (system.v[:, None] * system.L)[table.region_of == 1].sum(axis=0)
    draw = np.random.default_rng(1)

    found = []
    for _ in range(1500):
        A = (table.Z + draw.uniform(-0.05, 0.05, table.Z.shape)) / system.x
        v = 1 - A.sum(axis=0)
        shaken = exports + draw.uniform(-0.05, 0.05, len(exports)) * (exports > 0)
        found.append((v * np.linalg.solve(np.eye(9) - A, shaken))[table.region_of == 1].sum())

    assert np.mean(found) == pytest.approx(content @ exports, rel=1e-3)
    assert rounding_deviation(system, 1, exports, 0.1) == pytest.approx(np.std(found), rel=0.1)


def test_one_seed_gives_the_same_digits():
    ranges = [content_range(world(), origin=1, exporter=0, errors=FEW) for _ in range(2)]

    assert ranges[0] == ranges[1]
    assert ranges[0].errors == FEW


def test_io_15_exports_of_nothing_are_refused():
    with pytest.raises(BrokenRuleError, match="IO-15"):
        content_range(world(), origin=1, exporter=0, sectors=np.array([], dtype=int))


@pytest.mark.parametrize("convention", list(Convention))
def test_an_interval_of_exposure_holds_the_exposure(convention):
    system = System(world())
    asked = {
        "buyers": np.array([3, 4]),
        "suppliers": {"CHN": np.array([6, 7, 8])},
        "convention": convention,
        "corridor": np.array([0, 1, 2]) if convention is Convention.CORRIDOR else None,
    }

    found = exposure_interval(system, **asked, errors=FEW)

    assert found.low[0] < exposure(system, **asked).total[0] < found.high[0]


def test_an_interval_of_losses_holds_the_loss_and_shrinks_to_it_without_errors():
    system = System(world())
    cut = cut_corridor(system.table, np.arange(3), 1, 1 / 3)
    groups = {"MEX": np.arange(3), "USA": np.arange(3, 6)}
    exact = [extract(system, cut).output[group].sum() for group in groups.values()]

    output, _ = loss_interval(system, cut, groups, errors=FEW)
    sure, _ = loss_interval(system, cut, groups, errors=Errors(0.0, 0.0, count=3))

    assert (output.low < exact).all()
    assert (output.high > exact).all()
    np.testing.assert_allclose(sure.low, exact, rtol=1e-9)
