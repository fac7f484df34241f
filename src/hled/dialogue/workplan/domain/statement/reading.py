"""
Reading of a joint statement: every sentence judged, and those that commit described.

The layout gives the sentences their setting (heading, pillar, the clause that leads a list); the grammar judges
each in that setting.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Literal

from hled.dialogue.workplan.domain.statement.candidates import Candidate, LeftOut, Reading
from hled.dialogue.workplan.domain.statement.clauses.clause import Clause, Discourse, resolved
from hled.dialogue.workplan.domain.statement.details.action_types import action_type_of
from hled.dialogue.workplan.domain.statement.details.actors import Actor, actor_of, sides_of
from hled.dialogue.workplan.domain.statement.details.dates import dates_in
from hled.dialogue.workplan.domain.statement.details.quantities import quantities_in
from hled.dialogue.workplan.domain.statement.details.strength import strength_of
from hled.dialogue.workplan.domain.statement.details.undertakings import undertakings_in
from hled.dialogue.workplan.domain.statement.grammar.subjects import Subject
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind
from hled.dialogue.workplan.domain.statement.grammar.tokens import tokens
from hled.dialogue.workplan.domain.statement.items import (
    is_full_sentence,
    names_a_new_thing,
    names_an_act,
    names_an_action_noun,
    names_an_assignment,
    only_recognizes,
    reports_the_past,
    without_label,
)
from hled.dialogue.workplan.domain.statement.judging import Judgment, is_title, judge, speaks_of_instrument
from hled.dialogue.workplan.domain.statement.language import SAMPLE, language_of
from hled.dialogue.workplan.domain.statement.layout import Block, BlockKind, blocks
from hled.dialogue.workplan.domain.statement.lead_ins import (
    ALL_INCLUDED,
    CLOSED_END,
    COMMITTING_HEADING,
    DONE_HEADING,
    GENERAL_OBJECT,
    LISTING_END,
    NOUNS_COUNT_UNDER,
    NOUNS_TOO,
    OPEN_END,
    OUTCOMES,
    PLAN_TITLE,
    POINTS_BELOW,
    RECITAL_LEAD,
    RESOLVING_HEADING,
    Lead,
    Sentence,
    affirms_by,
    announces_undertakings,
    undertaking_of,
)
from hled.dialogue.workplan.domain.statement.pillars import Pillars
from hled.dialogue.workplan.domain.statement.quotations import quoted_ranges, speaker_turns, without
from hled.dialogue.workplan.domain.statement.rules import (
    DESCRIPTION,
    HEADING,
    ITEM,
    JS_01,
    JS_02,
    JS_03,
    LEAD_IN,
    OTHER_LANGUAGE,
    QUOTED,
    TO_BE_DONE,
    TOO_LONG,
    UNDER_HEADING,
    Label,
    ReadingRule,
)
from hled.dialogue.workplan.domain.statement.sentences import LONGEST_SENTENCE, Span, spans, wording
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.rule import BrokenRuleError, Finding

__all__ = ["AskedLanguage", "Candidate", "LeftOut", "Reading", "read_statement"]

AskedLanguage = Literal["auto", "en", "es"]


def read_statement(text: str, *, language: AskedLanguage = "auto") -> Reading:
    """
    Find the candidate commitments of a statement.

    Raises
    ------
    BrokenRuleError
        JS-01, when the language is to be found and is neither English nor Spanish; JS-02, when there is no sentence.
    ValueError
        When ``language`` is none of ``auto``, ``en`` and ``es``.
    """
    if language not in {"auto", "en", "es"}:
        raise ValueError(f"language={language!r} is none of auto, en, es")
    found = blocks(text)
    if not any(character.isalpha() for character in text[:100_000]) and not any(map(str.isalpha, text)):
        raise BrokenRuleError([Finding(JS_02, "text", _characters(len(text)))])
    main = language_of(text) if language == "auto" else Language(language)
    if main is None:
        raise BrokenRuleError([Finding(JS_01, "text", _excerpt(text))])
    reader = _Reader(text, main, mixed=language == "auto", sides=sides_of(tokens(wording(text[:SAMPLE]))))
    reader.read(found)
    return Reading(main, tuple(reader.candidates), tuple(reader.left_out), tuple(reader.findings))


# ---- the walk over the blocks -----------------------------------------------------------------------------------


_LET = re.compile(r"que\s", re.IGNORECASE)
_SPLIT_BLANK = re.compile(r"\s+")


@dataclass
class _Reader:
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

    def read(self, found: tuple[Block, ...]) -> None:
        spoken = speaker_turns(self.text, found)
        for index, block in enumerate(found):
            following = found[index + 1] if index + 1 < len(found) else None
            if index in spoken:
                self._read_speech(block)
            elif block.kind is BlockKind.HEADING and not self._is_sentence_after_all(block, following):
                self._read_heading(block)
            else:
                self._read_block(block, following)

    # -- headings and speech

    def _is_sentence_after_all(self, block: Block, following: Block | None) -> bool:
        """A short line without a period is a heading, unless it commits, or leads the items below it."""
        plain = wording(self.text[block.start : block.end])
        if not block.soft or is_title(plain):
            return False
        language = self._language_of(plain)
        judgment = judge(plain, language, Discourse()) if language else None
        return judgment is not None and judgment.commits and judgment.kind is not SubjectKind.ELIDED

    def _read_heading(self, block: Block) -> None:
        plain = wording(self.text[block.start : block.end]).strip(" :")
        self.heading = plain or self.heading
        self.in_recital = RECITAL_LEAD.match(plain) is not None
        self.pillars.enter_heading(plain)
        self.leads = []
        self.section_commits = False
        self._acts_so_far = False
        self.is_plan = self.is_plan or PLAN_TITLE.search(plain) is not None
        if RESOLVING_HEADING.match(plain):
            self.leads = [Lead(True, ITEM, None, Actor.JOINT, -1)]
        elif COMMITTING_HEADING.search(plain) and not DONE_HEADING.search(plain):
            acts_only = not NOUNS_COUNT_UNDER.search(plain)
            self.leads = [Lead(True, UNDER_HEADING, None, Actor.JOINT, -1, acts_only=acts_only)]
        elif OUTCOMES.match(plain):
            self.leads = [Lead(True, UNDER_HEADING, None, Actor.JOINT, -1, of_outcomes=True)]
        self.before = Discourse()
        self._leave(Span(block.start, block.end), HEADING.label, (HEADING,))

    def _read_speech(self, block: Block) -> None:
        for span in spans(self.text, block.start, block.end):
            plain = wording(self.text[span.start : span.end])
            language = self._language_of(plain) or self.main
            commits = judge(plain, language, Discourse()).commits
            rule = QUOTED if commits else DESCRIPTION
            self._leave(span, rule.label, (rule,))

    # -- paragraphs and items

    def _read_block(self, block: Block, following: Block | None) -> None:
        self._close_leads(block)
        ranges = quoted_ranges(self.text, block.start, block.end)
        found = list(spans(self.text, block.start, block.end))
        for number, span in enumerate(found):
            if span.end - span.start > LONGEST_SENTENCE:
                self._leave(span, TOO_LONG.label, (TOO_LONG,))
                self.findings.append(
                    Finding(JS_03, f"{span.start}-{span.end}", _characters(span.end - span.start))
                )
                continue
            self._read_sentence(
                block, span, ranges, following if number == len(found) - 1 else None, first=number == 0
            )

    def _close_leads(self, block: Block) -> None:
        """A paragraph ends a list; an item ends the lists that are deeper than itself."""
        if block.kind is BlockKind.ITEM:
            while self.leads and self.leads[-1].indent >= block.indent:
                self.leads.pop()
        elif not self._stands_for_item(block):
            self.leads = [lead for lead in self.leads if lead.clause is None and lead.indent < 0]

    def _stands_for_item(self, block: Block) -> bool:
        """A line under a lead-in that begins with a bare verb is an item without a mark."""
        if not self.leads or self.leads[-1].clause is None:
            return False
        plain = wording(self.text[block.start : min(block.end, block.start + 160)])
        language = self._language_of(plain) or self.main
        return names_an_act(plain, language) or plain[:1].islower()

    def _read_sentence(
        self, block: Block, span: Span, ranges: list[tuple[int, int]], following: Block | None, *, first: bool
    ) -> None:
        raw = self.text[span.start : span.end]
        inside = any(start < span.end and end > span.start for start, end in ranges)
        plain = wording(without(self.text, span.start, span.end, ranges) if inside else raw)
        language = self._language_of(plain)
        if language is None:
            self._leave(span, OTHER_LANGUAGE.label, (OTHER_LANGUAGE,))
            return
        in_item = block.kind is BlockKind.ITEM
        if not self.in_recital:
            plain = _LET.sub("", plain, count=1) if _LET.match(plain) and language is Language.ES else plain
        before = replace(
            self.before, in_item=in_item, in_recital=self.in_recital, section_commits=self.section_commits
        )
        judgment = judge(plain, language, before)
        if inside and not judgment.commits:
            judgment = self._judge_quoted(judgment, raw, language)
        sentence = Sentence(span, plain, language, judgment, inside)
        self.pillars.enter_sentence(plain, starts_block=first)
        if following is not None and self._leads(block, sentence, following):
            self._open_lead(block, sentence, following)
        elif judgment.commits:
            self._take(sentence, judgment.clauses, judgment.rules)
        elif not self._take_as_item(block, sentence, first=first):
            self._leave(span, judgment.label, judgment.rules)
        self._remember(sentence)

    def _judge_quoted(self, judgment: Judgment, raw: str, language: Language) -> Judgment:
        said = judge(
            wording(raw.replace("\u201c", " ").replace("\u201d", " ").replace('"', " ")),
            language,
            Discourse(),
        )
        rules = (QUOTED,) if said.commits else judgment.rules
        label = Label.QUOTATION if said.commits else judgment.label
        return replace(judgment, label=label, rules=rules)

    def _remember(self, sentence: Sentence) -> None:
        judgment = sentence.judgment
        kind = (
            judgment.kind
            if judgment.kind not in {SubjectKind.UNKNOWN, SubjectKind.ELIDED, SubjectKind.IT}
            else self.before.kind
        )
        taken = bool(self.candidates) and self.candidates[-1].start == sentence.span.start
        self.section_commits = self.section_commits or taken
        instrument = speaks_of_instrument(sentence.wording, sentence.language, self.before)
        self.before = Discourse(kind, committed=taken, of_instrument=instrument)
        if RECITAL_LEAD.match(sentence.wording):
            self.in_recital = True
        elif taken or judgment.commits or sentence.wording.endswith(":"):
            self.in_recital = False

    # -- lists

    def _leads(self, block: Block, sentence: Sentence, following: Block) -> bool:
        """Whether the last sentence of a block leads the items that come after it."""
        raw = self.text[sentence.span.start : sentence.span.end].rstrip(" *_")
        is_open = OPEN_END.search(raw) is not None
        if (
            following.kind is BlockKind.ITEM
            and sentence.judgment.commits
            and POINTS_BELOW.search(sentence.wording)
        ):
            return True
        deeper = following.kind is BlockKind.ITEM and (
            block.kind is not BlockKind.ITEM or following.indent > block.indent
        )
        if is_open and (deeper or raw.endswith(":")):
            return True
        return (
            deeper
            and not CLOSED_END.search(raw)
            and (block.kind is not BlockKind.ITEM or len(sentence.wording.split()) <= 12)
        )

    def _open_lead(self, block: Block, sentence: Sentence, following: Block) -> None:
        judgment = sentence.judgment
        indent = block.indent if block.kind is BlockKind.ITEM else -1
        outer = self.leads[-1] if self.leads else None
        self.leads = (
            [lead for lead in self.leads if lead.indent < indent] if block.kind is BlockKind.ITEM else []
        )
        if not judgment.commits:
            self._open_plain_lead(block, sentence, outer, indent)
            return
        clause = judgment.clauses[-1]
        actor = self._actor(sentence, clause)
        holds = self._content_stands_in_items(sentence, clause, following)
        lead = Lead(
            holds, ITEM if holds else DESCRIPTION, clause, actor, indent, clause.strength, clause.verb
        )
        if holds and len(judgment.clauses) == 1:
            self._leave(sentence.span, LEAD_IN.label, (LEAD_IN,))
        else:
            self._take(sentence, judgment.clauses, judgment.rules)
        self.leads.append(lead)

    def _open_plain_lead(self, block: Block, sentence: Sentence, outer: Lead | None, indent: int) -> None:
        """A lead-in that does not commit; a short title among items hands on what leads the outer list."""
        judgment = sentence.judgment
        is_title = (
            block.kind is BlockKind.ITEM
            and len(sentence.wording.split()) <= 12
            and not is_full_sentence(judgment)
        )
        if is_title and outer is not None:
            self.leads.append(replace(outer, indent=indent))
            self._leave(sentence.span, HEADING.label, (HEADING,))
            return
        if is_title and self.section_commits:
            self.leads.append(Lead(True, UNDER_HEADING, None, Actor.JOINT, indent, acts_only=True))
            self._leave(sentence.span, HEADING.label, (HEADING,))
            return
        if (
            outer is not None
            and outer.commits
            and not is_full_sentence(judgment)
            and self._take_as_item(block, sentence, first=True)
        ):
            self.leads.append(replace(outer, indent=indent, commits=False, rule=DESCRIPTION))
            return
        commits = announces_undertakings(sentence.wording) or affirms_by(sentence)
        of_outcomes = not commits and OUTCOMES.match(sentence.wording) is not None
        commits = (
            commits
            or of_outcomes
            or (self.before.committed and ALL_INCLUDED.match(sentence.wording) is not None)
        )
        rule = ITEM if commits else judgment.rules[0]
        lead = Lead(commits, rule, None, Actor.JOINT, indent, acts_only=not commits, of_outcomes=of_outcomes)
        self.leads.append(lead)
        self._leave(
            sentence.span,
            LEAD_IN.label if commits else judgment.label,
            (LEAD_IN,) if commits else judgment.rules,
        )
        self.pillars.list_begins(sentence.wording)

    def _content_stands_in_items(self, sentence: Sentence, clause: Clause, following: Block) -> bool:
        if LISTING_END.search(sentence.wording) and not GENERAL_OBJECT.search(
            undertaking_of(sentence, clause)
        ):
            return False
        rest = undertaking_of(sentence, clause).strip(" :\u2014\u2013-.")
        if len(rest.split()) <= 3 or GENERAL_OBJECT.search(rest):
            return True
        item = wording(self.text[following.start : following.end])
        return names_an_act(item, sentence.language) or names_an_action_noun(item, sentence.language)

    def _take_as_item(self, block: Block, sentence: Sentence, *, first: bool) -> bool:
        """Take an item, or a line that stands for one, as the content of what leads it."""
        is_item = block.kind is BlockKind.ITEM or self._stands_for_item(block)
        lead = self.leads[-1] if self.leads else None
        as_act = lead is not None and lead.commits and lead.clause is not None
        if not is_item or sentence.judgment.label is Label.QUOTATION:
            return False
        if only_recognizes(sentence.wording, as_act=as_act):
            return False
        act = names_an_act(sentence.wording, sentence.language) or names_an_assignment(sentence.judgment)
        raw = self.text[sentence.span.start : sentence.span.start + 8]
        act = act or (lead is not None and lead.commits and _LET.match(raw) is not None)
        act = act and not (
            sentence.judgment.tokens.get(0) in NOUNS_TOO and reports_the_past(sentence.judgment)
        )
        if lead is None:
            names = self._names_what_is_new(block, sentence)
            if block.kind is not BlockKind.ITEM or not self._may_list_acts() or not (act or names):
                return False
            lead = Lead(True, UNDER_HEADING, None, self.actor, -1, acts_only=act)
        if not lead.commits or (not first and not act) or (lead.acts_only and not act):
            return False
        noun = names_an_action_noun(sentence.wording, sentence.language)
        if noun and not act and reports_the_past(sentence.judgment):
            return False
        if lead.of_outcomes and not act and not noun:
            return False
        if not act and not noun and (is_full_sentence(sentence.judgment) or self._acts_so_far):
            return False
        self._acts_so_far = act
        self._take_item(sentence, lead)
        return True

    def _names_what_is_new(self, block: Block, sentence: Sentence) -> bool:
        """A noun of action, or something new, in a section or document of undertakings; not the title of an item."""
        if not (self.section_commits or self.is_plan):
            return False
        raw = self.text[sentence.span.start : sentence.span.end]
        goes_on = block.end > sentence.span.end + 1
        if goes_on and raw.startswith(("**", "__")) and raw.endswith(("**", "__")):
            return False
        plain, language = sentence.wording, sentence.language
        return names_an_action_noun(plain, language) or names_a_new_thing(plain, language)

    def _may_list_acts(self) -> bool:
        """A list of bare verbs is a list of undertakings, except under a heading of aims, topics or past work."""
        return self.heading is None or not DONE_HEADING.search(self.heading)

    def _take_item(self, sentence: Sentence, lead: Lead) -> None:
        words = sentence.judgment.tokens
        body = without_label(sentence.wording)
        offset = len(sentence.wording) - len(body)
        start = next((index for index, place in enumerate(words.at) if place >= offset), 0)
        start += words.get(start) in {"to", "a"}
        kind = lead.clause.subject.kind if lead.clause else SubjectKind.PARTY
        clause = Clause(lead.rule, start, start, words.get(start), Subject(kind, 0, 0), lead.strength)
        self._take(sentence, (clause,), (lead.rule,), actor=lead.actor)

    # -- what is kept

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


def _characters(count: int) -> Bilingual:
    return Bilingual(f"{count:,} characters", f"{count:,} caracteres")


def _excerpt(text: str) -> str:
    return _SPLIT_BLANK.sub(" ", text[:80]).strip()
