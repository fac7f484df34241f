"""All predicates of a Spanish sentence, and the reason when none commits."""

from collections.abc import Callable, Iterator

from hled.dialogue.workplan.domain.statement.clauses.clause import Clause, Discourse
from hled.dialogue.workplan.domain.statement.clauses.spanish.announcements import (
    announcing,
    charge_or_renewing,
    renewing_pledge,
    stating_or_renewing,
)
from hled.dialogue.workplan.domain.statement.clauses.spanish.futures import (
    going,
    is_verb_here,
    plain_future,
    reported_promise,
)
from hled.dialogue.workplan.domain.statement.clauses.spanish.instructions import instructing, inviting
from hled.dialogue.workplan.domain.statement.clauses.spanish.intentions import (
    aiming,
    intending,
    planned,
    resolving,
)
from hled.dialogue.workplan.domain.statement.clauses.spanish.performing import performing
from hled.dialogue.workplan.domain.statement.clauses.spanish.promises import (
    agreeing,
    gerund_clause,
    offering,
    reflexive_clause,
    settled,
    standing,
)
from hled.dialogue.workplan.domain.statement.clauses.spanish.surroundings import is_conditional
from hled.dialogue.workplan.domain.statement.clauses.spanish.vocabulary import (
    ACTION_NOUNS,
    AGREEING,
    AIMING,
    ANNOUNCING,
    INCLUDES,
    INSTRUCTING,
    INTENDING,
    INVITING,
    NO_RENEWING,
    PERFORMING,
    PLAIN,
    READY,
    REFLEXIVE,
    RENEWING,
    RESOLVING,
    STANDING,
    STATING,
    THIS,
)
from hled.dialogue.workplan.domain.statement.grammar.spanish import TABLES, future_ending, is_infinitive
from hled.dialogue.workplan.domain.statement.grammar.tables import words
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens
from hled.dialogue.workplan.domain.statement.rules import AIM, DESCRIPTION, ReadingRule

_Handler = Callable[[Tokens, int, Discourse], Clause | None]


def spanish_clauses(tokens: Tokens, before: Discourse) -> Iterator[Clause]:
    """Predicates of a sentence that may commit, left to right."""
    for index, word in enumerate(tokens.low):
        handler = _HANDLERS.get(word)
        if handler is None and future_ending(word) and is_verb_here(tokens, index):
            handler = plain_future
        if handler is None and (before.committed or before.section_commits) and is_conditional(word):
            handler = reported_promise
        if handler is None and RENEWING.fullmatch(word) and not NO_RENEWING.match(word):
            handler = renewing_pledge
        if handler is not None:
            clause = handler(tokens, index, before)
            if clause is not None:
                yield clause


def plain_rule(tokens: Tokens) -> ReadingRule:
    """Reason to leave out a sentence in which no predicate commits."""
    for word in tokens.low:
        if word in PLAIN:
            return PLAIN[word]
        if is_conditional(word):
            return AIM
    return DESCRIPTION


def _handlers() -> dict[str, _Handler]:
    table: dict[str, _Handler] = {}
    for options, handler in (
        (AIMING, aiming),
        (PERFORMING, performing),
        (INVITING, inviting),
        (STANDING | READY, standing),
        (INSTRUCTING, instructing),
        (ANNOUNCING, announcing),
        (STATING - ANNOUNCING, stating_or_renewing),
        (frozenset(AGREEING), agreeing),
        (frozenset(REFLEXIVE), reflexive_clause),
        (frozenset(RESOLVING), resolving),
        (frozenset(INTENDING), intending),
        (words("previsto prevista previstos previstas programada programado planeado"), planned),
        (words("van va vamos"), going),
        (words("ofrece ofrecen ofreció ofrecieron ofrecemos"), offering),
        (words("quedó quedaron queda quedan"), settled),
        (
            words("toma toman tomó tomaron hace hacen hizo tiene tienen asume asumen asumió asumieron"),
            charge_or_renewing,
        ),
        (words("han hemos ha"), _having),
        (words("comprometiéndose comprometiéndonos acordando conviniendo"), gerund_clause),
    ):
        table.update(dict.fromkeys(options, handler))
    return table


def _having(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    return going(tokens, at, before) if tokens.get(at + 1) == "de" else None


_HANDLERS = _handlers()


def gives_new_content(tokens: Tokens, before: Discourse) -> bool:
    """ "Esto incluye crear ...", after a sentence that commits (rule 7)."""
    if not before.committed or tokens.get(0) not in THIS:
        return False
    for index in range(1, min(len(tokens), 6)):
        if tokens.low[index] in INCLUDES:
            following = tokens.get(index + 1)
            after = tokens.get(index + 2) if following in TABLES.articles else following
            return is_infinitive(after) or after in ACTION_NOUNS
    return False
