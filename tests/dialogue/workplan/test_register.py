"""From the register to the work plan: an act that both Parties signed changes it, and nothing else does."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.dialogue.accord.conftest import Desk
from tests.dialogue.accord.officers import Office
from tests.dialogue.workplan.decided import a_decision

from hled.dialogue.accord.domain.acts import Act, Content, act_over
from hled.dialogue.accord.domain.entries import Kind
from hled.dialogue.accord.domain.texts.segments import JointText as Text
from hled.dialogue.accord.domain.texts.segments import Segment, SegmentKind, Side
from hled.dialogue.accord.models import Entry as RegisterEntry
from hled.dialogue.accord.queries.state import head_of
from hled.dialogue.accord.services.appending import append_joint, append_party
from hled.dialogue.accord.subjects import Agreed
from hled.dialogue.chronicle.models import Entry
from hled.dialogue.chronicle.queries import acts_on, said
from hled.dialogue.meetings.models import Decision, DecisionEffect
from hled.dialogue.workplan.queries.shelves import COMMITMENTS
from hled.dialogue.workplan.receivers import carry
from hled.kernel.bilingual import Language
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError


@pytest.fixture
def office(bundled) -> Office:
    """Both Parties have an administrator and a signing officer in office and in the register."""
    made = Desk(Office(seed=5), at=bundled).open().office
    a_decision(bundled)
    return made


def text(fields: dict, **named: str) -> Content:
    joint = Text(
        tuple(
            Segment(f"s{number}", SegmentKind.FIELD, Side(said, 1, 1), Side(f"{said} é", 1, 1), name)
            for number, (name, said) in enumerate(named.items())
        ),
        fields,
    )
    return Content(joint.text(Language.EN), joint.text(Language.ES), joint.signed_fields)


def proposed(content: Content, type: str, subject: str, effective: date) -> Act:
    return act_over(
        content,
        type=type,
        subject=subject,
        predecessor=head_of(subject),
        effective=effective,
        occasion=Decision.objects.get().subject,
    )


def sign(office: Office, act: Act, content: Content, at, *parties: Party) -> RegisterEntry:
    at = max(at, Entry.objects.order_by("-at")[0].at) + timedelta(minutes=1)
    return append_joint(
        act=act,
        content=content,
        signatures=[office.of(party).sign(act, at) for party in parties or tuple(Party)],
        at=at,
    )


def test_an_act_that_both_parties_signed_changes_the_plan(office, bundled):
    content = text({"due": "2027-06-30"}, title="Agreed", summary="Agreed words")
    act = proposed(content, "commitment.amend", "P1-SC-02", bundled.date())

    sign(office, act, content, bundled)

    found = said(COMMITMENTS)["P1-SC-02"]
    assert (found["title_en"], found["title_es"], found["due"]) == ("Agreed", "Agreed é", "2027-06-30")
    assert [each.digest for each in acts_on("commitments", "P1-SC-02")] == [act.digest]
    assert RegisterEntry.objects.filter(act=act.digest).exists()
    assert DecisionEffect.objects.get().act == act.digest


def test_mt_28_the_plan_does_not_change_without_a_decision(office, bundled):
    before = said(COMMITMENTS)
    content = text({}, title="Agreed", summary="Agreed words")
    act = replace(proposed(content, "commitment.amend", "P1-SC-02", bundled.date()), occasion=None)

    with pytest.raises(BrokenRuleError, match="MT-28"):
        sign(office, act, content, bundled)

    assert said(COMMITMENTS) == before


@pytest.mark.parametrize("party", list(Party))
def test_one_signature_changes_nothing(office, bundled, party):
    before = said(COMMITMENTS)
    content = text({}, title="Mine", summary="Mine")
    act = proposed(content, "commitment.amend", "P1-SC-02", bundled.date())

    with pytest.raises(BrokenRuleError):
        sign(office, act, content, bundled, party)

    assert said(COMMITMENTS) == before


def test_ac_06_an_act_of_one_party_on_the_plan_is_not_taken_in(office, bundled):
    before, size = said(COMMITMENTS), RegisterEntry.objects.count()
    content = text({}, title="Mine", summary="Mine")
    act = proposed(content, "commitment.amend", "P1-SC-02", bundled.date())

    with pytest.raises(BrokenRuleError, match="AC-06"):
        append_party(
            party=Party.US,
            act=act,
            content=content,
            signatures=[office.us.sign(act, bundled)],
            at=bundled,
        )

    assert (said(COMMITMENTS), RegisterEntry.objects.count()) == (before, size)


def test_wp_17_an_act_of_one_party_never_changes_the_plan(office, bundled):
    before = said(COMMITMENTS)
    content = text({}, title="Mine", summary="Mine")
    act = proposed(content, "commitment.amend", "P1-SC-02", bundled.date())

    with pytest.raises(BrokenRuleError, match="WP-17"):
        carry(Agreed(act, content, Kind.PARTY, Party.US, 1, bundled))

    assert said(COMMITMENTS) == before


def test_what_the_plan_refuses_is_not_in_the_register_either(office, bundled):
    size = RegisterEntry.objects.count()
    content = text({"agencies_us": ["NOBODY"]}, title="Agreed", summary="Agreed words")
    act = proposed(content, "commitment.amend", "P1-SC-02", bundled.date())

    with pytest.raises(BrokenRuleError, match="RC-31"):
        sign(office, act, content, bundled)

    assert RegisterEntry.objects.count() == size
    assert not Entry.objects.filter(kind="joint_act").exists()


def test_wp_07_texts_without_segments_of_their_kind_are_refused(office, bundled):
    content = Content("No segments.", "Sin segmentos.", {})
    act = proposed(content, "commitment.amend", "P1-SC-02", bundled.date())

    with pytest.raises(BrokenRuleError, match="WP-07"):
        sign(office, act, content, bundled)


@pytest.mark.parametrize(
    "content",
    [
        Content("One\n\ntwo", "Uno", {"segments": [{"id": "a", "kind": "field", "name": "title"}]}),
        Content("One", "Uno", {"segments": [{"name": "title"}]}),
        Content("One\n\ntwo", "Uno\n\ndos", {"segments": [{"id": "a", "kind": "field"}] * 2}),
    ],
)
def test_wp_16_texts_without_their_segments_are_refused(office, bundled, content):
    act = proposed(content, "commitment.amend", "P1-SC-02", bundled.date())

    with pytest.raises(BrokenRuleError, match="WP-16"):
        sign(office, act, content, bundled)


def test_wp_07_a_text_without_named_segments_is_not_that_of_a_commitment(office, bundled):
    content = Content("No segments.", "Sin segmentos.", {})
    act = proposed(content, "commitment.amend", "P1-SC-02", bundled.date())

    with pytest.raises(BrokenRuleError, match="WP-07"):
        sign(office, act, content, bundled)


def test_an_act_signed_after_its_day_of_effect_counts_from_the_day_of_signature(office, bundled):
    content = text({}, reason="Overtaken by events")
    act = proposed(content, "commitment.withdraw", "P1-SC-02", bundled.date() - timedelta(days=9))

    sign(office, act, content, bundled)

    assert said(COMMITMENTS)["P1-SC-02"]["withdrawn_on"] == bundled.date().isoformat()


def test_one_act_stands_on_the_other(office, bundled):
    for number, words in enumerate(("First", "Second")):
        content = text({}, title=words, summary=words)
        act = proposed(content, "commitment.amend", "P1-SC-02", bundled.date())
        sign(office, act, content, bundled + timedelta(seconds=number))

    assert said(COMMITMENTS)["P1-SC-02"]["summary_es"] == "Second é"
    assert len(acts_on("commitments", "P1-SC-02")) == 2
