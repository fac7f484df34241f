from datetime import date

from hled.dialogue.results.domain.facts import (
    DiscrepancyFacts,
    MeetingFacts,
    MilestoneFacts,
    RecordFacts,
    StatementFacts,
    as_known,
)

DAY = date(2022, 4, 18)
BEFORE, AFTER = date(2022, 4, 17), date(2022, 4, 19)


def test_only_what_was_public_by_the_end_of_the_day_is_known(a_commitment, a_report):
    facts = RecordFacts(
        commitments=(a_commitment("C-01", stated_on=DAY), a_commitment("C-02", stated_on=AFTER)),
        reports=(a_report(id="R-01", reported_on=DAY), a_report(id="R-02", reported_on=AFTER)),
        discrepancies=(DiscrepancyFacts("DX-1", "C-01", DAY), DiscrepancyFacts("DX-2", None, AFTER)),
        meetings=(MeetingFacts("M-1", DAY, "cabinet"), MeetingFacts("M-2", AFTER, "cabinet")),
    )

    known = as_known(facts, DAY, undated=False)

    assert [each.id for each in known.commitments] == ["C-01"]
    assert [each.id for each in known.reports] == ["R-01"]
    assert [each.id for each in known.discrepancies] == ["DX-1"]
    assert [each.id for each in known.meetings] == ["M-1"]


def test_what_belongs_to_a_commitment_not_yet_public_is_left_out_with_it(a_commitment, a_report):
    facts = RecordFacts(
        commitments=(
            a_commitment("P-01", stated_on=BEFORE, children=("C-01",)),
            a_commitment(stated_on=AFTER),
        ),
        reports=(a_report(reported_on=DAY),),
        milestones=(MilestoneFacts("M-1", "C-01", DAY),),
        discrepancies=(DiscrepancyFacts("DX-1", "C-01", DAY),),
    )

    known = as_known(facts, DAY, undated=False)

    assert known.commitments[0].children == ()
    assert (known.reports, known.milestones, known.discrepancies) == ((), (), ())


def test_later_documents_milestones_and_withdrawals_of_a_known_commitment_are_not_seen(a_commitment):
    commitment = a_commitment(
        stated_on=BEFORE,
        stated_in=(
            StatementFacts("D-01", BEFORE),
            StatementFacts("D-02", AFTER),
            StatementFacts("D-03", None),
        ),
        superseded_on=AFTER,
        superseded_by="C-09",
    )
    milestone = MilestoneFacts(
        "M-1", "C-01", DAY, reached_on=DAY, reached_published_on=AFTER, document="D-02"
    )

    known = as_known(RecordFacts((commitment,), milestones=(milestone,)), DAY, undated=False)

    assert [each.document for each in known.commitments[0].stated_in] == ["D-01"]
    assert (known.commitments[0].superseded_on, known.commitments[0].superseded_by) == (None, None)
    assert known.milestones == (MilestoneFacts("M-1", "C-01", DAY),)


def test_undated_items_are_known_only_in_a_view_without_a_date(a_commitment, a_report):
    facts = RecordFacts(
        commitments=(a_commitment(stated_on=None),),
        reports=(a_report(reported_on=None),),
        discrepancies=(DiscrepancyFacts("DX-1", "C-01", None),),
    )

    assert as_known(facts, DAY, undated=False) == RecordFacts()
    assert as_known(facts, DAY, undated=True) == facts
