import pytest

from hled.economy.trade.external import external_mask, external_set
from hled.economy.trade.groups import GROUPS
from hled.kernel.rule import BrokenRuleError

PARTNERS = ("CAN", "CHN", "EU", "JPN", "MEX")


def chosen(spec, partners=PARTNERS, importer="USA", lists=None):
    mask = external_mask(partners, spec, importer, lists)
    return [each for each, is_external in zip(partners, mask, strict=True) if is_external]


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("outside:USA", ["CAN", "CHN", "EU", "JPN", "MEX"]),
        ("outside:USMCA", ["CHN", "EU", "JPN"]),
        ("outside:CAN,JPN", ["CHN", "EU", "MEX"]),
        ("outside:EU", ["CAN", "CHN", "JPN", "MEX"]),
        ("outside:EU,JPN", ["CAN", "CHN", "MEX"]),
        ("one:CHN", ["CHN"]),
        ("one:EU", ["EU"]),
        ("outside:friends", ["CHN", "MEX"]),
    ],
)
def test_a_set_switches_who_is_external(spec, expected):
    assert chosen(spec, lists={"friends": ["CAN", "JPN", "EU"]}) == expected


def test_a_list_with_all_members_names_the_group():
    assert chosen("outside:union", lists={"union": GROUPS["EU"]}) == ["CAN", "CHN", "JPN", "MEX"]


def test_an_importer_is_never_external_to_itself():
    assert chosen("outside:JPN", ("CHN", "JPN", "USA"), "USA") == ["CHN"]
    assert chosen("outside:MEX", ("CHN", "MEX", "USA"), "MEX") == ["CHN", "USA"]


def test_members_of_a_bloc_that_buys_are_inside():
    assert chosen("outside:EU", ("CHN", "DEU", "FRA"), "EU") == ["CHN"]


def test_members_of_a_group_may_stand_apart():
    assert chosen("one:EU", ("CHN", "DEU", "FRA"), "USA") == ["DEU", "FRA"]


@pytest.mark.parametrize(
    ("spec", "code", "found"),
    [
        ("outside:CNH", "TD-05", "CNH (CHN, CAN?)"),
        ("one:XYZ", "TD-05", "XYZ"),
        ("outside:DEU", "TD-06", "EU + DEU"),
        ("one:SVK", "TD-06", "EU + SVK"),
        ("one:USA", "TD-07", "0"),
        ("outside:EU,JPN,CAN,MEX,CHN", "TD-07", "0"),
        ("beyond:USA", "TD-08", "beyond:USA"),
        ("outside:", "TD-08", "outside:"),
        ("outside:,", "TD-08", "outside:,"),
        ("CHN", "TD-08", "CHN"),
        ("one:CHN,JPN", "TD-08", "one:CHN,JPN"),
    ],
)
def test_a_set_that_cannot_be_meant_is_refused(spec, code, found):
    with pytest.raises(BrokenRuleError) as refused:
        external_mask(PARTNERS, spec, "USA")

    assert [(each.rule.code, each.found) for each in refused.value.findings] == [(code, found)]


def test_all_unknown_partners_are_named_together():
    with pytest.raises(BrokenRuleError) as refused:
        external_mask(PARTNERS, "outside:AAA,ZZZ", "USA")

    assert [each.found for each in refused.value.findings] == ["AAA", "ZZZ"]


def test_a_set_is_written_as_it_was_asked_for():
    assert str(external_set("outside:USMCA")) == "outside:USMCA"
    assert external_set("outside:USMCA").members == ("CAN", "MEX", "USA")
