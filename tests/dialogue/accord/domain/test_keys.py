"""Key files open with their passphrase; passkeys answer for one site, one act and a person who is there."""

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat
from fido2 import cbor
from fido2.cose import ES256, RS256, EdDSA
from tests.dialogue.accord.officers import commitment, content, officer

from hled.dialogue.accord.domain.acts import signed_bytes
from hled.dialogue.accord.domain.consent import verify_signature
from hled.dialogue.accord.domain.keys import (
    fingerprint,
    is_signed,
    make_key,
    public_bytes,
    read_key,
    read_open_key,
    read_public_key,
    sign,
    write_key,
    write_open_key,
)
from hled.dialogue.accord.domain.passkeys import is_at_home, public_key_of, require_counter_grows
from hled.kernel.rule import BrokenRuleError

ACT = commitment(content())
PASSPHRASE = "correct horse battery"


def codes(act) -> set[str]:
    with pytest.raises(BrokenRuleError) as error:
        act()
    return {finding.rule.code for finding in error.value.findings}


def test_a_key_file_opens_with_its_passphrase_only():
    key = make_key()
    content = write_key(key, PASSPHRASE)

    assert content.startswith(b"-----BEGIN ENCRYPTED PRIVATE KEY-----")
    assert read_key(content, PASSPHRASE).private_bytes_raw() == key.private_bytes_raw()
    assert codes(lambda: read_key(content, "another passphrase")) == {"AC-21"}
    assert codes(lambda: read_key(write_open_key(key), PASSPHRASE)) == {"AC-21"}
    assert codes(lambda: read_key(b"nothing", PASSPHRASE)) == {"AC-21"}
    assert codes(lambda: write_key(key, "short")) == {"AC-21"}
    other = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(PASSPHRASE.encode())
    )
    assert codes(lambda: read_key(other, PASSPHRASE)) == {"AC-21"}


def test_the_registers_key_is_kept_open_and_is_no_other_kind():
    key = make_key()

    assert read_open_key(write_open_key(key)).private_bytes_raw() == key.private_bytes_raw()
    assert codes(lambda: read_open_key(write_key(key, PASSPHRASE))) == {"AC-21"}


def test_a_signature_is_over_the_purpose_and_the_digest():
    key = make_key()
    signature = sign(key, ACT.digest)

    assert is_signed(key.public_key(), signature, signed_bytes(ACT.digest))
    assert not is_signed(key.public_key(), signature, ACT.digest.encode())
    assert not is_signed(make_key().public_key(), signature, signed_bytes(ACT.digest))


def test_ac_25_a_weak_or_foreign_public_key_is_refused():
    for key in (ec.generate_private_key(ec.SECP384R1()), rsa.generate_private_key(65537, 1024)):
        assert codes(lambda key=key: read_public_key(public_bytes(key.public_key()))) == {"AC-25"}
    assert codes(lambda: read_public_key(b"x")) == {"AC-25"}
    good = public_bytes(make_key().public_key())
    assert codes(lambda: read_public_key(good + b"\0")) == {"AC-25"}
    assert fingerprint(good) == fingerprint(public_bytes(read_public_key(good)))


def test_a_passkey_brings_its_key_in_cose():
    for private, form in (
        (ec.generate_private_key(ec.SECP256R1()), ES256),
        (make_key(), EdDSA),
        (rsa.generate_private_key(65537, 2048), RS256),
    ):
        cose = cbor.encode(form.from_cryptography_key(private.public_key()))
        assert public_key_of(cose) == public_bytes(private.public_key())
    for wrong in (b"", cbor.encode({1: 2}), cbor.encode({1: 2, 3: -7}), cbor.encode("key")):
        assert codes(lambda wrong=wrong: public_key_of(wrong)) == {"AC-25"}


def test_a_passkey_that_answers_the_digest_is_accepted():
    who = officer("beto.mx", passkey=True)

    verify_signature(who.credential, who.sign(ACT), ACT.digest)
    verify_signature(who.credential, who.sign(ACT, origin="https://sign.hled.example:8443"), ACT.digest)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ({"site": "evil.example"}, "AC-20"),
        ({"origin": "https://evil.example"}, "AC-20"),
        ({"origin": "https://nothled.example"}, "AC-20"),
        ({"origin": "http://hled.example"}, "AC-20"),
        ({"flags": 1}, "AC-20"),
        ({"flags": 4}, "AC-20"),
        ({"type": "webauthn.create"}, "AC-20"),
    ],
)
def test_ac_20_an_answer_for_another_site_or_without_the_person_is_refused(answer, code):
    who = officer("beto.mx", passkey=True)

    assert codes(lambda: verify_signature(who.credential, who.sign(ACT, **answer), ACT.digest)) == {code}


def test_ac_11_another_challenge_another_key_or_no_signature_is_refused():
    who, other = officer("beto.mx", passkey=True), officer("eva.mx", passkey=True)
    signed = who.sign(ACT)

    assert codes(lambda: verify_signature(who.credential, signed, "0" * 64)) == {"AC-11"}
    assert codes(lambda: verify_signature(other.credential, signed, ACT.digest)) == {"AC-11"}


def test_ac_20_bytes_that_are_no_answer_are_refused():
    from dataclasses import replace

    who = officer("beto.mx", passkey=True)
    signed = who.sign(ACT)
    for change in (
        {"authenticator_data": b""},
        {"authenticator_data": signed.authenticator_data[:20]},
        {"client_data": b"{}"},
        {"client_data": b"\xff"},
        {"client_data": b"[]"},
    ):
        wrong = replace(signed, **change)
        assert codes(lambda wrong=wrong: verify_signature(who.credential, wrong, ACT.digest)) == {"AC-20"}


def test_plain_http_is_for_this_machine_only():
    assert is_at_home("http://localhost:8000", "localhost")
    assert not is_at_home("http://hled.example", "hled.example")
    assert not is_at_home("https://hled.example.evil.org", "hled.example")
    assert not is_at_home("", "hled.example")


def test_ac_20_a_counter_that_does_not_grow_is_refused():
    require_counter_grows(1, 0)
    require_counter_grows(0, 0)
    assert codes(lambda: require_counter_grows(5, 5)) == {"AC-20"}
    assert codes(lambda: require_counter_grows(0, 5)) == {"AC-20"}
