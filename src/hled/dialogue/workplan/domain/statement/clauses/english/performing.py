"""Verbs of English whose present does what it says: "the Participants hereby establish a committee"."""

from hled.dialogue.workplan.domain.statement.clauses.clause import (
    DOERS,
    Clause,
    Discourse,
    left_out_as,
    resolved,
)
from hled.dialogue.workplan.domain.statement.clauses.english.surroundings import back_over_adverbs, skip
from hled.dialogue.workplan.domain.statement.clauses.english.vocabulary import (
    FOUNDING,
    MODALS,
    PAPERS,
    PERFORMING,
)
from hled.dialogue.workplan.domain.statement.grammar.english import TABLES
from hled.dialogue.workplan.domain.statement.grammar.subjects import subject_before
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens
from hled.dialogue.workplan.domain.statement.rules import AGREED


def performing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    subject_end = back_over_adverbs(tokens, at)
    if tokens.get(subject_end - 1) in MODALS or tokens.get(at - 1) in TABLES.articles | TABLES.prepositions:
        return None
    subject = subject_before(tokens, at, TABLES)
    if (
        subject.end <= subject.start
        or (subject.elided and PERFORMING[tokens.low[at]])
        or not _has_object(tokens, at)
    ):
        return None
    if not ("hereby" in tokens.low[subject_end:at] or _performs(tokens, at, resolved(subject.kind, before))):
        return None
    return Clause(left_out_as(subject, AGREED), at, at + 1, tokens.low[at], subject)


def _performs(tokens: Tokens, at: int, kind: SubjectKind) -> bool:
    if PERFORMING[tokens.low[at]]:
        return kind in {SubjectKind.WE, SubjectKind.PARTY}
    if kind is SubjectKind.THING:
        return tokens.low[at] in FOUNDING and _names_body(tokens, at)
    return kind in DOERS and (kind is not SubjectKind.NAMED or _names_body(tokens, at))


def _has_object(tokens: Tokens, at: int) -> bool:
    following = tokens.get(skip(tokens, at + 1))
    name = tokens.word(skip(tokens, at + 1))
    return following not in {"each", "every"} and (
        following in TABLES.articles | TABLES.adjectives or name[:1].isdigit() or name[:1].isupper()
    )


def _names_body(tokens: Tokens, at: int) -> bool:
    return any(
        TABLES.nouns.get(word) is SubjectKind.BODY or word in PAPERS for word in tokens.low[at + 1 : at + 8]
    )
