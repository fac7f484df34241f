"""Bodies that the record says were founded: two levels of the Dialogue, and the first working group."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import declare

MT_11 = declare(
    "MT-11",
    en="A working group has a mandate in both languages, members of both Parties, and an interval of one month or more, if any.",
    es="Un grupo de trabajo tiene mandato en ambos idiomas, integrantes de ambas Partes y un intervalo de un mes o más, si lo hay.",
    remedy_en="Fill in what is missing; leave the interval out where none is set.",
    remedy_es="Complete lo que falta; omita el intervalo si no se fijó alguno.",
)
MT_12 = declare(
    "MT-12",
    en="A series rests from a day on, and meets again from a later one.",
    es="Una serie entra en pausa desde un día y se reanuda en uno posterior.",
    remedy_en="Check both days; a series rests once at a time.",
    remedy_es="Revise ambas fechas; una serie tiene una sola pausa a la vez.",
)


class SeriesKind(StrEnum):
    CABINET = "cabinet"
    SUB_CABINET = "sub_cabinet"
    WORKING_GROUP = "working_group"

    @property
    def label(self) -> Bilingual:
        return _LABELS[self]


_LABELS = {
    SeriesKind.CABINET: Bilingual("Cabinet level", "Nivel de gabinete"),
    SeriesKind.SUB_CABINET: Bilingual("Sub-cabinet level", "Nivel de subsecretarías"),
    SeriesKind.WORKING_GROUP: Bilingual("Working group", "Grupo de trabajo"),
}


@dataclass(frozen=True, slots=True)
class Founding:
    """
    What the record says of a body that meets.

    Parameters
    ----------
    document
        Where both Parties said so.
    interval_from
        The commitment that sets the interval, where it is not the founding document.
    founded_by
        The commitment that creates it, whose agencies lead it.
    tasks
        Commitments that the record gives to it, in their order.
    """

    id: str
    kind: SeriesKind
    title: Bilingual
    period_months: int | None
    since: date
    document: str
    mandate: Bilingual | None = None
    founded_by: str = ""
    interval_from: str = ""
    tasks: tuple[str, ...] = ()


_RELAUNCH = date(2021, 9, 9)
_STATEMENT = "D-2021-09-09-JS"

FOUNDED = (
    Founding(
        "cabinet",
        SeriesKind.CABINET,
        Bilingual("Cabinet meeting", "Reunión de gabinete"),
        12,
        _RELAUNCH,
        _STATEMENT,
    ),
    Founding(
        "sub_cabinet",
        SeriesKind.SUB_CABINET,
        Bilingual("Sub-cabinet meeting", "Reunión de subsecretarías"),
        6,
        _RELAUNCH,
        _STATEMENT,
    ),
    Founding(
        "supply_chain",
        SeriesKind.WORKING_GROUP,
        Bilingual(
            "Bilateral Supply Chain Working Group", "Grupo de Trabajo Bilateral en Cadenas de Suministro"
        ),
        1,
        _RELAUNCH,
        _STATEMENT,
        Bilingual(
            "Pick promising sectors and areas for joint action on supply chains, in line with U.S. Executive Orders "
            "14017 and 14001.",
            "Elegir sectores prometedores y áreas de acción conjunta en cadenas de suministro, en línea con las "
            "Órdenes Ejecutivas 14017 y 14001 de Estados Unidos.",
        ),
        founded_by="P1-SC-03",
        interval_from="P1-SC-04",
        tasks=("P1-SC-04", "P1-SC-05", "P1-SC-08"),
    ),
)
"""The founding statement promises to meet yearly and half-yearly and creates the group; the work plan has it meet monthly."""
