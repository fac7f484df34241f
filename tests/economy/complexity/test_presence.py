"""Revealed comparative advantage and presence."""

import numpy as np
import pytest

from hled.economy.complexity import diversity, presence, rca, ubiquity
from hled.kernel.rule import BrokenRuleError

# Two countries and two products: the world sells 40 of 100 in the first.
X = np.array([[30.0, 20.0], [10.0, 40.0]])


def codes(refused):
    return {each.rule.code for each in refused.value.findings}


def test_advantage_is_the_share_in_a_country_over_the_share_in_the_world():
    assert rca(X) == pytest.approx(np.array([[0.6 / 0.4, 0.4 / 0.6], [0.2 / 0.4, 0.8 / 0.6]]))


def test_presence_counts_products_of_countries_and_countries_of_products():
    M = presence(rca(np.array([[30.0, 20.0, 5.0], [10.0, 40.0, 5.0]])))

    assert M.tolist() == [[True, False, True], [False, True, True]]
    assert diversity(M).tolist() == [2, 2]
    assert ubiquity(M).tolist() == [1, 1, 2]


@pytest.mark.parametrize("unit", [1.0, 1000.0, 1e-3, 7.0, 1 / 3])
def test_a_country_that_sells_as_the_world_does_has_every_product_in_any_unit(unit):
    same = np.array([[0.1, 0.7, 0.3], [0.3, 2.1, 0.9], [0.7, 4.9, 2.1]]) * unit

    assert presence(rca(same)).all()


def test_a_higher_threshold_leaves_less_present():
    assert presence(rca(X), at=1.4).tolist() == [[True, False], [False, False]]


@pytest.mark.parametrize("cell", [-1.0, np.nan, np.inf])
def test_cx_01_a_cell_that_is_no_amount_is_refused(cell):
    broken = X.copy()
    broken[0, 1] = cell

    with pytest.raises(BrokenRuleError) as refused:
        rca(broken)

    assert codes(refused) == {"CX-01"}


def test_cx_03_exporters_and_products_without_trade_are_both_named():
    with pytest.raises(BrokenRuleError) as refused:
        rca(np.array([[1.0, 0.0], [0.0, 0.0]]))

    assert [(each.rule.code, each.place) for each in refused.value.findings] == [
        ("CX-03", "exporters"),
        ("CX-03", "products"),
    ]


@pytest.mark.parametrize("at", [0.0, -1.0, np.nan])
def test_cx_08_a_threshold_is_positive(at):
    with pytest.raises(BrokenRuleError) as refused:
        presence(X, at)

    assert codes(refused) == {"CX-08"}
