"""Verbs of Spanish that commit: agreeing, undertaking, standing committed, renewing a pledge, announcing."""

from hled.dialogue.workplan.domain.statement.clauses.clause import (
    Clause,
    Discourse,
    left_out_as,
)
from hled.dialogue.workplan.domain.statement.clauses.spanish.futures import reported_clause
from hled.dialogue.workplan.domain.statement.clauses.spanish.surroundings import (
    act_named_at,
    complement_of,
    governor,
    is_finite,
    names_action,
    perfect_start,
    predicate_start,
    skip,
)
from hled.dialogue.workplan.domain.statement.clauses.spanish.vocabulary import (
    ACTION_NOUNS,
    AGREEING,
    BE,
    READY,
    SETTLED,
    UNSETTLED,
)
from hled.dialogue.workplan.domain.statement.grammar.spanish import TABLES, is_infinitive
from hled.dialogue.workplan.domain.statement.grammar.subjects import Subject
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens
from hled.dialogue.workplan.domain.statement.rules import (
    AGREED,
    INTEND,
    RECOGNITION,
    STANDS_COMMITTED,
    TO_BE_DONE,
)


def agreeing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    verb = AGREEING[tokens.low[at]]
    if not is_finite(tokens, at) or (tokens.low[at] == "conviene" and tokens.get(at - 1) != "se"):
        return None
    start = perfect_start(tokens, at)
    subject = governor(tokens, start, before)
    if subject is None or tokens.get(start - 1) == "según" or tokens.get(start - 1) == "como":
        return None
    mark, complement = complement_of(tokens, at)
    if mark == "que":
        return reported_clause(
            tokens,
            start,
            complement,
            subject,
            before,
            directive=verb not in {"coincidir", "concluir", "garantizar"},
        )
    if verb == "concluir":
        return None
    if mark in {"infinitive", ":"}:
        rule = AGREED
    elif verb in {"acordar", "convenir", "pactar"}:
        rule = (
            RECOGNITION
            if any(word in UNSETTLED for word in tokens.low[complement : complement + 4])
            else AGREED
        )
    elif verb in {"decidir", "determinar"} and any(
        word in ACTION_NOUNS for word in tokens.low[complement : complement + 3]
    ):
        rule = AGREED
    else:
        rule = RECOGNITION
    return Clause(left_out_as(subject, rule), start, complement, act_named_at(tokens, complement), subject)


def reflexive_clause(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    word = tokens.low[at]
    if word.endswith("ido"):
        if tokens.get(at - 1) not in {"ha", "han", "hemos"}:
            return standing(tokens, at, before)
        start = at - 2
    else:
        start = at - 1
    if tokens.get(start) not in {"se", "nos"}:
        return _committing_a_sum(tokens, at, before)
    start = predicate_start(tokens, start)
    subject = governor(tokens, start, before)
    if subject is None:
        return None
    mark, complement = complement_of(tokens, at)
    if mark in {"infinitive", ":", "que"}:
        rule = AGREED
    else:
        rule = AGREED if names_action(tokens, complement, lenient=True) else RECOGNITION
    return Clause(left_out_as(subject, rule), start, complement, act_named_at(tokens, complement), subject)


def _committing_a_sum(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Comprometió 40 millones de euros"."""
    subject = governor(tokens, at, before)
    if subject is None or not any(
        word[:1].isdigit() or word.startswith("millon") for word in tokens.low[at + 1 : at + 4]
    ):
        return None
    return Clause(left_out_as(subject, AGREED), at, at + 1, "comprometer", subject)


def standing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    back = at - 1
    while back > 0 and (
        tokens.get(back) in TABLES.adverbs
        or tokens.get(back).endswith("mente")
        or tokens.get(back) == "firme"
    ):
        back -= 1
    if tokens.get(back) not in BE:
        return None
    subject = governor(tokens, back, before)
    if subject is None:
        return None
    mark, complement = complement_of(tokens, at)
    action = (
        mark == ":"
        or (mark == "infinitive" and names_action(tokens, complement))
        or (mark == "object" and names_action(tokens, complement))
    )
    is_ready = tokens.low[at] in READY
    rule = (INTEND if is_ready else STANDS_COMMITTED) if action else RECOGNITION
    strength = 1 if is_ready else 2
    return Clause(
        left_out_as(subject, rule), back, complement, act_named_at(tokens, complement), subject, strength
    )


def settled(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Quedó convenido que", "quedó emplazada para junio"."""
    participle_at = skip(tokens, at + 1)
    word = tokens.get(participle_at)
    joint = Subject(SubjectKind.PARTY, at, at)
    if word in SETTLED and tokens.get(skip(tokens, participle_at + 1)) == "que":
        return reported_clause(tokens, at, participle_at + 2, joint, before, directive=True)
    if word.rstrip("s")[:-1] in {"establecid", "constituid", "conformad", "instalad", "cread"} and tokens.low[
        at
    ].startswith("queda"):
        return Clause(AGREED, at, participle_at, word, joint)
    if word.rstrip("s")[:-1] in {"emplazad", "convocad", "programad", "fijad", "citad", "acordad", "previst"}:
        return Clause(TO_BE_DONE, at, participle_at + 1, word, joint)
    return None


def offering(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Ofreció ser sede"."""
    complement = skip(tokens, at + 1)
    if not is_infinitive(tokens.get(complement)):
        return None
    subject = governor(tokens, predicate_start(tokens, at), before)
    if subject is None:
        return None
    return Clause(left_out_as(subject, AGREED), at, complement, act_named_at(tokens, complement), subject)


def gerund_clause(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "..., comprometiéndose a publicar"."""
    mark, complement = complement_of(tokens, at)
    if mark != "infinitive" or at == 0:
        return None
    return Clause(
        AGREED,
        at,
        complement,
        act_named_at(tokens, complement),
        Subject(SubjectKind.ELIDED, at, at, elided=True),
    )
