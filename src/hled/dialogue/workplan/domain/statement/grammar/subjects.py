"""
Who a predicate is said of.

Looks to the left of a predicate, up to the start of its clause, for the noun phrase it belongs to, and says what
kind of doer that is. Bounded by the sentence; no parse tree is built.
"""

from dataclasses import dataclass

from hled.dialogue.workplan.domain.statement.grammar.countries import COUNTRIES
from hled.dialogue.workplan.domain.statement.grammar.heads import kind_of
from hled.dialogue.workplan.domain.statement.grammar.tables import NounTables, SubjectKind, words
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens

HARD_STOPS = frozenset({";", ":", "\u2014", "\u2013", ".", "!", "?", "\u2026"})
FARTHEST = 60
"""Tokens at most that are looked back over."""


@dataclass(frozen=True, slots=True)
class Subject:
    """
    The subject of a predicate: its kind, and from which token to which it stands.

    ``subordinate`` names the word (such as "which") that makes the clause depend on another; empty in a main
    clause. ``elided`` says that the predicate has no subject of its own and takes that of the one before.
    """

    kind: SubjectKind
    start: int
    end: int
    subordinate: str = ""
    elided: bool = False


def subject_before(tokens: Tokens, at: int, tables: NounTables) -> Subject:
    """Subject of the predicate whose first token is ``at``."""
    start, opener = _clause_start(tokens, at, tables)
    end = _without_adverbs(tokens, start, at, tables)
    segments = _segments(tokens, start, end)
    first, last = segments[-1]
    if first >= last or _only_conjunctions(tokens, first, last, tables):
        return _subject_of_list(tokens, segments, start, at, opener, tables)
    if tokens.get(last - 1) in tables.conjunctions:
        return _elided(tokens, segments, start, opener, tables)
    fresh = len(segments) > 1
    begin = _after_conjunctions(tokens, first, last, tables)
    if is_adjunct(tokens, begin, last, tables):
        inner = _inside_adjunct(tokens, begin, last, tables)
        if inner is None:
            return _subject_of_list(tokens, segments[:-1] or [(start, start)], start, at, opener, tables)
        begin = inner
        fresh = True
    kind = kind_of(tokens, begin, last, tables)
    begin = (
        _list_start(tokens, segments, begin, tables)
        if kind in {SubjectKind.PARTY, SubjectKind.PERSON}
        else begin
    )
    return Subject(kind, begin, last, "" if fresh and len(segments) > 1 else opener)


def is_adjunct(tokens: Tokens, start: int, end: int, tables: NounTables) -> bool:
    """Whether a run of words opens like a phrase of circumstance: a preposition, a participle, an adverb."""
    word = tokens.get(start)
    if start >= end:
        return True
    if word in tables.prepositions or (word.endswith(tables.adverb_ending) and len(word) > 5):
        return True
    if tables.head_first:
        opens = (
            word.endswith(("ando", "iendo", "yendo", "ados", "idos", "adas", "idas"))
            or word in tables.adverbs
        )
        return opens and word not in tables.nouns
    return (word.endswith("ing") and word not in tables.nouns) or (
        word in {"as", "like", "together", "today", "later", "next"}
        and (end - start < 2 or word not in {"together", "today", "next"} or tokens.get(start + 1) == "with")
    )


def _clause_start(tokens: Tokens, at: int, tables: NounTables) -> tuple[int, str]:
    index = at - 1
    while index >= 0 and at - index <= FARTHEST:
        word = tokens.low[index]
        if word in HARD_STOPS:
            return index + 1, ""
        if word in tables.subordinators and not _is_pointing(tokens, index, tables):
            if _qualifies_subject(tokens, index, at, tables) or _is_inserted(tokens, index, at, tables):
                index -= 1
                continue
            return index + 1, word
        if word in tables.speech_verbs:
            return index + 1, word
        index -= 1
    return max(index + 1, 0), ""


_RELATIVES = words("which who whose que quien quienes cuyo cuya")


def _is_inserted(tokens: Tokens, index: int, at: int, tables: NounTables) -> bool:
    """ "Kenya, which holds the land, shall": the relative clause is closed by a comma before the predicate."""
    opens = tokens.low[index] in _RELATIVES and tokens.get(index - 1) == ","
    return opens and tokens.get(_without_adverbs(tokens, index, at, tables) - 1) == ","


def _qualifies_subject(tokens: Tokens, index: int, at: int, tables: NounTables) -> bool:
    """ "Craftsmen who train an apprentice will": the relative clause has its own verb, so the predicate is outside it."""
    word = tokens.low[index]
    following = index + 1
    while tokens.get(following) in tables.adverbs:
        following += 1
    verb = tokens.get(following)
    if word not in {"who", "which", "that", "que", "quienes"} or following >= at - 1 or index == 0:
        return False
    if any(tokens.low[each] == "," for each in range(following, at)):
        return False
    return verb in tables.breaks or verb in tables.verbs or (verb.endswith("s") and verb[:-1] in tables.verbs)


_AFTER_POINTING_THAT = frozenset(
    {"end", "regard", "respect", "purpose", "context", "effort", "spirit", "meeting", "sense", "is"}
)


def _is_pointing(tokens: Tokens, index: int, tables: NounTables) -> bool:
    """ "That end", "so that", "once a year": words that open no clause here."""
    word, following = tokens.low[index], tokens.get(index + 1)
    if word == "that":
        return index == 0 or following in _AFTER_POINTING_THAT
    if word == "once":
        return following in {"a", "every", "per", "again", "more"}
    if word == "so":
        return following in {",", "doing"} or tokens.get(index - 1) in {"doing", "do"}
    if word == "than":
        return tokens.get(index - 1) in {"more", "less", "later", "rather"}
    if word == "why":
        return tokens.get(index - 1) in {"is", "es"}
    if word == "how":
        return tokens.get(index + 1) == "to"
    if word in {"since", "until"}:
        return following[:1].isdigit() or following in {"then", "now", "the"}
    if word in {"cual", "cuales"}:
        return tokens.get(index - 1) == "tal"
    if word == "que":
        before = tokens.low[max(0, index - 2) : index]
        return tokens.get(index - 1) in {"más", "menos", "igual"} or before == ("antes", "de")
    return (word == "while" and following == ",") or (word == "si" and tables.head_first is False)


def _without_adverbs(tokens: Tokens, start: int, at: int, tables: NounTables) -> int:
    end = at
    while end > start:
        word = tokens.low[end - 1]
        is_adverb = word in tables.adverbs or (word.endswith(tables.adverb_ending) and len(word) > 5)
        if not is_adverb or word in tables.pronouns or (word in tables.nouns and word != "both"):
            break
        if word in {"both", "each", "all", "together"} and end - 1 == start:
            break
        end -= 1
    return end


def _segments(tokens: Tokens, start: int, end: int) -> list[tuple[int, int]]:
    """Runs between commas, left to right; a comma at the very end gives an empty last run."""
    found: list[tuple[int, int]] = []
    first = start
    for index in range(start, end):
        if tokens.low[index] == ",":
            found.append((first, index))
            first = index + 1
    found.append((first, end))
    return found


def _only_conjunctions(tokens: Tokens, first: int, last: int, tables: NounTables) -> bool:
    return all(
        tokens.low[index] in tables.conjunctions or tokens.low[index] in tables.adverbs
        for index in range(first, last)
    )


def _after_conjunctions(tokens: Tokens, first: int, last: int, tables: NounTables) -> int:
    while first < last and (
        tokens.low[first] in tables.conjunctions
        or (
            tokens.low[first] in tables.adverbs
            and tokens.low[first] not in tables.pronouns
            and not _stands_alone(tokens, first, last)
        )
    ):
        first += 1
    return first


def _stands_alone(tokens: Tokens, first: int, last: int) -> bool:
    return last - first == 1


def _subject_of_list(
    tokens: Tokens, segments: list[tuple[int, int]], start: int, at: int, opener: str, tables: NounTables
) -> Subject:
    """
    Subject when a comma, a conjunction or a circumstance stands right before the predicate.

    The first run of the clause that is not itself a circumstance holds the subject.
    """
    closes_insertion = at > 0 and tokens.get(_without_adverbs(tokens, start, at, tables) - 1) == ","
    for first, last in segments:
        begin = _after_conjunctions(tokens, first, last, tables)
        if begin >= last or is_adjunct(tokens, begin, last, tables):
            continue
        kind = kind_of(tokens, begin, last, tables)
        return Subject(kind, begin, last, opener, elided=not closes_insertion)
    return Subject(SubjectKind.ELIDED, start, start, opener, elided=True)


def _elided(
    tokens: Tokens, segments: list[tuple[int, int]], start: int, opener: str, tables: NounTables
) -> Subject:
    if opener in tables.speech_verbs:
        # "Emphasized the value of trade and agreed to": both verbs have the subject before the first.
        return Subject(SubjectKind.ELIDED, start, start, elided=True)
    found = _subject_of_list(tokens, segments, start, segments[-1][1], opener, tables)
    return Subject(found.kind, found.start, found.end, opener, elided=True)


def _inside_adjunct(tokens: Tokens, start: int, end: int, tables: NounTables) -> int | None:
    """Start of a noun phrase that follows a circumstance without a comma ("Under this pillar the Parties")."""
    for index in range(end - 1, start, -1):
        word = tokens.low[index]
        if (
            word in tables.pronouns
            and index == end - 1
            and word not in {"this", "these", "esta", "este", "lo"}
        ):
            return index
        before = tokens.get(index - 1)
        opens_phrase = word in tables.articles and before not in tables.prepositions and index - 1 > start
        if opens_phrase and before not in tables.articles and before not in tables.conjunctions:
            return index
        if (
            word in COUNTRIES
            and index == end - 1
            and before not in tables.prepositions | tables.articles | tables.conjunctions
        ):
            return index
    return None


def _list_start(tokens: Tokens, segments: list[tuple[int, int]], begin: int, tables: NounTables) -> int:
    """Start of an enumeration of parties that ends in the run before the predicate ("Mexico, Canada and ...")."""
    for first, last in reversed(segments[:-1]):
        if (
            first >= last
            or last - first > 6
            or kind_of(tokens, first, last, tables) not in {SubjectKind.PARTY, SubjectKind.PERSON}
        ):
            break
        if is_adjunct(tokens, first, last, tables):
            break
        begin = first
    return begin
