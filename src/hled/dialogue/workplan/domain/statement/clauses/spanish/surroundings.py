"""What stands before and after a verb of commitment in Spanish."""

import re

from hled.dialogue.workplan.domain.statement.clauses.clause import GOVERNING, Discourse, resolved
from hled.dialogue.workplan.domain.statement.clauses.spanish.vocabulary import (
    ACTION_NOUNS,
    CONDITIONAL,
    FIRM_ACTION_NOUNS,
    GENERAL_ACTS,
    IRREGULAR,
    MONTHS,
    NO_CONDITIONAL,
    STOPS,
    VALUE_NOUNS,
    VALUES,
)
from hled.dialogue.workplan.domain.statement.grammar.spanish import TABLES, is_infinitive
from hled.dialogue.workplan.domain.statement.grammar.subjects import Subject, subject_before
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens


def is_conditional(word: str) -> bool:
    return len(word) > 5 and word not in NO_CONDITIONAL and CONDITIONAL.fullmatch(word) is not None


def bare(infinitive: str) -> str:
    return re.sub(r"(?<=r)(?:se|nos|le|lo|la|los|las|les|selo|sela)$", "", infinitive)


def of_gerund(gerund: str) -> str:
    if gerund.endswith("ando"):
        return gerund[:-4] + "ar"
    return gerund[:-5] + "er"


def predicate_start(tokens: Tokens, at: int) -> int:
    while at > 0 and tokens.low[at - 1] in {
        "se",
        "no",
        "nos",
        "lo",
        "la",
        "los",
        "las",
        "le",
        "les",
        "también",
        "ya",
    }:
        if tokens.low[at - 1] in {"la", "los", "las", "lo"} and tokens.get(at - 2) in TABLES.prepositions:
            break
        at -= 1
    return at


def skip(tokens: Tokens, index: int) -> int:
    while tokens.get(index) in TABLES.adverbs or (
        tokens.get(index).endswith("mente") and len(tokens.get(index)) > 6
    ):
        index += 1
    return index


def infinitive_of(word: str) -> str:
    stem = re.sub(r"(?:á|án|emos|ía|ían|íamos)$", "", word)
    return IRREGULAR.get(stem, stem)


def complement_of(tokens: Tokens, at: int) -> tuple[str, int]:
    """What a verb of commitment governs: an infinitive, ``que``, ``:`` or a noun."""
    index = at + 1
    in_insertion = False
    for _ in range(18):
        word = tokens.get(index)
        if word in STOPS or not word:
            break
        if word in {":", "—", "–"} or (word in {"siguiente", "siguientes"} and index - at < 5):
            return ":", index + 1
        if word == "que" and index - at < 12:
            return "que", index + 1
        if is_infinitive(word) and tokens.get(index - 1) not in {"para", "la", "el", "los", "las", "su"}:
            return "infinitive", index
        if word == "," or in_insertion:
            in_insertion = True
            index += 1
            continue
        if (
            word in TABLES.adverbs
            or word.endswith("mente")
            or word in {"a", "en", "con", "por", "de"}
            or (tokens.get(index - 1) in {"en", "por", "de", "durante"} and index - at < 5)
        ):
            index += 1
            continue
        break
    return "object", min(at + 1, len(tokens))


def names_action(tokens: Tokens, start: int, *, lenient: bool = False) -> bool:
    """Whether what follows "compromiso de" is an action (rule 5), not a state, a value or a relationship."""
    index = start
    while tokens.get(index) in {"de", "a", "con", "en", "por", "para"} or tokens.get(index) in TABLES.adverbs:
        index += 1
    word = tokens.get(index)
    if opens_list(tokens, index):
        return True
    window = tokens.low[index : index + 9]
    concrete = is_concrete(tokens, index)
    if is_infinitive(word):
        general = bare(word) in GENERAL_ACTS and any(each in VALUES for each in window[1:])
        return lenient or not general or concrete
    if lenient:
        return not any(each in VALUE_NOUNS for each in window[:4]) or any(
            each in ACTION_NOUNS for each in window[:3]
        )
    if any(each in FIRM_ACTION_NOUNS for each in window[:4]):
        return True
    return any(each in ACTION_NOUNS for each in window[:4]) and concrete


def opens_list(tokens: Tokens, index: int) -> bool:
    """ "Tienen la intención de:": what is undertaken stands in the items below."""
    ends = not tokens.get(index) and tokens.get(index - 1) in {"a", "de", "en", "para"}
    return ends or tokens.get(index) == ":"


def is_concrete(tokens: Tokens, start: int) -> bool:
    for index in range(start, min(len(tokens), start + 16)):
        word = tokens.words[index]
        if tokens.low[index] in STOPS:
            break
        if word[0].isdigit() or word[0] in "$€£":
            return True
        is_name = word[:1].isupper() and tokens.low[index] not in TABLES.nouns and index > start
        following = (
            tokens.word(index + 1)
            if tokens.get(index + 1) not in TABLES.prepositions
            else tokens.word(index + 2)
        )
        if is_name and ((word.isupper() and len(word) > 2) or following[:1].isupper()):
            return True
        if (
            tokens.low[index]
            in {
                "grupo",
                "comité",
                "anualmente",
                "semestralmente",
                "mensualmente",
                "trimestralmente",
            }
            | MONTHS
        ):
            return True
    return False


def act_named_at(tokens: Tokens, start: int) -> str:
    for index in range(start, min(len(tokens), start + 4)):
        if is_infinitive(tokens.get(index)):
            return bare(tokens.get(index))
    return tokens.get(start)


def is_finite(tokens: Tokens, at: int) -> bool:
    word = tokens.low[at]
    if word.endswith(("ado", "ido", "uelto")):
        return tokens.get(at - 1) in {"ha", "han", "hemos"}
    return tokens.get(at - 1) not in {"el", "un", "los", "del", "al", "de", "este", "dicho"}


def perfect_start(tokens: Tokens, at: int) -> int:
    if tokens.get(at - 1) in {"ha", "han", "hemos"}:
        at -= 1
    return predicate_start(tokens, at)


def governor(tokens: Tokens, start: int, before: Discourse) -> Subject | None:
    """Subject of a verb of commitment when it is somebody who can commit; Spanish may leave it out."""
    subject = subject_before(tokens, start, TABLES)
    kind = resolved(subject.kind, before)
    if kind in GOVERNING:
        return subject
    if subject.kind is SubjectKind.ELIDED or subject.elided or subject.start >= subject.end:
        return Subject(SubjectKind.PARTY, subject.start, subject.end, subject.subordinate, elided=True)
    return None
