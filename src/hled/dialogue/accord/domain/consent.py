"""Which signatures put an act in force."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from hled.dialogue.accord.domain.acts import Act, signed_bytes
from hled.dialogue.accord.domain.credentials import (
    AGENCY_OFFICER,
    COORDINATOR,
    ENROLL,
    PARTY_ADMINISTRATOR,
    SIGNING_OFFICER,
    Credential,
)
from hled.dialogue.accord.domain.entries import CredentialKind, Kind, Signature
from hled.dialogue.accord.domain.keys import is_signed, read_public_key
from hled.dialogue.accord.domain.passkeys import Assertion, verify_assertion
from hled.dialogue.accord.domain.rules import (
    AC_10,
    AC_11,
    AC_12,
    AC_13,
    AC_14,
    AC_15,
    AC_16,
    AC_17,
    AC_18,
    AC_19,
    AC_27,
)
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding, Rule

AHEAD = timedelta(minutes=5)
"""How far the clock of who signs may run before that of the register."""
BACK = timedelta(days=30)
"""How old a signature may be when the act enters: a closed room takes its time, and so does the other Party."""

_OFFICERS = frozenset({SIGNING_OFFICER})
_ADMINISTRATORS = frozenset({PARTY_ADMINISTRATOR})
_REPORTERS = frozenset({SIGNING_OFFICER, COORDINATOR, AGENCY_OFFICER})
OF_ONE_PARTY: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "assessment": _REPORTERS,
        "credential": _ADMINISTRATORS,
        "position": _OFFICERS,
        "report": _REPORTERS,
        "silence": _OFFICERS,
    }
)
"""Kinds of acts that one Party does alone, and the roles that sign them; every other kind is joint."""
OF_EITHER = frozenset({"assessment"})
"""Of these there are joint acts too; which a subject has, its first act decides."""


def stands_behind(kind: Kind, act: Act) -> bool:
    """Whether an act, not one of the register's own, may come as an entry of a kind."""
    alone = act.kind in OF_ONE_PARTY
    return (kind is Kind.PARTY and alone) or (kind is Kind.JOINT and (not alone or act.kind in OF_EITHER))


Verify = Callable[[Credential, Signature, str], None]
"""Checks the cryptography of one signature over a digest, now or later; raises AC-11 or AC-20."""


def signing_roles(kind: Kind, act: Act) -> frozenset[str]:
    """Roles whose holders sign such an act; a joint act has one, whatever it is about."""
    return _OFFICERS if kind is Kind.JOINT else OF_ONE_PARTY.get(act.kind, _OFFICERS)


def verify_signature(credential: Credential, signature: Signature, digest: str) -> None:
    """
    Raises
    ------
    BrokenRuleError
        AC-11 or AC-20, when the signature is not that of the credential over the digest.
    """
    key = read_public_key(credential.public_key)
    if signature.kind is CredentialKind.PASSKEY:
        answered = Assertion(signature.authenticator_data, signature.client_data, signature.value)
        verify_assertion(answered, key=key, site=credential.site, digest=digest)
    elif not is_signed(key, signature.value, signed_bytes(digest)):
        raise BrokenRuleError([Finding(AC_11, "signature", f"{credential.id[:16]}… over {digest[:16]}…")])


@dataclass(frozen=True, slots=True)
class Asked:
    """What signatures are asked to put in force: an act of a kind, for whom, at a moment of the register's clock."""

    kind: Kind
    party: Party | None
    act: Act
    at: datetime


def signature_findings(signature: Signature, credential: Credential | None, asked: Asked) -> list[Finding]:
    """Why a signature does not count for an act at that moment, its cryptography apart; empty where it counts."""
    place = f"signature {signature.credential[:16]}"
    if credential is None or credential.kind is not signature.kind:
        return [Finding(AC_10, place, str(signature.kind))]
    findings = []
    if asked.party is not None and credential.party is not asked.party:
        findings.append(Finding(AC_17, place, credential.party))
    if credential.revoked is not None:
        findings.append(Finding(AC_12, place, f"entry {credential.revoked}"))
    roles = signing_roles(asked.kind, asked.act)
    if credential.role not in roles:
        findings.append(Finding(AC_15, place, f"{credential.role}, not {', '.join(sorted(roles))}"))
    return findings + _moment_findings(signature, credential, asked.at, place)


def _moment_findings(signature: Signature, credential: Credential, at: datetime, place: str) -> list[Finding]:
    """Both moments count: the one that the signer's machine names, and that of the register."""
    findings = []
    if not at - BACK <= signature.at <= at + AHEAD:
        findings.append(
            Finding(AC_19, place, f"{signature.at:%Y-%m-%d %H:%M:%S}, register {at:%Y-%m-%d %H:%M:%S}")
        )
    if credential.expires is not None and max(at, signature.at) >= credential.expires:
        findings.append(Finding(AC_13, place, f"{credential.expires:%Y-%m-%d %H:%M:%S}"))
    for day in sorted({at.astimezone(UTC).date(), signature.at.astimezone(UTC).date()}):
        if not credential.is_in_office(day):
            term = f"{credential.since} – {credential.until or ''}".rstrip()
            findings.append(Finding(AC_14, place, f"{day}: {term}"))
            break
    return findings


def require_consent(
    signatures: Sequence[Signature],
    asked: Asked,
    *,
    credential_of: Callable[[str], Credential | None],
    enrolls: Credential | None = None,
    verify: Verify = verify_signature,
) -> None:
    """
    Refuse unless these signatures put the act in force: all of them valid, and none missing.

    Parameters
    ----------
    enrolls
        The credential that the act enrolls; it signs too, to show that its holder has the key.

    Raises
    ------
    BrokenRuleError
        AC-10 to AC-20 or AC-27, with all findings.
    """
    digest = asked.act.digest
    findings = [*_twice(signatures)]
    consented: set[Party] = set()
    for each in signatures:
        own = enrolls is not None and each.credential == enrolls.id
        credential = enrolls if own else credential_of(each.credential)
        found = (
            _possession_findings(each, enrolls, asked.at)
            if own and enrolls
            else signature_findings(each, credential, asked)
        )
        findings.extend(found)
        if credential is not None and not found:
            verify(credential, each, digest)
            if not own or credential.bootstrap:
                consented.add(credential.party)
    if enrolls is not None and all(each.credential != enrolls.id for each in signatures):
        findings.append(Finding(AC_27, "signatures", f"{enrolls.id[:16]}…"))
    if not findings:
        findings.extend(_missing(asked, consented))
    if findings:
        raise BrokenRuleError(findings)


def _possession_findings(signature: Signature, credential: Credential, at: datetime) -> list[Finding]:
    """A credential that is being enrolled need not be in office yet; its moment must be sound, and its kind."""
    place = f"signature {signature.credential[:16]}"
    if credential.kind is not signature.kind:
        return [Finding(AC_10, place, str(signature.kind))]
    if not at - BACK <= signature.at <= at + AHEAD:
        return [Finding(AC_19, place, f"{signature.at:%Y-%m-%d %H:%M:%S}, register {at:%Y-%m-%d %H:%M:%S}")]
    if credential.bootstrap:
        return _moment_findings(signature, credential, at, place)
    return []


def _twice(signatures: Iterable[Signature]) -> list[Finding]:
    seen: set[str] = set()
    findings = []
    for each in signatures:
        if each.credential in seen:
            findings.append(Finding(AC_18, f"signature {each.credential[:16]}", "twice"))
        seen.add(each.credential)
    return findings


def _missing(asked: Asked, consented: set[Party]) -> list[Finding]:
    match asked.kind:
        case Kind.JOINT:
            return [Finding(AC_16, "signatures", party) for party in Party if party not in consented]
        case Kind.PARTY:
            rule: Rule = AC_27 if asked.act.type == ENROLL else AC_17
            return [] if consented == {asked.party} else [Finding(rule, "signatures", str(asked.party))]
        case _:
            return []
