"""Parameters and words that several questions share."""

from typing import TYPE_CHECKING

from hled.dialogue.studies.domain.asking import Asked, Choice, Parameter
from hled.dialogue.studies.domain.question import Tables
from hled.dialogue.studies.domain.rules import SQ_02
from hled.interfaces import formats
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, require

if TYPE_CHECKING:
    from hled.economy.leontief import System
    from hled.economy.tables import Table

TABLE = Parameter(
    "table",
    "",
    Bilingual("Table", "Tabla"),
    Bilingual(
        "Id of a table; the newest with several countries without it.",
        "Identificador de una tabla; sin él, la más reciente con varios países.",
    ),
)
BALANCE = Parameter(
    "balance",
    "supplied",
    Bilingual("Balance rule", "Regla de balance"),
    Bilingual(
        "Output that coefficients are taken of: as supplied, or the sums of rows.",
        "Producción de la que se toman los coeficientes: la dada o las sumas por fila.",
    ),
    (
        Choice("supplied", Bilingual("output as supplied", "producción dada")),
        Choice("row_sums", Bilingual("sums of rows", "sumas por fila")),
    ),
)
DRAWS = Parameter(
    "draws",
    "64",
    Bilingual("Draws", "Sorteos"),
    Bilingual("How many tables are drawn for the range.", "Cuántas tablas se sortean para el intervalo."),
    whole=(8, 512),
)
SEED = Parameter(
    "seed",
    "20210909",
    Bilingual("Seed", "Semilla"),
    Bilingual(
        "Of the draws: the same seed gives the same range.",
        "De los sorteos: la misma semilla da el mismo intervalo.",
    ),
    whole=(0, 2_147_483_647),
)
ACCOUNTING = Bilingual(
    "This is accounting, not a forecast: it says how much is tied together in the table, not what would happen.",
    "Esto es contabilidad, no un pronóstico: dice cuánto está ligado en la tabla, no lo que ocurriría.",
)
_INVERSE_BELOW = 5_000
RANGE = Bilingual(" (range {low} to {high})", " (intervalo de {low} a {high})")


def with_table(tables: Tables, asked: Asked) -> dict[str, str]:
    """
    What was asked, with the newest table of several countries where none was named.

    Raises
    ------
    BrokenRuleError
        SQ-02, when there is no such table.
    """
    if asked["table"]:
        return dict(asked)
    known = tables.between_countries()
    require(SQ_02, bool(known), place="table", found=Bilingual("none is installed", "ninguna está instalada"))
    return {**asked, "table": known[-1]}


def system(tables: Tables, asked: Asked) -> "System":
    """
    The Leontief system of the table that is asked.

    Raises
    ------
    BrokenRuleError
        SQ-02, when the table has one country only.
    """
    return system_on(tables.table(asked["table"]), asked["balance"])


def system_on(table: "Table", balance: str, *, alone: bool = False) -> "System":
    """
    The Leontief system of a table; `alone` lets a table of one region pass.

    Raises
    ------
    BrokenRuleError
        SQ-02, when the table has one region only.
    """
    from hled.economy.leontief import system_of
    from hled.economy.tables import Balance

    if len(table.regions) < 2 and not alone:
        raise BrokenRuleError([Finding(SQ_02, table.id, table.title)])
    found = system_of(table, Balance(balance))
    if table.n < _INVERSE_BELOW:
        found.L  # noqa: B018  # made first, so that digits do not depend on what was asked before
    return found


def share_words(value: float | str, decimals: int = 2) -> str:
    return formats.share(float(value), decimals)


def range_words(low: float | None, high: float | None, decimals: int = 2) -> Bilingual | str:
    """` (range 1.2 % to 1.4 %)`; nothing where no range is known."""
    if low is None or high is None:
        return ""
    return RANGE.format(low=share_words(low, decimals), high=share_words(high, decimals))
