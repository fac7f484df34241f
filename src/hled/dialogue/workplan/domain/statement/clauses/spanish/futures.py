"""Predicates of Spanish in the future, in their own clause or in one that is agreed or announced."""

from hled.dialogue.workplan.domain.statement.clauses.clause import (
    DOERS,
    Clause,
    Discourse,
    FutureForm,
    depends,
    left_out_as,
    resolved,
    rule_of_future,
)
from hled.dialogue.workplan.domain.statement.clauses.spanish.surroundings import (
    act_named_at,
    bare,
    infinitive_of,
    is_conditional,
    of_gerund,
    predicate_start,
    skip,
)
from hled.dialogue.workplan.domain.statement.clauses.spanish.vocabulary import (
    ANNIVERSARIES,
    CEREMONIAL,
    CHAIN_FUTURES,
    DESCRIBING_PARTICIPLES,
    DUE,
    FAINT_FUTURES,
    HOSTING,
    IRREGULAR,
    NO_PARTICIPLE_ACTS,
    OF_ITSELF,
    PARTICIPLE,
    STATES_WHAT_IS,
    STOPS,
)
from hled.dialogue.workplan.domain.statement.grammar.heads import kind_of
from hled.dialogue.workplan.domain.statement.grammar.spanish import (
    CHANGES,
    DESCRIBING,
    EFFECTS,
    GIVING,
    MEETING_ACTS,
    ONLY_AGENTS,
    PEOPLE_ARE,
    STATIVE,
    TABLES,
    WORK_ACTS,
    future_ending,
    is_infinitive,
)
from hled.dialogue.workplan.domain.statement.grammar.subjects import HARD_STOPS, Subject, subject_before
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens
from hled.dialogue.workplan.domain.statement.rules import (
    AGREED,
    DESCRIPTION,
    EFFECT,
    INTEND,
    PERMISSION,
    RECOGNITION,
    SUBORDINATE,
    TO_BE_DONE,
    WILL,
    ReadingRule,
)


def is_verb_here(tokens: Tokens, at: int) -> bool:
    """A capitalized word inside a sentence is a name ("Beltrán"), not a verb."""
    return (
        at == 0
        or tokens.words[at][:1].islower()
        or tokens.get(at - 1) in HARD_STOPS
        or len(tokens.words[at]) > 9
    )


def plain_future(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    word = tokens.low[at]
    stem = word[: -len(future_ending(word))]
    start = predicate_start(tokens, at)
    subject = doer_of(tokens, start, at, we=word.endswith("remos"))
    return future_of(tokens, start, at, IRREGULAR.get(stem, stem.replace("ír", "ir")), subject, before)


def reported_promise(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """The conditional commits in minutes, right after a sentence that commits ("La secretaría circularía")."""
    start = predicate_start(tokens, at)
    subject = doer_of(tokens, start, at, we=False)
    if subject.kind not in {SubjectKind.PARTY, SubjectKind.BODY, SubjectKind.EVENT} or "si" in tokens.low:
        return None
    clause = future_of(tokens, start, at, infinitive_of(tokens.low[at]), subject, before)
    return clause if clause is not None and clause.commits else None


def future_of(
    tokens: Tokens, start: int, verb_at: int, verb: str, subject: Subject, before: Discourse
) -> Clause | None:
    if verb in {"poder"}:
        return Clause(PERMISSION, start, verb_at + 1, verb, subject)
    reflexive = "se" in tokens.low[start:verb_at] or (
        verb in {"deber", "haber"}
        and any(each.endswith("rse") for each in tokens.low[verb_at + 1 : verb_at + 4])
    )
    faint = verb in FAINT_FUTURES
    meaning, meaning_at = _meaning(tokens, verb_at, verb)
    kind = resolved(subject.kind, before)
    form = _future_form(tokens, meaning_at, meaning, reflexive=reflexive)
    rule = rule_of_future(kind, form, several_names=subject.end - subject.start > 2)
    if (
        rule is EFFECT
        and tokens.get(subject.start) in {"ninguna", "ningún"}
        and not form.stative
        and not form.effect
    ):
        rule = WILL
    if rule is EFFECT and verb == "deber" and meaning in DUE:
        rule = TO_BE_DONE
    if verb == "haber" and tokens.get(verb_at + 1) != "de":
        rule = _rule_of_existence(tokens, verb_at)
    if (
        rule is EFFECT
        and reflexive
        and not (form.effect and verb in OF_ITSELF)
        # What follows the verb is what is done ("se creará un comité"), whoever it names.
        and (kind not in DOERS or subject.start > verb_at)
        and kind is not SubjectKind.BENEFICIARY
        and not form.stative
    ):
        rule = TO_BE_DONE
    if rule is WILL and _told_of_others(subject, form):
        rule = DESCRIPTION
    if depends(subject) and not _resumes_main_clause(tokens, start, subject, form):
        rule = SUBORDINATE
    if rule is WILL and faint:
        rule = INTEND
    if rule is WILL and reflexive and subject.end <= subject.start and subject.kind is not SubjectKind.WE:
        rule = TO_BE_DONE
    return Clause(rule, start, meaning_at, meaning, subject, 1 if faint else 2)


def _meaning(tokens: Tokens, verb_at: int, verb: str) -> tuple[str, int]:
    """Verb that carries the meaning and its place: "continuarán *trabajando*", "habrán de *publicar*"."""
    after = skip(tokens, verb_at + 1)
    word = tokens.get(after)
    if verb in {"haber", "deber", "tener"} and word in {"de", "que"} and is_infinitive(tokens.get(after + 1)):
        return bare(tokens.get(after + 1)), after + 1
    if verb == "deber" and is_infinitive(word):
        return bare(word), after
    if verb in {"ir"} and word == "a" and is_infinitive(tokens.get(after + 1)):
        return bare(tokens.get(after + 1)), after + 1
    if verb in CHAIN_FUTURES:
        for index in range(after, min(len(tokens), after + 4)):
            if is_infinitive(tokens.get(index)) and tokens.get(index - 1) in {
                "por",
                "a",
                "en",
                "de",
                "para",
            } | {tokens.get(verb_at)}:
                return bare(tokens.get(index)), index
            if tokens.get(index).endswith(("ando", "iendo", "yendo")):
                return of_gerund(tokens.get(index)), index
    return verb, verb_at


def _future_form(tokens: Tokens, at: int, verb: str, *, reflexive: bool) -> FutureForm:
    following = tokens.get(skip(tokens, at + 1))
    if verb == "ser" and PARTICIPLE.fullmatch(following):
        return FutureForm(
            "ser",
            passive=True,
            organizing=following not in NO_PARTICIPLE_ACTS,
            describing=following in DESCRIBING_PARTICIPLES,
            done_to_people=following in PEOPLE_ARE,
            by_thing=False,
        )
    takes_place = verb == "tener" and following == "lugar"
    act = verb in {"dar", "tener", "hacer", "poner", "llevar", "ser"}
    light = act and following in {
        "seguimiento",
        "inicio",
        "lugar",
        "marcha",
        "cabo",
        "continuidad",
        "prioridad",
        "cumplimiento",
    }
    light = light or (
        verb == "hacer" and following.startswith(("públic", "efectiv", "lleg", "por", "de", "mediante", "en"))
    )
    light = light or (verb == "ser" and following in HOSTING)
    light = light or (verb == "correr" and following in {"por", "a", "con"})
    light = (
        light
        or verb == "poner"
        or (
            verb == "dar"
            and tokens.get(at + 1)
            in {"a", "seguimiento", "continuidad", "inicio", "cumplimiento", "prioridad"}
        )
    )
    stative = verb in STATIVE and not takes_place and not light
    if verb in {"celebrar", "cumplir", "conmemorar"} and set(tokens.low[at + 1 : at + 7]) & ANNIVERSARIES:
        stative = True
    if verb in {"entrar", "contar"}:
        stative = verb == "entrar" and tokens.get(at + 1) == "en" and tokens.get(at + 2) == "vigor"
    effect = verb in EFFECTS and not light and not takes_place
    return FutureForm(
        verb,
        effect=effect,
        organ_act=not effect or verb in GIVING,
        stative=stative
        or (
            reflexive
            and verb in {"ver", "beneficiar", "traducir", "convertir", "encontrar", "regir", "basar"}
        ),
        meeting_act=takes_place or light or (verb in MEETING_ACTS and verb not in {"tener", "dar", "llevar"}),
        work_act=verb in WORK_ACTS,
        describing=verb in DESCRIBING and not reflexive,
        ceremonial=verb in CEREMONIAL,
        only_agents=verb in ONLY_AGENTS,
        changes=verb in CHANGES,
    )


def _told_of_others(subject: Subject, form: FutureForm) -> bool:
    """A verb at the head of its clause takes its subject from the right ("Participarán representantes de ...")."""
    return subject.kind is SubjectKind.ELIDED and form.describing


def _rule_of_existence(tokens: Tokens, at: int) -> ReadingRule:
    kind = kind_of(tokens, at + 1, min(len(tokens), at + 6), TABLES)
    return TO_BE_DONE if kind in {SubjectKind.EVENT, SubjectKind.BODY} else DESCRIPTION


def doer_of(tokens: Tokens, start: int, verb_at: int, *, we: bool) -> Subject:
    """Subject left of the verb, or right of it when the verb stands at the head of its clause."""
    found = subject_before(tokens, start, TABLES)
    if we:
        return Subject(
            SubjectKind.WE,
            found.start,
            found.end,
            found.subordinate
            if found.elided or found.kind is SubjectKind.UNKNOWN or found.start >= found.end
            else "",
            found.elided,
        )
    if found.kind not in {SubjectKind.ELIDED, SubjectKind.UNKNOWN} and not (
        found.elided and found.start == found.end
    ):
        return found
    first = skip(tokens, verb_at + 1)
    if PARTICIPLE.fullmatch(tokens.get(first)):
        first += 1
    if tokens.get(first) in {"a", "en", "de", "con", "por", "para"} and tokens.get(first + 1) in {
        "cabo",
        "marcha",
    }:
        first += 2
    if tokens.get(first) not in TABLES.articles and kind_of(tokens, first, first + 1, TABLES) not in DOERS | {
        SubjectKind.EVENT
    }:
        return found
    if _disagrees_in_number(tokens, verb_at, first):
        return found
    kind = kind_of(tokens, first, min(len(tokens), first + 6), TABLES)
    is_doer = kind in {SubjectKind.PARTY, SubjectKind.BODY, SubjectKind.PERSON, SubjectKind.BENEFICIARY}
    if is_doer or (kind is SubjectKind.EVENT and "se" in tokens.low[start:verb_at]):
        return Subject(kind, first, min(len(tokens), first + 6), found.subordinate)
    return found


def _disagrees_in_number(tokens: Tokens, verb_at: int, first: int) -> bool:
    """A plural verb before a singular noun has it as its object: "(las Partes) crearán *una comisión*"."""
    plural = tokens.low[verb_at].endswith(("án", "ían"))
    singular = tokens.get(first) in {"un", "una", "el", "la", "su", "dicho", "dicha"}
    return plural and singular and not {"y", "e"} & set(tokens.low[first : first + 6])


def _resumes_main_clause(tokens: Tokens, start: int, subject: Subject, form: FutureForm) -> bool:
    if not subject.elided or form.effect or subject.subordinate not in {"que", "donde"}:
        return False
    before = start - 1
    while before > 0 and tokens.low[before] in TABLES.adverbs:
        before -= 1
    return (
        tokens.get(before) in {"y", "e", ","}
        and kind_of(tokens, 0, min(len(tokens), 6), TABLES) is SubjectKind.PARTY
    )


def going(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Van a crear", "han de reunirse"."""
    mark = tokens.get(at + 1)
    if mark not in {"a", "de"} or not is_infinitive(tokens.get(at + 2)):
        return None
    start = predicate_start(tokens, at)
    subject = doer_of(tokens, start, at + 2, we=tokens.low[at] in {"vamos", "hemos"})
    return future_of(tokens, start, at + 2, bare(tokens.get(at + 2)), subject, before)


def reported_clause(
    tokens: Tokens, at: int, start: int, subject: Subject, before: Discourse, *, directive: bool
) -> Clause:
    """
    A clause with "que" after a verb of agreement commits when it speaks of what will or should be done.

    After "acordar" and the like ("directive") the verb is in the future or the subjunctive, unless it states what is.
    """
    for index in range(start, min(len(tokens), start + 40)):
        word = tokens.low[index]
        if word in STOPS:
            break
        if word in STATES_WHAT_IS:
            return Clause(RECOGNITION, at, start, tokens.low[at], subject)
        if not future_ending(word) and not (is_conditional(word)):
            continue
        inner_start = predicate_start(tokens, index)
        inner = subject_before(tokens, inner_start, TABLES)
        inner = Subject(inner.kind, max(inner.start, start), inner.end)
        clause = future_of(tokens, inner_start, index, infinitive_of(word), inner, before)
        if clause is not None and clause.commits:
            named = inner.kind in {SubjectKind.PARTY, SubjectKind.NAMED} and inner.end > inner.start
            doer = clause.subject if named else subject
            return Clause(
                left_out_as(subject, AGREED), at, clause.complement, clause.verb, doer, clause.strength
            )
        if clause is not None and clause.rule is EFFECT and (clause.verb in EFFECTS or not directive):
            return Clause(EFFECT, at, start, word, subject)
        break
    if directive:
        return Clause(left_out_as(subject, AGREED), at, start, act_named_at(tokens, start), subject)
    return Clause(RECOGNITION, at, start, tokens.low[at], subject)
