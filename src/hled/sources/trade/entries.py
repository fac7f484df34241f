"""Which trade tables there are, and opening one."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from hled.economy.tables.choosing import near_ones
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding, NotFoundError
from hled.sources.digests import DIGESTS
from hled.sources.trade import census, kept
from hled.sources.trade.backend import Backend, connect
from hled.sources.trade.rules import TR_01, TR_04, TR_08

if TYPE_CHECKING:
    import ibis.expr.types as ir

BUNDLED = "bundled"


@dataclass(frozen=True, slots=True)
class TradeEntry:
    """
    A trade table that can be opened.

    Parameters
    ----------
    periods, editions, flows
        What occurs in it.
    digits
        Length of its product codes.
    areas
        Codes of areas beyond `areas.csv`, from the publisher's own list.
    format
        `BUNDLED`, or the layout of the file that was added.
    digest
        SHA-256 of the Parquet file.
    layout_tried
        Whether the reader of the layout has been tried on a real file; else it was written from documentation.
    missing
        Which partners are known not to be in the table.
    notes
        What was left out when the table was read, such as totals.
    """

    id: str
    title: Bilingual
    source: Bilingual
    periods: tuple[str, ...]
    editions: tuple[str, ...]
    flows: tuple[str, ...]
    digits: int
    reporters: int
    partners: int
    products: int
    rows: int
    format: str
    digest: str
    layout_tried: bool
    areas: tuple[str, ...] = ()
    missing: Bilingual | None = None
    notes: tuple[Bilingual, ...] = ()

    @property
    def years(self) -> tuple[int, ...]:
        """Whole years that the table has rows of."""
        return tuple(int(each) for each in self.periods if len(each) == 4)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """TR-04 where the layout has not been tried, TR-08 where partners are known to be missing."""
        untried = () if self.layout_tried else (Finding(TR_04, self.id, self.format),)
        return (*untried, *((Finding(TR_08, self.id, self.missing),) if self.missing else ()))


@dataclass(frozen=True, slots=True, eq=False)
class TradeTable:
    """A table that is open: its entry and its rows as an Ibis table with the columns of the schema."""

    entry: TradeEntry
    rows: "ir.Table"


def list_trade(home: Path | None = None) -> tuple[TradeEntry, ...]:
    """The tables in the package, then those added under ``home/trade``."""
    added = () if home is None else tuple(entry_of(each) for each in kept.manifests(home))
    return (*bundled_entries().values(), *added)


def listing_findings(home: Path) -> tuple[Finding, ...]:
    """What is wrong with the tables that were added, before they are opened."""
    return (*kept.manifest_findings(home), *(found for each in list_trade(home) for found in each.findings))


def trade_entry(id: str, home: Path | None = None) -> TradeEntry:
    """
    The entry of a trade table.

    Raises
    ------
    NotFoundError
        TR-01, with near ids.
    """
    entries = {each.id: each for each in list_trade(home)}
    if id not in entries:
        said = ", ".join(near_ones(id, entries) or list(entries))
        raise NotFoundError(
            [Finding(TR_01, "table", Bilingual(f"{id}; near: {said}", f"{id}; parecidas: {said}"))]
        )
    return entries[id]


def open_trade(id: str, home: Path | None = None, backend: Backend = Backend.DUCKDB) -> TradeTable:
    """
    Open a trade table by its id.

    Raises
    ------
    NotFoundError
        TR-01, with near ids.
    BrokenRuleError
        SR-02, when the rows of an added table are gone.
    WorldError
        When the backend cannot start.
    """
    entry = trade_entry(id, home)
    connection = connect(backend)
    if entry.format == BUNDLED or home is None:
        return TradeTable(entry, census.rows(connection))
    return TradeTable(entry, connection.read_parquet(str(kept.data_path(id, home))))


def entry_of(manifest: kept.Manifest) -> TradeEntry:
    """The entry that a manifest describes."""
    return TradeEntry(
        id=manifest.id,
        title=Bilingual(manifest.title_en, manifest.title_es),
        source=Bilingual(manifest.source_en, manifest.source_es),
        periods=tuple(manifest.periods),
        editions=tuple(manifest.editions),
        flows=tuple(manifest.flows),
        digits=manifest.digits,
        reporters=manifest.reporters,
        partners=manifest.partners,
        products=manifest.products,
        rows=manifest.rows,
        format=manifest.format,
        digest=manifest.digest,
        layout_tried=manifest.layout_tried,
        areas=tuple(manifest.areas),
        notes=tuple(map(Bilingual, manifest.notes_en, manifest.notes_es)),
    )


@lru_cache(maxsize=1)
def bundled_entries() -> dict[str, TradeEntry]:
    """Tables in the package by id; the counts are those of the bundled bytes, and a test counts them again."""
    entry = TradeEntry(
        id=census.ID,
        title=census.TITLE,
        source=census.SOURCE,
        periods=("2024",),
        editions=("HS2022",),
        flows=("M",),
        digits=10,
        reporters=1,
        partners=51,
        products=18_673,
        rows=209_616,
        format=BUNDLED,
        digest=DIGESTS["us_imports_hs10_2024"][census.FILE],
        layout_tried=True,
        missing=census.MISSING_PARTNERS,
    )
    return {entry.id: entry}
