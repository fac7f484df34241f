"""Laws of tables that hold whatever is in them."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from tests.economy.tables.making import account, label, table

from hled.economy.tables.aggregating import Concordance, aggregate
from hled.economy.tables.checking import check
from hled.economy.tables.choosing import industries_named
from hled.economy.tables.supply_use import Accounts, industry_by_industry

_AMOUNTS = st.floats(0, 1e6, allow_subnormal=False)


@st.composite
def tables(draw):
    sectors = draw(st.integers(1, 4))
    n = 2 * sectors
    Z = draw(arrays(float, (n, n), elements=_AMOUNTS))
    Y = draw(arrays(float, (n, 4), elements=st.floats(-1e5, 1e6, allow_subnormal=False)))
    jobs = draw(arrays(float, n, elements=_AMOUNTS))
    return replace(table(Z, Y), satellites=(account("jobs", jobs),))


@st.composite
def concordances(draw, labels):
    targets = draw(st.integers(1, 5))
    raw = draw(arrays(float, (len(labels), targets), elements=st.floats(0, 1)))
    raw[:, 0] += 1e-3
    weights = raw / raw.sum(axis=1, keepdims=True)
    return Concordance(
        tuple(each.code for each in labels), tuple(label(f"t{at}") for at in range(targets)), weights
    )


@given(st.data())
def test_aggregation_keeps_totals_and_balance(data):
    before = data.draw(tables())

    after = aggregate(
        before,
        regions=data.draw(concordances(before.regions)),
        sectors=data.draw(concordances(before.sectors)),
    )

    sums = (
        (before.Z, after.Z),
        (before.Y, after.Y),
        (before.x, after.x),
        (before.satellites[0].values, after.satellites[0].values),
        (before.residual_value_added, after.residual_value_added),
    )
    scale = 1 + sum(np.abs(one).sum() for one, _ in sums)
    for one, other in sums:
        assert abs(one.sum() - other.sum()) <= 1e-9 * scale
    np.testing.assert_allclose(after.row_sums, after.x, atol=1e-9 * scale)


@given(tables())
def test_every_label_to_itself_changes_nothing(before):
    after = aggregate(before)

    np.testing.assert_array_equal(after.Z, before.Z)
    np.testing.assert_array_equal(after.Y, before.Y)
    assert [after.label(at) for at in range(after.n)] == [before.label(at) for at in range(before.n)]


@given(tables())
def test_aggregating_in_two_steps_is_aggregating_at_once(before):
    world = Concordance(("MEX", "USA"), (label("W"),), np.ones((2, 1)))
    codes = tuple(each.code for each in before.sectors)
    whole = Concordance(codes, (label("all"),), np.ones((len(codes), 1)))

    steps = aggregate(aggregate(before, regions=world), sectors=whole)
    once = aggregate(before, regions=world, sectors=whole)

    np.testing.assert_allclose(steps.Z, once.Z)
    np.testing.assert_allclose(steps.x, once.x)


@given(tables())
def test_every_industry_is_found_by_its_own_name(before):
    assert [industries_named(before, before.label(at)).tolist() for at in range(before.n)] == [
        [at] for at in range(before.n)
    ]


@given(tables())
def test_a_table_that_balances_is_never_said_not_to(before):
    assert {"IO-05", "IO-06"}.isdisjoint(each.rule.code for each in check(before).findings)


@given(st.data())
def test_market_shares_keep_rows_and_columns(data):
    n, k = data.draw(st.integers(1, 4)), data.draw(st.integers(1, 5))
    make = data.draw(arrays(float, (n, k), elements=_AMOUNTS)) + 1
    use = data.draw(arrays(float, (k, n), elements=_AMOUNTS))
    final = (make.sum(axis=0) - use.sum(axis=1))[:, None]
    zero, none = np.zeros((k, n)), np.zeros((k, 1))

    made = industry_by_industry(Accounts(make, use, final, zero, none), np.array([], dtype=np.intp))

    scale = make.sum() + use.sum()
    np.testing.assert_allclose(made.Z.sum(axis=1) + made.Y.sum(axis=1), made.x, atol=1e-9 * scale)
    np.testing.assert_allclose(made.Z.sum(axis=0), use.sum(axis=0), atol=1e-9 * scale)
