"""Verbs of English by which officials are told to act."""

from hled.dialogue.workplan.domain.statement.clauses.clause import Clause, Discourse, left_out_as
from hled.dialogue.workplan.domain.statement.clauses.english.surroundings import (
    back_over_adverbs,
    can_govern,
    complement_of,
    is_past_perfect,
    skip,
)
from hled.dialogue.workplan.domain.statement.clauses.english.vocabulary import (
    BE,
    EQUALS,
    INSTRUCTED_ONES,
    OWN_BODIES,
    PAPERS,
    STOPS,
)
from hled.dialogue.workplan.domain.statement.grammar.english import ACT_VERBS, TABLES
from hled.dialogue.workplan.domain.statement.grammar.heads import kind_of
from hled.dialogue.workplan.domain.statement.grammar.subjects import subject_before
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens
from hled.dialogue.workplan.domain.statement.rules import INSTRUCTED, RECOGNITION


def instructing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    passive = tokens.get(at - 1) in BE or tokens.get(back_over_adverbs(tokens, at) - 1) in BE
    if passive:
        mark, complement = ("with", at + 2) if tokens.get(at + 1) == "with" else complement_of(tokens, at)
        if mark not in {"to", "with"} or (
            tokens.low[at] in {"assigned", "authorized", "requested", "charged", "commissioned"}
            and mark == "to"
            and tokens.get(complement) not in ACT_VERBS
        ):
            return None
        start = at - 1
        subject = subject_before(tokens, start, TABLES)
        if not can_govern(subject, before):
            return None
        return Clause(
            left_out_as(subject, INSTRUCTED),
            start,
            complement,
            tokens.get(skip(tokens, complement)),
            subject,
        )
    if tokens.low[at] in {"asked", "requested"} and tokens.get(at + 1) in {"that", "for", "a", "an"}:
        subject = subject_before(tokens, at, TABLES)
        if can_govern(subject, before) and (tokens.get(at + 1) == "that" or _asks_for_a_paper(tokens, at)):
            return Clause(left_out_as(subject, INSTRUCTED), at, at + 2, "request", subject)
        return None
    if tokens.get(at + 1) == "that" and tokens.low[at][:4] in {
        "inst",
        "dire",
        "mand",
        "orde",
        "requ",
        "task",
    }:
        subject = subject_before(tokens, at, TABLES)
        if not can_govern(subject, before) or is_past_perfect(tokens, at):
            return None
        return Clause(left_out_as(subject, INSTRUCTED), at, at + 2, tokens.low[at], subject)
    is_name = tokens.word(at)[:1].isupper() and not tokens.word(at).isupper()
    if (at and is_name) or (
        tokens.get(at + 1) not in INSTRUCTED_ONES and not tokens.word(at + 1)[:1].isupper()
    ):
        return None
    subject = subject_before(tokens, at, TABLES)
    if not can_govern(subject, before):
        return None
    if tokens.low[at] in {"asked", "requested", "ask", "request"} and _asks_for_a_paper(tokens, at):
        return Clause(left_out_as(subject, INSTRUCTED), at, at + 1, "request", subject)
    to_at = next(
        (
            index
            for index in range(at + 2, min(len(tokens), at + 30))
            if tokens.low[index]
            in STOPS | ({"to", "with"} if tokens.low[at][:4] in {"task", "char", "entr"} else {"to"})
        ),
        None,
    )
    if to_at is None or tokens.low[to_at] in STOPS:
        return None
    if (
        tokens.low[to_at] == "to"
        and tokens.get(skip(tokens, to_at + 1)) not in ACT_VERBS | {"be", "have"}
        and not tokens.get(to_at + 1).isalpha()
    ):
        return None
    return Clause(
        left_out_as(subject, INSTRUCTED), at, to_at + 1, tokens.get(skip(tokens, to_at + 1)), subject
    )


def inviting(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Called on the Joint Committee to finalize": an order when those called on belong to the Parties."""
    first = at + 1
    if tokens.low[at].startswith("call"):
        if tokens.get(first) not in {"on", "upon"}:
            return None
        first += 1
    to_at = next(
        (
            index
            for index in range(first, min(len(tokens), first + 14))
            if tokens.low[index] in STOPS | {"to"}
        ),
        None,
    )
    if to_at is None or tokens.low[to_at] != "to" or tokens.get(skip(tokens, to_at + 1)) not in ACT_VERBS:
        return None
    subject = subject_before(tokens, at, TABLES)
    if not can_govern(subject, before) or is_past_perfect(tokens, at):
        return None
    called = tokens.low[first:to_at]
    kind = kind_of(tokens, first, to_at, TABLES)
    belongs = kind in {SubjectKind.BODY, SubjectKind.PARTY} and any(word in OWN_BODIES for word in called)
    is_own = belongs and not any(word in EQUALS for word in called)
    is_own = is_own or (tokens.low[at].startswith("invit") and kind is SubjectKind.BODY)
    rule = INSTRUCTED if is_own else RECOGNITION
    return Clause(left_out_as(subject, rule), at, to_at + 1, tokens.get(skip(tokens, to_at + 1)), subject)


def _asks_for_a_paper(tokens: Tokens, at: int) -> bool:
    """ "Asked for a report by June"."""
    return (
        any(word in PAPERS for word in tokens.low[at + 1 : at + 8])
        and "to" not in tokens.low[at + 1 : at + 8]
    )
