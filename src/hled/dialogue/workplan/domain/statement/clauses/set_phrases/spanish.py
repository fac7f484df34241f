"""Turns of phrase of Spanish that commit: "se llegó al acuerdo de", "quedan encargadas de"."""

from hled.dialogue.workplan.domain.statement.clauses.set_phrases.phrase import phrases
from hled.dialogue.workplan.domain.statement.rules import AGREED, ANNOUNCED, INSTRUCTED, INTEND, TO_BE_DONE

_BODY = r"(?:grupo|comit\w+|subcomit\w+|comisión|consejo|mesa|mecanismo|centro|red|fondo|secretar\w+|unidad|foro|programa|registro|fuerza)"
_INFINITIVE = r"\w+(?:[aei]r|ír)(?:se|l[oae]s?)?\b"
_PAPER = r"(?:revisión|estudio|informe|diagnóstico|propuesta|lista|plan|evaluación|hoja de ruta|análisis|inventario|calendario|reporte|reunión)"
_TASK = r"(?:\s\d+)?\s*[:\u2013\u2014-]+\s*(?=\w)"

SPANISH = phrases(
    (
        INTEND,
        1,
        rf"\bes (?:la |el |nuestr[oa] |su )?(?:\w+ )?(?:intención|propósito|voluntad|compromiso|determinación|decisión) (?:de [^,.;]{{3,70}}? )?(?:de (?={_INFINITIVE})|que\b|(?={_INFINITIVE}))",
    ),
    (
        AGREED,
        2,
        r"\b(?:se llegó|se arribó|llegaron|llegamos|llegó|llegan|arribaron|arribó) (?:al|a un|a este) (?:\w+ )?(?:acuerdo|entendimiento|consenso|compromiso)"
        r" (?:de|para|en|sobre)\b",
    ),
    (
        AGREED,
        2,
        r"\b(?:alcanzaron|alcanzamos|alcanzó|lograron|logró|hubo) (?:(?:un|el) )?(?:acuerdo|entendimiento|consenso|compromiso)"
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
        r"\b(?:quedan?|quedarán?|quedó|quedaron|estarán?) (?:a cargo de|encargad[oa]s? de|comisionad[oa]s? para|(?:comprometid|obligad)[oa]s? a)",
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
    (AGREED, 2, rf"\bqued(?:aron|amos|an|ó) (?:en|de) (?={_INFINITIVE})"),
    (
        AGREED,
        2,
        r"\b(?:han |hemos |ha )?fij(?:ado|aron|amos|an|ó|a) el \d{1,2} de \w+(?: de \d{4})? (?:para|como)\b",
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
        rf"^(?:y )?(?:(?:su|nuestr[oa]|la|el|un) )?(?:decisión|acuerdo|compromiso|intención|determinación|propósito) (?:común |conjunt[oa] |firme )?(?:de|para) (?={_INFINITIVE})",
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
    (
        AGREED,
        2,
        r"\b(?:dio|dieron|dan|da|damos|dimos|empeñ(?:a|an|ó|aron|amos)) (?:su|nuestra|la) palabra de (?:que |no )?(?=\w)",
    ),
    (
        AGREED,
        2,
        rf"(?<!habían )\b(?:adquier\w+|adquiri\w+|asum\w+|contra\w+|acept\w+) (?:la|el|las|los|su) (?:\w+ )?(?:obligaci\w+|responsabilidad|compromisos?|tareas?) de (?:no )?(?={_INFINITIVE})",
    ),
    (INTEND, 1, rf"\b(?:la|nuestra|su) intención (?:de [^.;,]{{3,60}} )?es (?={_INFINITIVE})"),
    (
        AGREED,
        2,
        r"\b(?:hizo suya|hicieron suya|hicieron suyas|hace suya|hacen suya|hacemos nuestra|(?:se )?(?:aprob|aval|respald|adopt|acog|acept)(?:ó|aron|a|an|amos)) "
        r"(?:la|las|el|los|una) (?:[\w-]+ ){0,3}?(?:recomendaci\w+|propuestas?|sugerencias?|solicitud) [^.;]{0,60}?\bde (?:que\b|no )?(?=[\w ]+)",
    ),
    (
        INSTRUCTED,
        2,
        r"^(?:también |asimismo,? )?(?:solicitar|encomendar|instruir|encargar|mandatar|pedir|ordenar|exhortar|invitar) (?:al? |a l[oa]s? |que )",
    ),
    (
        INSTRUCTED,
        2,
        rf"\b(?:orden(?:aron|ó|an|amos)|mandat(?:aron|ó|an|amos)|encarg(?:aron|ó|an)|solicit(?:aron|ó|an)|pid(?:ieron|ió|en)) (?:un|una) (?:\w+ )?{_PAPER}\b",
    ),
    (
        ANNOUNCED,
        2,
        r"\b(?:dio|dieron|dan|da|dimos) a conocer que [^.;]{0,60}?\w+(?:rá|rán|ría|rían)\b",
    ),
    (
        AGREED,
        2,
        r"^(?:asimismo,? |además,? |también |en consecuencia,? )?se (?:crea|instituye|constituye|instala|conforma|establece)n? (?:un|una|el|la|los|las) ",
    ),
    (
        AGREED,
        2,
        r"\b(?:fij|program|agend)(?:ó|aron|an|amos) (?:\w+mente )?(?:su|la|el) (?:\w+ )?(?:reunión|sesión|ronda|encuentro|cumbre) (?:para|en|el)\b",
    ),
    (
        AGREED,
        2,
        rf"\b(?:aprob|avala|respald|adopt|acord)(?:ó|ron|aron|an|amos) (?:un|el|una|la) (?:plan|hoja de ruta|iniciativa|propuesta|estrategia)\b[^.;]{{0,40}} para (?={_INFINITIVE})",
    ),
    (AGREED, 2, r"\b(?:tendrán?|tienen?|tendremos) a su cargo\b"),
    (AGREED, 2, r"\bse (?:dieron|dan|dio|fijaron|impusieron|pusieron) (?:de |como |un )?plazo\b"),
    (
        AGREED,
        2,
        r"(?<!habían )\b(?:se )?(?:prorrog|extend|extiend|ampl|renov|renuev)\w+ (?:la|el|su|sus|las|los|este) [^.;]{3,60}? (?:hasta|por|a) (?:\w+ )?(?:20\d\d|\w+ (?:años|meses)\b)",
    ),
    (AGREED, 2, r"\b(?:tendrá|tendrán) (?:su )?sede\b|\bla sede (?:será|estará)\b"),
    (
        AGREED,
        2,
        rf"\bacept(?:ó|aron|a|an|amos) (?:la|el) (?:invitación|ofrecimiento|oferta) (?:de [^.;]{{3,40}}? )?(?:a|de|para) (?!visitar|asistir|viajar)(?={_INFINITIVE})",
    ),
    (AGREED, 2, r"\b(?:dio|dieron|dan) (?:a [^.;]{3,40} )?(?:un )?(?:plazo )?hasta (?=\w)"),
    (
        INTEND,
        1,
        r"\b(?:se prevé|prevén|prevé|está prevista|tienen? prevista|se contempla|se tiene prevista) (?:la|el|un|una) (?:\w+ )?"
        r"(?:firma|suscripción|celebración|realización|apertura|instalación|puesta|visita|reunión|inauguración|entrega|creación|informe|estudio|taller|ronda|misión|revisión|encuentro)\b",
    ),
    (AGREED, 2, rf"\b(?:concord|concert)(?:aron|amos|ó|an) (?:en )?(?={_INFINITIVE})"),
    (
        ANNOUNCED,
        2,
        r"\b(?:se complace en|se complacen en|nos complace|tienen? el agrado de|tenemos el agrado de) (?:anunciar|comunicar|informar|lanzar)\b",
    ),
    (
        AGREED,
        2,
        rf"\bse (?:avinieron a|avienen a|avino a|abocaron a|abocan a|(?:dieron|dan) a la tarea de) (?={_INFINITIVE})",
    ),
    (INTEND, 1, rf"\bse dispon(?:e|en) a (?={_INFINITIVE})"),
    (
        INSTRUCTED,
        2,
        rf"\b(?:facult|autoriz|comision|deleg)(?:aron|ó|an|amos) al? [^.;]{{3,60}}? (?:para|a) (?={_INFINITIVE})",
    ),
    (AGREED, 2, r"^(?:los )?(?:próximos|siguientes) pasos (?:son|serán|incluyen)\b"),
    (
        ANNOUNCED,
        2,
        r"\bconfirm(?:a|an|ó|aron|amos) (?:un|una|el|la|su) (?:\w+ )?(?:crédito|préstamo|donación|aportación|aporte|contribución|financiamiento|inversión) de\b",
    ),
)
