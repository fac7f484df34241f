"""What stands before and after a verb of commitment in English."""

from hled.dialogue.workplan.domain.statement.clauses.clause import GOVERNING, Discourse, resolved
from hled.dialogue.workplan.domain.statement.clauses.english.vocabulary import (
    ACTION_NOUNS,
    BE,
    FIRM_ACTION_NOUNS,
    ING_NOUNS,
    NOUN_BEFORE,
    NOUN_ENDINGS,
    PLACES,
    STOPS,
    VAGUE_ACTS,
    VALUE_NOUNS,
    VALUES,
    WEEKDAYS,
)
from hled.dialogue.workplan.domain.statement.grammar.english import ACT_VERBS, TABLES
from hled.dialogue.workplan.domain.statement.grammar.subjects import Subject
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind, words
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens


def past_insertion(tokens: Tokens, index: int) -> int | None:
    """Token after words between commas ("shall, to the extent possible, notify"); None when no comma opens or closes."""
    if tokens.get(index) != ",":
        return None
    return next(
        (each + 1 for each in range(index + 1, min(len(tokens), index + 16)) if tokens.low[each] == ","), None
    )


def skip(tokens: Tokens, index: int) -> int:
    """Next token that is not an adverb."""
    while tokens.get(index) in TABLES.adverbs or (
        tokens.get(index).endswith("ly")
        and len(tokens.get(index)) > 5
        and tokens.get(index) not in _NO_ADVERBS
    ):
        index += 1
    return index


_NO_ADVERBS = words(
    "supply apply comply imply family reply july italy assembly multiply rally anomaly monopoly"
)


def back_over_adverbs(tokens: Tokens, at: int) -> int:
    while at > 0 and (tokens.low[at - 1] in TABLES.adverbs or tokens.low[at - 1].endswith("ly")):
        at -= 1
    return at


def is_impersonal(tokens: Tokens, at: int) -> bool:
    """ "It was agreed to", "it has been decided that"."""
    back = {tokens.get(at - step) for step in range(1, 5)}
    return "it" in back and bool(back & words("is was been has"))


def complement_of(tokens: Tokens, at: int) -> tuple[str, int]:
    """
    What a verb of commitment governs: ``to``, ``that``, ``on``, ``:``, ``following`` or a direct object.

    An insertion between commas is passed over ("committed, together with Canada, to complete").
    """
    index = at + 1
    passed = 0
    while index < len(tokens) and passed < 16:
        word = tokens.low[index]
        if word == "to" or (word == "not" and tokens.get(index + 1) == "to"):
            return "to", index + (2 if word == "not" else 1)
        if word == "that" and passed < 12:
            return "that", index + 1
        if word in {"on", "upon"} and tokens.get(index + 1) not in WEEKDAYS and not passed:
            return "on", index + 1
        if word in {":", "\u2014", "\u2013"}:
            return ":", index + 1
        if word == "following" or (word == "as" and tokens.get(index + 1) == "follows"):
            return "following", index + 1
        if word in STOPS:
            break
        if not passed and word not in TABLES.adverbs | TABLES.prepositions | {
            ",",
            "themselves",
            "ourselves",
            "today",
        }:
            if word.endswith("ly") and len(word) > 5:
                index += 1
                continue
            return "object", index
        passed += 1
        index += 1
    return ("object", at + 1) if at + 1 < len(tokens) else ("", at + 1)


def names_action(tokens: Tokens, start: int, *, lenient: bool = False) -> bool:
    """
    Whether what follows "committed to" is an action (rule 5), not a state, a value or a relationship.

    After the finite verb (``lenient``) any verb is an action, and a noun unless it names a value; after a noun such as
    "our commitment to", or in "are committed to", general verbs with a value for an object are none.
    """
    index = skip(tokens, start)
    word = tokens.get(index)
    is_verb = (
        word in ACT_VERBS
        or word in {"be", "do", "jointly", "help", "have"}
        or (word.endswith("ing") and word not in ING_NOUNS)
        or (tokens.get(index + 1) in TABLES.articles and word.isalpha())
    )
    if word in {":", ""}:
        return True
    if (
        word in TABLES.articles
        or (word in TABLES.adjectives and not is_verb)
        or (word.endswith(NOUN_ENDINGS) and word not in ACT_VERBS)
    ):
        is_verb = False
    window = tokens.low[index : index + 10]
    concrete = is_concrete(tokens, index)
    if is_verb:
        vague = word in VAGUE_ACTS and any(each in VALUES for each in window[1:])
        vague = vague or (word in {"work", "working", "cooperate", "collaborate"} and len(tokens) - index < 4)
        return lenient or not vague or concrete
    if lenient:
        return (
            not any(each in VALUE_NOUNS for each in window[:4])
            or any(each in ACTION_NOUNS for each in window[:4])
            or (concrete and has_amount(tokens, index, 8))
        )
    if any(each in FIRM_ACTION_NOUNS for each in window[:4]):
        return True
    return any(each in ACTION_NOUNS for each in window[:4]) and concrete


def is_concrete(tokens: Tokens, start: int) -> bool:
    """A number, a date, or a named initiative within the next words."""
    stop = min(len(tokens), start + 16)
    for index in range(start, stop):
        word = tokens.words[index]
        if tokens.low[index] in STOPS:
            break
        if word[0].isdigit() or word[0] in "$\u20ac\u00a3":
            return True
        is_name = (
            word[:1].isupper() and tokens.low[index] not in TABLES.nouns and tokens.low[index] not in PLACES
        )
        if is_name and ((word.isupper() and len(word) > 2) or tokens.word(index + 1)[:1].isupper()):
            return True
        if tokens.low[index] in {
            "group",
            "committee",
            "annually",
            "semi-annually",
            "semiannually",
            "monthly",
            "quarterly",
        }:
            return True
    return False


def has_amount(tokens: Tokens, start: int, width: int) -> bool:
    return any(
        word[0].isdigit() or word[0] in "$\u20ac\u00a3" or word in {"million", "billion"}
        for word in tokens.low[start : start + width]
    )


def mentions(tokens: Tokens, start: int, options: frozenset[str], width: int) -> bool:
    return any(word in options for word in tokens.low[start : start + width])


def can_govern(subject: Subject, before: Discourse) -> bool:
    if subject.kind in {SubjectKind.THEY, SubjectKind.ELIDED}:
        return True
    return resolved(subject.kind, before) in GOVERNING | {SubjectKind.NOUN}


def is_past_perfect(tokens: Tokens, at: int) -> bool:
    return "had" in tokens.low[max(0, at - 2) : at] or tokens.get(at - 1) in {"having", "previously"}


def is_noun_here(tokens: Tokens, at: int) -> bool:
    """ "Our plan to", "an action plan", "the resolve": the word is a noun when a determiner or adjective precedes."""
    word, previous = tokens.low[at], tokens.get(at - 1)
    if _is_in_a_title(tokens, at):
        return True
    if word.endswith("ed") or word in {
        "sought",
        "undertook",
        "intends",
        "intend",
        "seek",
        "seeks",
        "decide",
        "decides",
        "commit",
        "commits",
    }:
        return (previous in {"a", "the", "an"} and word != "committed") or (
            word in {"committed"} and previous in {"a", "the", "an", "our", "their"}
        )
    return previous in NOUN_BEFORE or previous.endswith(("'s", "s'"))


def _is_in_a_title(tokens: Tokens, at: int) -> bool:
    """ "The Global Methane Pledge": the word is written like a name inside a sentence that is not."""
    word, previous = tokens.words[at], tokens.word(at - 1)
    written = word[:1].isupper() and not word.isupper()
    return written and at > 0 and previous[:1].isupper() and tokens.get(at - 1) not in TABLES.nouns


def state_before(tokens: Tokens, at: int) -> bool:
    return state_start(tokens, at) < at and tokens.low[at].endswith(("ed", "en"))


def state_start(tokens: Tokens, at: int) -> int:
    """Start of "are (firmly) committed"; the verb itself when no form of being stands before it."""
    index = back_over_adverbs(tokens, at)
    if tokens.get(index - 1) in {"equally", "deeply", "fully"}:
        index -= 1
    if tokens.get(index - 1) in BE:
        index -= 1
        while tokens.get(index - 1) in {"will", "shall", "have", "has", "both", "all", "also", "are"}:
            index -= 1
        return index
    return at
