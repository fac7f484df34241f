"""From a proposal with the words that stand, through both languages and both signatures, into the plan."""

from datetime import date

import pytest
from tests.dialogue.accord.services.texts.at_the_table import MX, US, Table
from tests.dialogue.workplan.decided import a_decision

from hled.dialogue.accord.domain.acts import Content, act_over
from hled.dialogue.accord.queries.texts.reading import words_of
from hled.dialogue.accord.services.appending import append_joint
from hled.dialogue.chronicle.queries import acts_on, said
from hled.dialogue.workplan.queries.shelves import COMMITMENTS
from hled.dialogue.workplan.services.proposing import propose_change
from hled.kernel.rule import BrokenRuleError


@pytest.fixture
def table(bundled) -> Table:
    return Table().enroll()


def proposed(table: Table, type: str, subject: str = "P1-SC-02", **more):
    return propose_change(
        type=type,
        subject=subject,
        effective=date(2026, 11, 24),
        by=table.who(US),
        at=table.tick(),
        **more,
    )


def named(proposal) -> dict[str, tuple[str, str]]:
    return {each.name: (each.english.text, each.spanish.text) for each in words_of(proposal).segments}


def test_an_amendment_begins_with_the_words_that_stand(table):
    standing = said(COMMITMENTS)["P1-SC-02"]

    draft = proposed(table, "commitment.amend")

    assert named(draft) == {
        name: (standing[f"{name}_en"], standing[f"{name}_es"]) for name in ("title", "summary")
    }
    assert draft.text.kind == "commitment"
    assert draft.fields == {}


def test_a_withdrawal_shows_what_is_withdrawn_and_asks_for_the_reason(table):
    draft = proposed(table, "commitment.withdraw")

    assert list(named(draft)) == ["title", "summary", "reason"]
    assert named(draft)["reason"] == ("", "")


def test_a_proposal_becomes_the_plan_when_both_languages_and_both_parties_agreed(table):
    draft = proposed(table, "commitment.amend", occasion=a_decision(table.at))
    title = words_of(draft).segments[0].id
    table.write(draft, title, english="Agreed title", spanish="Título acordado")
    table.table(draft)
    table.certify_both(draft)
    digest = table.digest(draft)

    table.sign(digest, US)
    assert said(COMMITMENTS)["P1-SC-02"]["title_en"] != "Agreed title"
    table.sign(digest, MX)

    assert said(COMMITMENTS)["P1-SC-02"]["title_es"] == "Título acordado"
    assert [each.digest for each in acts_on("commitments", "P1-SC-02")] == [digest]

    closing = proposed(table, "commitment.withdraw")
    assert named(closing)["title"] == ("Agreed title", "Título acordado")
    assert {each.name: each.id for each in words_of(closing).segments}["title"] == title


@pytest.mark.parametrize("type", ["commitment.withdraw", "milestone.add", "target.set", "rulebook.version"])
def test_ac_83_words_that_no_proposal_has_open_are_not_signed(table, type):
    content = Content("Reason.", "Razón.", {})
    act = act_over(content, type=type, subject="P1-SC-02", predecessor=None, effective=table.at.date())
    signed = [table.office.of(party).sign(act, table.at) for party in (US, MX)]

    with pytest.raises(BrokenRuleError, match="AC-83"):
        append_joint(act=act, content=content, signatures=signed, at=table.at)


@pytest.mark.parametrize(
    ("type", "subject", "code"),
    [
        ("commitment.forget", "P1-SC-02", "WP-01"),
        ("commitment.add", "P1-SC-02", "WP-02"),
        ("commitment.amend", "P1-SC-99", "WP-05"),
    ],
)
def test_a_proposal_that_could_never_be_agreed_is_not_begun(table, type, subject, code):
    with pytest.raises(BrokenRuleError, match=code):
        proposed(table, type, subject)


def test_only_an_officer_proposes(table):
    with pytest.raises(BrokenRuleError, match="AC-80"):
        propose_change(
            type="commitment.amend",
            subject="P1-SC-02",
            effective=date(2026, 11, 24),
            by=table.who(US, "observer"),
            at=table.tick(),
        )
