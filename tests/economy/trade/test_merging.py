import numpy as np
import pytest
from tests.economy.trade.markets import market

from hled.economy.trade.merging import merge
from hled.kernel.rule import BrokenRuleError

PARTNERS = ("CHN", "MEX", "USA")
MEXICO = market([[30, 0, 70], [5, 0, 5]], PARTNERS, importer="MEX", duties=[[3, 0, 0], [1, 0, 0]])
STATES = market([[50, 40, 0], [0, 10, 0]], PARTNERS, importer="USA", duties=[[9, 0, 0], [0, 0, 0]])


def test_a_bloc_buys_what_its_members_buy_from_others():
    found = merge([MEXICO, STATES], "USMCA")

    assert (found.importer, found.partners) == ("USMCA", ("CHN",))
    np.testing.assert_array_equal(found.values, [[80], [5]])
    np.testing.assert_array_equal(found.duties, [[12], [1]])


def test_trade_within_the_bloc_is_kept_on_demand():
    found = merge([MEXICO, STATES], "USMCA", internal=True)

    assert found.partners == PARTNERS
    np.testing.assert_array_equal(found.values, [[80, 40, 70], [5, 10, 5]])


def test_duties_of_some_members_only_are_none_of_the_bloc():
    found = merge([MEXICO, market([[1, 2, 0], [3, 4, 0]], PARTNERS)], "USMCA")

    assert found.duties is None


@pytest.mark.parametrize(
    ("markets", "code"),
    [
        ([], "TD-09"),
        ([MEXICO, MEXICO], "TD-06"),
        ([MEXICO, market([[1, 2, 3], [1, 2, 3]], PARTNERS, importer="JPN")], "TD-05"),
        ([MEXICO, market([[1, 2, 3]], PARTNERS)], "TD-11"),
        ([MEXICO, market([[1, 2, 3], [4, 5, 6]], ("CHN", "USA", "MEX"))], "TD-11"),
        ([MEXICO, market([[1, 2, 3], [4, 5, 6]], PARTNERS, year=2023)], "TD-11"),
        (
            [
                market([[0, 1]], ("MEX", "USA"), importer="MEX"),
                market([[1, 0]], ("MEX", "USA"), importer="USA"),
            ],
            "TD-09",
        ),
    ],
)
def test_markets_that_make_no_bloc_are_refused(markets, code):
    with pytest.raises(BrokenRuleError) as refused:
        merge(markets, "USMCA")

    assert code in {each.rule.code for each in refused.value.findings}
