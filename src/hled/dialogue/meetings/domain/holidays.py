"""Federal holidays of both countries, named in both languages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party


@dataclass(frozen=True, slots=True)
class Holiday:
    party: Party
    day: date
    name: Bilingual


def federal_holidays(party: Party, years: Iterable[int]) -> tuple[Holiday, ...]:
    """
    Federal holidays of a country and the days on which they are observed, in order.

    The package `holidays` names those of Mexico in both languages; those of the United States get their Spanish here.
    """
    import holidays

    wanted = list(years)
    english = holidays.country_holidays(_CODES[party], years=wanted, language="en_US")
    if party is Party.US:
        named = {day: Bilingual(name, in_spanish(name)) for day, name in english.items()}
    else:
        spanish = holidays.country_holidays(_CODES[party], years=wanted, language="es")
        named = {day: Bilingual(name, spanish[day]) for day, name in english.items()}
    return tuple(Holiday(party, day, named[day]) for day in sorted(named))


_CODES = {Party.US: "US", Party.MX: "MX"}
_OBSERVED = " (observed)"

SPANISH: Mapping[str, str] = MappingProxyType(
    {
        "New Year's Day": "Año Nuevo",
        "Martin Luther King Jr. Day": "Día de Martin Luther King Jr.",
        "Washington's Birthday": "Natalicio de Washington",
        "Memorial Day": "Día de los Caídos",
        "Juneteenth National Independence Day": "Día Nacional de la Emancipación (Juneteenth)",
        "Independence Day": "Día de la Independencia",
        "Labor Day": "Día del Trabajo",
        "Columbus Day": "Día de Colón",
        "Veterans Day": "Día de los Veteranos",
        "Thanksgiving Day": "Día de Acción de Gracias",
        "Christmas Day": "Navidad",
    }
)


def in_spanish(name: str) -> str:
    """
    Names of a day of the United States in Spanish; several are joined by a semicolon.

    Raises
    ------
    KeyError
        For a holiday that the table lacks: a new federal holiday is a change of law, and of the table.
    """
    return "; ".join(
        SPANISH[each.removesuffix(_OBSERVED)] + (" (observado)" if each.endswith(_OBSERVED) else "")
        for each in name.split("; ")
    )
