from dataclasses import replace

import numpy as np
import pytest
from tests.economy.economies import world
from tests.economy.tables.making import SAME, label, small, table

from hled.economy.leontief import System
from hled.economy.leontief.ghosh import supply_multipliers
from hled.economy.leontief.linkages import linkages, rasmussen
from hled.economy.leontief.position import country_position, industry_position
from hled.economy.tables import Balance
from hled.kernel.rule import BrokenRuleError


def test_a_chain_of_two_counts_its_stages():
    """The first sells all to the second, which sells all to final use."""
    made = table([[0, 50], [0, 0]], [[0, 0], [50, 50]])

    found = industry_position(System(made))

    assert found.upstreamness.tolist() == [2, 1]
    assert found.downstreamness.tolist() == [1, 1.5]
    assert found.final_share.tolist() == [0, 1]
    assert found.value_added_share.tolist() == [1, 0.5]


def test_inventories_are_taken_out_by_the_formula():
    made = small()
    N, A = made.inventories, made.Z / made.x
    sold = made.x - N
    B = made.Z / sold[:, None]
    corrected = A * (made.x / sold)[:, None]

    found = industry_position(System(made))

    assert found.corrected
    np.testing.assert_allclose(found.upstreamness, np.linalg.solve(np.eye(4) - B, np.ones(4)))
    np.testing.assert_allclose(found.downstreamness, np.linalg.solve(np.eye(4) - corrected.T, np.ones(4)))
    np.testing.assert_allclose(found.final_share, 1 - B.sum(axis=1))
    np.testing.assert_allclose(found.value_added_share, 1 - corrected.sum(axis=0))


def test_a_country_stands_where_the_table_of_countries_puts_it():
    made = small()
    summed = np.add.reduceat(np.add.reduceat(made.Z, [0, 2], axis=0), [0, 2], axis=1)
    x, N = np.add.reduceat(made.x, [0, 2]), np.add.reduceat(made.inventories, [0, 2])

    found = country_position(System(made))

    expected = np.linalg.solve(np.eye(2) - summed / (x - N)[:, None], np.ones(2))
    np.testing.assert_allclose(found.upstreamness, expected)


def test_io_11_a_table_without_inventories_says_that_nothing_was_corrected():
    found = industry_position(System(world()))

    assert not found.corrected
    assert [each.rule.code for each in found.findings] == ["IO-11"]
    assert industry_position(System(world()), inventories=False).findings == ()


def test_io_41_inventories_as_large_as_output_are_refused_by_name():
    made = small()
    Y = np.array(made.Y)
    Y[1] = [-150, 280, 0, 0]

    with pytest.raises(BrokenRuleError, match=r"IO-41 small: MEX.c2"):
        industry_position(System(replace(made, Y=Y), Balance.SUPPLIED))


def test_an_industry_without_output_stands_nowhere():
    made = table(
        [[0, 0, 0, 0], [0, 5, 5, 0], [0, 5, 5, 0], [0, 0, 0, 0]], [[0] * 4, [9] * 4, [9] * 4, [0] * 4]
    )

    found = industry_position(System(made))

    assert found.produces.tolist() == [False, True, True, False]
    for values in (found.upstreamness, found.downstreamness, found.final_share, found.value_added_share):
        assert values[[0, 3]].tolist() == [0, 0]
        assert np.isfinite(values).all()


def test_linkages_are_sums_of_both_inverses():
    system = System(world())
    L = np.linalg.inv(np.eye(9) - system.A)
    H = L / system.x[:, None] * system.x

    found = linkages(system)

    np.testing.assert_allclose(found.backward, L.sum(axis=0))
    np.testing.assert_allclose(found.forward, H.sum(axis=1))
    assert found.normalized_backward.mean() == pytest.approx(1)
    assert found.normalized_forward.mean() == pytest.approx(1)
    np.testing.assert_array_equal(
        found.is_key, (found.backward > found.backward.mean()) & (found.forward > found.forward.mean())
    )


def test_supply_multipliers_are_row_sums_of_the_ghosh_inverse_by_region():
    system = System(world())
    L = np.linalg.inv(np.eye(9) - system.A)
    H = L / system.x[:, None] * system.x

    found = supply_multipliers(system)

    np.testing.assert_allclose(found.by_region, H.reshape(9, 3, 3).sum(axis=2))
    np.testing.assert_allclose(found.total, linkages(system).forward)
    np.testing.assert_allclose(found.tied, H.sum(axis=1) * system.v * system.x)


def test_an_industry_without_output_ties_nothing():
    made = table(
        [[0, 0, 0, 0], [0, 5, 5, 0], [0, 5, 5, 0], [0, 0, 0, 0]], [[0] * 4, [9] * 4, [9] * 4, [0] * 4]
    )

    found = supply_multipliers(System(made))

    assert found.total[[0, 3]].tolist() == [1, 1]
    assert found.tied[[0, 3]].tolist() == [0, 0]


def test_dispersion_is_against_the_mean_of_the_inverse():
    system = System(world())
    L = np.linalg.inv(np.eye(9) - system.A)

    found = rasmussen(system)

    np.testing.assert_allclose(found.power, 9 * L.sum(axis=0) / L.sum())
    np.testing.assert_allclose(found.sensitivity, 9 * L.sum(axis=1) / L.sum())
    np.testing.assert_allclose(found.power_spread, L.std(axis=0, ddof=1) / L.mean(axis=0))


def test_an_economy_of_one_industry_has_no_spread():
    one = replace(
        table([[5, 0], [0, 5]], [[9, 0], [9, 0]]),
        regions=(label("MEX"),),
        sectors=(label("c1"),),
        region_of=np.zeros(1, int),
        sector_of=np.zeros(1, int),
        Z=np.array([[5.0]]),
        Y=np.array([[5.0]]),
        x=np.array([10.0]),
        categories=(replace(small().categories[0], name=SAME),),
        final_region_of=np.zeros(1, int),
        final_category_of=np.zeros(1, int),
    )

    assert rasmussen(System(one)).power_spread.tolist() == [0]
