"""Whether the arrays of a table fit the memory that is free, asked before they are made."""

import os
from pathlib import Path

from hled.economy.rules import IO_16
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

_MEMINFO = Path("/proc/meminfo")
_GIB = 1024**3


def available() -> int:
    """Bytes that a program may take now without pushing others out; 0 where the system does not say."""
    try:
        for line in _MEMINFO.read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0


def require_memory(place: str, rows: int, columns: int) -> None:
    """
    Refuse a matrix that does not fit, IO-16, with how much it needs.

    Parameters
    ----------
    rows, columns
        Of all its blocks together, eight bytes for each cell.
    """
    needed, free = 8 * rows * columns, available()
    if free and needed > free:
        found = Bilingual(
            f"{rows:,} × {columns:,} cells need {needed / _GIB:.2f} GiB; {free / _GIB:.2f} GiB are free",
            f"{rows:,} × {columns:,} celdas necesitan {needed / _GIB:.2f} GiB; hay {free / _GIB:.2f} GiB libres",
        )
        remedy = Bilingual(
            "Read the table on a machine with more memory, or aggregate the file before adding it.",
            "Lea la tabla en un equipo con más memoria o agregue el archivo antes de añadirlo.",
        )
        raise BrokenRuleError([Finding(IO_16, place, found, remedy=remedy)])
