"""Officers of both Parties enroll keys of their own and sign acts on pages, and nobody signs for another."""

import json
import re
from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.dialogue.accord.passkey import Passkey
from tests.dialogue.accord.services.texts.at_the_table import MX, NOON, US, Table
from tests.dialogue.delegations.making_people import officer

from hled.dialogue.accord.domain.entries import CredentialKind, Signature
from hled.dialogue.accord.domain.files import read_act_file, signature_file
from hled.dialogue.accord.domain.keys import fingerprint, public_bytes, sign
from hled.dialogue.accord.models import (
    Checkpoint,
    Credential,
    Entry,
    OfferedAct,
    PasskeyHandle,
    Proposal,
    Refusal,
    SilenceTerm,
)
from hled.dialogue.accord.models import Signature as SignatureRow
from hled.dialogue.accord.queries.acts import acts_for
from hled.dialogue.accord.services.signing import sign as take
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Person
from hled.kernel.party import Party

pytestmark = pytest.mark.django_db
BACKEND = "hled.dialogue.delegations.web.backends.PersonBackend"
HOST = {"HTTP_HOST": "localhost"}


def browser(person: Person) -> Client:
    person.is_sample = True  # stands for a second factor, which has tests of its own
    person.save()
    found = Client(**HOST)
    found.force_login(person, backend=BACKEND)
    return found


def page_of(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, path
    return answer.content.decode()


def offered_key(client: Client, passkey: Passkey, role: Role) -> str:
    """Digest of the enrollment that a page offers for a passkey that the browser made."""
    challenge = re.search(r'data-challenge="([^"]+)"', page_of(client, "/en/accord/keys/"))
    assert challenge
    answer = client.post("/en/accord/keys/passkey/", {"role": role, **passkey.made(challenge[1])})
    assert answer.status_code == 302, answer.content.decode()
    return answer.url.rstrip("/").rpartition("/")[2]


def signed(client: Client, digest: str, passkey: Passkey, at: str = "sign", **more):
    return client.post(f"/en/accord/acts/{digest}/{at}/", passkey.signed(digest, **more))


@pytest.fixture
def table(empty_store) -> Table:
    """Officers with key files, two hours before the pages are opened; nobody has a passkey."""
    return Table(at=NOON - timedelta(hours=2)).enroll()


@pytest.fixture
def open_words(table) -> tuple[Table, Proposal, str]:
    made = table.begin()
    table.add(made, "They report each year.", "Informan cada año.")
    table.table(made)
    table.certify_both(made)
    return table, made, table.digest(made)


@pytest.fixture
def with_passkeys(open_words):
    """The signing officer of each Party has a passkey, enrolled on pages and signed by the administrator's key."""
    table, made, digest = open_words
    keys = {}
    for party in Party:
        client, passkey = browser(table.who(party, Role.SIGNING_OFFICER)), Passkey(handle=party.encode())
        enrollment = offered_key(client, passkey, Role.SIGNING_OFFICER)
        assert signed(client, enrollment, passkey, "hold").status_code == 302
        table.at = NOON
        take(digest=enrollment, signature=table.office.admin[party].sign(enrollment, table.at), at=table.at)
        keys[party] = (client, passkey)
    return table, made, digest, keys


def refused(answer, *codes: str) -> None:
    page = answer.content.decode()
    assert answer.status_code == 400, page
    assert "Nothing was changed" in page
    for code in codes:
        assert f"<code>{code}</code>" in page, (code, re.findall(r"<code>(\w+-\d+)</code>", page))


def test_the_first_administrator_enrolls_a_passkey_that_vouches_for_itself(empty_store):
    person, passkey = officer("MX", Role.PARTY_ADMINISTRATOR), Passkey()
    client = browser(person)
    assert "Yours is the first" in page_of(client, "/en/accord/keys/")

    digest = offered_key(client, passkey, Role.PARTY_ADMINISTRATOR)
    assert "First credential of the Party" in page_of(client, f"/en/accord/acts/{digest}/")
    done = signed(client, digest, passkey, "hold")

    assert done.status_code == 302
    credential = Credential.objects.get()
    assert (credential.bootstrap, credential.kind, credential.site) == (True, "passkey", "localhost")
    assert "It is in force" in page_of(client, f"/en/accord/acts/{digest}/")
    assert "first of its Party" in page_of(Client(), "/en/register/credentials/")


def test_ac_26_nobody_but_the_administrator_is_the_first(empty_store):
    client, passkey = browser(officer("MX", Role.SIGNING_OFFICER)), Passkey()
    challenge = re.search(r'data-challenge="([^"]+)"', page_of(client, "/en/accord/keys/"))
    assert challenge is None
    client.session.save()
    session = client.session
    session["passkey_challenge"] = "AAAA"
    session.save()

    answer = client.post("/en/accord/keys/passkey/", {"role": Role.SIGNING_OFFICER, **passkey.made("AAAA")})

    refused(answer, "AC-26")
    assert not OfferedAct.objects.exists()
    assert not PasskeyHandle.objects.exists()


def test_an_officer_enrolls_a_passkey_and_the_administrator_signs_on_her_page(table):
    ana, boss = (table.who(US, role) for role in (Role.SIGNING_OFFICER, Role.PARTY_ADMINISTRATOR))
    hers, passkey = browser(ana), Passkey()
    digest = offered_key(hers, passkey, Role.SIGNING_OFFICER)

    assert signed(hers, digest, passkey, "hold").status_code == 302
    assert Entry.objects.filter(act=digest).count() == 0, "the holder alone enrolls nothing"
    theirs = browser(boss)
    assert digest in page_of(theirs, "/en/accord/acts/")
    key = table.office.admin[US]
    answer = theirs.post(
        f"/en/accord/acts/{digest}/sign-credential/",
        {"file": SimpleUploadedFile("s.json", signature_file(digest, key.sign(digest, NOON)))},
    )

    assert answer.status_code == 302
    assert Entry.objects.filter(act=digest).count() == 1
    assert Credential.objects.filter(kind="passkey", party=US).count() == 1


def test_both_officers_sign_words_with_passkeys_and_everybody_sees_the_entry(with_passkeys):
    _, made, digest, keys = with_passkeys
    (ours, one), (theirs, other) = keys[US], keys[MX]
    page = page_of(ours, f"/en/accord/acts/{digest}/")
    for said in ("They report each year.", "Informan cada año.", digest, "text.adopt", "text:ports", "2027"):
        assert said in page
    assert page.count("Sign with my passkey") == 1

    assert signed(ours, digest, one).status_code == 302
    made.refresh_from_db()
    assert made.state == "open"
    assert "You have signed here" in page_of(ours, f"/en/accord/acts/{digest}/")
    assert signed(theirs, digest, other).status_code == 302

    made.refresh_from_db()
    assert (made.state, made.act) == ("in_force", digest)
    entry = Entry.objects.get(act=digest)
    public = page_of(Client(), f"/es/register/{entry.sequence}/")
    assert "Informan cada año." in public
    assert "llave de acceso" in public
    proof = json.loads(Client().get(f"/en/register/{entry.sequence}/proof.json").content)
    assert proof["items"][0]["holds"] is True


def test_a_signature_from_a_closed_room_is_taken_on_the_page(open_words):
    table, _, digest = open_words
    client = browser(table.who(US, Role.SIGNING_OFFICER))
    act, content = read_act_file(client.get(f"/en/accord/acts/{digest}/act.json").content, "act.json")
    assert (act.digest, content.spanish) == (digest, "Informan cada año.")

    file = SimpleUploadedFile("ana.json", signature_file(digest, table.office.us.sign(act, table.at)))
    answer = client.post(f"/en/accord/acts/{digest}/sign/", {"file": file})

    assert answer.status_code == 302
    assert SignatureRow.objects.get(offered=digest).credential == table.office.us.credential.id


def bad_file(client: Client, digest: str, signature: Signature, of: str = ""):
    file = SimpleUploadedFile("s.json", signature_file(of or digest, signature))
    return client.post(f"/en/accord/acts/{digest}/sign/", {"file": file})


def test_ac_22_nobody_brings_the_signature_of_another(open_words):
    table, _, digest = open_words
    other = officer("US", Role.SIGNING_OFFICER)

    answer = bad_file(browser(other), digest, table.office.us.sign(digest, table.at))

    refused(answer, "AC-22")
    assert not SignatureRow.objects.filter(offered=digest).exists()
    assert Refusal.objects.get().codes == "AC-22"


def test_ac_22_nor_the_passkey_of_the_other_party(with_passkeys):
    _, _, digest, keys = with_passkeys
    ours, passkey_of_theirs = keys[US][0], keys[MX][1]

    refused(signed(ours, digest, passkey_of_theirs), "AC-22")
    assert not SignatureRow.objects.filter(offered=digest).exists()


def test_a_name_that_two_devices_have_chosen_is_looked_for_among_ones_own(with_passkeys):
    _, _, digest, keys = with_passkeys
    PasskeyHandle.objects.update(handle=b"the same")
    for party, (client, passkey) in keys.items():
        passkey.handle = b"the same"
        assert signed(client, digest, passkey).status_code == 302, party

    assert Entry.objects.filter(act=digest).exists()


def test_ac_10_a_key_that_is_not_enrolled_signs_nothing(with_passkeys):
    _, _, digest, keys = with_passkeys

    refused(signed(keys[US][0], digest, Passkey(handle=b"unknown")), "AC-10")
    assert Refusal.objects.get().credential == b"unknown".hex()


def test_ac_11_a_wrong_signature_and_one_over_another_act_are_refused(with_passkeys):
    table, _, digest, keys = with_passkeys
    client, passkey = keys[US]
    forged = {**passkey.signed(digest), "signature": Passkey().signed(digest)["signature"]}
    over_other = passkey.signed("ab" * 32)

    refused(client.post(f"/en/accord/acts/{digest}/sign/", forged), "AC-11")
    refused(client.post(f"/en/accord/acts/{digest}/sign/", over_other), "AC-11")
    refused(bad_file(client, digest, table.office.us.sign("ab" * 32, table.at), of="ab" * 32), "AC-11")
    assert not SignatureRow.objects.filter(offered=digest).exists()
    assert Refusal.objects.count() == 3


def test_ac_12_a_revoked_credential_signs_nothing_and_the_page_says_so(with_passkeys):
    table, _, digest, keys = with_passkeys
    client, passkey = keys[US]
    boss = browser(table.who(US, Role.PARTY_ADMINISTRATOR))
    for credential in Credential.objects.filter(party=US, role=Role.SIGNING_OFFICER):
        offered = boss.post(
            f"/en/accord/keys/{credential.id}/revoke/", {"reason_en": "Lost.", "reason_es": "Extraviada."}
        )
        revocation = offered.url.rstrip("/").rpartition("/")[2]
        table.at = NOON
        take(digest=revocation, signature=table.office.admin[US].sign(revocation, table.at), at=table.at)

    refused(signed(client, digest, passkey), "AC-12")
    assert "AC-12" in page_of(client, f"/en/accord/acts/{digest}/")
    assert "Sign with my passkey" not in page_of(client, f"/en/accord/acts/{digest}/")


def test_ac_18_a_signature_counts_once(with_passkeys):
    _, _, digest, keys = with_passkeys
    client, passkey = keys[US]
    sent = passkey.signed(digest)
    assert client.post(f"/en/accord/acts/{digest}/sign/", sent).status_code == 302

    refused(client.post(f"/en/accord/acts/{digest}/sign/", sent), "AC-18")
    assert SignatureRow.objects.filter(offered=digest).count() == 1


@pytest.mark.parametrize("skew", [timedelta(minutes=6), timedelta(days=-31)])
def test_ac_19_a_clock_that_is_off_is_refused(open_words, skew):
    table, _, digest = open_words
    client = browser(table.who(US, Role.SIGNING_OFFICER))

    refused(bad_file(client, digest, table.office.us.sign(digest, NOON + skew)), "AC-19")
    assert not SignatureRow.objects.filter(offered=digest).exists()


@pytest.mark.parametrize("counter", [1, 0])
def test_ac_20_a_counter_that_stands_still_or_goes_back_is_refused(with_passkeys, counter):
    _, _, digest, keys = with_passkeys
    client, passkey = keys[US]

    refused(signed(client, digest, passkey, counter=counter), "AC-20")
    assert not SignatureRow.objects.filter(offered=digest).exists()


def test_ac_20_a_person_who_was_not_verified_is_refused(with_passkeys):
    _, _, digest, keys = with_passkeys

    refused(signed(keys[US][0], digest, keys[US][1], flags=1), "AC-20")


@pytest.mark.parametrize("part", ["handle", "authenticator_data", "client_data", "signature"])
def test_ac_20_an_answer_with_a_part_missing_is_refused(with_passkeys, part):
    _, _, digest, keys = with_passkeys
    client, passkey = keys[US]

    refused(client.post(f"/en/accord/acts/{digest}/sign/", {**passkey.signed(digest), part: ""}), "AC-20")


@pytest.mark.parametrize("change", [{"flags": 1}, {"kind": "get"}])
def test_ac_20_a_passkey_that_was_not_made_for_this_question_is_not_offered(table, change):
    client = browser(table.who(US, Role.SIGNING_OFFICER))
    challenge = re.search(r'data-challenge="([^"]+)"', page_of(client, "/en/accord/keys/"))
    assert challenge

    answer = client.post(
        "/en/accord/keys/passkey/", {"role": Role.SIGNING_OFFICER, **Passkey().made(challenge[1], **change)}
    )
    again = client.post(
        "/en/accord/keys/passkey/", {"role": Role.SIGNING_OFFICER, **Passkey().made(challenge[1])}
    )

    refused(answer, "AC-20")
    refused(again, "AC-20")
    assert not PasskeyHandle.objects.exists()


@pytest.mark.parametrize(
    "sent", [b"not JSON", b"{}", b"[" * 100_000, b"x" * 70_000], ids=["words", "empty", "deep", "large"]
)
def test_ac_47_a_file_that_is_no_signature_is_refused(open_words, sent):
    table, _, digest = open_words
    client = browser(table.who(US, Role.SIGNING_OFFICER))

    answer = client.post(f"/en/accord/acts/{digest}/sign/", {"file": SimpleUploadedFile("s.json", sent)})

    refused(answer, "AC-47")


def test_ac_83_words_that_were_edited_since_are_signed_no_more(with_passkeys):
    table, made, digest, keys = with_passkeys
    client, passkey = keys[US]
    assert signed(client, digest, passkey).status_code == 302
    segment = re.findall(r"segment-([\w-]+)", page_of(client, f"/en/accord/proposals/{made.pk}/"))[0]
    table.write(made, segment, MX, english="They report twice.", spanish="Informan dos veces.")

    refused(signed(keys[MX][0], digest, keys[MX][1]), "AC-83")
    page = page_of(keys[MX][0], f"/en/accord/acts/{digest}/")
    assert "can be signed no more" in page
    assert "Sign with my passkey" not in page
    assert not Entry.objects.filter(act=digest).exists()


def test_a_key_of_another_kind_or_no_key_is_refused_with_its_rule(table):
    client = browser(table.who(US, Role.SIGNING_OFFICER))

    for sent in ({"public_key": "x"}, {"public_key": ""}, {"public_key": "x" * 100_000}, {"role": "king"}):
        answer = client.post("/en/accord/keys/public-key/", {"role": Role.SIGNING_OFFICER, **sent})
        refused(answer, "AC-25")
    assert not OfferedAct.objects.filter(type="credential.enroll", offered_at__gt=table.at).exists()


def test_a_public_key_is_offered_and_shown_by_its_own_signature(table):
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    key = Ed25519PrivateKey.generate()
    pem = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    client = browser(table.who(MX, Role.SIGNING_OFFICER))

    answer = client.post(
        "/es/accord/keys/public-key/",
        {"role": Role.SIGNING_OFFICER, "file": SimpleUploadedFile("a.pub", pem)},
    )
    digest = answer.url.rstrip("/").rpartition("/")[2]
    name = fingerprint(public_bytes(key.public_key()))
    own = Signature(name, CredentialKind.KEY_FILE, table.at, sign(key, digest))
    held = client.post(
        f"/es/accord/acts/{digest}/hold/",
        {"file": SimpleUploadedFile("s.json", signature_file(digest, own))},
    )

    assert held.status_code == 302
    assert SignatureRow.objects.get(offered=digest).credential == name
    assert "Administración de la Parte" not in page_of(client, "/es/accord/keys/")


def running(table: Table) -> str:
    """Digest of an act whose term of silence runs."""
    from hled.dialogue.accord.services.texts import editing

    made = table.begin()
    table.add(made, "They report each year.", "Informan cada año.")
    made.refresh_from_db()
    editing.set_terms(
        proposal=made.pk,
        effective=made.effective,
        occasion=None,
        silent_from=table.at.date() + timedelta(days=1),
        silent_days=5,
        read=made.terms_version,
        by=table.who(US),
        at=table.tick(),
    )
    table.table(made)
    table.certify_both(made)
    digest = table.digest(made)
    table.sign_both(digest)
    return digest


def test_an_officer_objects_to_a_running_silence_and_signs_that(table):
    digest = running(table)
    client = browser(table.who(MX, Role.SIGNING_OFFICER))
    proposal = Proposal.objects.get(act=digest)
    assert f"/acts/{digest}/" in page_of(client, f"/en/accord/proposals/{proposal.pk}/")

    offered = client.post(
        f"/en/accord/acts/{digest}/object/", {"reason_en": "Not yet.", "reason_es": "Aún no."}
    )
    objection = offered.url.rstrip("/").rpartition("/")[2]
    assert SilenceTerm.objects.get().state == "running", "an objection that nobody signed is none"
    assert "Aún no." in page_of(client, f"/en/accord/acts/{objection}/")
    file = SimpleUploadedFile("s.json", signature_file(objection, table.office.mx.sign(objection, NOON)))
    done = client.post(f"/en/accord/acts/{objection}/sign/", {"file": file})

    assert done.status_code == 302
    assert SilenceTerm.objects.get().state == "objected"
    proposal.refresh_from_db()
    assert proposal.state == "objected"
    assert "one objected" in page_of(client, f"/en/accord/acts/{digest}/")


def test_ac_02_a_reason_in_one_language_only_is_refused(table):
    digest = running(table)
    client = browser(table.who(MX, Role.SIGNING_OFFICER))

    refused(client.post(f"/en/accord/acts/{digest}/object/", {"reason_en": "Not yet."}), "AC-02")
    assert not OfferedAct.objects.filter(type="silence.object").exists()


def test_an_administrator_neither_signs_words_nor_objects(table):
    digest = running(table)
    client = browser(table.who(MX, Role.PARTY_ADMINISTRATOR))

    assert client.post(f"/en/accord/acts/{digest}/sign/", {}).status_code == 403
    assert client.post(f"/en/accord/acts/{digest}/object/", {}).status_code == 403
    assert client.post(f"/en/accord/acts/{digest}/sign-credential/", {}).status_code == 404


def sign_as(holder: tuple[Client, Passkey], digest: str):
    client, passkey = holder
    return signed(client, digest, passkey)


def open_acts(table: Table, numbers: range) -> None:
    """Words on a subject for each number, each open for the signatures of both."""
    for number in numbers:
        made = table.begin(subject=f"text:ports-{number}")
        table.add(made, "They report each year.", "Informan cada año.")
        table.table(made)
        table.certify_both(made)


def questions(person: Person, at: datetime) -> int:
    with CaptureQueriesContext(connection) as asked:
        acts_for(person, at)
    return len(asked)


def test_many_acts_take_no_more_questions_than_few(table):
    signer = table.who(US, Role.SIGNING_OFFICER)
    open_acts(table, range(2))
    table.sign(OfferedAct.objects.filter(kind="joint").latest("offered_at").digest, MX)
    few = questions(signer, table.at)

    open_acts(table, range(2, 6))
    table.sign(OfferedAct.objects.filter(kind="joint").latest("offered_at").digest, MX)

    found = acts_for(signer, table.at)
    assert questions(signer, table.at) == few <= 16
    assert [(each.is_mine, each.parties) for each in found[:2]] == [(True, (MX,)), (True, ())]
    assert len(found) == 6


def test_once_an_act_has_entered_a_note_on_the_register_is_kept(with_passkeys, tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "HOME", tmp_path)
    _, _, digest, keys = with_passkeys
    sign_as(keys[US], digest)
    assert not Checkpoint.objects.exists(), "nothing has entered yet"

    sign_as(keys[MX], digest)

    assert Checkpoint.objects.get().size == Entry.objects.get(act=digest).sequence + 1


def test_an_act_is_in_force_though_the_key_of_the_register_cannot_be_read(
    with_passkeys, tmp_path, monkeypatch, caplog
):
    (tmp_path / "register.key").mkdir()
    monkeypatch.setattr(settings, "HOME", tmp_path)
    _, _, digest, keys = with_passkeys

    for party in Party:
        assert sign_as(keys[party], digest).status_code == 302

    assert Entry.objects.filter(act=digest).exists()
    assert "no checkpoint after entry=" in caplog.text
