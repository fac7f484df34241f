"""Acts of both Parties in the store: one fact changes, what it said before is kept, and each day sees its own."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from hled.dialogue.chronicle.models import AgreedFact, Entry, Revision
from hled.dialogue.chronicle.queries import acts_on, history_of, said, store_revision
from hled.dialogue.results.domain.assessment import Status
from hled.dialogue.results.queries.standing import standing
from hled.dialogue.workplan.domain.acts import PlanAct
from hled.dialogue.workplan.queries.plan import plan
from hled.dialogue.workplan.queries.shelves import COMMITMENTS, DOCUMENTS, MILESTONES
from hled.dialogue.workplan.services.acts import carry_out
from hled.kernel.rule import BrokenRuleError

AT = datetime(2026, 12, 3, 15, tzinfo=UTC)
DAY = AT.date()


def act(type: str, subject: str, fields: dict | None = None, *, on: date = DAY, number: int = 1) -> PlanAct:
    names = {"amend": ("title", "summary"), "add": ("title", "summary"), "complete": ("result",)}
    named = names.get(type.partition(".")[2], ("reason",))
    named = ("title",) if type.startswith("milestone") else named
    return PlanAct(
        type,
        subject,
        {name: f"The {name}" for name in named},
        {name: f"El {name}" for name in named},
        fields or {},
        on,
        f"{number:064x}",
    )


NEW = {
    "pillar": "P1",
    "objective": "O1.1",
    "kind": "commitment",
    "action_type": "publish",
    "sectors": ["supply_chains"],
    "agencies_us": ["DOC"],
    "agencies_mx": ["SE"],
}


def test_an_amendment_changes_one_fact_and_keeps_its_former_wording(bundled):
    before, others = said(COMMITMENTS)["P1-SC-02"], len(said(COMMITMENTS))

    carry_out(act=act("commitment.amend", "P1-SC-02", {"due": "2027-06-30"}), at=AT)

    after = said(COMMITMENTS)
    assert (after["P1-SC-02"]["title_en"], after["P1-SC-02"]["due"]) == ("The title", "2027-06-30")
    assert len(after) == others
    assert list(after) == list(said(COMMITMENTS, recorded_by=bundled))
    assert said(COMMITMENTS, recorded_by=AT - timedelta(seconds=1))["P1-SC-02"] == before
    former = {each["field"]: each["said"] for each in history_of("commitments", "P1-SC-02")}
    assert former["title_en"] == before["title_en"]
    assert (former["due"], former["stated_in"]) == (None, before["stated_in"])


def test_an_act_is_an_entry_with_its_digest_and_its_day(bundled):
    entry = carry_out(act=act("commitment.add", "P1-SC-10", NEW), at=AT)

    assert (entry.kind, entry.digest, entry.effective) == ("joint_act", f"{1:064x}", DAY)
    assert entry.counts == {"documents": [1, 0, 0], "commitments": [1, 0, 0]}
    assert [each.id for each in acts_on("commitments", "P1-SC-10")] == [entry.id]
    assert list(said(COMMITMENTS))[-1] == "P1-SC-10"
    assert said(DOCUMENTS)["D-2026-12-03-ACT000000000000"]["act_sha256"] == entry.digest


def test_a_refused_act_changes_nothing(bundled):
    revision = store_revision()

    with pytest.raises(BrokenRuleError):
        carry_out(act=act("commitment.amend", "P1-SC-02", {"agencies_us": ["NOBODY"]}), at=AT)

    assert store_revision() == revision
    assert not Entry.objects.filter(kind="joint_act").exists()
    assert not AgreedFact.objects.exists()
    assert not Revision.objects.exists()


def test_a_view_of_a_day_shows_nothing_agreed_later(bundled):
    before = plan().commitments["P1-SC-02"]
    carry_out(act=act("commitment.amend", "P1-SC-02", {"due": "2026-12-20"}), at=AT)
    later = act("commitment.amend", "P1-SC-02", {"due": "2027-12-20"}, on=date(2027, 1, 10), number=2)
    carry_out(act=later, at=AT)

    def due(*day: int) -> str | None:
        return plan(None, date(*day)).commitments["P1-SC-02"]["due"]

    def status(*day: int) -> Status:
        return standing(date(*day), undated=False).assessments["P1-SC-02"].status

    assert plan(None, date(2026, 12, 2)).commitments["P1-SC-02"] == before
    assert [due(2026, 12, 2), due(2026, 12, 3), due(2027, 1, 9), due(2027, 1, 10)] == [
        None,
        "2026-12-20",
        "2026-12-20",
        "2027-12-20",
    ]
    assert (status(2027, 1, 9), status(2027, 1, 10) is Status.LATE) == (Status.LATE, False)


def test_both_axes_of_time_hold_together(bundled):
    carry_out(act=act("commitment.amend", "P1-SC-02", {"due": "2026-12-20"}), at=AT)
    second = act("commitment.amend", "P1-SC-02", {"due": "2027-12-20"}, on=date(2027, 1, 10), number=2)
    carry_out(act=second, at=AT + timedelta(days=1))

    def due(recorded_by: datetime, as_of: date) -> str | None:
        return plan(recorded_by, as_of).commitments["P1-SC-02"]["due"]

    assert due(AT, date(2027, 6, 1)) == "2026-12-20"
    assert due(AT + timedelta(days=1), date(2027, 6, 1)) == "2027-12-20"
    assert due(AT + timedelta(days=1), date(2027, 1, 1)) == "2026-12-20"
    assert due(AT - timedelta(days=1), date(2027, 6, 1)) is None


def test_a_jointly_completed_commitment_is_done_by_rule_from_its_day(bundled):
    carry_out(act=act("milestone.add", "MS-1", {"commitment": "P1-SC-02", "due": "2027"}), at=AT)
    carry_out(act=act("commitment.complete", "P1-SC-02", on=date(2026, 12, 10), number=2), at=AT)

    done = standing(date(2026, 12, 10), undated=False).assessments["P1-SC-02"]
    day_before = standing(date(2026, 12, 9), undated=False).assessments["P1-SC-02"]

    assert (done.status, done.rule, done.since) == (Status.DONE, "ST-24", date(2026, 12, 10))
    assert [(each.by, each.document) for each in done.evidence] == [("joint", "D-2026-12-10-ACT000000000000")]
    assert done.sentence.es == (
        "Declarado cumplido por ambas Partes el 10 de diciembre de 2026. "
        "Sin informe de haberse alcanzado: 1 hito."
    )
    assert day_before.rule != "ST-24"


@pytest.mark.parametrize(
    ("type", "fields", "status", "rule"),
    [
        ("commitment.withdraw", {}, Status.WITHDRAWN, "ST-01"),
        ("commitment.supersede", {"by": "P1-SC-03"}, Status.SUPERSEDED, "ST-02"),
        ("commitment.merge", {"into": "P1-SC-03"}, Status.SUPERSEDED, "ST-23"),
    ],
)
def test_what_goes_out_of_force_has_its_rule(bundled, type, fields, status, rule):
    carry_out(act=act(type, "P1-SC-02", fields), at=AT)

    found = standing(DAY, undated=False).assessments["P1-SC-02"]

    assert (found.status, found.rule, found.since) == (status, rule, DAY)


def test_a_milestone_is_seen_from_the_day_of_its_act(bundled):
    carry_out(act=act("milestone.add", "MS-1", {"commitment": "P1-SC-02", "due": "2026-12-05"}), at=AT)

    assert said(MILESTONES)["MS-1"]["document"] == "D-2026-12-03-ACT000000000000"
    assert standing(date(2026, 12, 6), undated=False).assessments["P1-SC-02"].status is Status.LATE
    assert not standing(date(2026, 12, 2), undated=False).facts.milestones


def test_an_act_is_kept_no_earlier_than_what_the_store_was_told_before(bundled):
    entry = carry_out(act=act("commitment.amend", "P1-SC-02"), at=bundled - timedelta(seconds=1))

    assert entry.at >= bundled


def test_an_act_counts_no_earlier_than_the_one_before_it(bundled):
    carry_out(act=act("commitment.amend", "P1-SC-02", on=date(2027, 1, 1)), at=AT)

    with pytest.raises(BrokenRuleError, match="WP-13"):
        carry_out(act=replace(act("commitment.withdraw", "P1-SC-02"), digest="b" * 64), at=AT)
