"""What the question of complexity can be asked with."""

from hled.dialogue.studies.domain.asking import Choice, Parameter
from hled.dialogue.studies.domain.questions.trade_parameters import IMPORTER, TRADE_TABLE, WORLD
from hled.kernel.bilingual import Bilingual

_OF = Parameter(
    "of",
    "countries",
    Bilingual("Of", "De"),
    Bilingual("What stands in a row.", "Qué ocupa cada fila."),
    (
        Choice("countries", Bilingual("countries", "países")),
        Choice("products", Bilingual("products", "productos")),
    ),
)
_PARTNER = Parameter(
    "partner",
    "MEX",
    Bilingual("Country", "País"),
    Bilingual(
        "Whose products and possibilities are shown.", "Aquel cuyos productos y posibilidades se muestran."
    ),
)
_LIST = Parameter(
    "list",
    "all",
    Bilingual("Products", "Productos"),
    Bilingual(
        "Lists or codes, set apart by commas: semiconductors, 8542; all without it.",
        "Listas o códigos separados por comas: semiconductors, 8542; sin él, todos.",
    ),
)
_ONLY = Parameter(
    "only",
    "",
    Bilingual("Only", "Solo"),
    Bilingual(
        "Of products: those that the country lacks, or those that it has.",
        "De los productos: los que el país no tiene, o los que tiene.",
    ),
    (
        Choice("", Bilingual("all", "todos")),
        Choice("lacks", Bilingual("those it lacks", "los que no tiene")),
        Choice("has", Bilingual("those it has", "los que tiene")),
    ),
)
_SORT = Parameter(
    "sort",
    "complexity",
    Bilingual("Order", "Orden"),
    Bilingual(
        "What the rows are ordered by; for countries, fitness and outlook as well.",
        "Por qué se ordenan las filas; los países, también por aptitud y perspectiva.",
    ),
    (
        Choice("complexity", Bilingual("complexity", "complejidad")),
        Choice("fitness", Bilingual("fitness, or Q of a product", "aptitud, o Q de un producto")),
        Choice("outlook", Bilingual("outlook index, or gain", "índice de perspectiva, o ganancia")),
        Choice("density", Bilingual("density; diversity of a country", "densidad; diversidad de un país")),
        Choice("trade", Bilingual("trade", "comercio")),
    ),
)
_TOP = Parameter(
    "top",
    "50",
    Bilingual("Rows", "Filas"),
    Bilingual("How many rows; 0 for all.", "Cuántas filas; 0 para todas."),
    whole=(0, 10_000),
)
_CONVENTION = Parameter(
    "convention",
    "atlas",
    Bilingual("Convention", "Convención"),
    Bilingual(
        "By whose scale and standard deviation; the answer names it.",
        "Con la escala y la desviación estándar de quién; la respuesta la nombra.",
    ),
    (
        Choice("atlas", Bilingual("Atlas of Economic Complexity", "Atlas of Economic Complexity")),
        Choice("growth_lab", Bilingual("py-ecomplexity, Growth Lab", "py-ecomplexity, Growth Lab")),
    ),
)
_GAIN = Parameter(
    "gain",
    "",
    Bilingual("Outlook gain", "Ganancia de perspectiva"),
    Bilingual(
        "Its definition; that of the convention without it.", "Su definición; sin él, la de la convención."
    ),
    (
        Choice("", Bilingual("as the convention has it", "como la tiene la convención")),
        Choice("atlas", Bilingual("Atlas: less what already counts", "Atlas: menos lo que ya cuenta")),
        Choice("gain_only", Bilingual("the gain only", "solo la ganancia")),
    ),
)
_EXPORTS = Parameter(
    "exports",
    "1000000000",
    Bilingual("Minimum of exports", "Mínimo de exportaciones"),
    Bilingual(
        "Of a country in the matrix, in U.S. dollars; below, it is left out.",
        "De un país en la matriz, en dólares; por debajo se excluye.",
    ),
    whole=(0, 99_999_999_999),
)
_POPULATION = Parameter(
    "population",
    "0",
    Bilingual("Minimum of population", "Mínimo de población"),
    Bilingual(
        "Of a country, in persons; needs populations.csv in the home folder.",
        "De un país, en personas; requiere populations.csv en la carpeta de inicio.",
    ),
    whole=(0, 9_999_999_999),
)
_TRADE = Parameter(
    "trade",
    "1000000",
    Bilingual("Minimum of world trade", "Mínimo de comercio mundial"),
    Bilingual(
        "Of a product over all exporters left, in U.S. dollars; in one market, of its imports.",
        "De un producto sobre todos los exportadores restantes, en dólares; en un mercado, de sus importaciones.",
    ),
    whole=(0, 99_999_999_999),
)
_UBIQUITY = Parameter(
    "ubiquity",
    "2",
    Bilingual("Minimum of ubiquity", "Mínimo de ubicuidad"),
    Bilingual(
        "Countries that must have a product with advantage: with one, nearness to it is that country alone.",
        "Países que deben tener un producto con ventaja: con uno, la cercanía a él es solo ese país.",
    ),
    whole=(1, 100),
)
_WITHOUT = Parameter(
    "without",
    "",
    Bilingual("Left out by name", "Excluidos por nombre"),
    Bilingual(
        "Exporters whose data are not to be trusted, set apart by commas.",
        "Exportadores con datos de los que se desconfía, separados por comas.",
    ),
)

PARAMETERS = (
    _OF,
    _PARTNER,
    _LIST,
    _ONLY,
    _SORT,
    _TOP,
    IMPORTER,
    TRADE_TABLE,
    WORLD,
    _CONVENTION,
    _GAIN,
    _EXPORTS,
    _POPULATION,
    _TRADE,
    _UBIQUITY,
    _WITHOUT,
)


def sample_of_complexity() -> dict[str, int]:
    """The sample of the question as it stands by default: least exports, least trade, least ubiquity."""
    return {each.name: int(each.default) for each in (_EXPORTS, _TRADE, _UBIQUITY)}
