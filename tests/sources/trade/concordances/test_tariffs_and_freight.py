"""Tariff changes carry their day, and freight its name and its section."""

from datetime import date

import numpy as np
import pytest

from hled.kernel.rule import BrokenRuleError
from hled.sources.trade.concordances.freight import NAME, SECTION_OF_GROUP, southbound, us_states
from hled.sources.trade.concordances.tariffs import (
    CHAPTERS_AS_OF,
    change_by_product,
    chapters_agree_with,
    tariff_change,
)


def test_the_estimate_by_chapter_is_named_by_the_day_it_agrees_with_best():
    distances = chapters_agree_with()

    assert min(distances, key=distances.__getitem__) == CHAPTERS_AS_OF
    assert distances[CHAPTERS_AS_OF] == pytest.approx(0.36, abs=0.01)
    assert distances[tariff_change().newest] > 8


def test_a_change_holds_until_the_next_day_of_the_series():
    changes = tariff_change()

    assert changes.of("MEX", date(2025, 2, 4)) == 0.0
    assert changes.of("MEX", date(2025, 3, 6)) == changes.of("MEX", date(2025, 3, 11))
    assert changes.of("CHN") == pytest.approx(11.94, abs=0.01)
    assert changes.newest == date(2026, 8, 19)


def test_every_partner_has_a_change_on_every_day():
    changes = tariff_change()

    assert (len(changes.days), len(changes.partners)) == (23, 51)
    assert (len(changes.chapter_partners), len(changes.chapters)) == (225, 98)
    assert np.isfinite(changes.by_day).all()
    assert np.isfinite(changes.by_chapter).all()
    assert not changes.known.all()


def test_a_chapter_without_imports_has_no_change():
    changes = tariff_change()

    assert changes.of_chapter("MEX", "85") == pytest.approx(4.798, abs=0.001)
    assert changes.of_chapter("UKR", "24") is None
    assert changes.of_chapter("MEX", "77") is None


def test_the_change_by_product_says_its_day_and_whether_it_was_scaled():
    as_estimated = change_by_product(["854231", "870323"], ["MEX", "CHN", "XXX"])
    scaled = change_by_product(["854231", "870323"], ["MEX", "CHN", "XXX"], date(2026, 8, 19))

    assert (as_estimated.on, as_estimated.findings) == (CHAPTERS_AS_OF, ())
    assert [each.rule.code for each in scaled.findings] == ["TR-57"]
    assert as_estimated.known.tolist() == [[True, True, False], [True, True, False]]
    assert scaled.values[:, 0] == pytest.approx(as_estimated.values[:, 0] * 7.6564 / 8.5266, rel=1e-4)
    assert scaled.values[:, 2].tolist() == [0.0, 0.0]


def test_tr_54_a_partner_without_estimate_is_refused():
    for ask in (lambda: tariff_change().of("DEU"), lambda: tariff_change().of_chapter("XXX", "85")):
        with pytest.raises(BrokenRuleError) as error:
            ask()
        assert [each.rule.code for each in error.value.findings] == ["TR-54"]


@pytest.mark.parametrize("on", [date(2025, 1, 1), date(2026, 8, 20)])
def test_tr_56_a_day_outside_the_series_is_refused(on):
    for ask in (lambda: tariff_change().of("MEX", on), lambda: change_by_product(["854231"], ["XXX"], on)):
        with pytest.raises(BrokenRuleError) as error:
            ask()
        assert [each.rule.code for each in error.value.findings] == ["TR-56"]


def test_states_receive_goods_of_the_section_of_a_product():
    trade = southbound()
    receivers = trade.receivers("854231", 2024)

    assert [code for code, _ in receivers[:2]] == ["08", "02"]
    assert receivers == trade.receivers("847130", 2024)
    assert NAME.en == "Southbound surface trade"


def test_all_sections_and_states_add_up_to_the_published_surface_exports():
    trade = southbound()

    assert trade.values[trade.years.index(2024)].sum() == 258_265_637_435
    assert trade.last_full_year == 2025
    assert len(trade.states) == 32
    assert len(SECTION_OF_GROUP) == len(trade.sections) == 22


def test_the_federal_district_is_mexico_city():
    (finding,) = southbound().findings

    assert "09" in southbound().states
    assert (finding.rule.code, finding.found.en) == (
        "SR-08",
        "'Distrito Federal' is counted as Ciudad de México (09).",
    )


def test_no_figure_is_not_a_state_that_receives_nothing():
    trade = southbound()

    assert not trade.recorded.all()
    assert not trade.values[~trade.recorded].any()
    assert {state for state, _ in trade.receivers("930200", 2024)} < set(trade.states)


def test_tr_56_a_year_outside_the_series_is_refused():
    with pytest.raises(BrokenRuleError) as error:
        southbound().receivers("854231", 1980)

    assert [each.rule.code for each in error.value.findings] == ["TR-56"]


def test_special_provisions_stand_apart():
    assert southbound().receivers("980100", 2024)


def test_trade_of_the_us_states_is_all_trade_with_mexico():
    trade = us_states()
    at = trade.years.index(2024)

    assert trade.exports[at].sum() == pytest.approx(334.04e9, rel=1e-4)
    assert trade.imports[at].sum() == pytest.approx(505.85e9, rel=1e-4)
