"""
Which subjects there are, and how an agreed act changes the tables of the room that holds them.

A room above registers each of its kinds once, in its `AppConfig.ready`.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import NoReverseMatch

from hled.dialogue.accord.domain.acts import Act, Content
from hled.dialogue.accord.domain.entries import Kind
from hled.dialogue.accord.domain.rules import AC_07
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party
from hled.kernel.rule import Finding, require


@dataclass(frozen=True, slots=True)
class Agreed:
    """
    An act that is in force.

    Parameters
    ----------
    sequence
        Entry of the register that holds it.
    at
        Moment from which it is in force.
    party
        Whose act it is, for an act of one Party.
    """

    act: Act
    content: Content
    kind: Kind
    party: Party | None
    sequence: int
    at: datetime


Apply = Callable[[Agreed], None]
"""Changes the tables of a room; runs in the transaction that appends the act, and may refuse it by a rule."""

OWN_KINDS = frozenset({"credential", "record", "silence"})
"""Kinds that the register itself holds."""

_APPLY: dict[str, Apply] = {}


def register(kind: str, apply: Apply) -> None:
    """
    Say how agreed acts of a kind (the first word of their type) change the tables.

    Raises
    ------
    BrokenRuleError
        AC-07, when the kind is the register's own or another room has it.
    """
    free = kind not in OWN_KINDS and _APPLY.get(kind, apply) == apply
    require(AC_07, free, place="kind", found=kind)
    _APPLY[kind] = apply


def only_agreed(agreed: Agreed) -> None:
    """For a kind whose words are all there is: they stand in `AgreedItem`, and in no other table."""


def forget(kind: str) -> None:
    """Take a registration back, so that a kind can be tried out."""
    _APPLY.pop(kind, None)


def require_known(kind: str) -> None:
    """
    Raises
    ------
    BrokenRuleError
        AC-07, when no room holds such subjects.
    """
    require(AC_07, kind in OWN_KINDS or kind in _APPLY, place="kind", found=kind)


_CHECKS: list[Apply] = []


def register_check(check: Apply) -> None:
    """
    Let a room above look at every agreed act, of whatever kind, in the transaction that appends it, after its own room.

    It may refuse by a rule, or keep for itself that the act came about; meetings so see under which decision it was.
    """
    if check not in _CHECKS:
        _CHECKS.append(check)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a proposal would change, and under which decision, before anybody signs it."""

    kind: str
    subject: str
    occasion: str | None


Look = Callable[[Asked], None]
_LOOKS: list[Look] = []


def register_look(look: Look) -> None:
    """Let a room above look at every proposal when it is tabled and when it is certified; it may refuse by a rule."""
    if look not in _LOOKS:
        _LOOKS.append(look)


def look_at(asked: Asked) -> None:
    """
    Raises
    ------
    BrokenRuleError
        What a room above refuses; meetings ask for a decision (MT-28).
    """
    for look in _LOOKS:
        look(asked)


@dataclass(frozen=True, slots=True)
class Occasion:
    """A decision under which an act may come."""

    subject: str
    title: Bilingual
    at: datetime


Occasions = Callable[[], Sequence[Occasion]]
_OCCASIONS: list[Occasions] = []


def register_occasions(found: Occasions) -> None:
    """Say which decisions there are; both Parties see each of them."""
    if found not in _OCCASIONS:
        _OCCASIONS.append(found)


def occasions() -> list[Occasion]:
    """Decisions in force, the latest first."""
    every = [each for found in _OCCASIONS for each in found()]
    return sorted(every, key=lambda each: each.at, reverse=True)


Codes = Mapping[str, Mapping[str, Bilingual]]
"""Name of a field, or of a member such as ``quantities.unit`` -> code -> what it stands for."""


@dataclass(frozen=True, slots=True)
class Fold:
    """
    What the room of a kind knows beforehand of what its acts would do.

    Parameters
    ----------
    standing
        Subject -> the structured fields that are agreed on it now.
    codes
        What the fields may name.
    trial
        An act as it would come into force -> why the room would refuse it; it changes nothing.
    """

    standing: Callable[[str], Mapping[str, Any]]
    codes: Callable[[], Codes]
    trial: Callable[[Agreed], Sequence[Finding]]


_FOLDS: dict[str, Fold] = {}


def register_fold(kind: str, fold: Fold) -> None:
    """Say what is known beforehand of the acts on a kind of subject."""
    _FOLDS[kind] = fold


def standing_fields(kind: str, subject: str) -> Mapping[str, Any]:
    """The structured fields that are agreed on a subject, as far as its room says."""
    return _FOLDS[kind].standing(subject) if kind in _FOLDS else {}


def codes_of(kind: str) -> Codes:
    return _FOLDS[kind].codes() if kind in _FOLDS else {}


def tried(agreed: Agreed) -> tuple[Finding, ...]:
    """Why the room of an act would refuse it, before anybody certifies or signs it; changes nothing."""
    found = _FOLDS.get(agreed.act.kind)
    return tuple(found.trial(agreed)) if found else ()


Address = Callable[[str], str]
"""Where the page of a subject stands; empty where it has none."""

_ADDRESSES: dict[str, Address] = {}


def register_address(kind: str, address: Address) -> None:
    """Say where the page of each subject of a kind stands."""
    _ADDRESSES[kind] = address


def address_of(kind: str, subject: str) -> str:
    """Address of the page of a subject; empty where it has none, and for a subject that no address can name."""
    with suppress(NoReverseMatch):
        if found := _ADDRESSES.get(kind):
            return found(subject)
    return ""


def apply(agreed: Agreed) -> None:
    """Carry an agreed act into the tables of its room."""
    if agreed.act.kind not in OWN_KINDS:
        require_known(agreed.act.kind)
        _APPLY[agreed.act.kind](agreed)
        for check in _CHECKS:
            check(agreed)
