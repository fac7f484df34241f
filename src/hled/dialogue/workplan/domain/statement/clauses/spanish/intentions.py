"""Verbs of Spanish that intend, plan, aim or look forward."""

from hled.dialogue.workplan.domain.statement.clauses.clause import Clause, Discourse, left_out_as, resolved
from hled.dialogue.workplan.domain.statement.clauses.spanish.futures import doer_of
from hled.dialogue.workplan.domain.statement.clauses.spanish.surroundings import (
    act_named_at,
    complement_of,
    governor,
    is_concrete,
    predicate_start,
    skip,
)
from hled.dialogue.workplan.domain.statement.clauses.spanish.vocabulary import INTENDING
from hled.dialogue.workplan.domain.statement.grammar.spanish import TABLES, is_infinitive
from hled.dialogue.workplan.domain.statement.grammar.subjects import Subject, subject_before
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens
from hled.dialogue.workplan.domain.statement.rules import AIM, DESCRIPTION, INTEND, LOOK_FORWARD


def resolving(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Se proponen crear", "nos proponemos, además, revisar"."""
    mark, complement = complement_of(tokens, at)
    if tokens.get(at - 1) not in {"se", "nos"} or mark != "infinitive":
        return None
    subject = governor(tokens, at - 1, before)
    if subject is None:
        return None
    return Clause(
        left_out_as(subject, INTEND), at - 1, complement, act_named_at(tokens, complement), subject, 1
    )


def intending(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    complement = skip(tokens, at + 1)
    if not is_infinitive(tokens.get(complement)):
        return None
    subject = subject_before(tokens, predicate_start(tokens, at), TABLES)
    kind = resolved(subject.kind, before)
    if kind in {SubjectKind.THING, SubjectKind.NOUN, SubjectKind.WORK, SubjectKind.IT, SubjectKind.EVENT}:
        rule = AIM
    elif kind is SubjectKind.BENEFICIARY:
        rule = DESCRIPTION
    elif kind is SubjectKind.BODY and INTENDING[tokens.low[at]] in {"buscar", "pretender"}:
        rule = AIM
    else:
        rule = INTEND
    if tokens.get(at - 1) == "se":
        rule = (
            INTEND if INTENDING[tokens.low[at]] in {"prever", "planear", "contemplar", "proyectar"} else AIM
        )
    return Clause(left_out_as(subject, rule), at, complement, act_named_at(tokens, complement), subject, 1)


def planned(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Tienen previsto celebrar", "está prevista una reunión"."""
    if tokens.get(at - 1) in {"tiene", "tienen", "tenemos"} and is_infinitive(
        tokens.get(skip(tokens, at + 1))
    ):
        subject = governor(tokens, at - 1, before)
        complement = skip(tokens, at + 1)
        if subject is None:
            return None
        return Clause(
            left_out_as(subject, INTEND), at - 1, complement, act_named_at(tokens, complement), subject, 1
        )
    if tokens.get(at - 1) in {"está", "están"}:
        subject = doer_of(tokens, at - 1, at, we=False)
        return Clause(left_out_as(subject, INTEND), at - 1, at + 1, "prever", subject, 1)
    return None


def aiming(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    following = tokens.get(skip(tokens, at + 1))
    if following not in {"que", "con"} and not (
        is_infinitive(following) or (following == "a" and is_infinitive(tokens.get(at + 2)))
    ):
        return None
    complement = skip(tokens, at + 2)
    subject = governor(tokens, predicate_start(tokens, at), before)
    if tokens.low[at].startswith("aspir") and subject is not None and is_concrete(tokens, complement):
        return Clause(
            left_out_as(subject, INTEND), at, complement, act_named_at(tokens, complement), subject, 1
        )
    rule = LOOK_FORWARD if following == "con" else AIM
    return Clause(rule, at, at + 1, tokens.low[at], Subject(SubjectKind.UNKNOWN, at, at))
