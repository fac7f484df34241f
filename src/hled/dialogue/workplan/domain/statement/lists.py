"""Lists of a statement: what a clause leads, and which items are taken as its content."""

import re
from dataclasses import dataclass, replace

from hled.dialogue.workplan.domain.statement.clauses.clause import Clause
from hled.dialogue.workplan.domain.statement.details.actors import Actor
from hled.dialogue.workplan.domain.statement.grammar.subjects import Subject
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind
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
from hled.dialogue.workplan.domain.statement.keeping import Keeping
from hled.dialogue.workplan.domain.statement.layout import Block, BlockKind
from hled.dialogue.workplan.domain.statement.lead_ins import (
    ALL_INCLUDED,
    CLOSED_END,
    DONE_HEADING,
    GENERAL_OBJECT,
    LISTING_END,
    NOUNS_TOO,
    OPEN_END,
    OUTCOMES,
    POINTS_BELOW,
    Lead,
    Sentence,
    affirms_by,
    announces_undertakings,
    undertaking_of,
)
from hled.dialogue.workplan.domain.statement.rules import (
    DESCRIPTION,
    HEADING,
    ITEM,
    LEAD_IN,
    UNDER_HEADING,
    Label,
)
from hled.dialogue.workplan.domain.statement.sentences import wording

_LET = re.compile(r"que\s", re.IGNORECASE)


@dataclass
class ListReading(Keeping):
    """The part of the pass that knows which clauses and headings lead the items below them."""

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
        if not (self.section_commits or self.is_plan) or is_full_sentence(sentence.judgment):
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
