"""Verbs of English that commit: agreeing, undertaking, standing committed, renewing a pledge, announcing."""

from hled.dialogue.workplan.domain.statement.clauses.clause import (
    Clause,
    Discourse,
    left_out_as,
)
from hled.dialogue.workplan.domain.statement.clauses.english.futures import (
    reported_clause,
)
from hled.dialogue.workplan.domain.statement.clauses.english.surroundings import (
    can_govern,
    complement_of,
    has_amount,
    is_impersonal,
    is_noun_here,
    is_past_perfect,
    mentions,
    names_action,
    skip,
    state_before,
    state_start,
)
from hled.dialogue.workplan.domain.statement.clauses.english.vocabulary import (
    ACTION_NOUNS,
    BE,
    BEFORE_PARTICIPLE,
    SIDES,
    STOPS,
    UNDERTAKING,
    UNSETTLED,
)
from hled.dialogue.workplan.domain.statement.grammar.english import TABLES
from hled.dialogue.workplan.domain.statement.grammar.subjects import Subject, subject_before
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens
from hled.dialogue.workplan.domain.statement.rules import (
    AGREED,
    RECOGNITION,
    STANDS_COMMITTED,
)


def agreeing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    impersonal = is_impersonal(tokens, at)
    if not impersonal and (is_past_perfect(tokens, at) or _is_named_only(tokens, at)):
        return None
    subject = subject_before(tokens, at, TABLES)
    if impersonal:
        return _impersonal_clause(tokens, at, before, subject)
    if tokens.get(at - 1) in BE:
        subject = subject_before(tokens, at - 1, TABLES)
        if subject.kind not in SIDES or tokens.low[at] != "agreed":
            return None
    if not can_govern(subject, before) or tokens.low[at] in {"settled", "understood"}:
        return None
    if _is_inserted(tokens, at, subject):
        return None
    mark, complement = complement_of(tokens, at)
    if tokens.low[at].startswith("conclu") and mark != "that":
        return None
    if mark == "that":
        return reported_clause(tokens, at, complement, subject, before, AGREED)
    rule = AGREED if _agrees_to_act(tokens, at, mark, complement) else RECOGNITION
    return Clause(left_out_as(subject, rule), at, complement, tokens.get(skip(tokens, complement)), subject)


def _is_named_only(tokens: Tokens, at: int) -> bool:
    """ "The agreed text", "for agreeing to host": the verb qualifies a noun, or names what was done."""
    previous = tokens.get(at - 1)
    names = tokens.low[at] == "agreeing" and previous in TABLES.prepositions - {"by"}
    return names or previous in BEFORE_PARTICIPLE


def _agrees_to_act(tokens: Tokens, at: int, mark: str, complement: int) -> bool:
    """Whether what is agreed is to be done, and not only found important, valuable or necessary."""
    if mark in {"to", ":", "following"}:
        return True
    if mark in {"on", "upon"}:
        return not mentions(tokens, complement, UNSETTLED, 5)
    if mark != "object":
        return False
    if tokens.low[at].startswith("concur"):
        return mentions(tokens, complement, ACTION_NOUNS, 4)
    return tokens.get(complement) not in {"with", "in"} and not mentions(tokens, complement, UNSETTLED, 3)


def _is_inserted(tokens: Tokens, at: int, subject: Subject) -> bool:
    """ "Drought, they agreed, is the challenge": words between commas that only say whose view it is."""
    return tokens.get(at + 1) == "," and tokens.get(subject.start - 1) == ","


def offering(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Offered to host", "accepts responsibility for", "took charge of"."""
    following = skip(tokens, at + 1)
    word = tokens.get(following)
    is_act = (
        word == "to"
        and tokens.get(skip(tokens, following + 1)) not in TABLES.articles
        and tokens.low[at][:4] in {"offe", "volu"}
    )
    is_duty = any(
        tokens.get(each) in {"responsibility", "charge", "task"} for each in range(following, following + 4)
    )
    if not is_act and not (is_duty and tokens.low[at][:4] in {"acce", "assu", "take", "took"}):
        return None
    if tokens.get(at - 1) in BE | {"the", "an"}:
        return None
    subject = subject_before(tokens, at, TABLES)
    if not can_govern(subject, before):
        return None
    return Clause(
        left_out_as(subject, AGREED), at, following + 1, tokens.get(skip(tokens, following + 1)), subject
    )


def undertaking(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    verb = UNDERTAKING[tokens.low[at]]
    if is_impersonal(tokens, at):
        return _impersonal_or_none(tokens, at, before)
    if state_before(tokens, at):
        return (
            _standing(tokens, at, before)
            if verb in {"commit", "resolve", "determine"}
            else _impersonal_or_none(tokens, at, before)
        )
    if is_past_perfect(tokens, at) or is_noun_here(tokens, at):
        return None
    subject = subject_before(tokens, at, TABLES)
    if not can_govern(subject, before):
        return None
    mark, complement = complement_of(tokens, at)
    if tokens.get(at + 1) == "against" and verb == "decide":
        mark, complement = "on", at + 2
    if mark == "that":
        return reported_clause(tokens, at, complement, subject, before, AGREED)
    rule = AGREED
    if mark == "to":
        rule = AGREED if names_action(tokens, complement, lenient=True) else RECOGNITION
    elif mark in {":", "following"} or (mark == "on" and verb == "decide"):
        rule = AGREED
    elif mark == "object" and verb in {"commit", "pledge", "promise"}:
        if not has_amount(tokens, complement, 8):
            rule = (
                RECOGNITION
                if verb != "commit" or tokens.get(complement) not in {"themselves", "ourselves", "itself"}
                else AGREED
            )
    else:
        return _also_that(tokens, at, subject, before)
    return Clause(left_out_as(subject, rule), at, complement, tokens.get(skip(tokens, complement)), subject)


def _also_that(tokens: Tokens, at: int, subject: Subject, before: Discourse) -> Clause | None:
    """ "Decided the seat of the committee and that it would meet once a year"."""
    for index in range(at + 2, min(len(tokens), at + 20)):
        if tokens.low[index - 1] == "and" and tokens.low[index] == "that":
            return reported_clause(tokens, at, index + 1, subject, before, AGREED)
    return None


def _standing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Are committed to", "remain determined to"."""
    start = state_start(tokens, at)
    subject = subject_before(tokens, start, TABLES)
    if not can_govern(subject, before):
        return None
    mark, complement = complement_of(tokens, at)
    if mark == "object":
        to_at = next(
            (
                index
                for index in range(at + 1, min(len(tokens), at + 6))
                if tokens.low[index] in {"to"} | STOPS
            ),
            None,
        )
        if to_at is not None and tokens.low[to_at] == "to":
            mark, complement = "to", to_at + 1
    if mark not in {"to", ":"}:
        return None
    rule = STANDS_COMMITTED if mark == ":" or names_action(tokens, complement) else RECOGNITION
    return Clause(
        left_out_as(subject, rule), start, complement, tokens.get(skip(tokens, complement)), subject
    )


def _impersonal_or_none(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    if not is_impersonal(tokens, at):
        return None
    return _impersonal_clause(tokens, at, before, subject_before(tokens, at, TABLES))


def _impersonal_clause(tokens: Tokens, at: int, before: Discourse, subject: Subject) -> Clause | None:
    joint = Subject(SubjectKind.PARTY, subject.end, subject.end)
    mark, complement = complement_of(tokens, at)
    if mark == "that":
        return reported_clause(tokens, at, complement, joint, before, AGREED)
    if mark in {"to", ":"}:
        return Clause(AGREED, at, complement, tokens.get(skip(tokens, complement)), joint)
    return None


def participle_clause(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "..., pledging to", "a statement committing to": joined to a main clause, with its doer."""
    if tokens.get(skip(tokens, at + 1)) != "to" or tokens.get(at - 1) in {"are", "is"}:
        return None
    if at > 0 and tokens.get(at - 1) in {"of", "on", "about", "for"}:
        return None
    complement = skip(tokens, at + 1) + 1
    if not names_action(tokens, complement, lenient=True):
        return None
    verb = tokens.get(skip(tokens, complement))
    return Clause(AGREED, at, complement, verb, Subject(SubjectKind.PARTY, 0, at))
