import numpy as np
import pytest
from tests.economy.trade.markets import market, world

from hled.economy.trade.criteria import Needs, TradeYear, cdi, geodep
from hled.economy.trade.external import external_mask
from hled.economy.trade.treatments import DIVIDED, Lines, finest
from hled.kernel.rule import BrokenRuleError

#                     CAN CHN  EU JPN MEX
BOUGHT = market([[10, 60, 20, 0, 10], [40, 10, 10, 10, 30], [0, 0, 0, 0, 0]])
OUTSIDE = external_mask(BOUGHT.partners, "outside:USMCA", "USA")
EXPORTS = np.array([40.0, 10.0, 5.0])


def test_a_criterion_without_its_data_says_which_table_it_needs():
    found = cdi(BOUGHT, OUTSIDE)

    assert found.computed == ("CDI1", "CDI2")
    assert not found.complete
    assert [each.data["needs"] for each in found.missing] == [Needs.EXPORTS]
    assert found.missing[0].rule.code == "TD-12"
    assert found.missing[0].found.es == "no calculable: requiere exportaciones del importador por producto"
    assert found.says.en == (
        "Rests on CDI1, CDI2 only; not computed, for want of: exports of the importer by product."
    )
    assert found.says.es == (
        "Se apoya solo en CDI1, CDI2; lo demás no se calculó por faltar: exportaciones del importador por producto."
    )
    np.testing.assert_array_equal(found.holds, [True, False, False])
    with pytest.raises(ValueError, match="CDI3 is not computable"):
        found.items[2].holds()


def test_with_exports_every_criterion_is_computed():
    found = cdi(BOUGHT, OUTSIDE, EXPORTS)

    assert found.complete
    assert found.missing == ()
    assert found.says.en == "All criteria were computed: CDI1, CDI2, CDI3."
    np.testing.assert_allclose(found.items[2].figures.values, [2, 3, 0])


def test_exports_are_taken_out_of_world_exports():
    table = world([EXPORTS, [1, 1, 1]], ("USA", "CHN"), BOUGHT)

    found = cdi(BOUGHT, OUTSIDE, world=table)

    np.testing.assert_allclose(found.items[2].figures.values, [2, 3, 0])


def test_a_product_that_nobody_sells_fulfills_nothing():
    found = cdi(BOUGHT, OUTSIDE, EXPORTS)

    assert not found.traded[2]
    assert not any(each.holds()[2] for each in found.items)


def test_a_group_divided_lowers_concentration_only():
    given, divided = cdi(BOUGHT, OUTSIDE), cdi(BOUGHT, OUTSIDE, treatment=DIVIDED)

    np.testing.assert_allclose(given.items[0].figures.values[0], 0.75**2 + 0.25**2)
    np.testing.assert_allclose(divided.items[0].figures.values[0], 0.75**2 + 0.25**2 / 27)
    np.testing.assert_array_equal(given.items[1].figures.values, divided.items[1].figures.values)


def test_finest_lines_are_averaged_by_external_value():
    lines = market([[10, 60, 0, 0, 10], [0, 0, 20, 0, 0], [40, 10, 10, 10, 30], [0, 0, 0, 0, 0]])

    found = cdi(BOUGHT, OUTSIDE, treatment=finest(Lines(lines, np.array([0, 0, 1, 2]))))

    np.testing.assert_allclose(found.items[0].figures.values, [1, 1 / 3, 0])


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (Lines(BOUGHT, np.array([0, 1])), "TD-03"),
        (Lines(BOUGHT, np.array([0, 1, 3])), "TD-03"),
        (Lines(BOUGHT, np.array([2, 1, 0])), "TD-11"),
        (Lines(market(BOUGHT.values, year=2020), np.array([0, 1, 2])), "TD-11"),
    ],
)
def test_lines_of_another_market_are_refused(lines, code):
    with pytest.raises(BrokenRuleError) as refused:
        cdi(BOUGHT, OUTSIDE, treatment=finest(lines))

    assert [each.rule.code for each in refused.value.findings] == [code]


# GeoDep: product 0 concentrated everywhere, product 1 only in the world, product 2 not imported at first
WORLD = world([[40, 10, 5], [200, 90, 5], [20, 5, 5], [0, 0, 5]], ("USA", "CHN", "JPN", "MEX"), BOUGHT)


def year_of(year, values=BOUGHT.values, *, with_world=True):
    bought = market(values, year=year)
    return TradeYear(bought, world=world(WORLD.values, WORLD.exporters, bought) if with_world else None)


def test_one_year_leaves_the_lasting_criterion_out():
    found = geodep([year_of(2024)])

    assert found.computed == ("GD1", "GD2", "GD3")
    assert [each.data["needs"] for each in found.missing] == [Needs.SECOND_YEAR]
    np.testing.assert_array_equal(found.holds, [True, False, False])


def test_imports_alone_leave_two_tables_and_a_year_to_be_asked_for():
    found = geodep([year_of(2024, with_world=False)])

    assert [each.data["needs"] for each in found.missing] == [Needs.WORLD, Needs.EXPORTS, Needs.SECOND_YEAR]


def test_two_years_of_three_make_a_dependency():
    other = np.array([[30, 40, 30, 0, 0], [40, 10, 10, 10, 30], [0, 9, 0, 0, 0]])
    found = geodep([year_of(2024), year_of(2022), year_of(2023, other)])

    assert found.complete
    np.testing.assert_array_equal(found.items[3].figures.values, [2, 0, 0])
    np.testing.assert_array_equal(found.holds, [True, False, False])
    np.testing.assert_array_equal(found.traded, [True, True, True])
    assert not found.undecided.any()


def test_one_of_two_years_is_undecided():
    other = np.array([[30, 40, 30, 0, 0], [40, 10, 10, 10, 30], [0, 0, 0, 0, 0]])
    found = geodep([year_of(2023, other), year_of(2024)])

    np.testing.assert_array_equal(found.holds, [False, False, False])
    np.testing.assert_array_equal(found.undecided, [True, False, False])


def test_a_criterion_that_lacks_data_in_one_year_counts_in_none():
    found = geodep([year_of(2023, with_world=False), year_of(2024)])

    assert found.computed == ("GD1", "GD4")
    assert {each.data["needs"] for each in found.missing} == {Needs.WORLD, Needs.EXPORTS}


@pytest.mark.parametrize(
    "years",
    [
        [year_of(2024), year_of(2024)],
        [year_of(2021), year_of(2024)],
        [year_of(2024), TradeYear(market(BOUGHT.values, importer="JPN", year=2023))],
    ],
)
def test_td_14_years_that_make_no_window_are_refused(years):
    with pytest.raises(BrokenRuleError) as refused:
        geodep(years)

    assert [each.rule.code for each in refused.value.findings] == ["TD-14"]


@pytest.mark.parametrize("changed", [{"year": 2020}, {"exporters": ("A", "B", "C", "D")}])
def test_world_exports_of_another_year_or_without_the_importer_are_refused(changed):
    table = world(WORLD.values, changed.get("exporters", WORLD.exporters), BOUGHT, year=changed.get("year"))

    with pytest.raises(BrokenRuleError) as refused:
        cdi(BOUGHT, OUTSIDE, world=table)

    assert [each.rule.code for each in refused.value.findings] == ["TD-11" if "year" in changed else "TD-05"]


def test_no_year_is_refused():
    with pytest.raises(BrokenRuleError):
        geodep([])
