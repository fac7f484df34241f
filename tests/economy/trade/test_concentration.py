import numpy as np
import pytest

from hled.economy.trade.concentration import (
    concentration,
    entropy,
    equivalent_suppliers,
    hhi,
    hhi_range,
    normalized_hhi,
    shares,
    top_share,
    traded,
)
from hled.kernel.rule import BrokenRuleError

VALUES = np.array([[60.0, 30.0, 10.0], [0.0, 0.0, 0.0], [5.0, 5.0, 0.0], [0.0, 7.0, 0.0]])


def codes(refused) -> list[str]:
    return [each.rule.code for each in refused.value.findings]


def test_every_measure_of_hand_worked_shares():
    found = concentration(VALUES)

    np.testing.assert_array_equal(found.traded, [True, False, True, True])
    np.testing.assert_array_equal(found.suppliers, [3, 0, 2, 1])
    np.testing.assert_array_equal(found.largest, [0, -1, 0, 1])
    np.testing.assert_allclose(found.hhi, [0.46, 0, 0.5, 1])
    np.testing.assert_allclose(found.equivalent_suppliers, [1 / 0.46, 0, 2, 1])
    np.testing.assert_allclose(found.normalized, [(0.46 - 1 / 3) / (2 / 3), 0, 0, 1])
    np.testing.assert_allclose(found.top_share, [0.6, 0, 0.5, 1])
    three = -(0.6 * np.log(0.6) + 0.3 * np.log(0.3) + 0.1 * np.log(0.1))
    np.testing.assert_allclose(found.entropy, [three, 0, np.log(2), 0], atol=1e-15)
    np.testing.assert_allclose(found.entropy_suppliers, [np.exp(three), 0, 2, 1])
    np.testing.assert_allclose(found.theil, [np.log(3) - three, 0, 0, 0], atol=1e-15)


def test_single_measures_are_those_of_the_whole():
    found = concentration(VALUES)

    np.testing.assert_array_equal(hhi(VALUES), found.hhi)
    np.testing.assert_array_equal(traded(VALUES), found.traded)
    np.testing.assert_array_equal(entropy(VALUES), found.entropy)
    np.testing.assert_array_equal(equivalent_suppliers(found.hhi), found.equivalent_suppliers)
    np.testing.assert_array_equal(normalized_hhi(found.hhi, found.suppliers), found.normalized)
    np.testing.assert_array_equal(top_share(VALUES), found.top_share)
    np.testing.assert_allclose(top_share(VALUES, 2), [0.9, 0, 1, 1])
    np.testing.assert_allclose(top_share(VALUES, 9), [1, 0, 1, 1])


def test_shares_of_very_large_and_very_small_amounts_stay_shares():
    np.testing.assert_allclose(shares(np.array([[1e308, 1e308], [5e-324, 0.0]])), [[0.5, 0.5], [1, 0]])


def test_a_group_lies_between_one_supplier_and_equal_members():
    low, high = hhi_range(np.array([[50.0, 50.0]]), np.array([1.0, 25.0]))

    np.testing.assert_allclose(high, [0.5])
    np.testing.assert_allclose(low, [0.25 + 0.25 / 25])


@pytest.mark.parametrize(
    ("values", "code"),
    [([[1.0, -1.0]], "TD-02"), ([[1.0, np.nan]], "TD-01"), ([[np.inf, 1.0]], "TD-01"), ([1.0, 2.0], "TD-03")],
)
def test_amounts_that_are_none_are_refused(values, code):
    with pytest.raises(BrokenRuleError) as refused:
        shares(np.array(values))

    assert codes(refused) == [code]


def test_td_10_the_top_none_is_refused():
    with pytest.raises(BrokenRuleError) as refused:
        top_share(VALUES, 0)

    assert codes(refused) == ["TD-10"]


def test_td_10_a_supplier_of_no_country_is_refused():
    with pytest.raises(BrokenRuleError) as refused:
        hhi_range(VALUES, np.array([1.0, 0.0, 1.0]))

    assert codes(refused) == ["TD-10"]
