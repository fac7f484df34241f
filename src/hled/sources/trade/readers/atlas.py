"""
Growth Lab at Harvard University, Atlas of Economic Complexity: trade by country and product, or by country, partner and product.

Layout as published with its data sets (Harvard Dataverse): ``hsYY_country_product_year_D.csv`` and
``hsYY_country_country_product_year_D_*.csv`` with ``country_iso3_code``, ``partner_iso3_code`` where bilateral,
``product_hsYY_code``, ``year``, ``export_value`` and ``import_value`` in U.S. dollars; until 2023 ``location_code``,
``partner_code`` and ``hs_product_code``.

Each line becomes one of exports and one of imports. Without partners the partner is the world. Values of 0 and empty ones become
no line; services and goods that were not specified, whose codes are words, are left out and counted.
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.trade.readers.raw import (
    Raw,
    columns_named,
    constant,
    count,
    files_of,
    nothing,
    open_text,
    padded,
    text_or_null,
)
from hled.sources.trade.rules import TR_10, TR_16, TR_19
from hled.sources.trade.schema import EDITION_WORDS, WORLD

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from ibis.backends.sql import SQLBackend

LAYOUT_TRIED = False

SOURCE = Bilingual(
    "The Growth Lab at Harvard University, Atlas of Economic Complexity",
    "Growth Lab de la Universidad de Harvard, Atlas de Complejidad Económica",
)
_LISTS = ("location", "product", "classification", "umap", "rankings", "growth", "readme")
_EDITION = re.compile(r"hs_?(\d\d)", re.IGNORECASE)
_PRODUCTS = (
    *(f"product_hs{each}_code" for each in ("22", "12", "92", "17", "07", "02", "96")),
    "hs_product_code",
)


def read_atlas(connection: "SQLBackend", path: Path, *, year: int | None = None, edition: str = "") -> Raw:
    """
    Rows of one file of the Atlas, or of a folder of files with the same columns.

    Raises
    ------
    BrokenRuleError
        TR-02 on files, TR-10 when neither column, name nor `edition` says the edition of the System, TR-16 without goods.
    """
    files = files_of(path, _LISTS)
    table = open_text(connection, files)
    at = columns_named(
        table,
        {
            "country": ("country_iso3_code", "location_code"),
            "product": _PRODUCTS,
            "year": ("year",),
            "exports": ("export_value",),
        },
        {"partner": ("partner_iso3_code", "partner_code"), "imports": ("import_value",)},
        files[0].name,
    )
    chosen = _edition(edition, at["product"], files[0].name)
    if year is not None:
        table = table.filter(table[at["year"]].strip() == str(year))
    goods = table.filter(table[at["product"]].strip().re_search(r"^\d{1,6}$"))
    digits = _digits(goods, at["product"], files[0].name)
    sides = [("X", at["exports"]), *([("M", at["imports"])] if "imports" in at else [])]
    shaped = [_shaped(goods, at, flow, column, digits, chosen) for flow, column in sides]
    rows = shaped[0] if len(shaped) == 1 else shaped[0].union(shaped[1])
    left = count(table) - count(goods)
    said = Bilingual(
        f"{left} lines: services and goods not specified",
        f"{left} líneas: servicios y bienes no especificados",
    )
    notes = (Finding(TR_19, files[0].name, said),) if left else ()
    title = Bilingual(
        f"Atlas of Economic Complexity, {path.name}", f"Atlas de Complejidad Económica, {path.name}"
    )
    return Raw(rows, title, SOURCE, notes=notes)


def _shaped(
    table: "ir.Table", at: dict[str, str], flow: str, column: str, digits: int, edition: str
) -> "ir.Table":
    value = text_or_null(table[column])
    traded = table.filter(value.notnull() & (value.try_cast("float64").fill_null(1.0) != 0))
    return traded.select(
        reporter=text_or_null(traded[at["country"]]).upper(),
        partner=text_or_null(traded[at["partner"]]).upper() if "partner" in at else constant(WORLD),
        flow=constant(flow),
        period=text_or_null(traded[at["year"]]),
        product=padded(text_or_null(traded[at["product"]]), digits),
        edition=constant(edition),
        value=text_or_null(traded[column]),
        quantity=nothing(),
        unit=nothing(),
        duty=nothing(),
    )


def _digits(table: "ir.Table", column: str, place: str) -> int:
    """Two, four or six: codes of one file have one length, and at most one leading zero is lost."""
    longest = table[column].strip().length().max().to_pyarrow().as_py()
    if not longest:
        raise BrokenRuleError([Finding(TR_16, place, Bilingual("no goods", "sin bienes"))])
    return int(longest) + int(longest) % 2


def _edition(given: str, column: str, name: str) -> str:
    found = next((match for each in (column, name) if (match := _EDITION.search(each))), None)
    said = given.upper() or (f"HS{found[1]}" if found else "")
    if said not in EDITION_WORDS:
        raise BrokenRuleError([Finding(TR_10, name, said or "-")])
    return EDITION_WORDS[said]
