"""Regions, sectors and industries are asked for by name; an unknown name gets the near ones."""

from dataclasses import replace

import numpy as np
import pytest
from tests.economy.tables.making import SAME, small

from hled.economy.tables import Group
from hled.economy.tables.choosing import industries_named, regions_named, sectors_named
from hled.kernel.rule import BrokenRuleError


def refused(call) -> list[tuple[str, str]]:
    with pytest.raises(BrokenRuleError) as refusal:
        call()
    return [(each.rule.code, getattr(each.found, "en", each.found)) for each in refusal.value.findings]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("USA,MEX", [1, 0]),
        ("usa", [1]),
        ("México", [0]),
        ("mexico", [0]),
        ("estados unidos", [1]),
        ("NA", [0, 1]),
        ("USA, NA", [1, 0]),
        ("all", [0, 1]),
        (["USA"], [1]),
    ],
)
def test_regions_answer_to_codes_names_and_groups_in_the_order_asked(names, expected):
    assert regions_named(small(), names).tolist() == expected


def test_sectors_answer_to_codes_and_groups():
    assert sectors_named(small(), "c2,goods").tolist() == [1, 0]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("MEX.c1",), [0]),
        (("MEX",), [0, 1]),
        (("c2",), [1, 3]),
        (("MEX.goods", "USA.all"), [0, 2, 3]),
        (("NA.c1",), [0, 2]),
        (("MEX.c1,USA.c2",), [0, 3]),
    ],
)
def test_industries_answer_to_region_sector_and_both(names, expected):
    assert industries_named(small(), *names).tolist() == expected


def test_a_part_of_an_industry_answers_to_its_name():
    parted = replace(small(), parts=("MX1", "", "", ""))

    assert industries_named(parted, "MEX.c1.MX1").tolist() == [0]
    assert refused(lambda: industries_named(parted, "MEX.c1.MX2"))[0][0] == "IO-13"


def test_io_13_unknown_regions_are_refused_together_with_the_near_ones():
    found = refused(lambda: regions_named(small(), "MEXX,USA,Mexik"))

    assert [code for code, _ in found] == ["IO-13", "IO-13"]
    assert all("MEX" in said and "Mexico" in said for _, said in found)


def test_io_13_all_unknown_industries_are_named_together():
    found = refused(lambda: industries_named(small(), "MEX.c9", "ZZZ.c1", "qqqqqq"))

    assert [code for code, _ in found] == ["IO-13", "IO-13", "IO-13"]


@pytest.mark.parametrize("call", [regions_named, sectors_named, industries_named])
@pytest.mark.parametrize("names", ["", " , "])
def test_io_15_an_empty_set_is_refused(call, names):
    assert [code for code, _ in refused(lambda: call(small(), names))] == ["IO-15"]


def test_io_15_a_pair_that_has_no_industry_is_refused():
    fewer = small()
    kept = np.array([0, 1, 3])
    less = replace(
        fewer,
        Z=fewer.Z[np.ix_(kept, kept)],
        Y=fewer.Y[kept],
        x=fewer.x[kept],
        region_of=fewer.region_of[kept],
        sector_of=fewer.sector_of[kept],
    )

    assert [code for code, _ in refused(lambda: industries_named(less, "USA.c1"))] == ["IO-15"]


def test_a_name_that_two_labels_share_is_not_guessed():
    shared = replace(small(), sectors=tuple(replace(each, name=SAME) for each in small().sectors))

    assert refused(lambda: sectors_named(shared, "text"))[0][0] == "IO-13"


def test_io_13_a_member_of_a_group_that_is_no_label_is_refused():
    assert refused(lambda: small(region_groups=(Group("EU", SAME, ("DEU",)),))) == [("IO-13", "DEU")]


def test_io_01_a_group_with_the_code_of_a_label_is_refused():
    assert refused(lambda: small(region_groups=(Group("MEX", SAME, ("USA",)),))) == [("IO-01", "MEX")]
