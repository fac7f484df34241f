"""What a screen can be asked with."""

from hled.dialogue.studies.domain.asking import Choice, Parameter
from hled.kernel.bilingual import Bilingual

LIST = Parameter(
    "list",
    "all",
    Bilingual("Products", "Productos"),
    Bilingual(
        "Lists or codes, set apart by commas: semiconductors, 8542; all without it.",
        "Listas o códigos separados por comas: semiconductors, 8542; sin él, todos.",
    ),
)
BY = Parameter(
    "by",
    "product",
    Bilingual("By", "Por"),
    Bilingual("What stands in a row.", "Qué ocupa cada fila."),
    (
        Choice("product", Bilingual("product (6 digits)", "producto (6 dígitos)")),
        Choice("heading", Bilingual("heading (4 digits)", "partida (4 dígitos)")),
        Choice("chapter", Bilingual("chapter (2 digits)", "capítulo (2 dígitos)")),
        Choice("stage", Bilingual("stage of a list", "etapa de una lista")),
    ),
)
ONLY = Parameter(
    "only",
    "",
    Bilingual("Only", "Solo"),
    Bilingual(
        "Rows of one action area, or products bought mostly from one distant supplier.",
        "Filas de un área de acción, o productos comprados sobre todo a un proveedor lejano.",
    ),
    (
        Choice("", Bilingual("all", "todos")),
        Choice(
            "openings", Bilingual("openings: expand, build, ease", "oportunidades: ampliar, crear, aliviar")
        ),
        Choice("one_distant_supplier", Bilingual("one distant supplier", "un proveedor lejano")),
        Choice("expand", Bilingual("expand existing supply", "ampliar el suministro existente")),
        Choice(
            "build", Bilingual("build capability one step away", "crear una capacidad que está a un paso")
        ),
        Choice("ease", Bilingual("ease a barrier", "aliviar una barrera")),
        Choice("diversify", Bilingual("diversify elsewhere", "diversificar en otra parte")),
        Choice("leave", Bilingual("no dependency to mend", "sin dependencia que corregir")),
        Choice("hold", Bilingual("nothing to gain", "nada que ganar")),
    ),
)
SORT = Parameter(
    "sort",
    "rank",
    Bilingual("Order", "Orden"),
    Bilingual("What the rows are ordered by.", "Por qué se ordenan las filas."),
    (
        Choice("rank", Bilingual("nominal rank", "lugar nominal")),
        Choice("robust", Bilingual("worst rank in 95 % of the runs", "peor lugar en 95 % de las corridas")),
        Choice("median", Bilingual("median rank", "lugar mediano")),
        Choice(
            "top20", Bilingual("probability of the first 20", "probabilidad de estar entre los primeros 20")
        ),
        Choice("size", Bilingual("external imports", "importaciones externas")),
        Choice("shift", Bilingual("change of rank, when comparing", "cambio de lugar, al comparar")),
    ),
)
TOP = Parameter(
    "top",
    "20",
    Bilingual("Rows", "Filas"),
    Bilingual("How many rows; 0 for all.", "Cuántas filas; 0 para todas."),
    whole=(0, 10_000),
)
WEIGHTS = Parameter(
    "weights",
    "",
    Bilingual("Weights", "Pesos"),
    Bilingual(
        "Changes to the document of weights, such as relief=0.",
        "Cambios al documento de pesos, como relief=0.",
    ),
)
COMPARE = Parameter(
    "compare",
    "",
    Bilingual("Compare with weights", "Comparar con los pesos"),
    Bilingual(
        "A second weighting beside the first, such as relief=0; `document` for the weights of the document.",
        "Una segunda ponderación junto a la primera, como relief=0; `document` para los pesos del documento.",
    ),
)
COMPARE_LIST = Parameter(
    "compare_list",
    "",
    Bilingual("Compare with products", "Comparar con los productos"),
    Bilingual(
        "A second choice of lists or codes beside the first.",
        "Una segunda elección de listas o códigos junto a la primera.",
    ),
)
FLOOR = Parameter(
    "floor",
    "1000000",
    Bilingual("Least imports", "Importaciones mínimas"),
    Bilingual(
        "Products of which less comes from outside, in dollars, stay out.",
        "Quedan fuera los productos de los que viene menos de fuera, en dólares.",
    ),
    whole=(0, 1_000_000_000),
)
BASE = Parameter(
    "base",
    "128",
    Bilingual("Base runs", "Corridas base"),
    Bilingual("Size of the design, a power of two.", "Tamaño del diseño, potencia de dos."),
    tuple(Choice(str(2**k), Bilingual(str(2**k), str(2**k))) for k in range(4, 12)),
)
SEED = Parameter(
    "seed",
    "20210909",
    Bilingual("Seed", "Semilla"),
    Bilingual(
        "Of the runs: the same seed gives the same order.",
        "De las corridas: la misma semilla da el mismo orden.",
    ),
    whole=(0, 2_147_483_647),
)
