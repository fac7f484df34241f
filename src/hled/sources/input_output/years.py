"""The year of a table, from what is given and from the name of its file."""

import re

from hled.economy.rules import IO_12, IO_22
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def year_in(name: str) -> list[str]:
    """The years that the name of a file mentions; an edition may stand before the year of the table."""
    return _YEAR.findall(name)


def year_of(name: str, year: int | None) -> int:
    """
    The year that is given, or the last one in the name of a file.

    Raises
    ------
    BrokenRuleError
        IO-12 when both are there and differ, IO-22 when neither is.
    """
    said = year_in(name)
    if year is None and not said:
        raise BrokenRuleError(
            [
                Finding(
                    IO_22,
                    name,
                    Bilingual("no year in the name of the file", "ningún año en el nombre del archivo"),
                    remedy=Bilingual("Give it with --year.", "Indíquelo con --year."),
                )
            ]
        )
    if year is not None and said and str(year) not in said:
        raise BrokenRuleError([Finding(IO_12, name, f"{said[-1]} ≠ {year}")])
    return year if year is not None else int(said[-1])
