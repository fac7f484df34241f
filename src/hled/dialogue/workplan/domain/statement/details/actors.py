"""Who undertakes: the Parties together, one of them, or another."""

from enum import StrEnum

from hled.dialogue.workplan.domain.statement.grammar.countries import (
    COUNTRIES,
    DOUBLE_NAMES,
    MEXICO,
    OTHERS,
    UNITED_STATES,
)
from hled.dialogue.workplan.domain.statement.grammar.subjects import Subject
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind, words
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens


class Actor(StrEnum):
    JOINT = "joint"
    US = "us"
    MX = "mx"
    OTHER = "other"
    UNSPECIFIED = "unspecified"


_JOINT_WORDS = words("""
    both two parties governments countries sides leaders presidents ministers delegations participants nations signatories three
    partes gobiernos países mandatarios ministros delegaciones participantes naciones ambos ambas dos tres presidentes
    signatarios líderes cancilleres
    """)
_PARTS_OF_AMERICA = frozenset({"north", "latin", "south", "central", "inter", "pan"})
_LISTING = frozenset({"including", "incluyendo", "incluso", "incluidos", "incluidas"})
_WITH = frozenset({"with", "con", "alongside"})


def actor_of(
    tokens: Tokens,
    subject: Subject,
    kind: SubjectKind,
    before: Actor = Actor.JOINT,
    *,
    passive: bool = False,
    sides: frozenset[Actor] = frozenset(),
) -> Actor:
    """
    Actor of a clause, from its subject.

    "We" is joint unless the sentence names the other Party as its partner; what is done without naming by whom is
    joint unless "by" names one Party.
    """
    if kind is SubjectKind.WE:
        return _actor_of_we(tokens)
    if passive:
        agents = _agents(tokens, subject.end)
        return agents.pop() if len(agents) == 1 else Actor.JOINT
    named = parties_named(tokens, subject.start, subject.end)
    low = set(tokens.low[subject.start : subject.end])
    if len(named) > 1 or (low & _JOINT_WORDS and not (len(named) == 1 and kind is SubjectKind.PERSON)):
        return Actor.JOINT
    if len(named) == 1:
        return named.pop()
    if kind is SubjectKind.NAMED:
        return Actor.OTHER
    agency = _side_of_agency(tokens, subject, sides)
    if agency is not None:
        return agency
    if kind is SubjectKind.PERSON:
        return Actor.UNSPECIFIED
    if kind is SubjectKind.IT:
        return before
    if subject.elided and subject.end <= subject.start:
        return before
    agents = _agents(tokens, subject.end)
    return agents.pop() if len(agents) == 1 else Actor.JOINT


_NORTHERN_AGENCIES = frozenset({"department", "bureau", "administration", "corps", "fbi"})
_AGENCIES = frozenset(
    {
        "department",
        "bureau",
        "administration",
        "ministry",
        "secretaría",
        "secretariat",
        "ministerio",
        "departamento",
    }
)
_SOUTHERN_AGENCIES = frozenset({"secretaría"})


def _side_of_agency(tokens: Tokens, subject: Subject, sides: frozenset[Actor]) -> Actor | None:
    """Side of one agency named without its country: departments are of the United States, *secretarías* of Mexico."""
    heads = [
        word for word in tokens.low[subject.start : min(subject.end, subject.start + 4)] if word in _AGENCIES
    ]
    if len(heads) != 1 or (
        any(word in {"and", "y", "e"} for word in tokens.low[subject.start : subject.end])
        and "of" not in tokens.low
    ):
        return None
    if heads[0] in _NORTHERN_AGENCIES and Actor.US in sides:
        return Actor.US
    if heads[0] in _SOUTHERN_AGENCIES and Actor.MX in sides:
        return Actor.MX
    others = sides - {Actor.US} if Actor.US in sides else sides
    return next(iter(others)) if len(others) == 1 and len(sides) > 1 else None


def parties_named(tokens: Tokens, start: int, end: int) -> set[Actor]:
    """Parties and other countries named between two tokens."""
    found: set[Actor] = set()
    index = start
    while index < end:
        pair = (_bare(tokens.get(index)), _bare(tokens.get(index + 1)))
        name = DOUBLE_NAMES.get(pair)
        if pair == ("estados", "unidos") and _bare(tokens.get(index + 2)) == "mexicanos":
            found.add(Actor.MX)
            index += 3
        elif name is not None:
            found.add(_actor_named(name))
            index += 2
        else:
            word = _bare(pair[0])
            if (
                word in {"american", "americana", "americano", "america"}
                and tokens.get(index - 1) in _PARTS_OF_AMERICA
            ):
                index += 1
                continue
            is_name = word in COUNTRIES and (
                tokens.words[index][:1].isupper()
                or word.endswith(("ano", "ana", "anos", "anas", "ense", "enses", "ol", "ola"))
            )
            if is_name and not (word == "us" and tokens.words[index] == "us"):
                found.add(_actor_named(word))
            for part in word.split("-") if "-" in word else ():
                if part in COUNTRIES and tokens.words[index][:1].isupper():
                    found.add(_actor_named(part))
            index += 1
    return found


def _bare(word: str) -> str:
    return word.removesuffix("'s").rstrip("'")


def _actor_named(word: str) -> Actor:
    if word in UNITED_STATES:
        return Actor.US
    if word in MEXICO:
        return Actor.MX
    return Actor.OTHER if word in OTHERS else Actor.UNSPECIFIED


def _actor_of_we(tokens: Tokens) -> Actor:
    end = next((index for index, word in enumerate(tokens.low) if word in _LISTING), len(tokens))
    everyone = parties_named(tokens, 0, end)
    if len(everyone) != 1:
        return Actor.JOINT
    partner = everyone.pop()
    for index, word in enumerate(tokens.low[:end]):
        if word in _WITH and partner in parties_named(tokens, index + 1, min(len(tokens), index + 7)):
            return {Actor.MX: Actor.US, Actor.US: Actor.MX}.get(partner, Actor.JOINT)
    return Actor.JOINT


def _agents(tokens: Tokens, start: int) -> set[Actor]:
    for index in range(start, min(len(tokens), start + 12)):
        if tokens.low[index] in {"by", "por"}:
            return parties_named(tokens, index + 1, min(len(tokens), index + 8))
    return set()


def sides_of(tokens: Tokens) -> frozenset[Actor]:
    """The parties a text names in its first part, each at least twice or as one of only two."""
    counts: dict[Actor, int] = {}
    for index in range(len(tokens)):
        for actor in parties_named(tokens, index, index + 1):
            counts[actor] = counts.get(actor, 0) + 1
    pairs = {tokens.low[index : index + 2] for index in range(len(tokens) - 1)}
    if ("united", "states") in pairs or ("estados", "unidos") in pairs:
        counts[Actor.US] = counts.get(Actor.US, 0) + 2
    return frozenset(actor for actor, count in counts.items() if count > 1 and actor is not Actor.UNSPECIFIED)
