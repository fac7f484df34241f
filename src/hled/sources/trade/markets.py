"""From long tables to arrays: one importer's market, and what every country sells."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from hled.economy.arrays import Matrix
from hled.economy.trade import Market, WorldExports
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding
from hled.sources.trade import queries
from hled.sources.trade.areas import areas
from hled.sources.trade.backend import Backend
from hled.sources.trade.entries import open_trade, trade_entry
from hled.sources.trade.kept_markets import MarketReading, kept_market
from hled.sources.trade.schema import Flow
from hled.sources.trade.selecting import require_known, require_level, select_goods, year_of

if TYPE_CHECKING:
    import pyarrow as pa

WORLD_NAME = Bilingual("exports of every country to the world", "exportaciones de cada país al mundo")
MIRROR_NAME = Bilingual(
    "exports of every country as its partners declare them", "exportaciones de cada país según sus socios"
)


@dataclass(frozen=True, slots=True, eq=False)
class ExportsReading:
    """
    Exports of every country, the name of what they show in both languages, and what a reader has to be told.

    `one_market` says that they are sales to one importer alone, which are nobody's exports as a whole.
    """

    exports: WorldExports
    shown: Bilingual
    national_share: float
    left_out: tuple[str, ...]
    findings: tuple[Finding, ...]
    one_market: bool = False


def market(
    table_id: str,
    importer: str = "USA",
    level: int = 6,
    *,
    year: int | None = None,
    home: Path | None = None,
    backend: Backend = Backend.DUCKDB,
) -> Market:
    """
    What one importer buys, by product and partner; `read_market` says as well what was left out.

    Parameters
    ----------
    level
        Digits of the product codes: 2, 4 or 6.
    year
        The latest year of the table without it.

    Raises
    ------
    NotFoundError
        TR-01.
    BrokenRuleError
        TR-06, TR-15, TR-16, TR-17, TR-18.
    WorldError
        When the backend cannot start.
    """
    return read_market(table_id, importer, level, year=year, home=home, backend=backend).market


def read_market(
    table_id: str,
    importer: str = "USA",
    level: int = 6,
    *,
    year: int | None = None,
    home: Path | None = None,
    backend: Backend = Backend.DUCKDB,
) -> MarketReading:
    """A market with its findings; arguments and refusals are those of `market`. The last ones are kept in memory."""
    entry = trade_entry(table_id, home)
    require_level(level, entry)
    require_known(importer, entry)
    return _market(table_id, entry.digest, importer, level, year_of(entry, year), home, Backend(backend))


def importers(table_id: str, home: Path | None = None) -> frozenset[str]:
    """
    Who declares imports in the latest year of a table.

    Raises
    ------
    NotFoundError
        TR-01.
    BrokenRuleError
        TR-16 on a table without a whole year.
    """
    entry = trade_entry(table_id, home)
    return _importers(table_id, entry.digest, year_of(entry, None), home)


@lru_cache(maxsize=32)
def _importers(table_id: str, digest: str, year: int, home: Path | None) -> frozenset[str]:
    rows = queries.market_rows(open_trade(table_id, home).rows, flow=Flow.IMPORTS, period=str(year))
    return frozenset(rows.select("reporter").distinct().to_pyarrow()["reporter"].to_pylist())


@lru_cache(maxsize=8)
def _market(
    table_id: str, digest: str, importer: str, level: int, year: int, home: Path | None, backend: Backend
) -> MarketReading:
    """The digest is part of the key, so that a table that was replaced is read again."""

    def read() -> MarketReading:
        return _read_market(table_id, importer, level, year, home, backend)

    key = [table_id, digest, importer, level, year, str(backend)]
    return read() if home is None else kept_market(home, key, read)


def _read_market(
    table_id: str, importer: str, level: int, year: int, home: Path | None, backend: Backend
) -> MarketReading:
    table = open_trade(table_id, home, backend)
    place = f"{table_id}: {importer} M {year}"
    rows = queries.market_rows(table.rows, flow=Flow.IMPORTS, period=str(year), reporter=importer)
    selected = select_goods(rows, place)
    cells = queries.partner_by_product(selected.goods, level).to_pyarrow()
    products, partners = _codes(cells, "product"), _codes(cells, "partner")
    values = _dense(cells, "value", products, partners)
    market = Market(
        importer=importer,
        year=year,
        edition=selected.edition,
        products=products,
        partners=partners,
        values=values,
        duties=_duties(cells, products, partners),
        quantities=_quantities(cells, products, partners),
        source=table_id,
    )
    findings = (*selected.findings, *table.entry.findings)
    return MarketReading(market, selected.total, selected.national_share, selected.left_out, findings)


def world_exports(
    table_id: str,
    year: int | None = None,
    *,
    level: int = 6,
    home: Path | None = None,
    backend: Backend = Backend.DUCKDB,
) -> WorldExports:
    """
    What every country sells, by product; `read_world_exports` says as well what was left out.

    Exports come from the countries that declare them. A table that has imports only shows them as its importers see them; where
    it has one importer, that is the capability shown in one market, and the name says so.

    Raises
    ------
    NotFoundError
        TR-01.
    BrokenRuleError
        TR-06, TR-16, TR-17, TR-18.
    WorldError
        When the backend cannot start.
    """
    return read_world_exports(table_id, year, level=level, home=home, backend=backend).exports


def read_world_exports(
    table_id: str,
    year: int | None = None,
    *,
    level: int = 6,
    home: Path | None = None,
    backend: Backend = Backend.DUCKDB,
) -> ExportsReading:
    """Exports of every country with their findings; arguments and refusals are those of `world_exports`."""
    entry = trade_entry(table_id, home)
    require_level(level, entry)
    return _exports(table_id, entry.digest, year_of(entry, year), level, home, Backend(backend))


@lru_cache(maxsize=8)
def _exports(
    table_id: str, digest: str, year: int, level: int, home: Path | None, backend: Backend
) -> ExportsReading:
    table = open_trade(table_id, home, backend)
    declared = str(Flow.EXPORTS) in table.entry.flows
    flow, exporter = (Flow.EXPORTS, "reporter") if declared else (Flow.IMPORTS, "partner")
    rows = queries.market_rows(table.rows, flow=flow, period=str(year))
    selected = select_goods(rows, f"{table_id}: {flow} {year}")
    cells = queries.exporter_by_product(selected.goods, level, exporter).to_pyarrow()
    exporters, products = _codes(cells, "exporter"), _codes(cells, "product")
    seen_by = selected.reporters
    shown = WORLD_NAME if declared else MIRROR_NAME if len(seen_by) > 1 else capability_in(seen_by[0])
    exports = WorldExports(
        year=year,
        edition=selected.edition,
        exporters=exporters,
        products=products,
        values=_dense(cells, "value", exporters, products, rows="exporter", columns="product"),
        name=shown.en,
        source=table_id,
    )
    findings = (*selected.findings, *table.entry.findings)
    alone = not declared and len(seen_by) == 1
    return ExportsReading(exports, shown, selected.national_share, selected.left_out, findings, alone)


def capability_in(importer: str) -> Bilingual:
    """What sales in one market show, in both languages."""
    if importer == "USA":
        return Bilingual("capability shown in the U.S. market", "capacidad mostrada en el mercado de EE. UU.")
    name = areas()[importer].name if importer in areas() else Bilingual(importer, importer)
    return Bilingual(
        f"capability shown in the market of {name.en}", f"capacidad mostrada en el mercado de {name.es}"
    )


def _codes(cells: "pa.Table", column: str) -> tuple[str, ...]:
    return tuple(sorted(cells[column].unique().to_pylist()))


def _dense(
    cells: "pa.Table",
    column: str,
    row_codes: tuple[str, ...],
    column_codes: tuple[str, ...],
    *,
    rows: str = "product",
    columns: str = "partner",
) -> Matrix:
    """Each cell at its place; a cell that the table does not have is trade that did not take place, 0."""
    at_row = np.searchsorted(np.array(row_codes), cells[rows].to_numpy().astype(str))
    at_column = np.searchsorted(np.array(column_codes), cells[columns].to_numpy().astype(str))
    dense = np.zeros((len(row_codes), len(column_codes)))
    dense[at_row, at_column] = cells[column].to_numpy()
    return dense


def _duties(cells: "pa.Table", products: tuple[str, ...], partners: tuple[str, ...]) -> Matrix | None:
    """None, unless every line states its duty: a duty that is missing is not 0."""
    import pyarrow.compute as pc

    if not pc.all(pc.equal(cells["with_duty"], cells["lines"])).as_py():
        return None
    return _dense(cells, "duty", products, partners)


def _quantities(cells: "pa.Table", products: tuple[str, ...], partners: tuple[str, ...]) -> Matrix | None:
    """None where no line states a quantity; 0 where some line of a cell does not, and where a product is in several units (TR-14)."""
    import pyarrow.compute as pc

    if not pc.any(pc.greater(cells["with_quantity"], 0)).as_py():
        return None
    units = cells.group_by("product").aggregate([("first_unit", "min"), ("last_unit", "max")])
    mixed = units.filter(pc.not_equal(units["first_unit_min"], units["last_unit_max"]))["product"]
    whole = pc.equal(cells["with_quantity"], cells["lines"])
    counted = cells.filter(pc.and_(whole, pc.invert(pc.is_in(cells["product"], mixed.combine_chunks()))))
    return _dense(counted, "quantity", products, partners)
