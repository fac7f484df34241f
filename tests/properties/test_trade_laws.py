"""Laws of trade tables that hold whatever is in them."""

import ibis
import numpy as np
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from hled.economy.trade.flag_kernel import FlagSums
from hled.sources.trade import queries
from hled.sources.trade.overlaps import resolve_overlaps

AREAS, GOODS = ("CAN", "CHN", "MEX", "USA"), ("010121", "010129", "850760")
_VALUES = st.floats(0.01, 1e9)


@st.composite
def trade(draw):
    """Value by importer, exporter and product; each pair of different countries and product at most once."""
    keys = [(one, other, good) for one in AREAS for other in AREAS for good in GOODS if one != other]
    chosen = draw(st.lists(st.sampled_from(keys), min_size=1, unique=True))
    return {key: draw(_VALUES) for key in chosen}


def table_of(cells):
    reporter, partner, product = zip(*cells, strict=True)
    rows = {"reporter": reporter, "partner": partner, "product": product, "value": list(cells.values())}
    return ibis.memtable(pa.table({name: list(values) for name, values in rows.items()}))


def asked(expression):
    found = expression.to_pyarrow().to_pylist()
    return {tuple(value for value in each.values() if isinstance(value, str)): each for each in found}


@settings(max_examples=25, deadline=None)
@given(trade(), st.floats(1e-3, 1e3))
def test_scaling_values_changes_no_share_and_no_concentration(cells, factor):
    scaled = table_of({key: value * factor for key, value in cells.items()})

    for question, name in ((queries.shares, "share"), (queries.concentration, "hhi")):
        before, after = asked(question(table_of(cells))), asked(question(scaled))
        assert before.keys() == after.keys()
        for key, each in before.items():
            np.testing.assert_allclose(each[name], after[key][name], rtol=1e-9)


@settings(max_examples=25, deadline=None)
@given(trade(), st.sampled_from([2, 4, 6]))
def test_shares_add_up_to_one_and_concentration_lies_within_its_bounds(cells, level):
    sums = {}
    for (reporter, product, _), each in asked(queries.shares(table_of(cells), level)).items():
        sums[reporter, product] = sums.get((reporter, product), 0.0) + each["share"]
    found = asked(queries.concentration(table_of(cells), level))

    np.testing.assert_allclose(list(sums.values()), 1, rtol=1e-12)
    assert sums.keys() == found.keys()
    for each in found.values():
        assert 1 / each["partners"] - 1e-9 <= each["hhi"] <= 1 + 1e-9


@settings(max_examples=25, deadline=None)
@given(trade(), st.integers(1, 5))
def test_flags_are_the_same_in_any_number_of_batches_and_as_expressions(cells, size):
    rows = [
        (AREAS.index(one), AREAS.index(other), GOODS.index(good), cells[one, other, good])
        for one, other, good in cells
    ]
    sums = FlagSums(len(AREAS), len(GOODS))
    for at in range(0, len(rows), size):
        importer, exporter, product, value = map(np.array, zip(*rows[at : at + size], strict=True))
        sums.add(importer, exporter, product, value.astype(float))
    found = sums.flags(0.4, 1.0)

    expected = asked(queries.dependency_flags(table_of(cells)))

    assert found.bought.sum() == len(expected)
    for (reporter, product), each in expected.items():
        at = AREAS.index(reporter), GOODS.index(product)
        for name in ("hhi", "exports"):
            np.testing.assert_allclose(getattr(found, name)[at], each[name], rtol=1e-9)
        np.testing.assert_allclose(found.world_hhi[at[1]], each["world_hhi"], rtol=1e-9)
        near = min(
            abs(each["hhi"] - 0.4),
            abs(each["world_hhi"] - 0.4),
            abs(each["value"] / (each["exports"] or 1) - 1),
        )
        assert near < 1e-9 or found.flagged[at] == each["flagged"]


@given(
    st.dictionaries(st.sampled_from(["MEX", "CAN", "DEU", "FRA", "SVK"]), _VALUES, min_size=1),
    st.floats(1.01, 10),
)
def test_what_is_kept_beside_a_total_never_exceeds_it(partners, factor):
    members = sum(value for code, value in partners.items() if code in {"DEU", "FRA", "SVK"})
    totals = {**partners, **({"EU": members * factor} if members else {})}
    world = sum(value for code, value in totals.items() if code in {"MEX", "CAN", "EU"})
    totals["W00"] = world

    left_out = resolve_overlaps(totals, "here").left_out

    np.testing.assert_allclose(sum(value for code, value in totals.items() if code not in left_out), world)
