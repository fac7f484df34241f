"""Rules of the reader: why a sentence was taken or left out, and what makes a text unreadable."""

from dataclasses import dataclass
from enum import StrEnum

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Severity, declare


class Label(StrEnum):
    """What a sentence of a statement is; the words of the project's definition of a commitment."""

    COMMITMENT = "commitment"
    WEAK = "weak"
    AIM = "aim"
    QUOTATION = "quotation"
    REPORT = "report"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ReadingRule:
    """One reason to take a sentence, or to leave it out."""

    code: str
    label: Label
    says: Bilingual


JS_01 = declare(
    "JS-01",
    en="A statement is read in English or in Spanish.",
    es="Una declaración se lee en inglés o en español.",
    remedy_en="Give the text in one of the two languages, or name its language with --lang en or --lang es.",
    remedy_es="Proporcione el texto en uno de los dos idiomas, o indique el idioma con --lang en o --lang es.",
)
JS_02 = declare(
    "JS-02",
    en="A statement has at least one sentence.",
    es="Una declaración contiene al menos una oración.",
    remedy_en="Check that the file holds the text of the statement and not only its title or pictures.",
    remedy_es="Verifique que el archivo contenga el texto de la declaración y no solo su título o imágenes.",
)
JS_03 = declare(
    "JS-03",
    en="A sentence is read only up to 6,000 characters.",
    es="Una oración se lee solo hasta 6,000 caracteres.",
    remedy_en="Split the passage into sentences or items; nothing was searched for in it.",
    remedy_es="Divida el pasaje en oraciones o incisos; no se buscó nada en él.",
    severity=Severity.WARNING,
)


def _rule(code: str, label: Label, en: str, es: str) -> ReadingRule:
    return ReadingRule(code, label, Bilingual(en, es))


_TAKEN = Label.COMMITMENT
WILL = _rule(
    "JS-10",
    _TAKEN,
    "One or both Parties, or their body, will act.",
    "Una o ambas Partes, o su órgano, actuarán.",
)
AGREED = _rule(
    "JS-11",
    _TAKEN,
    "One or both Parties commit, agree, pledge, decide or resolve to act.",
    "Una o ambas Partes se comprometen, acuerdan, convienen, deciden o resuelven actuar.",
)
INTEND = _rule(
    "JS-12",
    _TAKEN,
    "One or both Parties intend, plan, seek or endeavor to act.",
    "Una o ambas Partes tienen la intención de actuar, lo prevén, lo buscan o lo procuran.",
)
PLEDGE_RENEWED = _rule(
    "JS-13",
    _TAKEN,
    "A commitment to an action is affirmed or renewed.",
    "Se afirma o se renueva el compromiso de realizar una acción.",
)
INSTRUCTED = _rule(
    "JS-14",
    _TAKEN,
    "Officials or bodies are instructed to act.",
    "Se instruye a funcionarios u órganos que actúen.",
)
ANNOUNCED = _rule(
    "JS-15",
    _TAKEN,
    "A new body, program, sum or act is announced.",
    "Se anuncia un nuevo órgano, programa, monto o acto.",
)
TO_BE_DONE = _rule(
    "JS-16",
    _TAKEN,
    "Something will be done, held or set up, without naming by whom.",
    "Algo se hará, se celebrará o se establecerá, sin decir por quién.",
)
ITEM = _rule(
    "JS-17",
    _TAKEN,
    "An item gives the content of a clause that commits.",
    "Un inciso da el contenido de una cláusula que compromete.",
)
INCLUDES = _rule(
    "JS-18",
    _TAKEN,
    "The sentence gives new content to the commitment before it.",
    "La oración da nuevo contenido al compromiso que la precede.",
)
STANDS_COMMITTED = _rule(
    "JS-19",
    _TAKEN,
    "One or both Parties are, or remain, committed to an action.",
    "Una o ambas Partes están, o siguen, comprometidas con una acción.",
)
UNDER_HEADING = _rule(
    "JS-20",
    _TAKEN,
    "An item names an action under a heading of commitments or after a clause that commits.",
    "Un inciso nombra una acción bajo un encabezado de compromisos o después de una cláusula que compromete.",
)

LEAD_IN = _rule(
    "JS-30",
    Label.WEAK,
    "A clause of commitment whose content stands in the items below it.",
    "Una cláusula de compromiso cuyo contenido está en los incisos que le siguen.",
)
RECITAL = _rule("JS-31", Label.WEAK, "A recital of the preamble.", "Un considerando del preámbulo.")
RECOGNITION = _rule(
    "JS-32",
    Label.WEAK,
    "Recognition, belief, support or reaffirmation with no action of its own.",
    "Reconocimiento, convicción, apoyo o reafirmación sin acción propia.",
)
LOOK_FORWARD = _rule(
    "JS-33",
    Label.WEAK,
    "An expectation, or a readiness with no action of its own.",
    "Una expectativa, o una disposición sin acción propia.",
)
AIM = _rule(
    "JS-40",
    Label.AIM,
    "An aim, a hope or an expected effect.",
    "Una finalidad, una esperanza o un efecto esperado.",
)
EFFECT = _rule(
    "JS-41",
    Label.AIM,
    "What a body, an agreement or a sum will bring about.",
    "Lo que un órgano, un acuerdo o un monto producirá.",
)
QUOTED = _rule("JS-50", Label.QUOTATION, "The words of one speaker.", "Las palabras de una persona.")
REPORTED = _rule(
    "JS-60", Label.REPORT, "A finished act or a present state.", "Un acto concluido o un estado presente."
)
SUBORDINATE = _rule(
    "JS-70",
    Label.OTHER,
    "The future stands only in a dependent clause.",
    "El futuro aparece solo en una oración subordinada.",
)
PERMISSION = _rule("JS-71", Label.OTHER, "A permission or a possibility.", "Un permiso o una posibilidad.")
DESCRIPTION = _rule(
    "JS-72",
    Label.OTHER,
    "A description, or a plain assertion.",
    "Una descripción o una simple afirmación.",
)
HEADING = _rule("JS-73", Label.OTHER, "A heading.", "Un encabezado.")
TOO_LONG = _rule(
    "JS-74",
    Label.OTHER,
    "The passage is too long to be read as a sentence.",
    "El pasaje es demasiado largo para leerse como oración.",
)
OTHER_LANGUAGE = _rule(
    "JS-75",
    Label.OTHER,
    "The passage is in neither English nor Spanish.",
    "El pasaje no está en inglés ni en español.",
)

READING_RULES = {
    rule.code: rule
    for rule in (
        WILL,
        AGREED,
        INTEND,
        PLEDGE_RENEWED,
        INSTRUCTED,
        ANNOUNCED,
        TO_BE_DONE,
        ITEM,
        INCLUDES,
        STANDS_COMMITTED,
        UNDER_HEADING,
        LEAD_IN,
        RECITAL,
        RECOGNITION,
        LOOK_FORWARD,
        AIM,
        EFFECT,
        QUOTED,
        REPORTED,
        SUBORDINATE,
        PERMISSION,
        DESCRIPTION,
        HEADING,
        TOO_LONG,
        OTHER_LANGUAGE,
    )
}
"""Every reason by its code."""
