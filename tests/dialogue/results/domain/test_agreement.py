from datetime import date

import pytest

from hled.dialogue.results.domain.agreement import EDITOR_STATUS_OF, REASONS, compare, highest_shows
from hled.dialogue.results.domain.assessment import Status
from hled.dialogue.results.domain.facts import RecordFacts
from hled.dialogue.results.domain.rulebook import assess

LATER = date(2026, 11, 23)


def test_every_computed_status_stands_for_one_of_the_editor_with_its_reason():
    assert set(EDITOR_STATUS_OF) == set(REASONS) == set(Status)


def test_agreement_counts_and_lists_what_differs(a_commitment, a_report):
    facts = RecordFacts((a_commitment("C-01"), a_commitment("C-02")), (a_report("completed"),))

    found = compare(assess(facts, LATER, undated=False), {"C-01": "reported_done", "C-02": "announced_only"})

    assert (found.total, found.agreed) == (2, 1)
    assert found.as_json()["disagreements"] == [
        {"commitment": "C-02", "computed": "silent", "rule": "ST-22", "editor": "announced_only"}
    ]
    assert found.confusion == {
        (Status.DONE, "reported_done"): 1,
        (Status.SILENT, "announced_only"): 1,
    }


def test_what_is_not_in_view_disagrees():
    found = compare({}, {"C-01": "reported_done"})

    assert (found.agreed, found.disagreements[0].computed) == (0, None)


def test_an_unknown_status_of_the_editor_is_refused():
    with pytest.raises(ValueError, match="editor_status='excellent'"):
        compare({}, {"C-01": "excellent"})


def test_the_trivial_rule_takes_the_highest_that_any_report_shows(a_commitment, a_report, a_search):
    facts = RecordFacts(
        (a_commitment("C-01", children=("C-02",)), a_commitment("C-02"), a_commitment("C-03")),
        (
            a_report("activity", commitment="C-02"),
            a_report("partly_completed", id="R-02", commitment="C-02"),
            a_search(date(2022, 5, 1), commitment="C-03"),
        ),
    )

    assert highest_shows(facts, LATER, undated=False) == {
        "C-01": Status.UNDER_WAY,
        "C-02": Status.PARTLY_DONE,
        "C-03": Status.SILENT,
    }
    assert highest_shows(facts, LATER, undated=False, read_children=False)["C-01"] is Status.SILENT
