"""Predicates of English statements."""

from collections.abc import Callable, Iterator

from hled.dialogue.workplan.domain.statement.clauses.clause import (
    GOVERNING,
    Clause,
    Discourse,
    FutureForm,
    depends,
    left_out_as,
    resolved,
    rule_of_future,
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
from hled.dialogue.workplan.domain.statement.grammar.subjects import (
    HARD_STOPS,
    Subject,
    kind_of,
    subject_before,
)
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind, words
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens
from hled.dialogue.workplan.domain.statement.rules import (
    AGREED,
    AIM,
    ANNOUNCED,
    DESCRIPTION,
    EFFECT,
    INSTRUCTED,
    INTEND,
    LOOK_FORWARD,
    PERMISSION,
    PLEDGE_RENEWED,
    RECOGNITION,
    REPORTED,
    STANDS_COMMITTED,
    SUBORDINATE,
    TO_BE_DONE,
    WILL,
    ReadingRule,
)

_WILL = words("will shall 'll won't shan't would")
_REPORTED_FUTURE = words("will shall would won't")
_REPORTED_WILL = words("will shall would should must won't")
_NOUN_WILL_BEFORE = words(
    "political the our their its his her common good free strong shared mutual of collective popular firm"
)
_FAINT_WILL = words("seek endeavor endeavour strive aim try look plan intend attempt aspire")
_MODAL_CHAIN = words(
    "continue continuing work begin start strive seek endeavor endeavour aim try look plan intend attempt need have help"
)
_NOUN_BEFORE = words(
    "a the our their its his her this that these those any no such said work action business joint new national of"
)
_BE = words("be is are am was were been being remain remains remained stand stands stood 're 're become")
_HAD = words("had")
_WEEKDAYS = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december
    """
)
_AGREEING = words("agree agrees agreed agreeing settled understood")
_UNDERTAKING = {
    **dict.fromkeys(words("commit commits committed recommit recommits recommitted"), "commit"),
    **dict.fromkeys(words("pledge pledges pledged"), "pledge"),
    **dict.fromkeys(words("resolve resolves resolved"), "resolve"),
    **dict.fromkeys(words("decide decides decided"), "decide"),
    **dict.fromkeys(words("undertake undertakes undertook undertaken"), "undertake"),
    **dict.fromkeys(words("vow vows vowed"), "vow"),
    **dict.fromkeys(words("promise promises promised"), "promise"),
    **dict.fromkeys(words("determine determines determined"), "determine"),
    **dict.fromkeys(words("consent consents consented"), "consent"),
    **dict.fromkeys(words("elect elects elected opt opted"), "decide"),
}
_INTENDING = {
    **dict.fromkeys(words("intend intends intended intending"), "intend"),
    **dict.fromkeys(words("plan plans planned planning"), "plan"),
    **dict.fromkeys(words("seek seeks sought"), "seek"),
    **dict.fromkeys(words("endeavor endeavors endeavored endeavour endeavours endeavoured"), "endeavor"),
    **dict.fromkeys(words("strive strives"), "strive"),
    **dict.fromkeys(words("propose proposes proposed"), "propose"),
}
_AIMING = words(
    "aim aims aimed hope hopes hoped expect expects expected wish wishes want wants aspire aspires desire desires"
)
_PARTICIPLES = {
    "committing": "commit",
    "pledging": "pledge",
    "agreeing": "agree",
    "undertaking": "undertake",
    "resolving": "resolve",
    "promising": "promise",
    "deciding": "decide",
}
_RENEWING = words(
    """
    reaffirm reaffirms reaffirmed affirm affirms affirmed reiterate reiterates reiterated renew renews renewed confirm confirms
    confirmed restate restates restated express expresses expressed declare declares declared ratify ratified underscore underscores
    underscored underline underlined emphasize emphasized stress stressed state stated make made announce announces announced
    repeat repeated voice voiced share have has signal signaled
    """
)
_FIRM_NOUNS = words("commitment commitments pledge pledges determination resolve promise")
_INTENT_NOUNS = words("intention intentions intent decision plan plans")
_FAINT_NOUNS = words(
    "willingness readiness desire interest support hope wish openness will confidence conviction belief"
)
_INSTRUCTING = words(
    """
    instruct instructs instructed direct directs directed task tasks tasked mandate mandates mandated charge charges charged ask asks
    asked request requests requested entrust entrusts entrusted assign assigns assigned authorize authorized commission commissioned ordered
    """
)
_INSTRUCTED_ONES = words(
    """
    our their its the officials ministers experts senior relevant both respective each teams agencies cabinet staff representatives
    foreign trade economic technical working competent ministries secretaries negotiators authorities them sherpas
    """
)
_ANNOUNCING = words("announce announces announced announcing unveil unveils unveiled")
_STATING = words(
    """
    announce announces announced confirm confirms confirmed declare declares declared inform informs informed indicated said explained
    stated reported
    """
)
_SOLEMNLY_STATING = words("announce announces announced confirm confirms confirmed declare declares declared")
_OFFERING = words(
    "offer offers offered volunteer volunteers volunteered accept accepts accepted assume assumes assumed take takes took"
)
_BEGINNINGS = words(
    """
    launch creation establishment formation start introduction opening expansion development construction extension new allocation
    deployment appointment additional provision release award renewal resumption reopening investment funding intention joint
    """
)
_ENDINGS = words(
    "conclusion signing signature completion results publication adoption entry success findings outcome closing finalization end"
)
_LAUNCHING = words(
    "launching establishing creating forming announcing committing pledging allocating dedicating awarding"
)
_UNSETTLED = words(
    """
    importance need value necessity relevance urgency benefits significance role centrality potential imperative usefulness merits
    priority desirability
    """
)
_VAGUE_ACTS = words(
    """
    strengthen deepen maintain uphold preserve enhance promote advance support defend protect respect safeguard build cooperate
    continue further foster ensure strengthening deepening maintaining upholding preserving
    enhancing promoting advancing supporting defending protecting respecting safeguarding building continuing furthering fostering
    ensuring guarantee
    """
)
_VALUES = words(
    """
    relationship relationships relations ties bonds bond friendship partnership alliance values democracy democratic rights peace
    prosperity stability multilateralism order principles goals vision future society societies justice equality freedom freedoms
    dignity respect trust security sovereignty integrity dialogue world growth inclusion neighborliness charter hemisphere
    cooperation region integration unity solidarity
    """
)
_ACTION_NOUNS = words(
    """
    implementation establishment creation completion negotiation launch convening holding conclusion development feedback construction
    exchange elimination reduction expansion adoption ratification modernization publication outreach cooperation
    review organization implementation delivery provision funding training
    """
)
_FIRM_ACTION_NOUNS = words(
    "implementation establishment creation completion ratification launch convening construction"
)
_VALUE_NOUNS = words(
    """
    rights democracy peace values principles partnership friendship relationship law respect equality multilateralism goals goal
    freedom justice charter agreement pact accord agenda convention treaty order growth integration security
    prosperity dignity sovereignty diversity inclusion development stability objectives objective cause people vision future
    """
)
_ING_NOUNS = words("well-being wellbeing funding training ongoing")
_PLACES = words(
    "north south east west central western eastern southern america americas american pacific indo-pacific latin united states nations hemisphere"
)
_NOUN_ENDINGS = (
    "ity",
    "ness",
    "ment",
    "tion",
    "sion",
    "ance",
    "ence",
    "ship",
    "cy",
    "ism",
    "ies",
    "ons",
    "ers",
    "ts",
)
_CEREMONIAL = words(
    """
    travel participate attend host deliver arrive depart accompany welcome lead join hold visit give address speak brief receive chair
    return meet convene greet serve represent
    """
)
_AIM_NOUNS = words(
    """
    aim aims goal goals objective objectives purpose purposes vision mission mandate task tasks role hope intention ambition
    priority priorities focus
    """
)
_THIS = words("this these it they such our")
_INCLUDES = words("include includes comprise comprises encompass involves entails")
_STOPS = frozenset({";", ".", "!", "?"})

_PLAIN: dict[str, ReadingRule] = {
    **dict.fromkeys(words("may might can could"), PERMISSION),
    **dict.fromkeys(
        words(
            """
            recognize recognizes recognized recognise recognised acknowledge acknowledges acknowledged believe believes believed
            reaffirm reaffirmed reaffirms affirm affirmed reiterate reiterated emphasize emphasized underscore underscored stress
            stressed highlight highlighted support supports value appreciate appreciated encourage encouraged encourages call called calls urge urged
            invite invited condemn condemned share must should need needs
            """
        ),
        RECOGNITION,
    ),
    **dict.fromkeys(
        words(
            """
            discussed welcomed welcome welcomes reviewed signed met held launched established created noted exchanged took hosted
            celebrated continue continues is are was were has have had commended thanked
            """
        ),
        REPORTED,
    ),
    **dict.fromkeys(words("would"), AIM),
}

_Handler = Callable[[Tokens, int, Discourse], Clause | None]


def english_clauses(tokens: Tokens, before: Discourse) -> Iterator[Clause]:
    """Predicates of a sentence that may commit, left to right, then the plain ones that explain leaving it out."""
    for index, word in enumerate(tokens.low):
        handler = _HANDLERS.get(word)
        if handler is not None and not (
            word in _BASE_FORMS and tokens.get(_back_over_adverbs(tokens, index) - 1) in _MODALS
        ):
            clause = handler(tokens, index, before)
            if clause is not None:
                yield clause


def plain_rule(tokens: Tokens) -> ReadingRule:
    """Reason to leave out a sentence in which no predicate commits."""
    for word in tokens.low:
        if word in _PLAIN:
            return _PLAIN[word]
    return DESCRIPTION


# ---- the future -------------------------------------------------------------------------------------------------


def _future(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    if tokens.get(at - 1) in _NOUN_WILL_BEFORE or tokens.get(at + 1) in {
        "to",
        "of",
        "and",
        ",",
        "for",
        ".",
        "",
    }:
        return None
    subject = subject_before(tokens, at, TABLES)
    if tokens.low[at] == "would" and not _reports_a_promise(tokens, at, subject, before):
        return None
    return _future_of(tokens, at, subject, before)


def _reports_a_promise(tokens: Tokens, at: int, subject: Subject, before: Discourse) -> bool:
    """ "Would" commits in minutes: "both sides would endeavor", or right after a sentence that commits."""
    verb = tokens.get(_skip(tokens, at + 1))
    if subject.kind in _SIDES and verb in _FAINT_WILL:
        return True
    if not (before.committed or before.section_commits) or verb in _WISHING or "if" in tokens.low:
        return False
    return subject.kind in _SIDES | {SubjectKind.BODY, SubjectKind.EVENT}


_WISHING = words(
    "like welcome appreciate prefer want be have benefit need mean love require save gain help make bring"
)
_SIDES = frozenset({SubjectKind.PARTY, SubjectKind.WE, SubjectKind.THEY})


def _future_of(tokens: Tokens, at: int, subject: Subject, before: Discourse) -> Clause:
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
    verb = "be " + tokens.get(_skip(tokens, verb_at + 1)) if form.passive else tokens.get(verb_at)
    return Clause(rule, at, verb_at, verb, subject, 1 if faint else 2)


def _main_verb(tokens: Tokens, index: int) -> tuple[int, bool]:
    """Token of the verb that carries the meaning ("will continue to *support*"), and whether it is only sought."""
    faint = False
    index = _skip(tokens, index)
    for _ in range(3):
        word = tokens.get(index)
        faint = faint or (word in _FAINT_WILL and tokens.get(_skip(tokens, index + 1)) == "to")
        if word not in _MODAL_CHAIN:
            break
        after = _skip(tokens, index + 1)
        if tokens.get(after) == "to" and tokens.get(_skip(tokens, after + 1)) in ACT_VERBS | {"be"}:
            index = _skip(tokens, after + 1)
        elif word == "help" and tokens.get(after) in ACT_VERBS:
            break
        else:
            break
    return index, faint


def _skip(tokens: Tokens, index: int) -> int:
    """Next token that is not an adverb."""
    while tokens.get(index) in TABLES.adverbs or (
        tokens.get(index).endswith("ly")
        and len(tokens.get(index)) > 5
        and tokens.get(index) not in {"supply", "apply", "comply", "imply"}
    ):
        index += 1
    return index


def _future_form(tokens: Tokens, verb_at: int) -> FutureForm:
    verb = tokens.get(verb_at)
    after = _skip(tokens, verb_at + 1)
    participle = tokens.get(after)
    if (
        verb in {"be", "get"}
        and participle not in _STATES
        and (
            participle in ORGANIZING_PARTICIPLES
            or participle.endswith("ed")
            or participle in _IRREGULAR_PARTICIPLES
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
        ceremonial=verb in _CEREMONIAL,
        only_agents=verb in ONLY_AGENTS,
        changes=verb in CHANGES or verb not in ACT_VERBS,
    )


_IRREGULAR_PARTICIPLES = words(
    """
    kept held set made built given taken put drawn brought sent spent left found met paid told chosen written begun done run led cut sold
    bought grown shown thrown lent let borne rebuilt withdrawn handed
    """
)
_GROWING = words(
    "grow rise fall increase decline continue benefit prosper flourish thrive need require depend mean bring matter"
)
_STATES = words(
    "committed pleased honored honoured delighted interested concerned excited needed based required guided united"
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
    return verb in STATIVE


def _done_by_thing(tokens: Tokens, participle_at: int) -> bool:
    """ "Will be enhanced by regular input": what does it is a thing, so nobody undertakes it."""
    for index in range(participle_at + 1, min(len(tokens), participle_at + 6)):
        if tokens.low[index] in _STOPS | {","}:
            return False
        if tokens.low[index] == "by":
            following = tokens.get(index + 1)
            if (
                following[:1].isdigit()
                or following in _WEEKDAYS | {"the", "end", "early", "mid", "late", "next"}
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
    if tokens.get(_back_over_adverbs(tokens, at) - 1) not in {"and", ","}:
        return False
    return kind_of(tokens, 0, min(len(tokens), 8), TABLES) in {SubjectKind.PARTY, SubjectKind.WE}


def _back_over_adverbs(tokens: Tokens, at: int) -> int:
    while at > 0 and (tokens.low[at - 1] in TABLES.adverbs or tokens.low[at - 1].endswith("ly")):
        at -= 1
    return at


def _rule_of_existence(tokens: Tokens, verb_at: int) -> ReadingRule:
    kind = kind_of(tokens, verb_at + 1, min(len(tokens), verb_at + 8), TABLES)
    return TO_BE_DONE if kind in {SubjectKind.EVENT, SubjectKind.BODY} else DESCRIPTION


# ---- verbs of commitment ----------------------------------------------------------------------------------------


def _agreeing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    impersonal = _impersonal(tokens, at)
    if not impersonal and (_is_past_perfect(tokens, at) or tokens.get(at - 1) in _BEFORE_PARTICIPLE):
        return None
    subject = subject_before(tokens, at, TABLES)
    if impersonal:
        return _impersonal_clause(tokens, at, before, subject)
    if (
        tokens.get(at - 1) in _BE
        or not _can_govern(subject, before)
        or tokens.low[at] in {"settled", "understood"}
    ):
        return None
    mark, complement = _complement(tokens, at)
    match mark:
        case "to" | ":" | "following":
            rule = AGREED
        case "that":
            return _reported_clause(tokens, at, complement, subject, before, AGREED)
        case "on" | "upon":
            rule = RECOGNITION if _names(tokens, complement, _UNSETTLED, 5) else AGREED
        case "object" if tokens.get(complement) not in {"with", "in"}:
            rule = RECOGNITION if _names(tokens, complement, _UNSETTLED, 3) else AGREED
        case _:
            rule = RECOGNITION
    return Clause(left_out_as(subject, rule), at, complement, tokens.get(_skip(tokens, complement)), subject)


_BEFORE_PARTICIPLE = words("as previously the an already any once been")


def _offering(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Offered to host", "accepts responsibility for", "took charge of"."""
    following = _skip(tokens, at + 1)
    word = tokens.get(following)
    is_act = (
        word == "to"
        and tokens.get(_skip(tokens, following + 1)) not in TABLES.articles
        and tokens.low[at][:4] in {"offe", "volu"}
    )
    is_duty = any(
        tokens.get(each) in {"responsibility", "charge", "task"} for each in range(following, following + 4)
    )
    if not is_act and not (is_duty and tokens.low[at][:4] in {"acce", "assu", "take", "took"}):
        return None
    if tokens.get(at - 1) in _BE | {"the", "an"}:
        return None
    subject = subject_before(tokens, at, TABLES)
    if not _can_govern(subject, before):
        return None
    return Clause(
        left_out_as(subject, AGREED), at, following + 1, tokens.get(_skip(tokens, following + 1)), subject
    )


def _undertaking(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    verb = _UNDERTAKING[tokens.low[at]]
    if _state_before(tokens, at):
        return (
            _standing(tokens, at, before)
            if verb in {"commit", "resolve", "determine"}
            else _impersonal_or_none(tokens, at, before)
        )
    if _is_past_perfect(tokens, at) or _is_noun_here(tokens, at):
        return None
    subject = subject_before(tokens, at, TABLES)
    if not _can_govern(subject, before):
        return None
    mark, complement = _complement(tokens, at)
    if tokens.get(at + 1) == "against" and verb == "decide":
        mark, complement = "on", at + 2
    if mark == "that":
        return _reported_clause(tokens, at, complement, subject, before, AGREED)
    rule = AGREED
    if mark == "to":
        rule = AGREED if _names_action(tokens, complement, lenient=True) else RECOGNITION
    elif mark in {":", "following"} or (mark == "on" and verb == "decide"):
        rule = AGREED
    elif mark == "object" and verb in {"commit", "pledge", "promise"}:
        if not _has_amount(tokens, complement, 8):
            rule = (
                RECOGNITION
                if verb != "commit" or tokens.get(complement) not in {"themselves", "ourselves", "itself"}
                else AGREED
            )
    else:
        return None
    return Clause(left_out_as(subject, rule), at, complement, tokens.get(_skip(tokens, complement)), subject)


def _standing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Are committed to", "remain determined to"."""
    start = _state_start(tokens, at)
    subject = subject_before(tokens, start, TABLES)
    if not _can_govern(subject, before):
        return None
    mark, complement = _complement(tokens, at)
    if mark == "object":
        to_at = next(
            (
                index
                for index in range(at + 1, min(len(tokens), at + 6))
                if tokens.low[index] in {"to"} | _STOPS
            ),
            None,
        )
        if to_at is not None and tokens.low[to_at] == "to":
            mark, complement = "to", to_at + 1
    if mark not in {"to", ":"}:
        return None
    rule = STANDS_COMMITTED if mark == ":" or _names_action(tokens, complement) else RECOGNITION
    return Clause(
        left_out_as(subject, rule), start, complement, tokens.get(_skip(tokens, complement)), subject
    )


def _impersonal_or_none(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    if not _impersonal(tokens, at):
        return None
    return _impersonal_clause(tokens, at, before, subject_before(tokens, at, TABLES))


def _impersonal(tokens: Tokens, at: int) -> bool:
    """ "It was agreed to", "it has been decided that"."""
    back = {tokens.get(at - step) for step in range(1, 5)}
    return "it" in back and bool(back & words("is was been has"))


def _impersonal_clause(tokens: Tokens, at: int, before: Discourse, subject: Subject) -> Clause | None:
    joint = Subject(SubjectKind.PARTY, subject.end, subject.end)
    mark, complement = _complement(tokens, at)
    if mark == "that":
        return _reported_clause(tokens, at, complement, joint, before, AGREED)
    if mark in {"to", ":"}:
        return Clause(AGREED, at, complement, tokens.get(_skip(tokens, complement)), joint)
    return None


def _intending(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    verb = _INTENDING[tokens.low[at]]
    word = tokens.low[at]
    to_at = _skip(tokens, at + 1)
    passive = tokens.get(at - 1) in _BE
    if passive and word in {"planned", "proposed", "intended"}:
        return _planned(tokens, at, before)
    if tokens.get(to_at) != "to" and not (verb == "intend" and tokens.get(to_at) in {"that", "for"}):
        mark, complement = _complement(tokens, at) if tokens.get(to_at) == "," else ("", 0)
        if mark != "to":
            return None
        to_at = complement - 1
    if (
        _is_noun_here(tokens, at)
        or _is_past_perfect(tokens, at)
        or (verb == "plan" and not _is_verb_plan(tokens, at))
    ):
        return None
    start = at
    while tokens.get(start - 1) in _BE:
        start -= 1
    subject = subject_before(tokens, start, TABLES)
    kind = resolved(subject.kind, before)
    if kind in {SubjectKind.THING, SubjectKind.NOUN, SubjectKind.WORK, SubjectKind.IT, SubjectKind.EVENT}:
        rule = AIM
    elif kind is SubjectKind.BENEFICIARY:
        rule = DESCRIPTION
    elif kind is SubjectKind.BODY and verb == "seek":
        rule = AIM
    else:
        rule = INTEND
    return Clause(
        left_out_as(subject, rule), start, to_at + 1, tokens.get(_skip(tokens, to_at + 1)), subject, 1
    )


def _is_verb_plan(tokens: Tokens, at: int) -> bool:
    """ "The ministries plan to" against "an implementation plan to": who stands before it tells them apart."""
    if tokens.low[at] in {"planned", "planning"}:
        return True
    before = _back_over_adverbs(tokens, at) - 1
    word = tokens.get(before)
    if before < 0 or word in {",", "and", "or", "which", "that", "it", "quoted"} or before < at - 1:
        return True
    is_doer = TABLES.nouns.get(word, TABLES.pronouns.get(word)) in GOVERNING
    return is_doer or tokens.word(before)[:1].isupper() or (word.endswith("s") and tokens.low[at] == "plan")


def _planned(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Is planned for May", "is scheduled to take place": a plan without naming whose."""
    mark = tokens.get(_skip(tokens, at + 1))
    if (
        mark not in {"for", "to", "in"}
        or tokens.get(at - 1) not in {"is", "are"}
        or tokens.low[at] == "intended"
    ):
        return None
    subject = subject_before(tokens, at - 1, TABLES)
    kind = resolved(subject.kind, before)
    rule = (
        INTEND
        if kind
        in {
            SubjectKind.EVENT,
            SubjectKind.BODY,
            SubjectKind.THING,
            SubjectKind.PARTY,
            SubjectKind.NAMED,
            SubjectKind.WORK,
        }
        else DESCRIPTION
    )
    return Clause(left_out_as(subject, rule), at - 1, at + 1, "plan", subject, 1)


def _aiming(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    if tokens.get(_skip(tokens, at + 1)) not in {"to", "that", "for"}:
        return None
    return Clause(AIM, at, at + 1, tokens.low[at], Subject(SubjectKind.UNKNOWN, at, at))


def _participle(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "..., pledging to", "a statement committing to": joined to a main clause, with its doer."""
    if tokens.get(_skip(tokens, at + 1)) != "to" or tokens.get(at - 1) in {"are", "is"}:
        return None
    if at > 0 and tokens.get(at - 1) in {"of", "on", "about"}:
        return None
    complement = _skip(tokens, at + 1) + 1
    if not _names_action(tokens, complement, lenient=True):
        return None
    verb = tokens.get(_skip(tokens, complement))
    return Clause(AGREED, at, complement, verb, Subject(SubjectKind.PARTY, 0, at))


def _renewing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Reaffirm our commitment to", "announced its intention to": by the noun and by what follows it."""
    if tokens.low[at] in _STATING:
        stated = _stating(tokens, at, before)
        if stated is not None:
            return stated
    noun_at = next(
        (
            index
            for index in range(at + 1, min(len(tokens), at + 9))
            if tokens.low[index] in _FIRM_NOUNS | _INTENT_NOUNS | _FAINT_NOUNS
        ),
        None,
    )
    if noun_at is None or any(
        tokens.low[index] in HARD_STOPS | {"that", "to"} for index in range(at + 1, noun_at)
    ):
        return None
    subject = subject_before(tokens, at, TABLES)
    if not _can_govern(subject, before):
        return None
    mark = tokens.get(_skip(tokens, noun_at + 1))
    complement = _skip(tokens, noun_at + 1) + 1
    noun = tokens.low[noun_at]
    if mark not in {"to", "of", "for"} and not (noun in _FIRM_NOUNS and mark in {",", "and"}):
        return None
    if mark in {",", "and"}:
        mark, complement = _complement(tokens, noun_at)
    if noun in _FAINT_NOUNS or (mark != "to" and noun not in _INTENT_NOUNS):
        rule, strength = RECOGNITION, 2
    elif noun in _INTENT_NOUNS:
        if noun in {"plan", "plans", "decision"} and tokens.low[at] not in _ANNOUNCING | {
            "confirmed",
            "confirm",
        }:
            return None
        rule, strength = INTEND, 2 if noun == "decision" else 1
    else:
        rule, strength = (PLEDGE_RENEWED if _names_action(tokens, complement) else RECOGNITION), 2
    if tokens.low[at] in {"share", "have", "has"} and rule is not RECOGNITION:
        rule = RECOGNITION if noun in _FIRM_NOUNS else rule
    return Clause(
        left_out_as(subject, rule), at, complement, tokens.get(_skip(tokens, complement)), subject, strength
    )


def _stating(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Confirmed that Mexico will", "announced it will": somebody's future, told by the Parties."""
    subject = subject_before(tokens, at, TABLES)
    if not _can_govern(subject, before) or depends(subject):
        return None
    solemn = tokens.low[at] in _SOLEMNLY_STATING
    if not solemn and subject.kind not in {SubjectKind.PARTY, SubjectKind.NAMED}:
        return None
    for index in range(at + 1, min(len(tokens), at + 25)):
        if tokens.low[index] in HARD_STOPS:
            return None
        if (
            tokens.low[index] not in _REPORTED_FUTURE
            or tokens.get(at + 1) in {",", "the", "a", "an"} | _BEGINNINGS
        ):
            continue
        inner = subject_before(tokens, index, TABLES)
        if not solemn and inner.kind not in {SubjectKind.IT, SubjectKind.THEY}:
            return None
        kind = SubjectKind.PARTY if inner.kind in {SubjectKind.IT, SubjectKind.THEY} else inner.kind
        clause = _future_of(tokens, index, Subject(kind, inner.start, inner.end), before)
        rule = ANNOUNCED if clause.commits else clause.rule
        return Clause(
            rule,
            at,
            clause.complement,
            clause.verb,
            subject if solemn is False else clause.subject,
            clause.strength,
        )
    return None


def _instructing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    passive = tokens.get(at - 1) in _BE or tokens.get(_back_over_adverbs(tokens, at) - 1) in _BE
    if passive:
        mark, complement = ("with", at + 2) if tokens.get(at + 1) == "with" else _complement(tokens, at)
        if mark not in {"to", "with"} or (
            tokens.low[at] in {"assigned", "authorized", "requested", "charged", "commissioned"}
            and mark == "to"
            and tokens.get(complement) not in ACT_VERBS
        ):
            return None
        start = at - 1
        subject = subject_before(tokens, start, TABLES)
        if not _can_govern(subject, before):
            return None
        return Clause(
            left_out_as(subject, INSTRUCTED),
            start,
            complement,
            tokens.get(_skip(tokens, complement)),
            subject,
        )
    if tokens.low[at] in {"asked", "requested"} and tokens.get(at + 1) in {"that", "for", "a", "an"}:
        subject = subject_before(tokens, at, TABLES)
        if _can_govern(subject, before) and (tokens.get(at + 1) == "that" or _asks_for_a_paper(tokens, at)):
            return Clause(left_out_as(subject, INSTRUCTED), at, at + 2, "request", subject)
        return None
    if (at and tokens.word(at)[:1].isupper()) or (
        tokens.get(at + 1) not in _INSTRUCTED_ONES and not tokens.word(at + 1)[:1].isupper()
    ):
        return None
    subject = subject_before(tokens, at, TABLES)
    if not _can_govern(subject, before):
        return None
    if tokens.low[at] in {"asked", "requested", "ask", "request"} and _asks_for_a_paper(tokens, at):
        return Clause(left_out_as(subject, INSTRUCTED), at, at + 1, "request", subject)
    to_at = next(
        (
            index
            for index in range(at + 2, min(len(tokens), at + 30))
            if tokens.low[index]
            in _STOPS | ({"to", "with"} if tokens.low[at][:4] in {"task", "char", "entr"} else {"to"})
        ),
        None,
    )
    if to_at is None or tokens.low[to_at] in _STOPS:
        return None
    if (
        tokens.low[to_at] == "to"
        and tokens.get(_skip(tokens, to_at + 1)) not in ACT_VERBS | {"be", "have"}
        and not tokens.get(to_at + 1).isalpha()
    ):
        return None
    return Clause(
        left_out_as(subject, INSTRUCTED), at, to_at + 1, tokens.get(_skip(tokens, to_at + 1)), subject
    )


_PAPERS = words(
    "report study survey review plan proposal list draft paper assessment roadmap options recommendations analysis inventory timetable schedule"
)


def _asks_for_a_paper(tokens: Tokens, at: int) -> bool:
    """ "Asked for a report by June"."""
    return (
        any(word in _PAPERS for word in tokens.low[at + 1 : at + 8])
        and "to" not in tokens.low[at + 1 : at + 8]
    )


def _announcing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    start = at - 1 if tokens.get(at - 1) in {"are", "is"} else at
    subject = subject_before(tokens, start, TABLES)
    if not _can_govern(subject, before) or _is_past_perfect(tokens, at):
        return None
    known = _renewing(tokens, at, before) if tokens.low[at] in _RENEWING else None
    if known is not None:
        return known
    window = tokens.low[at + 1 : at + 9]
    rule: ReadingRule = REPORTED
    if any(word in _ENDINGS for word in window[:6]):
        rule = REPORTED
    elif (
        ":" in window[:5]
        or "following" in window[:4]
        or (
            any(word in _BEGINNINGS for word in window)
            or _has_amount(tokens, at + 1, 12)
            or any(word in {"plans", "intention", "will"} for word in window)
        )
    ):
        rule = ANNOUNCED
    return Clause(left_out_as(subject, rule), start, at + 1, "announce", subject)


def _launching(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Are launching a program": said on the day it begins."""
    if tokens.low[at] == "announcing":
        return _announcing(tokens, at, before) if tokens.get(at - 1) in {"are", "is"} else None
    be_at = _back_over_adverbs(tokens, at) - 1
    if tokens.get(be_at) not in {"are", "is"}:
        return None
    subject = subject_before(tokens, be_at, TABLES)
    if not _can_govern(subject, before):
        return None
    following = tokens.get(at + 1)
    if following not in {"a", "an", "new", "the", "to", "two", "three"} and not _has_amount(
        tokens, at + 1, 4
    ):
        return None
    rule = AGREED if tokens.low[at] in {"committing", "pledging"} else ANNOUNCED
    return Clause(left_out_as(subject, rule), be_at, at + 1, tokens.low[at].removesuffix("ing"), subject)


def _being(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "The ministers are to report", "are going to", "our goal is to", "is scheduled to"."""
    following = _skip(tokens, at + 1)
    word = tokens.get(following)
    if word in {"scheduled", "slated", "set", "due", "planned"}:
        return (
            _planned(tokens, following, before)
            if word != "set" or tokens.get(following + 1) == "to"
            else None
        )
    if word == "going" and tokens.get(following + 1) == "to":
        subject = subject_before(tokens, at, TABLES)
        return _future_of(tokens, following + 1, subject, before)
    subject = subject_before(tokens, at, TABLES)
    if any(
        tokens.low[index] in _AIM_NOUNS
        for index in range(max(0, subject.start), min(subject.end, subject.start + 6))
    ):
        if word in {"to", "for", "that"}:
            is_intention = any(
                tokens.low[index] == "intention" for index in range(subject.start, subject.end)
            )
            return Clause(
                INTEND if is_intention else AIM, at, following + 1, tokens.get(following + 1), subject, 1
            )
        return None
    if word == "our" and tokens.get(following + 1) == "intention":
        return Clause(
            INTEND, at, following + 3, tokens.get(following + 3), Subject(SubjectKind.WE, at, at), 1
        )
    verb = tokens.get(_skip(tokens, following + 1))
    if word != "to" or verb in TABLES.articles | TABLES.prepositions or not verb.isalpha():
        return None
    clause = _future_of(tokens, following, subject, before)
    return clause if _can_govern(subject, before) or clause.rule is TO_BE_DONE else None


def _looking(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    if tokens.get(at + 1) == "forward":
        return Clause(LOOK_FORWARD, at, at + 2, "look forward", Subject(SubjectKind.UNKNOWN, at, at))
    return None


# ---- what follows a verb ----------------------------------------------------------------------------------------


def _complement(tokens: Tokens, at: int) -> tuple[str, int]:
    """
    What a verb of commitment governs: ``to``, ``that``, ``on``, ``:``, ``following`` or a direct object.

    An insertion between commas is passed over ("committed, together with Canada, to complete").
    """
    index = at + 1
    passed = 0
    while index < len(tokens) and passed < 16:
        word = tokens.low[index]
        if word == "to" or (word == "not" and tokens.get(index + 1) == "to"):
            return "to", index + (2 if word == "not" else 1)
        if word == "that" and passed < 12:
            return "that", index + 1
        if word in {"on", "upon"} and tokens.get(index + 1) not in _WEEKDAYS and not passed:
            return "on", index + 1
        if word in {":", "\u2014", "\u2013"}:
            return ":", index + 1
        if word == "following" or (word == "as" and tokens.get(index + 1) == "follows"):
            return "following", index + 1
        if word in _STOPS:
            break
        if not passed and word not in TABLES.adverbs | TABLES.prepositions | {
            ",",
            "themselves",
            "ourselves",
            "today",
        }:
            if word.endswith("ly") and len(word) > 5:
                index += 1
                continue
            return "object", index
        passed += 1
        index += 1
    return ("object", at + 1) if at + 1 < len(tokens) else ("", at + 1)


def _reported_clause(
    tokens: Tokens, at: int, start: int, subject: Subject, before: Discourse, rule: ReadingRule
) -> Clause:
    """A clause with "that" after a verb of agreement commits when it speaks of what will or should be done."""
    for index in range(start, min(len(tokens), start + 45)):
        word = tokens.low[index]
        if word in _STOPS:
            break
        is_subjunctive = word == "be" and tokens.get(index - 1) not in _MODALS | TABLES.adverbs
        if word not in _REPORTED_WILL and not is_subjunctive:
            continue
        if is_subjunctive:
            rule = left_out_as(subject, AGREED)
            return Clause(rule, at, index, "be", subject)
        inner = subject_before(tokens, index, TABLES)
        clause = _future_of(tokens, index, Subject(inner.kind, inner.start, inner.end), before)
        if clause.commits:
            who = (
                subject
                if inner.kind in {SubjectKind.EVENT, SubjectKind.BODY, SubjectKind.THING, SubjectKind.UNKNOWN}
                else clause.subject
            )
            return Clause(
                left_out_as(subject, rule), at, clause.complement, clause.verb, who, clause.strength
            )
        is_decree = clause.rule is EFFECT and clause.verb not in BODY_EFFECTS - {
            "remain",
            "be",
            "open",
            "make",
            "give",
        }
        if is_decree and clause.verb not in _GROWING:
            return Clause(
                left_out_as(subject, rule), at, clause.complement, clause.verb, subject, clause.strength
            )
        if clause.rule is not SUBORDINATE:
            return Clause(
                clause.rule if clause.rule is EFFECT else RECOGNITION, at, start, tokens.get(index), subject
            )
    return Clause(RECOGNITION, at, start, tokens.low[at], subject)


def _names_action(tokens: Tokens, start: int, *, lenient: bool = False) -> bool:
    """
    Whether what follows "committed to" is an action (rule 5), not a state, a value or a relationship.

    After the finite verb (``lenient``) any verb is an action, and a noun unless it names a value; after a noun such as
    "our commitment to", or in "are committed to", general verbs with a value for an object are none.
    """
    index = _skip(tokens, start)
    word = tokens.get(index)
    is_verb = (
        word in ACT_VERBS
        or word in {"be", "do", "jointly", "help", "have"}
        or (word.endswith("ing") and word not in _ING_NOUNS)
        or (tokens.get(index + 1) in TABLES.articles and word.isalpha())
    )
    if word in {":", ""}:
        return True
    if (
        word in TABLES.articles
        or (word in TABLES.adjectives and not is_verb)
        or (word.endswith(_NOUN_ENDINGS) and word not in ACT_VERBS)
    ):
        is_verb = False
    window = tokens.low[index : index + 10]
    concrete = _is_concrete(tokens, index)
    if is_verb:
        vague = word in _VAGUE_ACTS and any(each in _VALUES for each in window[1:])
        vague = vague or (word in {"work", "working", "cooperate", "collaborate"} and len(tokens) - index < 4)
        return lenient or not vague or concrete
    if lenient:
        return (
            not any(each in _VALUE_NOUNS for each in window[:4])
            or any(each in _ACTION_NOUNS for each in window[:4])
            or (concrete and _has_amount(tokens, index, 8))
        )
    if any(each in _FIRM_ACTION_NOUNS for each in window[:4]):
        return True
    return any(each in _ACTION_NOUNS for each in window[:4]) and concrete


def _is_concrete(tokens: Tokens, start: int) -> bool:
    """A number, a date, or a named initiative within the next words."""
    stop = min(len(tokens), start + 16)
    for index in range(start, stop):
        word = tokens.words[index]
        if tokens.low[index] in _STOPS:
            break
        if word[0].isdigit() or word[0] in "$\u20ac\u00a3":
            return True
        is_name = (
            word[:1].isupper() and tokens.low[index] not in TABLES.nouns and tokens.low[index] not in _PLACES
        )
        if is_name and ((word.isupper() and len(word) > 2) or tokens.word(index + 1)[:1].isupper()):
            return True
        if tokens.low[index] in {
            "group",
            "committee",
            "annually",
            "semi-annually",
            "semiannually",
            "monthly",
            "quarterly",
        }:
            return True
    return False


def _has_amount(tokens: Tokens, start: int, width: int) -> bool:
    return any(
        word[0].isdigit() or word[0] in "$\u20ac\u00a3" or word in {"million", "billion"}
        for word in tokens.low[start : start + width]
    )


def _names(tokens: Tokens, start: int, options: frozenset[str], width: int) -> bool:
    return any(word in options for word in tokens.low[start : start + width])


# ---- what stands before a verb ----------------------------------------------------------------------------------


def _can_govern(subject: Subject, before: Discourse) -> bool:
    if subject.kind in {SubjectKind.THEY, SubjectKind.ELIDED}:
        return True
    return resolved(subject.kind, before) in GOVERNING


def _is_past_perfect(tokens: Tokens, at: int) -> bool:
    return "had" in tokens.low[max(0, at - 2) : at] or tokens.get(at - 1) in {"having", "previously"}


def _is_noun_here(tokens: Tokens, at: int) -> bool:
    """ "Our plan to", "an action plan", "the resolve": the word is a noun when a determiner or adjective precedes."""
    word, previous = tokens.low[at], tokens.get(at - 1)
    if word.endswith("ed") or word in {
        "sought",
        "undertook",
        "intends",
        "intend",
        "seek",
        "seeks",
        "decide",
        "decides",
        "commit",
        "commits",
    }:
        return (previous in {"a", "the", "an"} and word != "committed") or (
            word in {"committed"} and previous in {"a", "the", "an", "our", "their"}
        )
    return previous in _NOUN_BEFORE


def _state_before(tokens: Tokens, at: int) -> bool:
    return _state_start(tokens, at) < at and tokens.low[at].endswith(("ed", "en"))


def _state_start(tokens: Tokens, at: int) -> int:
    """Start of "are (firmly) committed"; the verb itself when no form of being stands before it."""
    index = _back_over_adverbs(tokens, at)
    if tokens.get(index - 1) in {"equally", "deeply", "fully"}:
        index -= 1
    if tokens.get(index - 1) in _BE:
        index -= 1
        while tokens.get(index - 1) in {"will", "shall", "have", "has", "both", "all", "also", "are"}:
            index -= 1
        return index
    return at


def _handlers() -> dict[str, _Handler]:
    table: dict[str, _Handler] = {}
    for options, handler in (
        (_RENEWING, _renewing),
        (_STATING, _renewing),
        (_INSTRUCTING, _instructing),
        (_OFFERING, _offering),
        (_LAUNCHING, _launching),
        (_AIMING, _aiming),
        (words("is are"), _being),
        (words("look looks looked"), _looking),
        (_ANNOUNCING, _announcing),
        (frozenset(_UNDERTAKING), _undertaking),
        (frozenset(_INTENDING), _intending),
        (frozenset(_PARTICIPLES), _participle),
        (_AGREEING, _agreeing),
        (_WILL, _future),
    ):
        table.update(dict.fromkeys(options, handler))
    return table


_HANDLERS = _handlers()
_MODALS = words("will shall would should may might can could must to not")
_BASE_FORMS = words(
    """
    commit agree pledge resolve decide undertake vow promise determine consent intend plan seek endeavor endeavour strive propose
    reaffirm affirm reiterate renew confirm instruct direct task ask request announce aim hope expect offer accept
    """
)


def gives_new_content(tokens: Tokens, before: Discourse) -> bool:
    """ "This includes creating ...", after a sentence that commits (rule 7)."""
    if not before.committed or tokens.get(0) not in _THIS:
        return False
    for index in range(1, min(len(tokens), 6)):
        if tokens.low[index] in _INCLUDES or tokens.low[index] == "includes":
            ahead = tokens.low[index + 1 : index + 6]
            return bool(ahead) and (
                ahead[0].endswith("ing")
                or any(word in _ACTION_NOUNS or word.endswith("sharing") for word in ahead)
            )
    return False
