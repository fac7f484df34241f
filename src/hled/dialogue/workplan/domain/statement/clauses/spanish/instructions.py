"""Verbs of Spanish by which officials are told to act."""

from hled.dialogue.workplan.domain.statement.clauses.clause import Clause, Discourse, left_out_as
from hled.dialogue.workplan.domain.statement.clauses.spanish.surroundings import (
    act_named_at,
    bare,
    governor,
    perfect_start,
    skip,
)
from hled.dialogue.workplan.domain.statement.clauses.spanish.vocabulary import OWN_BODIES, STOPS
from hled.dialogue.workplan.domain.statement.grammar.heads import kind_of
from hled.dialogue.workplan.domain.statement.grammar.spanish import TABLES, is_infinitive
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens
from hled.dialogue.workplan.domain.statement.rules import INSTRUCTED, RECOGNITION


def instructing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    if tokens.low[at].endswith(("ado", "ido")) and tokens.get(at - 1) not in {"han", "ha", "hemos"}:
        return None
    subject = governor(tokens, perfect_start(tokens, at), before)
    if subject is None:
        return None
    if tokens.low[at].startswith(("confi", "asign")) and tokens.get(at + 1) not in {"a", "al"}:
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
        is_order = word == "que" and (
            index > at + 1 or tokens.low[at].startswith(("instru", "orden", "mandat"))
        )
        is_charge = word in {"la", "el"} and index > at + 3 and tokens.low[at].startswith(ENTRUSTING)
        if is_order or is_charge:
            return Clause(left_out_as(subject, INSTRUCTED), at, index + 1, tokens.get(index + 1), subject)
    return None


ENTRUSTING = ("encom", "encarg", "confi", "asign", "deleg")


def inviting(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Exhortaron a la Comisión Mixta a concluir": an order when those called on belong to the Parties."""
    if tokens.get(at + 1) not in {"a", "al"} or tokens.get(at - 1) == "se":
        return None
    act_at = next(
        (
            index + 1
            for index in range(at + 2, min(len(tokens), at + 16))
            if tokens.low[index] in {"a", "que"} | STOPS
            and (tokens.low[index] == "que" or is_infinitive(tokens.get(index + 1)))
        ),
        None,
    )
    subject = governor(tokens, perfect_start(tokens, at), before)
    if act_at is None or subject is None:
        return None
    called = tokens.low[at + 2 : act_at]
    kind = kind_of(tokens, at + 2, act_at, TABLES)
    belongs = kind in {SubjectKind.BODY, SubjectKind.PARTY} and any(word in OWN_BODIES for word in called)
    is_own = tokens.low[at].startswith("convoc") or (belongs and not any(map(_is_equal, called)))
    rule = INSTRUCTED if is_own else RECOGNITION
    return Clause(left_out_as(subject, rule), at, act_at, act_named_at(tokens, act_at), subject)


def _is_equal(word: str) -> bool:
    """ "Invitó a su homóloga": one head of government asks another, and nobody is told to act."""
    return word.startswith(
        ("homólog", "president", "primer", "contraparte", "miembros", "países", "gobiernos")
    )
