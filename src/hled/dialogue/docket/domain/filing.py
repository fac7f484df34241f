"""What may be filed, by whom it is told, and what the holder of the private link can do with it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hled.dialogue.docket.domain.speakers import PLACES, Kind, Size
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.rule import Finding, declare

DK_05 = declare(
    "DK-05",
    en="A submission answers a call that is known.",
    es="Una aportación responde a una convocatoria que existe.",
    remedy_en="Choose one of the open calls, or the standing docket.",
    remedy_es="Elija una convocatoria abierta, o el buzón permanente.",
)
DK_06 = declare(
    "DK-06",
    en="A call takes submissions from its opening day to its closing day.",
    es="Una convocatoria recibe aportaciones desde su día de apertura hasta su día de cierre.",
    remedy_en="Nothing is lost: file the same words with the standing docket, which is always open.",
    remedy_es="Nada se pierde: presente el mismo texto en el buzón permanente, que está siempre abierto.",
)
DK_07 = declare(
    "DK-07",
    en="Kind, size, place and language are those of the lists.",
    es="El tipo, el tamaño, el lugar y el idioma son los de las listas.",
    remedy_en="Choose from the list; “not said” is an answer too.",
    remedy_es="Elija de la lista; «no se indica» también es una respuesta.",
)
DK_08 = declare(
    "DK-08",
    en="An address for answers looks like name@example.org, and a name has at most 200 letters.",
    es="Una dirección para respuestas se ve como nombre@ejemplo.org, y un nombre tiene a lo más 200 letras.",
    remedy_en="Correct it, or leave it out: the private link shows every answer too.",
    remedy_es="Corríjala, u omítala: el enlace privado también muestra cada respuesta.",
)
DK_09 = declare(
    "DK-09",
    en="A receipt is opened by its private link.",
    es="Un acuse se abre con su enlace privado.",
    remedy_en="Open the whole link that was shown after filing. Nobody can make it again, because it is not kept here.",
    remedy_es="Abra el enlace completo que se mostró al presentar. Nadie puede rehacerlo, porque aquí no se guarda.",
)
DK_10 = declare(
    "DK-10",
    en="What was withdrawn or disowned is corrected no more.",
    es="Lo que se retiró o se desconoció ya no se corrige.",
    remedy_en="File it anew.",
    remedy_es="Preséntelo de nuevo.",
)
DK_11 = declare(
    "DK-11",
    en="A party to the call takes the submission in: the United States or Mexico.",
    es="Una Parte de la convocatoria recibe la aportación: Estados Unidos o México.",
    remedy_en="Choose US or MX; in a call of one Party it is that one.",
    remedy_es="Elija US o MX; en una convocatoria de una sola Parte, es esa.",
)

PERSONAL_YEARS = 3
"""Years after the close of the call, or after filing in a docket that never closes, at which personal data are erased."""
ANSWERED_YEARS = 2
"""Years after the last reply, where that is earlier."""

_ADDRESS = re.compile(r"[^@\s<>\"',;:\\()\[\]]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+")


class Standing(StrEnum):
    """Where a submission stands; nothing is deleted."""

    RECEIVED = "received"
    WITHDRAWN = "withdrawn"
    DISOWNED = "disowned"

    @property
    def label(self) -> Bilingual:
        return _STANDINGS[self]


_STANDINGS: Mapping[Standing, Bilingual] = {
    Standing.RECEIVED: Bilingual("Received", "Recibida"),
    Standing.WITHDRAWN: Bilingual("Withdrawn by its sender", "Retirada por quien la envió"),
    Standing.DISOWNED: Bilingual("“Filed in my name, not by me”", "«Presentada a mi nombre, no por mí»"),
}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as everybody may see it."""

    kind: str = Kind.UNSAID
    size: str = Size.UNSAID
    place: str = "unsaid"
    language: str = Language.EN


@dataclass(frozen=True, slots=True)
class Personal:
    """Who filed, which nobody sees without the role; every field may be empty."""

    name: str = ""
    organization: str = ""
    email: str = ""

    def __bool__(self) -> bool:
        return bool(self.name or self.organization or self.email)

    def tidy(self) -> "Personal":
        return Personal(*(" ".join(each.split()) for each in (self.name, self.organization, self.email)))


def about_the_speaker(said: Speaker) -> Iterator[Finding]:
    """DK-07 for each word that is in no list."""
    for place, value, known in (
        ("kind", said.kind, tuple(Kind)),
        ("size", said.size, tuple(Size)),
        ("place", said.place, tuple(PLACES)),
        ("language", said.language, tuple(Language)),
    ):
        if value not in known:
            yield Finding(DK_07, place, value[:40])


def about_the_person(said: Personal) -> Iterator[Finding]:
    """DK-08; what was found is not repeated, because findings are shown and kept."""
    if said.email and (len(said.email) > 254 or not _is_address(said.email)):
        yield Finding(DK_08, "email", Bilingual("not an address", "no es una dirección"))
    for place, value in (("name", said.name), ("organization", said.organization)):
        if len(value) > 200 or any(not sign.isprintable() for sign in value):
            yield Finding(DK_08, place, Bilingual(f"{len(value)} letters", f"{len(value)} letras"))


def _is_address(text: str) -> bool:
    return text.isprintable() and bool(_ADDRESS.fullmatch(text))


def is_open(opens: date, closes: date | None, on: date) -> bool:
    """Both days included."""
    return opens <= on and (closes is None or on <= closes)


def erased_on(*, filed: date, closes: date | None, last_reply: date | None) -> date:
    """The day on which personal data are erased by schedule."""
    by_age = _years_after(closes or filed, PERSONAL_YEARS)
    return by_age if last_reply is None else min(by_age, _years_after(last_reply, ANSWERED_YEARS))


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28) + timedelta(days=1)
