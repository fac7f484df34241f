"""What a question takes, and what it refuses."""

from fractions import Fraction

import pytest

from hled.dialogue.studies.domain.asking import Choice, Parameter, read_parameters, read_share
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError

WORDS = Bilingual("a", "b")
RULE = Parameter("balance", "supplied", WORDS, WORDS, (Choice("supplied", WORDS), Choice("row_sums", WORDS)))
DRAWS = Parameter("draws", "64", WORDS, WORDS, whole=(8, 1024))
SHARE = Parameter("share", "1/3", WORDS, WORDS, is_share=True)
KNOWN = (RULE, DRAWS, SHARE)


def codes(given: dict[str, str]) -> list[tuple[str, str]]:
    with pytest.raises(BrokenRuleError) as refused:
        read_parameters(KNOWN, given)
    return [(each.rule.code, each.place) for each in refused.value.findings]


def test_what_is_not_given_has_its_default():
    assert read_parameters(KNOWN, {"draws": " 16 ", "balance": ""}) == {
        "balance": "supplied",
        "draws": "16",
        "share": "1/3",
    }


def test_sq_01_all_that_is_wrong_is_said_together():
    assert codes({"balance": "best", "draws": "7", "share": "much", "colour": "red"}) == [
        ("SQ-01", "colour"),
        ("SQ-01", "balance"),
        ("SQ-01", "draws"),
        ("SQ-01", "share"),
    ]


@pytest.mark.parametrize("draws", ["7", "1025", "-8", "8.5", "ocho", "٨", "9" * 40])
def test_sq_01_a_whole_number_out_of_reach_is_refused(draws):
    assert codes({"draws": draws}) == [("SQ-01", "draws")]


@pytest.mark.parametrize("share", ["0", "-0.1", "1.01", "150%", "4/3", "-1/3"])
def test_io_14_a_share_outside_nothing_to_all_is_refused(share):
    assert codes({"share": share}) == [("IO-14", "share")]


@pytest.mark.parametrize(
    "share", ["1/0", "a third", "nan", "inf", "1e999999", "--", "1/2/3", "0." + "3" * 60]
)
def test_sq_01_what_is_no_share_is_refused(share):
    assert codes({"share": share}) == [("SQ-01", "share")]


@pytest.mark.parametrize(
    ("text", "share"),
    [("1/3", Fraction(1, 3)), ("0.25", Fraction(1, 4)), ("33%", Fraction(33, 100)), ("1", Fraction(1))],
)
def test_a_share_is_read_exactly(text, share):
    assert read_share(text) == share
