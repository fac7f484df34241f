"""
Advanced technology products (ATP) of the U.S. Census Bureau, by the lines of Schedule B 2019.

The flag is of ten-digit lines; a product of six digits has the share of its lines that are flagged. The table is of exports: the
twin for imports was not obtainable, and lines differ below six digits.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from hled.economy.arrays import Vector
from hled.kernel.bilingual import Bilingual
from hled.sources.trade.concordances.editions import conversion
from hled.sources.trade.concordances.maps import WeightedMap, from_pairs
from hled.sources.trade.concordances.reading import number_columns, text_columns

NOT_ADVANCED = "00"

FIELDS = {
    "01": Bilingual("Biotechnology", "Biotecnología"),
    "02": Bilingual("Life science", "Ciencias de la vida"),
    "03": Bilingual("Opto-electronics", "Optoelectrónica"),
    "04": Bilingual("Information and communications", "Información y comunicaciones"),
    "05": Bilingual("Electronics", "Electrónica"),
    "06": Bilingual("Flexible manufacturing", "Manufactura flexible"),
    "07": Bilingual("Advanced materials", "Materiales avanzados"),
    "08": Bilingual("Aerospace", "Aeroespacial"),
    "09": Bilingual("Weapons", "Armamento"),
    "10": Bilingual("Nuclear technology", "Tecnología nuclear"),
}
"""The ten fields of the Census Bureau."""


@dataclass(frozen=True, slots=True, eq=False)
class Technology:
    """
    Products by field of advanced technology.

    Attributes
    ----------
    fields
        Map of products to fields; the share of lines that are not flagged is ``00``.
    share : (P,) array
        Share of the product's lines that are flagged, in the order of ``fields.rows``.
    """

    fields: WeightedMap
    share: Vector

    def share_of(self, code: str) -> float | None:
        """The share of one product's lines; None where Schedule B has none. Unknown codes are refused with TR-51."""
        row = self.fields.row(code)
        return 1.0 - row.get(NOT_ADVANCED, 0.0) if row else None


@cache
def technology() -> Technology:
    """Products with the fields of their lines, equal weight to a line."""
    products, fields = text_columns("classifications", "schedule_b_2019.parquet", "hs2017", "technology")
    (lines,) = number_columns("classifications", "schedule_b_2019.parquet", "lines")
    found = conversion("HS2022", "HS2017").then(
        from_pairs("HS2017 -> ATP", products, fields, lines), "HS2022 -> ATP field"
    )
    plain = found.weights[:, [found.columns.index(NOT_ADVANCED)]].toarray().ravel()
    return Technology(found, np.where(found.mapped, 1.0 - plain, 0.0))
