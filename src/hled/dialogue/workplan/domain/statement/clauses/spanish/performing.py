"""Verbs of Spanish whose present does what it says: "los Participantes establecen un comité"."""

from hled.dialogue.workplan.domain.statement.clauses.clause import (
    DOERS,
    Clause,
    Discourse,
    left_out_as,
    resolved,
)
from hled.dialogue.workplan.domain.statement.clauses.spanish.surroundings import predicate_start, skip
from hled.dialogue.workplan.domain.statement.clauses.spanish.vocabulary import FOUNDING
from hled.dialogue.workplan.domain.statement.grammar.spanish import TABLES
from hled.dialogue.workplan.domain.statement.grammar.subjects import Subject, subject_before
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens
from hled.dialogue.workplan.domain.statement.rules import AGREED


def performing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    word = tokens.low[at]
    object_at = _past_circumstance(tokens, skip(tokens, at + 1))
    if word.startswith("pon"):
        if tokens.low[at + 1 : at + 3] != ("en", "marcha"):
            return None
        object_at = at + 3
    if not _has_object(tokens, object_at) or tokens.get(at - 1) in TABLES.prepositions | TABLES.articles | {
        "se"
    }:
        return None
    found = subject_before(tokens, predicate_start(tokens, at), TABLES)
    if word.endswith("mos"):
        subject = Subject(SubjectKind.WE, at, at, found.subordinate if found.elided else "")
    elif found.end <= found.start or not _performs(tokens, at, resolved(found.kind, before)):
        return None
    else:
        subject = found
    return Clause(left_out_as(subject, AGREED), at, object_at, word, subject)


def _past_circumstance(tokens: Tokens, at: int) -> int:
    """ "Prorroga *hasta 2028* el mandato", "crean, *con sede en Lima*, un centro"."""
    if tokens.get(at) == ",":
        closing = next(
            (each for each in range(at + 1, min(len(tokens), at + 10)) if tokens.low[each] == ","), None
        )
        return at if closing is None else closing + 1
    if tokens.get(at) in {"hasta", "por", "en", "desde", "para"}:
        return next(
            (each for each in range(at + 2, min(len(tokens), at + 6)) if tokens.low[each] in TABLES.articles),
            at,
        )
    return at


def _performs(tokens: Tokens, at: int, kind: SubjectKind) -> bool:
    if tokens.low[at].endswith("n"):
        return kind in {SubjectKind.PARTY, SubjectKind.PERSON}
    names_body = any(TABLES.nouns.get(word) is SubjectKind.BODY for word in tokens.low[at + 1 : at + 6])
    if kind is SubjectKind.THING:
        return tokens.low[at] in FOUNDING and names_body
    return kind in DOERS and (names_body or kind is SubjectKind.BODY or tokens.low[at] in {"lanza", "pone"})


def _has_object(tokens: Tokens, at: int) -> bool:
    following, name = tokens.get(at), tokens.word(at)
    if following == "cada":
        return False
    return (
        following in TABLES.articles | TABLES.adjectives | {"como", "a", "al"}
        or name[:1].isdigit()
        or name[:1].isupper()
    )
