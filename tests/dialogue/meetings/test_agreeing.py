"""Minutes, decisions and rests, agreed by both Parties through the register."""

from datetime import UTC, date, datetime

import pytest
from tests.dialogue.accord.services.texts.at_the_table import EN, MX, US, Table
from tests.dialogue.meetings.at_the_table import ANA, SAID, planned

from hled.dialogue.accord import subjects
from hled.dialogue.accord.domain.acts import Content, act_over
from hled.dialogue.accord.domain.texts.editing import Read
from hled.dialogue.accord.domain.texts.segments import JointText, Segment, SegmentKind, Side
from hled.dialogue.accord.models import AgreedItem, Entry
from hled.dialogue.accord.queries.state import head_of
from hled.dialogue.accord.queries.texts.reading import words_of
from hled.dialogue.accord.services.appending import append_joint
from hled.dialogue.accord.services.texts import editing
from hled.dialogue.chronicle.queries import said
from hled.dialogue.meetings.domain.planning import State
from hled.dialogue.meetings.models import Decision, DecisionEffect, MeetingSeries
from hled.dialogue.meetings.queries.agreed import decisions_of, minutes_of, occasions_of
from hled.dialogue.meetings.queries.suggestions import suggestions
from hled.dialogue.meetings.services.agenda import take_up
from hled.dialogue.meetings.services.drafting import draft_decision, draft_minutes, draft_rest
from hled.dialogue.meetings.services.planning import announce_meeting, cancel_meeting, hold_meeting
from hled.dialogue.workplan.queries.plan import plan
from hled.dialogue.workplan.queries.shelves import COMMITMENTS
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Severity

TITLE = Bilingual("Open a second lane", "Abrir un segundo carril")
START = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def table(bundled):
    return Table().enroll()


@pytest.fixture
def meeting(table):
    made = planned(table.at, begins="2026-11-20T09:00", ends="2026-11-20T12:00")
    take_up(meeting=made, said=SAID, by=ANA, at=table.at)
    return made


@pytest.fixture
def held(table, meeting):
    hold_meeting(meeting=meeting, by=ANA, at=table.at)
    announce_meeting(meeting=meeting, by=ANA, at=table.at)
    meeting.refresh_from_db()
    return meeting


def agree(table, proposal, english="It is agreed.", spanish="Queda acordado."):
    """Words of a draft, tabled, certified and signed by both."""
    table.add(proposal, english, spanish)
    table.table(proposal)
    table.certify_both(proposal)
    return table.sign_both(table.digest(proposal))


def decided(table, held, title=TITLE):
    draft = draft_decision(meeting=held, title=title, by=table.who(US), at=table.tick())
    agree(table, draft.proposal)
    return Decision.objects.get(meeting=held, number=int(draft.proposal.text.subject.rpartition("D")[2]))


def codes_of(act):
    with pytest.raises(BrokenRuleError) as refused:
        act()
    return [each.rule.code for each in refused.value.findings]


def test_draft_minutes_have_a_heading_for_each_point_and_stay_with_their_party(client, table, held):
    draft = draft_minutes(meeting=held, by=table.who(MX), at=table.tick())

    assert [each.english for each in words_of(draft.proposal).words] == ["Semiconductors"]
    assert draft.warnings == ()
    assert minutes_of(held) is None
    table.add(draft.proposal, "A secret sentence.", "Una frase secreta.", party=MX)
    table.table(draft.proposal)
    for path in (f"meetings/{held.code}/", "meetings/"):
        assert "secret sentence" not in client.get(f"/en/{path}").content.decode()
    assert "secret sentence" not in client.get(f"/api/v1/planned-meetings/{held.code}").content.decode()


def test_agreed_minutes_are_public_and_close_the_meeting(client, table, held):
    agree(table, draft_minutes(meeting=held, by=table.who(US), at=table.tick()).proposal)

    held.refresh_from_db()
    assert held.state == State.MINUTES_AGREED
    assert "It is agreed." in client.get(f"/en/meetings/{held.code}/").content.decode()
    assert "Queda acordado." in client.get(f"/es/meetings/{held.code}/").content.decode()
    assert codes_of(lambda: take_up(meeting=held, said=SAID, by=ANA, at=table.at)) == ["MT-15"]


def test_amended_minutes_keep_what_they_said_before(table, held):
    agree(table, draft_minutes(meeting=held, by=table.who(US), at=table.tick()).proposal)
    held.refresh_from_db()

    amended = draft_minutes(meeting=held, by=table.who(US), at=table.tick()).proposal
    agree(table, amended, "One more sentence.", "Una frase más.")

    found = minutes_of(held)
    assert [len(each.text.segments) for each in found.versions] == [2, 3]
    assert found.versions[-1].act.type == "minutes.amend"


def test_mt_26_minutes_before_the_meeting_come_with_a_warning(table):
    early = planned(table.at)

    draft = draft_minutes(meeting=early, by=table.who(US), at=table.tick())

    assert [(each.rule.code, each.rule.severity) for each in draft.warnings] == [("MT-26", Severity.WARNING)]


def test_mt_27_minutes_of_a_meeting_that_was_not_held_do_not_enter_the_register(table):
    early = planned(table.at)
    draft = draft_minutes(meeting=early, by=table.who(US), at=table.tick())
    before = Entry.objects.count()

    assert codes_of(lambda: agree(table, draft.proposal)) == ["MT-27"]

    early.refresh_from_db()
    assert (early.state, minutes_of(early), Entry.objects.count()) == (State.PLANNED, None, before)


def test_mt_27_a_cancelled_meeting_has_no_minutes_and_one_that_was_not_held_no_decision(table):
    meeting = planned(table.at)
    assert codes_of(
        lambda: draft_decision(meeting=meeting, title=TITLE, by=table.who(US), at=table.tick())
    ) == ["MT-27"]
    cancel_meeting(meeting=meeting, reason=("Storm", "Tormenta"), by=ANA, at=table.at)
    meeting.refresh_from_db()

    assert codes_of(lambda: draft_minutes(meeting=meeting, by=table.who(US), at=table.tick())) == ["MT-27"]


def test_a_decision_is_in_force_when_both_signed_its_words(client, table, held):
    draft = draft_decision(meeting=held, title=TITLE, by=table.who(US), at=table.tick())
    assert decisions_of(held) == []
    assert "second lane" not in client.get(f"/en/meetings/{held.code}/").content.decode()

    agree(table, draft.proposal)

    assert [(each.subject, each.title.es) for each in decisions_of(held)] == [
        (f"{held.code}/D1", "Abrir un segundo carril")
    ]
    assert "Abrir un segundo carril" in client.get(f"/es/meetings/{held.code}/").content.decode()


def test_mt_28_a_joint_item_does_not_change_without_a_decision(table, held):
    cabinet = MeetingSeries.objects.get(id="cabinet")
    decision = decided(table, held)
    draft = draft_rest(series=cabinet, decision=decision, by=table.who(US), at=table.tick())
    proposal = draft.proposal
    proposal.refresh_from_db()
    editing.set_terms(
        proposal=proposal.pk,
        effective=date(2027, 1, 1),
        read=proposal.terms_version,
        by=table.who(US),
        at=table.tick(),
        occasion=f"{held.code}/D7",
    )
    fill_reason(table, proposal)

    assert codes_of(lambda: put_in_force(table, proposal)) == ["MT-28"]
    assert not cabinet.pauses.exists()
    assert not AgreedItem.objects.filter(subject="series/cabinet").exists()


def test_a_commitment_changes_under_a_decision_and_not_without(table, held):
    decision = decided(table, held)
    text = JointText(
        tuple(
            Segment(name, SegmentKind.FIELD, Side(f"New {name}", 1, 1), Side(f"Nuevo {name}", 1, 1), name)
            for name in ("title", "summary")
        )
    )
    content = Content(text.text(Language.EN), text.text(Language.ES), text.signed_fields)

    def amend(occasion):
        act = act_over(
            content,
            type="commitment.amend",
            subject="P1-SC-02",
            predecessor=head_of("P1-SC-02"),
            effective=date(2026, 11, 23),
            occasion=occasion,
        )
        at = table.tick()
        signatures = [table.office.of(party).sign(act, at) for party in Party]
        return append_joint(act=act, content=content, signatures=signatures, at=at)

    assert codes_of(lambda: amend(None)) == ["MT-28"]
    assert codes_of(lambda: amend(f"{held.code}/D9")) == ["MT-28"]
    assert said(COMMITMENTS)["P1-SC-02"]["title_en"] != "New title"

    amend(decision.subject)

    assert said(COMMITMENTS)["P1-SC-02"]["title_es"] == "Nuevo title"
    assert [each.subject for each in occasions_of(["P1-SC-02"], None)] == [decision.subject]


def fill_reason(table, proposal):
    reason = next(each for each in words_of(proposal).segments if each.name == "reason")
    table.write(proposal, reason.id, english="Change of government.", spanish="Cambio de gobierno.")


def put_in_force(table, proposal):
    table.table(proposal)
    table.certify_both(proposal)
    return table.sign_both(table.digest(proposal))


def test_a_series_rests_and_restarts_under_decisions_which_link_to_the_acts_and_back(client, table, held):
    cabinet = MeetingSeries.objects.get(id="cabinet")
    first, second = decided(table, held), decided(table, held, Bilingual("Meet again", "Reunirse de nuevo"))
    rest = draft_rest(series=cabinet, decision=first, by=table.who(US), at=table.tick()).proposal
    fill_reason(table, rest)
    put_in_force(table, rest)
    pause = cabinet.pauses.get()
    assert (pause.paused_on, pause.reason_es, pause.paused_by) == (
        START.date(),
        "Cambio de gobierno.",
        AgreedItem.objects.get(subject="series/cabinet").act,
    )

    restart = draft_rest(series=cabinet, decision=second, by=table.who(MX), at=table.tick(days=40)).proposal
    put_in_force(table, restart)

    pause.refresh_from_db()
    assert pause.resumed_on == date(2027, 1, 2)
    assert [(each.type, each.subject) for each in first.effects.all()] == [("series.rest", "series/cabinet")]
    assert [each.subject for each in occasions_of(["series/cabinet"], None)] == [
        first.subject,
        second.subject,
    ]
    page = client.get(f"/en/meetings/{held.code}/").content.decode()
    assert "series.rest" in page
    assert "series.restart" in page
    assert first.subject in client.get("/en/meetings/series/cabinet/").content.decode()


def test_what_a_check_refuses_leaves_no_effect(table, held):
    decision = decided(table, held)
    cabinet = MeetingSeries.objects.get(id="cabinet")
    rest = draft_rest(series=cabinet, decision=decision, by=table.who(US), at=table.tick()).proposal
    rest.refresh_from_db()
    editing.set_fields(
        proposal=rest.pk,
        values={"series": "sub_cabinet", "from": "2027-01-01"},
        read=rest.terms_version,
        by=table.who(US),
        at=table.tick(),
    )
    fill_reason(table, rest)

    assert codes_of(lambda: put_in_force(table, rest)) == ["MT-29"]
    assert not DecisionEffect.objects.exists()


def test_the_kinds_of_meetings_are_registered():
    assert {"minutes", "decision", "series", "group"} <= set(subjects._APPLY)


def test_words_that_stand_long_in_brackets_and_silent_terms_that_end_ask_for_a_place(table, held):
    def suggested():
        found = suggestions([], [], plan(), meeting=held, brackets_at=table.at)
        return [(each.kind, each.title.en, each.minutes) for each in found]

    draft = table.begin()
    segment = table.add(draft, "The Parties shall open ports.", "Las Partes abrirán puertos.")
    table.table(draft)
    standing = words_of(draft).segment(segment)
    editing.bracket_words(
        proposal=draft.pk,
        segment=segment,
        language=EN,
        words="shall",
        reason="Too strong.",
        read=Read.of(standing),
        by=table.who(MX),
        at=table.tick(),
    )
    assert suggested() == []

    table.tick(days=8)

    assert suggested() == [("bracket", "Ports of entry", 10)]
