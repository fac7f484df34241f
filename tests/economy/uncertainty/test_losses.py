from dataclasses import replace

import numpy as np
import pytest
from scipy.optimize import linprog
from tests.economy.economies import world

from hled.economy.leontief import System
from hled.economy.leontief.extraction import Cut, cut_exports, cut_industries, extract
from hled.economy.tables import Balance
from hled.economy.uncertainty import Errors, loss_ranges

FEW = Errors(count=64)
SURE = Errors(0.0, 0.0, count=2)
MEX, USA, CHN = np.arange(3), np.arange(3, 6), np.arange(6, 9)
GROUPS = {"MEX": MEX, "USA": USA, "CHN": CHN, "world": np.arange(9), "MEX.c1": np.array([0])}
CUTS = {
    "inputs": lambda table: Cut(MEX, USA, share=1 / 3),
    "final too": lambda table: Cut(MEX, USA, np.array([1]), share=0.5),
    "exports": lambda table: cut_exports(table, 0),
    "industry": lambda table: cut_industries(table, np.array([0]), 0.5),
}


def unbalanced(table):
    off = np.random.default_rng(3).uniform(0.98, 1.02, table.n)
    return replace(table, x=table.x * off)


def lost_by_group(system, cut):
    loss = extract(system, cut)
    return [
        np.array([each[group].sum() for group in GROUPS.values()]) for each in (loss.output, loss.value_added)
    ]


def both(found):
    return found.output, found.value_added


@pytest.mark.parametrize("name", CUTS)
def test_a_range_holds_the_loss(name):
    system = System(unbalanced(world()))
    cut = CUTS[name](system.table)

    found = both(loss_ranges(system, cut, GROUPS, errors=FEW, rounded_to=1.0))

    for ranges, exact in zip(found, lost_by_group(system, cut), strict=True):
        np.testing.assert_allclose(ranges.central, exact, rtol=1e-9)
        assert (ranges.low < exact).all()
        assert (ranges.high > exact).all()
        for each in ranges.doubts:
            assert (each.low <= ranges.central).all(), each.name
            assert (each.high >= ranges.central).all(), each.name


@pytest.mark.parametrize("name", CUTS)
def test_every_part_shrinks_to_a_point_without_its_cause(name):
    system = System(world())
    cut = CUTS[name](system.table)

    for ranges in both(loss_ranges(system, cut, GROUPS, errors=SURE, rounded_to=0.0)):
        for part in ("rounding", "coefficients", "balance", "table"):
            np.testing.assert_allclose(ranges.of(part).low, ranges.central, rtol=1e-9, err_msg=part)
            np.testing.assert_allclose(ranges.of(part).high, ranges.central, rtol=1e-9, err_msg=part)


def test_an_industry_extracted_whole_leaves_no_input_to_choose():
    system = System(world())

    for ranges in both(loss_ranges(system, cut_industries(system.table, np.array([0])), GROUPS, errors=SURE)):
        np.testing.assert_allclose(ranges.of("proportionality").low, ranges.central, rtol=1e-9)
        np.testing.assert_allclose(ranges.of("proportionality").high, ranges.central, rtol=1e-9)


def test_an_industry_extracted_whole_loses_its_output_in_every_draw():
    system = System(world())

    found = loss_ranges(system, cut_industries(system.table, np.array([0])), GROUPS, errors=FEW).output

    place = list(GROUPS).index("MEX.c1")
    assert found.of("coefficients").low[place] == pytest.approx(system.x[0])
    assert found.of("coefficients").high[place] == pytest.approx(system.x[0])


@pytest.mark.parametrize("by_value", [False, True])
@pytest.mark.parametrize("name", CUTS)
def test_bounds_are_those_of_a_general_linear_programme(name, by_value):
    system = System(world())
    cut, table = CUTS[name](system.table), system.table
    left = table.Z.copy()
    left[np.ix_(cut.sellers, cut.buyers)] *= 1 - cut.share
    stopped = (table.Z - left).sum(axis=1)
    stopped[cut.sellers] += cut.share * table.Y[np.ix_(cut.sellers, cut.final_columns)].sum(axis=1)
    A = left / system.x
    unit = system.v if by_value else np.ones(9)
    found = both(loss_ranges(system, cut, GROUPS, errors=SURE))[int(by_value)].of("proportionality")

    for at, group in enumerate(GROUPS.values()):
        within = np.isin(np.arange(9), group)
        content = (unit * within) @ np.linalg.inv(np.eye(9) - A)
        base, gains, limits, rooms = 0.0, [], [], []
        for seller in cut.sellers:
            home = table.region_of == table.region_of[seller]
            e, x = stopped[seller], system.x[seller]
            imports = left[~home, seller]
            kept = system.v[seller] + imports.sum() / x
            base += content[home] @ A[home, seller] * e
            base += within[seller] * e * (kept if by_value else 1.0)
            gains.append(content[~home] - (within[seller] if by_value else 0.0))
            limits += [(0, each) for each in imports]
            rooms += [kept * e, kept * (x - e) - imports.sum()]
        block = np.kron(np.eye(len(cut.sellers)), np.array([[1.0], [-1.0]]))
        matrix = np.repeat(block, len(gains[0]), axis=1)
        for ends, sign in ((found.low, 1), (found.high, -1)):
            exact = linprog(sign * np.concatenate(gains), A_ub=matrix, b_ub=rooms, bounds=limits)
            assert exact.success
            assert ends[at] == pytest.approx(base + sign * exact.fun, rel=1e-9)


@pytest.mark.parametrize("balance", list(Balance))
@pytest.mark.parametrize("name", CUTS)
def test_rounding_is_what_moving_every_cell_by_itself_gives(name, balance):
    table = unbalanced(world())
    cut = CUTS[name](table)
    found = both(loss_ranges(System(table, balance), cut, GROUPS, errors=SURE, rounded_to=0.5))
    step = 1e-3
    start = lost_by_group(System(table, balance), cut)
    squares = [np.zeros(len(GROUPS)) for _ in start]
    for field in ("Z", "Y", "x"):
        for cell in np.ndindex(getattr(table, field).shape):
            moved = getattr(table, field).copy()
            moved[cell] += step
            after = lost_by_group(System(replace(table, **{field: moved}), balance), cut)
            squares = [
                total + ((new - old) / step) ** 2
                for total, new, old in zip(squares, after, start, strict=True)
            ]

    for ranges, total in zip(found, squares, strict=True):
        spread = 1.959963984540054 * 0.5 * np.sqrt(total / 12)
        np.testing.assert_allclose(ranges.of("rounding").high - ranges.central, spread, rtol=2e-3, atol=1e-7)


def test_one_seed_gives_the_same_digits():
    system = System(world())
    cut = Cut(MEX, USA, share=1 / 3)
    first, again = (loss_ranges(system, cut, GROUPS, errors=FEW) for _ in range(2))

    assert first.value_added.low.tolist() == again.value_added.low.tolist()
    assert first.output.high.tolist() == again.output.high.tolist()
