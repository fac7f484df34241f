from dataclasses import replace

import numpy as np
import pytest
from tests.economy.trade.markets import market

from hled.economy.trade.competitiveness import competitiveness
from hled.kernel.rule import BrokenRuleError

PARTNERS = ("CHN", "JPN", "MEX")
NOW = market([[50, 20, 30], [0, 0, 0], [10, 0, 0]], PARTNERS)
THEN = market([[70, 20, 10], [5, 5, 0], [0, 0, 0]], PARTNERS, year=2022)


def test_share_of_the_market_and_its_change_a_year():
    found = competitiveness(NOW, "MEX", before=THEN)

    np.testing.assert_allclose(found.share.values, [0.3, 0, 0])
    np.testing.assert_array_equal(found.share.known, [True, False, True])
    np.testing.assert_allclose(found.change.values, [0.1, 0, 0])
    np.testing.assert_array_equal(found.change.known, [True, False, False])
    assert found.unit_value is None


def test_unit_value_stands_beside_that_of_the_others_together():
    # Mexico 30 / 5 = 6; the others (50 + 20) / (25 + 10) = 2; Japan sells product 2 without a quantity
    quantities = np.array([[25.0, 10, 5], [0, 0, 0], [2, 0, 0]])

    found = competitiveness(replace(NOW, quantities=quantities), "MEX")

    np.testing.assert_allclose(found.unit_value.values, [3, 0, 0])
    np.testing.assert_array_equal(found.unit_value.known, [True, False, False])


def test_sales_without_a_quantity_take_no_part_in_unit_values():
    partly = replace(NOW, quantities=np.array([[25.0, 0, 5], [0, 0, 0], [2, 0, 0]]))

    found = competitiveness(partly, "MEX")

    np.testing.assert_allclose(found.unit_value.values, [3, 0, 0])


@pytest.mark.parametrize(
    ("before", "code"),
    [
        (market(THEN.values, PARTNERS, year=2024), "TD-14"),
        (market(THEN.values, PARTNERS, year=2022, importer="CAN"), "TD-14"),
        (market([[1, 2, 3]], PARTNERS, year=2022), "TD-11"),
    ],
)
def test_what_does_not_compare_is_refused(before, code):
    with pytest.raises(BrokenRuleError) as refused:
        competitiveness(NOW, "MEX", before=before)

    assert {each.rule.code for each in refused.value.findings} == {code}


@pytest.mark.parametrize(
    ("quantities", "code"),
    [(np.ones((3, 2)), "TD-03"), (np.full((3, 3), np.nan), "TD-01"), (-np.ones((3, 3)), "TD-02")],
)
def test_quantities_that_are_no_amounts_of_the_market_are_refused(quantities, code):
    with pytest.raises(BrokenRuleError) as refused:
        competitiveness(replace(NOW, quantities=quantities), "MEX")

    assert {each.rule.code for each in refused.value.findings} == {code}


def test_td_05_an_unknown_supplier_is_refused_with_those_near():
    with pytest.raises(BrokenRuleError) as refused:
        competitiveness(NOW, "MEC")

    assert [(each.rule.code, each.found) for each in refused.value.findings] == [("TD-05", "MEC (MEX?)")]
