"""One test or more for each rule of the rulebook, named after it."""

from datetime import date

import pytest

from hled.dialogue.results.domain.assessment import Status, Voice, Weight
from hled.dialogue.results.domain.facts import (
    DiscrepancyFacts,
    MilestoneFacts,
    QuantityFacts,
    RecordFacts,
    StatementFacts,
)
from hled.dialogue.results.domain.rulebook import CURRENT, RULEBOOKS, assess, rulebook_as_json

LATER = date(2026, 11, 23)


def _verdict(found):
    return found.status, found.rule, found.since


def test_st_01_a_withdrawn_commitment_stays_withdrawn_whatever_is_reported(a_commitment, a_report, judge):
    found = judge(a_commitment(withdrawn_on=date(2022, 6, 1)), a_report("completed"))

    assert _verdict(found) == (Status.WITHDRAWN, "ST-01", date(2022, 6, 1))
    assert found.sentence.es == "Retirado el 1 de junio de 2022."


def test_st_01_a_withdrawal_is_not_seen_before_its_day(a_commitment, a_report, judge):
    found = judge(a_commitment(withdrawn_on=date(2022, 6, 1)), a_report(), as_of=date(2022, 5, 31))

    assert found.rule == "ST-15"


def test_st_02_a_superseded_commitment_names_its_successor(a_commitment, judge):
    found = judge(a_commitment(superseded_on=date(2022, 6, 1), superseded_by="C-02"))

    assert _verdict(found) == (Status.SUPERSEDED, "ST-02", date(2022, 6, 1))
    assert found.sentence.en == "Superseded by C-02 on 1 June 2022."


def test_st_23_a_merged_commitment_goes_on_in_the_other(a_commitment, judge):
    found = judge(a_commitment(superseded_on=date(2022, 6, 1), superseded_by="C-02", merged=True))

    assert _verdict(found) == (Status.SUPERSEDED, "ST-23", date(2022, 6, 1))
    assert found.sentence.en == "Merged into C-02 on 1 June 2022."


def test_st_24_a_joint_completion_counts_from_its_day_and_not_before(a_commitment, judge):
    paper = StatementFacts("D-ACT", date(2022, 6, 1))
    completed = a_commitment(completed_on=date(2022, 6, 1), completed_in=paper)

    found, before = judge(completed), judge(completed, as_of=date(2022, 5, 31))

    assert _verdict(found) == (Status.DONE, "ST-24", date(2022, 6, 1))
    assert found.sentence.es == "Declarado cumplido por ambas Partes el 1 de junio de 2022."
    assert before.rule != "ST-24"


def test_st_03_a_recurring_duty_whose_next_round_is_not_reported_is_overdue(a_commitment, a_report, judge):
    found = judge(
        a_commitment(recurrence="yearly", action_type="hold_event"),
        a_report("partly_completed", kind="meeting", reported_on=date(2022, 9, 12)),
        as_of=date(2023, 10, 13),
    )

    assert _verdict(found) == (Status.RECURRENCE_OVERDUE, "ST-03", date(2023, 10, 13))
    assert found.sentence.en == (
        "1 round reported, the last one on 12 September 2022; the next was due by 12 September 2023 and is not "
        "reported."
    )


@pytest.mark.parametrize(("recurrence", "next_due"), [("monthly", 5), ("quarterly", 7), ("twice_yearly", 10)])
def test_st_03_each_period_is_counted_from_the_last_round(
    a_commitment, a_report, judge, recurrence, next_due
):
    promise = a_commitment(recurrence=recurrence, action_type="hold_event")
    held = a_report("partly_completed", kind="meeting")

    assert judge(promise, held, as_of=date(2022, next_due, 18)).rule == "ST-04"
    assert judge(promise, held, as_of=date(2022, next_due + 1, 20)).rule == "ST-03"


def test_st_04_a_recurring_duty_within_its_days_of_grace_is_under_way(a_commitment, a_report, judge):
    found = judge(
        a_commitment(recurrence="yearly", action_type="hold_event"),
        a_report("partly_completed", kind="meeting"),
        as_of=date(2023, 5, 18),
    )

    assert _verdict(found) == (Status.UNDER_WAY, "ST-04", date(2022, 4, 18))


def test_st_04_a_round_counts_from_the_day_it_was_held(a_commitment, a_report, judge):
    found = judge(
        a_commitment(recurrence="monthly", action_type="hold_event"),
        a_report("partly_completed", happened_on=date(2022, 2, 1)),
        as_of=date(2022, 4, 19),
    )

    assert found.rule == "ST-03"


def test_st_05_a_report_of_the_whole_is_done_with_its_author_and_day(a_commitment, a_report, judge):
    found = judge(a_commitment(), a_report("completed", reported_on=date(2022, 4, 18)))

    assert _verdict(found) == (Status.DONE, "ST-05", date(2022, 4, 18))
    assert found.sentence.en == "Reported done by both Parties on 18 April 2022."
    assert found.sentence.es == "Reportado como cumplido por ambas Partes el 18 de abril de 2022."
    assert [each.as_json() for each in found.evidence] == [
        {
            "id": "R-01",
            "document": "D-02",
            "published_on": "2022-04-18",
            "published_precision": "day",
            "url": "https://example.org/report",
            "by": "joint",
            "weight": "decides",
        }
    ]


def test_st_05_the_document_that_states_may_also_report_done(a_commitment, a_report, judge):
    found = judge(a_commitment(), a_report("completed", document="D-01", reported_on=date(2022, 1, 10)))

    assert _verdict(found) == (Status.DONE, "ST-05", date(2022, 1, 10))


def test_st_05_late_delivery_is_done_and_says_that_it_was_late(a_commitment, a_report, judge):
    found = judge(a_commitment(due=date(2022, 3, 1)), a_report("completed", kind="delay", late=True))

    assert found.status is Status.DONE
    assert found.sentence.en.endswith("A report shows delivery after the date promised.")


def test_st_05_work_reported_after_the_whole_does_not_undo_it(a_commitment, a_report, judge):
    found = judge(a_commitment(), a_report("completed"), a_report(id="R-02", reported_on=date(2022, 8, 1)))

    assert found.rule == "ST-05"


def test_st_06_a_promised_count_that_is_reported_reached_is_done(a_commitment, a_report, judge):
    found = judge(
        a_commitment(quantities=(QuantityFacts("students", 11, "people"),)),
        a_report("partly_completed", quantities=(QuantityFacts("students", 11, "people", "estudiantes"),)),
    )

    assert _verdict(found) == (Status.DONE, "ST-06", date(2022, 4, 18))
    assert "(estudiantes: 11)" in found.sentence.es


@pytest.mark.parametrize(
    "reported",
    [
        QuantityFacts("students", 10, "people"),
        QuantityFacts("pupils", 11, "people"),
        QuantityFacts("students", 11, "items"),
    ],
)
def test_st_06_figures_that_fall_short_or_name_another_thing_are_a_part(
    a_commitment, a_report, judge, reported
):
    found = judge(
        a_commitment(quantities=(QuantityFacts("students", 11, "people"),)),
        a_report("partly_completed", quantities=(reported,)),
    )

    assert found.rule == "ST-13"


def test_st_06_a_figure_announced_with_the_work_is_not_one_reached(a_commitment, a_report, judge):
    students = (QuantityFacts("students", 11, "people"),)

    found = judge(a_commitment(quantities=students), a_report("activity", quantities=students))

    assert found.rule == "ST-15"


def test_st_06_money_is_not_counted_as_a_thing(a_commitment, a_report, judge):
    money = (QuantityFacts("grant", 38_000, "USD"),)

    found = judge(a_commitment(quantities=money), a_report("partly_completed", quantities=money))

    assert found.rule == "ST-13"


def test_st_07_as_many_events_on_different_days_as_promised_are_done(a_commitment, a_report, judge):
    promise = a_commitment(action_type="hold_event", quantities=(QuantityFacts("forums", 2, "events"),))
    first = a_report("partly_completed")
    second = a_report("partly_completed", id="R-02", reported_on=date(2022, 8, 1))

    assert judge(promise, first).rule == "ST-13"
    assert _verdict(judge(promise, first, second)) == (Status.DONE, "ST-07", date(2022, 8, 1))


def test_st_07_two_reports_of_the_same_day_are_one_event(a_commitment, a_report, judge):
    found = judge(
        a_commitment(action_type="hold_event", quantities=(QuantityFacts("forums", 2, "events"),)),
        a_report("partly_completed"),
        a_report("partly_completed", id="R-02", reported_on=date(2022, 8, 1), happened_on=date(2022, 4, 18)),
    )

    assert found.rule == "ST-13"


def test_st_08_an_event_without_promised_number_is_done_when_held(a_commitment, a_report, judge):
    found = judge(a_commitment(action_type="hold_event"), a_report("partly_completed"))

    assert _verdict(found) == (Status.DONE, "ST-08", date(2022, 4, 18))


def test_st_08_before_its_date_an_event_held_is_only_a_part(a_commitment, a_report, judge):
    promise = a_commitment(action_type="hold_event", due=date(2022, 9, 30))
    held = a_report("partly_completed")

    assert judge(promise, held, as_of=date(2022, 9, 30)).status is Status.PARTLY_DONE
    assert _verdict(judge(promise, held, as_of=date(2022, 10, 1))) == (
        Status.DONE,
        "ST-08",
        date(2022, 10, 1),
    )


def test_st_09_a_body_that_delivered_a_part_has_been_created(a_commitment, a_report, judge):
    found = judge(a_commitment(action_type="create_body"), a_report("partly_completed"))

    assert _verdict(found) == (Status.DONE, "ST-09", date(2022, 4, 18))


def test_st_09_talks_about_a_body_do_not_create_it(a_commitment, a_report, judge):
    assert judge(a_commitment(action_type="create_body"), a_report("activity")).rule == "ST-15"


def test_st_10_all_milestones_reached_is_done(a_commitment, judge):
    found = judge(
        a_commitment(),
        MilestoneFacts("M-1", "C-01", date(2022, 3, 1), date(2022, 2, 20), date(2022, 2, 28), "D-02"),
        MilestoneFacts("M-2", "C-01", date(2022, 6, 1), date(2022, 6, 1), date(2022, 6, 15), "D-03"),
    )

    assert _verdict(found) == (Status.DONE, "ST-10", date(2022, 6, 15))
    assert [each.id for each in found.evidence] == ["M-1", "M-2"]


def test_st_10_a_milestone_counts_from_the_day_on_which_it_was_published(a_commitment, judge):
    found = judge(
        a_commitment(),
        MilestoneFacts("M-1", "C-01", date(2022, 12, 1), date(2022, 2, 20), date(2022, 10, 1), "D-02"),
    )

    assert found.rule == "ST-21"


def test_st_11_a_due_date_that_passed_without_delivery_is_late(a_commitment, judge):
    promise = a_commitment(due=date(2022, 8, 31))

    assert judge(promise, as_of=date(2022, 8, 31)).rule == "ST-21"
    found = judge(promise, as_of=date(2022, 9, 1))
    assert _verdict(found) == (Status.LATE, "ST-11", date(2022, 9, 1))
    assert found.sentence.en == "Due by 31 August 2022; nothing has been reported."


@pytest.mark.parametrize("shows", ["activity", "partly_completed", "restated"])
def test_st_11_less_than_the_whole_does_not_meet_a_date(a_commitment, a_report, judge, shows):
    found = judge(a_commitment(due=date(2022, 8, 31)), a_report(shows))

    assert found.status is Status.LATE


def test_st_11_a_missed_milestone_is_late(a_commitment, a_report, judge):
    found = judge(a_commitment(), a_report(), MilestoneFacts("M-1", "C-01", date(2022, 6, 1)))

    assert _verdict(found) == (Status.LATE, "ST-11", date(2022, 6, 2))


def test_st_11_a_due_date_that_is_a_start_is_met_by_work(a_commitment, a_report, judge):
    promise = a_commitment(due=date(2022, 6, 30), due_is_start=True)

    assert judge(promise, a_report()).rule == "ST-15"
    assert judge(promise).rule == "ST-11"


def test_st_12_of_promised_money_a_launch_is_the_start(a_commitment, a_report, judge):
    found = judge(a_commitment(action_type="fund_or_invest"), a_report("partly_completed"))

    assert _verdict(found) == (Status.UNDER_WAY, "ST-12", date(2022, 4, 18))


def test_st_13_a_part_is_partly_done_since_the_first_report(a_commitment, a_report, judge):
    found = judge(
        a_commitment(),
        a_report("partly_completed", by="us"),
        a_report("partly_completed", id="R-02", by="mx", reported_on=date(2022, 8, 1)),
    )

    assert _verdict(found) == (Status.PARTLY_DONE, "ST-13", date(2022, 4, 18))
    assert found.sentence.en == "A part reported done by the United States on 18 April 2022."
    assert found.strength.voice is Voice.BOTH_PARTIES


def test_st_13_one_milestone_of_two_is_a_part(a_commitment, judge):
    found = judge(
        a_commitment(),
        MilestoneFacts("M-1", "C-01", date(2022, 3, 1), date(2022, 2, 20), date(2022, 2, 28), "D-02"),
        MilestoneFacts("M-2", "C-01", date(2022, 12, 1)),
    )

    assert _verdict(found) == (Status.PARTLY_DONE, "ST-13", date(2022, 2, 28))
    assert found.sentence.en == "A part reported done by way of a milestone on 28 February 2022."


def test_st_14_only_the_announcement_itself_reports_on_it(a_commitment, a_report, judge):
    found = judge(a_commitment(), a_report(document="D-01", reported_on=date(2022, 1, 10)), as_of=LATER)

    assert _verdict(found) == (Status.ANNOUNCED, "ST-14", date(2022, 1, 10))


def test_st_14_a_meeting_held_the_same_day_is_work(a_commitment, a_report, judge):
    held = a_report(document="D-01", reported_on=date(2022, 1, 10), kind="meeting")

    assert judge(a_commitment(), held).rule == "ST-15"


def test_st_14_the_press_reports_and_does_not_announce_for_the_parties(a_commitment, a_report, judge):
    promise = a_commitment(stated_in=(StatementFacts("D-01", date(2022, 1, 10), official=False),))
    report = a_report(document="D-01", document_kind="press", by="press", reported_on=date(2022, 1, 10))

    assert judge(promise, report).rule == "ST-15"


def test_st_15_work_is_under_way_since_the_first_report_and_names_the_last(a_commitment, a_report, judge):
    found = judge(
        a_commitment(),
        a_report(by="us"),
        a_report("effect", id="R-02", by="mx", reported_on=date(2022, 8, 1)),
    )

    assert _verdict(found) == (Status.UNDER_WAY, "ST-15", date(2022, 4, 18))
    assert found.sentence.es == (
        "Trabajos reportados; el informe más reciente, por México el 1 de agosto de 2022."
    )


def test_st_16_a_parent_is_read_from_its_children(a_commitment, a_report, judge):
    found = judge(
        a_commitment("P-01", children=("C-01", "C-02")),
        a_commitment("C-01"),
        a_commitment("C-02"),
        a_report(),
    )

    assert _verdict(found) == (Status.UNDER_WAY, "ST-16", date(2022, 4, 18))
    assert [(each.id, each.weight) for each in found.evidence] == [("R-01", Weight.SUPPORTS)]
    assert found.last_report_on == date(2022, 4, 18)


def test_st_16_a_parent_of_done_children_is_never_more_than_under_way(a_commitment, a_report, judge):
    found = judge(a_commitment("P-01", children=("C-01",)), a_commitment("C-01"), a_report("completed"))

    assert found.status is Status.UNDER_WAY


def test_st_16_a_parent_of_silent_children_is_silent(a_commitment, judge):
    found = judge(a_commitment("P-01", children=("C-01",)), a_commitment("C-01"), as_of=LATER)

    assert found.status is Status.SILENT


def test_st_16_grandchildren_reach_the_grandparent(a_commitment, a_report, judge):
    found = judge(
        a_commitment("P-01", children=("P-02",)),
        a_commitment("P-02", children=("C-01",)),
        a_commitment("C-01"),
        a_report(),
    )

    assert found.rule == "ST-16"
    assert [each.id for each in found.evidence] == ["R-01"]


@pytest.mark.parametrize("shows", ["context", "restated"])
def test_st_17_a_deed_that_only_bears_on_it_is_weak_evidence_of_work(a_commitment, a_report, judge, shows):
    found = judge(a_commitment(), a_report(shows, kind="output"))

    assert _verdict(found) == (Status.UNDER_WAY, "ST-17", date(2022, 4, 18))


@pytest.mark.parametrize("kind", ["baseline", "forecast"])
def test_st_17_a_baseline_or_a_forecast_is_no_deed(a_commitment, a_report, judge, kind):
    assert judge(a_commitment(), a_report("context", kind=kind), as_of=LATER).rule == "ST-22"


def test_st_18_a_promise_repeated_without_result_is_restated(a_commitment, a_report, judge):
    found = judge(a_commitment(), a_report("restated", kind="restated"), as_of=LATER)

    assert _verdict(found) == (Status.RESTATED, "ST-18", date(2022, 4, 18))


def test_st_19_an_undated_statement_without_report_gives_no_information(a_commitment, judge):
    found = judge(a_commitment(stated_on=None), undated=True)

    assert _verdict(found) == (Status.NO_INFORMATION, "ST-19", None)
    assert found.undated


@pytest.mark.parametrize(
    "promise",
    [
        {"action_type": "set_target"},
        {"action_type": "fund_or_invest", "quantities": (QuantityFacts("funding", 1_000, "USD"),)},
    ],
)
def test_st_20_a_target_or_a_sum_stands_announced_until_its_date(a_commitment, judge, promise):
    assert _verdict(judge(a_commitment(**promise), as_of=LATER)) == (
        Status.ANNOUNCED,
        "ST-20",
        date(2022, 1, 10),
    )
    assert judge(a_commitment(due=date(2025, 1, 1), **promise), as_of=LATER).status is Status.LATE


def test_st_20_a_promise_of_money_without_a_sum_falls_silent(a_commitment, judge):
    assert judge(a_commitment(action_type="fund_or_invest"), as_of=LATER).rule == "ST-22"


def test_st_21_a_new_promise_is_announced_for_twelve_months(a_commitment, judge):
    promise = a_commitment()

    assert judge(promise, as_of=date(2023, 1, 9)).status is Status.ANNOUNCED
    assert judge(promise, as_of=date(2023, 1, 10)).status is Status.SILENT


def test_st_22_a_promise_without_report_is_silent_and_says_since_when(a_commitment, judge):
    found = judge(a_commitment(), as_of=date(2023, 3, 10))

    assert _verdict(found) == (Status.SILENT, "ST-22", date(2023, 1, 10))
    assert found.sentence.en == "No report since 10 January 2022 (14 months)."
    assert [(each.id, each.weight) for each in found.evidence] == [("D-01", Weight.STATEMENT)]


def test_st_22_a_monthly_duty_is_silent_when_its_first_round_is_not_reported(a_commitment, judge):
    promise = a_commitment(recurrence="monthly", action_type="hold_event")

    assert judge(promise, as_of=date(2022, 3, 12)).status is Status.ANNOUNCED
    assert judge(promise, as_of=date(2022, 3, 13)).status is Status.SILENT


def test_st_22_a_search_that_found_nothing_neither_counts_nor_breaks_silence(a_commitment, a_search, judge):
    silent = judge(a_commitment(), as_of=LATER)

    found = judge(a_commitment(), a_search(date(2026, 11, 1)), as_of=LATER)

    assert _verdict(found) == _verdict(silent)
    assert (found.evidence, found.silent_months) == (silent.evidence, silent.silent_months)
    assert found.last_report_on is None
    assert [(each.id, each.weight, each.by) for each in found.searches] == [("R-99", Weight.SEARCH, "editor")]


@pytest.mark.parametrize("shows", ["completed", "activity"])
def test_the_editor_is_never_a_party_whatever_the_report_shows(a_commitment, a_report, judge, shows):
    found = judge(a_commitment(), a_report(shows, by="editor"), as_of=LATER)

    assert found.status is Status.SILENT


@pytest.mark.parametrize(("shows", "rule"), [("completed", "ST-05"), ("partly_completed", "ST-13")])
def test_a_report_older_than_the_promise_counts_for_what_had_been_delivered(
    a_commitment, a_report, judge, shows, rule
):
    found = judge(a_commitment(), a_report(shows, reported_on=date(2021, 6, 1)))

    assert (found.rule, found.since) == (rule, date(2022, 1, 10))
    assert not found.has_report


@pytest.mark.parametrize("shows", ["activity", "effect", "restated"])
def test_a_report_older_than_the_promise_shows_no_work_on_it(a_commitment, a_report, judge, shows):
    found = judge(a_commitment(), a_report(shows, reported_on=date(2021, 6, 1)), as_of=LATER)

    assert found.status is Status.SILENT


def test_sources_that_differ_mark_a_commitment_as_disputed_beside_its_status(a_commitment, a_report, judge):
    found = judge(
        a_commitment(),
        a_report("completed"),
        a_report("disputed", id="R-02", kind="discrepancy"),
        DiscrepancyFacts("DX-01", "C-01", date(2022, 4, 18)),
    )

    assert (found.status, found.disputed, found.disputed_by) == (Status.DONE, True, ("DX-01", "R-02"))


@pytest.mark.parametrize(
    ("reports", "voice", "origin"),
    [
        ([{"by": "us"}], "one_party", "primary"),
        ([{"by": "us"}, {"by": "mx"}], "both_parties", "primary"),
        ([{"by": "joint"}], "both_parties", "primary"),
        ([{"by": "press", "document": None, "document_kind": None}], "third_party", "press"),
        ([{"by": "mx", "document": None, "document_kind": None}], "one_party", "primary"),
        ([{"by": "third", "document_kind": "press"}, {"by": "us"}], "one_party", "primary"),
    ],
)
def test_strength_says_whose_word_it_is_and_where_it_was_read(
    a_commitment, a_report, judge, reports, voice, origin
):
    given = [a_report(id=f"R-{number}", **each) for number, each in enumerate(reports)]

    found = judge(a_commitment(), *given)

    assert found.strength.as_json() == {"voice": voice, "origin": origin}


def test_a_silent_commitment_has_no_strength_and_says_what_is_missing(a_commitment, judge):
    found = judge(a_commitment(agencies_us=("DOC",), agencies_basis="stated"), as_of=LATER)

    assert found.strength.as_json() == {"voice": "none", "origin": "none"}
    assert [each.code for each in found.missing] == ["MS-01", "MS-05", "MS-07", "MS-08"]


def test_a_month_counts_from_its_last_day_and_is_said_as_a_month(a_commitment, a_report, judge):
    report = a_report("completed", reported_on=date(2022, 4, 30), precision="month")

    assert judge(a_commitment(), report, as_of=date(2022, 4, 29)).status is Status.ANNOUNCED
    found = judge(a_commitment(), report, as_of=date(2022, 4, 30))
    assert found.sentence.en == "Reported done by both Parties in April 2022."


def test_undated_items_appear_only_in_a_view_without_a_date_and_are_marked(a_commitment, a_report, judge):
    undated = a_report("completed", reported_on=None)

    assert judge(a_commitment(), undated).status is Status.ANNOUNCED
    found = judge(a_commitment(), undated, undated=True)
    assert (found.status, found.undated, found.since) == (Status.DONE, True, None)


def test_an_undated_commitment_is_not_in_a_dated_view(a_commitment):
    facts = RecordFacts(commitments=(a_commitment(stated_on=None),))

    assert assess(facts, LATER, undated=False) == {}


def test_a_circle_of_parents_is_refused(a_commitment):
    facts = RecordFacts(commitments=(a_commitment("A", children=("B",)), a_commitment("B", children=("A",))))

    with pytest.raises(ValueError, match="cycle"):
        assess(facts, LATER, undated=True)


def test_a_long_chain_of_children_is_assessed(a_commitment):
    chain = tuple(a_commitment(f"C-{n:05}", children=(f"C-{n + 1:05}",)) for n in range(5_000))

    assert len(assess(RecordFacts(commitments=chain), LATER, undated=True)) == 5_000


@pytest.mark.parametrize(
    "wrong",
    [{"report": {"shows": "guessed"}}, {"promise": {"recurrence": "weekly"}}],
)
def test_an_unknown_code_is_refused_and_not_read_as_nothing(a_commitment, a_report, judge, wrong):
    report = a_report(**wrong.get("report", {"shows": "activity"}))

    with pytest.raises(ValueError, match="not a code of the rulebook"):
        judge(a_commitment(**wrong.get("promise", {})), report, as_of=LATER)


def test_without_shows_an_output_of_a_deliverable_is_the_deliverable(a_commitment, a_report, judge):
    given = a_commitment(kind="deliverable"), a_report("activity")

    assert judge(*given).status is Status.UNDER_WAY
    assert judge(*given, use_shows=False).status is Status.DONE


def test_each_rule_has_a_code_of_its_own_and_both_languages():
    codes = [each.code for each in CURRENT.rules]

    assert sorted(codes) == [f"ST-{number:02}" for number in range(1, len(codes) + 1)]
    assert all(each.says.en != each.says.es for each in CURRENT.rules)


@pytest.mark.parametrize("version", list(RULEBOOKS))
def test_the_rulebook_is_published_with_version_and_thresholds(version):
    said = rulebook_as_json(RULEBOOKS[version])

    assert said["version"] == version
    assert said["thresholds"] == {
        "silence_months": 12,
        "quiet_months": 12,
        "grace_days": 0,
        "round_grace_days": 30,
    }
    assert [each["code"] for each in said["rules"]] == [each.code for each in RULEBOOKS[version].rules]


def test_an_unknown_rule_is_refused():
    assert CURRENT.rule("ST-05").status is Status.DONE
    with pytest.raises(ValueError, match="ST-99"):
        CURRENT.rule("ST-99")
