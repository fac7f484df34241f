"""One product in full: its numbers tie to each other, and what cannot be asked is refused with what may have been meant."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from hled.dialogue.studies.domain.asking import read_parameters
from hled.dialogue.studies.domain.question import Result
from hled.dialogue.studies.domain.questions.product import QUESTION
from hled.dialogue.studies.domain.questions.whole_screen import screen_parameters
from hled.dialogue.studies.domain.screening.finding import find_products
from hled.dialogue.studies.domain.screening.lists import product_lists
from hled.dialogue.studies.queries.shelf import InstalledTables
from hled.kernel.rule import BrokenRuleError

Ask = Callable[..., Result]
BATTERIES, HEADING, STAGE = "850760", "8507", "semiconductors:materials"
LEVELS = (BATTERIES, HEADING, "85", STAGE, "semiconductors")


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    tables = InstalledTables(Path(tmp_path_factory.mktemp("home")))

    @cache
    def asked(code: str, **given: str) -> Result:
        wanted = read_parameters(QUESTION.parameters, {"code": code, **given})
        return QUESTION.compute(tables, QUESTION.complete(tables, wanted))

    return asked


def figures(found: Result) -> dict[str, Any]:
    return {each["code"]: each for each in found.more["facts"]}


def number(found: Result, code: str) -> float:
    return float(figures(found)[code]["value"])


@pytest.mark.parametrize("code", LEVELS)
def test_suppliers_add_up_to_the_market_and_their_shares_to_one(ask, code):
    found = ask(code)

    assert sum(float(each["value"]) for each in found.items) == pytest.approx(
        number(found, "imports"), rel=1e-9
    )
    assert sum(float(each["share"]) for each in found.items) == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize("code", LEVELS)
def test_concentration_is_the_sum_of_the_parts_of_the_suppliers(ask, code):
    found = ask(code)

    everyone = sum(float(each["hhi_part"]) for each in found.items)
    outside = sum(float(each["hhi_part_of_external"]) for each in found.items if each["external"])
    assert everyone == pytest.approx(number(found, "hhi"), abs=1e-6)
    assert outside == pytest.approx(number(found, "external_hhi"), abs=1e-6)
    assert 1 / outside == pytest.approx(number(found, "external_hhi_equivalent"), rel=1e-5)


def test_external_suppliers_are_those_outside_the_set_that_was_chosen(ask):
    usmca, canada_and_mexico_too = ask(BATTERIES), ask(BATTERIES, external="outside:USA")

    assert {each["partner"] for each in usmca.items if not each["external"]} == {"CAN", "MEX"}
    assert number(canada_and_mexico_too, "external_share") == 1
    assert number(usmca, "external_share") < 1


def test_what_a_partner_pays_is_its_observed_duty_and_the_estimated_change(ask):
    for each in ask(BATTERIES).items:
        if each["pays"] is not None:
            told = float(each["duty"]) + float(each["tariff_points"]) / 100
            assert float(each["pays"]) == pytest.approx(told, abs=1e-7)


def test_the_finest_lines_add_up_to_the_product_and_to_what_the_partner_sells(ask):
    found = ask(BATTERIES)

    lines = found.more["lines"]
    assert {each["code"][:6] for each in lines} == {BATTERIES}
    assert sum(float(each["value"]) for each in lines) == pytest.approx(number(found, "imports"), rel=1e-9)
    assert sum(float(each["partner_value"]) for each in lines) == pytest.approx(
        number(found, "partner_imports"), rel=1e-9
    )


@pytest.mark.parametrize("code", [HEADING, STAGE])
def test_the_products_of_a_group_add_up_to_it_and_stand_by_rank(ask, code):
    found = ask(code)

    products = found.more["products"]
    ranks = [each["rank"] for each in products if each["rank"] is not None]
    assert sum(float(each["imports"]) for each in products) == pytest.approx(
        number(found, "imports"), rel=1e-6
    )
    assert ranks == sorted(ranks)
    assert all(each["area"] for each in products if each["rank"])


def test_rank_and_diagnosis_are_those_of_the_whole_screen(ask):
    from hled.dialogue.studies.domain.questions import screen

    tables = InstalledTables(Path("/nonexistent"))
    asked = QUESTION.complete(tables, read_parameters(QUESTION.parameters, {"code": BATTERIES}))
    whole = screen.compute(tables, screen_parameters(asked, top="0"))

    row = next(each for each in whole.items if each["code"] == BATTERIES)
    placed = ask(BATTERIES).more["placed"]
    names = ("rank", "median", "low", "high", "top20", "top50", "area", "says_en")
    assert [placed[name] for name in names] == [row[name] for name in names]
    assert placed["of"] == len(whole.items)


def test_a_group_has_the_rank_of_its_kind_and_a_whole_list_has_none(ask):
    heading, stage, whole = ask(HEADING), ask(STAGE), ask("semiconductors")

    assert heading.more["placed"]["of"] > 1000
    assert 1 <= stage.more["placed"]["rank"] <= stage.more["placed"]["of"] <= 4
    assert whole.more["placed"]["rank"] is None
    assert "has no rank of its own" in whole.more["placed"]["says_en"]


def test_a_product_that_is_bought_too_little_from_outside_says_why_it_has_no_rank(ask):
    found = ask("010130")

    assert found.more["placed"]["rank"] is None
    assert "less than the least" in found.more["placed"]["says_en"]
    assert sum(float(each["share"]) for each in found.items) == pytest.approx(1, abs=1e-6)


def test_neighbors_are_near_and_never_the_product_itself(ask):
    near = ask("851762").more["neighborhood"]

    proximities = [float(each["proximity"]) for each in near["neighbors"]]
    assert len(proximities) == 10
    assert proximities == sorted(proximities, reverse=True)
    assert all(0 < each <= 1 for each in proximities)
    assert "851762" not in {each["code"] for each in near["neighbors"]}
    assert all(each["together"] <= near["sold_by"] for each in near["neighbors"])


def test_what_needs_another_table_is_not_computed_and_names_it(ask):
    found = ask(BATTERIES)

    lacking = {each["code"]: each["needs"] for each in found.more["facts"] if each["needs"]}
    criteria = {each["code"]: each["needs"] for each in found.more["criteria"] if not each["computed"]}
    assert lacking == {"unit_value": "quantities", "share_change": "second_year"}
    assert criteria == {"CDI3": "exports_by_product"}
    assert figures(found)["verdict"]["says_en"].startswith("all that could be computed holds")


@pytest.mark.parametrize("code", [BATTERIES, HEADING])
def test_every_figure_has_a_definition_with_its_source_in_both_languages(ask, code):
    found = ask(code)

    defined = {each["code"]: each for each in found.more["definitions"]}
    columns = {
        "share",
        "hhi_part",
        "duty",
        "tariff_points",
        "pays",
        "proximity",
        "users",
        "makers",
        "southbound",
        "lines",
        "rank",
        "area",
    }
    assert {each["code"] for each in found.more["facts"]} | columns <= defined.keys()
    for each in defined.values():
        assert "{" not in each["source_en"] + each["source_es"]
        assert each["says_en"] != each["says_es"]


def test_states_are_of_the_section_and_say_their_year(ask):
    south = ask(BATTERIES).more["southbound"]

    assert [each["code"] for each in south["sections"]] == ["XVI"]
    assert south["states"][0]["name"] == "Chihuahua"
    assert sum(float(each["value"]) for each in south["states"]) == pytest.approx(
        float(south["total"]), rel=1e-6
    )


@pytest.mark.parametrize(
    ("code", "rule", "near"),
    [
        ("85076", "SC-41", "850760"),
        ("8507.60.0020", "SC-41", "850760"),
        ("lithium ion", "SC-41", "850760"),
        ("semicon", "SC-41", "semiconductors"),
        ("semiconductors:wafers", "SC-41", "semiconductors:"),
        ("9801", "SC-42", "9801"),
        ("999999", "SC-42", "999999"),
        ("852852X", "SC-41", "852852X"),
        ("854015", "TR-51", "854011"),
        ("77", "TR-51", "76"),
        ("123456", "TR-51", "1214"),
    ],
)
def test_a_code_that_cannot_be_asked_about_is_refused_with_what_is_near(ask, code, rule, near):
    with pytest.raises(BrokenRuleError) as refused:
        ask(code)

    (finding,) = refused.value.findings
    assert (finding.rule.code, finding.place) == (rule, "code")
    assert near in (finding.found if isinstance(finding.found, str) else finding.found.es)


def test_a_code_of_an_older_edition_names_its_codes_of_today(ask):
    with pytest.raises(BrokenRuleError) as refused:
        ask("851712")

    (finding,) = refused.value.findings
    assert finding.rule.code == "SC-43"
    assert "HS2017" in finding.found.en
    assert "851713" in finding.found.en


def test_a_code_that_nobody_sells_names_codes_nearby_that_are_bought(ask):
    with pytest.raises(BrokenRuleError) as refused:
        ask("010231")

    (finding,) = refused.value.findings
    assert finding.rule.code == "SC-44"
    assert finding.data["near"]
    for code in finding.data["near"]:
        assert ask(code).items


def test_a_wrong_code_and_a_wrong_partner_are_said_together(ask):
    with pytest.raises(BrokenRuleError) as refused:
        ask("9801", partner="XYZ")

    assert [each.rule.code for each in refused.value.findings] == ["SC-42", "TD-05"]


def test_a_code_may_be_written_as_customs_print_it(ask):
    assert ask("8507.60").items == ask(BATTERIES).items


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("lithium ion accumulators", "850760"),
        ("iones de litio", "850760"),
        ("acumuladores electricos", "8507"),
        ("integrated circuit", "8542"),
        ("semiconducters", "854141"),
        ("insulina", "293712"),
        ("8542", "8542"),
    ],
)
def test_products_are_found_by_words_of_either_language_and_by_near_spellings(text, code):
    assert code in find_products(text, product_lists(), 12)


@pytest.mark.parametrize("text", ["", "  ", "?!", "qqqqzzzz"])
def test_nothing_is_found_for_words_that_no_name_has(text):
    assert find_products(text, product_lists()) == ()
