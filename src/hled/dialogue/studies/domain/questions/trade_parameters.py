"""Parameters that questions about products share."""

from hled.dialogue.studies.domain.asking import Asked, Parameter
from hled.dialogue.studies.domain.question import Tables
from hled.dialogue.studies.domain.rules import SQ_02
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import require

PARTNER = Parameter(
    "partner",
    "MEX",
    Bilingual("Partner", "Socio"),
    Bilingual("Who could supply.", "Quién podría proveer."),
)
EXTERNAL = Parameter(
    "external",
    "outside:USMCA",
    Bilingual("External suppliers", "Proveedores externos"),
    Bilingual(
        "On whom dependency is measured: outside:USA, outside:USMCA, outside:CAN,GBR, one:CHN.",
        "De quién se mide la dependencia: outside:USA, outside:USMCA, outside:CAN,GBR, one:CHN.",
    ),
)
IMPORTER = Parameter(
    "importer",
    "USA",
    Bilingual("Importer", "Importador"),
    Bilingual("Who buys.", "Quién compra."),
)
TRADE_TABLE = Parameter(
    "table",
    "",
    Bilingual("Trade table", "Tabla de comercio"),
    Bilingual(
        "Id of a trade table with imports; the newest that has the importer without it.",
        "Identificador de una tabla de comercio con importaciones; sin él, la más reciente que tiene al importador.",
    ),
)
WORLD = Parameter(
    "world",
    "",
    Bilingual("World exports", "Exportaciones mundiales"),
    Bilingual(
        "Id of a table with every country's exports; without it capability is read from the market itself.",
        "Identificador de una tabla con las exportaciones de todos los países; sin él la capacidad se lee del propio mercado.",
    ),
)


def with_market(tables: Tables, asked: Asked) -> dict[str, str]:
    """
    What was asked, with the newest trade table that has the importer where none was named.

    Raises
    ------
    BrokenRuleError
        SQ-02, when there is no table with imports.
    """
    if asked["table"]:
        return dict(asked)
    newest = tables.newest_market(asked["importer"])
    require(
        SQ_02,
        newest is not None,
        place="table",
        found=Bilingual("none is installed", "ninguna está instalada"),
    )
    return {**asked, "table": newest or ""}
