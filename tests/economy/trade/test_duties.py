from dataclasses import replace

import numpy as np
import pytest
from tests.economy.trade.markets import market

from hled.economy.trade.duties import (
    CAUTION,
    observed_rate,
    position,
    relief,
    relief_by_partner,
    relief_in_lines,
)
from hled.economy.trade.treatments import Lines
from hled.kernel.rule import BrokenRuleError

PARTNERS = ("CHN", "JPN", "MEX")
# product 0: China 25 %, Japan 5 %, Mexico free; product 1: Mexico sells nothing; product 2: only Mexico sells, at 2 %
BOUGHT = market(
    [[100, 300, 50], [40, 0, 0], [0, 0, 200]], PARTNERS, duties=[[25, 15, 0], [4, 0, 0], [0, 0, 4]]
)


def refused_with(act) -> list[str]:
    with pytest.raises(BrokenRuleError) as refused:
        act()
    return [each.rule.code for each in refused.value.findings]


def test_a_line_without_value_has_no_rate():
    found = observed_rate(BOUGHT)

    np.testing.assert_allclose(found.values, [[0.25, 0.05, 0], [0.1, 0, 0], [0, 0, 0.02]])
    np.testing.assert_array_equal(
        found.known, [[True, True, True], [True, False, False], [False, False, True]]
    )


def test_relief_is_what_the_others_together_pay_more():
    found = relief(BOUGHT, "MEX")

    np.testing.assert_allclose(found.values, [40 / 400, 0, 0])
    np.testing.assert_array_equal(found.known, [True, False, False])


def test_relief_against_one_partner():
    found = relief(BOUGHT, "MEX", np.array([True, False, False]))

    np.testing.assert_allclose(found.values, [0.25, 0, 0])


def test_relief_beside_each_partner_is_zero_in_its_own_column():
    found = relief_by_partner(BOUGHT, "MEX")

    np.testing.assert_allclose(found.values, [[0.25, 0.05, 0], [0, 0, 0], [0, 0, 0]])
    np.testing.assert_array_equal(
        found.known, [[True, True, True], [False, False, False], [False, False, True]]
    )


def test_a_tariff_change_of_one_partner_moves_relief_by_its_weight():
    change = np.zeros((3, 3))
    change[0, 0] = 0.20

    found = relief(BOUGHT, "MEX", change=change)

    np.testing.assert_allclose(found.values, [0.1 + 0.20 * 100 / 400, 0, 0])


def test_a_tariff_change_of_everyone_moves_no_relief():
    np.testing.assert_allclose(
        relief(BOUGHT, "MEX", change=np.full(3, 0.1)).values, relief(BOUGHT, "MEX").values
    )


def test_the_mix_of_lines_within_a_product_plays_no_part_line_by_line():
    """China sells the dutiable line and Mexico the free one; where both sell they pay the same."""
    lines = market([[90, 0, 0], [10, 0, 10], [0, 0, 90]], PARTNERS, duties=[[18, 0, 0], [0, 0, 0], [0, 0, 0]])
    whole = market([[100, 0, 100]], PARTNERS, duties=[[18, 0, 0]])

    within = relief_in_lines(Lines(lines, np.array([0, 0, 0])), whole, "MEX")

    np.testing.assert_allclose(relief(whole, "MEX").values, [0.18])
    np.testing.assert_allclose(within.values, [0.0])
    np.testing.assert_array_equal(within.known, [True])


def test_lines_are_weighted_by_what_the_others_sell():
    lines = market([[30, 0, 5], [10, 0, 70]], PARTNERS, duties=[[3, 0, 0], [3, 0, 0]])
    whole = market([[40, 0, 75]], PARTNERS, duties=[[6, 0, 0]])

    found = relief_in_lines(Lines(lines, np.array([0, 0])), whole, "MEX")

    np.testing.assert_allclose(found.values, [(30 * 0.1 + 10 * 0.3) / 40])


def test_td_06_a_country_inside_a_group_of_the_table_is_no_partner_of_its_own():
    bought = market([[100, 300, 50]], ("CHN", "EU", "MEX"))

    with pytest.raises(BrokenRuleError) as refused:
        position(bought, "SVK")

    (finding,) = refused.value.findings
    assert (finding.rule.code, finding.found.en) == (
        "TD-06",
        "SVK is inside EU, which the table has as one partner",
    )


def test_what_is_refused():
    assert refused_with(lambda: observed_rate(replace(BOUGHT, duties=None))) == ["TD-13"]
    assert refused_with(lambda: relief(BOUGHT, "MXE")) == ["TD-05"]
    assert refused_with(lambda: relief(BOUGHT, "MEX", np.zeros(3, bool))) == ["TD-07"]
    assert refused_with(lambda: observed_rate(BOUGHT, np.full(3, -0.2))) == ["TD-02"]
    assert refused_with(lambda: observed_rate(BOUGHT, np.full(4, 0.2))) == ["TD-03"]
    assert refused_with(lambda: observed_rate(BOUGHT, np.array([0.1, np.nan, 0]))) == ["TD-01"]
    with pytest.raises(ValueError, match="MEX"):
        relief(BOUGHT, "MEX", np.ones(3, bool))


def test_the_caution_is_said_in_both_languages():
    assert "preferences" in CAUTION.en
    assert "preferencias" in CAUTION.es
