"""Words that several answers use."""

from hled.interfaces import formats
from hled.kernel.bilingual import Bilingual

ACCOUNTING = Bilingual(
    "This is accounting, not a forecast: it says how much is tied together in the table, not what would happen.",
    "Esto es contabilidad, no un pronóstico: dice cuánto está ligado en la tabla, no lo que ocurriría.",
)
RANGE = Bilingual(" (range {low} to {high})", " (intervalo de {low} a {high})")


def share_words(value: float | str, decimals: int = 2) -> str:
    return formats.share(float(value), decimals)


def range_words(low: float | None, high: float | None, decimals: int = 2) -> Bilingual | str:
    """` (range 1.2 % to 1.4 %)`; nothing where no range is known."""
    if low is None or high is None:
        return ""
    return RANGE.format(low=share_words(low, decimals), high=share_words(high, decimals))
