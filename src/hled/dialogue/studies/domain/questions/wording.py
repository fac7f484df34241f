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


RANGE_HOLDS = Bilingual(
    "The range holds the rounding of cells, errors of rows and columns of five percent drawn with a fixed seed (95 percent of both), the other balance rule and the bounds of proportionality; beside it stands what the table alone leaves open.",
    "El intervalo contiene el redondeo de celdas, errores de filas y columnas de cinco por ciento con semilla fija (95 por ciento de ambos), la otra regla de balance y las cotas de proporcionalidad; al lado está lo que la tabla sola deja abierto.",
)


def bilingual_members(name: str, code: str, words: Bilingual) -> dict[str, str]:
    """A code and its words in both languages, as members of an item."""
    return {name: code, f"{name}_en": words.en, f"{name}_es": words.es}
