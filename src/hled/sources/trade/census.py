"""
U.S. imports for consumption of 2024 by HTS-10 and partner, as bundled, in the columns of the long table.

The file stays as it was obtained; Census numbers become ISO codes when it is asked, and the European Union is the group ``EU``.
The Harmonized Tariff Schedule of 2024 follows the edition HS2022.
"""

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from hled.kernel.bilingual import Bilingual
from hled.sources.tables import BUNDLED
from hled.sources.trade.areas import codes_by_census_number

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from ibis.backends.sql import SQLBackend

ID = "us-imports-2024"
FOLDER = BUNDLED / "us_imports_hs10_2024"
FILE = "us_imports_hs10_2024.parquet"
DESCRIPTIONS = "hs10_descriptions.parquet"

TITLE = Bilingual(
    "U.S. imports for consumption by HTS-10 and partner, 2024",
    "Importaciones de EE. UU. para consumo por HTS-10 y socio, 2024",
)
SOURCE = Bilingual(
    "U.S. Census Bureau, International Trade; collected by Michael E. Waugh",
    "Oficina del Censo de EE. UU., Comercio Internacional; recopilado por Michael E. Waugh",
)
MISSING_PARTNERS = Bilingual(
    "50 largest partners outside the European Union and the Union as one; the other countries, about 2 % of imports, are not in "
    "the table",
    "los 50 mayores socios fuera de la Unión Europea y la Unión como uno; los demás países, cerca del 2 % de las importaciones, no "
    "están en la tabla",
)
"""From the totals that the Census Bureau published; see SOURCE.md of the set."""


def rows(connection: "SQLBackend") -> "ir.Table":
    """The bundled file in the columns of `schema.COLUMNS`."""
    import ibis

    file = connection.read_parquet(str(FOLDER / FILE))
    numbers = tuple(codes_by_census_number().items())
    return file.select(
        reporter=ibis.literal("USA"),
        partner=file.partner_code.cases(*numbers),
        flow=ibis.literal("M"),
        period=ibis.literal("2024"),
        product=file.hs10,
        edition=ibis.literal("HS2022"),
        value=file.customs_value_usd.cast("float64"),
        quantity=ibis.null("float64"),
        unit=ibis.null("string"),
        duty=file.calculated_duty_usd.cast("float64"),
    )


def tariff_lines(code: str) -> dict[str, str]:
    """Tariff lines (HTS-10) that begin with a code, with what the Census Bureau calls them; published in English only."""
    return {line: words for line, words in _descriptions().items() if line.startswith(code)}


@cache
def _descriptions() -> MappingProxyType[str, str]:
    import pyarrow.parquet as pq

    rows = pq.read_table(FOLDER / DESCRIPTIONS)
    pairs = zip(rows["hs10"].to_pylist(), rows["description"].to_pylist(), strict=True)
    return MappingProxyType(dict(sorted(pairs)))
