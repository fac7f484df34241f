"""Turns of phrase that commit without a verb of commitment: "agreement was reached to", "quedan encargadas de"."""

import re
from collections.abc import Iterator

from hled.dialogue.workplan.domain.statement.clauses.clause import Clause
from hled.dialogue.workplan.domain.statement.grammar.subjects import Subject
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens
from hled.dialogue.workplan.domain.statement.rules import AGREED, INSTRUCTED, INTEND, TO_BE_DONE, ReadingRule
from hled.kernel.bilingual import Language

_BODY = r"(?:grupo|comit\w+|subcomit\w+|comisión|consejo|mesa|mecanismo|centro|red|fondo|secretar\w+|unidad|foro|programa|registro|fuerza)"
_INFINITIVE = r"\w+(?:[aei]r|ír)(?:se|l[oae]s?)?\b"
_TASK = r"(?:\s\d+)?\s*[:\u2013\u2014-]+\s*(?=\w)"

_ENGLISH: tuple[tuple[ReadingRule, int, str], ...] = (
    (INTEND, 1, r"\bit (?:is|remains) (?:the|our|their) (?:\w+ )?intention of [^,.;]{3,80}? to\b"),
    (INTEND, 1, r"\b(?:have|has) (?:every|the) (?:\w+ )?intention (?:of|to)\b"),
    (
        AGREED,
        2,
        r"(?<!no )\b(?:agreement|consensus|an understanding|(?:a|the) decision) (?:was|has been) (?:also )?(?:reached|taken|made)"
        r"(?: \w+)? (?:to|that|on|for)\b",
    ),
    (
        AGREED,
        2,
        r"\b(?:reached|came to|arrived at) (?:an? )?(?:\w+ )?(?:agreement|understanding|decision) (?:to|that)\b",
    ),
    (AGREED, 2, r"\b(?:took|made|have taken|have made) (?:the|a) (?:\w+ )?decision to\b"),
    (AGREED, 2, r"\bthere (?:is|was) (?:(?!no)\w+ )?agreement (?:to|that|on)\b"),
    (
        AGREED,
        2,
        r"\b(?:gave|give|gives|made|makes|entered into) (?:(?:an?|its|their|the) )?(?:\w+ )?"
        r"(?:undertakings?|assurances?|pledge|word|promise|commitment) (?:that|to)\b",
    ),
    (
        AGREED,
        2,
        r"(?<!had )\b(?:set|sets|fixed|adopted) (?:themselves |itself |ourselves )?(?:a|the|an) (?:\w+ ){0,3}?"
        r"(?:target|goal|deadline|date) (?:of|to|for)\b",
    ),
    (AGREED, 2, r"\bresponsibility for [^.;]{3,90}? (?:will|shall) (?:rest|lie|fall|remain)\b"),
    (
        AGREED,
        2,
        r"\bit (?:will|shall) (?:be for|fall to|be up to|be the (?:task|responsibility) of) [^.;]{3,80}? to\b",
    ),
    (
        AGREED,
        2,
        r"\b(?:is|are) hereby (?:established|created|constituted|set up|formed|launched|extended|appointed|designated)\b",
    ),
    (
        AGREED,
        2,
        r"^(?:each|the|both|either|all)(?: \w+)? (?:part(?:y|ies)|governments?|sides?|countr(?:y|ies)|ministr(?:y|ies)|authorities)"
        r" (?:is|are) (?:obliged|bound|obligated|required) to\b",
    ),
    (
        AGREED,
        2,
        r"(?<!had )\b(?:approved|endorsed|authorized|approve|approves) (?:the )?(?:joint )?"
        r"(?:creation|establishment|launch|opening|formation|start|extension) of\b",
    ),
    (INSTRUCTED, 2, r"\b(?:gave|have given|issued|gives|give) (?:\w+ )?instructions (?:to|for|that)\b"),
    (INTEND, 2, r"\b(?:expressed|announced|communicated|confirmed) (?:their|its|the) (?:\w+ )?decision to\b"),
    (AGREED, 2, r"\bstands? by (?:its|their|our|the) (?:pledge|commitment|promise|offer) to\b"),
    (AGREED, 2, r"\bconcurred (?:to|that)\b"),
    (
        AGREED,
        2,
        r"\b(?:have |has )?(?:fixed|set) (?:\d{1,2} [A-Z]\w+|[A-Z]\w+ \d{1,2})(?:,? \d{4})? (?:for|as)\b",
    ),
    (AGREED, 2, r"\b(?:opted|chose|chosen|elected) to\b"),
    (
        AGREED,
        2,
        r"\b(?:gave|give|gives) (?:the|their|its) (?:green light|go-ahead|approval|consent) (?:to|for)\b",
    ),
    (AGREED, 2, r"\b(?:gave|set) (?:themselves|itself|ourselves) until\b"),
    (INSTRUCTED, 2, r"\b(?:left it to|leave it to|it is left to) [^.;]{3,60}? to\b"),
    (AGREED, 2, r"\b(?:lays?|laid|falls?|rests?) (?:it )?(?:upon|on|to|with) the [^.;]{3,60}? the task of\b"),
    (
        AGREED,
        2,
        r"^(?:(?:and )?(?:their|our|its) )(?:\w+ )?(?:decision|commitment|pledge|intention|resolve|determination) to\b",
    ),
    (AGREED, 2, r"\bthere (?:shall|will) be (?:established|created|set up|formed|constituted)\b"),
    (AGREED, 2, rf"^(?:action(?: item| point)?s?|follow-?up|agreed|to do|next steps?|decision){_TASK}"),
)
_SPANISH: tuple[tuple[ReadingRule, int, str], ...] = (
    (
        INTEND,
        1,
        rf"\bes (?:la )?(?:solicit|pid|luz verde|visto bueno|consent|optar|opt[óa]|determina|\w[áéí]\w+se\b|intención|instruccion|propósito|voluntad) de [^,.;]{{3,70}}? (?={_INFINITIVE})",
    ),
    (
        AGREED,
        2,
        r"\b(?:se llegó|se arribó|llegaron|llegamos) (?:al|a un|a este) (?:\w+ )?(?:acuerdo|entendimiento|consenso|compromiso)"
        r" (?:de|para|en|sobre)\b",
    ),
    (
        AGREED,
        2,
        r"\b(?:alcanzaron|alcanzamos|se alcanzó|lograron|hubo) (?:(?:un|el) )?(?:acuerdo|entendimiento|consenso|compromiso)"
        r" (?:para|de|en)\b",
    ),
    (AGREED, 2, r"\b(?:se tomó|tomaron|tomamos|adoptaron|se adoptó) la decisión (?:conjunta )?de\b"),
    (
        AGREED,
        2,
        r"\b(?:fijaron|fijan|fijamos|se fijó|se fijaron|se fija|se dieron|se impusieron|establecieron) (?:como )?(?:la|una|el|un)"
        r" (?:\w+ )?(?:meta|plazo|fecha límite) (?:de|para|común|conjunta)\b",
    ),
    (AGREED, 2, r"\b(?:correrán?|correrá) (?:por cuenta|a cargo) del?\b"),
    (
        AGREED,
        2,
        r"\b(?:quedan?|quedarán?|quedó|quedaron|estarán?) (?:a cargo de|encargad[oa]s? de|comisionad[oa]s? para|comprometid[oa]s? a)",
    ),
    (AGREED, 2, rf"^corresponde(?:rá)? a[l]? [^.;]{{3,80}}? (?={_INFINITIVE})"),
    (AGREED, 2, r"\bse (?:fija|fijan|fijó|fijaron|señala|señaló) (?:el|la|los|las|para el)\b"),
    (AGREED, 2, r"\bserá (?:responsabilidad|tarea|obligación) de\b"),
    (
        AGREED,
        2,
        r"\bse (?:crean?|establecen?|constituyen?|instituyen?|instalan?|conforman?|convocan?) (?:un|una|el|la|los|las)"
        rf" (?:\w+ ){{0,2}}?{_BODY}\b",
    ),
    (
        AGREED,
        2,
        r"^(?:asimismo,? |además,? )?se (?:prohíben?|autorizan?|suspenden?|eliminan?|suprimen?|destinan?|asignan?|reservan?|facultan?|designan?|habilitan?"
        r"|amplían?|prorrogan?|extienden?)\b",
    ),
    (AGREED, 2, r"\best(?:á|án|amos) obligad[oa]s? a\b"),
    (
        AGREED,
        2,
        r"\b(?:aprobaron|aprueban|aprobó|avalaron|autorizaron|autorizó) (?:la|el) "
        r"(?:creación|establecimiento|puesta en marcha|apertura|lanzamiento|conformación|ampliación) de\b",
    ),
    (
        INSTRUCTED,
        2,
        r"\b(?:se (?:solicitó|pidió|instruyó|encomendó|encargó|solicita|instruye|pide|mandató)|encomendaron|encargaron|instruyeron)"
        rf" al? [^.;]{{3,90}}? (?={_INFINITIVE})",
    ),
    (AGREED, 2, r"\b(?:se dispuso|dispusieron|dispuso|dispone|disponen) que\b"),
    (AGREED, 2, rf"\bqueda(?:ron|mos|n) (?:en|de) (?={_INFINITIVE})"),
    (
        AGREED,
        2,
        r"\b(?:han |hemos |ha )?fij(?:ado|aron|amos|an) el \d{1,2} de \w+(?: de \d{4})? (?:para|como)\b",
    ),
    (AGREED, 2, rf"\bse ofreci(?:ó|eron) a (?={_INFINITIVE})"),
    (TO_BE_DONE, 2, r"\bse habr(?:á|án) (?=\w+[aei]d[oa]s?\b)"),
    (AGREED, 2, r"\bponen?(?:mos)? a disposición de\b"),
    (
        AGREED,
        2,
        r"^(?:créa|establéce|institúye|encárga|encárgue|constitúye|fíja|desígna|confórma|dispóne|autoríza|apruéba|convóca)n?se\b",
    ),
    (
        AGREED,
        2,
        rf"^(?:y )?(?:su|nuestr[oa]|la|el) (?:\w+ )?(?:decisión|compromiso|intención|determinación|propósito) (?:común |conjunt[oa] |firme )?de (?={_INFINITIVE})",
    ),
    (
        AGREED,
        2,
        r"\b(?:dieron|dio|dan|da|damos) (?:luz verde|su visto bueno|su aprobación|su consentimiento) (?:a|para|al)\b",
    ),
    (AGREED, 2, rf"\b(?:optaron|optamos|optó|optan) por (?={_INFINITIVE})"),
    (
        INSTRUCTED,
        2,
        r"\b(?:encargaron|encargó|encargan|encomendaron|encomendó|encomiendan|encargamos|encomendamos) (?:a |al |un |una |el |la )",
    ),
    (
        INSTRUCTED,
        2,
        r"\b(?:pidieron|solicitaron|pidió|solicitó|piden|solicitan) (?:a [^.;]{3,60} )?(?:que|un informe|un estudio|una propuesta|un diagnóstico|una lista|un plan|un proyecto)\b",
    ),
    (INSTRUCTED, 2, r"\b(?:dieron|dio|damos|giró|giraron|se giraron|impartieron) instrucciones\b"),
    (AGREED, 2, rf"^(?:acuerdo|compromiso|acción|tarea|seguimiento|resolutivo)s?{_TASK}"),
)
_BOILERPLATE = {
    Language.EN: re.compile(
        r"^(?:nothing in|no provision|notwithstanding)\b|\b(?:carried out|implemented|conducted|undertaken) (?:in accordance with|subject to|within the limits of)\b[^.;]{0,60}(?:laws?|legislation|regulations|funds)\b"
        r"|^(?:any |all |the |this |these |such |each )?(?:(?:present|proposed|english|spanish|two|both|written) )*(?:differences?|disputes?|disagreements?|amendments?|modifications?"
        r"|termination|annex(?:es)?|texts?|memorand(?:um|a)|mou|arrangement|agreement|instrument|understanding|interpretation|provisions?)\b[^.;]{0,90}?\b(?:will|shall)\b",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"^(?:nada (?:de lo|en)|ninguna disposición)\b|\b(?:realizarán?|ejecutarán?|llevarán? a cabo)\b[^.;]{0,40}(?:de conformidad con|conforme a|con sujeción a|con arreglo a)\b[^.;]{0,60}(?:legislación|leyes|normativa|disponibilidad)\b"
        r"|^(?:toda |cualquier |el |la |las |los |este |esta |cada )?(?:(?:presente|eventual|posible) )*(?:diferencias?|controversias?|discrepancias?|enmiendas?|modificaci(?:ón|ones)|terminación"
        r"|anexos?|textos?|memorand(?:o|um)|memorándum|instrumento|arreglo|convenio|acuerdo|interpretación|disposiciones)\b[^.;]{0,90}?\b(?:será|serán|se \w+rán?|entrará|tendrá|permanecerá|surtirá|formará|continuará|podrá|deberá|regirá)\b",
        re.IGNORECASE,
    ),
}


def is_boilerplate(wording: str, language: Language) -> bool:
    """A provision of the instrument about itself: its force, change, interpretation, disputes, end."""
    return _BOILERPLATE[language].search(wording) is not None


_TABLES = {
    Language.EN: tuple(
        (rule, strength, re.compile(text, re.IGNORECASE)) for rule, strength, text in _ENGLISH
    ),
    Language.ES: tuple(
        (rule, strength, re.compile(text, re.IGNORECASE)) for rule, strength, text in _SPANISH
    ),
}
_HINTS = {
    Language.EN: re.compile(
        r"opted|chose|elected|green light|go-ahead|approval|consent|until|left it|leave it|resolve|determination|decision|intention|instruction|stand|concur|establish|created|formed|agreement|consensus|understanding|decision|undertaking|assurance|pledge|word|promise|commitment|target|goal|deadline"
        r"|date|fixed|\bset\b|responsib|will be for|shall be for|fall to|be up to|task|hereby|obliged|bound|obligated|required"
        r"|creation|establishment|launch|opening|formation|start|extension|^(?:action|follow|agreed|to do|next)",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"solicit|pid|luz verde|visto bueno|consent|optar|opt[óa]|determina|\w[áéí]\w+se\b|intención|instruccion|propósito|voluntad|acuerdo|entendimiento|consenso|compromiso|decisión|meta|plazo|fecha|corre|corresp|fij|cargo|encargad|comision"
        r"|comprometid|responsab|tarea|obliga|\bse \w+[aáeónr]\b|aproba|aprob|avala|autoriz|encom|encarg|instru|dispu|dispon|qued|ofreci|acción|seguim",
        re.IGNORECASE,
    ),
}
"""A first look that spares most sentences the patterns themselves."""


def set_phrases(wording: str, tokens: Tokens, language: Language) -> Iterator[Clause]:
    """Committing turns of phrase in a sentence; the doer is taken from the words before them."""
    if not _HINTS[language].search(wording):
        return
    for rule, strength, pattern in _TABLES[language]:
        found = pattern.search(wording)
        if found is None:
            continue
        at = next((index for index, place in enumerate(tokens.at) if place >= found.start()), 0)
        complement = next(
            (index for index, place in enumerate(tokens.at) if place >= found.end()), len(tokens)
        )
        yield Clause(
            rule, at, complement, tokens.get(complement), Subject(SubjectKind.PARTY, 0, at), strength
        )
