"""Verbs of English that intend, plan, aim or look forward."""

from hled.dialogue.workplan.domain.statement.clauses.clause import (
    GOVERNING,
    Clause,
    Discourse,
    left_out_as,
    resolved,
)
from hled.dialogue.workplan.domain.statement.clauses.english.futures import future_of
from hled.dialogue.workplan.domain.statement.clauses.english.surroundings import (
    back_over_adverbs,
    can_govern,
    complement_of,
    is_concrete,
    is_noun_here,
    is_past_perfect,
    names_action,
    skip,
)
from hled.dialogue.workplan.domain.statement.clauses.english.vocabulary import (
    AIM_NOUNS,
    BE,
    INTENDING,
    PAPERS,
    READY,
    SIDES,
)
from hled.dialogue.workplan.domain.statement.grammar.english import ACT_VERBS, TABLES
from hled.dialogue.workplan.domain.statement.grammar.subjects import Subject, subject_before
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens
from hled.dialogue.workplan.domain.statement.rules import AIM, DESCRIPTION, INTEND, LOOK_FORWARD


def intending(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    verb = INTENDING[tokens.low[at]]
    word = tokens.low[at]
    to_at = skip(tokens, at + 1)
    passive = tokens.get(at - 1) in BE
    if word.endswith("ing") and tokens.get(back_over_adverbs(tokens, at) - 1) not in BE:
        return None
    if passive and word in {"planned", "proposed", "intended"}:
        return _planned(tokens, at, before)
    if verb == "foresee":
        return _foreseeing(tokens, at, before)
    if tokens.get(to_at) != "to" and not (verb == "intend" and tokens.get(to_at) in {"that", "for"}):
        mark, complement = complement_of(tokens, at) if tokens.get(to_at) == "," else ("", 0)
        if mark != "to":
            return None
        to_at = complement - 1
    if (
        is_noun_here(tokens, at)
        or is_past_perfect(tokens, at)
        or (verb == "plan" and not _is_verb_plan(tokens, at))
    ):
        return None
    start = at
    while tokens.get(start - 1) in BE:
        start -= 1
    subject = subject_before(tokens, start, TABLES)
    kind = resolved(subject.kind, before)
    if kind in {SubjectKind.THING, SubjectKind.NOUN, SubjectKind.WORK, SubjectKind.IT, SubjectKind.EVENT}:
        rule = AIM
    elif kind is SubjectKind.BENEFICIARY:
        rule = DESCRIPTION
    elif kind is SubjectKind.BODY and verb == "seek":
        rule = AIM
    else:
        rule = INTEND
    return Clause(
        left_out_as(subject, rule), start, to_at + 1, tokens.get(skip(tokens, to_at + 1)), subject, 1
    )


def _foreseeing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Envisage signing a protocol", "envisage a joint study": an act of their own, not a future of others."""
    following = skip(tokens, at + 1)
    word = tokens.get(following)
    stem = word.removesuffix("ing")
    is_act = word.endswith("ing") and bool({stem, stem + "e", stem[:-1]} & ACT_VERBS)
    is_paper = word in {"a", "an"} and any(
        each in PAPERS or TABLES.nouns.get(each) in {SubjectKind.EVENT, SubjectKind.BODY}
        for each in tokens.low[following + 1 : following + 5]
    )
    subject = subject_before(tokens, at, TABLES)
    if not (is_act or is_paper) or not can_govern(subject, before):
        return None
    return Clause(left_out_as(subject, INTEND), at, following, word, subject, 1)


def _is_verb_plan(tokens: Tokens, at: int) -> bool:
    """ "The ministries plan to" against "an implementation plan to": who stands before it tells them apart."""
    if tokens.low[at] in {"planned", "planning"}:
        return True
    before = back_over_adverbs(tokens, at) - 1
    word = tokens.get(before)
    if before < 0 or word in {",", "and", "or", "which", "that", "it", "quoted"} or before < at - 1:
        return True
    is_doer = TABLES.nouns.get(word, TABLES.pronouns.get(word)) in GOVERNING
    return is_doer or tokens.word(before)[:1].isupper() or (word.endswith("s") and tokens.low[at] == "plan")


def _planned(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Is planned for May", "is scheduled to take place": a plan without naming whose."""
    mark = tokens.get(skip(tokens, at + 1))
    if (
        mark not in {"for", "to", "in"}
        or tokens.get(at - 1) not in {"is", "are"}
        or tokens.low[at] == "intended"
    ):
        return None
    subject = subject_before(tokens, at - 1, TABLES)
    kind = resolved(subject.kind, before)
    rule = (
        INTEND
        if kind
        in {
            SubjectKind.EVENT,
            SubjectKind.BODY,
            SubjectKind.THING,
            SubjectKind.PARTY,
            SubjectKind.NAMED,
            SubjectKind.WORK,
            SubjectKind.NOUN,
        }
        else DESCRIPTION
    )
    return Clause(left_out_as(subject, rule), at - 1, at + 1, "plan", subject, 1)


def aiming(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    mark_at = skip(tokens, at + 1)
    if tokens.get(mark_at) not in {"to", "that", "for"}:
        return None
    if tokens.get(mark_at) == "to" and tokens.low[at].startswith(("aim", "aspire")):
        subject = subject_before(tokens, at, TABLES)
        is_own = resolved(subject.kind, before) in SIDES | {SubjectKind.PERSON}
        if is_own and is_concrete(tokens, mark_at + 1) and tokens.get(at - 1) not in BE:
            verb = tokens.get(skip(tokens, mark_at + 1))
            return Clause(left_out_as(subject, INTEND), at, mark_at + 1, verb, subject, 1)
    return Clause(AIM, at, at + 1, tokens.low[at], Subject(SubjectKind.UNKNOWN, at, at))


def being(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "The ministers are to report", "are going to", "our goal is to", "is scheduled to"."""
    following = skip(tokens, at + 1)
    word = tokens.get(following)
    if word in {"scheduled", "slated", "set", "due", "planned", "envisaged", "foreseen"}:
        return (
            _planned(tokens, following, before)
            if word != "set" or tokens.get(following + 1) == "to"
            else None
        )
    if word in READY:
        return _ready(tokens, at, following, before)
    if tokens.get(at + 1) in {"likely", "unlikely"}:
        return None
    if word == "going" and tokens.get(following + 1) == "to":
        subject = subject_before(tokens, at, TABLES)
        return future_of(tokens, following + 1, subject, before)
    subject = subject_before(tokens, at, TABLES)
    if any(
        tokens.low[index] in AIM_NOUNS
        for index in range(max(0, subject.start), min(subject.end, subject.start + 6))
    ):
        if word in {"to", "for", "that"}:
            is_intention = any(
                tokens.low[index] == "intention" for index in range(subject.start, subject.end)
            )
            return Clause(
                INTEND if is_intention else AIM, at, following + 1, tokens.get(following + 1), subject, 1
            )
        return None
    if word == "our" and tokens.get(following + 1) == "intention":
        return Clause(
            INTEND, at, following + 3, tokens.get(following + 3), Subject(SubjectKind.WE, at, at), 1
        )
    verb = tokens.get(skip(tokens, following + 1))
    if word != "to" or verb in TABLES.articles | TABLES.prepositions or not verb.isalpha():
        return None
    clause = future_of(tokens, following, subject, before)
    return clause if can_govern(subject, before) or clause.commits else None


def looking(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    following = skip(tokens, at + 1)
    if tokens.get(following) == "forward":
        return Clause(LOOK_FORWARD, at, at + 2, "look forward", Subject(SubjectKind.UNKNOWN, at, at))
    verb = tokens.get(skip(tokens, following + 1))
    subject = subject_before(tokens, at, TABLES)
    if tokens.get(following) != "to" or verb not in ACT_VERBS or not can_govern(subject, before):
        return None
    return Clause(left_out_as(subject, INTEND), at, following + 1, verb, subject, 1)


def standing_ready(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Stands ready to host"."""
    following = skip(tokens, at + 1)
    return _ready(tokens, at, following, before) if tokens.get(following) in READY else None


def _ready(tokens: Tokens, at: int, ready_at: int, before: Discourse) -> Clause | None:
    mark, complement = complement_of(tokens, ready_at)
    subject = subject_before(tokens, at, TABLES)
    if mark != "to" or not can_govern(subject, before) or subject.kind is SubjectKind.NOUN:
        return None
    rule = INTEND if names_action(tokens, complement) else LOOK_FORWARD
    return Clause(
        left_out_as(subject, rule), at, complement, tokens.get(skip(tokens, complement)), subject, 1
    )
