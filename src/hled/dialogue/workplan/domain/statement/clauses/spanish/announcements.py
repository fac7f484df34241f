"""Verbs of Spanish that announce, affirm, or renew: what somebody says that he will do."""

from hled.dialogue.workplan.domain.statement.clauses.clause import (
    Clause,
    Discourse,
    depends,
    left_out_as,
    resolved,
)
from hled.dialogue.workplan.domain.statement.clauses.spanish.futures import future_of
from hled.dialogue.workplan.domain.statement.clauses.spanish.surroundings import (
    act_named_at,
    governor,
    infinitive_of,
    is_concrete,
    is_conditional,
    names_action,
    opens_list,
    perfect_start,
    predicate_start,
    skip,
)
from hled.dialogue.workplan.domain.statement.clauses.spanish.vocabulary import (
    AIM_NOUNS,
    BEGINNINGS,
    ENDINGS,
    FAINT_NOUNS,
    FIRM_NOUNS,
    INFORMING,
    INTENT_NOUNS,
    READINESS,
    RENEWING,
    SOLEMNLY_STATING,
    STOPS,
    UNSETTLED,
    WEIGHING,
    WILLINGNESS,
)
from hled.dialogue.workplan.domain.statement.grammar.spanish import TABLES, future_ending, is_infinitive
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
    """ "Reiteraron su compromiso de crear", "tienen la intención de crear", "asumen el compromiso de"."""
    noun_at = next(
        (
            index
            for index in range(at + 1, min(len(tokens), at + 8))
            if tokens.low[index] in FIRM_NOUNS | INTENT_NOUNS | FAINT_NOUNS
        ),
        None,
    )
    between = tokens.low[at + 1 : noun_at] if noun_at is not None else ()
    if noun_at is None or any(word in HARD_STOPS | {"que", ","} | UNSETTLED for word in between):
        return None
    if tokens.low[noun_at] == "propósito" and not tokens.low[at].startswith(
        ("tien", "ten", "reiter", "reafirm", "manifest", "expres")
    ):
        return None
    if _names_aim(tokens, at, noun_at):
        return None
    subject = governor(tokens, predicate_start(tokens, at), before)
    if subject is None:
        return None
    noun = tokens.low[noun_at]
    complement = noun_at + 1
    while (
        complement < min(len(tokens), noun_at + 6)
        and tokens.low[complement] not in {"de", "a", "con", "por", "en", "para"} | HARD_STOPS
    ):
        complement += 1
    complement = skip(tokens, complement + 1)
    if noun in INTENT_NOUNS | FIRM_NOUNS and not is_infinitive(tokens.get(complement)):
        complement = _past_owner(tokens, complement)
    is_verb = is_infinitive(tokens.get(complement)) or opens_list(tokens, complement)
    if _promises_faintly(tokens, noun, complement):
        rule, strength = INTEND, 1
    elif noun in FAINT_NOUNS:
        rule, strength = RECOGNITION, 2
    elif noun in INTENT_NOUNS:
        rule, strength = (INTEND if is_verb else RECOGNITION), 2 if noun == "decisión" else 1
    elif tokens.low[at].startswith(("asum", "adquir", "contra", "hic", "hac")):
        rule, strength = (AGREED if is_verb or names_action(tokens, complement) else RECOGNITION), 2
    else:
        rule, strength = (PLEDGE_RENEWED if names_action(tokens, complement) else RECOGNITION), 2
    if tokens.low[at].startswith(("tien", "ten", "compart")) and noun in FIRM_NOUNS:
        rule = RECOGNITION
    return Clause(
        left_out_as(subject, rule), at, complement, act_named_at(tokens, complement), subject, strength
    )


def _past_owner(tokens: Tokens, complement: int) -> int:
    """ "La intención *de España* de conceder": the act comes after whose intention it is."""
    for index in range(complement, min(len(tokens), complement + 8)):
        if tokens.low[index] in HARD_STOPS | {","}:
            break
        if tokens.low[index] == "de" and is_infinitive(tokens.get(index + 1)):
            return index + 1
    return complement


def _promises_faintly(tokens: Tokens, noun: str, complement: int) -> bool:
    """ "Su disposición a enviar ingenieros", "su voluntad de firmar en mayo": a readiness with an act of its own."""
    is_act = is_infinitive(tokens.get(complement)) and names_action(tokens, complement)
    return is_act and (noun in READINESS or (noun in WILLINGNESS and is_concrete(tokens, complement)))


def _names_aim(tokens: Tokens, at: int, noun_at: int) -> bool:
    return tokens.low[at].startswith(("tien", "ten", "tuv")) and any(
        word in AIM_NOUNS and word != "propósito" for word in tokens.low[at + 1 : noun_at + 1]
    )


def announcing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    start = perfect_start(tokens, at)
    subject = governor(tokens, start, before)
    if subject is None:
        return None
    stated = _stating(tokens, at, before)
    if stated is not None:
        return stated
    known = renewing_pledge(tokens, at, before)
    if known is not None:
        return known
    window = tokens.low[at + 1 : at + 8]
    rule: ReadingRule = REPORTED
    if any(word in ENDINGS for word in window[:4]):
        rule = REPORTED
    elif (
        ":" in window[:4]
        or "siguiente" in window[:3]
        or "siguientes" in window[:3]
        or any(word in BEGINNINGS for word in window)
        or any(word[0].isdigit() for word in window)
    ):
        rule = ANNOUNCED
    return Clause(left_out_as(subject, rule), start, at + 1, "anunciar", subject)


_TELLERS = frozenset({SubjectKind.PARTY, SubjectKind.NAMED, SubjectKind.WE, SubjectKind.THEY})


def _stating(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Confirmaron que México destinará": somebody's future, told by the Parties."""
    start = skip(tokens, at + 1)
    if tokens.get(start) in {"a", "al"} and "que" in tokens.low[start : start + 6]:
        start = tokens.low.index("que", start)
    if tokens.get(start) != "que":
        return None
    subject = governor(tokens, at, before)
    if subject is None or depends(subject):
        return None
    solemn = tokens.low[at].startswith(SOLEMNLY_STATING)
    informs = tokens.low[at].startswith(INFORMING)
    if not solemn and resolved(subject.kind, before) not in _TELLERS:
        return None
    for index in range(start + 1, min(len(tokens), start + 25)):
        word = tokens.low[index]
        if word in STOPS:
            return None
        if not future_ending(word) and not (is_conditional(word)):
            continue
        inner_start = predicate_start(tokens, index)
        inner = subject_before(tokens, inner_start, TABLES)
        own = inner.kind is SubjectKind.ELIDED or inner.start >= inner.end
        doer = subject if own else Subject(inner.kind, inner.start, inner.end)
        clause = future_of(tokens, inner_start, index, infinitive_of(word), doer, before)
        told = informs and (
            inner.kind in {SubjectKind.PARTY, SubjectKind.BODY}
            or (clause is not None and clause.rule is TO_BE_DONE)
        )
        if not (solemn or own or told):
            return None
        if clause is None or not clause.commits or (is_conditional(word) and clause.verb in WEIGHING):
            return None
        return Clause(ANNOUNCED, at, clause.complement, clause.verb, doer, clause.strength)
    return None


def _taking_charge(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Toma a su cargo", "se hace cargo de", "asume la responsabilidad de", "tiene comprometido"."""
    ahead = tokens.low[at + 1 : at + 4]
    is_charge = "cargo" in ahead or ahead[:2] == ("la", "responsabilidad") or ahead[:1] == ("comprometido",)
    if not is_charge:
        return None
    subject = governor(tokens, predicate_start(tokens, at), before)
    if subject is None:
        return None
    return Clause(left_out_as(subject, AGREED), at, at + 3, tokens.get(at), subject)


def stating_or_renewing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    return _stating(tokens, at, before) or renewing_pledge(tokens, at, before)


def charge_or_renewing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    charge = _taking_charge(tokens, at, before)
    return charge or (renewing_pledge(tokens, at, before) if RENEWING.fullmatch(tokens.low[at]) else None)
