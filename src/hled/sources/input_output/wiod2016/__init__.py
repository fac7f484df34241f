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

from collections.abc import Callable
from pathlib import Path

from hled.economy.rules import IO_22
from hled.economy.tables import Table
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.input_output.progress import Told, silent
from hled.sources.input_output.wiod2016.lines import read_lines
from hled.sources.input_output.wiod2016.sheet import read_sheet

LAYOUT_TRIED = False


def read_wiod2016(path: Path, *, id: str, year: int | None = None, told: Told = silent) -> Table:
    """
    A table from an XLSX or CSV file of one year.

    Value added is as supplied; what else stands below the industries is an account, and in neither.

    Raises
    ------
    BrokenRuleError
        IO-01, IO-02, IO-03, IO-12, IO-21 or IO-22; a binary workbook (XLSB) is refused by IO-22 with the way out.
    """
    reads: dict[str, Callable[..., Table]] = {".xlsx": read_sheet, ".csv": read_lines, ".zip": read_lines}
    read = reads.get(path.suffix.lower())
    if read is None:
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
    return read(path, id, year, told)
