"""Shape of the tables that describe one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class SubjectKind(StrEnum):
    """Who or what a predicate is said of; only those who can undertake make a commitment."""

    WE = "we"
    THEY = "they"
    IT = "it"
    PARTY = "party"
    PERSON = "person"
    BODY = "body"
    EVENT = "event"
    WORK = "work"
    BENEFICIARY = "beneficiary"
    THING = "thing"
    NOUN = "noun"
    NAMED = "named"
    ELIDED = "elided"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class NounTables:
    """Words of one language by which a subject is known."""

    nouns: Mapping[str, SubjectKind]
    pronouns: Mapping[str, SubjectKind]
    articles: frozenset[str]
    adjectives: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    subordinators: frozenset[str]
    adverbs: frozenset[str]
    speech_verbs: frozenset[str]
    breaks: frozenset[str]
    verbs: frozenset[str]
    adverb_ending: str
    head_first: bool


def kinds(**rows: str) -> dict[str, SubjectKind]:
    """Table of nouns written as one line of words for each kind."""
    return {word: SubjectKind[kind.upper()] for kind, words in rows.items() for word in words.split()}


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())
