"""Verbs of English that announce, affirm, or renew: what somebody says that he will do."""

from hled.dialogue.workplan.domain.statement.clauses.clause import (
    Clause,
    Discourse,
    depends,
    left_out_as,
    resolved,
)
from hled.dialogue.workplan.domain.statement.clauses.english.futures import (
    future_of,
    is_decreed,
)
from hled.dialogue.workplan.domain.statement.clauses.english.surroundings import (
    back_over_adverbs,
    can_govern,
    complement_of,
    has_amount,
    is_past_perfect,
    names_action,
    skip,
)
from hled.dialogue.workplan.domain.statement.clauses.english.vocabulary import (
    ANNOUNCING,
    BEGINNINGS,
    ENDINGS,
    FAINT_NOUNS,
    FIRM_NOUNS,
    INFORMING,
    INTENT_NOUNS,
    READINESS,
    RENEWING,
    REPORTED_FUTURE,
    SIDES,
    SOLEMNLY_STATING,
    STATING,
    WEIGHING,
)
from hled.dialogue.workplan.domain.statement.grammar.english import STATIVE, TABLES
from hled.dialogue.workplan.domain.statement.grammar.subjects import HARD_STOPS, Subject, subject_before
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens
from hled.dialogue.workplan.domain.statement.rules import (
    AGREED,
    ANNOUNCED,
    INTEND,
    PLEDGE_RENEWED,
    RECOGNITION,
    REPORTED,
    TO_BE_DONE,
    ReadingRule,
)


def renewing_pledge(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Reaffirm our commitment to", "announced its intention to": by the noun and by what follows it."""
    if tokens.low[at] in STATING:
        stated = _stating(tokens, at, before)
        if stated is not None:
            return stated
    noun_at = next(
        (
            index
            for index in range(at + 1, min(len(tokens), at + 9))
            if tokens.low[index] in FIRM_NOUNS | INTENT_NOUNS | FAINT_NOUNS
        ),
        None,
    )
    if noun_at is None or any(
        tokens.low[index] in HARD_STOPS | {"that", "to"} for index in range(at + 1, noun_at)
    ):
        return None
    subject = subject_before(tokens, at, TABLES)
    if not can_govern(subject, before):
        return None
    mark = tokens.get(skip(tokens, noun_at + 1))
    complement = skip(tokens, noun_at + 1) + 1
    noun = tokens.low[noun_at]
    if noun in READINESS and mark == "to" and names_action(tokens, complement):
        return Clause(
            left_out_as(subject, INTEND), at, complement, tokens.get(skip(tokens, complement)), subject, 1
        )
    if mark not in {"to", "of", "for"} and not (noun in FIRM_NOUNS and mark in {",", "and"}):
        return None
    if mark in {",", "and"}:
        mark, complement = complement_of(tokens, noun_at)
    if noun in FAINT_NOUNS or (mark != "to" and noun not in INTENT_NOUNS):
        rule, strength = RECOGNITION, 2
    elif noun in INTENT_NOUNS:
        if noun in {"plan", "plans", "decision"} and tokens.low[at] not in SOLEMNLY_STATING | ANNOUNCING:
            return None
        rule, strength = INTEND, 2 if noun == "decision" else 1
    else:
        rule, strength = (PLEDGE_RENEWED if names_action(tokens, complement) else RECOGNITION), 2
    if tokens.low[at] in {"share", "have", "has"} and rule is not RECOGNITION:
        rule = RECOGNITION if noun in FIRM_NOUNS else rule
    return Clause(
        left_out_as(subject, rule), at, complement, tokens.get(skip(tokens, complement)), subject, strength
    )


_TELLERS = SIDES | {SubjectKind.NAMED}


def _stating(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Confirmed that Mexico will", "announced it will": somebody's future, told by the Parties."""
    subject = subject_before(tokens, at, TABLES)
    if not can_govern(subject, before) or depends(subject):
        return None
    solemn = tokens.low[at] in SOLEMNLY_STATING
    if not solemn and resolved(subject.kind, before) not in _TELLERS:
        return None
    informs = tokens.low[at] in INFORMING
    told_at = at + 1
    if informs and tokens.get(at + 1) in TABLES.articles and "that" in tokens.low[at + 2 : at + 6]:
        told_at = tokens.low.index("that", at + 2)
    for index in range(told_at, min(len(tokens), at + 25)):
        if tokens.low[index] in HARD_STOPS:
            return None
        if (
            tokens.low[index] not in REPORTED_FUTURE
            or tokens.get(told_at) in {",", "the", "a", "an"} | BEGINNINGS
        ):
            continue
        inner = subject_before(tokens, index, TABLES)
        own = inner.kind in {SubjectKind.IT, SubjectKind.THEY}
        kind = SubjectKind.PARTY if own else inner.kind
        clause = future_of(tokens, index, Subject(kind, inner.start, inner.end), before)
        told = informs and (kind in {SubjectKind.PARTY, SubjectKind.BODY} or clause.rule is TO_BE_DONE)
        if not (solemn or own or told):
            return None
        if informs and tokens.low[index] == "would" and clause.verb in WEIGHING:
            return None
        decreed = tokens.low[at] in ANNOUNCING and is_decreed(clause) and clause.verb not in STATIVE
        rule = ANNOUNCED if clause.commits or decreed else clause.rule
        return Clause(
            rule,
            at,
            clause.complement,
            clause.verb,
            subject if solemn is False else clause.subject,
            clause.strength,
        )
    return None


def announcing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    start = at - 1 if tokens.get(at - 1) in {"are", "is"} else at
    subject = subject_before(tokens, start, TABLES)
    if not can_govern(subject, before) or is_past_perfect(tokens, at):
        return None
    known = renewing_pledge(tokens, at, before) if tokens.low[at] in RENEWING else None
    if known is not None:
        return known
    window = tokens.low[at + 1 : at + 9]
    rule: ReadingRule = REPORTED
    if any(word in ENDINGS for word in window[:6]):
        rule = REPORTED
    elif (
        ":" in window[:5]
        or "following" in window[:4]
        or (
            any(word in BEGINNINGS for word in window)
            or has_amount(tokens, at + 1, 12)
            or any(word in {"plans", "intention", "will"} for word in window)
        )
    ):
        rule = ANNOUNCED
    return Clause(left_out_as(subject, rule), start, at + 1, "announce", subject)


def launching(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Are launching a program": said on the day it begins."""
    if tokens.low[at] == "announcing":
        return announcing(tokens, at, before) if tokens.get(at - 1) in {"are", "is"} else None
    be_at = back_over_adverbs(tokens, at) - 1
    if tokens.get(be_at) not in {"are", "is"}:
        return None
    subject = subject_before(tokens, be_at, TABLES)
    if not can_govern(subject, before):
        return None
    following = tokens.get(at + 1)
    if following not in {"a", "an", "new", "the", "to", "two", "three"} and not has_amount(tokens, at + 1, 4):
        return None
    rule = AGREED if tokens.low[at] in {"committing", "pledging"} else ANNOUNCED
    return Clause(left_out_as(subject, rule), be_at, at + 1, tokens.low[at].removesuffix("ing"), subject)
