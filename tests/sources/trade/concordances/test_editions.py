"""Editions of the Harmonized System: detection, conversion and explicit weights."""

import pytest

from hled.kernel.rule import BrokenRuleError
from hled.sources.trade.concordances.editions import EDITIONS, chosen, codes, conversion, exists, fits


def test_a_newer_code_has_one_older_code():
    assert conversion("HS2022", "HS2017").row("851713") == {"851712": 1.0}


def test_the_way_back_shares_equally_or_by_the_values_that_are_given():
    equally = conversion("HS2017", "HS2022").row("851712")
    weighed = conversion("HS2017", "HS2022", {"851713": 30.0, "851714": 10.0}).row("851712")

    assert equally == {"851713": 0.5, "851714": 0.5}
    assert weighed == {"851713": 0.75, "851714": 0.25}


def test_a_code_of_which_no_part_weighs_anything_is_shared_equally():
    assert conversion("HS2017", "HS2022", {"010121": 1.0}).row("851712") == {"851713": 0.5, "851714": 0.5}


@pytest.mark.parametrize("edition", ["HS2017", "HS1992"])
def test_there_and_back_is_the_code_itself(edition):
    there_and_back = conversion(edition, "HS2022").then(conversion("HS2022", edition), "round")

    assert {tuple(there_and_back.row(code)) == (code,) for code in there_and_back.rows} == {True}


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_codes_of_an_edition_fit_it_best(edition):
    best = fits(codes(edition))[0]

    assert (best.edition, best.share, best.outside) == (edition, 1.0, ())


def test_codes_that_an_edition_has_not_are_named():
    best = fits(["851713", "851712", "010121"])

    assert [(each.edition, each.outside) for each in best[:2]] == [
        ("HS2022", ("851712",)),
        ("HS2017", ("851713",)),
    ]
    assert exists("851713")
    assert not exists("851713", "HS2017")


@pytest.mark.parametrize("given", [["8517"], ["851713", "0101210000"], ["85171A"], []])
def test_tr_55_codes_of_another_length_are_refused(given):
    with pytest.raises(BrokenRuleError) as error:
        fits(given)

    assert {each.rule.code for each in error.value.findings} == {"TR-55"}


def test_tr_52_an_edition_without_table_is_refused_with_those_there_are():
    with pytest.raises(BrokenRuleError) as error:
        conversion("HS2022", "HS2002")

    (finding,) = error.value.findings
    assert (finding.rule.code, finding.found) == ("TR-52", "'HS2002' (HS2022, HS2017, HS2012, HS1992)")


def test_tr_53_a_negative_value_is_refused():
    with pytest.raises(BrokenRuleError) as error:
        conversion("HS2017", "HS2022", {"851713": -1.0})

    assert [each.rule.code for each in error.value.findings] == ["TR-53"]


def test_codes_that_the_table_misplaces_are_our_choice_and_named():
    ours = chosen()

    assert (len(ours), ours["854151"], ours["880622"]) == (25, "854150", "880220")
    assert {conversion("HS2022", "HS2017").row(code)[older] for code, older in ours.items()} == {1.0}
