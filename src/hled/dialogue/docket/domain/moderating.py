"""Under which codes a submission is kept out of sight, and who may say so."""

from enum import StrEnum

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import declare


class Reason(StrEnum):
    """Published reason codes; an opinion is none of them."""

    PERSONAL_DATA = "personal_data"
    THREAT = "threat"
    HATE = "hate"
    UNRELATED_ADVERTISING = "advertising"
    COPYRIGHT = "copyright"
    NOT_BY_SENDER = "not_by_sender"

    @property
    def label(self) -> Bilingual:
        return _REASONS[self]


_REASONS = {
    Reason.PERSONAL_DATA: Bilingual("Tells private data of a person", "Revela datos privados de una persona"),
    Reason.THREAT: Bilingual("Threatens somebody", "Amenaza a alguien"),
    Reason.HATE: Bilingual("Incites hatred against a group", "Incita al odio contra un grupo"),
    Reason.UNRELATED_ADVERTISING: Bilingual(
        "Advertises and says nothing of the subject", "Es publicidad y nada dice del tema"
    ),
    Reason.COPYRIGHT: Bilingual("Copies a protected work", "Copia una obra protegida"),
    Reason.NOT_BY_SENDER: Bilingual(
        "Was filed in the name of another", "Se presentó a nombre de otra persona"
    ),
}

DK_22 = declare(
    "DK-22",
    en="A submission is rejected under a published reason code, with a note in both languages.",
    es="Una aportación se rechaza con una clave de motivo publicada y una nota en ambos idiomas.",
    remedy_en="Choose a reason from the list and say in both languages what it rests on; disagreement is no reason.",
    remedy_es="Elija un motivo de la lista y diga en ambos idiomas en qué se funda; el desacuerdo no es motivo.",
)
DK_23 = declare(
    "DK-23",
    en="Moderation goes step by step: rejected, appealed by its sender, then restored or upheld by another person.",
    es="La moderación va paso a paso: rechazo, apelación de quien envió y luego restitución o confirmación por otra persona.",
    remedy_en="See where the submission stands; one appeal is open to its sender for each rejection.",
    remedy_es="Vea en qué paso está la aportación; quien la envió puede apelar una vez cada rechazo.",
)
DK_24 = declare(
    "DK-24",
    en="A Party moderates, and reads who filed, for its own intake alone.",
    es="Una Parte modera, y lee quién presentó, solo lo que ella misma recibió.",
    remedy_en="Ask a coordinator of the Party that took it in.",
    remedy_es="Pídalo a la coordinación de la Parte que la recibió.",
)

NEXT: dict[str, frozenset[str]] = {
    "": frozenset({"rejected"}),
    "restored": frozenset({"rejected"}),
    "rejected": frozenset({"appealed", "restored"}),
    "appealed": frozenset({"restored", "upheld"}),
    "upheld": frozenset(),
}
"""Last act -> acts that may follow."""
