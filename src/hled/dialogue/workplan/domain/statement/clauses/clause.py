"""A predicate as found, and the decisions both languages share."""

from collections.abc import Callable
from dataclasses import dataclass

from hled.dialogue.workplan.domain.statement.grammar.subjects import Subject
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind
from hled.dialogue.workplan.domain.statement.rules import (
    AGREED,
    DESCRIPTION,
    EFFECT,
    SUBORDINATE,
    TO_BE_DONE,
    WILL,
    Label,
    ReadingRule,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """
    A predicate with its subject.

    ``at`` is its first token and ``complement`` the token at which what is undertaken begins. ``strength`` is 1
    for intending, 2 for agreeing or willing; the named result that makes 3 is looked for later.
    """

    rule: ReadingRule
    at: int
    complement: int
    verb: str
    subject: Subject
    strength: int = 2

    @property
    def label(self) -> Label:
        return self.rule.label

    @property
    def commits(self) -> bool:
        return self.rule.label is Label.COMMITMENT


@dataclass(frozen=True, slots=True)
class Discourse:
    """
    What came before a sentence: who acted last, and whether that sentence, or its section, committed.

    ``of_instrument`` says that the sentence before spoke of the instrument itself, ``in_recital`` that the sentence
    stands among the recitals.
    """

    kind: SubjectKind = SubjectKind.PARTY
    committed: bool = False
    section_commits: bool = False
    in_item: bool = False
    in_recital: bool = False
    of_instrument: bool = False


@dataclass(frozen=True, slots=True)
class FutureForm:
    """A verb in the future, reduced to what the decision needs; `verb` is its dictionary form."""

    verb: str
    passive: bool = False
    organizing: bool = False
    describing: bool = False
    effect: bool = False
    organ_act: bool = False
    stative: bool = False
    meeting_act: bool = False
    work_act: bool = False
    by_thing: bool = False
    ceremonial: bool = False
    only_agents: bool = False
    changes: bool = False
    done_to_people: bool = False


DOERS = frozenset(
    {
        SubjectKind.WE,
        SubjectKind.THEY,
        SubjectKind.PARTY,
        SubjectKind.BODY,
        SubjectKind.PERSON,
        SubjectKind.NAMED,
    }
)
GOVERNING = DOERS | {SubjectKind.EVENT, SubjectKind.ELIDED, SubjectKind.UNKNOWN}


_NOT_DOERS = frozenset({SubjectKind.THING, SubjectKind.NOUN, SubjectKind.WORK, SubjectKind.BENEFICIARY})


_SINGULAR_DOERS = frozenset({SubjectKind.BODY, SubjectKind.EVENT, SubjectKind.NAMED})


def resolved(kind: SubjectKind, before: Discourse) -> SubjectKind:
    """Kind of a subject; what is left out, and "they", is looked up in the sentence before."""
    if kind is SubjectKind.ELIDED:
        return before.kind if before.kind in DOERS else SubjectKind.PARTY if before.in_item else before.kind
    if kind is SubjectKind.IT:
        return before.kind if before.kind in _SINGULAR_DOERS else kind
    if kind is SubjectKind.THEY:
        return before.kind if before.kind in _NOT_DOERS else kind
    return kind


def rule_of_future(kind: SubjectKind, form: FutureForm, *, several_names: bool = False) -> ReadingRule:
    """Whether somebody undertakes what stands in the future, by who it is said of and by the verb."""
    if form.passive:
        return _rule_of_passive(kind, form)
    decide = _BY_KIND.get(kind)
    return decide(form, several_names) if decide else EFFECT


def _of_side(form: FutureForm, _: bool) -> ReadingRule:
    return DESCRIPTION if form.stative or form.describing else WILL


def _of_person(form: FutureForm, _: bool) -> ReadingRule:
    return DESCRIPTION if form.stative or form.describing or form.ceremonial else WILL


def _of_body(form: FutureForm, _: bool) -> ReadingRule:
    if form.stative or form.describing:
        return DESCRIPTION
    return EFFECT if form.effect and not form.organ_act else WILL


def _of_name(form: FutureForm, several_names: bool) -> ReadingRule:
    if form.stative or form.describing:
        return DESCRIPTION
    return EFFECT if form.effect and several_names else WILL


def _of_noun(form: FutureForm, _: bool) -> ReadingRule:
    """A noun the tables do not know acts when its verb is one that only somebody, or nobody but somebody, does."""
    if form.only_agents and not form.stative:
        return WILL
    return EFFECT if form.effect or form.stative or form.changes or form.describing else WILL


def _of_it(form: FutureForm, _: bool) -> ReadingRule:
    is_act = form.organ_act and not form.effect and not form.meeting_act
    return WILL if is_act or form.verb in _ONLY_BODIES else EFFECT


_ONLY_BODIES = frozenset({"meet", "convene", "reconvene", "report", "sesionar"})


def _of_nobody(form: FutureForm, _: bool) -> ReadingRule:
    return DESCRIPTION if form.stative or form.describing or form.effect else WILL


_BY_KIND: dict[SubjectKind, Callable[[FutureForm, bool], ReadingRule]] = {
    SubjectKind.WE: _of_side,
    SubjectKind.THEY: _of_side,
    SubjectKind.PARTY: _of_side,
    SubjectKind.PERSON: _of_person,
    SubjectKind.BODY: _of_body,
    SubjectKind.NAMED: _of_name,
    SubjectKind.EVENT: lambda form, _: WILL if form.meeting_act else EFFECT,
    SubjectKind.WORK: lambda form, _: WILL if form.work_act else EFFECT,
    SubjectKind.NOUN: _of_noun,
    SubjectKind.IT: _of_it,
    SubjectKind.UNKNOWN: _of_nobody,
    SubjectKind.ELIDED: _of_nobody,
}


def _rule_of_passive(kind: SubjectKind, form: FutureForm) -> ReadingRule:
    if form.describing or form.by_thing or (kind is SubjectKind.BENEFICIARY and not form.done_to_people):
        return DESCRIPTION
    return TO_BE_DONE if form.organizing else EFFECT


def depends(subject: Subject) -> bool:
    """Whether the clause hangs on another one ("which will", "because it will")."""
    return bool(subject.subordinate)


def left_out_as(subject: Subject, rule: ReadingRule) -> ReadingRule:
    """
    A dependent clause is no undertaking of its own.

    It is one when "and" takes up the main clause again, and when it adds what a Party undertook ("..., which Peru
    undertook to provide").
    """
    has_subject = subject.end > subject.start
    resumes = subject.elided and subject.subordinate in {"that", "que"} and has_subject
    adds = (
        rule is AGREED
        and subject.subordinate == "which"
        and subject.kind is SubjectKind.PARTY
        and has_subject
    )
    return SUBORDINATE if depends(subject) and not (resumes or adds) else rule
