"""Officers of both Parties with keys of their own, and registers made by them."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.utils import websafe_encode

from hled.dialogue.accord.domain.acts import Act, Condition, Content, act_over
from hled.dialogue.accord.domain.credentials import (
    ENROLL,
    PARTY_ADMINISTRATOR,
    REVOKE,
    SIGNING_OFFICER,
    Credential,
    enrollment,
    revocation,
)
from hled.dialogue.accord.domain.entries import CredentialKind, Envelope, Kind, Signature
from hled.dialogue.accord.domain.fold import (
    END,
    IMPORT,
    OBJECT,
    Change,
    State,
    advance,
    objection_subject,
    silence_subject,
    step,
)
from hled.dialogue.accord.domain.keys import fingerprint, public_bytes, sign
from hled.kernel.party import Party

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = NOON.date()
SITE = "hled.example"


@dataclass
class Officer:
    """A person with a key, as a key file or in a passkey that counts."""

    credential: Credential
    key: Ed25519PrivateKey | ec.EllipticCurvePrivateKey
    counter: int = 0

    def sign(self, act: Act | str, at: datetime = NOON, **answer) -> Signature:
        digest = act if isinstance(act, str) else act.digest
        if isinstance(self.key, Ed25519PrivateKey):
            return Signature(self.credential.id, CredentialKind.KEY_FILE, at, sign(self.key, digest))
        self.counter += 1
        data, client = answered(digest, counter=self.counter, **answer)
        value = self.key.sign(data + sha256(client).digest(), ec.ECDSA(SHA256()))
        return Signature(self.credential.id, CredentialKind.PASSKEY, at, value, data, client)


def answered(
    digest: str,
    *,
    counter: int,
    site: str = SITE,
    origin: str = "",
    flags: int = 5,
    type: str = "webauthn.get",
) -> tuple[bytes, bytes]:
    """What a passkey signs: authenticator data and client data."""
    data = sha256(site.encode()).digest() + bytes([flags]) + counter.to_bytes(4, "big")
    client = {
        "type": type,
        "challenge": websafe_encode(bytes.fromhex(digest)),
        "origin": origin or f"https://{site}",
        "crossOrigin": False,
    }
    return data, json.dumps(client).encode()


def officer(
    person: str,
    party: Party = Party.US,
    role: str = SIGNING_OFFICER,
    *,
    seed: int | None = None,
    passkey: bool = False,
    since: date = date(2026, 1, 1),
    until: date | None = date(2027, 12, 31),
    expires: datetime | None = None,
    bootstrap: bool = False,
) -> Officer:
    key: Ed25519PrivateKey | ec.EllipticCurvePrivateKey
    if passkey:
        key = (
            ec.generate_private_key(ec.SECP256R1())
            if seed is None
            else ec.derive_private_key(
                int.from_bytes(sha256(f"{person}{seed}".encode()).digest()[:31], "big"), ec.SECP256R1()
            )
        )
    else:
        key = (
            Ed25519PrivateKey.generate()
            if seed is None
            else Ed25519PrivateKey.from_private_bytes(sha256(f"{person}{seed}".encode()).digest())
        )
    public = public_bytes(key.public_key())
    kind = CredentialKind.PASSKEY if passkey else CredentialKind.KEY_FILE
    site = SITE if passkey else ""
    return Officer(
        Credential(
            fingerprint(public),
            person,
            person.title(),
            party,
            role,
            kind,
            public,
            site,
            since,
            until,
            expires,
            bootstrap,
        ),
        key,
    )


class Office:
    """An administrator and a signing officer of each Party; the Mexican officer signs with a passkey."""

    def __init__(self, seed: int | None = None) -> None:
        self.admin = {
            party: officer(
                f"admin.{party.lower()}", party, PARTY_ADMINISTRATOR, bootstrap=True, until=None, seed=seed
            )
            for party in Party
        }
        self.us = officer("ana.us", Party.US, seed=seed)
        self.mx = officer("beto.mx", Party.MX, passkey=True, seed=seed)

    def of(self, party: Party) -> Officer:
        return self.us if party is Party.US else self.mx


def content(number: int = 0, **fields) -> Content:
    return Content(
        f"The Parties open lane {number}.",
        f"Las Partes abren el carril {number}.",
        {"lane": number, **fields},
    )


def commitment(
    said: Content, subject: str = "P1-SC-01", predecessor: str | None = None, until: datetime | None = None
) -> Act:
    return act_over(
        said,
        type="commitment.amend",
        subject=subject,
        predecessor=predecessor,
        effective=DAY,
        condition=Condition(until) if until else None,
    )


class Made:
    """A register made in memory, entry by entry, by the rules."""

    def __init__(self, office: Office | None = None, start: datetime = NOON) -> None:
        self.office = office or Office()
        self.state = State()
        self.entries: list[Envelope] = []
        self.at = start

    def envelope(
        self, kind: Kind, party: Party | None, act: Act, said: Content, *signatures: Signature
    ) -> Envelope:
        return Envelope(self.state.size, self.state.leaf, kind, self.at, party, act, said, signatures)

    def take(self, entry: Envelope) -> Change:
        change = step(self.state, entry)
        advance(self.state, entry, entry.leaf)
        self.entries.append(entry)
        self.at += timedelta(seconds=1)
        return change

    def head(self, subject: str) -> str | None:
        found = self.state.items.get(subject)
        return found.act if found else None

    def act(self, type: str, subject: str, said: Content) -> Act:
        return act_over(said, type=type, subject=subject, predecessor=self.head(subject), effective=DAY)

    def enroll(self, who: Officer, *signers: Officer) -> Change:
        said = enrollment(who.credential)
        act = self.act(ENROLL, who.credential.subject, said)
        signed = [
            each.sign(act, self.at) for each in (signers or (self.office.admin[who.credential.party], who))
        ]
        return self.take(self.envelope(Kind.PARTY, who.credential.party, act, said, *signed))

    def revoke(self, who: Officer) -> Change:
        said = revocation(who.credential, "lost", "extraviada")
        act = self.act(REVOKE, who.credential.subject, said)
        signed = self.office.admin[who.credential.party].sign(act, self.at)
        return self.take(self.envelope(Kind.PARTY, who.credential.party, act, said, signed))

    def open(self) -> "Made":
        """Both administrators and both signing officers are enrolled."""
        for party in Party:
            self.enroll(self.office.admin[party], self.office.admin[party])
        self.enroll(self.office.us)
        self.enroll(self.office.mx)
        return self

    def joint(self, number: int = 0, subject: str = "P1-SC-01", until: datetime | None = None) -> Change:
        said = content(number)
        act = commitment(said, subject, self.head(subject), until)
        signed = [self.office.us.sign(act, self.at), self.office.mx.sign(act, self.at)]
        return self.take(self.envelope(Kind.JOINT, None, act, said, *signed))

    def report(self, number: int = 0, party: Party = Party.US) -> Change:
        said = content(number)
        act = self.act("report.add", f"report:{party}:{number}", said)
        return self.take(
            self.envelope(Kind.PARTY, party, act, said, self.office.of(party).sign(act, self.at))
        )

    def import_record(self, digest: str = "a" * 64) -> Change:
        said = Content(
            "A record was imported.", "Se importó un registro.", {"digest": digest, "source": "test"}
        )
        act = self.act(IMPORT, "record", said)
        return self.take(self.envelope(Kind.IMPORT, None, act, said))

    def object(self, digest: str, party: Party = Party.MX) -> Change:
        said = Content("We object.", "Objetamos.", {"act": digest})
        act = self.act(OBJECT, objection_subject(party, digest), said)
        return self.take(
            self.envelope(Kind.PARTY, party, act, said, self.office.of(party).sign(act, self.at))
        )

    def end(self, digest: str) -> Change:
        said = Content("Nobody objected.", "Nadie objetó.", {"act": digest})
        act = self.act(END, silence_subject(digest), said)
        return self.take(self.envelope(Kind.TERM, None, act, said))


def made_register(seed: int | None = 1) -> Made:
    """Ten entries of every kind."""
    made = Made(Office(seed)).open()
    made.import_record()
    made.joint(1)
    made.report(2, Party.MX)
    made.joint(3)
    quiet = made.joint(4, "P1-SC-02", until=made.at + timedelta(seconds=2)).silence
    made.at += timedelta(seconds=5)
    made.end(quiet.act)
    return made


def without(officer: Officer, **changes) -> Officer:
    """The same key under other facts."""
    return Officer(replace(officer.credential, **changes), officer.key, officer.counter)
