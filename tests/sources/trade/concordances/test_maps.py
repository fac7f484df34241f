"""Weighted maps: rows sum to one, totals are kept, unknown codes are refused with near ones."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hled.kernel.rule import BrokenRuleError
from hled.sources.trade.concordances import end_use, industries, technology
from hled.sources.trade.concordances.editions import EDITIONS, conversion
from hled.sources.trade.concordances.maps import WeightedMap, from_pairs
from hled.sources.trade.concordances.near import nearest

ALL = {
    "naics": industries.to_naics,
    "naics, Pierce and Schott": lambda: industries.to_naics("pierce_schott"),
    "bea detail": industries.to_bea_detail,
    "bea detail, Pierce and Schott": lambda: industries.to_bea_detail("pierce_schott"),
    "bea summary": industries.to_bea_summary,
    "isic 3": industries.to_isic3,
    "isic 4": industries.to_isic4,
    "wiod": industries.to_wiod,
    "use by bec 5": end_use.to_end_use,
    "use by bec 4": end_use.to_end_use_bec4,
    "technology": lambda: technology.technology().fields,
    **{
        f"{source} to {target}": lambda pair=(source, target): conversion(*pair)
        for source in EDITIONS
        for target in EDITIONS
    },
}


def small() -> WeightedMap:
    return from_pairs(
        "small",
        np.array(["01", "01", "02", "03"]),
        np.array(["A", "B", "B", ""]),
        np.array([3.0, 1.0, 5.0, 1.0]),
    )


def found(error: pytest.ExceptionInfo[BrokenRuleError]) -> list[tuple[str, str]]:
    return [(each.rule.code, str(each.found)) for each in error.value.findings]


@pytest.mark.parametrize("name", ALL)
def test_a_mapped_row_sums_to_one_and_no_weight_is_negative(name):
    made = ALL[name]()
    sums = np.asarray(made.weights.sum(axis=1)).ravel()

    assert np.allclose(sums[made.mapped], 1.0, rtol=0, atol=1e-12)
    assert not sums[~made.mapped].any()
    assert made.weights.data.min() > 0
    assert made.rows == tuple(sorted(set(made.rows)))


@pytest.mark.parametrize("name", ALL)
def test_totals_are_kept_but_for_what_is_said_to_be_unmapped(name):
    made = ALL[name]()
    values = np.arange(1.0, len(made.rows) + 1)

    carried = made.carry(values).sum() + values[~made.mapped].sum()

    assert carried == pytest.approx(values.sum(), rel=1e-12)


def test_weights_are_the_amounts_of_the_pairs():
    made = small()

    assert made.row("01") == {"A": 0.75, "B": 0.25}
    assert made.row("03") == {}
    assert made.carry(np.array([4.0, 10.0, 7.0])).tolist() == [3.0, 11.0]


def test_coverage_names_what_is_not_reached_the_largest_first():
    reached = small().coverage(["01", "03", "99"], np.array([4.0, 1.0, 5.0]))

    assert (reached.share, reached.unmapped) == (0.4, ("99", "03"))


def test_a_target_that_goes_nowhere_leaves_its_weight_to_the_others_and_is_counted():
    onward = from_pairs("onward", np.array(["A"]), np.array(["x"]))

    made = small().then(onward, "composed")

    assert made.row("01") == {"x": 1.0}
    assert made.left_out.tolist() == [0.25, 1.0, 0.0]
    assert made.row("02") == {}


@given(st.lists(st.floats(0.01, 1e9), min_size=4, max_size=4), st.floats(0.001, 1e6))
def test_scaling_amounts_or_adding_a_code_nobody_has_changes_nothing(amounts, scale):
    sources, targets = np.array(["01", "01", "02", "02"]), np.array(["A", "B", "A", "C"])
    first = from_pairs("map", sources, targets, np.array(amounts))

    other = from_pairs("map", sources, targets, np.array(amounts) * scale, rows=["77"])

    assert other.row("77") == {}
    assert first.aligned(["01", "02"]).toarray() == pytest.approx(other.aligned(["01", "02"]).toarray())


def test_tr_51_unknown_codes_are_refused_together_with_near_ones():
    with pytest.raises(BrokenRuleError) as error:
        industries.to_bea_detail().aligned(["854231", "8542.30", "980100"])

    assert found(error) == [
        ("TR-51", "'8542.30' (854231, 854232, 854233)"),
        ("TR-51", "'980100' (970690, 970610, 970539)"),
    ]


def test_unknown_codes_may_be_asked_to_be_empty():
    rows = small().aligned(["99", "02"], unknown="empty").toarray()

    assert rows.tolist() == [[0.0, 0.0], [0.0, 1.0]]


@pytest.mark.parametrize("value", [-1.0, float("nan"), float("inf")])
def test_tr_53_amounts_that_are_not_amounts_are_refused(value):
    with pytest.raises(BrokenRuleError) as error:
        small().carry(np.array([1.0, value, 1.0]))

    assert [code for code, _ in found(error)] == ["TR-53"]


def test_tr_53_as_many_amounts_as_codes():
    with pytest.raises(BrokenRuleError) as error:
        small().carry(np.array([1.0]))

    assert found(error) == [("TR-53", "1 | 3")]


def test_the_nearest_code_shares_the_longest_beginning():
    assert nearest("8542.3", ["8541", "854231", "854290", "0101"], 2) == ("854231", "854290")
