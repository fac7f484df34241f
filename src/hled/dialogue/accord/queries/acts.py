"""Acts that may be signed, as the person sees them who is asked to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from django.db.models import Q

from hled.dialogue.accord.domain.acts import Act
from hled.dialogue.accord.domain.consent import Asked, signature_findings
from hled.dialogue.accord.domain.credentials import ENROLL, Credential, credential_from
from hled.dialogue.accord.domain.entries import CredentialKind, Kind, Signature
from hled.dialogue.accord.domain.rules import AC_05, AC_09, AC_18
from hled.dialogue.accord.domain.texts.forms import has_form
from hled.dialogue.accord.domain.texts.procedure import refuse_late_signature, refuse_signing
from hled.dialogue.accord.domain.texts.rules import AC_83
from hled.dialogue.accord.models import Credential as CredentialRow
from hled.dialogue.accord.models import Entry, OfferedAct, PasskeyHandle, Proposal
from hled.dialogue.accord.permissions import CREDENTIAL, SIGN_ACT, SIGN_CREDENTIAL
from hled.dialogue.accord.queries.offered import act_of, signatures_of, waiting
from hled.dialogue.accord.queries.officers import public_id, require_in_office
from hled.dialogue.accord.queries.state import credential_of, credentials, head_of
from hled.dialogue.accord.queries.texts.reading import open_proposal, visible
from hled.dialogue.delegations.models import Person
from hled.dialogue.delegations.queries.permitting import may
from hled.interfaces.acting import Subject
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding


class Way(StrEnum):
    """As what somebody signs: as officer, as administrator of credentials, or to show that she holds the key."""

    OFFICER = "officer"
    ADMINISTRATOR = "administrator"
    HOLDER = "holder"


@dataclass(frozen=True, slots=True)
class Seat:
    """
    A place at which a person may sign an act.

    Parameters
    ----------
    own
        Credentials of hers that would count.
    handles
        Names by which her browser finds the passkeys among them.
    findings
        Why a credential of hers, or each of them, does not count.
    signed
        Whether she has signed here.
    """

    way: Way
    own: tuple[Credential, ...]
    handles: tuple[bytes, ...]
    findings: tuple[Finding, ...]
    signed: bool

    @property
    def is_open(self) -> bool:
        return bool(self.own)


def party_of(row: OfferedAct) -> Party | None:
    return Party(row.party) if row.party else None


def kind_of(row: OfferedAct) -> str:
    """The state of an act for the permission matrix: joint, or the kind of an act of one Party."""
    return str(Kind.JOINT) if row.kind == Kind.JOINT else row.type.partition(".")[0]


def enrolled_by(row: OfferedAct) -> Credential | None:
    """The credential that an act would enroll."""
    return credential_from(row.fields) if row.type == ENROLL else None


def credentials_held(person: Person, row: OfferedAct) -> set[str]:
    """Credentials of a person, the one that an act would enroll for her included."""
    name, enrolls = public_id(person), enrolled_by(row)
    held = set(CredentialRow.objects.filter(person=name).values_list("id", flat=True))
    return held | ({enrolls.id} if enrolls is not None and enrolls.person == name else set())


def entry_number(digest: str) -> int | None:
    """The entry of the register that holds an act."""
    return Entry.objects.filter(act=digest).values_list("sequence", flat=True).first()


def obstacles(row: OfferedAct, at: datetime) -> tuple[Finding, ...]:
    """Why nobody can sign an act now, whoever it is; empty where it waits for signatures."""
    act = act_of(row)
    if entry_number(row.digest) is not None:
        return (Finding(AC_09, "act", row.digest[:16]),)
    head = head_of(act.subject)
    if head != act.predecessor:
        found = f"{act.subject}: {act.predecessor and act.predecessor[:16]}, not {head and head[:16]}"
        return (Finding(AC_05, "predecessor", found),)
    return _of_words(row, act, at)


def _of_words(row: OfferedAct, act: Act, at: datetime) -> tuple[Finding, ...]:
    if row.kind != Kind.JOINT or not has_form(act.kind):
        return ()
    known = open_proposal(act)
    if known is None:
        return (Finding(AC_83, "act", row.digest[:16]),)
    try:
        refuse_signing(known[1], digest=row.digest)
        refuse_late_signature(known[0].silent_from, at.date())
    except BrokenRuleError as error:
        return error.findings
    return ()


def seats(row: OfferedAct, person: Person, at: datetime) -> list[Seat]:
    """Where a person may sign an act: nowhere, at one place, or as administrator and as holder too."""
    name, today, subject = public_id(person), at.astimezone(UTC).date(), Subject(party_of(row), kind_of(row))
    enrolls, found = enrolled_by(row), []
    if enrolls is not None and enrolls.person == name:
        found.append(_holding(row, enrolls))
    if kind_of(row) == CREDENTIAL:
        alone = enrolls is not None and enrolls.bootstrap
        if not alone and may(person, SIGN_CREDENTIAL, Subject(party_of(row)), today):
            found.append(_seat(Way.ADMINISTRATOR, row, name, at))
    elif may(person, SIGN_ACT, subject, today):
        found.append(_seat(Way.OFFICER, row, name, at))
    return found


def _holding(row: OfferedAct, enrolls: Credential) -> Seat:
    signed = row.signatures.filter(credential=enrolls.id).exists()
    twice = (Finding(AC_18, f"signature {enrolls.id[:16]}", "twice"),) if signed else ()
    own = () if signed else (enrolls,)
    return Seat(Way.HOLDER, own, _handles(own), twice, signed)


def _seat(way: Way, row: OfferedAct, name: str, at: datetime) -> Seat:
    asked = Asked(Kind(row.kind), party_of(row), act_of(row), at)
    before = set(row.signatures.values_list("credential", flat=True))
    own, findings, signed = [], list[Finding](), False
    for each in map(credential_of, CredentialRow.objects.filter(person=name).order_by("enrolled")):
        if each.id in before:
            signed = True
            continue
        against = list(_against(each, asked))
        findings += against
        own += [] if against else [each]
    if signed:
        own = []
    return Seat(way, tuple(own), _handles(own), () if own else tuple(findings), signed)


def _against(credential: Credential, asked: Asked) -> Iterator[Finding]:
    """What would refuse a signature of the credential, before one is made."""
    blank = Signature(credential.id, credential.kind, asked.at, b"")
    found = signature_findings(blank, credential, asked)
    yield from found
    if not found:
        try:
            require_in_office([credential], asked.at.astimezone(UTC).date())
        except BrokenRuleError as error:
            yield from error.findings


def _handles(own: "list[Credential] | tuple[Credential, ...]") -> tuple[bytes, ...]:
    passkeys = [each.id for each in own if each.kind is CredentialKind.PASSKEY]
    rows = PasskeyHandle.objects.filter(credential__in=passkeys).order_by("credential")
    return tuple(bytes(row.handle) for row in rows)


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who signed: who by the credential, in which office, when, and with which kind of key."""

    credential: str
    name: str
    party: Party | None
    role: str
    kind: CredentialKind
    at: datetime


def signers(signatures: list[Signature], enrolls: Credential | None = None) -> list[Signer]:
    known = credentials([each.credential for each in signatures])
    if enrolls is not None:
        known = {enrolls.id: enrolls} | known
    return [_signer(each, known.get(each.credential)) for each in signatures]


def _signer(signature: Signature, by: Credential | None) -> Signer:
    return Signer(
        signature.credential,
        by.name if by else "",
        by.party if by else None,
        by.role if by else "",
        signature.kind,
        signature.at,
    )


@dataclass(frozen=True, slots=True)
class Waiting:
    """An act that was offered and is not in force."""

    row: OfferedAct
    parties: tuple[Party, ...]
    seats: tuple[Seat, ...]
    obstacles: tuple[Finding, ...]
    awaited: bool

    @property
    def is_mine(self) -> bool:
        """Whether it waits for a signature that the person may give, or could with a credential."""
        return self.awaited and not self.obstacles and any(not each.signed for each in self.seats)


def acts_for(person: Person, at: datetime, most: int = 300) -> list[Waiting]:
    """What a person sees of the acts that are not in force: the joint ones and her Party's, the latest first."""
    rows = [each for each in waiting() if not each.party or each.party == person.party]
    found = []
    for row in rows[::-1][:most]:
        by = signers_of(row)
        parties = {each.party for each in by if each.party is not None}
        mine = tuple(seats(row, person, at))
        found.append(
            Waiting(
                row,
                tuple(each for each in Party if each in parties),
                mine,
                obstacles(row, at),
                bool(row.party) or person.party not in parties,
            )
        )
    return found


def signers_of(row: OfferedAct) -> list[Signer]:
    return signers(signatures_of(row), enrolled_by(row))


def proposal_of(row: OfferedAct, party: Party) -> Proposal | None:
    """The proposal whose words an act has, as far as a Party sees it."""
    act = act_of(row)
    if not has_form(act.kind):
        return None
    known = open_proposal(act)
    if known is not None:
        return known[0]
    return visible(party).filter(Q(act=row.digest) | Q(certifications__digest=row.digest)).first()
