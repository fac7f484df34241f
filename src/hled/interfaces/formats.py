"""
Numbers, dates and spans of time in the reader's language, at the edge.

Spanish as Mexico writes it: point before decimals, comma between thousands, `9 de septiembre de 2021`.
"""

from calendar import monthrange
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType

from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.period import PartialDate, Precision

MINUS = "−"
THIN_SPACE = "\u202f"

MONTHS = MappingProxyType(
    {
        Language.EN: (
            "January", "February", "March", "April", "May", "June",
            "July", "August", "September", "October", "November", "December",
        ),
        Language.ES: (
            "enero", "febrero", "marzo", "abril", "mayo", "junio",
            "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
        ),
    }
)  # fmt: skip

_MONTH = Bilingual("month", "mes")
_MONTHS_WORD = Bilingual("months", "meses")
_DAY = Bilingual("day", "día")
_DAYS = Bilingual("days", "días")


def number(value: int | float | Decimal, decimals: int | None = None) -> str:
    """
    A number with commas between thousands and a point before decimals, the same in both languages.

    Parameters
    ----------
    decimals
        How many to show; as many as the value has where None.
    """
    if isinstance(value, float) and decimals is None:
        value = Decimal(str(value))
    if isinstance(value, Decimal) and decimals is None:
        value = value.normalize()
        decimals = max(0, -int(value.as_tuple().exponent))
    text = f"{value:,.{decimals or 0}f}"
    return text.replace("-", MINUS) if set(text) - set("-0.,") else text.lstrip("-")


def share(value: float | Decimal, decimals: int = 0) -> str:
    """A fraction as a percentage, with a thin space before the sign: `12.5 %`."""
    return f"{number(Decimal(str(value)) * 100, decimals)}{THIN_SPACE}%"


def day(value: date, language: str) -> str:
    """`9 September 2021`, `9 de septiembre de 2021`."""
    month = MONTHS[Language(language)][value.month - 1]
    return (
        f"{value.day} {month} {value.year}" if language == "en" else f"{value.day} de {month} de {value.year}"
    )


def short_day(value: date, language: str) -> str:
    """For tables: `9 Sep 2021`, `9 sep 2021`."""
    month = MONTHS[Language(language)][value.month - 1][:3]
    return f"{value.day} {month} {value.year}"


def month(value: date, language: str) -> str:
    """`September 2021`, `septiembre de 2021`."""
    name = MONTHS[Language(language)][value.month - 1]
    return f"{name} {value.year}" if language == "en" else f"{name} de {value.year}"


def partial(text: str, language: str) -> str:
    """A date with no more precision than is known: `2021-12` is `December 2021`, `diciembre de 2021`."""
    known = PartialDate.parse(text)
    if known.precision is Precision.YEAR:
        return str(known.year)
    return (month if known.precision is Precision.MONTH else day)(known.first_day, language)


def on_precision(value: date, precision: str, language: str) -> str:
    """A last day with the precision that stands beside it."""
    if precision == Precision.YEAR:
        return str(value.year)
    return (month if precision == Precision.MONTH else day)(value, language)


def moment(value: datetime, language: str) -> str:
    """Day and time, in Coordinated Universal Time."""
    return f"{day(value.date(), language)}, {value:%H:%M} UTC"


def months(count: int, language: str) -> str:
    return _counted(count, _MONTH, _MONTHS_WORD, language)


def days(count: int, language: str) -> str:
    return _counted(count, _DAY, _DAYS, language)


def age(start: date, end: date, language: str) -> str:
    """Time between two days: in days below two months, in months from there."""
    gone = whole_months(start, end)
    if gone < 2:
        return days((end - start).days, language)
    return months(gone, language)


def whole_months(start: date, end: date) -> int:
    """Whole months from one day to a later one; 0 where the second is not later."""
    if end <= start:
        return 0
    short_of_it = end.day < min(start.day, monthrange(end.year, end.month)[1])
    return (end.year - start.year) * 12 + end.month - start.month - short_of_it


def _counted(count: int, one: Bilingual, many: Bilingual, language: str) -> str:
    return f"{number(count)} {(one if count == 1 else many).in_language(language)}"
