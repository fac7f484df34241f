"""Which tables there are, and loading one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from hled.economy.rules import IO_20
from hled.economy.tables import Table
from hled.economy.tables.choosing import near_ones
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding, NotFoundError
from hled.sources.digests import DIGESTS
from hled.sources.input_output import bea, wiod2013

BUNDLED = "bundled"


@dataclass(frozen=True, slots=True)
class TableEntry:
    """
    A table that can be loaded.

    Parameters
    ----------
    regions, sectors, industries
        Its size.
    format
        `BUNDLED`, or the layout of the file that was added.
    digest
        SHA-256 of labels and numbers of an added table (as `Table.digest`), of its file for a bundled one.
    layout_tried
        Whether the reader of the layout has been tried on a real file; else it was written from documentation.
    """

    id: str
    title: Bilingual
    year: int
    regions: int
    sectors: int
    industries: int
    format: str
    digest: str
    layout_tried: bool


@dataclass(frozen=True, slots=True)
class _Kept:
    entry: TableEntry
    read: Callable[[], Table]


def list_tables(home: Path | None = None) -> tuple[TableEntry, ...]:
    """The tables in the package, then those added under ``home/tables``."""
    return tuple(each.entry for each in _bundled().values())


def load_table(id: str, home: Path | None = None) -> Table:
    """
    A table by its id; the last ones loaded are kept.

    Raises
    ------
    NotFoundError
        IO-20, with near ids.
    """
    bundled = _bundled()
    if id not in bundled:
        raise NotFoundError([_unknown(id, [each.id for each in list_tables(home)])])
    return _loaded(id)


@lru_cache(maxsize=4)
def _loaded(id: str) -> Table:
    return _bundled()[id].read()


@lru_cache(maxsize=1)
def _bundled() -> dict[str, _Kept]:
    kept = [
        *(
            _Kept(
                TableEntry(
                    f"wiod2013-{year}",
                    wiod2013.title(year),
                    year,
                    regions=41,
                    sectors=35,
                    industries=41 * 35,
                    format=BUNDLED,
                    digest=DIGESTS["wiod2013"][f"wiot_{year}.npz"],
                    layout_tried=True,
                ),
                partial(wiod2013.read_wiod2013, year),
            )
            for year in wiod2013.YEARS
        ),
        *(
            _Kept(
                TableEntry(
                    edition.id,
                    edition.title,
                    edition.year,
                    regions=1,
                    sectors=edition.industries,
                    industries=edition.industries,
                    format=BUNDLED,
                    digest=DIGESTS["bea_io_us"][edition.file],
                    layout_tried=True,
                ),
                partial(bea.read_bea, edition),
            )
            for edition in bea.EDITIONS
        ),
    ]
    return {each.entry.id: each for each in kept}


def _unknown(id: str, known: list[str]) -> Finding:
    near = near_ones(id, known) or known
    said = ", ".join(near)
    return Finding(IO_20, "table", Bilingual(f"{id}; near: {said}", f"{id}; parecidas: {said}"))
