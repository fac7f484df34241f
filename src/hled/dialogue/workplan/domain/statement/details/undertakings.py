"""How many undertakings a sentence holds: coordinated verbs with objects of their own."""

from collections.abc import Callable

from hled.dialogue.workplan.domain.statement.grammar.english import ACT_VERBS
from hled.dialogue.workplan.domain.statement.grammar.spanish import is_infinitive
from hled.dialogue.workplan.domain.statement.grammar.tables import words
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens

_JOINING = frozenset({"and", "or", "y", "e", "o", ",", ";", "&"})
_LISTING = frozenset(
    {
        "including",
        "such",
        "incluyendo",
        "incluido",
        "incluida",
        "incluidos",
        "incluidas",
        "by",
        "through",
        "mediante",
    }
)
_ACCOMPANYING = words(
    "recognizing acknowledging noting leveraging ensuring taking using contributing helping allowing enabling building considering respecting"
)
_DEPENDENT = frozenset({"which", "that", "who", "whose", "where", "que", "cual", "cuyo", "donde"})
_AFTER_NOUN = frozenset(
    {",", "and", "or", "y", "e", ".", ";", "", "of", "for", "de", "in", "on", "with", "from", "between"}
)


def undertakings_in(tokens: Tokens, starts: list[tuple[int, int]], language: str) -> int:
    """
    Undertakings of a sentence; ``starts`` has the token of each committing predicate and of what it undertakes.

    Verbs that share an object count once; purposes, means, and what is listed after "including" do not count.
    """
    ordered = sorted(starts)
    ends = [*(at for at, _ in ordered[1:]), len(tokens)]
    is_verb = _is_english_verb if language == "en" else _is_spanish_verb
    counts = (_count(tokens, first, end, is_verb) for (_, first), end in zip(ordered, ends, strict=True))
    return max(1, sum(counts))


def _count(tokens: Tokens, start: int, stop: int, is_verb: Callable[[Tokens, int], bool]) -> int:
    count, last_verb, in_purpose = 1, start, _works_to(tokens, start)
    gerund = tokens.get(start).endswith("ing")
    index = start + 1
    while index < stop:
        word = tokens.low[index]
        if word == ";":
            in_purpose = False
        elif word in _LISTING or word in _DEPENDENT:
            index = _past(tokens, index, stop)
            continue
        elif word in {"to", "para"} and not _joined(tokens, index) and index > start + 1:
            in_purpose = True
        elif is_verb(tokens, index) and _joined(tokens, index) and word.endswith("ing") == gerund:
            if index - last_verb > 2 and (
                not in_purpose
                or (tokens.get(index - 1) in {"to", ";"} and tokens.get(index - 3) in {",", ";"})
            ):
                count += 1
                in_purpose = False
            last_verb = index
        index += 1
    return count


def _works_to(tokens: Tokens, start: int) -> bool:
    """ "Work together to do A and B": what follows is purpose."""
    back = tokens.low[max(0, start - 4) : start]
    return bool(
        set(back) & {"work", "working", "trabajar", "trabajarán", "trabajaremos", "partner"}
    ) and bool(set(back) & {"together", "jointly", "closely", "juntos", "conjuntamente", "conjunta"})


def _joined(tokens: Tokens, index: int) -> bool:
    before = index - 1
    while (
        tokens.get(before) in {"to", "a", "de", "also", "también", "further", "jointly", "en", "then"}
        and before > 0
    ):
        before -= 1
    return tokens.get(before) in _JOINING


def _is_english_verb(tokens: Tokens, index: int) -> bool:
    word, following = tokens.low[index], tokens.get(index + 1)
    if word in _ACCOMPANYING:
        return False
    if word.endswith("ing") and len(word) > 5:
        stem = word[:-3]
        known = stem in ACT_VERBS or stem + "e" in ACT_VERBS or stem[:-1] in ACT_VERBS
        return known and following not in _AFTER_NOUN
    return (
        word in ACT_VERBS
        and following not in _AFTER_NOUN - {"on", "with", "in", "for"}
        and tokens.get(index - 1) not in {"of", "in"}
    )


def _is_spanish_verb(tokens: Tokens, index: int) -> bool:
    return is_infinitive(tokens.low[index]) and tokens.get(index + 1) not in {",", ".", ""}


def _past(tokens: Tokens, index: int, stop: int) -> int:
    """Token after a dependent clause or list: the next semicolon or the end."""
    while index < stop and tokens.low[index] != ";":
        index += 1
    return max(index, index)
