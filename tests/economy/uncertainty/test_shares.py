from dataclasses import replace

import numpy as np
import pytest
from scipy.optimize import linprog
from tests.economy.economies import world

from hled.economy.leontief import System
from hled.economy.leontief.exposure import Convention, exposure
from hled.economy.tables import Balance
from hled.economy.uncertainty import Errors, exposure_ranges
from hled.kernel.rule import BrokenRuleError

FEW = Errors(count=64)
SURE = Errors(0.0, 0.0, count=2)
MEX, USA, CHN = np.arange(3), np.arange(3, 6), np.arange(6, 9)
INPUTS = np.array([0, 2, 3, 5, 6, 8])
LOOKING = [each for each in Convention if each is not Convention.FACE_VALUE]


def asked(convention, inputs=None, **more):
    return {
        "buyers": np.array([3, 4]),
        "suppliers": {"CHN": CHN, "MEX": MEX, "USA": USA},
        "convention": convention,
        "inputs": inputs,
        "corridor": MEX if convention is Convention.CORRIDOR else None,
        **more,
    }


def unbalanced(table):
    """Rows that explain output to two percent, as published tables do."""
    off = np.random.default_rng(3).uniform(0.98, 1.02, table.n)
    return replace(table, x=table.x * off)


def counting(system, convention, group, inputs):
    """(n,) what a unit of each input counts, what its seller adds itself, and who sells; by the definitions, one by one."""
    counted = np.ones(9, dtype=bool) if inputs is None else np.isin(np.arange(9), inputs)
    by_value = convention is not Convention.LOOK_THROUGH_OUTPUT
    within = np.isin(np.arange(9), group) & (counted if convention is not Convention.CORRIDOR else True)
    content = (np.where(within, system.v if by_value else 1.0, 0.0)) @ np.linalg.inv(np.eye(9) - system.A)
    sellers = (
        np.arange(9) if convention is not Convention.CORRIDOR else MEX[np.isin(MEX, np.flatnonzero(counted))]
    )
    return content, within, by_value, sellers


def by_linear_programme(system, convention, group, inputs, buyers, sign, *, same_imports=False):
    """Amount counted when every cell of imported inputs may be split; by a general solver over all cells at once."""
    content, within, by_value, sellers = counting(system, convention, group, inputs)
    Z, x, region = system.table.Z, system.x, system.table.region_of
    sold = Z[:, buyers].sum(axis=1)
    gains, limits, rows, room, base = [], [], [], [], 0.0
    for seller in sellers:
        share = sold[seller] / x[seller]
        home = region == region[seller]
        displaced = float(within[seller]) if by_value else 0.0
        domestic = Z[home, seller] * share
        own = within[seller] * (sold[seller] - (domestic.sum() if by_value else 0.0))
        base += own + content[home] @ domestic
        imports, left = Z[~home, seller], x[seller] - sold[seller]
        surplus = 1 - Z[home, seller].sum() / x[seller]
        at = len(gains)
        gains += list(content[~home] - displaced)
        limits += [(0, each) for each in imports]
        rows += [(at, len(imports), 1.0), (at, len(imports), -1.0)]
        room += [surplus * sold[seller], surplus * left - imports.sum()]
        if same_imports:
            room[-2:] = [imports.sum() * share, -imports.sum() * share]
    A = np.zeros((len(rows), len(gains)))
    for line, (at, size, value) in enumerate(rows):
        A[line, at : at + size] = value
    found = linprog(sign * np.array(gains), A_ub=A, b_ub=room, bounds=limits)
    assert found.success
    return base + sign * found.fun


@pytest.mark.parametrize("inputs", [None, INPUTS], ids=["all", "some"])
@pytest.mark.parametrize("convention", list(Convention))
def test_the_central_figures_are_those_of_the_exposure_and_lie_inside(convention, inputs):
    system = System(unbalanced(world()))

    found = exposure_ranges(system, **asked(convention, inputs), errors=FEW)

    exact = exposure(system, **asked(convention, inputs))
    np.testing.assert_allclose(found.central, np.column_stack([exact.shares, exact.total]), atol=1e-12)
    assert (found.low <= found.central).all()
    assert (found.central <= found.high).all()
    for each in found.doubts:
        assert (each.low <= found.central).all(), each.name
        assert (found.central <= each.high).all(), each.name


@pytest.mark.parametrize("inputs", [None, INPUTS], ids=["all", "some"])
@pytest.mark.parametrize("convention", list(Convention))
def test_every_part_shrinks_to_a_point_without_its_cause(convention, inputs):
    system = System(world())

    found = exposure_ranges(system, **asked(convention, inputs), errors=SURE, rounded_to=0.0)

    for name in ("rounding", "coefficients", "balance", "table"):
        np.testing.assert_allclose(found.of(name).low, found.central, atol=1e-10, err_msg=name)
        np.testing.assert_allclose(found.of(name).high, found.central, atol=1e-10, err_msg=name)


@pytest.mark.parametrize("convention", list(Convention))
def test_every_part_is_there_where_its_cause_is(convention):
    found = exposure_ranges(System(unbalanced(world())), **asked(convention), errors=FEW, rounded_to=1.0)

    looked_through = convention is not Convention.FACE_VALUE
    for name, doubtful in (
        ("rounding", True),
        ("coefficients", True),
        ("balance", looked_through),
        ("proportionality", looked_through),
    ):
        part = found.of(name)
        assert (part.high > part.low).all() == doubtful, name


@pytest.mark.parametrize("same_imports", [False, True])
@pytest.mark.parametrize("buyers", [[3], [4], [3, 4]], ids=str)
@pytest.mark.parametrize("convention", [Convention.LOOK_THROUGH_VALUE_ADDED, Convention.CORRIDOR])
def test_bounds_are_those_of_a_general_linear_programme(convention, buyers, same_imports):
    system = System(world())
    found = exposure_ranges(system, **asked(convention), errors=SURE)
    part = found.of("same_imports" if same_imports else "proportionality")
    way = {3: 0, 4: 1}[buyers[0]] if len(buyers) == 1 else 2
    base = system.table.Z[:, buyers].sum()

    for at, group in enumerate((CHN, MEX, USA)):
        for ends, sign in ((part.low, 1), (part.high, -1)):
            exact = by_linear_programme(
                system, convention, group, None, buyers, sign, same_imports=same_imports
            )
            assert ends[at, way] == pytest.approx(exact / base, abs=1e-9)


@pytest.mark.parametrize(
    ("convention", "inputs"),
    [
        (Convention.LOOK_THROUGH_OUTPUT, None),
        (Convention.LOOK_THROUGH_OUTPUT, INPUTS),
        (Convention.LOOK_THROUGH_VALUE_ADDED, INPUTS),
    ],
)
def test_where_the_base_moves_bounds_are_the_quotient_of_two_linear_programmes(convention, inputs):
    system = System(world())
    part = exposure_ranges(system, **asked(convention, inputs), errors=SURE).of("proportionality")
    counted = np.arange(9) if inputs is None else inputs

    for at, group in enumerate((CHN, MEX, USA)):
        others = np.setdiff1d(counted, group)
        for ends, sign in ((part.low, 1), (part.high, -1)):
            mine = by_linear_programme(system, convention, group, inputs, [3, 4], sign)
            theirs = by_linear_programme(system, convention, others, inputs, [3, 4], -sign)
            assert ends[at, 2] == pytest.approx(mine / (mine + theirs), abs=1e-9)


@pytest.mark.parametrize("convention", LOOKING)
def test_inputs_from_home_alone_leave_nothing_to_choose(convention):
    table = world()
    Z = np.where(table.region_of[:, None] == table.region_of, table.Z, 0.0)
    alone = replace(table, Z=Z, x=Z.sum(axis=1) + table.Y.sum(axis=1))
    question = asked(convention)
    if convention is Convention.CORRIDOR:
        question["corridor"] = USA

    part = exposure_ranges(System(alone), **question, errors=SURE).of("proportionality")

    np.testing.assert_allclose(part.low, part.high, atol=1e-12)


@pytest.mark.parametrize("balance", list(Balance))
@pytest.mark.parametrize("inputs", [None, INPUTS], ids=["all", "some"])
@pytest.mark.parametrize("convention", list(Convention))
def test_rounding_is_what_moving_every_cell_by_itself_gives(convention, inputs, balance):
    table = unbalanced(world())
    question = asked(convention, inputs)
    found = exposure_ranges(System(table, balance), **question, errors=SURE, rounded_to=0.5)
    step = 1e-4

    def total(Z, Y, x):
        moved = exposure(System(replace(table, Z=Z, Y=Y, x=x), balance), **question)
        return np.column_stack([moved.shares, moved.total])

    squares = np.zeros((3, 3))
    start = total(table.Z, table.Y, table.x)
    for name in ("Z", "Y", "x"):
        for cell in np.ndindex(getattr(table, name).shape):
            arrays = {each: getattr(table, each).copy() for each in ("Z", "Y", "x")}
            arrays[name][cell] += step
            squares += ((total(**arrays) - start) / step) ** 2
    spread = 1.959963984540054 * 0.5 * np.sqrt(squares / 12)

    np.testing.assert_allclose(found.of("rounding").high - found.central, spread, rtol=2e-3, atol=1e-9)


def test_drawn_shares_are_those_of_tables_made_anew():
    system, errors = System(world()), Errors(count=2)
    rng = [np.random.default_rng(seed) for seed in np.random.SeedSequence(errors.seed).spawn(2)]
    shares = []
    for each in rng:
        r, c = (np.exp(0.05 * each.standard_normal(9) - 0.05**2 / 2) for _ in range(2))
        Z = r[:, None] * system.table.Z * c
        drawn = replace(system.table, Z=Z)
        shares.append(exposure(System(drawn), **asked(Convention.LOOK_THROUGH_VALUE_ADDED)).total)
    low, high = np.quantile(shares, [0.025, 0.975], axis=0)

    part = exposure_ranges(system, **asked(Convention.LOOK_THROUGH_VALUE_ADDED), errors=errors).of(
        "coefficients"
    )

    np.testing.assert_allclose(part.low[:, 2], np.minimum(low, system_total(system)), atol=1e-9)
    np.testing.assert_allclose(part.high[:, 2], np.maximum(high, system_total(system)), atol=1e-9)


def system_total(system):
    return exposure(system, **asked(Convention.LOOK_THROUGH_VALUE_ADDED)).total


def test_one_seed_gives_the_same_digits_and_another_seed_others():
    first, again, other = (
        exposure_ranges(System(world()), **asked(Convention.CORRIDOR), errors=Errors(count=16, seed=seed))
        for seed in (1, 1, 2)
    )

    assert first.low.tolist() == again.low.tolist()
    assert first.low.tolist() != other.low.tolist()
    assert first.errors.seed == 1


def test_a_table_refused_under_the_other_rule_keeps_the_reason():
    table = world()
    Y = table.Y.copy()
    Y[8] -= (table.Z[8].sum() + Y[8].sum()) / Y.shape[1] + 1
    found = exposure_ranges(System(replace(table, Y=Y)), **asked(Convention.LOOK_THROUGH_OUTPUT), errors=SURE)

    assert "IO-09" in found.of("balance").missing.en
    assert "IO-09" in found.of("balance").missing.es
    np.testing.assert_array_equal(found.of("balance").low, found.central)


def test_io_15_buyers_of_nothing_are_refused():
    table = world()
    Z = table.Z.copy()
    Z[:, [3, 4]] = 0

    with pytest.raises(BrokenRuleError, match="IO-15"):
        exposure_ranges(System(replace(table, Z=Z)), **asked(Convention.FACE_VALUE), errors=SURE)
