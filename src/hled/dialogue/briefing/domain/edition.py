"""For whose eyes a briefing book is."""

from enum import StrEnum

from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party


class Edition(StrEnum):
    """The public version, or that of one Party with the notes of that Party and no other's."""

    JOINT = "joint"
    US = "us"
    MX = "mx"

    @property
    def party(self) -> Party | None:
        return None if self is Edition.JOINT else Party(self.value.upper())

    @property
    def stamp(self) -> Bilingual:
        return _STAMPS[self]


_STAMPS = {
    Edition.JOINT: Bilingual(
        "Public version. It holds nothing that is not public.",
        "Versión pública. No contiene nada que no sea público.",
    ),
    Edition.US: Bilingual(
        "Internal to the United States. With notes of that Party; not for release.",
        "De uso interno de Estados Unidos. Con notas de esa Parte; no debe divulgarse.",
    ),
    Edition.MX: Bilingual(
        "Internal to Mexico. With notes of that Party; not for release.",
        "De uso interno de México. Con notas de esa Parte; no debe divulgarse.",
    ),
}
