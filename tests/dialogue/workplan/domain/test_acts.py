"""Acts on the work plan: what each leads to, and every reason to refuse one."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from hled.dialogue.workplan.domain.acts import (
    ACT_KINDS,
    Known,
    PlanAct,
    after,
    folded,
    next_identifier,
    weigh,
)
from hled.dialogue.workplan.domain.acts.becoming import BECOMES
from hled.dialogue.workplan.domain.acts.rules import RULES
from hled.kernel.rule import BrokenRuleError
from hled.sources.record import KINDS, bundled_record, read_record
from hled.sources.record.checks import check_entries
from hled.sources.record.forming import Entry

DAY = date(2026, 12, 3)
DIGEST = "ab" * 32


@pytest.fixture(scope="module")
def known() -> Known:
    return Known(
        {
            kind: {KINDS[kind].identity(each): each for each in of_kind}
            for kind, of_kind in read_record(bundled_record()).records.items()
        }
    )


def act(type: str, subject: str, fields: dict | None = None, **texts: str) -> PlanAct:
    """An act whose texts are said in English and, with an accent, in Spanish."""
    named = texts or {name: f"The {name}" for name in ACT_KINDS[type].named if name != "due_note"}
    return PlanAct(
        type, subject, named, {name: f"{text} é" for name, text in named.items()}, fields or {}, DAY, DIGEST
    )


NEW = {
    "pillar": "P1",
    "objective": "O1.1",
    "kind": "commitment",
    "action_type": "publish",
    "sectors": ["supply_chains"],
    "agencies_us": ["DOC"],
    "agencies_mx": [],
}
ADD = act("commitment.add", "P1-SC-10", NEW)


def record_after(given: PlanAct, known: Known) -> dict:
    return after(given, known).records[-1][2]


def codes(given: PlanAct, known: Known) -> list[str]:
    with pytest.raises(BrokenRuleError) as broken:
        after(given, known)
    return sorted({each.rule.code for each in broken.value.findings})


def test_every_kind_says_what_its_subject_becomes():
    assert set(ACT_KINDS) == {*BECOMES, "statement.agree"}
    assert len({each.code for each in RULES}) == len(RULES)


def test_a_new_commitment_rests_on_the_paper_of_its_act(known):
    paper, added = (record for _, _, record in after(ADD, known).records)

    assert paper["act_sha256"] == DIGEST
    assert (paper["date"], paper["url"], paper["lang"]) == ("2026-12-03", None, "en_es")
    assert added["stated_in"] == [paper["id"]]
    assert (added["stated_on"], added["stated_on_precision"]) == ("2026-12-03", "day")
    assert (added["title_en"], added["title_es"]) == ("The title", "The title é")
    assert (added["agencies_basis"], added["initiative"], added["due"]) == ("stated", None, None)
    assert "editor_status" not in added


def test_a_new_commitment_that_an_earlier_paper_states_is_dated_by_it(known):
    added = record_after(replace(ADD, fields={**NEW, "stated_in": ["D-2021-09-09-JS"]}), known)

    assert added["stated_on"] == "2021-09-09"
    assert added["stated_in"][0] == "D-2021-09-09-JS"
    assert len(added["stated_in"]) == 2


def test_an_amendment_changes_what_it_names_and_keeps_the_rest(known):
    before = known.records["commitments"]["P1-SC-02"]
    figure = {"what_en": "firms", "what_es": "empresas", "value": "12.50", "unit": "percent"}

    made = record_after(
        act("commitment.amend", "P1-SC-02", {"due": "2027-06", "quantities": [figure]}), known
    )

    assert (made["due"], made["due_precision"]) == ("2027-06", "month")
    assert made["quantities"][0]["value"] == Decimal("12.50")
    assert made["stated_on"] == before["stated_on"]
    assert made["stated_in"][:-1] == before["stated_in"]
    assert made["agencies_us"] == before["agencies_us"]
    assert made["title_es_basis"] == "official"


def test_a_null_takes_away_what_a_commitment_had(known):
    dated = folded(known, [act("commitment.amend", "P1-SC-02", {"due": "2027"})])

    made = record_after(
        replace(act("commitment.amend", "P1-SC-02", {"due": None, "initiative": None}), digest="cd" * 32),
        dated,
    )

    assert made["due"] is None
    assert not {"due_precision", "initiative_basis"} & made.keys()


@pytest.mark.parametrize(
    ("us", "mx", "basis"),
    [(["DOC"], ["SE"], "stated"), (["DOC"], None, "partly_stated"), ([], [], "none_named")],
)
def test_agencies_that_both_parties_name_are_stated(known, us, mx, basis):
    named = {"agencies_us": us} | ({} if mx is None else {"agencies_mx": mx})

    assert record_after(act("commitment.amend", "P1-SC-02", named), known)["agencies_basis"] == basis


def test_a_merged_commitment_names_what_it_goes_on_in(known):
    made = record_after(act("commitment.merge", "P1-SC-02", {"into": "P1-SC-03"}), known)

    assert [made[name] for name in ("superseded_on", "superseded_by", "superseded_as")] == [
        "2026-12-03",
        "P1-SC-03",
        "merged",
    ]


def test_a_superseded_commitment_names_what_takes_its_place(known):
    made = record_after(act("commitment.supersede", "P1-SC-02", {"by": "P1-SC-03"}), known)

    assert (made["superseded_by"], made["superseded_as"]) == ("P1-SC-03", "replaced")


@pytest.mark.parametrize(("verb", "sign"), [("withdraw", "withdrawn"), ("complete", "completed")])
def test_what_goes_out_of_force_says_by_which_paper_and_why(known, verb, sign):
    paper, made = (record for _, _, record in after(act(f"commitment.{verb}", "P1-SC-02"), known).records)

    assert (made[f"{sign}_on"], made[f"{sign}_in"]) == ("2026-12-03", paper["id"])
    assert paper["note_es"].endswith("é")
    assert {**made, f"{sign}_on": None, f"{sign}_in": None} == {
        **known.records["commitments"]["P1-SC-02"],
        f"{sign}_on": None,
        f"{sign}_in": None,
    }


def test_a_milestone_is_added_moved_and_reached(known):
    added = act("milestone.add", "MS-1", {"commitment": "P1-SC-02", "due": "2027-06"})
    moved = replace(act("milestone.amend", "MS-1", {"due": "2027-09-30"}), digest="cd" * 32)
    reached = replace(act("milestone.reach", "MS-1", {"reached": "2026-12-01"}), digest="ef" * 32)

    made = folded(known, [added, moved, reached]).records["milestones"]["MS-1"]

    assert made == {
        "id": "MS-1",
        "commitment": "P1-SC-02",
        "title_en": "The title",
        "title_es": "The title é",
        "document": "D-2026-12-03-ACTCDCDCDCDCDCD",
        "due": "2027-09-30",
        "reached": "2026-12-01",
        "reached_in": "D-2026-12-03-ACTEFEFEFEFEFEF",
    }


def test_a_joint_statement_is_a_paper_of_its_own(known):
    stated = act("statement.agree", "D-2026-12-03-JS", title="Joint Statement", body="We agree.")

    records = after(stated, known).records

    assert [(kind, id) for kind, id, _ in records] == [("documents", "D-2026-12-03-JS")]
    assert records[0][2]["title_en"] == "Joint Statement"
    assert records[0][2]["title_es_basis"] == "official"


def test_wp_01_unknown_kind_is_refused(known):
    assert codes(replace(ADD, type="commitment.forget"), known) == ["WP-01"]


def test_wp_02_a_taken_identifier_is_refused(known):
    assert codes(replace(ADD, subject="P1-SC-09"), known) == ["WP-02"]


def test_wp_02_an_identifier_is_never_used_again(known):
    retired = replace(known, used={"commitments": {*known.records["commitments"], "P1-SC-10"}})

    assert codes(ADD, retired) == ["WP-02"]


@pytest.mark.parametrize("id", ["SC-10", "P1-sc-10", "P1-SC-1", "P1-10-SC", "P1--10"])
def test_wp_03_an_identifier_of_another_form_is_refused(known, id):
    assert codes(replace(ADD, subject=id), known) == ["WP-03"]


def test_wp_04_an_identifier_of_the_wrong_pillar_is_refused(known):
    assert codes(replace(ADD, subject="P2-15"), known) == ["WP-04"]


@pytest.mark.parametrize("type", [each for each in ACT_KINDS if not each.endswith((".add", ".agree"))])
def test_wp_05_a_change_of_nothing_is_refused(known, type):
    assert codes(act(type, "P1-SC-99"), known) == ["WP-05"]


@pytest.mark.parametrize("target", ["P1-SC-99", None, 7])
def test_wp_05_a_successor_that_does_not_exist_is_refused(known, target):
    given = act("commitment.merge", "P1-SC-02", {"into": target})

    assert "WP-05" in codes(given, known)


@pytest.mark.parametrize("first", ["withdraw", "complete", "merge"])
@pytest.mark.parametrize("second", ["withdraw", "complete", "amend", "merge"])
def test_wp_06_what_is_closed_is_not_changed_again(known, first, second):
    pointing = {"merge": {"into": "P1-SC-03"}, "amend": {"due": "2027"}}
    closed = folded(known, [act(f"commitment.{first}", "P1-SC-02", pointing.get(first))])
    again = act(f"commitment.{second}", "P1-SC-02", pointing.get(second))

    assert codes(replace(again, digest="cd" * 32), closed) == ["WP-06"]


@pytest.mark.parametrize("side", ["english", "spanish"])
@pytest.mark.parametrize("text", [None, "", "  "])
def test_wp_07_a_text_empty_in_one_language_is_refused(known, side, text):
    texts = {**getattr(ADD, side), "summary": text}
    given = replace(ADD, **{side: {name: each for name, each in texts.items() if each is not None}})

    assert codes(given, known) == ["WP-07"]


def test_wp_07_a_text_that_the_kind_does_not_have_is_refused(known):
    assert codes(act("commitment.withdraw", "P1-SC-02", reason="Why", moral="What"), known) == ["WP-07"]


def test_wp_08_an_unknown_field_is_refused(known):
    assert codes(replace(ADD, fields={**NEW, "editor_status": "reported_done"}), known) == ["WP-08"]


def test_wp_09_a_merge_into_itself_is_refused(known):
    assert codes(act("commitment.merge", "P1-SC-02", {"into": "P1-SC-02"}), known) == ["WP-09"]


def test_wp_10_a_circle_of_merges_is_refused(known):
    merged = folded(known, [act("commitment.merge", "P1-SC-02", {"into": "P1-SC-03"})])
    back = act("commitment.merge", "P1-SC-03", {"into": "P1-SC-02"})

    assert codes(replace(back, digest="cd" * 32), merged) == ["WP-10"]


def test_wp_11_a_closed_successor_is_refused(known):
    closed = folded(known, [act("commitment.withdraw", "P1-SC-03")])
    given = act("commitment.supersede", "P1-SC-02", {"by": "P1-SC-03"})

    assert codes(replace(given, digest="cd" * 32), closed) == ["WP-11"]


def test_wp_12_an_amendment_of_nothing_is_refused(known):
    before = known.records["commitments"]["P1-SC-02"]
    same = PlanAct(
        "commitment.amend",
        "P1-SC-02",
        {name: before[f"{name}_en"] for name in ("title", "summary")},
        {name: before[f"{name}_es"] for name in ("title", "summary")},
        {},
        DAY,
        DIGEST,
    )

    assert codes(same, known) == ["WP-12"]


def test_wp_13_an_act_does_not_count_before_the_one_it_stands_on(known):
    amended = folded(known, [act("commitment.amend", "P1-SC-02")])
    earlier = replace(act("commitment.withdraw", "P1-SC-02"), on=date(2026, 12, 2), digest="cd" * 32)

    assert codes(earlier, amended) == ["WP-13"]


def test_wp_14_a_milestone_due_before_its_commitment_was_stated_is_refused(known):
    given = act("milestone.add", "MS-1", {"commitment": "P1-SC-02", "due": "2020"})

    assert codes(given, known) == ["WP-14"]


def test_wp_15_a_milestone_is_reached_once_and_not_in_the_future(known):
    added = folded(known, [act("milestone.add", "MS-1", {"commitment": "P1-SC-02", "due": "2027"})])
    future = replace(act("milestone.reach", "MS-1", {"reached": "2026-12-31"}), digest="cd" * 32)
    once = replace(future, fields={"reached": "2026-12"}, on=date(2026, 12, 31))

    assert codes(future, added) == ["WP-15"]
    assert codes(replace(once, digest="ef" * 32), folded(added, [once])) == ["WP-15"]


def test_wp_18_an_act_may_repeat_only_the_words_that_stand(known):
    before = known.records["commitments"]["P1-SC-02"]
    given = act("commitment.withdraw", "P1-SC-02")
    texts = {"english": "en", "spanish": "es"}
    repeated = replace(
        given,
        **{
            side: {**getattr(given, side), "title": before[f"title_{language}"]}
            for side, language in texts.items()
        },
    )
    otherwise = replace(repeated, spanish={**repeated.spanish, "title": "Otro título"})

    assert record_after(repeated, known)["withdrawn_on"] == "2026-12-03"
    assert codes(otherwise, known) == ["WP-18"]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("sectors", ["gardening"], "RC-20"),
        ("agencies_us", ["NASA-X"], "RC-31"),
        ("agencies_us", ["SE"], "RC-40"),
        ("objective", "O2.1", "RC-41"),
        ("objective", None, "RC-13"),
        ("children", ["P1-SC-10"], "RC-43"),
        ("due", "2021-01-01", "RC-47"),
        ("due", "soon", "RC-16"),
        ("due", 2027, "RC-14"),
        ("stated_in", ["D-NOWHERE"], "RC-31"),
        ("kind", True, "RC-14"),
    ],
)
def test_the_rules_of_the_record_hold_for_an_act(known, field, value, code):
    assert code in codes(replace(ADD, fields={**NEW, field: value}), known)


def test_a_circle_of_children_is_refused(known):
    assert "P1-SC-03" in known.records["commitments"]["P1-SC-01"]["children"]

    assert "RC-44" in codes(act("commitment.amend", "P1-SC-03", {"children": ["P1-SC-01"]}), known)


def test_all_findings_are_collected(known):
    given = replace(
        ADD, subject="P2-SC-1", spanish={}, fields={**NEW, "due": "soon", "agencies_us": ["NASA-X"], "x": 1}
    )

    outcome, findings = weigh(given, known)

    assert outcome is None
    assert {"WP-03", "WP-07", "WP-08", "RC-16", "RC-31"} <= {each.rule.code for each in findings}


def test_the_next_identifier_is_free(known):
    used = known.records["commitments"].keys()

    assert next_identifier("commitments", used, pillar="P1", group="SC") == "P1-SC-10"
    assert next_identifier("commitments", used, pillar="P2") == "P2-15"
    assert next_identifier("milestones", ["MS-4"]) == "MS-5"


def test_the_record_after_an_act_is_sound_as_a_whole(known):
    made = folded(
        known, [ADD, replace(act("commitment.merge", "P1-SC-02", {"into": "P1-SC-10"}), digest="c" * 64)]
    )
    entries = {
        kind: [Entry(KINDS[kind], each, 0, dict.fromkeys(each, 0)) for each in of_kind.values()]
        for kind, of_kind in made.records.items()
    }

    assert not [each for each in check_entries(entries) if each.rule.severity == "error"]
