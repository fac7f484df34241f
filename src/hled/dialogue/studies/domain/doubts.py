"""How sure each figure is, in words and as text: the ends of its range, and what makes it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from hled.dialogue.studies.domain.asking import Asked
from hled.dialogue.studies.domain.numbers import figure_text, share_text
from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
    from hled.economy.tables import Table
    from hled.economy.uncertainty import Doubt, Ranges

_COMMON = {
    "rounding": Bilingual("rounding of cells", "redondeo de celdas"),
    "coefficients": Bilingual("errors of rows and columns", "errores de filas y columnas"),
    "balance": Bilingual("balance rule", "regla de balance"),
    "table": Bilingual(
        "the first three together, if all customers get the same inputs; beside the range",
        "los tres primeros juntos, si todos los clientes reciben los mismos insumos; junto al intervalo",
    ),
}
OF_SHARES: Mapping[str, Bilingual] = {
    **_COMMON,
    "proportionality": Bilingual(
        "which inputs go into what these buyers get (proportionality)",
        "qué insumos van a lo que reciben estos compradores (proporcionalidad)",
    ),
    "same_imports": Bilingual(
        "proportionality, if what these buyers get and the rest import equally much per unit; beside the range",
        "proporcionalidad, si lo que reciben estos compradores y el resto importan lo mismo por unidad; junto al intervalo",
    ),
}
"""What makes the range of an exposure; the last two stand beside it."""
OF_LOSSES: Mapping[str, Bilingual] = {
    **_COMMON,
    "proportionality": Bilingual(
        "which inputs had gone into the sales that stop (proportionality)",
        "qué insumos habían ido a las ventas que se detienen (proporcionalidad)",
    ),
    "same_imports": Bilingual(
        "proportionality, if the sales that stop and the rest import equally much per unit; beside the range",
        "proporcionalidad, si las ventas que se detienen y el resto importan lo mismo por unidad; junto al intervalo",
    ),
}
"""What makes the range of a loss; the last two stand beside it."""

ORDER = ("rounding", "coefficients", "balance", "proportionality", "same_imports", "table")

ENDS = ("low", "high", "low_table", "high_table")
"""Ends of a range, and of what the errors of the table alone leave open."""

Written = Callable[[float], str]


def ends(ranges: "Ranges", place: Any, written: Written) -> dict[str, str]:
    """Ends of the range, and of what the errors of the table alone leave open."""
    table = ranges.of("table")
    return {
        "low": written(float(ranges.low[place])),
        "high": written(float(ranges.high[place])),
        "low_table": written(float(table.low[place])),
        "high_table": written(float(table.high[place])),
    }


def parts(
    ranges: "Ranges", place: Any, written: Written, words: Mapping[str, Bilingual]
) -> list[dict[str, str | None]]:
    """Every source of doubt by name, with what it alone would leave open, and the reason where one could not be counted."""
    return [_part(ranges.of(name), place, written, words[name]) for name in ORDER]


def left_out(ranges: "Ranges", words: Mapping[str, Bilingual]) -> list[dict[str, str]]:
    """The sources of doubt that could not be counted, each with the reason."""
    return [
        {
            "code": each.name,
            "name_en": words[each.name].en,
            "name_es": words[each.name].es,
            "missing_en": each.missing.en,
            "missing_es": each.missing.es,
        }
        for each in ranges.doubts
        if each.missing is not None
    ]


def assumed(table: "Table", asked: Asked) -> dict[str, Any]:
    """What was assumed of the errors of a table: kept with the answer, so that another can draw the same."""
    from hled.economy.uncertainty import Errors

    errors = Errors(count=int(asked["draws"]), seed=int(asked["seed"]))
    return {
        "row_sd": share_text(errors.row_sd),
        "column_sd": share_text(errors.column_sd),
        "draws": errors.count,
        "seed": errors.seed,
        "rounded_to": figure_text(table.rounding),
        "balance": asked["balance"],
    }


def _part(doubt: "Doubt", place: Any, written: Written, name: Bilingual) -> dict[str, str | None]:
    return {
        "code": doubt.name,
        "name_en": name.en,
        "name_es": name.es,
        "low": written(float(doubt.low[place])),
        "high": written(float(doubt.high[place])),
        "missing_en": doubt.missing.en if doubt.missing else None,
        "missing_es": doubt.missing.es if doubt.missing else None,
    }
