"""The register from the command line and from a closed room."""

import json
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from django.db import connection
from tests.dialogue.accord.officers import content

from hled.dialogue.accord import subjects
from hled.dialogue.accord.domain.acts import act_over
from hled.dialogue.accord.models import AgreedItem, Entry, Refusal, triggers
from hled.dialogue.accord.services.offering import offer_joint
from hled.dialogue.delegations.models import Appointment, Person
from hled.kernel.party import Party

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
PASSPHRASE = "correct horse battery"


@pytest.fixture
def room(hled, empty_register, tmp_path, monkeypatch):
    """Key files of an administrator and a signing officer of each Party, appointed by the delegations."""
    monkeypatch.setitem(subjects._APPLY, "commitment", lambda agreed: None)
    (tmp_path / "passphrase").write_text(f"{PASSPHRASE}\n")
    for party in Party:
        for role in ("party_administrator", "signing_officer"):
            name = f"{role}.{party.lower()}"
            person = Person.objects.create(
                email=f"{name}@example.org", name=name, party=party, language="en", enrolled_at=NOW
            )
            Appointment.objects.create(
                person=person, role=role, title_en="x", title_es="x", starts_on=NOW.date(), appointed_at=NOW
            )
            made = hled("keys", "make", tmp_path / name, "--passphrase-file", tmp_path / "passphrase")
            assert made.code == 0, made.err
    return tmp_path


def enrolled(hled, room, party: Party) -> None:
    """The administrator by its own key, the officer by both."""
    low = party.lower()
    for role, first in (("party_administrator", ["--first"]), ("signing_officer", [])):
        public, person = room / f"{role}.{low}.pub", f"{role}.{low}@example.org"
        offered = hled(
            "keys", "enroll", public, "--person", person, "--role", role, *first, "--format", "json"
        )
        assert offered.code == 0, offered.err
        digest = offered.json["items"][0]["digest"]
        signers = {f"{role}.{low}", f"party_administrator.{low}"}
        for signer in sorted(signers):
            signed = sign(hled, room, digest, signer)
            assert signed.code == 0, signed.err
        assert signed.json["items"][0]["in_force"]


def sign(hled, room, digest: str, who: str, *further: object):
    passphrase = ("--passphrase-file", room / "passphrase")
    return hled("act", "sign", digest, "--key", room / who, *passphrase, "--format", "json", *further)


def offered() -> str:
    said = content(1)
    act = act_over(said, type="commitment.amend", subject="P1-SC-01", predecessor=None, effective=NOW.date())
    return offer_joint(act=act, content=said, at=NOW).digest


@pytest.mark.usefixtures("unchecked")
def test_two_officers_sign_one_here_and_one_in_a_closed_room(hled, room):
    for party in Party:
        enrolled(hled, room, party)
    digest = offered()

    shown = hled("act", "show", digest)
    assert content(1).english in shown.out
    assert content(1).spanish in shown.out
    here = sign(hled, room, digest, "signing_officer.us")
    assert (here.code, here.json["items"][0]["in_force"]) == (0, False)
    assert content(1).spanish in here.err, "what is signed is shown to who signs"

    act, signature = room / "act.json", room / "signature.json"
    assert hled("act", "export", digest, act).code == 0
    assert hled("act", "export", digest, act).code == 2, "no file is written over"
    away = sign(hled, room, digest, "signing_officer.mx", "--act", act, "--to", signature)
    assert (away.code, away.json["items"][0]["in_force"]) == (0, False)
    assert Entry.objects.count() == 4
    taken = hled("act", "import", signature)
    assert "entry 4" in taken.out
    assert AgreedItem.objects.get(subject="P1-SC-01").act == digest
    assert "No act waits" in hled("act", "list").out
    again = hled("act", "import", signature)
    assert (again.code, "AC-09" in again.err) == (1, True)

    edition = room / "edition"
    assert hled("register", "export", edition, "--lang", "es").code == 0
    done = subprocess.run(
        [sys.executable, "-I", edition / "verify_edition.py"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert hled("register", "check").code == 0
    assert len(hled("keys", "list", "--format", "json").json["items"]) == 4
    assert [each["sequence"] for each in hled("register", "show", "--format", "json").json["items"]] == [
        4,
        3,
        2,
        1,
        0,
    ]
    assert hled("register", "prove", 4).json["items"][0]["holds"]
    assert (
        hled("register", "show", 4, "--format", "json").json["items"][0]["content"]["english"]
        == content(1).english
    )


def test_an_act_changed_on_its_way_to_a_closed_room_is_not_signed(hled, room):
    for party in Party:
        enrolled(hled, room, party)
    digest = offered()
    act = room / "act.json"
    hled("act", "export", digest, act)
    said = json.loads(act.read_text())
    said["content"]["spanish"] = "Otra cosa."
    act.write_text(json.dumps(said))

    refused = sign(hled, room, digest, "signing_officer.mx", "--act", act, "--to", room / "signature.json")
    assert (refused.code, refused.json["findings"][0]["code"]) == (1, "AC-04")
    assert not (room / "signature.json").exists()


def test_wrong_calls_are_refused_by_name(hled, room):
    enrolled(hled, room, Party.US)
    unknown = "0" * 64
    for arguments, code, rule in (
        (("act", "show", unknown), 2, "AC-08"),
        (("register", "show", 99), 2, "AC-45"),
        (("register", "prove", 1, "--size", 1), 2, "AC-45"),
        (("act", "import", room / "nowhere.json"), 2, "AC-47"),
        (("act", "import", room / "passphrase"), 2, "AC-47"),
        (
            ("keys", "make", room / "party_administrator.us", "--passphrase-file", room / "passphrase"),
            2,
            "AC-47",
        ),
        (("keys", "revoke", unknown, "--reason-en", "x", "--reason-es", "x"), 2, "AC-28"),
        (("register", "export", room), 2, "AC-47"),
    ):
        ran = hled(*arguments)
        assert (ran.code, rule in ran.err) == (code, True), (arguments, ran.err)
    (room / "other").write_text("another passphrase\n")
    digest = offered()
    wrong = hled(
        "act", "sign", digest, "--key", room / "signing_officer.us", "--passphrase-file", room / "other"
    )
    assert (wrong.code, "AC-21" in wrong.err) == (1, True)
    stranger = sign(hled, room, digest, "signing_officer.mx")
    assert (stranger.code, stranger.json["findings"][0]["code"]) == (1, "AC-10")
    assert Refusal.objects.count() == 1


def test_a_register_that_was_changed_is_named_in_both_languages(hled, room):
    enrolled(hled, room, Party.US)
    triggers.remove(connection)
    Entry.objects.filter(sequence=1).update(subject="other")
    triggers.install(connection)

    english, spanish = hled("register", "check"), hled("register", "check", "--lang", "es")
    machine = hled("register", "check", "--format", "json")
    assert (english.code, spanish.code, machine.code) == (1, 1, 1)
    assert "first bad entry is 1" in english.out
    assert "primer asiento defectuoso es 1" in spanish.out
    assert (machine.json["items"][0]["first_bad"], machine.json["findings"][0]["code"]) == (1, "AC-42")
    assert hled("register", "check", "--signatures", "no").code == 0


def test_the_bundled_record_stands_in_the_register_as_an_import_of_nobody(hled):
    shown = hled("register", "show", 0, "--format", "json").json["items"][0]

    assert (shown["kind"], shown["party"], shown["signatures"]) == ("import", None, [])
    assert hled("register", "check").code == 0
