"""
The Inter-Country Input-Output tables of the OECD as one CSV file for each year, editions 2021, 2023 and 2025.

The first column names rows and the first row names columns: ``MEX_01T02`` is a sector of a country, ``MX1_01T02`` a part of
one (Mexico without and with global manufacturing, China likewise), ``MEX_HFCE`` a category of final demand. Below the
industries stand taxes less subsidies on products (``TLS``, or ``AUS_TAXSUB`` and so on, one row for each country), value added
(``VA`` or ``VALU``) and output (``OUT`` or ``OUTPUT``); the last column is output again (``OUT`` or ``TOTAL``).
Million U.S. dollars at current basic prices.

This layout was read from documentation and from programs that read it; no real file has been tried yet.
"""

import re
from pathlib import Path

import numpy as np

from hled.economy.rules import IO_21, IO_22
from hled.economy.tables import Account, Table
from hled.economy.tables.choosing import near_ones
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.input_output.filling import Columns, Filling, Key
from hled.sources.input_output.labels import name_of
from hled.sources.input_output.naming import categories_in, labeled, names_in, region_groups, sector_groups
from hled.sources.input_output.progress import Told, silent
from hled.sources.input_output.streaming import Lines, opened
from hled.sources.input_output.years import year_of

LAYOUT_TRIED = False

_TOTALS = frozenset({"OUT", "OUTPUT", "TOTAL"})
_VALUE_ADDED = frozenset({"VA", "VALU"})
_TAXES = "TLS"
_TAX_ROW = re.compile(r"[A-Z0-9]{3}_TAXSUB")
_PART = re.compile(r"(MX|CN)\d")
_WHOLE = {"MX": "MEX", "CN": "CHN"}
_LETTERS = {
    "D": "35",
    "E": "36T39",
    "F": "41T43",
    "G": "45T47",
    "I": "55T56",
    "K": "64T66",
    "L": "68",
    "M": "69T75",
    "N": "77T82",
    "O": "84",
    "P": "85",
    "Q": "86T88",
    "R": "90T93",
    "S": "94T96",
    "T": "97T98",
}
"""Sections of ISIC that the later editions write as a letter."""

_SOURCE = Bilingual(
    "OECD, Inter-Country Input-Output tables; file {file}.",
    "OCDE, tablas de insumo-producto entre países (ICIO); archivo {file}.",
)
_TAXES_NAME = Bilingual(
    "Taxes less subsidies on products used as inputs",
    "Impuestos menos subsidios a los productos usados como insumos",
)


def read_icio(path: Path, *, id: str, year: int | None = None, told: Told = silent) -> Table:
    """
    A table from the file of one year, or from a ZIP archive that holds only that.

    Value added is as supplied; taxes on products are the account ``taxes_on_products`` and are in neither. What stands below
    final demand (taxes on it) is not read.

    Parameters
    ----------
    year
        Of the table, where the name of the file does not say it.

    Raises
    ------
    BrokenRuleError
        IO-01 on labels that occur twice, IO-02 on rows without a column and the reverse, IO-03 on cells that are no number,
        IO-12 when the name of the file says another year, IO-21 on labels that are not of this layout, IO-22.
    """
    with opened(path) as (file, size, name):
        settled = year_of(name, year)
        lines = Lines(file, size, name, told=told)
        names = lines.header[1:]
        columns = _columns(lines, name)
        filling = Filling(name, columns, lines.findings)
        for (label,), numbers in lines:
            found = numbers(names)
            if found is None:
                continue
            key = _key(label)
            if key is not None and filling.knows(key):
                filling.industry(key, found)
            elif label in _VALUE_ADDED:
                filling.account("value_added", found)
            elif label == _TAXES or _TAX_ROW.fullmatch(label):
                filling.account("taxes_on_products", found)
            elif label in _TOTALS:
                filling.output(found)
            else:
                lines.findings.add(_unknown(f"{name}: rows", label, names))
        x = filling.finished()
    return _table(id, name, settled, columns, filling, x)


def _columns(lines: Lines, name: str) -> Columns:
    categories = categories_in("icio_final_demand.csv")
    industries: list[Key] = []
    finals: list[Key] = []
    industry_at: list[int] = []
    final_at: list[int] = []
    total_at = None
    for at, label in enumerate(lines.header[1:]):
        region, _, rest = label.partition("_")
        key = _key(label)
        if label in _TOTALS:
            total_at = at
        elif rest in categories:
            finals.append((region, rest))
            final_at.append(at)
        elif key is not None:
            industries.append(key)
            industry_at.append(at)
        else:
            lines.findings.add(
                _unknown(f"{name}: columns", label, [f"{region}_{each}" for each in categories])
            )
    lines.findings.refuse()
    if not industries or not finals:
        found = Bilingual(
            f"{len(industries)} industries, {len(finals)} columns of final demand",
            f"{len(industries)} industrias, {len(finals)} columnas de demanda final",
        )
        raise BrokenRuleError([Finding(IO_22, name, found)])
    return Columns(
        industries,
        np.array(industry_at, dtype=np.intp),
        finals,
        np.array(final_at, dtype=np.intp),
        total_at,
    )


def _key(label: str) -> Key | None:
    """Region, sector and part of ``MX1_01T02``; None where a label is not of an industry."""
    region, _, sector = label.partition("_")
    if len(region) != 3 or (not any(each.isdigit() for each in sector) and sector not in _LETTERS):
        return None
    if _PART.fullmatch(region):
        return (_WHOLE[region[:2]], sector, region)
    return (region, sector, "")


def _plain_sector(code: str) -> str:
    """The code of a sector as the lists of names write it: ``01T02`` for ``A01_02`` as for ``01T02``."""
    if code in _LETTERS:
        return _LETTERS[code]
    return re.sub(r"^[A-Z](?=\d)", "", code).replace("_", "T")


def _unknown(place: str, label: str, known: list[str]) -> Finding:
    near = ", ".join(near_ones(label, known))
    said = label or "''"
    return Finding(
        IO_21, place, Bilingual(f"{said}; near: {near}", f"{said}; parecidas: {near}") if near else said
    )


def _table(id: str, name: str, year: int, columns: Columns, filling: Filling, x: np.ndarray) -> Table:
    known = names_in("icio_sectors.csv")
    rows = {sector: known.get(_plain_sector(sector)) for _, sector, *_ in columns.industries}
    names = {code: name_of(row) for code, row in rows.items() if row}
    held = labeled(columns.industries, columns.finals, categories_in("icio_final_demand.csv"), names)
    taxes = filling.accounts.get("taxes_on_products")
    return Table(
        id=id,
        title=Bilingual(
            f"Inter-country input-output table of the OECD, {year}",
            f"Tabla de insumo-producto entre países de la OCDE, {year}",
        ),
        source=_SOURCE.format(file=name),
        year=year,
        unit="million USD",
        price_basis="current basic prices",
        vintage=Bilingual(f"File {name}", f"Archivo {name}"),
        regions=held.regions,
        sectors=held.sectors,
        categories=held.categories,
        region_of=held.region_of,
        sector_of=held.sector_of,
        parts=held.parts,
        Z=filling.Z,
        Y=filling.Y,
        x=x,
        final_region_of=held.final_region_of,
        final_category_of=held.final_category_of,
        value_added=filling.accounts.get("value_added"),
        satellites=()
        if taxes is None
        else (Account("taxes_on_products", _TAXES_NAME, "million USD", taxes),),
        region_groups=region_groups(held.regions),
        sector_groups=sector_groups({code: row["group"] for code, row in rows.items() if row}, held.sectors),
    )
