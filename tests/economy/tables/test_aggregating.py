"""Fewer regions and sectors, the same totals; nothing matched by position."""

from dataclasses import replace

import numpy as np
import pytest
from tests.economy.tables.making import SAME, account, label, small

from hled.economy.tables import Group
from hled.economy.tables.aggregating import Concordance, aggregate, require_same_labels
from hled.kernel.rule import BrokenRuleError


def refused(call) -> list[str]:
    with pytest.raises(BrokenRuleError) as refusal:
        call()
    return [each.rule.code for each in refusal.value.findings]


def one_region() -> Concordance:
    return Concordance(("MEX", "USA"), (label("W"),), np.ones((2, 1)))


def test_regions_are_added_up():
    base = small()

    made = aggregate(base, regions=one_region())

    assert [made.label(at) for at in range(made.n)] == ["W.c1", "W.c2"]
    assert made.Z.tolist() == [[10 + 0 + 10 + 50, 20 + 30 + 10 + 40], [5 + 10 + 0 + 30, 5 + 10 + 5 + 60]]
    assert made.x.tolist() == [base.x[0] + base.x[2], base.x[1] + base.x[3]]
    assert made.Y.shape == (2, 2)


def test_source_labels_may_stand_in_any_order():
    turned = Concordance(("c2", "c1"), (label("a"), label("b")), np.array([[1.0, 0.0], [0.0, 1.0]]))

    made = aggregate(small(), sectors=turned)

    assert [made.label(at) for at in range(made.n)] == ["MEX.a", "MEX.b", "USA.a", "USA.b"]
    assert made.x[0] == small().x[1]


def test_accounts_and_value_added_are_added_up_too():
    base = replace(
        small(),
        satellites=(account("jobs", [1, 2, 3, 4]),),
        value_added=small().residual_value_added,
        imports=np.arange(4.0),
    )

    made = aggregate(base, regions=one_region())

    assert made.satellites[0].values.tolist() == [4, 6]
    assert made.value_added.sum() == base.value_added.sum()
    assert made.imports.tolist() == [2, 4]


def test_a_split_by_weights_keeps_totals():
    split = Concordance(
        ("c1", "c2"), (label("a"), label("b"), label("c")), np.array([[0.25, 0.75, 0], [0, 0, 1.0]])
    )

    made = aggregate(small(), sectors=split)

    assert made.n == 6
    assert made.Z.sum() == pytest.approx(small().Z.sum())


def test_parts_of_an_industry_are_added_up():
    base = small()
    parted = replace(
        base,
        sectors=base.sectors[:1],
        sector_of=np.zeros(4, dtype=np.intp),
        parts=("MX1", "MX2", "", "x"),
        sector_groups=(),
    )

    made = aggregate(parted)

    assert ([made.label(at) for at in range(made.n)], made.parts) == (["MEX.c1", "USA.c1"], ())


def test_groups_make_a_concordance():
    made = Concordance.of_groups(small().sectors, [Group("g", SAME, ("c1", "c2"))])

    assert ([each.code for each in made.target], made.weights.tolist()) == (["g"], [[1], [1]])


def test_io_18_a_label_in_two_groups_is_refused():
    groups = [Group("g", SAME, ("c1",)), Group("h", SAME, ("c1",))]

    assert refused(lambda: Concordance.of_groups(small().sectors, groups)) == ["IO-18"]


@pytest.mark.parametrize("row", [[0.5, 0.4], [1.5, -0.5], [np.nan, 1.0]])
def test_io_18_weights_have_to_be_shares_that_add_up_to_one(row):
    assert refused(lambda: Concordance(("c1",), (label("a"), label("b")), np.array([row]))) == ["IO-18"]


def test_io_18_a_label_that_goes_nowhere_is_refused():
    assert refused(
        lambda: aggregate(small(), sectors=Concordance(("c1",), (label("a"),), np.ones((1, 1))))
    ) == ["IO-18"]


def test_io_13_a_source_label_that_the_table_lacks_is_refused():
    wider = Concordance(("c1", "c2", "c3"), (label("a"),), np.ones((3, 1)))

    assert refused(lambda: aggregate(small(), sectors=wider)) == ["IO-13"]


def test_io_01_and_io_02_labels_and_shape_of_a_concordance():
    assert refused(lambda: Concordance(("c1", "c1"), (label("a"),), np.ones((2, 1)))) == ["IO-01"]
    assert refused(lambda: Concordance(("c1", "c2"), (label("a"),), np.ones((1, 1)))) == ["IO-02"]


def test_io_17_tables_with_other_labels_unit_or_order_are_not_combined():
    base = small()
    turned = replace(base, regions=tuple(reversed(base.regions)))

    require_same_labels(base, replace(base, year=2019))
    assert refused(lambda: require_same_labels(base, replace(base, unit="million MXN"))) == ["IO-17"]
    assert refused(lambda: require_same_labels(base, turned)) == ["IO-17", "IO-17"]
    assert refused(lambda: require_same_labels(base, aggregate(base, regions=one_region()))) == [
        "IO-17",
        "IO-17",
    ]
