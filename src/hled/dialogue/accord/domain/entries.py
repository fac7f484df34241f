"""Entries of the register: an act with its content and signatures in one canonical envelope."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from hled.dialogue.accord.domain.acts import (
    Act,
    Content,
    canonical,
    moment_text,
    quick_canonical,
    read_act,
    read_content,
    read_moment,
)
from hled.dialogue.accord.domain.merkle import leaf_hash
from hled.dialogue.accord.domain.notes import read_base64, write_base64
from hled.dialogue.accord.domain.rules import AC_40
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding, require

VERSION = 1
MEMBERS = frozenset(
    ("act", "at", "content", "kind", "party", "previous", "sequence", "signatures", "version")
)


class Kind(StrEnum):
    """
    Who stands behind an entry.

    JOINT: both Parties. PARTY: one Party. IMPORT: nobody; a record that was there before. TERM: nobody; a silence
    procedure that both Parties signed has run out.
    """

    JOINT = "joint"
    PARTY = "party"
    IMPORT = "import"
    TERM = "term"


class CredentialKind(StrEnum):
    KEY_FILE = "ed25519"
    PASSKEY = "passkey"


@dataclass(frozen=True, slots=True)
class Signature:
    """
    The consent of one person to one act.

    Parameters
    ----------
    credential
        Fingerprint of the public key. Who signed is read from the credential.
    at
        The moment that the signer's machine names; what counts is the moment of the entry.
    authenticator_data, client_data
        What a passkey signed beside the digest; empty for a key file.
    """

    credential: str
    kind: CredentialKind
    at: datetime
    value: bytes
    authenticator_data: bytes = b""
    client_data: bytes = b""

    def as_json(self) -> dict[str, Any]:
        said = {
            "credential": self.credential,
            "kind": str(self.kind),
            "at": moment_text(self.at),
            "value": write_base64(self.value),
        }
        if self.kind is CredentialKind.PASSKEY:
            said["authenticator_data"] = write_base64(self.authenticator_data)
            said["client_data"] = write_base64(self.client_data)
        return said


_SIGNED = {"credential", "kind", "at", "value"}
_OF_PASSKEY = {"authenticator_data", "client_data"}


def read_signature(value: object) -> Signature:
    """
    Raises
    ------
    BrokenRuleError
        AC-40, when a member is missing, unknown or malformed.
    """
    require(AC_40, isinstance(value, dict), place="signature", found=type(value).__name__)
    said: dict[str, Any] = value  # type: ignore[assignment]
    try:
        kind = CredentialKind(str(said.get("kind")))
        names = _SIGNED | (_OF_PASSKEY if kind is CredentialKind.PASSKEY else set())
        if set(said) != names or not isinstance(said["credential"], str):
            raise ValueError(", ".join(sorted(set(said) ^ names)))
        further = {name: read_base64(said[name]) for name in names & _OF_PASSKEY}
        return Signature(
            said["credential"], kind, read_moment(said["at"]), read_base64(said["value"]), **further
        )
    except (ValueError, TypeError) as error:
        raise BrokenRuleError([Finding(AC_40, "signature", str(error))]) from None


@dataclass(frozen=True, slots=True)
class Envelope:
    """
    One leaf of the register.

    Parameters
    ----------
    sequence
        Number of the entry, from 0.
    previous
        Leaf hash of the entry before, in hexadecimal; None for the first.
    at
        Moment of the register's clock, which never goes back.
    party
        Whose act it is, for an act of one Party.
    """

    sequence: int
    previous: str | None
    kind: Kind
    at: datetime
    party: Party | None
    act: Act
    content: Content
    signatures: tuple[Signature, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "version": VERSION,
            "sequence": self.sequence,
            "previous": self.previous,
            "kind": str(self.kind),
            "at": moment_text(self.at),
            "party": str(self.party) if self.party else None,
            "act": self.act.as_json(),
            "content": self.content.as_json(),
            "signatures": [each.as_json() for each in self.signatures],
        }

    def to_bytes(self) -> bytes:
        """The RFC 8785 form, of which the leaf is the hash."""
        return canonical(self.as_json())

    @property
    def leaf(self) -> bytes:
        return leaf_hash(self.to_bytes())


def read_envelope(content: bytes) -> Envelope:
    """
    An entry from its bytes; they must be the canonical ones.

    Raises
    ------
    BrokenRuleError
        AC-40, when the bytes are not canonical or a member is missing, unknown or malformed; AC-01 to AC-03 for what
        stands in the act and its content.
    """
    said = read_members(content)
    require(AC_40, quick_canonical(said) == content, place="envelope", found="not canonical")
    signatures = said["signatures"]
    require(AC_40, isinstance(signatures, list), place="signatures", found=type(signatures).__name__)
    try:
        kind, at = Kind(said["kind"]), read_moment(said["at"])
        party = None if said["party"] is None else Party(said["party"])
        if (party is not None) is not (kind is Kind.PARTY):
            raise ValueError(f"party {party} in an entry of kind {kind}")
    except (ValueError, TypeError) as error:
        raise BrokenRuleError([Finding(AC_40, "envelope", str(error))]) from None
    return Envelope(
        said["sequence"],
        said["previous"],
        kind,
        at,
        party,
        read_act(said["act"]),
        read_content(said["content"]),
        tuple(read_signature(each) for each in signatures),
    )


def _refuse(number: str) -> None:
    raise ValueError(f"{number} has no canonical spelling")


def read_members(content: bytes) -> Mapping[str, Any]:
    """
    The members of an envelope, its order among the entries checked for form only.

    Raises
    ------
    BrokenRuleError
        AC-40, when the bytes are no JSON object with exactly these members.
    """
    try:
        said = json.loads(content, parse_float=_refuse, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise BrokenRuleError([Finding(AC_40, "envelope", str(error))]) from None
    sound = isinstance(said, dict) and set(said) == MEMBERS and said["version"] == VERSION
    require(
        AC_40, sound, place="envelope", found=sorted(said) if isinstance(said, dict) else type(said).__name__
    )
    numbered = type(said["sequence"]) is int and (
        said["previous"] is None or isinstance(said["previous"], str)
    )
    require(AC_40, numbered, place="sequence", found=repr(said["sequence"])[:80])
    found: dict[str, Any] = said
    return found
