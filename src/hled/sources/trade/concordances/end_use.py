"""
What products are for: capital goods, intermediate goods or consumption, by the Broad Economic Categories (BEC).

Revision 5 gives each product one use; revision 4 a category that the System of National Accounts assigns to a use, or to none
(gasoline, passenger cars, goods not elsewhere specified).

References
----------
United Nations Statistics Division, Classification by Broad Economic Categories, rev. 4 (2002) and rev. 5 (2016).
"""

from enum import StrEnum
from functools import cache

import numpy as np

from hled.sources.trade.concordances.editions import conversion
from hled.sources.trade.concordances.maps import WeightedMap, from_pairs
from hled.sources.trade.concordances.products import map_of
from hled.sources.trade.concordances.reading import text_columns


class Use(StrEnum):
    """Classes of the System of National Accounts, and those of BEC that belong to none."""

    CAPITAL = "capital"
    INTERMEDIATE = "intermediate"
    CONSUMPTION = "consumption"
    MIXED = "mixed"


USE_OF_BEC5 = {"CAP": Use.CAPITAL, "INT": Use.INTERMEDIATE, "CONS": Use.CONSUMPTION, "OTHER": Use.MIXED}

USE_OF_BEC4 = {
    **dict.fromkeys(("41", "521"), Use.CAPITAL),
    **dict.fromkeys(("111", "121", "21", "22", "31", "322", "42", "53"), Use.INTERMEDIATE),
    **dict.fromkeys(("112", "122", "522", "61", "62", "63"), Use.CONSUMPTION),
    **dict.fromkeys(("32", "321", "51", "7"), Use.MIXED),
}
"""By the code without the zeros that the table fills it up with; fuels (32) are partly gasoline."""


@cache
def to_end_use() -> WeightedMap:
    """Products in uses by BEC 5, which is of HS 2017 and is reached through it."""
    products, uses = text_columns("classifications", "hs2017_one_to_one.parquet", "hs2017", "bec5")
    named = np.array([USE_OF_BEC5[each].value if each else "" for each in uses.tolist()])
    return conversion("HS2022", "HS2017").then(
        from_pairs("HS2017 -> use", products, named), "HS2022 -> use (BEC 5)"
    )


@cache
def to_bec4() -> WeightedMap:
    """Products in categories of BEC 4, with equal weights where there are several."""
    products, categories = text_columns("classifications", "hs2022_bec4.parquet", "hs2022", "bec4")
    return map_of("HS2022 -> BEC 4", products, categories)


@cache
def to_end_use_bec4() -> WeightedMap:
    """Products in uses by BEC 4."""
    return to_bec4().grouped(
        lambda category: USE_OF_BEC4[category.rstrip("0")].value, "HS2022 -> use (BEC 4)"
    )
