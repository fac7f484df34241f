from statistics import NormalDist

import numpy as np
import pytest
from tests.economy.ranking.making import made

from hled.economy.ranking import (
    Aggregation,
    Design,
    Indicators,
    Normalization,
    Weights,
    aggregate,
    effective_weights,
    normalize,
    order,
    sensitivity,
)
from hled.economy.ranking.order import ranks
from hled.kernel.rule import BrokenRuleError

EVEN = np.ones(4)


def _codes(error: BrokenRuleError) -> list[str]:
    return [each.rule.code for each in error.findings]


def test_the_scale_by_hand():
    values, known = np.array([[0.0], [1.0], [3.0]]), np.ones((3, 1), dtype=bool)
    assert normalize(values, known, Normalization.MIN_MAX)[:, 0] == pytest.approx([0.1, 0.4, 1.0])
    assert normalize(values, known, Normalization.PERCENTILE)[:, 0] == pytest.approx([0.1, 0.55, 1.0])
    standard = normalize(values, known, Normalization.STANDARD)[:, 0]
    z = [NormalDist().cdf((each - 4 / 3) / (14 / 9) ** 0.5) for each in (0, 1, 3)]
    assert standard == pytest.approx([0.1 + 0.9 * each for each in z])


def test_an_indicator_with_one_value_moves_nobody():
    values, known = np.array([[5.0], [5.0]]), np.ones((2, 1), dtype=bool)
    for way in Normalization:
        assert normalize(values, known, way)[:, 0] == pytest.approx([0.55, 0.55])


def test_means_by_hand():
    scaled, known = np.array([[0.25, 1.0], [0.5, 0.0]]), np.array([[True, True], [True, False]])
    weights = np.array([[0.5, 0.5]])
    apart, together = np.array([0, 1]), np.array([0, 0])
    arithmetic, geometric = Aggregation.ARITHMETIC, Aggregation.GEOMETRIC
    assert aggregate(scaled, known, weights, arithmetic, apart)[0] == pytest.approx([0.625, 0.5])
    assert aggregate(scaled, known, weights, geometric, apart)[0] == pytest.approx([0.5, 0.5])
    assert aggregate(scaled, known, weights, geometric, together)[0] == pytest.approx([0.625, 0.5])


def test_ranks_count_from_one_and_keep_the_order_given_among_equals():
    assert ranks(np.array([[0.2, 0.9, 0.9, 0.5]])).tolist() == [[4, 1, 2, 3]]


def test_one_indicator_alone_orders_by_itself():
    indicators = made()
    found = order(indicators, Weights.of({"size": 1}, indicators.names), Design(base=16))
    by_size = np.argsort(np.argsort(-indicators.values[0, 0, :, 2])) + 1
    assert found.products.rank.tolist() == by_size.tolist()


def test_the_range_has_the_median_inside_and_probabilities_count_runs():
    found = order(made(), Weights(made().names, EVEN), Design(base=64))
    place = found.products
    assert (place.low <= place.median).all()
    assert (place.median <= place.high).all()
    assert place.top20.sum() == pytest.approx(20)
    assert place.top50.sum() == pytest.approx(50)
    assert set(np.unique(place.rank)) == set(range(1, 121))


def test_without_choices_nothing_moves():
    indicators = made()
    single = Indicators(
        indicators.names, indicators.pillars, ("0.4",), ("one",), indicators.values[:1, :1], indicators.known
    )
    still = Design(
        base=16, spread=0, normalizations=(Normalization.MIN_MAX,), aggregations=(Aggregation.ARITHMETIC,)
    )
    found = order(single, Weights(single.names, EVEN), still)
    assert found.shift.max() == 0
    assert found.products.low.tolist() == found.products.high.tolist() == found.products.rank.tolist()
    assert len(sensitivity(found).first) == 0


@pytest.mark.parametrize("unknown", [0.0, 0.3])
def test_the_same_seed_gives_the_same_bytes_with_one_and_four_workers(unknown):
    indicators = made(unknown=unknown)
    groups = np.full((2, 120), 1 / 120)
    one, four = (
        order(indicators, Weights(indicators.names, EVEN), Design(base=64), groups=groups, workers=workers)
        for workers in (1, 4)
    )
    assert one.shift.tobytes() == four.shift.tobytes()
    for name in ("median", "low", "high", "top20", "top50"):
        assert getattr(one.products, name).tobytes() == getattr(four.products, name).tobytes()
        assert getattr(one.groups, name).tobytes() == getattr(four.groups, name).tobytes()


def test_another_seed_gives_other_runs():
    indicators = made()
    first, second = (
        order(indicators, Weights(indicators.names, EVEN), Design(base=16, seed=seed)) for seed in (1, 2)
    )
    assert first.shift.tolist() != second.shift.tolist()


def test_the_batched_order_is_that_of_each_run_by_itself():
    indicators = made(unknown=0.2)
    design = Design(base=16)
    found = order(indicators, Weights(indicators.names, EVEN), design)
    nominal = found.products.rank
    for run in range(0, found.runs.count, 7):
        scaled = normalize(
            indicators.values[found.runs.thresholds[run], found.runs.treatment[run]],
            indicators.known,
            design.normalizations[found.runs.normalization[run]],
        )
        way = design.aggregations[found.runs.aggregation[run]]
        score = aggregate(scaled, indicators.known, found.runs.weights[[run]], way, indicators.pillar_of)[0]
        alone = np.empty(120)
        alone[np.argsort(-score, kind="stable")] = np.arange(1, 121)
        assert found.shift[run] == pytest.approx(np.abs(alone - nominal).mean())


def test_a_choice_that_decides_everything_has_an_index_near_one():
    """Two treatments that turn the order round: nothing else moves it."""
    rising = np.arange(1.0, 61.0)
    values = np.stack([rising, rising[::-1]])[None, :, :, None]
    indicators = Indicators(
        ("need",), ("need",), ("0.4",), ("one", "split"), values, np.ones((60, 1), dtype=bool)
    )
    found = sensitivity(order(indicators, Weights(("need",), np.ones(1)), Design(base=256)))
    indices = dict(zip(found.names, found.total, strict=True))
    assert indices["treatment"] == pytest.approx(1, abs=0.05)
    assert indices["normalization"] == pytest.approx(0, abs=0.05)


def test_what_counts_in_effect_is_not_what_was_said():
    """Two indicators that go together count for more than a third one of the same weight."""
    drawn = np.random.default_rng(3)
    common, other = drawn.random(2000), drawn.random(2000)
    values = np.stack([common, common + 0.01 * drawn.random(2000), other], axis=1)[None, None]
    indicators = Indicators(
        ("a", "b", "c"), ("a", "b", "c"), ("-",), ("-",), values, np.ones((2000, 3), dtype=bool)
    )
    found = order(indicators, Weights(indicators.names, np.ones(3)), Design(base=16))
    effective = effective_weights(indicators, found.products.score)
    assert effective.sum() == pytest.approx(1)
    assert effective[0] > 0.4 > 1 / 3 > effective[2]


def test_coverage_is_the_weight_that_is_known():
    indicators = made(4)
    known = np.array([[True] * 4, [True, False, True, True], [True, False, False, False], [True] * 4])
    some = Indicators(
        indicators.names,
        indicators.pillars,
        indicators.thresholds,
        indicators.treatments,
        indicators.values,
        known,
    )
    found = order(some, Weights(some.names, np.array([1.0, 1, 1, 1])), Design(base=16))
    assert found.coverage == pytest.approx([1, 0.75, 0.25, 1])


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ({"need": -1, "size": 2}, ["RK-01"]),
        ({"need": 0}, ["RK-01"]),
        ({"need": float("nan"), "size": -1}, ["RK-01", "RK-01"]),
        ({"price": 1}, ["RK-03"]),
    ],
)
def test_weights_that_cannot_be(given, codes):
    with pytest.raises(BrokenRuleError) as caught:
        Weights.of(given, made().names)
    assert _codes(caught.value) == codes


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({"base": 100}, ["RK-06"]),
        ({"spread": 1.5, "seed": -1}, ["RK-06", "RK-06"]),
        ({"normalizations": ()}, ["RK-06"]),
    ],
)
def test_designs_that_cannot_be(change, codes):
    with pytest.raises(BrokenRuleError) as caught:
        Design(**change)
    assert _codes(caught.value) == codes


def test_indicators_that_cannot_be():
    sound = made(5)
    with pytest.raises(BrokenRuleError) as caught:
        Indicators(
            sound.names,
            sound.pillars,
            sound.thresholds,
            sound.treatments,
            sound.values[:, :, :0],
            sound.known[:0],
        )
    assert _codes(caught.value) == ["RK-02"]
    broken = sound.values.copy()
    broken[1, 0, 2, 3] = np.inf
    with pytest.raises(BrokenRuleError) as caught:
        Indicators(sound.names, sound.pillars, sound.thresholds, sound.treatments, broken, sound.known)
    assert _codes(caught.value) == ["RK-04"]
    with pytest.raises(BrokenRuleError) as caught:
        Indicators(
            sound.names[:2], sound.pillars, sound.thresholds, sound.treatments, sound.values, sound.known
        )
    assert _codes(caught.value) == ["RK-03"]


def test_a_product_of_which_nothing_that_weighs_is_known():
    indicators = made(5)
    known = indicators.known.copy()
    known[3, 1] = False
    some = Indicators(
        indicators.names,
        indicators.pillars,
        indicators.thresholds,
        indicators.treatments,
        indicators.values,
        known,
    )
    with pytest.raises(BrokenRuleError) as caught:
        order(some, Weights.of({"skill": 1}, some.names), Design(base=16))
    assert _codes(caught.value) == ["RK-05"]
