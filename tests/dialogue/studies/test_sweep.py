"""What would be lost without one industry, or one country."""

from decimal import Decimal
from pathlib import Path

import pytest

from hled.dialogue.studies.queries.answering import Answered, answer_to
from hled.kernel.rule import BrokenRuleError


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


FEW = {"draws": "8"}
"""Ranges are looked at where they are meant."""


def by_code(found: Answered) -> dict[str, dict[str, object]]:
    return {each["code"]: dict(each) for each in found.result.items}


def test_the_published_losses_come_out(home):
    industries = by_code(answer_to("sweep", {**FEW, "balance": "row_sums"}, home=home))
    given = {**FEW, "over": "countries", "balance": "row_sums"}
    countries = by_code(answer_to("sweep", given, home=home))

    assert round(Decimal(industries["USA.c15"]["everywhere_output_lost"]) / 1000, 1) == Decimal("1514.6")
    lost_here = {
        code: round(Decimal(countries[code]["by_region"]["USA"]["output_lost"]) / 1000, 1)
        for code in ("CHN", "MEX")
    }
    assert lost_here == {"CHN": Decimal("310.3"), "MEX": Decimal("209.8")}


def test_one_industry_of_the_sweep_is_its_extraction(home):
    swept = by_code(answer_to("sweep", {**FEW, "affected": "MEX"}, home=home))["USA.c15"]
    given = {
        "sellers": "USA.c15",
        "buyers": "all",
        "share": "1",
        "flows": "intermediate_and_final",
        "draws": "8",
    }
    extracted = answer_to("extraction", given, home=home)

    mexico = next(each for each in extracted.result.items if each["code"] == "MEX")
    assert (swept["value_added_lost"], swept["output_lost"]) == (
        mexico["value_added_lost"],
        mexico["output_lost"],
    )


@pytest.mark.parametrize("by", ["value_added", "output"])
def test_the_costliest_stands_first_and_all_are_ranked(home, by):
    items = answer_to("sweep", {**FEW, "by": by}, home=home).result.items

    losses = [Decimal(each[f"{by}_lost"]) for each in items]
    assert losses == sorted(losses, reverse=True)
    assert [each["rank"] for each in items] == list(range(1, len(items) + 1))


def test_what_the_affected_lose_is_what_each_of_them_loses(home):
    row = by_code(answer_to("sweep", FEW, home=home))["CHN.c14"]

    parts = sum(Decimal(row["by_region"][code]["value_added_lost"]) for code in ("USA", "MEX"))
    assert abs(parts - Decimal(row["value_added_lost"])) <= Decimal("0.002")
    assert Decimal(row["value_added_lost"]) < Decimal(row["everywhere_value_added_lost"])


def test_their_own_are_marked_and_can_be_left_out(home):
    whole = answer_to("sweep", FEW, home=home).result.items
    foreign = answer_to("sweep", {**FEW, "among": "foreign"}, home=home).result

    assert {each["region"] for each in whole if each["own"]} == {"USA", "MEX"}
    assert not any(each["own"] for each in foreign.items)
    assert len(foreign.items) == sum(not each["own"] for each in whole)
    assert "At home" not in foreign.says.en


def test_a_country_that_is_gone_loses_all_of_its_own(home):
    found = by_code(answer_to("sweep", {**FEW, "over": "countries", "affected": "MEX"}, home=home))

    assert found["MEX"]["own"] is True
    assert (found["MEX"]["output_share"], found["MEX"]["value_added_share"]) == ("1", "1")
    assert len(found) == 41


def test_only_those_named_are_taken_out(home):
    items = answer_to("sweep", {**FEW, "among": "MEX.manufacturing"}, home=home).result.items

    assert len(items) == 14
    assert {each["region"] for each in items} == {"MEX"}


def test_a_table_of_one_country_can_be_swept_over_industries(home):
    found = answer_to("sweep", {**FEW, "table": "bea-2017-detail"}, home=home)

    assert found.asked["affected"] == "all"
    assert len(found.result.items) == 402
    assert "in the United States" in found.result.question.en


def test_each_language_names_its_own_party_first(home):
    asked = answer_to("sweep", FEW, home=home).result.question

    assert asked.en.index("the United States") < asked.en.index("Mexico")
    assert asked.es.index("México") < asked.es.index("Estados Unidos")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"affected": "CHI"}, "IO-13"),
        ({"among": "USA.spaceships"}, "IO-13"),
        ({"among": ","}, "IO-15"),
        ({"over": "planets"}, "SQ-01"),
        ({"table": "bea-2017", "over": "countries"}, "SQ-02"),
        ({"table": "bea-2017", "affected": "MEX"}, "IO-13"),
    ],
)
def test_a_wrong_sweep_is_refused_with_its_rule(home, given, code):
    with pytest.raises(BrokenRuleError) as refused:
        answer_to("sweep", given, home=home)

    assert {each.rule.code for each in refused.value.findings} == {code}


@pytest.mark.parametrize("over", ["industries", "countries"])
def test_every_loss_lies_in_its_range_and_says_what_was_assumed(home, over):
    found = answer_to("sweep", {"over": over}, home=home).result

    for row in found.items:
        for by in ("value_added", "output"):
            low, lost, high = (Decimal(row[f"{by}_{end}"]) for end in ("low", "lost", "high"))
            assert low <= lost <= high, row["code"]
    assert Decimal(found.items[0]["value_added_low"]) < Decimal(found.items[0]["value_added_high"])
    assert (found.more["assumed"]["draws"], found.more["left_out"]) == (64, [])


def test_the_range_of_one_industry_is_that_of_its_extraction(home):
    row = by_code(answer_to("sweep", {"affected": "MEX", "draws": "8"}, home=home))["USA.c15"]
    given = {
        "sellers": "USA.c15",
        "buyers": "all",
        "share": "1",
        "flows": "intermediate_and_final",
        "draws": "8",
    }
    extracted = answer_to("extraction", given, home=home).result.items

    mexico = next(each for each in extracted if each["code"] == "MEX")
    for ours, theirs in (
        ("value_added_low", "low"),
        ("value_added_high", "high"),
        ("output_low", "output_low"),
    ):
        assert abs(Decimal(row[ours]) / Decimal(mexico[theirs]) - 1) < Decimal("0.00001"), ours


def test_the_range_of_a_table_too_large_to_draw_says_what_it_leaves_out(home, monkeypatch):
    from hled.economy.uncertainty import sweeps

    monkeypatch.setattr(sweeps, "MOST", 100)
    (missing,) = answer_to("sweep", {"draws": "9"}, home=home).result.more["left_out"]

    assert (missing["code"], "not drawn" in missing["missing_en"]) == ("coefficients", True)
