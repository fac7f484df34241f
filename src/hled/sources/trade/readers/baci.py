"""
BACI of CEPII: world trade by exporter, importer and product, reconciled from both declarations.

Layout as CEPII documents it: ``BACI_HSyy_Yyyyy_Vyyyymm.csv`` with ``t`` year, ``i`` exporter, ``j`` importer, ``k`` six-digit code,
``v`` value in thousand current U.S. dollars, ``q`` metric tons; beside it ``country_codes_V*.csv`` with ``country_code`` and
``country_iso3`` (``iso_3digit_alpha`` until 2022). A folder with several years is read as one table.

Rows become imports of ``j`` from ``i``. The two declarations are reconciled, so that exports are the same figures.

References
----------
Gaulier & Zignago (2010), BACI: International Trade Database at the Product-Level, CEPII working paper 2010-23.
"""

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.trade.areas import codes_by_number
from hled.sources.trade.readers.raw import (
    Raw,
    coded,
    columns_named,
    constant,
    files_of,
    nothing,
    open_text,
    padded,
    text_or_null,
)
from hled.sources.trade.rules import TR_02, TR_10
from hled.sources.trade.schema import EDITION_WORDS

if TYPE_CHECKING:
    from ibis.backends.sql import SQLBackend

LAYOUT_TRIED = False

SOURCE = Bilingual("CEPII, BACI", "CEPII, BACI")
DIGITS = 6
_LISTS = ("country_codes", "product_codes", "readme")
_NAME = re.compile(r"BACI_(HS\d\d)_Y(\d{4})_V(\w+)", re.IGNORECASE)


def read_baci(connection: "SQLBackend", path: Path, *, year: int | None = None, edition: str = "") -> Raw:
    """
    Rows of one file of BACI, or of a folder with several years.

    Raises
    ------
    BrokenRuleError
        TR-02 on files, TR-10 when neither the name of the file nor `edition` says which edition of the System it is.
    """
    files = [each for each in files_of(path, _LISTS) if year is None or f"_Y{year}_" in each.name]
    if not files:
        raise BrokenRuleError([Finding(TR_02, str(path), f"_Y{year}_")])
    table = open_text(connection, files)
    at = columns_named(table, {each: (each,) for each in "tijkv"}, {"q": ("q",)}, files[0].name)
    codes = _countries(files[0].parent)
    table = coded(table, (at["i"], at["j"]), codes)
    rows = table.select(
        reporter=table[f"{at['j']}_code"],
        partner=table[f"{at['i']}_code"],
        flow=constant("M"),
        period=text_or_null(table[at["t"]]),
        product=padded(text_or_null(table[at["k"]]), DIGITS),
        edition=constant(_edition(files, edition)),
        value=text_or_null(table[at["v"]]),
        quantity=text_or_null(table[at["q"]]) if "q" in at else nothing(),
        unit=constant("t"),
        duty=nothing(),
    )
    named = _NAME.search(files[0].name)
    version = f" {named[3]}" if named else ""
    years = sorted({match[2] for each in files if (match := _NAME.search(each.name))})
    span = "-".join(dict.fromkeys((years[0], years[-1]))) if years else path.name
    title = Bilingual(f"World trade, BACI{version}, {span}", f"Comercio mundial, BACI{version}, {span}")
    return Raw(rows, title, SOURCE, multiple=1000.0, areas=tuple(sorted(set(codes.values()))))


def _edition(files: list[Path], given: str) -> str:
    said = given or next((match[1] for each in files if (match := _NAME.search(each.name))), "")
    if said.upper() not in EDITION_WORDS:
        raise BrokenRuleError([Finding(TR_10, files[0].name, said or "-")])
    return EDITION_WORDS[said.upper()]


def _countries(folder: Path) -> dict[str, str]:
    """Numbers to codes: the publisher's own list where it stands beside the file, else the numbers of ``areas.csv``."""
    codes = dict(codes_by_number())
    for path in sorted(folder.glob("country_codes*.csv")):
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            for row in csv.DictReader(file):
                number = (row.get("country_code") or "").strip()
                code = (row.get("country_iso3") or row.get("iso_3digit_alpha") or "").strip()
                if number.isdigit() and re.fullmatch(r"[A-Z][A-Z0-9]{2}", code):
                    codes.setdefault(str(int(number)), code)
    return codes
