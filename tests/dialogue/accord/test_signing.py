"""From an offered act to the register, through the store."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.dialogue.accord.officers import commitment, content, officer

from hled.dialogue.accord import subjects
from hled.dialogue.accord.domain.entries import Kind
from hled.dialogue.accord.models import AgreedItem, Credential, Entry, OfferedAct, Refusal, Signature
from hled.dialogue.accord.queries.checking import check
from hled.dialogue.accord.queries.offered import offered_json, waiting
from hled.dialogue.accord.queries.register import Sought, consistency, found_below, proof, root, size
from hled.dialogue.accord.services.appending import append_import, append_joint, end_silences
from hled.dialogue.accord.services.checkpoints import checkpoint, register_key
from hled.dialogue.accord.services.offering import offer_joint, offer_party
from hled.dialogue.accord.services.signing import sign
from hled.dialogue.delegations.models import Appointment
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, NotFoundError


def codes(act) -> set[str]:
    with pytest.raises(BrokenRuleError) as error:
        act()
    return {finding.rule.code for finding in error.value.findings}


def test_the_second_signature_puts_the_act_in_force_and_changes_the_subject(opened):
    offered = opened.offer(content(1))

    first = opened.sign(opened.office.mx, offered)
    assert first.entry is None
    assert not AgreedItem.objects.filter(subject="P1-SC-01").exists()
    assert [row.digest for row in waiting()] == [offered.digest]

    second = opened.sign(opened.office.us, offered)
    assert second.entry is not None
    assert second.entry.sequence == 4
    assert waiting() == []
    assert AgreedItem.objects.get(subject="P1-SC-01").english == content(1).english
    (agreed,) = opened.applied
    assert (agreed.act.digest, agreed.content, agreed.kind) == (offered.digest, content(1), Kind.JOINT)
    assert [
        each["party"] for each in offered_json(OfferedAct.objects.get(digest=offered.digest))["signed_by"]
    ] == ["MX", "US"]
    assert check().is_sound


def test_what_the_room_refuses_is_not_in_the_register(opened, monkeypatch):
    def refuse(agreed):
        raise BrokenRuleError([])

    offered = opened.offer(content(1))
    opened.sign(opened.office.us, offered)
    monkeypatch.setitem(subjects._APPLY, "commitment", refuse)
    signatures = Signature.objects.count()

    assert codes(lambda: opened.sign(opened.office.mx, offered)) == set()
    assert size() == 4
    assert Signature.objects.count() == signatures
    assert not AgreedItem.objects.filter(subject="P1-SC-01").exists()


def test_a_refused_signature_changes_nothing_and_is_recorded(opened):
    offered, other = opened.offer(content(1)), opened.offer(content(2))
    before = Signature.objects.count()
    wrong = replace(opened.office.us.sign(offered.digest, opened.at), value=b"\0" * 64)

    assert codes(lambda: sign(digest=offered.digest, signature=wrong, at=opened.at)) == {"AC-11"}
    replayed = opened.office.us.sign(other.digest, opened.at)
    assert codes(lambda: sign(digest=offered.digest, signature=replayed, at=opened.at)) == {"AC-11"}
    assert codes(lambda: opened.sign(officer("eve.us"), offered)) == {"AC-10"}
    assert codes(lambda: opened.sign(opened.office.admin[Party.US], offered)) == {"AC-15"}
    assert codes(lambda: opened.sign(opened.office.mx, offered, flags=1)) == {"AC-20"}
    skewed = opened.office.us.sign(offered.digest, opened.at + timedelta(hours=1))
    assert codes(lambda: sign(digest=offered.digest, signature=skewed, at=opened.at)) == {"AC-19"}
    opened.sign(opened.office.us, offered)
    assert codes(lambda: opened.sign(opened.office.us, offered)) == {"AC-18"}

    assert Signature.objects.count() == before + 1
    assert list(Refusal.objects.values_list("codes", flat=True)) == [
        "AC-11", "AC-11", "AC-10", "AC-15", "AC-20", "AC-19", "AC-18",
    ]  # fmt: skip
    with pytest.raises(NotFoundError):
        opened.sign(opened.office.us, "0" * 64)


def test_ac_20_a_passkey_whose_counter_went_back_is_refused(opened):
    first, second = opened.offer(content(1)), opened.offer(content(2), "P1-SC-02")
    opened.sign(opened.office.mx, first)
    opened.office.mx.counter -= 1

    assert codes(lambda: opened.sign(opened.office.mx, second)) == {"AC-20"}


def test_ac_18_a_passkeys_count_stands_in_one_entry_only(opened):
    """Also where the act is appended at once, past the signatures that are taken one by one."""
    office, counted = opened.office, []
    for number, subject in enumerate(("P1-SC-01", "P1-SC-02")):
        said = content(number)
        act = commitment(said, subject)
        signed = [office.us.sign(act, opened.at), office.mx.sign(act, opened.at)]
        office.mx.counter -= 1
        counted.append(
            lambda act=act, said=said, signed=signed: append_joint(
                act=act, content=said, signatures=signed, at=opened.at
            )
        )
    counted[0]()

    assert codes(counted[1]) == {"AC-18"}
    assert check().is_sound


def test_a_signature_of_someone_who_left_meanwhile_does_not_count(opened):
    offered = opened.offer(content(1))
    opened.sign(opened.office.us, offered)
    opened.revoke(opened.office.us)

    assert opened.sign(opened.office.mx, offered).entry is None
    successor = officer("carla.us")
    opened.enroll(successor)
    entry = opened.sign(successor, offered).entry
    assert entry is not None
    assert check().is_sound


def test_ac_14_who_left_office_by_the_delegations_lists_does_not_sign(opened):
    offered = opened.offer(content(1))
    opened.sign(opened.office.us, offered)
    term = Appointment.objects.get(person__name=opened.office.mx.credential.name)
    term.ends_on = opened.at.date() - timedelta(days=1)
    term.save()

    assert codes(lambda: opened.sign(opened.office.mx, offered)) == {"AC-14"}
    both = [each.sign(offered.digest, opened.at) for each in (opened.office.us, opened.office.mx)]
    act = commitment(content(1))
    assert codes(lambda: append_joint(act=act, content=content(1), signatures=both, at=opened.at)) == {
        "AC-14"
    }
    assert size() == 4


def test_ac_05_of_two_proposals_on_one_version_the_second_is_overtaken(opened):
    first, second = opened.offer(content(1)), opened.offer(content(2))
    for offered in (first, second):
        opened.sign(opened.office.us, offered)
    opened.sign(opened.office.mx, first)

    assert codes(lambda: opened.sign(opened.office.mx, second)) == {"AC-05"}
    assert codes(
        lambda: (
            opened.offer(content(1))
            and offer_joint(act=commitment(content(3)), content=content(3), at=opened.at)
        )
    ) == {"AC-05"}
    assert codes(lambda: opened.sign(opened.office.mx, first)) == {"AC-09"}


def test_ac_06_a_joint_kind_is_not_offered_to_one_party(opened):
    said = content(1)

    act = commitment(said)
    assert codes(lambda: offer_party(party=Party.US, act=act, content=said, at=opened.at)) == {"AC-06"}
    report = replace(act, type="report.add")
    assert codes(lambda: offer_joint(act=report, content=said, at=opened.at)) == {"AC-06"}


def test_ac_07_a_kind_that_no_room_holds_is_refused(opened):
    said = content(1)
    act = replace(commitment(said), type="weather.change")

    assert codes(lambda: offer_joint(act=act, content=said, at=opened.at)) == {"AC-07"}
    assert codes(lambda: append_joint(act=act, content=said, signatures=(), at=opened.at)) == {"AC-07"}
    assert codes(lambda: subjects.register("record", print)) == {"AC-07"}
    assert codes(lambda: subjects.register("commitment", print)) == {"AC-07"}


def test_a_bootstrap_is_in_the_register_as_such_and_is_the_only_one(desk):
    desk.enroll(desk.office.admin[Party.US])
    second = officer("eve.us", role="party_administrator", bootstrap=True)

    assert Credential.objects.get().bootstrap
    assert "First credential" in AgreedItem.objects.get().english
    assert codes(lambda: desk.enroll(second)) == {"AC-26"}
    assert codes(lambda: desk.enroll(officer("ana.mx", Party.MX))) == {"AC-26"}


def test_reports_are_each_partys_own(opened):
    opened.report(1, Party.US)
    opened.report(1, Party.MX)

    assert list(Entry.objects.order_by("sequence").values_list("kind", "party"))[4:] == [
        ("party", "US"),
        ("party", "MX"),
    ]
    assert [agreed.party for agreed in opened.applied] == [Party.US, Party.MX]
    assert check().is_sound


def test_an_import_is_signed_by_nobody_and_entered_once(opened):
    entry = append_import(digest="a" * 64, source="bundled record", at=opened.at)

    assert entry is not None
    assert (entry.kind, entry.party) == ("import", "")
    assert append_import(digest="a" * 64, source="bundled record", at=opened.at) is None
    assert append_import(digest="b" * 64, source="bundled record", at=opened.at) is not None
    assert check().is_sound


def test_silence_ends_by_itself_and_an_objection_stops_it(opened):
    until = opened.at + timedelta(days=3)
    quiet, stopped = opened.joint(1, until=until), opened.joint(2, "P1-SC-02", until=until)
    overtaken = opened.joint(3, "P1-SC-03", until=until)
    opened.joint(4, "P1-SC-03")
    opened.object(stopped.act)
    opened.applied.clear()

    assert end_silences(at=opened.at) == []
    opened.at = until
    (ended,) = end_silences(at=opened.at)
    assert (ended.kind, AgreedItem.objects.get(subject="P1-SC-01").act) == ("term", quiet.act)
    assert [agreed.act.digest for agreed in opened.applied] == [quiet.act]
    assert not AgreedItem.objects.filter(subject="P1-SC-02").exists()
    assert AgreedItem.objects.get(subject="P1-SC-03").act != overtaken.act
    assert end_silences(at=opened.at) == []
    assert check().is_sound


def test_ac_46_the_clock_of_the_register_does_not_go_back(opened):
    opened.at -= timedelta(minutes=3)
    entry = opened.joint(1)
    assert entry.at > opened.at
    opened.at -= timedelta(days=1)

    assert codes(lambda: append_import(digest="a" * 64, source="x", at=opened.at)) == {"AC-46"}


def test_proofs_and_checkpoints_are_of_the_register(opened, tmp_path):
    key = register_key(tmp_path)
    early = checkpoint(key=key, at=opened.at)
    for number in range(5):
        opened.joint(number)

    late = checkpoint(key=key, at=opened.at)
    assert checkpoint(key=key, at=opened.at).note == late.note
    assert (early.size, late.size, bytes(late.root)) == (4, 9, root(9))
    assert [proof(sequence)["holds"] for sequence in range(9)] == [True] * 9
    assert proof(3, 4)["root"] == bytes(early.root).hex()
    assert consistency(4)["earlier_root"] == bytes(early.root).hex()
    assert [row.sequence for row in found_below(Sought(9), 9, 2)] == [8, 7]
    assert register_key(tmp_path).verifier == key.verifier
    for call in (
        lambda: proof(9),
        lambda: proof(8, 8),
        lambda: proof(1, 10),
        lambda: consistency(0),
        lambda: consistency(10),
    ):
        assert codes(call) == {"AC-45"}
    assert check().checkpoints == 2


@pytest.mark.parametrize("length", [0, 1, 2, 3, 4])
def test_the_same_act_may_be_offered_again(opened, length):
    said = content(length)

    assert opened.offer(said).pk == opened.offer(said).pk
    assert OfferedAct.objects.filter(subject="P1-SC-01").count() == 1
