"""Officers and the credentials with which they sign, as the register knows them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from hled.dialogue.accord.domain.acts import Content, moment_text, read_day, read_moment
from hled.dialogue.accord.domain.entries import CredentialKind
from hled.dialogue.accord.domain.keys import fingerprint, read_public_key
from hled.dialogue.accord.domain.notes import read_base64, write_base64
from hled.dialogue.accord.domain.rules import AC_25
from hled.dialogue.delegations.domain.roles import ACTING, Role
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding

SIGNING_OFFICER = str(Role.SIGNING_OFFICER)
PARTY_ADMINISTRATOR = str(Role.PARTY_ADMINISTRATOR)
COORDINATOR = str(Role.COORDINATOR)
AGENCY_OFFICER = str(Role.AGENCY_OFFICER)
ROLES = frozenset(str(role) for role in ACTING)
"""Whoever changes something may hold a credential; an observer signs nothing."""

ENROLL = "credential.enroll"
REVOKE = "credential.revoke"

_PERSON = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,119}")
_SITE = re.compile(r"[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?")
_NAMES = frozenset(
    (
        "credential",
        "person",
        "name",
        "party",
        "role",
        "kind",
        "public_key",
        "site",
        "since",
        "until",
        "expires",
        "bootstrap",
    )
)


@dataclass(frozen=True, slots=True)
class Credential:
    """
    A public key with the person who holds it, and the term in which the person signs.

    Parameters
    ----------
    id
        Fingerprint of the public key.
    site
        RP ID of a passkey; empty for a key file.
    since, until
        First and last day in office (UTC); `until` is None for a term without an end.
    expires
        Moment from which the credential signs nothing; None where the term alone counts.
    bootstrap
        Whether it is the first of its Party, enrolled by itself.
    enrolled, revoked
        Numbers of the entries that did it; `revoked` is None while it signs.
    """

    id: str
    person: str
    name: str
    party: Party
    role: str
    kind: CredentialKind
    public_key: bytes
    site: str
    since: date
    until: date | None
    expires: datetime | None
    bootstrap: bool = False
    enrolled: int = -1
    revoked: int | None = None

    @property
    def subject(self) -> str:
        return f"credential:{self.id}"

    def is_in_office(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)

    def as_fields(self) -> dict[str, Any]:
        """The fields of the act that enrolls it."""
        return {
            "credential": self.id,
            "person": self.person,
            "name": self.name,
            "party": str(self.party),
            "role": self.role,
            "kind": str(self.kind),
            "public_key": write_base64(self.public_key),
            "site": self.site,
            "since": self.since.isoformat(),
            "until": self.until.isoformat() if self.until else None,
            "expires": moment_text(self.expires) if self.expires else None,
            "bootstrap": self.bootstrap,
        }


def credential_from(fields: Mapping[str, Any], *, enrolled: int = -1) -> Credential:
    """
    The credential that an enrollment names.

    Raises
    ------
    BrokenRuleError
        AC-25, with every field that is missing, unknown or malformed; a role that does not exist among them.
    """
    wrong = sorted(set(fields) ^ _NAMES)
    if wrong:
        raise BrokenRuleError([Finding(AC_25, name, repr(fields.get(name))[:80]) for name in wrong])
    findings: list[Finding] = []

    def read(name: str, how: Any) -> Any:
        try:
            return how(fields[name])
        except (ValueError, TypeError, AttributeError):
            findings.append(Finding(AC_25, name, repr(fields[name])[:80]))
            return None

    kind = read("kind", CredentialKind)
    key = read("public_key", read_base64)
    found = {
        "person": read("person", _text(_PERSON)),
        "name": read("name", _name),
        "party": read("party", Party),
        "role": read("role", _role),
        "site": read("site", lambda site: _site(site, kind)),
        "since": read("since", read_day),
        "until": read("until", lambda day: None if day is None else read_day(day)),
        "expires": read("expires", lambda moment: None if moment is None else read_moment(moment)),
        "bootstrap": read("bootstrap", _flag),
    }
    if key is not None:
        findings.extend(_of_key(key, kind))
        if fields["credential"] != fingerprint(key):
            findings.append(Finding(AC_25, "credential", repr(fields["credential"])[:80]))
    if found["since"] and found["until"] and found["until"] < found["since"]:
        findings.append(Finding(AC_25, "until", f"{found['until']} < {found['since']}"))
    if findings:
        raise BrokenRuleError(findings)
    return Credential(id=fields["credential"], kind=kind, public_key=key, enrolled=enrolled, **found)


def _text(form: re.Pattern[str]) -> Any:
    def read(value: str) -> str:
        if not form.fullmatch(value):
            raise ValueError(value)
        return value

    return read


def _name(value: str) -> str:
    if not value.strip() or len(value) > 200:
        raise ValueError(value)
    return value


def _role(value: str) -> str:
    if value not in ROLES:
        raise ValueError(value)
    return value


def _site(value: str, kind: CredentialKind | None) -> str:
    if kind is CredentialKind.PASSKEY:
        return str(_text(_SITE)(value))
    if value != "":
        raise ValueError(value)
    return value


def _flag(value: bool) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _of_key(key: bytes, kind: CredentialKind | None) -> list[Finding]:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        public = read_public_key(key)
    except BrokenRuleError as error:
        return list(error.findings)
    if kind is CredentialKind.KEY_FILE and not isinstance(public, Ed25519PublicKey):
        return [Finding(AC_25, "public_key", type(public).__name__)]
    return []


def enrollment(credential: Credential) -> Content:
    """What the act that enrolls a credential says."""
    party, end = credential.party.label, credential.until
    first = credential.bootstrap
    return Content(
        f"{'First credential of the Party: ' if first else ''}{party.en} enrolls the credential {credential.id} of "
        f"{credential.name} ({credential.role}), in office from {credential.since}"
        f"{f' to {end}' if end else ''}.",
        f"{'Primera credencial de la Parte: ' if first else ''}{party.es} inscribe la credencial {credential.id} de "
        f"{credential.name} ({credential.role}), en funciones desde {credential.since}"
        f"{f' hasta {end}' if end else ''}.",
        credential.as_fields(),
    )


def revocation(credential: Credential, reason_en: str, reason_es: str) -> Content:
    """What the act that revokes a credential says."""
    party = credential.party.label
    return Content(
        f"{party.en} revokes the credential {credential.id} of {credential.name}: {reason_en}",
        f"{party.es} revoca la credencial {credential.id} de {credential.name}: {reason_es}",
        {"credential": credential.id},
    )
