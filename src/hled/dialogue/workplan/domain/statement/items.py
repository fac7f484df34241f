"""What an item of a list begins with: an act, an assignment, a verb made a noun, or a recognition."""

import re
from dataclasses import dataclass

from hled.dialogue.workplan.domain.statement.grammar.english import ACT_VERBS
from hled.dialogue.workplan.domain.statement.grammar.spanish import is_infinitive
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind, words
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens, tokens
from hled.dialogue.workplan.domain.statement.judging import Judgment
from hled.dialogue.workplan.domain.statement.rules import AIM, EFFECT, PERMISSION
from hled.kernel.bilingual import Language

_LABEL = re.compile(r"(?:[A-ZÁÉÍÓÚ][^.;:!?]{2,70})(?::|\s[–—-]\s|\s?[–—]\s)\s*(?=\S)")


def without_label(wording: str) -> str:
    """An item without the short title that introduces it ("Public health: ...")."""
    found = _LABEL.match(wording)
    return (
        wording[found.end() :]
        if found and found.end() < len(wording) and len(found[0].split()) <= 10
        else wording
    )


_RECOGNIZING = words(
    """
    recognize recognise acknowledge welcome note reaffirm affirm reiterate emphasize stress underline underscore thank express condemn
    congratulate commend applaud appreciate regret recall deplore salute hail
    reconocer saludar agradecer reafirmar reiterar destacar subrayar expresar condenar felicitar lamentar recordar
    manifestar valorar respaldar deplorar congratularse
    """
)
_URGING = words("urge encourage call invite exhortar alentar instar invitar")


_RECOGNIZING_PAIRS = frozenset(
    {
        ("take", "note"),
        ("took", "note"),
        ("pay", "tribute"),
        ("tomar", "nota"),
        ("dejar", "constancia"),
        ("hacer", "constar"),
        ("hacer", "votos"),
        ("rendir", "homenaje"),
        ("dar", "gracias"),
        ("hacer", "un"),
    }
)
_OF_PAPERS = words(
    "mutually mutual each certificates certificate licenses titles degrees diplomas qualifications mutuamente recíprocamente títulos certificados licencias validez"
)


_REST = re.compile(
    r"(?:any|such) other\b|other (?:areas|matters|forms|activities)\b|cualquier otr|(?:las|los) demás\b|otr[ao]s (?:áreas|formas|temas|actividades)\b",
    re.IGNORECASE,
)


def only_recognizes(wording: str, *, as_act: bool) -> bool:
    """
    Whether an item begins with a verb of recognition ("Welcome the report"), or leaves open what else there may be.

    To urge others is an act where the items say what somebody will do (``as_act``), and none in a resolution.
    """
    read = tokens(without_label(wording))
    if _REST.match(wording):
        return True
    if read.low[:2] in _RECOGNIZING_PAIRS or (read.get(0) in _URGING and not as_act):
        return True
    return read.get(0) in _RECOGNIZING and not any(word in _OF_PAPERS for word in read.low[1:6])


_BEFORE_ACT = words("to a jointly also continue further y and not no conjuntamente de")
_NOUN_FOLLOWERS = words("of is are was were will between has have facilitation plan program programs")


def names_an_act(wording: str, language: Language) -> bool:
    """Whether an item begins with a bare verb, "to" and a verb, or an infinitive."""
    read = tokens(without_label(wording))
    index = _first_not_in(read, _BEFORE_ACT)
    word = read.get(index)
    if language is Language.ES:
        return is_infinitive(word) or (read.get(1).endswith("mente") and is_infinitive(read.get(0)))
    if index and read.get(index - 1) == "continue" and word not in ACT_VERBS:
        return True
    follows = read.get(index + 1) not in {"and", ",", ".", ""} | _NOUN_FOLLOWERS
    return word in ACT_VERBS and (follows or read.get(index + 2) in ACT_VERBS)


def names_an_assignment(judgment: Judgment) -> bool:
    """Whether an item tells somebody to act ("Mexico to circulate a draft"), or what is to be done ("A call to be opened")."""
    low = judgment.tokens.low[:12]
    if "to" not in low[1:]:
        return False
    to_at = low.index("to", 1)
    if any(word in _FINITE or word.endswith("ed") for word in low[:to_at]):
        return False
    following = judgment.tokens.get(to_at + 1)
    if following == "be":
        return low[to_at - 1] != "," and judgment.tokens.get(to_at + 2).endswith(("ed", "n", "d", "t"))
    return to_at < _SOON and following in ACT_VERBS | {"jointly", "also"} and judgment.kind in _ASSIGNED


_SOON = 9
_ASSIGNED = frozenset({SubjectKind.PARTY, SubjectKind.BODY, SubjectKind.NAMED, SubjectKind.PERSON})


def reports_the_past(judgment: Judgment) -> bool:
    """Whether an item has a verb in the past near its start."""
    low = judgment.tokens.low[:14]
    return any(
        index > 0
        and (
            (word.endswith("ed") and low[index + 1 : index + 2] and low[index + 1] in _AFTER_PAST)
            or _PRETERITE.fullmatch(word) is not None
        )
        for index, word in enumerate(low)
    )


@dataclass(frozen=True, slots=True)
class _Nouns:
    """How one language makes a noun of a verb, and what stands before and after it."""

    endings: tuple[str, ...]
    gerunds: tuple[str, ...]
    nouns: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    things: frozenset[str]


_NOUNS = {
    Language.EN: _Nouns(
        endings=("tion", "ment", "sion", "tions", "ments"),
        gerunds=("ing",),
        nouns=words(
            "exchange exchanges launch review study survey visit visits start design upgrade release support renewal delivery rollout removal"
            " transfer outreach assistance recovery disposal provision call calls"
        ),
        before=words(
            "the a an joint continued regular annual new yearly mutual periodic monthly quarterly biannual two three further additional bilateral"
        ),
        after=words("of and in on between for to with among"),
        things=words(
            "program programme initiative fund center centre project network campaign grant loan partnership mechanism facility pilot course scholarships fellowships grants visas places seats centers centres loans programs projects"
        ),
    ),
    Language.ES: _Nouns(
        endings=("ción", "sión", "miento", "ciones", "siones", "ertura"),
        gerunds=("ando", "iendo"),
        nouns=words(
            "intercambio intercambios apoyo envío diseño desarrollo estudio visita visitas firma puesta inicio fomento impulso canje refuerzo"
            " entrega reforma mejora compra monitoreo rescate asistencia asesoría inversión convocatoria convocatorias"
        ),
        before=words("la el los las un una nuevo nueva nuevos nuevas primer primera dos tres"),
        after=words(
            "de del y conjunta conjunto , en a al para sobre entre anual mutuo mutua periódico periódica"
        ),
        things=words(
            "programa iniciativa fondo centro proyecto red campaña donación préstamo alianza mecanismo piloto curso becas visas plazas centros préstamos programas proyectos apoyos"
        ),
    ),
}


def names_an_action_noun(wording: str, language: Language) -> bool:
    """Whether an item begins with a verb made a noun ("Establishment of", "Strengthening", "La creación de")."""
    known = _NOUNS[language]
    read = tokens(without_label(wording))
    index = _first_not_in(read, known.before)
    word = read.get(index)
    if len(word) > 5 and word.endswith(known.gerunds) and not read.is_at(index - 1, _ARTICLES):
        return True
    return (word in known.nouns or word.endswith(known.endings)) and read.get(index + 1) in known.after


_ARTICLES = words("the a an el la un una")


def names_a_new_thing(wording: str, language: Language) -> bool:
    """Whether an item begins with what is new ("A new $20 million program to train nurses")."""
    read = tokens(without_label(wording))
    opening = read.low[:3]
    is_new = bool(set(opening) & _NEW) or any(word[:1].isdigit() or word[:1] == "$" for word in opening[1:])
    return (
        is_new and opening[:1] != ("the",) and any(word in _NOUNS[language].things for word in read.low[1:8])
    )


_NEW = words("new nuevo nueva nuevos nuevas additional adicional adicionales")


def _first_not_in(read: Tokens, options: frozenset[str]) -> int:
    index = 0
    while read.get(index) in options:
        index += 1
    return index


_FINITE = words("""
    is are was were has have had recognize recognizes recognized acknowledge acknowledged believe reaffirm reaffirmed welcome welcomed
    discussed reviewed noted share shares may can could should must would need needs support appreciate emphasized stressed
    es son fue fueron está están ha han hemos reconocen reconocemos reconocieron creemos reafirman reafirmaron saludan
    celebran celebraron destacaron subrayaron revisaron analizaron pueden puede podrán podrá deben debe
    """)
_SENTENCE_SUBJECTS = frozenset(set(SubjectKind) - {SubjectKind.UNKNOWN, SubjectKind.ELIDED})


def is_full_sentence(judgment: Judgment) -> bool:
    """Whether an item is a sentence of its own, with a subject and a finite verb near its start."""
    if judgment.rules[0] in {EFFECT, AIM, PERMISSION} or judgment.rules[0].code == "JS-33":
        return True
    is_finite = any(word in _FINITE for word in judgment.tokens.low[:14])
    return (is_finite or reports_the_past(judgment)) and judgment.kind in _SENTENCE_SUBJECTS


_AFTER_PAST = words("a an the its their our this that two three four five six at in on with")
_PRETERITE = re.compile(r"[a-záéíóúñ]{3,}(?:ó|aron|ieron|eron)|fue|fueron|hubo|hizo|dio")
