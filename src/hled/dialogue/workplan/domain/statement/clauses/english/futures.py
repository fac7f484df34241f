"""Predicates of English in the future, in their own clause or in one that is agreed or announced."""

from hled.dialogue.workplan.domain.statement.clauses.clause import (
    Clause,
    Discourse,
    FutureForm,
    depends,
    left_out_as,
    resolved,
    rule_of_future,
)
from hled.dialogue.workplan.domain.statement.clauses.english.surroundings import (
    back_over_adverbs,
    past_insertion,
    skip,
)
from hled.dialogue.workplan.domain.statement.clauses.english.vocabulary import (
    CEREMONIAL,
    FAINT_WILL,
    FINITE,
    GROWING,
    IRREGULAR_PARTICIPLES,
    MODAL_CHAIN,
    MODALS,
    NOUN_WILL_BEFORE,
    REPORTED_WILL,
    SHARED_STATES,
    SIDES,
    STATES,
    STOPS,
    WEEKDAYS,
    WISHING,
)
from hled.dialogue.workplan.domain.statement.grammar.english import (
    ACT_VERBS,
    BODY_EFFECTS,
    CHANGES,
    DESCRIBING_PARTICIPLES,
    LASTING_PARTICIPLES,
    MEETING_ACTS,
    ONLY_AGENTS,
    ORGAN_ACTS,
    ORGANIZING_PARTICIPLES,
    PEOPLE_ARE,
    STATIVE,
    TABLES,
    WORK_ACTS,
)
from hled.dialogue.workplan.domain.statement.grammar.heads import kind_of
from hled.dialogue.workplan.domain.statement.grammar.subjects import Subject, subject_before
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind, words
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens
from hled.dialogue.workplan.domain.statement.rules import (
    AGREED,
    DESCRIPTION,
    EFFECT,
    INTEND,
    RECOGNITION,
    SUBORDINATE,
    TO_BE_DONE,
    WILL,
    ReadingRule,
)


def plain_future(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    if tokens.get(at - 1) in NOUN_WILL_BEFORE or tokens.get(at + 1) in {"to", "of", "and", "for", ".", ""}:
        return None
    if tokens.get(at + 1) == "," and past_insertion(tokens, at + 1) is None:
        return None
    subject = subject_before(tokens, at, TABLES)
    if tokens.low[at] == "should" and not (before.committed and subject.kind is SubjectKind.BODY):
        return None
    if tokens.low[at] == "would" and not _reports_a_promise(tokens, at, subject, before):
        return None
    return future_of(tokens, at, subject, before)


def _reports_a_promise(tokens: Tokens, at: int, subject: Subject, before: Discourse) -> bool:
    """ "Would" commits in minutes: "both sides would endeavor", or right after a sentence that commits."""
    verb = tokens.get(skip(tokens, at + 1))
    if subject.kind in SIDES and verb in FAINT_WILL:
        return True
    passive = verb == "be" and _future_form(tokens, skip(tokens, at + 1)).passive
    if (
        not (before.committed or before.section_commits)
        or (verb in WISHING and not passive)
        or "if" in tokens.low
    ):
        return False
    return subject.kind in SIDES | {SubjectKind.BODY, SubjectKind.EVENT}


def future_of(tokens: Tokens, at: int, subject: Subject, before: Discourse) -> Clause:
    verb_at, faint = _main_verb(tokens, at + 1)
    kind = resolved(subject.kind, before)
    form = _future_form(tokens, verb_at)
    several = subject.end - subject.start > 1 and tokens.get(subject.start) not in TABLES.articles
    rule = rule_of_future(kind, form, several_names=several or subject.end - subject.start > 2)
    if kind is SubjectKind.UNKNOWN and tokens.get(subject.start) == "there":
        rule = _rule_of_existence(tokens, verb_at)
    if depends(subject) and not _resumes_main_clause(tokens, at, subject, form, before):
        rule = SUBORDINATE
    if rule is WILL and faint:
        rule = INTEND
    verb = "be " + tokens.get(skip(tokens, verb_at + 1)) if form.passive else tokens.get(verb_at)
    return Clause(rule, at, verb_at, verb, subject, 1 if faint else 2)


def _main_verb(tokens: Tokens, index: int) -> tuple[int, bool]:
    """Token of the verb that carries the meaning ("will continue to *support*"), and whether it is only sought."""
    faint = False
    index = skip(tokens, past_insertion(tokens, index) or index)
    for _ in range(3):
        word = tokens.get(index)
        faint = faint or (word in FAINT_WILL and tokens.get(skip(tokens, index + 1)) == "to")
        if word not in MODAL_CHAIN:
            break
        after = skip(tokens, index + 1)
        if tokens.get(after) == "to" and tokens.get(skip(tokens, after + 1)) in ACT_VERBS | {"be"}:
            index = skip(tokens, after + 1)
        elif word == "help" and tokens.get(after) in ACT_VERBS:
            break
        else:
            break
    return index, faint


def _future_form(tokens: Tokens, verb_at: int) -> FutureForm:
    verb = tokens.get(verb_at)
    after = skip(tokens, verb_at + 1)
    participle = tokens.get(after)
    if (
        verb in {"be", "get"}
        and participle not in STATES
        and (
            participle in ORGANIZING_PARTICIPLES
            or participle.endswith("ed")
            or participle in IRREGULAR_PARTICIPLES
            or participle in DESCRIBING_PARTICIPLES
        )
    ):
        return FutureForm(
            verb,
            passive=True,
            organizing=participle not in LASTING_PARTICIPLES,
            done_to_people=participle in PEOPLE_ARE,
            describing=participle in DESCRIBING_PARTICIPLES,
            by_thing=_done_by_thing(tokens, after),
        )
    if verb == "have" and (participle.endswith("ed") or participle in IRREGULAR_PARTICIPLES):
        # "By 2030 we will have restored": done by somebody, or the effect of something.
        return FutureForm(participle, effect=True)
    if verb == "be" and participle == "responsible":
        return FutureForm(verb, organ_act=True)
    takes_place = verb == "take" and participle in {"place", "part", "effect"}
    return FutureForm(
        verb,
        effect=verb in BODY_EFFECTS or verb == "be",
        organ_act=verb in ORGAN_ACTS,
        stative=_is_stative(tokens, verb_at, participle),
        meeting_act=(
            verb in MEETING_ACTS
            and (verb != "be" or tokens.get(after) in {"in", "on", "at"})
            and (verb != "take" or takes_place)
        )
        or verb == "include",
        work_act=verb in WORK_ACTS,
        ceremonial=verb in CEREMONIAL,
        only_agents=verb in ONLY_AGENTS,
        changes=verb in CHANGES or verb not in ACT_VERBS,
    )


def _is_stative(tokens: Tokens, verb_at: int, following: str) -> bool:
    verb = tokens.get(verb_at)
    if verb in {"enter", "come", "take", "remain", "go"}:
        return (verb == "remain" and following not in {"committed", "engaged"}) or (
            (verb == "enter" and "force" in tokens.low[verb_at : verb_at + 4])
            or (
                verb in {"come", "go"}
                and "effect" in tokens.low[verb_at : verb_at + 4] + tokens.low[verb_at + 1 : verb_at + 4]
            )
            or (verb in {"come", "enter"} and "force" in tokens.low[verb_at : verb_at + 4])
            or (verb == "take" and following == "effect")
        )
    if verb in {"mark", "celebrate"}:
        return any(
            word in {"anniversary", "years", "bicentennial", "centennial", "birthday"}
            for word in tokens.low[verb_at : verb_at + 10]
        )
    if verb == "be" and set(tokens.low[verb_at + 1 : verb_at + 4]) & {"host", "venue", "co-host"}:
        return False
    if verb == "be":
        return following not in {
            "committed",
            "responsible",
            "launching",
            "working",
            "in",
        } and not following.endswith("ing")
    if verb == "have":
        return True
    if verb == "require":
        return "to" not in tokens.low[verb_at + 1 : verb_at + 9]
    return verb in STATIVE


def _done_by_thing(tokens: Tokens, participle_at: int) -> bool:
    """ "Will be enhanced by regular input": what does it is a thing, so nobody undertakes it."""
    for index in range(participle_at + 1, min(len(tokens), participle_at + 6)):
        if tokens.low[index] in STOPS | {","}:
            return False
        if tokens.low[index] == "by":
            following = tokens.get(index + 1)
            if (
                following[:1].isdigit()
                or following in WEEKDAYS | {"the", "end", "early", "mid", "late", "next"}
                or following.endswith("ing")
            ):
                return False
            return kind_of(tokens, index + 1, min(len(tokens), index + 6), TABLES) in {
                SubjectKind.THING,
                SubjectKind.WORK,
            }
    return False


def _resumes_main_clause(
    tokens: Tokens, at: int, subject: Subject, form: FutureForm, before: Discourse
) -> bool:
    """ "... the report that was published and will meet": after "and" the first subject of the sentence goes on."""
    if not subject.elided or form.effect or subject.subordinate not in {"that", "how", "why", "where"}:
        return False
    if tokens.get(back_over_adverbs(tokens, at) - 1) not in {"and", ","}:
        return False
    return kind_of(tokens, 0, min(len(tokens), 8), TABLES) in {SubjectKind.PARTY, SubjectKind.WE}


def _rule_of_existence(tokens: Tokens, verb_at: int) -> ReadingRule:
    kind = kind_of(tokens, verb_at + 1, min(len(tokens), verb_at + 8), TABLES)
    return TO_BE_DONE if kind in {SubjectKind.EVENT, SubjectKind.BODY} else DESCRIPTION


def reported_clause(
    tokens: Tokens, at: int, start: int, subject: Subject, before: Discourse, rule: ReadingRule
) -> Clause:
    """A clause with "that" after a verb of agreement commits when it speaks of what will or should be done."""
    for index in range(start, min(len(tokens), start + 45)):
        word = tokens.low[index]
        if word in STOPS or (word in FINITE and subject_before(tokens, index, TABLES).start >= start):
            break
        if is_subjunctive(tokens, index, start):
            return Clause(left_out_as(subject, AGREED), at, index, word, subject)
        if word not in REPORTED_WILL:
            continue
        inner = subject_before(tokens, index, TABLES)
        clause = future_of(tokens, index, Subject(inner.kind, inner.start, inner.end), before)
        if (
            word == "must"
            and inner.kind in {SubjectKind.THING, SubjectKind.NOUN, SubjectKind.WORK}
            and clause.rule is not TO_BE_DONE
        ):
            break
        if clause.commits:
            who = (
                subject
                if inner.kind in {SubjectKind.EVENT, SubjectKind.BODY, SubjectKind.THING, SubjectKind.UNKNOWN}
                else clause.subject
            )
            return Clause(
                left_out_as(subject, rule), at, clause.complement, clause.verb, who, clause.strength
            )
        if is_decreed(clause):
            return Clause(
                left_out_as(subject, rule), at, clause.complement, clause.verb, subject, clause.strength
            )
        if clause.rule is not SUBORDINATE:
            return Clause(
                clause.rule if clause.rule is EFFECT else RECOGNITION, at, start, tokens.get(index), subject
            )
    return Clause(RECOGNITION, at, start, tokens.low[at], subject)


def is_decreed(clause: Clause) -> bool:
    """ "Agreed that the line will open in June": a thing's future that only those who agree can bring about."""
    brings_about = clause.verb in BODY_EFFECTS - {"remain", "be", "open", "make", "give"}
    return clause.rule is EFFECT and not brings_about and clause.verb not in GROWING


def is_subjunctive(tokens: Tokens, at: int, start: int) -> bool:
    """ "Agreed that a team *be* sent", "that the two services *hold* an exercise": what somebody is to do."""
    word, previous = tokens.low[at], tokens.get(at - 1)
    if word == "be":
        return previous not in MODALS | TABLES.adverbs
    if (
        at <= start
        or word not in ACT_VERBS
        or word in SHARED_STATES
        or previous in MODALS | TABLES.conjunctions
    ):
        return False
    inner = subject_before(tokens, at, TABLES)
    is_near = inner.start >= start and inner.end > inner.start
    return is_near and inner.kind in _SUBJUNCTIVE_OF and _takes_object(tokens, at)


_SUBJUNCTIVE_OF = SIDES | {SubjectKind.BODY, SubjectKind.EVENT, SubjectKind.PERSON}


def _takes_object(tokens: Tokens, at: int) -> bool:
    following = tokens.get(skip(tokens, at + 1))
    if tokens.low[at] in _WITHOUT_OBJECT:
        return True
    if following in TABLES.articles | TABLES.adjectives | _AFTER_VERB or following[:1].isdigit():
        return True
    is_bare_noun = following.isalpha() and following not in TABLES.prepositions | TABLES.conjunctions | MODALS
    return is_bare_noun and not any(word in FINITE | MODALS for word in tokens.low[at + 1 : at + 8])


_WITHOUT_OBJECT = words("meet convene reconvene continue resume begin proceed")
_AFTER_VERB = words("to with on in at into out up together every once twice")
