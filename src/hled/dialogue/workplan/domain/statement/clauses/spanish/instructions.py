"""Verbs of Spanish by which officials are told to act."""

from hled.dialogue.workplan.domain.statement.clauses.clause import Clause, Discourse, left_out_as
from hled.dialogue.workplan.domain.statement.clauses.spanish.surroundings import (
    act_named_at,
    bare,
    governor,
    perfect_start,
    skip,
)
from hled.dialogue.workplan.domain.statement.clauses.spanish.vocabulary import STOPS
from hled.dialogue.workplan.domain.statement.grammar.spanish import TABLES, is_infinitive
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens
from hled.dialogue.workplan.domain.statement.rules import INSTRUCTED


def instructing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    if tokens.low[at].endswith(("ado", "ido")) and tokens.get(at - 1) not in {"han", "ha", "hemos"}:
        return None
    subject = governor(tokens, perfect_start(tokens, at), before)
    if subject is None:
        return None
    window = range(at + 1, min(len(tokens), at + 30))
    for index in window:
        word = tokens.low[index]
        if word in STOPS:
            return None
        if word in {"a", "de", "que", "para"} and is_infinitive(tokens.get(skip(tokens, index + 1))):
            complement = skip(tokens, index + 1)
            return Clause(
                left_out_as(subject, INSTRUCTED), at, complement, act_named_at(tokens, complement), subject
            )
        if (
            is_infinitive(word)
            and index > at + 2
            and tokens.get(index - 1) not in TABLES.articles | TABLES.prepositions
        ):
            return Clause(left_out_as(subject, INSTRUCTED), at, index, bare(word), subject)
        if (word == "que" and index > at + 1) or (
            tokens.low[at].startswith(("encom", "encarg")) and index > at + 3 and word in {"la", "el"}
        ):
            return Clause(left_out_as(subject, INSTRUCTED), at, index + 1, tokens.get(index + 1), subject)
    return None
