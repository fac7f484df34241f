"""Laws of concentration and dependency that hold whatever is traded."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from tests.economy.trade.markets import drawn_market, market

from hled.economy.trade.concentration import concentration, hhi, hhi_range, shares, traded
from hled.economy.trade.criteria import cdi
from hled.economy.trade.dependency import dependency
from hled.economy.trade.flags import Design, flag_probability

_SALES = st.one_of(st.just(0.0), st.floats(1e-3, 1e9))
VALUES = st.tuples(st.integers(1, 6), st.integers(1, 6)).flatmap(
    lambda shape: arrays(np.float64, shape, elements=_SALES)
)


@given(VALUES)
def test_shares_sum_to_one_where_something_is_traded(values):
    np.testing.assert_allclose(shares(values).sum(axis=1), traded(values).astype(float))


@given(VALUES)
def test_the_index_lies_between_equal_suppliers_and_one(values):
    found = concentration(values)
    some = found.traded

    assert (found.hhi[some] >= 1 / found.suppliers[some] - 1e-12).all()
    assert (found.hhi[some] <= 1 + 1e-12).all()
    assert (found.equivalent_suppliers[some] <= found.suppliers[some] + 1e-9).all()
    assert (found.entropy_suppliers[some] >= found.equivalent_suppliers[some] - 1e-9).all()
    assert (found.hhi[some] >= found.top_share[some] ** 2 - 1e-12).all()
    assert (found.hhi[some] <= found.top_share[some] + 1e-12).all()
    for each in (found.hhi, found.normalized, found.top_share, found.entropy, found.theil):
        assert (each[~some] == 0).all()


@given(VALUES, st.floats(1e-6, 1e6))
def test_scaling_values_changes_no_share(values, factor):
    np.testing.assert_allclose(shares(values * factor), shares(values), rtol=1e-9)


@given(VALUES, st.data())
def test_splitting_a_supplier_lowers_the_index_where_it_sells(values, data):
    supplier = data.draw(st.integers(0, values.shape[1] - 1))
    part = data.draw(st.floats(0.1, 0.9))
    split = np.column_stack([values, values[:, supplier] * (1 - part)])
    split[:, supplier] *= part

    before, after = hhi(values), hhi(split)

    visible = shares(values)[:, supplier] > 1e-3
    assert (after[visible] < before[visible]).all()
    np.testing.assert_allclose(after[~visible], before[~visible], atol=1e-5)


@given(VALUES, st.data())
def test_a_group_divided_lies_within_its_bounds(values, data):
    parts = data.draw(arrays(np.float64, values.shape[1], elements=st.integers(1, 30).map(float)))

    low, high = hhi_range(values, parts)

    assert (low <= high + 1e-12).all()
    np.testing.assert_allclose(high, hhi(values))
    repeated = np.repeat(values / parts, parts.astype(int), axis=1)
    np.testing.assert_allclose(low, hhi(repeated), rtol=1e-9)


@given(arrays(np.float64, (4, 5), elements=_SALES).filter(lambda values: values.any()), st.data())
def test_a_product_that_no_one_trades_changes_nothing(values, data):
    at = data.draw(st.integers(0, 4))
    mask = np.array([True, True, False, True, False])
    before = market(values)
    codes = list(before.products)
    codes.insert(at, "999999")
    after = replace(before, products=tuple(codes), values=np.insert(values, at, 0.0, axis=0))
    kept = np.delete(np.arange(5), at)

    one, other = dependency(before, mask), dependency(after, mask)

    for name in ("external_share", "hhi", "largest_share"):
        np.testing.assert_array_equal(getattr(other, name).values[kept], getattr(one, name).values)
        assert not getattr(other, name).known[at]
    np.testing.assert_array_equal(other.largest[kept], one.largest)
    np.testing.assert_array_equal(cdi(after, mask).holds[kept], cdi(before, mask).holds)
    assert not cdi(after, mask).holds[at]


@given(st.integers(0, 2**32), st.integers(1, 40), st.integers(2, 4))
@settings(max_examples=20)
def test_the_same_seed_gives_the_same_bytes_with_any_workers(seed, draws, workers):
    cases = [cdi(drawn_market(12), np.array([False, True, True, True, False]))]
    design = Design(seed=seed, draws=draws)

    one, more = flag_probability(cases, design), flag_probability(cases, design, workers=workers)

    assert one.probability.tobytes() == more.probability.tobytes()
    assert one.parameters.thresholds.tobytes() == more.parameters.thresholds.tobytes()
