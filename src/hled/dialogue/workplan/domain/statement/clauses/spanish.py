"""Predicates of Spanish statements."""

import re
from collections.abc import Callable, Iterator

from hled.dialogue.workplan.domain.statement.clauses.clause import (
    DOERS,
    GOVERNING,
    Clause,
    Discourse,
    FutureForm,
    depends,
    left_out_as,
    resolved,
    rule_of_future,
)
from hled.dialogue.workplan.domain.statement.grammar.spanish import (
    CHANGES,
    DESCRIBING,
    EFFECTS,
    MEETING_ACTS,
    ONLY_AGENTS,
    STATIVE,
    TABLES,
    WORK_ACTS,
    future_ending,
    is_infinitive,
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

_STOPS = frozenset({";", ".", "!", "?"})
_IRREGULAR = {
    "har": "hacer",
    "dir": "decir",
    "podr": "poder",
    "tendr": "tener",
    "pondr": "poner",
    "vendr": "venir",
    "saldr": "salir",
    "habr": "haber",
    "sabr": "saber",
    "querr": "querer",
}
_AGREEING = {
    **dict.fromkeys(
        words(
            "acuerdan acuerda acordamos acordaron acordó acordado concuerdan concordaron concordamos concordó"
        ),
        "acordar",
    ),
    **dict.fromkeys(words("convienen convinieron convenimos convinimos convino convenido"), "convenir"),
    **dict.fromkeys(words("deciden decidieron decidimos decidió decidido"), "decidir"),
    **dict.fromkeys(words("resuelven resolvieron resolvemos resolvimos resolvió resuelto"), "resolver"),
    **dict.fromkeys(words("determinan determinaron determinamos determinó determinado"), "determinar"),
    **dict.fromkeys(words("pactan pactaron pactamos pactó pactado"), "pactar"),
    **dict.fromkeys(words("prometen prometieron prometemos prometimos prometió prometido"), "prometer"),
    **dict.fromkeys(words("aceptan aceptaron aceptamos aceptó"), "aceptar"),
    **dict.fromkeys(words("coinciden coincidieron coincidimos coincidió coincidido"), "coincidir"),
}
_REFLEXIVE = {
    **dict.fromkeys(
        words("comprometen comprometieron comprometemos comprometimos compromete comprometió comprometido"),
        "comprometerse",
    ),
    **dict.fromkeys(words("obligan obligaron obligamos obliga obligó obligado"), "obligarse"),
}
_RESOLVING = {
    **dict.fromkeys(
        words("proponen propone proponemos propusieron propuso plantean planteamos plantearon plantea"),
        "proponerse",
    )
}
_INTENDING = {
    **dict.fromkeys(words("prevén prevé prevemos previeron"), "prever"),
    **dict.fromkeys(words("planean planea planeamos planearon planeó"), "planear"),
    **dict.fromkeys(words("buscan buscamos busca buscaron buscó"), "buscar"),
    **dict.fromkeys(words("procuran procuramos procura procuraron"), "procurar"),
    **dict.fromkeys(words("pretenden pretendemos pretende pretendieron"), "pretender"),
    **dict.fromkeys(words("proyectan proyecta proyectamos proyectaron"), "proyectar"),
    **dict.fromkeys(words("contemplan contempla contemplamos"), "contemplar"),
    **dict.fromkeys(words("planifican planifica"), "planificar"),
    **dict.fromkeys(words("intentan intenta intentaremos"), "intentar"),
}
_FAINT_FUTURES = words("buscar procurar intentar pretender esforzar tratar aspirar")
_CHAIN_FUTURES = words(
    "continuar seguir comenzar empezar trabajar buscar procurar intentar pretender tratar volver esforzar iniciar"
)
_STANDING = words(
    "comprometidos comprometidas comprometido comprometida decididos decididas determinados resueltos empeñados"
)
_BE = words(
    "está están estamos permanecen permanecemos siguen seguimos continúan continuamos mantienen permanece sigue es son somos estuvieron"
)
_RENEWING = re.compile(
    r"(?:reafirm|reiter|refrend|ratific|renov|renuev|confirm|expres|manifest|declar|subray|afirm|asum|adquir|contra|hac|hic|hiz|formul"
    r"|tien|ten|tuv|comparten|anunci|señal|externa|signific)\w*"
)
_NO_RENEWING = re.compile(r".*(?:ando|iendo|ado|ados|ada|adas|ción|ciones|ar|er|ir|ente|encia)$")
_FIRM_NOUNS = words("compromiso compromisos determinación promesa")
_INTENT_NOUNS = words("intención intenciones decisión propósito")
_FAINT_NOUNS = words(
    "voluntad disposición interés apoyo deseo confianza convicción satisfacción respaldo esperanza disponibilidad"
)
_INSTRUCTING = words(
    """
    instruyeron instruyen instruimos instruyó instruye instruido encomendaron encomiendan encomendamos encomendó encargaron encargan
    encargamos encargó encomienda encarga solicita encomendamos mandataron mandatan solicitaron solicitan solicitamos pidieron piden pedimos ordenaron ordenan
    giraron delegaron comisionaron pidió pide ordenó ordena delegó mandató comisionó
    """
)
_ANNOUNCING = words("anuncian anunciaron anunciamos anuncia anunció anunciado")
_STATING = words(
    """
    anuncian anunciaron anunciamos anuncia anunció confirman confirmaron confirmamos confirma confirmó informan informaron informa informó
    manifestó manifestaron manifiestan manifiesta indicó indicaron indican señaló señalaron precisó precisaron expresó expresaron expuso
    declaró declararon declaran aseguró aseguraron garantizó dijo comunicó comunicaron
    """
)
_BEGINNINGS = words(
    """
    creación lanzamiento establecimiento inicio puesta apertura ampliación construcción desarrollo instalación asignación aportación inversión
    realización celebración reanudación reactivación financiamiento nuevo nueva nuevos nuevas próxima próximo intención conformación
    """
)
_ENDINGS = words("conclusión firma resultados adopción éxito clausura finalización cierre suscripción")
_UNSETTLED = words(
    """
    importancia necesidad valor relevancia urgencia beneficios trascendencia pertinencia papel centralidad conveniencia prioridad utilidad
    potencial interés
    """
)
_AIMING = words(
    "esperan esperamos espera esperaron aspiran aspiramos aspira confían confiamos desean deseamos desea quieren queremos anhelan"
)
_AIM_NOUNS = words("objetivo objetivos meta metas finalidad propósito fin aspiración misión visión mandato")
_GENERAL_ACTS = words(
    """
    fortalecer profundizar mantener preservar promover impulsar apoyar defender proteger respetar salvaguardar construir cooperar
    continuar seguir fomentar asegurar garantizar ampliar reforzar consolidar estrechar avanzar lograr alcanzar robustecer intensificar
    """
)
_VALUES = words(
    """
    relación relaciones lazos vínculos vínculo amistad asociación alianza valores democracia derechos paz prosperidad estabilidad
    multilateralismo orden principios metas visión futuro sociedad sociedades justicia igualdad libertad dignidad respeto confianza
    seguridad soberanía integridad diálogo mundo crecimiento inclusión hermandad cooperación región integración
    """
)
_VALUE_NOUNS = _VALUES | words(
    "estado acuerdo tratado carta agenda convención pacto desarrollo causa pueblo transparencia no"
)
_ACTION_NOUNS = words(
    """
    implementación instrumentación establecimiento creación conclusión negociación lanzamiento realización celebración construcción
    intercambio eliminación reducción ampliación adopción ratificación modernización publicación puesta ejecución desarrollo revisión
    organización aplicación entrega difusión elaboración instalación firma capacitación formación diálogo
    """
)
_SUBJUNCTIVE = re.compile(r"\w{3,}(?:en|an|e|a|é|án|ría|rían|ara|aran|iera|ieran|ese|esen)")
_CONDITIONAL = re.compile(r"\w*[aeií]?r(?:ía|ían|íamos)")
_NO_CONDITIONAL = words(
    """
    secretaría categoría mayoría maestría ingeniería ganadería tesorería asesoría auditoría procuraduría minería subsecretaría
    contraloría ría batería librería galería ferretería tubería consejería categorías asesorías auditorías minoría teoría
    """
)
_CEREMONIAL = words(
    """
    viajar participar asistir recibir ofrecer encabezar visitar acudir reunir dirigir presidir pronunciar regresar acompañar llegar arribar
    """
)
_NO_PARTICIPLE_ACTS = words(
    "considerado considerada necesario basado basada beneficiado beneficiados beneficiada beneficiadas afectado afectados requerido"
    " guiado guiada impulsado integrado integrada integrados encabezado encabezada acompañado acompañada presidido presidida"
)
_DESCRIBING_PARTICIPLES = words(
    "integrado integrada integrados encabezado encabezada acompañado acompañada acompañados"
)
_PARTICIPLE = re.compile(
    r"\w{2,}(?:ad|id)[oa]s?|(?:hech|puest|vist|abiert|escrit|dich|suscrit|resuelt|dispuest|propuest)[oa]s?"
)
_OF_ITSELF = words("incrementar aumentar reducir mejorar acelerar elevar traducir convertir sumar hacer")
_THIS = words("esto ello este esta estos estas lo dicho dicha dichos dichas tales entre")
_INCLUDES = words("incluye incluyen comprende comprenden abarca abarcan implica contempla contemplan")

_PLAIN: dict[str, ReadingRule] = {
    **dict.fromkeys(words("podrá podrán podremos puede pueden podría podrían podemos"), PERMISSION),
    **dict.fromkeys(
        words(
            """
            reconocen reconocieron reconocemos reconoció creen creemos reafirman reafirmaron reafirmamos reiteran reiteraron reiteramos
            subrayan subrayaron subrayamos destacan destacaron destacamos enfatizaron resaltaron apoyan apoyamos apoyaron respaldan
            valoran valoramos valoraron agradecen agradecieron condenan condenamos llaman llamaron instan instaron invitan invitaron
            exhortan exhortaron deben debe debemos consideran consideramos consideraron ratifican ratificaron expresaron manifestaron
            refrendaron refrendan
            """
        ),
        RECOGNITION,
    ),
    **dict.fromkeys(
        words(
            """
            dialogaron conversaron revisaron analizaron discutieron firmaron suscribieron celebraron sostuvieron recibieron saludaron
            celebran saludan dio dieron fue fueron es son está están ha han se tomaron intercambiaron lanzaron establecieron crearon
            acogieron constataron examinaron abordaron
            """
        ),
        REPORTED,
    ),
}

_Handler = Callable[[Tokens, int, Discourse], Clause | None]


def spanish_clauses(tokens: Tokens, before: Discourse) -> Iterator[Clause]:
    """Predicates of a sentence that may commit, left to right."""
    for index, word in enumerate(tokens.low):
        handler = _HANDLERS.get(word)
        if handler is None and future_ending(word) and _is_verb_here(tokens, index):
            handler = _future
        if handler is None and (before.committed or before.section_commits) and _is_conditional(word):
            handler = _reported_promise
        if handler is None and _RENEWING.fullmatch(word) and not _NO_RENEWING.match(word):
            handler = _renewing
        if handler is not None:
            clause = handler(tokens, index, before)
            if clause is not None:
                yield clause


def _is_conditional(word: str) -> bool:
    return len(word) > 5 and word not in _NO_CONDITIONAL and _CONDITIONAL.fullmatch(word) is not None


def plain_rule(tokens: Tokens) -> ReadingRule:
    """Reason to leave out a sentence in which no predicate commits."""
    for word in tokens.low:
        if word in _PLAIN:
            return _PLAIN[word]
        if _is_conditional(word):
            return AIM
    return DESCRIPTION


# ---- the future -------------------------------------------------------------------------------------------------


def _is_verb_here(tokens: Tokens, at: int) -> bool:
    """A capitalized word inside a sentence is a name ("Beltrán"), not a verb."""
    return (
        at == 0
        or tokens.words[at][:1].islower()
        or tokens.get(at - 1) in HARD_STOPS
        or len(tokens.words[at]) > 9
    )


def _future(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    word = tokens.low[at]
    stem = word[: -len(future_ending(word))]
    start = _predicate_start(tokens, at)
    subject = _subject(tokens, start, at, we=word.endswith("remos"))
    return _future_of(tokens, start, at, _IRREGULAR.get(stem, stem.replace("ír", "ir")), subject, before)


def _reported_promise(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """The conditional commits in minutes, right after a sentence that commits ("La secretaría circularía")."""
    start = _predicate_start(tokens, at)
    subject = _subject(tokens, start, at, we=False)
    if subject.kind not in {SubjectKind.PARTY, SubjectKind.BODY, SubjectKind.EVENT} or "si" in tokens.low:
        return None
    clause = _future_of(tokens, start, at, _infinitive_of(tokens.low[at]), subject, before)
    return clause if clause is not None and clause.commits else None


def _future_of(
    tokens: Tokens, start: int, verb_at: int, verb: str, subject: Subject, before: Discourse
) -> Clause | None:
    if verb in {"poder"}:
        return Clause(PERMISSION, start, verb_at + 1, verb, subject)
    meaning_word = tokens.get(_skip(tokens, verb_at + 1))
    reflexive = "se" in tokens.low[start:verb_at] or (
        verb in {"deber", "haber"} and meaning_word.endswith("rse")
    )
    faint = verb in _FAINT_FUTURES
    meaning, meaning_at = _meaning(tokens, verb_at, verb)
    kind = resolved(subject.kind, before)
    form = _future_form(tokens, meaning_at, meaning, reflexive=reflexive)
    rule = rule_of_future(kind, form, several_names=subject.end - subject.start > 2)
    if verb == "haber" and tokens.get(verb_at + 1) != "de":
        rule = _rule_of_existence(tokens, verb_at)
    if (
        rule is EFFECT
        and reflexive
        and not (form.effect and verb in _OF_ITSELF)
        and kind not in DOERS
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
    after = _skip(tokens, verb_at + 1)
    word = tokens.get(after)
    if verb in {"haber", "deber", "tener"} and word in {"de", "que"} and is_infinitive(tokens.get(after + 1)):
        return _bare(tokens.get(after + 1)), after + 1
    if verb == "deber" and is_infinitive(word):
        return _bare(word), after
    if verb in {"ir"} and word == "a" and is_infinitive(tokens.get(after + 1)):
        return _bare(tokens.get(after + 1)), after + 1
    if verb in _CHAIN_FUTURES:
        for index in range(after, min(len(tokens), after + 4)):
            if is_infinitive(tokens.get(index)) and tokens.get(index - 1) in {
                "por",
                "a",
                "en",
                "de",
                "para",
            } | {tokens.get(verb_at)}:
                return _bare(tokens.get(index)), index
            if tokens.get(index).endswith(("ando", "iendo", "yendo")):
                return _of_gerund(tokens.get(index)), index
    return verb, verb_at


def _bare(infinitive: str) -> str:
    return re.sub(r"(?<=r)(?:se|nos|lo|la|los|las|les|selo|sela)$", "", infinitive)


def _of_gerund(gerund: str) -> str:
    if gerund.endswith("ando"):
        return gerund[:-4] + "ar"
    return gerund[:-5] + "er"


def _future_form(tokens: Tokens, at: int, verb: str, *, reflexive: bool) -> FutureForm:
    following = tokens.get(_skip(tokens, at + 1))
    if verb == "ser" and _PARTICIPLE.fullmatch(following):
        return FutureForm(
            "ser",
            passive=True,
            organizing=following not in _NO_PARTICIPLE_ACTS,
            describing=following in _DESCRIBING_PARTICIPLES,
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
    if verb in {"entrar", "contar"}:
        stative = verb == "entrar" and tokens.get(at + 1) == "en" and tokens.get(at + 2) == "vigor"
    effect = verb in EFFECTS and not light and not takes_place
    return FutureForm(
        verb,
        effect=effect,
        organ_act=not effect,
        stative=stative
        or (
            reflexive
            and verb in {"ver", "beneficiar", "traducir", "convertir", "encontrar", "regir", "basar"}
        ),
        meeting_act=takes_place or light or (verb in MEETING_ACTS and verb not in {"tener", "dar", "llevar"}),
        work_act=verb in WORK_ACTS,
        describing=verb in DESCRIBING and not reflexive,
        ceremonial=verb in _CEREMONIAL,
        only_agents=verb in ONLY_AGENTS,
        changes=verb in CHANGES,
    )


def _told_of_others(subject: Subject, form: FutureForm) -> bool:
    """A verb at the head of its clause takes its subject from the right ("Participarán representantes de ...")."""
    return subject.kind is SubjectKind.ELIDED and form.describing


def _rule_of_existence(tokens: Tokens, at: int) -> ReadingRule:
    kind = kind_of(tokens, at + 1, min(len(tokens), at + 6), TABLES)
    return TO_BE_DONE if kind in {SubjectKind.EVENT, SubjectKind.BODY} else DESCRIPTION


def _predicate_start(tokens: Tokens, at: int) -> int:
    while at > 0 and tokens.low[at - 1] in {
        "se",
        "no",
        "nos",
        "lo",
        "la",
        "los",
        "las",
        "le",
        "les",
        "también",
        "ya",
    }:
        if tokens.low[at - 1] in {"la", "los", "las", "lo"} and tokens.get(at - 2) in TABLES.prepositions:
            break
        at -= 1
    return at


def _subject(tokens: Tokens, start: int, verb_at: int, *, we: bool) -> Subject:
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
    first = _skip(tokens, verb_at + 1)
    if _PARTICIPLE.fullmatch(tokens.get(first)):
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
    kind = kind_of(tokens, first, min(len(tokens), first + 6), TABLES)
    is_doer = kind in {SubjectKind.PARTY, SubjectKind.BODY, SubjectKind.PERSON, SubjectKind.BENEFICIARY}
    if is_doer or (kind is SubjectKind.EVENT and "se" in tokens.low[start:verb_at]):
        return Subject(kind, first, min(len(tokens), first + 6), found.subordinate)
    return found


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


def _skip(tokens: Tokens, index: int) -> int:
    while tokens.get(index) in TABLES.adverbs or (
        tokens.get(index).endswith("mente") and len(tokens.get(index)) > 6
    ):
        index += 1
    return index


def _going(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Van a crear", "han de reunirse"."""
    mark = tokens.get(at + 1)
    if mark not in {"a", "de"} or not is_infinitive(tokens.get(at + 2)):
        return None
    start = _predicate_start(tokens, at)
    subject = _subject(tokens, start, at + 2, we=tokens.low[at] in {"vamos", "hemos"})
    return _future_of(tokens, start, at + 2, _bare(tokens.get(at + 2)), subject, before)


# ---- verbs of commitment ----------------------------------------------------------------------------------------


def _agreeing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    verb = _AGREEING[tokens.low[at]]
    if not _is_finite(tokens, at):
        return None
    start = _perfect_start(tokens, at)
    subject = _governor(tokens, start, before)
    if subject is None or tokens.get(start - 1) == "según" or tokens.get(start - 1) == "como":
        return None
    mark, complement = _complement(tokens, at)
    if mark == "que":
        return _reported_clause(tokens, start, complement, subject, before, directive=verb != "coincidir")
    if mark in {"infinitive", ":"}:
        rule = AGREED
    elif verb in {"acordar", "convenir", "pactar"}:
        rule = (
            RECOGNITION
            if any(word in _UNSETTLED for word in tokens.low[complement : complement + 4])
            else AGREED
        )
    elif verb in {"decidir", "determinar"} and any(
        word in _ACTION_NOUNS for word in tokens.low[complement : complement + 3]
    ):
        rule = AGREED
    else:
        rule = RECOGNITION
    return Clause(left_out_as(subject, rule), start, complement, _verb_at(tokens, complement), subject)


def _reflexive(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    word = tokens.low[at]
    if word.endswith("ido"):
        if tokens.get(at - 1) not in {"ha", "han", "hemos"}:
            return _standing(tokens, at, before)
        start = at - 2
    else:
        start = at - 1
    if tokens.get(start) not in {"se", "nos"}:
        return None
    start = _predicate_start(tokens, start)
    subject = _governor(tokens, start, before)
    if subject is None:
        return None
    mark, complement = _complement(tokens, at)
    if mark in {"infinitive", ":", "que"}:
        rule = AGREED
    else:
        rule = AGREED if _names_action(tokens, complement, lenient=True) else RECOGNITION
    return Clause(left_out_as(subject, rule), start, complement, _verb_at(tokens, complement), subject)


def _resolving(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Se proponen crear"."""
    if tokens.get(at - 1) not in {"se", "nos"} or not is_infinitive(tokens.get(_skip(tokens, at + 1))):
        return None
    subject = _governor(tokens, at - 1, before)
    if subject is None:
        return None
    complement = _skip(tokens, at + 1)
    return Clause(left_out_as(subject, INTEND), at - 1, complement, _verb_at(tokens, complement), subject, 1)


def _standing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    back = at - 1
    while back > 0 and (
        tokens.get(back) in TABLES.adverbs
        or tokens.get(back).endswith("mente")
        or tokens.get(back) == "firme"
    ):
        back -= 1
    if tokens.get(back) not in _BE:
        return None
    subject = _governor(tokens, back, before)
    if subject is None:
        return None
    mark, complement = _complement(tokens, at)
    action = (
        mark == ":"
        or (mark == "infinitive" and _names_action(tokens, complement))
        or (mark == "object" and _names_action(tokens, complement))
    )
    rule = STANDS_COMMITTED if action else RECOGNITION
    return Clause(left_out_as(subject, rule), back, complement, _verb_at(tokens, complement), subject)


def _intending(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    complement = _skip(tokens, at + 1)
    if not is_infinitive(tokens.get(complement)):
        return None
    subject = subject_before(tokens, _predicate_start(tokens, at), TABLES)
    kind = resolved(subject.kind, before)
    if kind in {SubjectKind.THING, SubjectKind.NOUN, SubjectKind.WORK, SubjectKind.IT, SubjectKind.EVENT}:
        rule = AIM
    elif kind is SubjectKind.BENEFICIARY:
        rule = DESCRIPTION
    elif kind is SubjectKind.BODY and _INTENDING[tokens.low[at]] in {"buscar", "pretender"}:
        rule = AIM
    else:
        rule = INTEND
    if tokens.get(at - 1) == "se":
        rule = (
            INTEND if _INTENDING[tokens.low[at]] in {"prever", "planear", "contemplar", "proyectar"} else AIM
        )
    return Clause(left_out_as(subject, rule), at, complement, _verb_at(tokens, complement), subject, 1)


def _planned(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Tienen previsto celebrar", "está prevista una reunión"."""
    if tokens.get(at - 1) in {"tiene", "tienen", "tenemos"} and is_infinitive(
        tokens.get(_skip(tokens, at + 1))
    ):
        subject = _governor(tokens, at - 1, before)
        complement = _skip(tokens, at + 1)
        if subject is None:
            return None
        return Clause(
            left_out_as(subject, INTEND), at - 1, complement, _verb_at(tokens, complement), subject, 1
        )
    if tokens.get(at - 1) in {"está", "están"}:
        subject = _subject(tokens, at - 1, at, we=False)
        return Clause(left_out_as(subject, INTEND), at - 1, at + 1, "prever", subject, 1)
    return None


def _renewing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Reiteraron su compromiso de crear", "tienen la intención de crear", "asumen el compromiso de"."""
    noun_at = next(
        (
            index
            for index in range(at + 1, min(len(tokens), at + 8))
            if tokens.low[index] in _FIRM_NOUNS | _INTENT_NOUNS | _FAINT_NOUNS
        ),
        None,
    )
    between = tokens.low[at + 1 : noun_at] if noun_at is not None else ()
    if noun_at is None or any(word in HARD_STOPS | {"que", ","} | _UNSETTLED for word in between):
        return None
    if tokens.low[noun_at] == "propósito" and not tokens.low[at].startswith(
        ("tien", "ten", "reiter", "reafirm", "manifest", "expres")
    ):
        return None
    if _names_aim(tokens, at, noun_at):
        return None
    subject = _governor(tokens, _predicate_start(tokens, at), before)
    if subject is None:
        return None
    noun = tokens.low[noun_at]
    complement = noun_at + 1
    while (
        complement < min(len(tokens), noun_at + 6)
        and tokens.low[complement] not in {"de", "a", "con", "por", "en", "para"} | HARD_STOPS
    ):
        complement += 1
    complement = _skip(tokens, complement + 1)
    is_verb = is_infinitive(tokens.get(complement))
    if noun in _FAINT_NOUNS:
        rule, strength = RECOGNITION, 2
    elif noun in _INTENT_NOUNS:
        rule, strength = (INTEND if is_verb else RECOGNITION), 2 if noun == "decisión" else 1
    elif tokens.low[at].startswith(("asum", "adquir", "contra", "hic", "hac")):
        rule, strength = (AGREED if is_verb or _names_action(tokens, complement) else RECOGNITION), 2
    else:
        rule, strength = (PLEDGE_RENEWED if _names_action(tokens, complement) else RECOGNITION), 2
    if tokens.low[at].startswith(("tien", "ten", "compart")) and noun in _FIRM_NOUNS:
        rule = RECOGNITION
    return Clause(left_out_as(subject, rule), at, complement, _verb_at(tokens, complement), subject, strength)


def _names_aim(tokens: Tokens, at: int, noun_at: int) -> bool:
    return tokens.low[at].startswith(("tien", "ten", "tuv")) and any(
        word in _AIM_NOUNS and word != "propósito" for word in tokens.low[at + 1 : noun_at + 1]
    )


def _instructing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    subject = _governor(tokens, _perfect_start(tokens, at), before)
    if subject is None:
        return None
    window = range(at + 1, min(len(tokens), at + 30))
    for index in window:
        word = tokens.low[index]
        if word in _STOPS:
            return None
        if word in {"a", "de", "que", "para"} and is_infinitive(tokens.get(_skip(tokens, index + 1))):
            complement = _skip(tokens, index + 1)
            return Clause(
                left_out_as(subject, INSTRUCTED), at, complement, _verb_at(tokens, complement), subject
            )
        if (
            is_infinitive(word)
            and index > at + 2
            and tokens.get(index - 1) not in TABLES.articles | TABLES.prepositions
        ):
            return Clause(left_out_as(subject, INSTRUCTED), at, index, _bare(word), subject)
        if (word == "que" and index > at + 1) or (
            tokens.low[at].startswith(("encom", "encarg")) and index > at + 3 and word in {"la", "el"}
        ):
            return Clause(left_out_as(subject, INSTRUCTED), at, index + 1, tokens.get(index + 1), subject)
    return None


def _announcing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    start = _perfect_start(tokens, at)
    subject = _governor(tokens, start, before)
    if subject is None:
        return None
    stated = _stating(tokens, at, before)
    if stated is not None:
        return stated
    known = _renewing(tokens, at, before)
    if known is not None:
        return known
    window = tokens.low[at + 1 : at + 8]
    rule: ReadingRule = REPORTED
    if any(word in _ENDINGS for word in window[:4]):
        rule = REPORTED
    elif (
        ":" in window[:4]
        or "siguiente" in window[:3]
        or "siguientes" in window[:3]
        or any(word in _BEGINNINGS for word in window)
        or any(word[0].isdigit() for word in window)
    ):
        rule = ANNOUNCED
    return Clause(left_out_as(subject, rule), start, at + 1, "anunciar", subject)


def _stating(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Confirmaron que México destinará": somebody's future, told by the Parties."""
    start = _skip(tokens, at + 1)
    if tokens.get(start) != "que":
        return None
    subject = _governor(tokens, at, before)
    if subject is None or depends(subject):
        return None
    solemn = tokens.low[at].startswith(("anunc", "confirm", "declar"))
    if not solemn and subject.kind not in {SubjectKind.PARTY, SubjectKind.NAMED}:
        return None
    for index in range(start + 1, min(len(tokens), start + 25)):
        word = tokens.low[index]
        if word in _STOPS:
            return None
        if not future_ending(word) and not (_is_conditional(word)):
            continue
        inner_start = _predicate_start(tokens, index)
        inner = subject_before(tokens, inner_start, TABLES)
        own = inner.kind is SubjectKind.ELIDED or inner.start >= inner.end
        if not solemn and not own:
            return None
        doer = subject if own else Subject(inner.kind, inner.start, inner.end)
        clause = _future_of(tokens, inner_start, index, _infinitive_of(word), doer, before)
        if clause is None or not clause.commits:
            return None
        return Clause(ANNOUNCED, at, clause.complement, clause.verb, doer, clause.strength)
    return None


def _infinitive_of(word: str) -> str:
    stem = re.sub(r"(?:á|án|emos|ía|ían|íamos)$", "", word)
    return _IRREGULAR.get(stem, stem)


def _reported_clause(
    tokens: Tokens, at: int, start: int, subject: Subject, before: Discourse, *, directive: bool
) -> Clause:
    """
    A clause with "que" after a verb of agreement commits when it speaks of what will or should be done.

    After "acordar" and the like ("directive") the verb is in the future or the subjunctive, unless it states what is.
    """
    for index in range(start, min(len(tokens), start + 40)):
        word = tokens.low[index]
        if word in _STOPS:
            break
        if word in _STATES_WHAT_IS:
            return Clause(RECOGNITION, at, start, tokens.low[at], subject)
        if not future_ending(word) and not (_is_conditional(word)):
            continue
        inner_start = _predicate_start(tokens, index)
        inner = subject_before(tokens, inner_start, TABLES)
        inner = Subject(inner.kind, max(inner.start, start), inner.end)
        clause = _future_of(tokens, inner_start, index, _infinitive_of(word), inner, before)
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
        return Clause(left_out_as(subject, AGREED), at, start, _verb_at(tokens, start), subject)
    return Clause(RECOGNITION, at, start, tokens.low[at], subject)


_STATES_WHAT_IS = words(
    """
    es son está están constituye constituyen representa representan tiene tienen requiere requieren contribuye contribuyen debe deben
    puede pueden ha han existe existen resulta permite permiten sigue siguen fortalece favorece beneficia
    """
)


def _aiming(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    following = tokens.get(_skip(tokens, at + 1))
    if following != "que" and not is_infinitive(following) and following != "con":
        return None
    rule = LOOK_FORWARD if following == "con" else AIM
    return Clause(rule, at, at + 1, tokens.low[at], Subject(SubjectKind.UNKNOWN, at, at))


def _settled(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Quedó convenido que", "quedó emplazada para junio"."""
    participle_at = _skip(tokens, at + 1)
    word = tokens.get(participle_at)
    joint = Subject(SubjectKind.PARTY, at, at)
    if word in _SETTLED and tokens.get(_skip(tokens, participle_at + 1)) == "que":
        return _reported_clause(tokens, at, participle_at + 2, joint, before, directive=True)
    if word.rstrip("s")[:-1] in {"establecid", "constituid", "conformad", "instalad", "cread"} and tokens.low[
        at
    ].startswith("queda"):
        return Clause(AGREED, at, participle_at, word, joint)
    if word.rstrip("s")[:-1] in {"emplazad", "convocad", "programad", "fijad", "citad", "acordad", "previst"}:
        return Clause(TO_BE_DONE, at, participle_at + 1, word, joint)
    return None


_SETTLED = words("entendido acordado convenido establecido decidido dispuesto pactado resuelto")


def _offering(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Ofreció ser sede"."""
    complement = _skip(tokens, at + 1)
    if not is_infinitive(tokens.get(complement)):
        return None
    subject = _governor(tokens, _predicate_start(tokens, at), before)
    if subject is None:
        return None
    return Clause(left_out_as(subject, AGREED), at, complement, _verb_at(tokens, complement), subject)


def _taking_charge(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "Toma a su cargo", "se hace cargo de", "asume la responsabilidad de", "tiene comprometido"."""
    ahead = tokens.low[at + 1 : at + 4]
    is_charge = "cargo" in ahead or ahead[:2] == ("la", "responsabilidad") or ahead[:1] == ("comprometido",)
    if not is_charge:
        return None
    subject = _governor(tokens, _predicate_start(tokens, at), before)
    if subject is None:
        return None
    return Clause(left_out_as(subject, AGREED), at, at + 3, tokens.get(at), subject)


def _gerund(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    """ "..., comprometiéndose a publicar"."""
    mark, complement = _complement(tokens, at)
    if mark != "infinitive" or at == 0:
        return None
    return Clause(
        AGREED, at, complement, _verb_at(tokens, complement), Subject(SubjectKind.ELIDED, at, at, elided=True)
    )


# ---- what follows a verb, what stands before it -----------------------------------------------------------------


def _complement(tokens: Tokens, at: int) -> tuple[str, int]:
    """What a verb of commitment governs: an infinitive, ``que``, ``:`` or a noun."""
    index = at + 1
    in_insertion = False
    for _ in range(18):
        word = tokens.get(index)
        if word in _STOPS or not word:
            break
        if word in {":", "—", "–"} or (word in {"siguiente", "siguientes"} and index - at < 5):
            return ":", index + 1
        if word == "que" and index - at < 12:
            return "que", index + 1
        if is_infinitive(word) and tokens.get(index - 1) not in {"para", "la", "el", "los", "las", "su"}:
            return "infinitive", index
        if word == "," or in_insertion:
            in_insertion = True
            index += 1
            continue
        if (
            word in TABLES.adverbs
            or word.endswith("mente")
            or word in {"a", "en", "con", "por", "de"}
            or (tokens.get(index - 1) in {"en", "por", "de", "durante"} and index - at < 5)
        ):
            index += 1
            continue
        break
    return "object", min(at + 1, len(tokens))


def _names_action(tokens: Tokens, start: int, *, lenient: bool = False) -> bool:
    """Whether what follows "compromiso de" is an action (rule 5), not a state, a value or a relationship."""
    index = start
    while tokens.get(index) in {"de", "a", "con", "en", "por", "para"} or tokens.get(index) in TABLES.adverbs:
        index += 1
    word = tokens.get(index)
    window = tokens.low[index : index + 9]
    concrete = _is_concrete(tokens, index)
    if is_infinitive(word):
        general = _bare(word) in _GENERAL_ACTS and any(each in _VALUES for each in window[1:])
        return lenient or not general or concrete
    if lenient:
        return not any(each in _VALUE_NOUNS for each in window[:4]) or any(
            each in _ACTION_NOUNS for each in window[:3]
        )
    return any(each in _ACTION_NOUNS for each in window[:4]) and concrete


def _is_concrete(tokens: Tokens, start: int) -> bool:
    for index in range(start, min(len(tokens), start + 16)):
        word = tokens.words[index]
        if tokens.low[index] in _STOPS:
            break
        if word[0].isdigit() or word[0] in "$€£":
            return True
        is_name = word[:1].isupper() and tokens.low[index] not in TABLES.nouns and index > start
        following = (
            tokens.word(index + 1)
            if tokens.get(index + 1) not in TABLES.prepositions
            else tokens.word(index + 2)
        )
        if is_name and ((word.isupper() and len(word) > 2) or following[:1].isupper()):
            return True
        if tokens.low[index] in {
            "grupo",
            "comité",
            "anualmente",
            "semestralmente",
            "mensualmente",
            "trimestralmente",
        }:
            return True
    return False


def _verb_at(tokens: Tokens, start: int) -> str:
    for index in range(start, min(len(tokens), start + 4)):
        if is_infinitive(tokens.get(index)):
            return _bare(tokens.get(index))
    return tokens.get(start)


def _is_finite(tokens: Tokens, at: int) -> bool:
    word = tokens.low[at]
    if word.endswith(("ado", "ido", "uelto")):
        return tokens.get(at - 1) in {"ha", "han", "hemos"}
    return tokens.get(at - 1) not in {"el", "un", "los", "del", "al", "de", "este", "dicho"}


def _perfect_start(tokens: Tokens, at: int) -> int:
    if tokens.get(at - 1) in {"ha", "han", "hemos"}:
        at -= 1
    return _predicate_start(tokens, at)


def _governor(tokens: Tokens, start: int, before: Discourse) -> Subject | None:
    """Subject of a verb of commitment when it is somebody who can commit; Spanish may leave it out."""
    subject = subject_before(tokens, start, TABLES)
    kind = resolved(subject.kind, before)
    if kind in GOVERNING:
        return subject
    if subject.kind is SubjectKind.ELIDED or subject.start >= subject.end:
        return Subject(SubjectKind.PARTY, subject.start, subject.end, subject.subordinate, elided=True)
    return None


def _handlers() -> dict[str, _Handler]:
    table: dict[str, _Handler] = {}
    for options, handler in (
        (_AIMING, _aiming),
        (_STANDING, _standing),
        (_INSTRUCTING, _instructing),
        (_ANNOUNCING, _announcing),
        (_STATING - _ANNOUNCING, _stating_or_renewing),
        (frozenset(_AGREEING), _agreeing),
        (frozenset(_REFLEXIVE), _reflexive),
        (frozenset(_RESOLVING), _resolving),
        (frozenset(_INTENDING), _intending),
        (words("previsto prevista previstos previstas programada programado planeado"), _planned),
        (words("van va vamos"), _going),
        (words("ofrece ofrecen ofreció ofrecieron ofrecemos"), _offering),
        (words("quedó quedaron queda quedan"), _settled),
        (
            words("toma toman tomó tomaron hace hacen hizo tiene tienen asume asumen asumió asumieron"),
            _charge_or_renewing,
        ),
        (words("han hemos ha"), _having),
        (words("comprometiéndose comprometiéndonos acordando conviniendo"), _gerund),
    ):
        table.update(dict.fromkeys(options, handler))
    return table


def _stating_or_renewing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    return _stating(tokens, at, before) or _renewing(tokens, at, before)


def _charge_or_renewing(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    charge = _taking_charge(tokens, at, before)
    return charge or (_renewing(tokens, at, before) if _RENEWING.fullmatch(tokens.low[at]) else None)


def _having(tokens: Tokens, at: int, before: Discourse) -> Clause | None:
    return _going(tokens, at, before) if tokens.get(at + 1) == "de" else None


_HANDLERS = _handlers()


def gives_new_content(tokens: Tokens, before: Discourse) -> bool:
    """ "Esto incluye crear ...", after a sentence that commits (rule 7)."""
    if not before.committed or tokens.get(0) not in _THIS:
        return False
    for index in range(1, min(len(tokens), 6)):
        if tokens.low[index] in _INCLUDES:
            following = tokens.get(index + 1)
            after = tokens.get(index + 2) if following in TABLES.articles else following
            return is_infinitive(after) or after in _ACTION_NOUNS
    return False
