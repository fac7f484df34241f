"""Amounts of trade in words of both languages."""

from hled.interfaces.formats import number, share
from hled.kernel.bilingual import Bilingual

_MONEY = (
    (1e9, Bilingual("{amount} billion dollars", "{amount} miles de millones de dólares")),
    (1e6, Bilingual("{amount} million dollars", "{amount} millones de dólares")),
    (0.0, Bilingual("{amount} dollars", "{amount} dólares")),
)
_UNITS = {
    "index": (3, Bilingual("{amount}", "{amount}")),
    "factor": (2, Bilingual("{amount}", "{amount}")),
    "count": (1, Bilingual("{amount}", "{amount}")),
    "km": (0, Bilingual("{amount} km", "{amount} km")),
    "points": (1, Bilingual("{amount} points", "{amount} puntos")),
    "jobs": (0, Bilingual("{amount} jobs", "{amount} empleos")),
}


def money(dollars: float) -> Bilingual:
    """Billions, millions or dollars, with one decimal of the first two."""
    unit, words = next(each for each in _MONEY if dollars >= each[0])
    return words.format(amount=number(dollars / unit, 1) if unit else number(dollars, 0))


def in_words(value: float, unit: str) -> Bilingual:
    """A figure with its unit: a share, U.S. dollars, millions of them, or one of `_UNITS`."""
    if unit == "share":
        said = share(value, 1)
        return Bilingual(said, said)
    if unit in {"usd", "million"}:
        return money(value * (1e6 if unit == "million" else 1.0))
    decimals, words = _UNITS[unit]
    return words.format(amount=number(value, decimals))
