"""All predicates of an English sentence, and the reason when none commits."""

from collections.abc import Callable, Iterator

from hled.dialogue.workplan.domain.statement.clauses.clause import Clause, Discourse
from hled.dialogue.workplan.domain.statement.clauses.english.announcements import (
    announcing,
    launching,
    renewing_pledge,
)
from hled.dialogue.workplan.domain.statement.clauses.english.futures import plain_future
from hled.dialogue.workplan.domain.statement.clauses.english.instructions import instructing, inviting
from hled.dialogue.workplan.domain.statement.clauses.english.intentions import (
    aiming,
    being,
    intending,
    looking,
    standing_ready,
)
from hled.dialogue.workplan.domain.statement.clauses.english.performing import performing
from hled.dialogue.workplan.domain.statement.clauses.english.promises import (
    agreeing,
    offering,
    participle_clause,
    undertaking,
)
from hled.dialogue.workplan.domain.statement.clauses.english.surroundings import back_over_adverbs
from hled.dialogue.workplan.domain.statement.clauses.english.vocabulary import (
    ACTION_NOUNS,
    AGREEING,
    AIMING,
    ANNOUNCING,
    BASE_FORMS,
    FUTURE_AUXILIARIES,
    INCLUDES,
    INSTRUCTING,
    INTENDING,
    INVITING,
    LAUNCHING,
    MODALS,
    OFFERING,
    PARTICIPLES,
    PERFORMING,
    PLAIN,
    RENEWING,
    STATING,
    THIS,
    UNDERTAKING,
)
from hled.dialogue.workplan.domain.statement.grammar.tables import words
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens
from hled.dialogue.workplan.domain.statement.rules import DESCRIPTION, ReadingRule

_Handler = Callable[[Tokens, int, Discourse], Clause | None]


def english_clauses(tokens: Tokens, before: Discourse) -> Iterator[Clause]:
    """Predicates of a sentence that may commit, left to right, then the plain ones that explain leaving it out."""
    for index, word in enumerate(tokens.low):
        handler = _HANDLERS.get(word)
        if handler is not None and not (
            word in BASE_FORMS and tokens.get(back_over_adverbs(tokens, index) - 1) in MODALS
        ):
            clause = handler(tokens, index, before)
            if clause is not None:
                yield clause


def plain_rule(tokens: Tokens) -> ReadingRule:
    """Reason to leave out a sentence in which no predicate commits."""
    for word in tokens.low:
        if word in PLAIN:
            return PLAIN[word]
    return DESCRIPTION


def _handlers() -> dict[str, _Handler]:
    table: dict[str, _Handler] = {}
    for options, handler in (
        (RENEWING, renewing_pledge),
        (STATING, renewing_pledge),
        (INSTRUCTING, instructing),
        (OFFERING, offering),
        (LAUNCHING, launching),
        (AIMING, aiming),
        (words("is are"), being),
        (words("look looks looked"), looking),
        (words("stand stands stood"), standing_ready),
        (INVITING, inviting),
        (frozenset(PERFORMING), performing),
        (ANNOUNCING, announcing),
        (frozenset(UNDERTAKING), undertaking),
        (frozenset(INTENDING), intending),
        (frozenset(PARTICIPLES), participle_clause),
        (AGREEING, agreeing),
        (FUTURE_AUXILIARIES, plain_future),
    ):
        table.update(dict.fromkeys(options, handler))
    return table


_HANDLERS = _handlers()


def gives_new_content(tokens: Tokens, before: Discourse) -> bool:
    """ "This includes creating ...", after a sentence that commits (rule 7)."""
    if not before.committed or tokens.get(0) not in THIS:
        return False
    for index in range(1, min(len(tokens), 6)):
        if tokens.low[index] in INCLUDES or tokens.low[index] == "includes":
            ahead = tokens.low[index + 1 : index + 6]
            return bool(ahead) and (
                ahead[0].endswith("ing")
                or any(word in ACTION_NOUNS or word.endswith("sharing") for word in ahead)
            )
    return False
