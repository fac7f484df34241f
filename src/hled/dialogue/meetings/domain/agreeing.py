"""What both Parties agree on about meetings, and under which decision they agree on the rest."""

import re

from hled.dialogue.accord.domain.texts.forms import Field, FieldType, Form
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Severity, declare

MT_26 = declare(
    "MT-26",
    en="Minutes are drafted after the meeting was held.",
    es="La minuta se redacta después de celebrarse la reunión.",
    remedy_en="Record that it was held first; a draft made before can be agreed only afterwards.",
    remedy_es="Registre antes que se celebró; un borrador anterior solo puede acordarse después.",
    severity=Severity.WARNING,
)
MT_27 = declare(
    "MT-27",
    en="Minutes and decisions are agreed of a meeting that was held.",
    es="La minuta y las decisiones se acuerdan respecto de una reunión celebrada.",
    remedy_en="Record that the meeting was held; a meeting that was cancelled decides nothing.",
    remedy_es="Registre que la reunión se celebró; una reunión cancelada no decide nada.",
)
MT_28 = declare(
    "MT-28",
    en="A joint item changes under a decision of a meeting on which both Parties agreed.",
    es="Un asunto conjunto cambia al amparo de una decisión de una reunión en la que ambas Partes acordaron.",
    remedy_en="Name the decision as occasion of the act, such as PM-0001/D1, once it is in force.",
    remedy_es="Nombre la decisión como ocasión del acto, como PM-0001/D1, una vez que esté en vigor.",
)
MT_29 = declare(
    "MT-29",
    en="An act about a meeting, a series or a group names one that exists, by its own identifier.",
    es="Un acto sobre una reunión, una serie o un grupo nombra uno que existe, por su propio identificador.",
    remedy_en="Begin it from the page of the meeting or of the body that meets.",
    remedy_es="Iníciela desde la página de la reunión o del órgano que se reúne.",
)
MT_30 = declare(
    "MT-30",
    en="A body that meets has one act about it on its way at a time.",
    es="Sobre un órgano que se reúne hay un solo acto en camino a la vez.",
    remedy_en="Open the proposal that is on its way; change it, or withdraw it first.",
    remedy_es="Abra la propuesta que está en camino; modifíquela o retírela antes.",
)

_TITLE = ("title", Bilingual("Title", "Título"))

MINUTES = Form(
    "minutes",
    Bilingual("Minutes", "Minuta"),
    (Field("meeting", FieldType.CODE, Bilingual("Meeting", "Reunión"), required=True),),
)
DECISION = Form(
    "decision",
    Bilingual("Decision of a meeting", "Decisión de una reunión"),
    (
        Field("meeting", FieldType.CODE, Bilingual("Meeting", "Reunión"), required=True),
        Field("point", FieldType.CODE, Bilingual("Point of the agenda", "Punto de la agenda")),
    ),
    named=("title",),
    labels=(_TITLE,),
)
SERIES = Form(
    "series",
    Bilingual("Rest or restart of a series", "Pausa o reanudación de una serie"),
    (
        Field("series", FieldType.CODE, Bilingual("Series", "Serie"), required=True),
        Field("from", FieldType.DAY, Bilingual("From", "Desde"), required=True),
    ),
    named=("reason",),
    labels=(("reason", Bilingual("Reason", "Razón")),),
)
GROUP = Form(
    "group",
    Bilingual("Working group", "Grupo de trabajo"),
    (
        Field("members", FieldType.CODES, Bilingual("Members", "Integrantes"), required=True),
        Field("leading", FieldType.CODES, Bilingual("Leading agencies", "Dependencias que coordinan")),
        Field("tasks", FieldType.CODES, Bilingual("Plan of action", "Plan de acción")),
        Field(
            "period_months",
            FieldType.WHOLE,
            Bilingual("Months from one meeting to the next", "Meses entre reuniones"),
        ),
    ),
    named=("title", "mandate"),
    labels=(_TITLE, ("mandate", Bilingual("Mandate", "Mandato"))),
)
FORMS = (MINUTES, DECISION, SERIES, GROUP)

DECIDED = frozenset({"commitment", "milestone", "target", "rulebook", "series", "group"})
"""Kinds that change only under a decision of a meeting."""

REST, RESTART = "rest", "restart"

_MINUTES = re.compile(r"(PM-[0-9]{4,12})/minutes")
_DECISION = re.compile(r"(PM-[0-9]{4,12})/D([1-9][0-9]{0,3})")


def minutes_subject(code: str) -> str:
    return f"{code}/minutes"


def meeting_of_minutes(subject: str) -> str | None:
    """Identifier of the meeting whose minutes a subject is; None for any other subject."""
    found = _MINUTES.fullmatch(subject)
    return found[1] if found else None


def place_of_decision(subject: str) -> tuple[str, int] | None:
    """Meeting and number of a decision; None for any other subject."""
    found = _DECISION.fullmatch(subject)
    return (found[1], int(found[2])) if found else None
