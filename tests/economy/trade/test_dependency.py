import numpy as np
import pytest
from tests.economy.trade.markets import market, world

from hled.economy.trade.dependency import (
    NO_EXPORTS,
    Substitutes,
    dependency,
    exports_of,
    imports_over_exports,
)
from hled.economy.trade.external import external_mask
from hled.economy.trade.measured import Measured
from hled.kernel.rule import BrokenRuleError

#                  CAN  CHN   EU JPN  MEX
BOUGHT = market([[10, 60, 20, 0, 10], [0, 0, 0, 0, 0], [50, 0, 0, 0, 50]])
OUTSIDE = external_mask(BOUGHT.partners, "outside:USMCA", "USA")


def test_hand_worked_measures_outside_north_america():
    found = dependency(BOUGHT, OUTSIDE)

    np.testing.assert_array_equal(found.traded, [True, False, True])
    np.testing.assert_array_equal(found.external_imports, [80, 0, 0])
    np.testing.assert_allclose(found.external_share.values, [0.8, 0, 0])
    np.testing.assert_array_equal(found.external_share.known, [True, False, True])
    np.testing.assert_allclose(found.hhi.values, [0.75**2 + 0.25**2, 0, 0])
    np.testing.assert_array_equal(found.hhi.known, [True, False, False])
    np.testing.assert_array_equal(found.largest, [1, -1, -1])
    np.testing.assert_allclose(found.largest_share.values, [0.6, 0, 0])


def test_distance_is_weighted_by_value_over_those_known():
    distances = Measured(
        np.array([1000.0, 12000.0, 7000.0, 0.0, 3000.0]), np.array([True, True, True, False, True])
    )
    some = market([[10, 60, 20, 20, 10]])

    found = dependency(some, OUTSIDE, distances=distances)

    np.testing.assert_allclose(found.distance_km.values, [(60 * 12000 + 20 * 7000) / 80])
    np.testing.assert_allclose(found.distance_covers.values, [0.8])


def test_imports_over_exports_take_the_published_figure_where_exports_are_nil():
    found = imports_over_exports(np.array([80.0, 80.0, 0.0, 0.0]), np.array([40.0, 0.0, 0.0, 5.0]))

    np.testing.assert_allclose(found.values, [2, NO_EXPORTS, 0, 0])
    np.testing.assert_array_equal(found.known, [True, True, False, True])


def test_what_could_replace_a_product_travels_with_it():
    given = Substitutes(
        exports=np.array([40.0, 0.0, 0.0]),
        elasticity=Measured(np.array([2.5, 0.0, 4.0]), np.array([True, False, True])),
        rauch=("n", "", "w"),
    )

    found = dependency(BOUGHT, OUTSIDE, substitutes=given)

    np.testing.assert_allclose(found.imports_over_exports.values, [2, 0, 0])
    assert found.substitutes is given


def test_exports_of_a_bloc_are_those_of_its_countries():
    table = world([[1, 2, 3], [10, 20, 30], [5, 5, 5]], ("MEX", "USA", "CHN"), BOUGHT)

    np.testing.assert_array_equal(exports_of(table, "USMCA"), [11, 22, 33])


def refused_with(act) -> list[str]:
    with pytest.raises(BrokenRuleError) as refused:
        act()
    return [each.rule.code for each in refused.value.findings]


@pytest.mark.parametrize(
    ("bought", "expected"),
    [
        (market([[1, -2, 0, 0, 0]]), ["TD-02"]),
        (market([[1, np.nan, -3, 0, 0]]), ["TD-01", "TD-02"]),
        (market([[1, 2, 3]]), ["TD-03"]),
        (market([[1, 2]] * 2, ("CHN", "CHN"), products=("1", "1")), ["TD-04", "TD-04"]),
        (market([[1, 2]], ("EU", "SVK")), ["TD-06"]),
        (market([[0, 0, 0, 0, 0]]), ["TD-09"]),
        (market([[1, 2, 3, 4, 5]], duties=[[0, 0, -1, 0, 0]]), ["TD-02"]),
        (market([[1, 2, 3, 4, 5]], duties=[[0, 0]]), ["TD-03"]),
    ],
)
def test_a_market_that_is_not_sound_is_refused_with_all_that_is_wrong(bought, expected):
    assert refused_with(lambda: dependency(bought, OUTSIDE)) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"distances": Measured.everywhere(np.array([1.0, 2.0]))}, ["TD-03"]),
        ({"distances": Measured.everywhere(-np.ones(5))}, ["TD-02"] * 5),
        ({"substitutes": Substitutes(exports=np.array([1.0]))}, ["TD-03"]),
        ({"substitutes": Substitutes(rauch=("n",))}, ["TD-03"]),
        ({"substitutes": Substitutes(rauch=("n", "x", ""))}, ["TD-05"]),
        ({"substitutes": Substitutes(elasticity=Measured.everywhere(np.ones(2)))}, ["TD-03"]),
    ],
)
def test_what_does_not_fit_the_products_is_refused(given, expected):
    assert refused_with(lambda: dependency(BOUGHT, OUTSIDE, **given)) == expected


def test_a_mask_that_chooses_nobody_is_refused():
    assert refused_with(lambda: dependency(BOUGHT, np.zeros(5, bool))) == ["TD-07"]
    assert refused_with(lambda: dependency(BOUGHT, np.ones(4, bool))) == ["TD-03"]


def test_td_05_an_exporter_that_the_table_lacks_is_refused():
    table = world([[1, 2, 3]], ("CHN",), BOUGHT)

    assert refused_with(lambda: exports_of(table, "USA")) == ["TD-05"]
