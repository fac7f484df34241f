"""Acts that may be signed, as the person sees them who is asked to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from django.db.models import Q

from hled.dialogue.accord.domain.consent import Asked, signature_findings
from hled.dialogue.accord.domain.credentials import ENROLL, Credential, credential_from
from hled.dialogue.accord.domain.entries import CredentialKind, Kind, Signature
from hled.dialogue.accord.domain.rules import AC_05, AC_09, AC_18
from hled.dialogue.accord.domain.texts.forms import has_form
from hled.dialogue.accord.domain.texts.procedure import Standing, refuse_late_signature, refuse_signing
from hled.dialogue.accord.domain.texts.rules import AC_83
from hled.dialogue.accord.models import Credential as CredentialRow
from hled.dialogue.accord.models import Entry, OfferedAct, PasskeyHandle, Proposal
from hled.dialogue.accord.permissions import CREDENTIAL, SIGN_ACT, SIGN_CREDENTIAL
from hled.dialogue.accord.queries.offered import act_of, signatures_of, waiting
from hled.dialogue.accord.queries.officers import findings_out_of_office, public_id
from hled.dialogue.accord.queries.state import credential_of, credentials, heads_of
from hled.dialogue.accord.queries.texts.reading import open_proposal, open_standings, visible
from hled.dialogue.delegations.domain.permissions import Actor, allowed
from hled.dialogue.delegations.models import Person
from hled.dialogue.delegations.queries.permitting import actors_on, whose_is
from hled.interfaces.acting import Subject
from hled.kernel.action import Action
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


@dataclass(frozen=True)
class Sight:
    """
    What acts are held against on a page, read at once for all of them.

    Parameters
    ----------
    heads
        Subject -> digest of the act in force on it.
    entered
        Digests of the acts that the register has.
    open
        Digest -> the proposal that has these words open, with its standing.
    known
        Credentials of everybody who signed.
    """

    at: datetime
    heads: Mapping[str, str]
    entered: frozenset[str]
    open: Mapping[str, tuple[Proposal, Standing]]
    known: Mapping[str, Credential]


def sight_of(rows: Sequence[OfferedAct], at: datetime) -> Sight:
    subjects = {each.subject for each in rows}
    signed = {each.credential for row in rows for each in row.signatures.all()}
    return Sight(
        at,
        heads_of(subjects),
        frozenset(Entry.objects.filter(act__in=[each.digest for each in rows]).values_list("act", flat=True)),
        open_standings({each.subject for each in rows if each.kind == Kind.JOINT}),
        credentials(signed),
    )


def obstacles(row: OfferedAct, at: datetime) -> tuple[Finding, ...]:
    """Why nobody can sign an act now, whoever it is; empty where it waits for signatures."""
    return obstacles_seen(row, sight_of([row], at))


def obstacles_seen(row: OfferedAct, sight: Sight) -> tuple[Finding, ...]:
    act = act_of(row)
    if row.digest in sight.entered:
        return (Finding(AC_09, "act", row.digest[:16]),)
    head = sight.heads.get(act.subject)
    if head != act.predecessor:
        found = f"{act.subject}: {act.predecessor and act.predecessor[:16]}, not {head and head[:16]}"
        return (Finding(AC_05, "predecessor", found),)
    if row.kind != Kind.JOINT or not has_form(act.kind):
        return ()
    known = sight.open.get(row.digest)
    if known is None:
        return (Finding(AC_83, "act", row.digest[:16]),)
    try:
        refuse_signing(known[1], digest=row.digest)
        refuse_late_signature(known[0].silent_from, sight.at.date())
    except BrokenRuleError as error:
        return error.findings
    return ()


@dataclass(frozen=True)
class Hand:
    """
    With what a person may sign, read at once for all acts that she sees.

    Parameters
    ----------
    actors
        As whom she may act on the day.
    own
        Her enrolled credentials, and what keeps the holder of each from office.
    handles
        Credential -> the name by which her browser finds the passkey.
    """

    name: str
    person: Person
    actors: frozenset[Actor]
    own: tuple[tuple[Credential, tuple[Finding, ...]], ...]
    handles: Mapping[str, bytes]

    def may(self, action: Action, subject: Subject) -> bool:
        return allowed(self.actors, action, subject.state, whose_is(subject, self.person))

    def handles_of(self, own: Iterable[Credential]) -> tuple[bytes, ...]:
        passkeys = sorted(each.id for each in own if each.kind is CredentialKind.PASSKEY)
        return tuple(self.handles[each] for each in passkeys if each in self.handles)


def hand_of(person: Person, rows: Sequence[OfferedAct], at: datetime) -> Hand:
    name, today = public_id(person), at.astimezone(UTC).date()
    own = [credential_of(row) for row in CredentialRow.objects.filter(person=name).order_by("enrolled")]
    enrolls = [each for row in rows if (each := enrolled_by(row)) is not None and each.person == name]
    against = findings_out_of_office(own, today)
    handles = PasskeyHandle.objects.filter(credential__in={each.id for each in (*own, *enrolls)})
    return Hand(
        name,
        person,
        actors_on(person, today),
        tuple(
            (each, tuple(found for found in against if found.place == f"signature {each.id[:16]}"))
            for each in own
        ),
        {row.credential: bytes(row.handle) for row in handles},
    )


def seats(row: OfferedAct, person: Person, at: datetime) -> list[Seat]:
    """Where a person may sign an act: nowhere, at one place, or as administrator and as holder too."""
    return seats_of(row, hand_of(person, [row], at), at)


def seats_of(row: OfferedAct, hand: Hand, at: datetime) -> list[Seat]:
    subject, enrolls, found = Subject(party_of(row), kind_of(row)), enrolled_by(row), []
    if enrolls is not None and enrolls.person == hand.name:
        found.append(_holding(row, enrolls, hand))
    if kind_of(row) == CREDENTIAL:
        alone = enrolls is not None and enrolls.bootstrap
        if not alone and hand.may(SIGN_CREDENTIAL, Subject(party_of(row))):
            found.append(_seat(Way.ADMINISTRATOR, row, hand, at))
    elif hand.may(SIGN_ACT, subject):
        found.append(_seat(Way.OFFICER, row, hand, at))
    return found


def _holding(row: OfferedAct, enrolls: Credential, hand: Hand) -> Seat:
    signed = any(each.credential == enrolls.id for each in row.signatures.all())
    twice = (Finding(AC_18, f"signature {enrolls.id[:16]}", "twice"),) if signed else ()
    own = () if signed else (enrolls,)
    return Seat(Way.HOLDER, own, hand.handles_of(own), twice, signed)


def _seat(way: Way, row: OfferedAct, hand: Hand, at: datetime) -> Seat:
    asked = Asked(Kind(row.kind), party_of(row), act_of(row), at)
    before = {each.credential for each in row.signatures.all()}
    own, findings, signed = [], list[Finding](), False
    for each, out_of_office in hand.own:
        if each.id in before:
            signed = True
            continue
        blank = Signature(each.id, each.kind, asked.at, b"")
        against = signature_findings(blank, each, asked) or out_of_office
        findings += against
        own += [] if against else [each]
    if signed:
        own = []
    return Seat(way, tuple(own), hand.handles_of(own), () if own else tuple(findings), signed)


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
    return _signers(signatures, credentials([each.credential for each in signatures]), enrolls)


def _signers(
    signatures: list[Signature], known: Mapping[str, Credential], enrolls: Credential | None
) -> list[Signer]:
    own = {enrolls.id: enrolls} if enrolls is not None else {}
    return [_signer(each, known.get(each.credential, own.get(each.credential))) for each in signatures]


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
    """
    What a person sees of the acts that are not in force: the joint ones and her Party's, the latest first.

    As many questions for three hundred acts as for one.
    """
    rows = [each for each in waiting() if not each.party or each.party == person.party][::-1][:most]
    sight, hand = sight_of(rows, at), hand_of(person, rows, at)
    found = []
    for row in rows:
        by = _signers(signatures_of(row), sight.known, enrolled_by(row))
        parties = {each.party for each in by if each.party is not None}
        found.append(
            Waiting(
                row,
                tuple(each for each in Party if each in parties),
                tuple(seats_of(row, hand, at)),
                obstacles_seen(row, sight),
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
