"""
Products in industries: NAICS, BEA (402 and 71), ISIC revisions 3 and 4, and the industries of WIOD.

Two concordances say which NAICS codes a product belongs to, and the choice between them is one of data treatment:

- ``schedule_b``: the ten-digit lines of the Census Bureau's Schedule B 2019.
- ``pierce_schott``: all pairs that the tables of Pierce and Schott knew from 1989 on, older codes included; a pair is a line.

In NAICS a product weighs by its lines. In BEA's industries each line weighs by the imports that it is taken to carry: those of
its industry in 2017, the same for all its lines; so a passenger car is not one fifth a motor home because one line in five is.

References
----------
U.S. Census Bureau, Schedule B 2019; Pierce & Schott (2012), Journal of Economic and Social Measurement 37: 61-96; UNSD
correspondence tables, through the R package concordance (MIT).
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, TypeAlias

import numpy as np

from hled.economy.arrays import Vector
from hled.sources.tables import csv_rows
from hled.sources.trade.concordances.accounts import summary_of
from hled.sources.trade.concordances.editions import conversion
from hled.sources.trade.concordances.maps import WeightedMap, from_pairs, or_otherwise
from hled.sources.trade.concordances.naics import imports_per_line, to_bea
from hled.sources.trade.concordances.products import map_of, subheadings
from hled.sources.trade.concordances.reading import UNSPECIFIED, Texts, number_columns, text_columns

Evidence: TypeAlias = Literal["schedule_b", "pierce_schott"]

SET = "classifications"

_WITHOUT_INDUSTRY = "9999"
"""What the table of ISIC 3 gives to waste and scrap."""

_GOODS_SECTIONS = {
    "A": range(1, 3),
    "B": range(5, 6),
    "C": range(10, 15),
    "E": range(40, 42),
    "O": range(90, 94),
}
"""Divisions of the sections of ISIC 3 that products come from, where WIOD names the section."""


@cache
def to_naics(by: Evidence = "schedule_b") -> WeightedMap:
    """Products in NAICS codes, pseudo codes included; Schedule B is of HS 2017 and is reached through it."""
    if by == "pierce_schott":
        return from_pairs("HS2022 -> NAICS (Pierce-Schott)", *_pierce_schott(), rows=subheadings())
    name = "HS2022 -> NAICS (Schedule B 2019)"
    return conversion("HS2022", "HS2017").then(from_pairs(name, *_schedule_b()), name)


@cache
def to_bea_detail(by: Evidence = "schedule_b") -> WeightedMap:
    """Products in detailed industries of BEA, with scrap (S00401) and used goods (S00402), which no industry makes."""
    name = f"HS2022 -> BEA detail ({by})"
    if by == "pierce_schott":
        products, codes = _pierce_schott()
        return _by_imports(name, products, codes, np.ones(len(products)), subheadings())
    lines = _by_imports(name, *_schedule_b(), ())
    return conversion("HS2022", "HS2017").then(lines, name)


def _by_imports(name: str, products: Texts, codes: Texts, lines: Vector, known: Sequence[str]) -> WeightedMap:
    """Pairs of product and NAICS code in BEA's industries, each line with the imports that it is taken to carry."""
    bea = to_bea(codes.tolist())
    parts = bea.aligned(codes.tolist()).tocoo()
    sources, targets = products[parts.row], np.array(bea.columns)[parts.col]
    counts = lines[parts.row] * parts.data
    names, at = np.unique(targets, return_inverse=True)
    per_line = imports_per_line(
        dict(zip(names.tolist(), np.bincount(at, weights=counts).tolist(), strict=True))
    )
    amounts = counts * np.array([per_line[code] for code in names.tolist()])[at]
    return from_pairs(
        name, sources, targets, or_otherwise(sources, amounts, counts), rows=np.unique(products).tolist()
    )


@cache
def to_bea_summary(by: Evidence = "schedule_b") -> WeightedMap:
    """Products in the 71 industries of BEA's summary and ``Used``."""
    return to_bea_detail(by).grouped(summary_of().__getitem__, f"HS2022 -> BEA summary ({by})")


@cache
def to_isic3() -> WeightedMap:
    """Products in classes of ISIC 3, one each; waste and scrap (79 products) have none."""
    products, classes = text_columns(SET, "hs2022_one_to_one.parquet", "hs2022", "isic3")
    return map_of("HS2022 -> ISIC 3", products, np.where(classes == _WITHOUT_INDUSTRY, "", classes))


@cache
def to_wiod() -> WeightedMap:
    """Products in the 35 industries of WIOD 2013, by the division of ISIC 3."""
    industry = _wiod_by_division()
    return to_isic3().grouped(lambda isic: industry[isic[:2]], "HS2022 -> WIOD 2013")


@cache
def to_isic4() -> WeightedMap:
    """Products in classes of ISIC 4, up to fifteen each, with equal weights: wide, and best added up to divisions."""
    return map_of("HS2022 -> ISIC 4", *text_columns(SET, "hs2022_isic4.parquet", "hs2022", "isic4"))


@cache
def _schedule_b() -> tuple[Texts, Texts, Vector]:
    """Codes of HS 2017, NAICS codes, and how many lines have both."""
    products, codes = text_columns(SET, "schedule_b_2019.parquet", "hs2017", "naics")
    (lines,) = number_columns(SET, "schedule_b_2019.parquet", "lines")
    return products, codes, lines


@cache
def _pierce_schott() -> tuple[Texts, Texts]:
    products, codes = text_columns(SET, "hs2022_naics.parquet", "hs2022", "naics")
    specified = ~np.char.startswith(products, UNSPECIFIED)
    return products[specified], codes[specified]


def _wiod_by_division() -> dict[str, str]:
    """Industries of WIOD by the divisions of ISIC 3 that they cover: ``15t16`` is 15 and 16, ``AtB`` the sections A and B."""
    return {
        f"{division:02d}": row["code"]
        for row in csv_rows("wiod2013", "industries.csv")
        for division in _divisions(*row["nace"].split("t"))
    }


def _divisions(first: str, last: str = "") -> Iterator[int]:
    if first.isdecimal():
        yield from range(int(first), int(last or first) + 1)
    else:
        for section in range(ord(first), ord(last or first) + 1):
            yield from _GOODS_SECTIONS.get(chr(section), ())
