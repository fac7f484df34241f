import numpy as np
import pytest
from tests.economy.trade.markets import PARTNERS, drawn_market, market

from hled.economy.trade.external import external_mask
from hled.economy.trade.gains import IDB_WEIGHTS, components, market_share_gain, score
from hled.kernel.rule import BrokenRuleError

#                 CAN  CHN   EU  JPN  MEX
BOUGHT = market([[10, 500, 20, 0, 80], [0, 300, 0, 0, 0], [5, 0, 0, 5, 90], [0, 40, 10, 10, 2]])
CHINA = external_mask(PARTNERS, "one:CHN", "USA")


def test_one_tenth_of_what_china_sells_moves_where_mexico_sells_already():
    """By hand: 10 % of 500 and of 40; nothing of 300, which Mexico does not sell; nothing of 0."""
    found = market_share_gain(BOUGHT, "MEX", CHINA)

    np.testing.assert_allclose(found.by_product, [50, 0, 0, 4])
    assert found.total == pytest.approx(54)
    assert not found.capped.any()


def test_other_shares_rivals_floors_and_limits_of_supply():
    everyone = external_mask(PARTNERS, "outside:USMCA", "USA")

    wide = market_share_gain(BOUGHT, "MEX", everyone, moved=0.5, floor=5)
    capped = market_share_gain(BOUGHT, "MEX", CHINA, supply=np.array([20.0, 99, 99, 99]))

    np.testing.assert_allclose(wide.by_product, [260, 0, 2.5, 0])
    np.testing.assert_allclose(capped.by_product, [20, 0, 0, 4])
    np.testing.assert_array_equal(capped.capped, [True, False, False, False])


def test_the_arithmetic_is_the_opportunity_score_with_named_weights():
    bought = drawn_market(300)
    figures = components(bought, "MEX", CHINA)
    others = {
        "relatedness": np.linspace(0.1, 1, 300),
        "duty_relief": np.linspace(0.3, 0, 300),
        "stake": np.linspace(1, 5, 300),
    }

    gain = market_share_gain(bought, "MEX", CHINA).by_product
    full = score(figures | others, IDB_WEIGHTS | dict.fromkeys(others, 0.0))
    mean = score(figures, {name: weight / 3 for name, weight in IDB_WEIGHTS.items()})

    np.testing.assert_allclose(gain, 0.10 * full)
    np.testing.assert_allclose(gain, 0.10 * mean**3)
    assert (gain > 0).sum() > 50


def test_another_weight_leaves_the_special_case():
    figures = components(BOUGHT, "MEX", CHINA) | {"duty_relief": np.array([0.1, 0.1, 0.1, 0.3])}

    found = score(figures, {**IDB_WEIGHTS, "duty_relief": 2.0})

    np.testing.assert_allclose(found, [500 * 0.01, 0, 0, 40 * 0.09])


def test_components_by_hand():
    found = components(BOUGHT, "MEX", CHINA)

    np.testing.assert_allclose(found["dependency"], [500 / 610, 1, 0, 40 / 62])
    np.testing.assert_array_equal(found["market_size"], [610, 300, 100, 62])
    np.testing.assert_array_equal(found["capability"], [1, 0, 1, 1])


def refused_with(act) -> list[str]:
    with pytest.raises(BrokenRuleError) as refused:
        act()
    return [each.rule.code for each in refused.value.findings]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"moved": 1.5}, ["TD-10"]),
        ({"moved": -0.1}, ["TD-10"]),
        ({"floor": -1.0}, ["TD-10"]),
        ({"floor": np.inf}, ["TD-10"]),
        ({"supply": np.array([1.0, -1, 0, 0])}, ["TD-02"]),
        ({"supply": np.ones(3)}, ["TD-03"]),
        ({"seller": "MXE"}, ["TD-05"]),
        ({"rivals": np.zeros(5, bool)}, ["TD-07"]),
    ],
)
def test_a_gain_that_has_no_meaning_is_refused(given, expected):
    asked = {"market": BOUGHT, "seller": "MEX", "rivals": CHINA} | given

    assert refused_with(lambda: market_share_gain(**asked)) == expected


def test_a_seller_is_never_its_own_rival():
    with pytest.raises(ValueError, match="among its rivals"):
        market_share_gain(BOUGHT, "CHN", CHINA)


@pytest.mark.parametrize("weights", [{"dependency": -1.0}, {"dependency": 0.0}, {"unknown": 1.0}, {}])
def test_td_10_weights_that_weigh_nothing_are_refused(weights):
    assert refused_with(lambda: score(components(BOUGHT, "MEX", CHINA), weights)) == ["TD-10"]
