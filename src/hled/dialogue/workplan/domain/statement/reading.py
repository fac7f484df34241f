"""
Reading of a joint statement: every sentence judged, and those that commit described.

The layout gives the sentences their setting (heading, pillar, the clause that leads a list); the grammar judges
each in that setting.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from hled.dialogue.workplan.domain.statement.candidates import Candidate, LeftOut, Reading
from hled.dialogue.workplan.domain.statement.clauses.clause import Discourse
from hled.dialogue.workplan.domain.statement.details.actors import Actor, sides_of
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind
from hled.dialogue.workplan.domain.statement.grammar.tokens import tokens
from hled.dialogue.workplan.domain.statement.judging import Judgment, is_title, judge, speaks_of_instrument
from hled.dialogue.workplan.domain.statement.language import SAMPLE, language_of
from hled.dialogue.workplan.domain.statement.layout import Block, BlockKind, blocks
from hled.dialogue.workplan.domain.statement.lead_ins import (
    COMMITTING_HEADING,
    DONE_HEADING,
    NOUNS_COUNT_UNDER,
    OUTCOMES,
    PLAN_TITLE,
    RECITAL_LEAD,
    RESOLVING_HEADING,
    Lead,
    Sentence,
)
from hled.dialogue.workplan.domain.statement.lists import ListReading
from hled.dialogue.workplan.domain.statement.quotations import quoted_ranges, speaker_turns, without
from hled.dialogue.workplan.domain.statement.rules import (
    DESCRIPTION,
    HEADING,
    ITEM,
    JS_01,
    JS_02,
    JS_03,
    OTHER_LANGUAGE,
    QUOTED,
    TOO_LONG,
    UNDER_HEADING,
    Label,
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
class _Reader(ListReading):
    """One pass over a text: what heading, pillar, lead-in and sentence came before."""

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


def _characters(count: int) -> Bilingual:
    return Bilingual(f"{count:,} characters", f"{count:,} caracteres")


def _excerpt(text: str) -> str:
    return _SPLIT_BLANK.sub(" ", text[:80]).strip()
