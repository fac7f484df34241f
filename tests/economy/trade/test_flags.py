from dataclasses import replace

import numpy as np
import pytest
from tests.economy.trade.markets import PARTNERS, drawn_market, market, world

from hled.economy.trade.criteria import Needs, TradeYear, cdi, geodep
from hled.economy.trade.external import external_mask
from hled.economy.trade.flags import SPANS, Design, Sampling, Verdict, flag_probability
from hled.economy.trade.treatments import AS_GIVEN, DIVIDED
from hled.kernel.rule import BrokenRuleError

MASK = external_mask(PARTNERS, "outside:USMCA", "USA")
BOUGHT = drawn_market(60)
EXPORTS = np.random.default_rng(4).lognormal(10, 4, 60)
CASES = [
    cdi(drawn_market(60, year=year, seed=year), MASK, EXPORTS, treatment=treatment)
    for year in (2023, 2024)
    for treatment in (AS_GIVEN, DIVIDED)
]


def chance(value: float, code: str) -> float:
    """Probability that a threshold of a range lies below a figure."""
    span = SPANS[code]
    place = [value, span.low, span.high]
    at, low, high = np.log(place) if span.ratio and value > 0 else place
    return float(np.clip((at - low) / (high - low), 0, 1))


def exact(cases) -> np.ndarray:
    each = [
        np.prod(
            [
                np.vectorize(chance, excluded=[1])(item.figures.values, item.definition.code)
                * item.figures.known
                for item in case.items
                if item.figures is not None
            ],
            axis=0,
        )
        for case in cases
    ]
    return np.mean(each, axis=0)


def test_draws_come_to_the_probability_that_can_be_worked_out():
    found = flag_probability(CASES, Design(draws=4096))

    assert np.abs(found.probability - exact(CASES)).max() < 0.04


def test_a_grid_comes_to_the_probability_that_can_be_worked_out():
    found = flag_probability(CASES, Design(draws=20, sampling=Sampling.GRID))

    assert len(found.parameters.year) == 20**3 * 4
    assert np.abs(found.probability - exact(CASES)).max() < 0.06


def test_without_a_range_the_flag_is_the_published_verdict():
    points = {
        code: replace(span, low=at, high=at)
        for (code, span), at in zip(SPANS.items(), (0.4, 0.5, 1.0) * 2, strict=True)
    }

    found = flag_probability(CASES[:1], Design(draws=8, spans=points))

    np.testing.assert_array_equal(found.probability, CASES[0].holds.astype(float))


@pytest.mark.parametrize("workers", [2, 4])
def test_one_seed_gives_the_same_bytes_with_any_workers(workers):
    one, more = (flag_probability(CASES, Design(draws=100), workers=each) for each in (1, workers))

    assert one.probability.tobytes() == more.probability.tobytes()
    assert one.undecided.tobytes() == more.undecided.tobytes()
    assert one.parameters.thresholds.tobytes() == more.parameters.thresholds.tobytes()
    assert one.verdicts == more.verdicts


def test_other_seeds_give_other_draws_and_more_draws_keep_the_first():
    few, many, other = (
        flag_probability(CASES, each).parameters.thresholds
        for each in (Design(draws=10), Design(draws=30), Design(draws=10, seed=1))
    )

    np.testing.assert_array_equal(few, many[:10])
    assert (few != other).all()


def test_everything_drawn_is_kept_with_the_result():
    design = Design(draws=40)

    found = flag_probability(CASES, design)

    assert found.design is design
    assert found.parameters.codes == ("CDI1", "CDI2", "CDI3")
    assert found.parameters.years == (2023, 2024)
    assert found.parameters.treatments == ("as_given", "divided")
    assert set(found.parameters.year) == set(found.parameters.treatment) == {0, 1}
    for k, code in enumerate(found.parameters.codes):
        assert (found.parameters.thresholds[:, k] >= SPANS[code].low).all()
        assert (found.parameters.thresholds[:, k] <= SPANS[code].high).all()


#                       CAN CHN  EU JPN MEX
FOUR_PRODUCTS = market([[0, 90, 0, 0, 10], [0, 45, 0, 10, 45], [50, 10, 0, 10, 30], [0, 0, 0, 0, 0]])
FEW_EXPORTS = np.array([1.0, 1.0, 1.0, 1.0])


def test_verdicts_follow_the_probability():
    found = flag_probability([cdi(FOUR_PRODUCTS, MASK, FEW_EXPORTS)])

    assert found.verdicts == (Verdict.STABLE, Verdict.CONTESTED, Verdict.OUT, Verdict.NOT_TRADED)
    assert found.missing == ()


def test_nothing_is_stable_on_criteria_that_were_not_computed():
    found = flag_probability([cdi(FOUR_PRODUCTS, MASK)])

    assert found.probability[0] == 1
    assert found.verdicts == (Verdict.INCOMPLETE, Verdict.CONTESTED, Verdict.OUT, Verdict.NOT_TRADED)
    assert found.computed == ("CDI1", "CDI2")
    assert [each.data["needs"] for each in found.missing] == [Needs.EXPORTS]


def test_loading_a_table_later_moves_no_other_threshold_and_no_year():
    markets = [drawn_market(60, year=year) for year in (2023, 2024)]

    without, with_exports = (
        flag_probability([cdi(each, MASK, exports) for each in markets]).parameters
        for exports in (None, EXPORTS)
    )

    np.testing.assert_array_equal(without.thresholds, with_exports.thresholds[:, :2])
    np.testing.assert_array_equal(without.year, with_exports.year)


def test_loading_exports_without_world_exports_keeps_the_threshold_of_imports_over_exports():
    bought = drawn_market(60)
    table = world(np.ones((1, 60)), ("CHN",), bought)

    one, both = (
        flag_probability([geodep([each])]).parameters
        for each in (TradeYear(bought, EXPORTS), TradeYear(bought, EXPORTS, table))
    )

    assert one.codes == ("GD1", "GD3")
    np.testing.assert_array_equal(one.thresholds, both.thresholds[:, [0, 2]])


def test_a_criterion_that_one_case_lacks_is_left_out_of_all():
    cases = [cdi(FOUR_PRODUCTS, MASK, FEW_EXPORTS), cdi(FOUR_PRODUCTS, MASK, treatment=DIVIDED)]

    found = flag_probability(cases)

    assert found.computed == ("CDI1", "CDI2")
    assert Verdict.STABLE not in found.verdicts


def lasting_cases(years):
    """Product 0 concentrated in even years, product 1 always, product 2 never."""
    cases = []
    for year in years:
        first = [0, 90, 0, 0, 10] if year % 2 == 0 else [20, 20, 20, 20, 20]
        bought = market([first, [0, 90, 0, 0, 10], [20, 20, 20, 20, 20]], year=year)
        table = world([[1, 1, 1], [90, 90, 90], [9, 9, 9]], ("USA", "CHN", "JPN"), bought)
        cases.append(geodep([TradeYear(bought, world=table)]))
    return cases


def test_geodep_is_judged_on_all_years_of_a_window():
    found = flag_probability(lasting_cases([2022, 2023, 2024]))

    assert found.missing == ()
    np.testing.assert_array_equal(found.probability, [1, 1, 0])
    np.testing.assert_array_equal(found.parameters.year, -1)
    assert found.verdicts == (Verdict.STABLE, Verdict.STABLE, Verdict.OUT)


def test_one_of_two_years_leaves_a_product_undecided_and_not_out():
    found = flag_probability(lasting_cases([2023, 2024]))

    np.testing.assert_array_equal(found.probability, [0, 1, 0])
    np.testing.assert_array_equal(found.undecided, [1, 0, 0])
    assert found.verdicts == (Verdict.CONTESTED, Verdict.STABLE, Verdict.OUT)


def test_geodep_on_one_year_is_never_stable():
    found = flag_probability(lasting_cases([2024]))

    assert [each.data["needs"] for each in found.missing] == [Needs.SECOND_YEAR]
    assert found.verdicts == (Verdict.INCOMPLETE, Verdict.INCOMPLETE, Verdict.OUT)


def refused_with(act) -> list[tuple[str, str]]:
    with pytest.raises(BrokenRuleError) as refused:
        act()
    return [(each.rule.code, each.place) for each in refused.value.findings]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"draws": 0}, [("TD-10", "draws")]),
        ({"seed": -1, "draws": -3}, [("TD-10", "draws"), ("TD-10", "seed")]),
        ({"draws": 33, "sampling": Sampling.GRID}, [("TD-10", "draws")]),
        ({"spans": {"CDI1": replace(SPANS["CDI1"], low=0.6)}}, [("TD-10", "spans CDI1")]),
        ({"spans": {"CDI3": replace(SPANS["CDI3"], low=0.0)}}, [("TD-10", "spans CDI3")]),
        ({"spans": {"CDI1": replace(SPANS["CDI1"], high=np.nan)}}, [("TD-10", "spans CDI1")]),
    ],
)
def test_td_10_a_design_without_meaning_is_refused(given, expected):
    assert refused_with(lambda: Design(**given)) == expected


@pytest.mark.parametrize(
    ("cases", "code"),
    [
        ([], "TD-09"),
        ([*CASES, CASES[0]], "TD-11"),
        (CASES[:3], "TD-11"),
        ([CASES[0], geodep([TradeYear(market(BOUGHT.values, year=2024))])], "TD-11"),
        ([CASES[0], cdi(FOUR_PRODUCTS, MASK, FEW_EXPORTS)], "TD-11"),
        (lasting_cases([2020, 2024]), "TD-14"),
    ],
)
def test_cases_that_do_not_belong_together_are_refused(cases, code):
    assert [found for found, _ in refused_with(lambda: flag_probability(cases))] == [code]


def test_td_10_no_worker_and_a_criterion_without_a_range_are_refused():
    assert refused_with(lambda: flag_probability(CASES, workers=0)) == [("TD-10", "workers")]
    assert refused_with(lambda: flag_probability(CASES, Design(spans={"CDI1": SPANS["CDI1"]}))) == [
        ("TD-10", "spans"),
        ("TD-10", "spans"),
    ]
