"""
The long table of trade: one line for each reporter, partner, flow, period and product.

========== =======================================================================================
reporter   who declares, ISO alpha-3, or a code of `areas.csv`
partner    whom the reporter trades with; ``W00`` is the world
flow       ``M`` imports, ``X`` exports, ``RM`` re-imports, ``RX`` re-exports
period     ``2024``, or ``2024-05`` for a month; a year is never made of months in silence
product    code of the Harmonized System, text with leading zeros
edition    edition of the System that the code is of, such as ``HS2022``
value      U.S. dollars
quantity   in `unit`; missing where not published
unit       unit of the quantity
duty       duty calculated on the line, in U.S. dollars; missing where not published
========== =======================================================================================
"""

from enum import StrEnum
from types import MappingProxyType

import pyarrow as pa

KEY = ("reporter", "partner", "flow", "period", "product")
TEXTS = (*KEY, "edition")
NUMBERS = ("value", "quantity", "duty")
COLUMNS = (*TEXTS, "value", "quantity", "unit", "duty")

WORLD = "W00"
"""The partner that is all partners together."""

LEVELS = (2, 4, 6, 8, 10)
LENGTHS = (2, 4, 6, 8, 10)

NATIONAL_CHAPTERS = ("98", "99")
"""Left to each country by the Harmonized System; they mean nothing across countries."""

NO_CHAPTERS = ("00", "77")
"""77 is reserved for later use, 00 never was a chapter."""


class Flow(StrEnum):
    """What crossed the border, and in which direction."""

    IMPORTS = "M"
    EXPORTS = "X"
    RE_IMPORTS = "RM"
    RE_EXPORTS = "RX"


EDITIONS = ("HS1992", "HS1996", "HS2002", "HS2007", "HS2012", "HS2017", "HS2022")

EDITION_WORDS = MappingProxyType(
    {
        **{each: each for each in EDITIONS},
        **{f"H{number}": each for number, each in enumerate(EDITIONS)},
        **{f"HS{each[4:]}": each for each in EDITIONS},
        "HS1988": "HS1992",
    }
)
"""Names by which publishers call an edition; CEPII and the Growth Lab name the first one by 1992."""

ARROW = pa.schema(
    [
        *(pa.field(name, pa.string(), nullable=False) for name in TEXTS),
        pa.field("value", pa.float64(), nullable=False),
        pa.field("quantity", pa.float64()),
        pa.field("unit", pa.string()),
        pa.field("duty", pa.float64()),
    ]
)
