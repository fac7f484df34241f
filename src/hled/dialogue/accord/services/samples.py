"""Key files for the samples of a demonstration, so that a visitor without an authenticator signs for both sides."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from hled.dialogue.accord.domain.entries import CredentialKind, Signature
from hled.dialogue.accord.domain.keys import fingerprint, make_key, public_bytes, read_key, write_key
from hled.dialogue.accord.domain.keys import sign as signature_over
from hled.dialogue.accord.models import Entry
from hled.dialogue.accord.queries.state import credentials
from hled.dialogue.accord.services.enrolling import offer_own
from hled.dialogue.accord.services.signing import sign
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Person
from hled.dialogue.delegations.services.samples import SI_04, read_samples
from hled.kernel.files import write_new
from hled.kernel.party import Party
from hled.kernel.rule import require

FOLDER = "sample-keys"
PASSPHRASE = "passphrase"  # noqa: S105  the name of a file
SIGNERS = (Role.PARTY_ADMINISTRATOR, Role.SIGNING_OFFICER)
"""In this order: the administrator's credential signs for the others."""


@dataclass(frozen=True, slots=True)
class SampleKey:
    """
    The key file of a sample.

    `waits` is the digest of its enrollment, where a passkey of the administrator has to sign that on the site.
    """

    party: Party
    role: Role
    email: str
    file: Path
    credential: str
    waits: str | None


def make_sample_keys(*, home: Path, samples: Path, allowed: bool, at: datetime) -> list[SampleKey]:
    """
    Make a key file for each sample that signs, and enroll it by the samples' own signatures; safe to repeat.

    Raises
    ------
    BrokenRuleError
        SI-04, where the site serves others, or the people named are no samples.
    """
    require(SI_04, allowed, place="HLED_MODE", found="production")
    kept = {(each.party, each.role): each.email for each in read_samples(samples)}
    require(SI_04, bool(kept), place="people", found="hled demo people")
    folder = home / FOLDER
    phrase = _passphrase(folder)
    made = []
    for party in Party:
        keys: dict[Role, Ed25519PrivateKey] = {}
        for role in SIGNERS:
            person = Person.objects.filter(email=kept.get((party, role), ""), is_sample=True).first()
            if person is None:
                require(SI_04, False, place="people", found=f"{party} {role}")
                continue
            file = folder / f"{role.replace('_', '-')}.{party.lower()}.key"
            keys[role] = _key(file, phrase)
            waits = _enrolled(person, role, keys, at)
            made.append(SampleKey(party, role, person.email, file, _name(keys[role]), waits))
    return made


def _name(key: Ed25519PrivateKey) -> str:
    return fingerprint(public_bytes(key.public_key()))


def _enrolled(person: Person, role: Role, keys: dict[Role, Ed25519PrivateKey], at: datetime) -> str | None:
    """Have a sample's key enrolled; the digest of the act where it waits for another administrator."""
    own, administrator = keys[role], keys[Role.PARTY_ADMINISTRATOR]
    if _name(own) in credentials([_name(own)]):
        return None
    offered = offer_own(
        person=person,
        role=role,
        kind=CredentialKind.KEY_FILE,
        public_key=public_bytes(own.public_key()),
        at=at,
    )
    given = set(offered.signatures.values_list("credential", flat=True))
    for key in {_name(own): own, _name(administrator): administrator}.values():
        counts = key is own or _name(key) in credentials([_name(key)])
        if counts and _name(key) not in given:
            value = signature_over(key, offered.digest)
            signature = Signature(_name(key), CredentialKind.KEY_FILE, at.replace(microsecond=0), value)
            sign(digest=offered.digest, signature=signature, at=at)
    return None if Entry.objects.filter(act=offered.digest).exists() else offered.digest


def passphrase_file(home: Path) -> Path:
    return home / FOLDER / PASSPHRASE


def _passphrase(folder: Path) -> str:
    """One for all samples of this installation."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / PASSPHRASE
    if not path.exists():
        write_new(path, f"{secrets.token_urlsafe(18)}\n".encode(), secret=True)
    return path.read_text(encoding="utf-8").strip()


def _key(file: Path, phrase: str) -> Ed25519PrivateKey:
    if not file.exists():
        write_new(file, write_key(make_key(), phrase), secret=True)
    return read_key(file.read_bytes(), phrase)
