"""
The agreed state as a function of the entries.

The same step decides whether an entry may be appended and whether one that stands in the register is sound: there is
no second opinion.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from hled.dialogue.accord.domain.acts import require_same_content
from hled.dialogue.accord.domain.consent import (
    Asked,
    Verify,
    require_consent,
    stands_behind,
    verify_signature,
)
from hled.dialogue.accord.domain.credentials import (
    ENROLL,
    PARTY_ADMINISTRATOR,
    REVOKE,
    Credential,
    credential_from,
)
from hled.dialogue.accord.domain.entries import CredentialKind, Envelope, Kind
from hled.dialogue.accord.domain.passkeys import Assertion
from hled.dialogue.accord.domain.rules import (
    AC_01,
    AC_05,
    AC_06,
    AC_17,
    AC_18,
    AC_25,
    AC_26,
    AC_27,
    AC_28,
    AC_29,
    AC_30,
    AC_31,
    AC_41,
    AC_46,
)
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding, require

IMPORT = "record.import"
OBJECT = "silence.object"
END = "silence.end"
JOINT = "joint"
RECORD = "import"

RUNNING, OBJECTED, ENDED = "running", "objected", "ended"


@dataclass(frozen=True, slots=True)
class Item:
    """
    What is agreed on a subject.

    Parameters
    ----------
    owner
        ``joint``, a Party, or ``import``.
    act
        Digest of the last act.
    sequence
        Entry that holds it.
    english, spanish, fields
        Digests of what it says.
    """

    subject: str
    owner: str
    type: str
    act: str
    sequence: int
    english: str
    spanish: str
    fields: str
    effective: str

    @property
    def digests(self) -> tuple[str, str, str]:
        return self.english, self.spanish, self.fields


@dataclass(frozen=True, slots=True)
class Silence:
    """A term that both Parties let run over an act; `item` is what is agreed when it ends."""

    act: str
    until: datetime
    predecessor: str | None
    item: Item
    state: str = RUNNING


@dataclass
class State:
    """
    What the entries so far have agreed.

    A state may be partial: for one entry, the rows that it concerns are enough.
    """

    size: int = 0
    leaf: str | None = None
    at: datetime | None = None
    items: dict[str, Item] = field(default_factory=dict)
    credentials: dict[str, Credential] = field(default_factory=dict)
    silences: dict[str, Silence] = field(default_factory=dict)
    counters: set[tuple[str, int]] = field(default_factory=set)

    def of_party(self, party: Party) -> list[Credential]:
        return [each for each in self.credentials.values() if each.party is party]


@dataclass(frozen=True, slots=True)
class Change:
    """What one entry changed; at most one of each."""

    item: Item | None = None
    credential: Credential | None = None
    silence: Silence | None = None


def step(state: State, entry: Envelope, *, verify: Verify = verify_signature) -> Change:
    """
    Take one entry into the state.

    Raises
    ------
    BrokenRuleError
        When the entry may not stand here; the state is as before then.
    """
    require_order(state, entry)
    require_same_content(entry.act, entry.content)
    _require_kind(entry)
    enrolls = _enrolled(state, entry)
    if entry.kind in {Kind.JOINT, Kind.PARTY}:
        require_consent(
            entry.signatures,
            Asked(entry.kind, entry.party, entry.act, entry.at),
            credential_of=state.credentials.get,
            enrolls=enrolls,
            verify=verify,
        )
    else:
        require(AC_17, not entry.signatures, place="signatures", found=len(entry.signatures))
    counters = _counters(state, entry)
    change = _change(state, entry, enrolls)
    _apply(state, change)
    state.counters |= counters
    return change


def advance(state: State, entry: Envelope, leaf: bytes) -> None:
    """Move on behind an entry that was taken in."""
    state.size, state.leaf, state.at = entry.sequence + 1, leaf.hex(), entry.at


def fold(entries: Iterable[Envelope], *, verify: Verify = verify_signature) -> State:
    """
    The state after all entries.

    Raises
    ------
    BrokenRuleError
        At the first entry that is not sound.
    """
    state = State()
    for entry in entries:
        step(state, entry, verify=verify)
        advance(state, entry, entry.leaf)
    return state


def require_order(state: State, entry: Envelope) -> None:
    """
    Raises
    ------
    BrokenRuleError
        AC-41, when the entry does not stand behind the last one; AC-46, when it is earlier.
    """
    require(
        AC_41, entry.sequence == state.size, place="sequence", found=f"{entry.sequence}, not {state.size}"
    )
    require(AC_41, entry.previous == state.leaf, place="previous", found=str(entry.previous)[:16])
    require(AC_46, state.at is None or entry.at >= state.at, place="at", found=f"{entry.at} < {state.at}")


_OWN_KINDS = {"credential": {Kind.PARTY}, "record": {Kind.IMPORT}, "silence": {Kind.PARTY, Kind.TERM}}
_OWN_TYPES = {
    (ENROLL, Kind.PARTY),
    (REVOKE, Kind.PARTY),
    (IMPORT, Kind.IMPORT),
    (OBJECT, Kind.PARTY),
    (END, Kind.TERM),
}


def _require_kind(entry: Envelope) -> None:
    """Each kind of act has its kind of entry: nothing joint comes from one Party, as an import or as a term."""
    act = entry.act
    if act.kind in _OWN_KINDS:
        require(AC_06, (act.type, entry.kind) in _OWN_TYPES, place="type", found=f"{act.type}, {entry.kind}")
    else:
        stands = stands_behind(entry.kind, act)
        require(AC_06, stands, place="type", found=f"{act.type}, {entry.kind}")
    conditional = act.condition is not None
    require(AC_01, not conditional or entry.kind is Kind.JOINT, place="condition", found=str(entry.kind))


def _enrolled(state: State, entry: Envelope) -> Credential | None:
    """The credential that the entry enrolls, when it may be enrolled."""
    if entry.act.type != ENROLL:
        return None
    found = credential_from(entry.content.fields, enrolled=entry.sequence)
    require(AC_25, entry.act.subject == found.subject, place="subject", found=entry.act.subject)
    require(AC_28, found.party is entry.party, place="party", found=found.party)
    require(AC_28, found.id not in state.credentials, place="credential", found=found.id)
    of_other = [each for each in state.of_party(found.party.other) if each.person == found.person]
    require(AC_28, not of_other, place="person", found=found.person)
    first = not state.of_party(found.party)
    require(AC_26, found.bootstrap is first, place="bootstrap", found=found.bootstrap)
    if first:
        require(AC_26, found.role == PARTY_ADMINISTRATOR, place="role", found=found.role)
        alone = [each.credential for each in entry.signatures] == [found.id]
        require(AC_27, alone, place="signatures", found=len(entry.signatures))
    return found


def _counters(state: State, entry: Envelope) -> set[tuple[str, int]]:
    """What passkeys counted; the same count of one passkey in two places is a signature used twice."""
    found = set()
    for each in entry.signatures:
        if each.kind is CredentialKind.PASSKEY:
            counted = (
                each.credential,
                Assertion(each.authenticator_data, each.client_data, each.value).counter,
            )
            fresh = counted[1] == 0 or counted not in state.counters
            require(AC_18, fresh, place=f"signature {each.credential[:16]}", found=f"counter {counted[1]}")
            found |= {counted} if counted[1] else set()
    return found


def _owner(entry: Envelope) -> str:
    match entry.kind:
        case Kind.PARTY:
            return str(entry.party)
        case Kind.IMPORT:
            return RECORD
        case _:
            return JOINT


def _change(state: State, entry: Envelope, enrolls: Credential | None) -> Change:
    act = entry.act
    if entry.kind is Kind.TERM:
        return _end_of_silence(state, entry)
    head = state.items.get(act.subject)
    owner = _owner(entry)
    require(
        AC_06,
        head is None or head.owner == owner,
        place="subject",
        found=f"{act.subject}: {head and head.owner}",
    )
    _require_predecessor(head, act.subject, act.predecessor)
    digest = act.digest
    item = Item(
        act.subject,
        owner,
        act.type,
        digest,
        entry.sequence,
        act.english,
        act.spanish,
        act.fields,
        act.effective.isoformat(),
    )
    if act.condition is not None:
        require(AC_30, act.condition.until > entry.at, place="condition", found=str(act.condition.until))
        return Change(silence=Silence(digest, act.condition.until, act.predecessor, item))
    if act.type == REVOKE:
        return Change(item, credential=_revoked(state, entry))
    if act.type == OBJECT:
        return Change(item, silence=_objected(state, entry))
    return Change(item, credential=enrolls)


def _require_predecessor(head: Item | None, subject: str, predecessor: str | None) -> None:
    stands_on = head.act if head else None
    found = f"{subject}: {predecessor and predecessor[:16]}, not {stands_on and stands_on[:16]}"
    require(AC_05, predecessor == stands_on, place="predecessor", found=found)


def _revoked(state: State, entry: Envelope) -> Credential:
    id = entry.content.fields.get("credential")
    found = state.credentials.get(id) if isinstance(id, str) else None
    known = found is not None and set(entry.content.fields) == {"credential"}
    if found is None or not known or found.party is not entry.party or found.revoked is not None:
        raise BrokenRuleError([Finding(AC_28, "credential", repr(id)[:80])])
    require(AC_28, entry.act.subject == found.subject, place="subject", found=entry.act.subject)
    left = [
        each
        for each in state.of_party(found.party)
        if each.role == PARTY_ADMINISTRATOR and each.revoked is None and each.id != found.id
    ]
    require(AC_29, found.role != PARTY_ADMINISTRATOR or bool(left), place="credential", found=found.id)
    return replace(found, revoked=entry.sequence)


def _named_silence(state: State, entry: Envelope) -> Silence | None:
    named = entry.content.fields.get("act")
    return (
        state.silences.get(named) if isinstance(named, str) and set(entry.content.fields) == {"act"} else None
    )


def _objected(state: State, entry: Envelope) -> Silence:
    found = _named_silence(state, entry)
    if found is None or found.state not in {RUNNING, OBJECTED} or entry.at >= found.until:
        raise BrokenRuleError([Finding(AC_31, "act", repr(entry.content.fields.get("act"))[:80])])
    subject = objection_subject(entry.party, found.act)
    require(AC_31, entry.act.subject == subject, place="subject", found=entry.act.subject)
    return replace(found, state=OBJECTED)


def objection_subject(party: Party | None, act: str) -> str:
    return f"objection:{party}:{act}"


def silence_subject(act: str) -> str:
    return f"silence:{act}"


def _end_of_silence(state: State, entry: Envelope) -> Change:
    found = _named_silence(state, entry)
    if found is None:
        raise BrokenRuleError([Finding(AC_30, "act", repr(entry.content.fields.get("act"))[:80])])
    require(AC_30, entry.act.subject == silence_subject(found.act), place="subject", found=entry.act.subject)
    over = found.state == RUNNING and entry.at >= found.until
    require(AC_30, over, place="act", found=f"{found.state}, {found.until}")
    _require_predecessor(state.items.get(found.item.subject), found.item.subject, found.predecessor)
    return Change(found.item, silence=replace(found, state=ENDED))


def _apply(state: State, change: Change) -> None:
    if change.item:
        state.items[change.item.subject] = change.item
    if change.credential:
        state.credentials[change.credential.id] = change.credential
    if change.silence:
        state.silences[change.silence.act] = change.silence
