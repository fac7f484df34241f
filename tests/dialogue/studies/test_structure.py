"""Where an industry stands."""

from decimal import Decimal
from pathlib import Path

import pytest

from hled.dialogue.studies.domain.questions.structure_measures import MEASURES
from hled.dialogue.studies.queries.answering import Answered, answer_to
from hled.kernel.rule import BrokenRuleError

EIGHT = Decimal("0.00000003")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def mexico(home: Path) -> Answered:
    return answer_to("structure", {"industries": "MEX"}, home=home)


def test_the_parts_of_a_multiplier_add_up_to_it(mexico):
    for row in mexico.result.items:
        for whole, part in (
            ("output_multiplier", "output"),
            ("value_added_multiplier", "value_added"),
            ("supply_multiplier", "supply"),
        ):
            parts = sum(Decimal(row[f"{part}_{where}"]) for where in ("home", "partner", "rest"))
            assert abs(parts - Decimal(row[whole])) <= EIGHT


def test_the_figures_that_two_theories_share_are_the_same(mexico):
    for row in mexico.result.items:
        assert row["output_multiplier"] == row["backward"]
        assert abs(Decimal(row["supply_multiplier"]) - Decimal(row["forward"])) <= EIGHT
        assert abs(Decimal(row["power"]) - Decimal(row["normalized_backward"])) <= EIGHT
        assert row["value_added_multiplier"] == "1"


def test_a_key_sector_is_above_the_mean_in_both(mexico):
    for row in mexico.result.items:
        above = min(Decimal(row["normalized_backward"]), Decimal(row["normalized_forward"])) > 1
        assert row["key"] is above


def test_the_measure_named_ranks(home):
    rows = answer_to("structure", {"by": "value_added_partner"}, home=home).result.items
    table = answer_to("structure", {"by": "table"}, home=home).result.items

    shares = [Decimal(each["value_added_partner"]) for each in rows]
    assert shares == sorted(shares, reverse=True)
    assert [each["industry"] for each in table[:3]] == ["USA.c1", "USA.c2", "USA.c3"]


def test_an_industry_without_output_has_no_measures_and_stands_last(home):
    rows = answer_to("structure", {"industries": "LUX"}, home=home).result.items

    idle = [each for each in rows if each["output"] == "0"]
    assert list(rows[-len(idle) :]) == idle != []
    assert {each[measure.code] for each in idle for measure in MEASURES} == {None}
    assert {each["key"] for each in idle} == {None}


def test_the_place_of_a_country_is_the_published_one(home):
    countries = answer_to("structure", {}, home=home).result.more["countries"]

    chn = next(each for each in countries if each["region"] == "CHN")
    usa = next(each for each in countries if each["region"] == "USA")
    assert len(countries) == 41
    assert Decimal(chn["upstreamness"]) > Decimal(usa["upstreamness"]) > 1


def test_the_inventory_correction_changes_the_place_and_nothing_else(home):
    corrected, final = (
        {
            each["industry"]: each
            for each in answer_to("structure", {"inventories": given}, home=home).result.items
        }
        for given in ("corrected", "final")
    )

    changed = {
        name
        for industry, row in corrected.items()
        for name, value in row.items()
        if final[industry][name] != value
    }
    assert changed == {"upstreamness", "downstreamness", "final_share", "value_added_share"}


def test_a_footprint_adds_up_over_its_origins(mexico):
    (found,) = mexico.result.more["footprints"]

    assert found["region"] == "MEX"
    assert [each["origin"] for each in found["origins"]] == ["MEX", "USA", "CAN", "CHN", "EU27", "rest"]
    assert abs(sum(Decimal(each["share"]) for each in found["origins"]) - 1) <= EIGHT
    elsewhere = sum(Decimal(each["amount"]) for each in found["origins"][1:])
    assert abs(elsewhere - Decimal(found["imports"])) < 1
    arising = sum(Decimal(found[each]) for each in ("exports", "unexplained"))
    assert abs(Decimal(found["production"]) - arising - Decimal(found["origins"][0]["amount"])) < 1


def test_under_row_sums_every_amount_of_a_footprint_is_explained(home):
    found = answer_to("structure", {"balance": "row_sums"}, home=home).result.more["footprints"][0]

    assert abs(Decimal(found["unexplained"])) < Decimal("0.01")


def test_a_region_inside_a_group_stands_apart_from_it(home):
    found = answer_to("structure", {"industries": "DEU"}, home=home).result.more["footprints"][0]

    names = {each["origin"]: each["origin_en"] for each in found["origins"]}
    assert names["DEU"] == "Germany"
    assert names["EU27"] == "European Union without Germany"
    assert abs(sum(Decimal(each["share"]) for each in found["origins"]) - 1) <= EIGHT


@pytest.mark.parametrize(("table", "count"), [("bea-2017-detail", 402), ("bea-2023", 71)])
def test_a_table_of_one_country_is_asked_too(home, table, count):
    found = answer_to("structure", {"table": table, "account": "V001"}, home=home).result

    assert len(found.items) == count
    assert {each["value_added_partner"] for each in found.items} == {None}
    assert all(0 < Decimal(each["value_added_home"]) <= 1 for each in found.items)
    assert found.more["countries"] == []
    assert found.more["account"]["name_en"] == "Compensation of employees"
    assert found.more["footprints"][0]["imports"] is None


def test_one_industry_is_said_in_its_own_sentence(home):
    found = answer_to("structure", {"industries": "MEX.c15"}, home=home).result

    assert found.question.en == "Where did transport equipment in Mexico stand in 2011?"
    assert "stages from final use" in found.says.en
    assert "key" not in found.says.en


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"industries": "MEX.c99"}, "IO-13"),
        ({"industries": ","}, "IO-15"),
        ({"account": "jobs"}, "IO-13"),
        ({"by": "beauty"}, "SQ-01"),
        ({"inventories": "lost"}, "SQ-01"),
        ({"table": "bea-2017", "industries": "MEX"}, "IO-13"),
    ],
)
def test_a_wrong_question_is_refused_with_its_rule(home, given, code):
    with pytest.raises(BrokenRuleError) as refused:
        answer_to("structure", given, home=home)

    assert {each.rule.code for each in refused.value.findings} == {code}
