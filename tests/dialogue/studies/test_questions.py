"""What the bundled tables answer, and that the same question has the same digits."""

from decimal import Decimal
from pathlib import Path

import pytest

from hled.dialogue.studies.domain.question import Question
from hled.dialogue.studies.domain.questions import QUESTIONS
from hled.dialogue.studies.queries.answering import Answered, answer_anew, answer_to, known_answer
from hled.kernel.rule import BrokenRuleError

ASKED = (
    ("exposure", {"through": "MEX"}),
    ("exposure", {}),
    ("pair", {}),
    ("value-chains", {"tables": "wiod2013-2011", "draws": "8"}),
    ("export-terms", {"table": "wiod2013-2011", "draws": "8", "by": "total"}),
    ("extraction", {}),
    ("sweep", {}),
    ("structure", {}),
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


@pytest.mark.parametrize(("kind", "given"), ASKED)
def test_running_again_gives_the_same_digits(home, kind, given):
    first = answer_to(kind, given, home=home)
    again = answer_anew(kind, given, home=home)

    assert (first.digest, first.id) == (again.digest, again.id)


@pytest.mark.parametrize(("kind", "given"), ASKED)
def test_an_answer_is_kept_for_the_next_process(home, kind, given):
    assert known_answer(kind, given, home=home) is None

    first = answer_to(kind, given, home=home)

    kept = known_answer(kind, given, home=home)
    assert kept is not None
    assert (kept.digest, kept.result.says, kept.result.tables) == (
        first.digest,
        first.result.says,
        first.result.tables,
    )


@pytest.mark.parametrize(("kind", "given"), ASKED)
def test_an_answer_says_what_it_rests_on(home, kind, given):
    found = answer_to(kind, given, home=home)

    assert {each.id for each in found.result.tables} <= {"wiod2013-2008", "wiod2013-2011"}
    assert {"hled", "numpy", "scipy"} <= found.versions.keys()
    assert found.result.says.en != found.result.says.es
    assert "{" not in found.result.says.en + found.result.question.es


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=lambda each: each.kind)
def test_a_question_has_its_method_in_about_ten_lines_and_a_warning(question: Question):
    assert 8 <= len(question.method) <= 12
    assert "not a forecast" in question.warning.en
    assert "no un pronóstico" in question.warning.es


def rows(found: Answered, **wanted: str) -> list[dict[str, str]]:
    return [
        dict(each)
        for each in found.result.items
        if all(each[name] == value for name, value in wanted.items())
    ]


def test_value_added_of_all_suppliers_adds_up_to_the_inputs(home):
    found = answer_to("exposure", {}, home=home)

    by_buyer: dict[str, Decimal] = {}
    for each in found.result.items:
        by_buyer[each["buyer"]] = by_buyer.get(each["buyer"], Decimal(0)) + Decimal(each["share"])

    assert all(abs(total - 1) < Decimal("0.0000001") for total in by_buyer.values())


def test_a_group_lies_inside_its_range(home):
    groups = rows(answer_to("exposure", {"through": "MEX"}, home=home), level="group")

    assert len(groups) == 1
    assert Decimal(groups[0]["low"]) < Decimal(groups[0]["share"]) < Decimal(groups[0]["high"])


@pytest.mark.parametrize("convention", ["face_value", "look_through_output", "look_through_value_added"])
def test_every_industry_lies_inside_its_range_for_every_supplier(home, convention):
    items = answer_to("exposure", {"convention": convention, "draws": "8"}, home=home).result.items

    assert len({each["supplier"] for each in items}) == 6
    for each in items:
        low, low_table, share, high_table, high = (
            Decimal(each[name]) for name in ("low", "low_table", "share", "high_table", "high")
        )
        assert low <= low_table <= share <= high_table <= high, each["buyer"]


def test_a_group_says_what_makes_its_range_and_face_value_leaves_no_input_to_choose(home):
    found = {
        convention: {
            each["code"]: (Decimal(each["low"]), Decimal(each["high"]))
            for each in rows(
                answer_to("exposure", {"convention": convention, "draws": "8"}, home=home),
                level="group",
                supplier="CHN",
            )[0]["parts"]
        }
        for convention in ("face_value", "look_through_value_added")
    }

    for parts in found.values():
        assert list(parts) == [
            "rounding",
            "coefficients",
            "balance",
            "proportionality",
            "same_imports",
            "table",
        ]
    low, high = found["face_value"]["proportionality"]
    assert low == high
    low, high = found["look_through_value_added"]["proportionality"]
    narrow = found["look_through_value_added"]["same_imports"]
    assert low < narrow[0] < narrow[1] < high


def test_another_seed_gives_another_range_of_the_same_figures(home):
    one, other = (
        rows(answer_to("pair", {"draws": "8", "seed": seed}, home=home), convention="look_through_output")
        for seed in ("1", "2")
    )

    assert [each["share"] for each in one] == [each["share"] for each in other]
    assert [each["low_table"] for each in one] != [each["low_table"] for each in other]


@pytest.mark.parametrize("kind", ["exposure", "pair", "extraction"])
def test_what_was_assumed_of_errors_stays_with_the_answer(home, kind):
    given = {"draws": "8", "seed": "3", "balance": "row_sums"}

    assert answer_to(kind, given, home=home).result.more["assumed"] == {
        "row_sd": "0.05",
        "column_sd": "0.05",
        "draws": 8,
        "seed": 3,
        "rounded_to": "1",
        "balance": "row_sums",
    }


def test_a_pair_has_a_range_in_every_convention(home):
    for each in answer_to("pair", {"draws": "8"}, home=home).result.items:
        assert Decimal(each["low"]) <= Decimal(each["share"]) <= Decimal(each["high"])
        assert Decimal(each["low"]) < Decimal(each["high"])
        assert len(each["parts"]) == 6


def test_every_loss_lies_inside_its_range(home):
    items = answer_to("extraction", {"draws": "8"}, home=home).result.items

    assert {each["level"] for each in items} == {"region", "world", "industry"}
    for each in items:
        for low, lost, high in (
            ("low", "value_added_lost", "high"),
            ("output_low", "output_lost", "output_high"),
            ("value_added_share_low", "value_added_share", "value_added_share_high"),
            ("output_share_low", "output_share", "output_share_high"),
        ):
            assert Decimal(each[low]) <= Decimal(each[lost]) <= Decimal(each[high]), each["code"]
        assert len(each["parts"]) == (0 if each["level"] == "industry" else 6)


def test_a_third_country_comes_through_the_corridor_in_less_than_it_comes_in_all(home):
    through = rows(answer_to("exposure", {"through": "MEX"}, home=home), level="group")[0]
    whole = rows(answer_to("exposure", {"suppliers": "CHN"}, home=home), level="group")[0]

    assert 0 < Decimal(through["share"]) < Decimal(whole["share"])


def test_the_most_exposed_industry_stands_first(home):
    industries = rows(answer_to("exposure", {"through": "MEX"}, home=home), level="industry")

    shares = [Decimal(each["share"]) for each in industries]
    assert shares == sorted(shares, reverse=True)
    assert industries[0]["buyer"] == "USA.c14"


def test_the_range_of_content_is_not_stretched_to_a_published_figure(home):
    found = answer_to("value-chains", {"tables": "wiod2013-2011", "draws": "8"}, home=home)

    inside = {each["value"]: each["ranges"][0]["inside"] for each in found.result.more["published"]}
    assert inside == {"0.18": True, "0.30": False}
    for each in found.result.items:
        assert Decimal(each["low"]) <= Decimal(each["share"]) <= Decimal(each["high"])


def test_the_origins_of_exports_add_up_to_the_exports(home):
    found = answer_to("value-chains", {"tables": "wiod2013-2011", "draws": "8"}, home=home)

    totals: dict[str, Decimal] = {}
    for each in found.result.more["origins"]:
        totals[each["concept"]] = totals.get(each["concept"], Decimal(0)) + Decimal(each["share"])

    assert len(totals) == 4
    assert all(abs(total - 1) < Decimal("0.0000001") for total in totals.values())


@pytest.mark.parametrize(("method", "importers"), [("kww", {""}), ("wwz", {"", "USA"}), ("hiy", {"", "USA"})])
def test_terms_follow_the_method_for_all_exports_and_for_those_to_the_importer(home, method, importers):
    given = {"tables": "wiod2013-2011", "draws": "8", "method": method}

    terms = answer_to("value-chains", given, home=home).result.more["terms"]

    assert {each["importer"] for each in terms} == importers
    for importer in importers:
        mine = {each["term"]: Decimal(each["amount"]) for each in terms if each["importer"] == importer}
        assert mine["EXGR"] > 0
        assert all(abs(amount) <= mine["EXGR"] for amount in mine.values())


def test_sellers_who_sell_to_nobody_lose_all_of_their_value(home):
    given = {
        "sellers": "USA.c15",
        "buyers": "all",
        "share": "1",
        "flows": "intermediate_and_final",
        "draws": "8",
    }

    found = answer_to("extraction", given, home=home)

    (own,) = rows(found, level="industry", code="USA.c15")
    assert Decimal(own["value_added_share"]) == 1
    assert "all industries" not in found.result.question.en


def test_a_smaller_share_of_the_corridor_loses_less(home):
    third, tenth = (
        rows(answer_to("extraction", {"share": share}, home=home), level="world")[0]
        for share in ("1/3", "0.1")
    )

    assert 0 < Decimal(tenth["value_added_lost"]) < Decimal(third["value_added_lost"])


def test_each_language_names_its_own_party_first(home):
    says = answer_to("extraction", {}, home=home).result.says

    assert says.en.index("the United States") < says.en.index("Mexico")
    assert says.es.index("México") < says.es.index("Estados Unidos")


@pytest.mark.parametrize(
    ("kind", "given", "code"),
    [
        ("exposure", {"suppliers": "CHI"}, "IO-13"),
        ("exposure", {"buyers": "USA.spaceships"}, "IO-13"),
        ("exposure", {"through": "Atlantis"}, "IO-13"),
        ("exposure", {"buyers": ","}, "IO-15"),
        ("exposure", {"table": "bea-2017"}, "SQ-02"),
        ("exposure", {"table": "wiod2013-1066"}, "IO-20"),
        ("exposure", {"convention": "guess"}, "SQ-01"),
        ("pair", {"one": "MEX.c99"}, "IO-13"),
        ("value-chains", {"origin": "EU27"}, "SQ-06"),
        ("value-chains", {"exporter": "MEXX"}, "IO-13"),
        ("extraction", {"share": "2"}, "IO-14"),
        ("extraction", {"sellers": "nobody"}, "IO-13"),
    ],
)
def test_a_wrong_question_is_refused_with_its_rule(home, kind, given, code):
    with pytest.raises(BrokenRuleError) as refused:
        answer_to(kind, given, home=home)

    assert code in {each.rule.code for each in refused.value.findings}
