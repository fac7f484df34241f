"""The silence procedure: agreed unless a Party objects within a term of working days of both countries."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

import holidays

from hled.dialogue.accord.domain.texts.rules import AC_73
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party
from hled.kernel.rule import require

FEWEST_DAYS, MOST_DAYS = 3, 60

_SATURDAY = 5


@lru_cache(maxsize=256)
def public_holidays(party: Party, year: int) -> dict[date, Bilingual]:
    """
    Federal holidays of a country in a year, with their names in both languages.

    United States: 5 U.S.C. 6103, with the days on which they are observed; Mexico: article 74 of the Federal Labor Law.
    """
    if party is Party.US:
        english = holidays.country_holidays("US", years=year, language="en_US")
        return {day: Bilingual(name, _spanish(name)) for day, name in sorted(english.items())}
    english, spanish = (
        holidays.country_holidays("MX", years=year, language=language) for language in ("en_US", "es")
    )
    return {day: Bilingual(name, spanish[day]) for day, name in sorted(english.items())}


def _spanish(name: str) -> str:
    """
    Spanish name of a federal holiday of the United States.

    Raises
    ------
    KeyError
        When a holiday was added that has no Spanish name here.
    """
    plain = name.removesuffix(" (observed)")
    return _US_IN_SPANISH[plain] + (" (trasladado)" if plain != name else "")


_US_IN_SPANISH = {
    "New Year's Day": "Año Nuevo",
    "Martin Luther King Jr. Day": "Natalicio de Martin Luther King Jr.",
    "Washington's Birthday": "Natalicio de Washington",
    "Memorial Day": "Día de los Caídos",
    "Juneteenth National Independence Day": "Día de la Emancipación",
    "Independence Day": "Día de la Independencia",
    "Labor Day": "Día del Trabajo",
    "Columbus Day": "Día de Colón",
    "Veterans Day": "Día de los Veteranos",
    "Thanksgiving Day": "Día de Acción de Gracias",
    "Christmas Day": "Navidad",
}


def is_working_day(party: Party, day: date) -> bool:
    return day.weekday() < _SATURDAY and day not in public_holidays(party, day.year)


def counts(day: date) -> bool:
    """Whether a day is a working day in both countries."""
    return all(is_working_day(each, day) for each in Party)


def end_of_term(begun: date, working_days: int) -> date:
    """
    The last day of a term; an objection on that day is in time.

    The day on which the term begins does not count.

    Raises
    ------
    BrokenRuleError
        AC-73, when the term is not of 3 to 60 working days.
    """
    within = FEWEST_DAYS <= working_days <= MOST_DAYS
    require(AC_73, within, place="working_days", found=working_days)
    days = counted_days(begun)
    return [next(days) for _ in range(working_days)][-1]


def end_of_day(day: date) -> datetime:
    """The moment when a day is over in both capitals: midnight in Mexico City, 06:00 UTC."""
    return datetime.combine(day + timedelta(days=1), time(6), tzinfo=UTC)


def counted_days(begun: date) -> Iterator[date]:
    """The days that count after a day, without end."""
    day = begun
    while True:
        day += timedelta(days=1)
        if counts(day):
            yield day


def days_left(today: date, end: date) -> int:
    """Working days of both countries after today, to the end of the term and with it; 0 when it is over."""
    return sum(counts(today + timedelta(days=each)) for each in range(1, (end - today).days + 1))
