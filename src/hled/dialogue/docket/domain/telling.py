"""What a submitter is told at each step, in the language in which she wrote."""

from enum import StrEnum

from hled.kernel.bilingual import Bilingual


class Step(StrEnum):
    """What happened to what somebody said."""

    RECEIVED = "received"
    REPLIED = "replied"
    ON_AGENDA = "on_agenda"
    DECIDED = "decided"
    CHANGED = "changed"
    REJECTED = "rejected"
    RESTORED = "restored"
    UPHELD = "upheld"

    @property
    def subject(self) -> Bilingual:
        """The head of the message; `code` is the number of the submission."""
        return _SUBJECTS[self]

    @property
    def says(self) -> Bilingual:
        return _SAYS[self]


_SUBJECTS = {
    Step.RECEIVED: Bilingual("We have your submission {code}", "Recibimos su aportación {code}"),
    Step.REPLIED: Bilingual("A reply to your submission {code}", "Una respuesta a su aportación {code}"),
    Step.ON_AGENDA: Bilingual(
        "Your submission {code} leads to the agenda", "Su aportación {code} llega a la agenda"
    ),
    Step.DECIDED: Bilingual(
        "A decision on what your submission {code} speaks of",
        "Una decisión sobre lo que dice su aportación {code}",
    ),
    Step.CHANGED: Bilingual(
        "A commitment changed that your submission {code} speaks of",
        "Cambió un compromiso del que habla su aportación {code}",
    ),
    Step.REJECTED: Bilingual("Your submission {code} is not shown", "Su aportación {code} no se muestra"),
    Step.RESTORED: Bilingual(
        "Your submission {code} is shown again", "Su aportación {code} se muestra de nuevo"
    ),
    Step.UPHELD: Bilingual(
        "The rejection of your submission {code} stands", "El rechazo de su aportación {code} se confirma"
    ),
}
_SAYS = {
    Step.RECEIVED: Bilingual(
        "Somebody filed a submission to “{call}” and left this address for answers. Its number is {code}.",
        "Alguien presentó una aportación a «{call}» y dejó esta dirección para las respuestas. Su número es {code}.",
    ),
    Step.REPLIED: Bilingual(
        "{party} replied to the theme “{theme}”, in which your submission stands: {answer}.",
        "{party} respondió al tema «{theme}», en el que figura su aportación: {answer}.",
    ),
    Step.ON_AGENDA: Bilingual(
        "The theme “{theme}”, in which your submission stands, was brought before the next meeting of both Parties.",
        "El tema «{theme}», en el que figura su aportación, se llevó a la próxima reunión de ambas Partes.",
    ),
    Step.DECIDED: Bilingual(
        "A meeting of both Parties decided on the theme “{theme}”, in which your submission stands: {decision}.",
        "Una reunión de ambas Partes decidió sobre el tema «{theme}», en el que figura su aportación: {decision}.",
    ),
    Step.CHANGED: Bilingual(
        "Under a decision on the theme “{theme}”, in which your submission stands, this was changed: {subject}.",
        "Con base en una decisión sobre el tema «{theme}», en el que figura su aportación, esto cambió: {subject}.",
    ),
    Step.REJECTED: Bilingual(
        "A coordinator rejected it under the reason “{reason}”. It stands in no list and no report, and is counted openly under that reason.",
        "La coordinación la rechazó por el motivo «{reason}». No figura en ninguna lista ni informe, y se cuenta abiertamente con ese motivo.",
    ),
    Step.RESTORED: Bilingual(
        "Another coordinator looked at it again and restored it.",
        "Otra persona de la coordinación la revisó y la restituyó.",
    ),
    Step.UPHELD: Bilingual(
        "Another coordinator decided on your appeal: the rejection under the reason “{reason}” stands.",
        "Otra persona de la coordinación resolvió su apelación: el rechazo por el motivo «{reason}» se confirma.",
    ),
}

PRIVATE_LINK = Bilingual(
    "With this private link you follow, correct or withdraw it; it is sent this once and kept by nobody. If you did not file it, open the link and say so:",
    "Con este enlace privado puede seguirla, corregirla o retirarla; se envía solo esta vez y nadie lo conserva. Si usted no la presentó, ábralo e indíquelo:",
)
BY_PRIVATE_LINK = Bilingual(
    "You may appeal once, with the private link that was shown when you filed.",
    "Puede apelar una vez, con el enlace privado que se mostró al presentarla.",
)
REASONS = Bilingual("Reasons:", "Motivos:")
SEE = Bilingual("All about it:", "Todo al respecto:")
WHY_TOLD = Bilingual(
    "You are told this because this address was left with submission {code}. It is shown to nobody and erased on schedule; with the private link it can be erased at once. Nobody reads answers to this message.",
    "Se le avisa porque se dejó esta dirección con la aportación {code}. No se muestra a nadie y se borra según el calendario; con el enlace privado puede borrarse de inmediato. Nadie lee las respuestas a este mensaje.",
)
