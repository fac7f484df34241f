"""How two Parties edit one agenda without losing each other's words."""

from collections.abc import Mapping

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, declare

MT_13 = declare(
    "MT-13",
    en="Who saves has read what stands.",
    es="Quien guarda ha leído lo que está vigente.",
    remedy_en="Someone changed it meanwhile, and nothing was overwritten: read both texts, and save again.",
    remedy_es="Alguien lo cambió entretanto y no se sobrescribió nada: lea ambos textos y guarde de nuevo.",
)
MT_14 = declare(
    "MT-14",
    en="A point of an agenda takes from 1 to 480 minutes.",
    es="Un punto de la agenda toma de 1 a 480 minutos.",
    remedy_en="Give whole minutes; divide what takes longer than a day of meeting.",
    remedy_es="Indique minutos enteros; divida lo que tome más de un día de reunión.",
)
MT_15 = declare(
    "MT-15",
    en="Agenda, delegations and papers change until the minutes are agreed, and not after a meeting is cancelled.",
    es="La agenda, las delegaciones y los documentos cambian hasta que se acuerda la minuta, y no tras cancelarse la reunión.",
    remedy_en="Bring it to the next meeting.",
    remedy_es="Llévelo a la próxima reunión.",
)
MT_16 = declare(
    "MT-16",
    en="A Party fills its own seats, each with an office, a role and at most one person.",
    es="Cada Parte ocupa sus propios lugares, cada uno con un cargo, una función y a lo más una persona.",
    remedy_en="Choose an office of your Party, and head, member or note_taker.",
    remedy_es="Elija un cargo de su Parte, y head (preside), member (integra) o note_taker (relatoría).",
)
MT_17 = declare(
    "MT-17",
    en="A point says what it is about and why, in both languages.",
    es="Un punto dice de qué trata y por qué, en ambos idiomas.",
    remedy_en="Fill in title and reason in English and in Spanish.",
    remedy_es="Complete título y motivo en español y en inglés.",
)
MT_18 = declare(
    "MT-18",
    en="One origin has one place on an agenda.",
    es="Un mismo origen tiene un solo lugar en una agenda.",
    remedy_en="Edit the point that stands there.",
    remedy_es="Edite el punto que ya está ahí.",
)
MT_19 = declare(
    "MT-19",
    en="A paper is replaced by the Party that filed it, once, at the same meeting.",
    es="Un documento lo sustituye la Parte que lo presentó, una sola vez, en la misma reunión.",
    remedy_en="Replace the newest version of your own Party's paper, or file another.",
    remedy_es="Sustituya la versión más reciente del documento de su propia Parte, o presente otro.",
)


class MovedOnError(BrokenRuleError):
    """
    What was read has changed meanwhile; nothing was written.

    Parameters
    ----------
    standing
        What stands now, by field, to be shown beside what was to be saved.
    """

    def __init__(self, place: str, *, read: int, now: int, standing: Mapping[str, object]) -> None:
        found = Bilingual(
            f"version {read} was read, {now} stands", f"se leyó la versión {read}; está la {now}"
        )
        super().__init__([Finding(MT_13, place, found)])
        self.now = now
        self.standing = standing
