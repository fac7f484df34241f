"""Which tables there are, loading one, and adding one."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path

from hled.economy.rules import IO_20, IO_22, IO_24
from hled.economy.tables import Table
from hled.economy.tables.checking import require_sound
from hled.economy.tables.choosing import near_ones
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, NotFoundError
from hled.sources.digests import DIGESTS
from hled.sources.input_output import bea, icio, kept, plain
from hled.sources.input_output.progress import Told, silent
from hled.sources.input_output.wiod import release2013, release2016

BUNDLED = "bundled"


class Layout(StrEnum):
    """How a file that a user adds is laid out."""

    PLAIN = "plain"
    OECD_ICIO = "oecd-icio"
    WIOD_2013 = "wiod2013"
    WIOD_2016 = "wiod2016"


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

    @property
    def findings(self) -> tuple[Finding, ...]:
        """IO-24, where the layout has not been tried."""
        return () if self.layout_tried else (Finding(IO_24, self.id, self.format),)


@dataclass(frozen=True, slots=True)
class _Kept:
    entry: TableEntry
    read: Callable[[], Table]


@dataclass(frozen=True, slots=True)
class _Reader:
    read: Callable[..., Table]
    tried: Callable[[Path], bool]


_READERS = {
    Layout.PLAIN: _Reader(plain.read_plain, lambda _: plain.LAYOUT_TRIED),
    Layout.OECD_ICIO: _Reader(icio.read_icio, lambda _: icio.LAYOUT_TRIED),
    Layout.WIOD_2013: _Reader(release2013.read_wiod2013, release2013.layout_tried),
    Layout.WIOD_2016: _Reader(release2016.read_wiod2016, lambda _: release2016.LAYOUT_TRIED),
}


def list_tables(home: Path | None = None) -> tuple[TableEntry, ...]:
    """The tables in the package, then those added under ``home/tables``."""
    added = () if home is None else tuple(_entry_of(each) for each in kept.manifests(home))
    return (*(each.entry for each in _bundled().values()), *added)


def listing_findings(home: Path) -> tuple[Finding, ...]:
    """What is wrong with the tables that were added, before they are loaded."""
    untried = [finding for each in list_tables(home) for finding in each.findings]
    return (*kept.manifest_findings(home), *untried)


def table_entry(id: str, home: Path | None = None) -> TableEntry:
    """
    The entry of a table.

    Raises
    ------
    NotFoundError
        IO-20, with near ids.
    """
    entries = {each.id: each for each in list_tables(home)}
    if id not in entries:
        near = near_ones(id, entries) or list(entries)
        said = ", ".join(near)
        raise NotFoundError(
            [Finding(IO_20, "table", Bilingual(f"{id}; near: {said}", f"{id}; parecidas: {said}"))]
        )
    return entries[id]


def load_table(id: str, home: Path | None = None) -> Table:
    """
    A table by its id; the last ones loaded are kept in memory.

    Raises
    ------
    NotFoundError
        IO-20, with near ids.
    BrokenRuleError
        SR-03, when the files of an added table changed since, and what its reader raises.
    """
    entry = table_entry(id, home)
    return _loaded(id, entry.digest, None if entry.format == BUNDLED else home)


def add_table(
    path: Path,
    format: str,
    home: Path,
    progress: Told = silent,
    *,
    id: str = "",
    year: int | None = None,
) -> TableEntry:
    """
    Read a file or folder, check it, and keep it under ``home/tables/<id>``.

    Parameters
    ----------
    format
        A `Layout`.
    progress
        Hears how far the reading is.
    id
        Name under which it is kept; made of the name of the file where empty.
    year
        Of the table, where the file does not say it.

    Raises
    ------
    BrokenRuleError
        IO-22 on a layout or file that is not known, IO-23 on the id, what the reader raises, and the errors of the report
        (IO-04, IO-05, IO-09). Nothing is kept then.
    WorldError
        When the disk refuses.
    """
    if format not in set(Layout):
        raise BrokenRuleError([Finding(IO_22, "--format", f"{format}; {', '.join(Layout)}")])
    if not path.exists():
        raise BrokenRuleError([Finding(IO_22, str(path), Bilingual("does not exist", "no existe"))])
    chosen = id or kept.id_from(path.name)
    kept.require_free(chosen, home, frozenset(_bundled()))
    reader = _READERS[Layout(format)]
    table = reader.read(path, id=chosen, year=year, told=progress)
    require_sound(table)
    manifest = kept.Manifest(
        id=chosen,
        title_en=table.title.en,
        title_es=table.title.es,
        year=table.year,
        regions=len(table.regions),
        sectors=len(table.sectors),
        industries=table.n,
        format=str(format),
        layout_tried=reader.tried(path),
        file=path.name,
        file_sha256=_file_digest(path),
        digest=table.digest,
    )
    kept.keep(table, manifest, home)
    return _entry_of(manifest)


@lru_cache(maxsize=4)
def _loaded(id: str, digest: str, home: Path | None) -> Table:
    """The digest is part of the key, so that a table that was replaced is read again."""
    return _bundled()[id].read() if home is None else kept.read_kept(id, home)


@lru_cache(maxsize=1)
def _bundled() -> dict[str, _Kept]:
    held = [
        *(
            _Kept(
                TableEntry(
                    f"wiod2013-{year}",
                    release2013.title(year),
                    year,
                    regions=41,
                    sectors=35,
                    industries=41 * 35,
                    format=BUNDLED,
                    digest=DIGESTS["wiod2013"][f"wiot_{year}.npz"],
                    layout_tried=True,
                ),
                partial(release2013.read_bundled, year),
            )
            for year in release2013.YEARS
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
    return {each.entry.id: each for each in held}


def _entry_of(manifest: kept.Manifest) -> TableEntry:
    return TableEntry(
        id=manifest.id,
        title=Bilingual(manifest.title_en, manifest.title_es),
        year=manifest.year,
        regions=manifest.regions,
        sectors=manifest.sectors,
        industries=manifest.industries,
        format=manifest.format,
        digest=manifest.digest,
        layout_tried=manifest.layout_tried,
    )


def _file_digest(path: Path) -> str:
    """SHA-256 of a file, or of the files of a folder one after another by name."""
    kept_digest = sha256()
    for each in [path] if path.is_file() else sorted(each for each in path.rglob("*") if each.is_file()):
        with each.open("rb") as file:
            while block := file.read(1 << 20):
                kept_digest.update(block)
    return kept_digest.hexdigest()
