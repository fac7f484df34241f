"""
A register of many entries, made by the forms of the product and written straight into the tables.

Each entry is signed for real; only the way into the store is shorter, since appending a million acts one by one would
measure patience. The check of the product then reads it like any other.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.utils import websafe_encode

from hled.dialogue.accord.domain.acts import Act, Content, act_over, quick_canonical
from hled.dialogue.accord.domain.credentials import Credential, enrollment
from hled.dialogue.accord.domain.entries import CredentialKind, Envelope, Kind, Signature
from hled.dialogue.accord.domain.fold import JOINT, Item, State, advance, step
from hled.dialogue.accord.domain.keys import fingerprint, public_bytes, sign
from hled.kernel.party import Party

SITE = "hled.example"
START = datetime(2021, 9, 9, 12, tzinfo=UTC)
DAY = date(2021, 9, 9)
SUBJECTS = 5000
WORDS_EN = "The Parties will keep the second lane of the crossing open on working days and report the time that trucks wait. "
WORDS_ES = "Las Partes mantendrán abierto el segundo carril del cruce en días hábiles e informarán el tiempo de espera de camiones. "


@dataclass
class Signer:
    """An officer with a key in a file or in a passkey."""

    credential: Credential
    key: Any
    counter: int = 0

    def sign(self, digest: str, at: datetime) -> Signature:
        if isinstance(self.key, Ed25519PrivateKey):
            return Signature(self.credential.id, CredentialKind.KEY_FILE, at, sign(self.key, digest))
        self.counter += 1
        data = sha256(SITE.encode()).digest() + b"\x05" + self.counter.to_bytes(4, "big")
        client = json.dumps(
            {
                "type": "webauthn.get",
                "challenge": websafe_encode(bytes.fromhex(digest)),
                "origin": f"https://{SITE}",
            }
        ).encode()
        value = self.key.sign(data + sha256(client).digest(), ec.ECDSA(SHA256()))
        return Signature(self.credential.id, CredentialKind.PASSKEY, at, value, data, client)


def signer(
    person: str, party: Party, role: str, number: int, *, passkey: bool = False, first: bool = False
) -> Signer:
    seed = sha256(person.encode()).digest()
    key: Any = (
        ec.derive_private_key(int.from_bytes(seed[:31], "big"), ec.SECP256R1())
        if passkey
        else Ed25519PrivateKey.from_private_bytes(seed)
    )
    public = public_bytes(key.public_key())
    kind = CredentialKind.PASSKEY if passkey else CredentialKind.KEY_FILE
    site = SITE if passkey else ""
    id = f"{party}.{number}"
    return Signer(
        Credential(fingerprint(public), id, person, party, role, kind, public, site, DAY, None, None, first),
        key,
    )


class Officers:
    """Two administrators and three signing officers, one of whom signs with a passkey."""

    def __init__(self) -> None:
        self.admins = {
            Party.US: signer("admin.us", Party.US, "party_administrator", 1, first=True),
            Party.MX: signer("admin.mx", Party.MX, "party_administrator", 2, first=True),
        }
        self.us = signer("ana.us", Party.US, "signing_officer", 3)
        self.mx = signer("beto.mx", Party.MX, "signing_officer", 4)
        self.passkey = signer("carla.mx", Party.MX, "signing_officer", 5, passkey=True)

    @property
    def all(self) -> list[Signer]:
        return [*self.admins.values(), self.us, self.mx, self.passkey]


def content(number: int) -> Content:
    return Content(
        f"{WORDS_EN}Version {number}.",
        f"{WORDS_ES}Versión {number}.",
        {"version": number, "due": "2027-06-30"},
    )


class Making:
    """
    Entries in their order, and the state that they agree.

    Seven of ten are joint acts, of which every fifth is signed by a passkey; three are reports of one Party.
    """

    def __init__(self) -> None:
        self.officers = Officers()
        self.state = State()
        self.contents: dict[str, Content] = {}
        self.at = START

    def enroll(self) -> Iterator[tuple[Envelope, bytes]]:
        for each in self.officers.all:
            party = each.credential.party
            said = enrollment(each.credential)
            act = self._act("credential.enroll", each.credential.subject, said)
            signers = [each] if each.credential.bootstrap else [self.officers.admins[party], each]
            yield self._take(Kind.PARTY, party, act, said, [one.sign(act.digest, self.at) for one in signers])

    def entries(self, count: int) -> Iterator[tuple[Envelope, bytes]]:
        yield from self.enroll()
        for number in range(count - self.state.size):
            said = content(number)
            if number % 10 < 7:
                act = self._act("commitment.amend", f"P1-SC-{number % SUBJECTS:04}", said)
                mx = self.officers.passkey if number % 5 == 0 else self.officers.mx
                signed = [self.officers.us.sign(act.digest, self.at), mx.sign(act.digest, self.at)]
                yield self._take(Kind.JOINT, None, act, said, signed)
            else:
                party = Party.US if number % 2 else Party.MX
                who = self.officers.us if party is Party.US else self.officers.mx
                act = self._act("report.amend", f"report:{party}:{number % SUBJECTS:04}", said)
                yield self._take(Kind.PARTY, party, act, said, [who.sign(act.digest, self.at)])

    def counted(self) -> Iterator[tuple[str, int]]:
        """Each count of the passkey."""
        passkey = self.officers.passkey
        return ((passkey.credential.id, count) for count in range(1, passkey.counter + 1))

    def _act(self, type: str, subject: str, said: Content) -> Act:
        head = self.state.items.get(subject)
        return act_over(
            said, type=type, subject=subject, predecessor=head.act if head else None, effective=DAY
        )

    def _take(
        self, kind: Kind, party: Party | None, act: Act, said: Content, signatures: list[Signature]
    ) -> tuple[Envelope, bytes]:
        entry = Envelope(self.state.size, self.state.leaf, kind, self.at, party, act, said, tuple(signatures))
        if act.kind == "credential":
            step(self.state, entry)
        else:
            self.state.items[act.subject] = Item(
                act.subject,
                str(party or JOINT),
                act.type,
                act.digest,
                entry.sequence,
                act.english,
                act.spanish,
                act.fields,
                act.effective.isoformat(),
            )
        text = quick_canonical(entry.as_json())
        leaf = sha256(b"\x00" + text).digest()
        advance(self.state, entry, leaf)
        self.contents[act.subject] = said
        self.at += timedelta(seconds=30)
        return entry, text
