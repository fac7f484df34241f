"""
World Input-Output Tables of the 2016 release: 43 countries and the rest of the world, 56 industries, one file for each year.

Two layouts of the same table are read.

Sheet (XLSX)
    The published binary workbook, saved as XLSX: above the numbers stand codes, descriptions, countries and column numbers
    (``c1``), left of them the same for rows (``r1``). Final demand is ``CONS_h`` to ``INVEN`` of each country, output ``GO``.
Lines (CSV)
    The published Stata or R file, saved as CSV: columns ``IndustryCode, IndustryDescription, Country, RNr, Year``, then
    ``vAUS1`` (or ``AUS1``) to ``vROW61`` and ``TOT``; numbers 57 to 61 are the five categories of final demand.

Below the industries (country ``TOT``) stand sums, taxes, value added (``VA``) and output (``GO``). Million U.S. dollars at
current basic prices.

These layouts were read from documentation and from programs that read them; no real file has been tried yet.
"""

from pathlib import Path

from hled.economy.arrays import Vector
from hled.economy.rules import IO_22
from hled.economy.tables import Table
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.input_output.filling import Columns, Filling
from hled.sources.input_output.labels import name_of
from hled.sources.input_output.naming import categories_in, labeled, names_in, region_groups, sector_groups
from hled.sources.input_output.progress import Told, silent
from hled.sources.input_output.wiod.lines import read_lines
from hled.sources.input_output.wiod.rows import OUTPUT, TOTAL, Entry, accounts_of
from hled.sources.input_output.wiod.sheet import Frame, read_frame
from hled.sources.input_output.years import year_of

LAYOUT_TRIED = False
CATEGORIES = ("CONS_h", "CONS_np", "CONS_g", "GFCF", "INVEN")


def read_wiod2016(path: Path, *, id: str, year: int | None = None, told: Told = silent) -> Table:
    """
    A table from an XLSX or CSV file of one year.

    Value added is as supplied; what else stands below the industries is an account, and in neither.

    Raises
    ------
    BrokenRuleError
        IO-01, IO-02, IO-03, IO-12, IO-21 or IO-22; a binary workbook (XLSB) is refused by IO-22 with the way out.
    """
    kind = path.suffix.lower()
    if kind in {".csv", ".zip"}:
        return _table_of(id, path.name, *read_lines(path, year, told, CATEGORIES))
    if kind != ".xlsx":
        raise BrokenRuleError(
            [
                Finding(
                    IO_22,
                    path.name,
                    path.suffix,
                    remedy=Bilingual(
                        "Open the workbook and save it as XLSX, or save the Stata or R file as CSV.",
                        "Abra el libro y guárdelo como XLSX, o guarde el archivo de Stata o de R como CSV.",
                    ),
                )
            ]
        )
    settled = year_of(path.name, year)
    return _table_of(id, path.name, settled, *read_frame(path, _FRAME, told))


def _column(country: str, code: str, _: str) -> Entry | None:
    if country == TOTAL or code == OUTPUT:
        return None, False
    return ((country.upper(), code), code in CATEGORIES) if country and code else None


_FRAME = Frame(column=_column, row=lambda country, code, _: (country.upper(), code))


def _table_of(id: str, name: str, year: int, columns: Columns, filling: Filling, x: Vector) -> Table:
    known = names_in("wiod2016_sectors.csv")
    names = {code: name_of(row) for code, row in known.items()}
    held = labeled(columns.industries, columns.finals, categories_in("wiod2016_final_demand.csv"), names)
    return Table(
        id=id,
        title=Bilingual(
            f"World input-output table, 2016 release, {year}",
            f"Tabla mundial de insumo-producto, edición 2016, {year}",
        ),
        source=Bilingual(
            f"World Input-Output Database, 2016 release; file {name}. CC BY 4.0.",
            f"World Input-Output Database, edición 2016; archivo {name}. CC BY 4.0.",
        ),
        year=year,
        unit="million USD",
        price_basis="current basic prices",
        vintage=Bilingual("2016 release", "Edición 2016"),
        regions=held.regions,
        sectors=held.sectors,
        categories=held.categories,
        region_of=held.region_of,
        sector_of=held.sector_of,
        Z=filling.Z,
        Y=filling.Y,
        x=x,
        final_region_of=held.final_region_of,
        final_category_of=held.final_category_of,
        value_added=filling.accounts.get("value_added"),
        satellites=accounts_of(filling),
        region_groups=region_groups(held.regions),
        sector_groups=sector_groups({code: row["group"] for code, row in known.items()}, held.sectors),
    )
