"""An act is in force by one valid signature of a signing officer of each Party, and by nothing else."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.dialogue.accord.officers import Made, commitment, content, made_register, officer, without

from hled.dialogue.accord.domain.credentials import COORDINATOR, PARTY_ADMINISTRATOR, credential_from
from hled.dialogue.accord.domain.entries import Envelope, Kind, read_envelope
from hled.dialogue.accord.domain.fold import fold
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError


def codes(act) -> set[str]:
    with pytest.raises(BrokenRuleError) as error:
        act()
    return {finding.rule.code for finding in error.value.findings}


@pytest.fixture
def made() -> Made:
    return Made().open()


def joint(made: Made, *signatures, act=None, said=None) -> Envelope:
    said = said or content()
    return made.envelope(
        Kind.JOINT, None, act or commitment(said, predecessor=made.head("P1-SC-01")), said, *signatures
    )


def test_both_signing_officers_put_an_act_in_force(made):
    change = made.joint(1)

    assert change.item.owner == "joint"
    assert made.state.items["P1-SC-01"].act == made.entries[-1].act.digest


def test_ac_16_one_party_is_not_enough_whoever_signs_for_it(made):
    act = commitment(content())
    second = officer("carla.us", Party.US)
    made.enroll(second)

    for signers in ((), (made.office.us,), (made.office.mx,), (made.office.us, second)):
        entry = joint(made, *(each.sign(act, made.at) for each in signers))
        assert codes(lambda entry=entry: made.take(entry)) == {"AC-16"}
    assert "P1-SC-01" not in made.state.items


def test_ac_15_administration_gives_no_signature(made):
    act = commitment(content())
    signed = [made.office.admin[Party.US].sign(act, made.at), made.office.mx.sign(act, made.at)]

    assert codes(lambda: made.take(joint(made, *signed))) == {"AC-15"}


def test_ac_11_a_signature_over_another_act_does_not_count(made):
    act, other = commitment(content()), commitment(content(7))
    signed = [made.office.us.sign(other, made.at), made.office.mx.sign(act, made.at)]
    passkey = [made.office.us.sign(act, made.at), made.office.mx.sign(other, made.at)]

    assert codes(lambda: made.take(joint(made, *signed))) == {"AC-11"}
    assert codes(lambda: made.take(joint(made, *passkey))) == {"AC-11"}


def test_ac_04_any_edit_voids_consent(made):
    said = content()
    act = commitment(said)
    signed = [made.office.us.sign(act, made.at), made.office.mx.sign(act, made.at)]
    for edited in (
        replace(said, english=said.english.replace("lane", "Lane")),
        replace(said, spanish=said.spanish + " "),
        replace(said, fields={"lane": 1}),
    ):
        entry = made.envelope(Kind.JOINT, None, act, edited, *signed)
        assert codes(lambda entry=entry: made.take(entry)) == {"AC-04"}
        again = commitment(edited)
        entry = made.envelope(Kind.JOINT, None, again, edited, *signed)
        assert codes(lambda entry=entry: made.take(entry)) == {"AC-11"}


def test_ac_10_nobody_signs_with_a_key_that_was_not_enrolled(made):
    act = commitment(content())
    signed = [officer("eve.us").sign(act, made.at), made.office.mx.sign(act, made.at)]

    assert codes(lambda: made.take(joint(made, *signed))) == {"AC-10"}


def test_ac_12_a_revoked_credential_signs_nothing(made):
    act = commitment(content())
    before = made.office.us.sign(act, made.at)
    made.revoke(made.office.us)

    assert codes(lambda: made.take(joint(made, before, made.office.mx.sign(act, made.at)))) == {"AC-12"}


def test_ac_13_an_expired_credential_signs_nothing(made):
    late = officer("carla.us", expires=made.at + timedelta(minutes=1))
    made.enroll(late)
    act = commitment(content())
    signed = late.sign(act, made.at)
    made.at += timedelta(minutes=1)

    assert codes(lambda: made.take(joint(made, signed, made.office.mx.sign(act, made.at)))) == {"AC-13"}


@pytest.mark.parametrize(
    "term", [{"since": date(2026, 11, 24)}, {"since": date(2026, 1, 1), "until": date(2026, 11, 22)}]
)
def test_ac_14_who_is_not_in_office_that_day_does_not_sign(made, term):
    who = officer("carla.us", **term)
    made.enroll(who)
    act = commitment(content())

    entry = joint(made, who.sign(act, made.at), made.office.mx.sign(act, made.at))
    assert codes(lambda: made.take(entry)) == {"AC-14"}


def test_ac_18_a_signature_counts_once(made):
    act = commitment(content())
    signed = made.office.us.sign(act, made.at)

    entry = joint(made, signed, signed, made.office.mx.sign(act, made.at))
    assert codes(lambda: made.take(entry)) == {"AC-18"}


def test_ac_18_a_passkey_does_not_count_the_same_twice(made):
    made.joint(1)
    made.office.mx.counter -= 1

    assert codes(lambda: made.joint(2)) == {"AC-18"}


@pytest.mark.parametrize("by", [timedelta(minutes=6), -timedelta(days=31)])
def test_ac_19_a_clock_that_is_wrong_is_refused(made, by):
    act = commitment(content())
    signed = [made.office.us.sign(act, made.at + by), made.office.mx.sign(act, made.at)]

    assert codes(lambda: made.take(joint(made, *signed))) == {"AC-19"}


def test_ac_17_no_party_reports_for_the_other(made):
    said = content()
    act = made.act("report.add", "report:US:9", said)
    foreign = made.envelope(Kind.PARTY, Party.US, act, said, made.office.mx.sign(act, made.at))
    both = made.envelope(
        Kind.PARTY, Party.US, act, said, made.office.us.sign(act, made.at), made.office.mx.sign(act, made.at)
    )
    none = made.envelope(Kind.PARTY, Party.US, act, said)

    for entry in (foreign, both, none):
        assert codes(lambda entry=entry: made.take(entry)) == {"AC-17"}


def test_a_coordinator_reports_but_signs_no_joint_act(made):
    who = officer("carla.us", role=COORDINATOR)
    made.enroll(who)
    said, act = content(), commitment(content())
    report = made.act("report.add", "report:US:9", said)
    made.take(made.envelope(Kind.PARTY, Party.US, report, said, who.sign(report, made.at)))

    entry = joint(made, who.sign(act, made.at), made.office.mx.sign(act, made.at))
    assert codes(lambda: made.take(entry)) == {"AC-15"}


def test_ac_05_two_proposals_on_one_version_do_not_both_pass(made):
    first = commitment(content(1))
    second = commitment(content(2))
    signed = {
        act: [made.office.us.sign(act, made.at), made.office.mx.sign(act, made.at)] for act in (first, second)
    }
    made.take(joint(made, *signed[first], act=first, said=content(1)))

    assert codes(lambda: made.take(joint(made, *signed[second], act=second, said=content(2)))) == {"AC-05"}
    assert codes(lambda: made.take(joint(made, *signed[first], act=first, said=content(1)))) == {"AC-18"}, (
        "replayed"
    )


def test_ac_06_a_party_does_not_take_a_joint_subject_nor_both_that_of_one(made):
    made.joint(1)
    made.report(2)
    said = content(3)
    act = made.act("commitment.amend", "P1-SC-01", said)
    report = made.act("commitment.amend", "report:US:2", said)

    alone = made.envelope(Kind.PARTY, Party.US, act, said, made.office.us.sign(act, made.at))
    both = made.envelope(
        Kind.JOINT,
        None,
        report,
        said,
        made.office.us.sign(report, made.at),
        made.office.mx.sign(report, made.at),
    )
    nobody = made.envelope(Kind.IMPORT, None, act, said)
    term = made.envelope(Kind.TERM, None, act, said)
    for entry in (alone, both, nobody, term):
        assert codes(lambda entry=entry: made.take(entry)) == {"AC-06"}


def test_ac_06_one_party_does_not_take_a_joint_kind_nor_both_that_of_one(made):
    """Also where there is no such subject yet, so that nobody is first alone."""
    said = content(3)
    act, report = made.act("commitment.amend", "P9-XX-01", said), made.act("report.add", "report:US:9", said)

    alone = made.envelope(Kind.PARTY, Party.US, act, said, made.office.us.sign(act, made.at))
    both = made.envelope(
        Kind.JOINT,
        None,
        report,
        said,
        made.office.us.sign(report, made.at),
        made.office.mx.sign(report, made.at),
    )
    for entry in (alone, both):
        assert codes(lambda entry=entry: made.take(entry)) == {"AC-06"}


def test_an_assessment_is_of_one_party_or_of_both(made):
    said = content(3)
    own, joint_one = (made.act("assessment.record", f"assessment:{who}:C-1", said) for who in ("US", "joint"))
    us, mx = made.office.us, made.office.mx

    made.take(made.envelope(Kind.PARTY, Party.US, own, said, us.sign(own, made.at)))
    both = [us.sign(joint_one, made.at), mx.sign(joint_one, made.at)]
    made.take(made.envelope(Kind.JOINT, None, joint_one, said, *both))
    again = made.act("assessment.record", "assessment:joint:C-1", said)
    alone = made.envelope(Kind.PARTY, Party.US, again, said, us.sign(again, made.at))
    assert codes(lambda: made.take(alone)) == {"AC-06"}


def test_ac_17_what_nobody_signs_carries_no_signature(made):
    made.import_record()
    said = content()
    act = made.act("record.import", "record", said)
    entry = made.envelope(Kind.IMPORT, None, act, said, made.office.us.sign(act, made.at))

    assert codes(lambda: made.take(entry)) == {"AC-17"}


def test_ac_26_the_first_credential_of_a_party_is_its_administrators_own():
    made = Made()
    admin = made.office.admin[Party.US]

    assert codes(lambda: made.enroll(officer("eve.us"), officer("eve.us"))) == {"AC-26"}
    wrong_role = without(officer("eve.us"), bootstrap=True)
    assert codes(lambda: made.enroll(wrong_role, wrong_role)) == {"AC-26"}
    made.enroll(admin, admin)
    second = officer("eve.us", role=PARTY_ADMINISTRATOR, bootstrap=True)
    assert codes(lambda: made.enroll(second, second)) == {"AC-26"}
    assert made.state.credentials[admin.credential.id].bootstrap


def test_ac_27_an_enrollment_is_signed_by_the_administrator_and_by_the_key_itself(made):
    who = officer("carla.us")
    admin = made.office.admin[Party.US]

    assert codes(lambda: made.enroll(who, admin)) == {"AC-27"}
    assert codes(lambda: made.enroll(who, who)) == {"AC-27"}
    assert codes(lambda: made.enroll(who, made.office.us, who)) == {"AC-15"}
    assert "AC-17" in codes(lambda: made.enroll(who, made.office.admin[Party.MX], who))
    assert who.credential.id not in made.state.credentials


def test_ac_28_nobody_is_enrolled_twice_or_by_both_parties(made):
    both = officer("ana.us", Party.MX)

    assert codes(lambda: made.enroll(made.office.us)) == {"AC-28"}
    assert codes(lambda: made.enroll(both)) == {"AC-28"}
    made.revoke(made.office.us)
    assert codes(lambda: made.revoke(made.office.us)) == {"AC-28"}
    assert codes(lambda: made.enroll(made.office.us)) == {"AC-28"}


def test_ac_29_the_last_administrator_stays(made):
    assert codes(lambda: made.revoke(made.office.admin[Party.US])) == {"AC-29"}
    made.enroll(officer("dora.us", role=PARTY_ADMINISTRATOR, until=None))
    made.revoke(made.office.admin[Party.US])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("role", "minister"),
        ("role", None),
        ("party", "CA"),
        ("kind", "fax"),
        ("public_key", "AAAA"),
        ("public_key", "?"),
        ("person", ""),
        ("name", " "),
        ("site", "hled.example"),
        ("since", "tomorrow"),
        ("until", "2025-01-01"),
        ("expires", "2027"),
        ("bootstrap", "yes"),
        ("credential", "0" * 64),
        ("color", "red"),
    ],
)
def test_ac_25_an_enrollment_that_is_not_whole_is_refused(field, value):
    assert codes(lambda: credential_from(officer("a.us").credential.as_fields() | {field: value})) == {
        "AC-25"
    }


def test_silence_lets_the_term_run_out_and_nothing_more(made):
    until = made.at + timedelta(days=10)
    quiet = made.joint(1, until=until).silence

    assert "P1-SC-01" not in made.state.items
    assert codes(lambda: made.end(quiet.act)) == {"AC-30"}
    made.at = until
    assert codes(lambda: made.object(quiet.act)) == {"AC-31"}
    made.end(quiet.act)
    assert made.state.items["P1-SC-01"].act == quiet.act
    assert codes(lambda: made.end(quiet.act)) == {"AC-30"}


def test_ac_30_an_objection_stops_a_silence_procedure(made):
    until = made.at + timedelta(days=10)
    quiet = made.joint(1, until=until).silence
    made.object(quiet.act)
    made.at = until

    assert codes(lambda: made.end(quiet.act)) == {"AC-30"}
    assert codes(lambda: made.end("0" * 64)) == {"AC-30"}
    assert codes(lambda: made.object("0" * 64)) == {"AC-31"}
    assert "P1-SC-01" not in made.state.items


def test_ac_05_what_was_overtaken_does_not_come_by_silence(made):
    until = made.at + timedelta(days=10)
    quiet = made.joint(1, until=until).silence
    made.joint(2)
    made.at = until

    assert codes(lambda: made.end(quiet.act)) == {"AC-05"}


def test_a_refused_entry_leaves_the_state_as_it_was(made):
    before = (dict(made.state.items), dict(made.state.credentials), set(made.state.counters), made.state.size)
    act = commitment(content(), predecessor="0" * 64)
    signed = [made.office.us.sign(act, made.at), made.office.mx.sign(act, made.at)]

    assert codes(lambda: made.take(joint(made, *signed, act=act))) == {"AC-05"}
    assert before == (made.state.items, made.state.credentials, made.state.counters, made.state.size)


def test_ac_41_and_46_entries_stand_in_their_order(made):
    entry = made.envelope(Kind.IMPORT, None, made.act("record.import", "record", content()), content())
    for change in ({"sequence": 7}, {"previous": "0" * 64}, {"previous": None}):
        assert codes(lambda change=change: made.take(replace(entry, **change))) == {"AC-41"}
    early = replace(entry, at=made.state.at - timedelta(seconds=1))
    assert codes(lambda: made.take(early)) == {"AC-46"}


def test_the_bytes_of_an_entry_say_all_of_it():
    made = made_register()
    again = [read_envelope(each.to_bytes()) for each in made.entries]

    assert again == made.entries
    folded = fold(again)
    assert folded == made.state
    assert {each.kind for each in again} == set(Kind)


def test_ac_40_bytes_that_are_not_canonical_are_refused():
    content = made_register().entries[5].to_bytes()

    for wrong in (
        b" " + content,
        content + b"\n",
        content.replace(b'"version":1', b'"version":2'),
        content.replace(b'"kind":"joint"', b'"kind":"shared"'),
        content.replace(b'"party":null', b'"party":"US"'),
        content.replace(b'"sequence":5', b'"sequence":"5"'),
        content.replace(b'"sequence":5', b'"sequence":true'),
        content.replace(b'"signatures":[', b'"signatures":[7,'),
        b"[]",
        b"\xff",
        b"",
    ):
        assert wrong != content
        assert codes(lambda wrong=wrong: read_envelope(wrong)) == {"AC-40"}
