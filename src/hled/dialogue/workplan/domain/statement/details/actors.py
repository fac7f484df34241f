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
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens


class Actor(StrEnum):
    JOINT = "joint"
    US = "us"
    MX = "mx"
    OTHER = "other"
    UNSPECIFIED = "unspecified"


_JOINT_WORDS = frozenset(
    """
    both two parties governments countries sides leaders presidents ministers delegations participants nations signatories three
    partes gobiernos países mandatarios ministros delegaciones participantes naciones ambos ambas dos tres presidentes
    signatarios líderes cancilleres
    """.split()
)
_PARTS_OF_AMERICA = frozenset({"north", "latin", "south", "central", "inter", "pan"})
_LISTING = frozenset({"including", "incluyendo", "incluso", "incluidos", "incluidas"})
_WITH = frozenset({"with", "con", "alongside"})


def actor_of(tokens: Tokens, subject: Subject, kind: SubjectKind, before: Actor = Actor.JOINT) -> Actor:
    """
    Actor of a clause, from its subject.

    "We" is joint unless the sentence names the other Party as its partner; what is done without naming by whom is
    joint unless "by" names one Party.
    """
    if kind is SubjectKind.WE:
        return _actor_of_we(tokens)
    named = parties_named(tokens, subject.start, subject.end)
    low = set(tokens.low[subject.start : subject.end])
    if len(named) > 1 or low & _JOINT_WORDS and not (len(named) == 1 and kind is SubjectKind.PERSON):
        return Actor.JOINT
    if len(named) == 1:
        return named.pop()
    if kind in {SubjectKind.NAMED}:
        return Actor.OTHER
    if kind is SubjectKind.PERSON:
        return Actor.UNSPECIFIED
    if kind is SubjectKind.IT:
        return before
    if subject.elided and subject.end <= subject.start:
        return before
    agents = _agents(tokens, subject.end)
    return agents.pop() if len(agents) == 1 else Actor.JOINT


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
