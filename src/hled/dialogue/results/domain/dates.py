"""Days counted in months, and said in words in both languages."""

import calendar
from datetime import date
from functools import lru_cache

from hled.kernel.bilingual import Bilingual
from hled.kernel.period import Precision

_MONTHS = (
    ("January", "enero"),
    ("February", "febrero"),
    ("March", "marzo"),
    ("April", "abril"),
    ("May", "mayo"),
    ("June", "junio"),
    ("July", "julio"),
    ("August", "agosto"),
    ("September", "septiembre"),
    ("October", "octubre"),
    ("November", "noviembre"),
    ("December", "diciembre"),
)

NO_DATE = Bilingual("on an unknown date", "en fecha desconocida")


@lru_cache(maxsize=8192)
def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last day of the month where the month is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@lru_cache(maxsize=8192)
def whole_months(start: date, end: date) -> int:
    """Whole months from one day to a later one; 0 where the second is not later."""
    if end <= start:
        return 0
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (months_after(start, months) > end)


@lru_cache(maxsize=8192)
def on_day(day: date | None, precision: str = Precision.DAY) -> Bilingual:
    """
    A date as an adverb, with no more precision than is known.

    Examples
    --------
    >>> on_day(date(2023, 4, 18)).es
    'el 18 de abril de 2023'
    >>> on_day(date(2021, 12, 31), "month").en
    'in December 2021'
    """
    if day is None:
        return NO_DATE
    english, spanish = _MONTHS[day.month - 1]
    if precision == Precision.YEAR:
        return Bilingual(f"in {day.year}", f"en {day.year}")
    if precision == Precision.MONTH:
        return Bilingual(f"in {english} {day.year}", f"en {spanish} de {day.year}")
    return Bilingual(f"on {day.day} {english} {day.year}", f"el {day.day} de {spanish} de {day.year}")


@lru_cache(maxsize=8192)
def the_day(day: date) -> Bilingual:
    """A date as a noun: `9 September 2021`, `9 de septiembre de 2021`."""
    english, spanish = _MONTHS[day.month - 1]
    return Bilingual(f"{day.day} {english} {day.year}", f"{day.day} de {spanish} de {day.year}")


def counted(count: int, one: Bilingual, many: Bilingual) -> Bilingual:
    """A number before its noun: `1 month`, `14 meses`."""
    noun = one if count == 1 else many
    return Bilingual(f"{count:,} {noun.en}", f"{count:,} {noun.es}")


@lru_cache(maxsize=1024)
def months_in_words(count: int) -> Bilingual:
    return counted(count, Bilingual("month", "mes"), Bilingual("months", "meses"))
