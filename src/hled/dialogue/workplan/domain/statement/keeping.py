"""State of one pass over a text, and how what was read is kept: taken as a candidate, or left out."""

import re
from dataclasses import dataclass, field

from hled.dialogue.workplan.domain.statement.candidates import Candidate, LeftOut
from hled.dialogue.workplan.domain.statement.clauses.clause import Clause, Discourse, resolved
from hled.dialogue.workplan.domain.statement.details.action_types import action_type_of
from hled.dialogue.workplan.domain.statement.details.actors import Actor, actor_of
from hled.dialogue.workplan.domain.statement.details.dates import dates_in
from hled.dialogue.workplan.domain.statement.details.quantities import quantities_in
from hled.dialogue.workplan.domain.statement.details.strength import strength_of
from hled.dialogue.workplan.domain.statement.details.undertakings import undertakings_in
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind
from hled.dialogue.workplan.domain.statement.language import language_of
from hled.dialogue.workplan.domain.statement.lead_ins import (
    Lead,
    Sentence,
    undertaking_of,
)
from hled.dialogue.workplan.domain.statement.pillars import Pillars
from hled.dialogue.workplan.domain.statement.rules import (
    TO_BE_DONE,
    Label,
    ReadingRule,
)
from hled.dialogue.workplan.domain.statement.sentences import Span
from hled.kernel.bilingual import Language
from hled.kernel.rule import Finding

_SPLIT_BLANK = re.compile(r"\s+")


@dataclass
class Keeping:
    """State of one pass over a text: what heading, pillar, lead-in and sentence came before."""

    text: str
    main: Language
    mixed: bool
    sides: frozenset[Actor] = frozenset()
    candidates: list[Candidate] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    heading: str | None = None
    pillars: Pillars = field(default_factory=Pillars)
    leads: list[Lead] = field(default_factory=list)
    before: Discourse = field(default_factory=Discourse)
    actor: Actor = Actor.JOINT
    section_commits: bool = False
    in_recital: bool = False
    is_plan: bool = False
    _acts_so_far: bool = False

    def _actor(self, sentence: Sentence, clause: Clause) -> Actor:
        kind = resolved(clause.subject.kind, self.before)
        passive = clause.rule is TO_BE_DONE or kind in {SubjectKind.NOUN, SubjectKind.THING}
        words = sentence.judgment.tokens
        return actor_of(words, clause.subject, kind, self.actor, passive=passive, sides=self.sides)

    def _take(
        self,
        sentence: Sentence,
        clauses: tuple[Clause, ...],
        rules: tuple[ReadingRule, ...],
        actor: Actor | None = None,
    ) -> None:
        first = max(clauses, key=lambda clause: clause.strength)
        words = sentence.judgment.tokens
        who = actor or self._actor(sentence, clauses[0])
        what = _what(sentence, first)
        starts = sorted({(clause.at, clause.complement) for clause in clauses})
        self.actor = who
        self.candidates.append(
            Candidate(
                sentence.span.start,
                sentence.span.end,
                self.text[sentence.span.start : sentence.span.end],
                who,
                strength_of(first.strength, undertaking_of(sentence, first)),
                undertakings_in(words, starts, sentence.language),
                tuple(rule.code for rule in rules),
                first.verb,
                what,
                self.heading,
                self.pillars.current,
                dates_in(sentence.wording),
                quantities_in(sentence.wording),
                action_type_of(undertaking_of(sentence, first)),
                sentence.language,
            )
        )

    def _leave(self, span: Span, label: Label, rules: tuple[ReadingRule, ...]) -> None:
        self.left_out.append(
            LeftOut(
                span.start,
                span.end,
                self.text[span.start : span.end],
                label,
                tuple(rule.code for rule in rules),
                self.heading,
            )
        )

    def _language_of(self, plain: str) -> Language | None:
        """Language of one sentence: that of the text, unless a long sentence is plainly in another."""
        if not self.mixed or len(plain) < 60:
            return self.main
        own = language_of(plain)
        return own or (self.main if not _is_foreign(plain) else None)


_FOREIGN_WORDS = re.compile(
    r"\b(?:les|des|est|dans|und|der|das|nicht|não|uma|della|degli|sono)\b", re.IGNORECASE
)


def _is_foreign(plain: str) -> bool:
    return len(_FOREIGN_WORDS.findall(plain)) >= 3


LONGEST_WHAT = 240


def _what(sentence: Sentence, clause: Clause) -> str:
    rest = _SPLIT_BLANK.sub(" ", undertaking_of(sentence, clause)).strip(" .;:")
    if len(rest) <= LONGEST_WHAT:
        return rest
    return rest[:LONGEST_WHAT].rsplit(" ", 1)[0] + " \u2026"
