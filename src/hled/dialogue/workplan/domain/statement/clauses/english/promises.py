"""Verbs of English that commit: agreeing, undertaking, standing committed, renewing a pledge, announcing."""

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
    reported_clause,
)
from hled.dialogue.workplan.domain.statement.clauses.english.surroundings import (
    back_over_adverbs,
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
    ANNOUNCING,
    BE,
    BEFORE_PARTICIPLE,
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
    STOPS,
    UNDERTAKING,
    UNSETTLED,
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
    STANDS_COMMITTED,
    ReadingRule,
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
        if not (solemn or own or (informs and inner.kind in {SubjectKind.PARTY, SubjectKind.BODY})):
            return None
        clause = future_of(
            tokens, index, Subject(SubjectKind.PARTY if own else inner.kind, inner.start, inner.end), before
        )
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
