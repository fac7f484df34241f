"""Parameters that several questions take."""

from hled.dialogue.studies.domain.asking import Choice, Parameter
from hled.kernel.bilingual import Bilingual

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
