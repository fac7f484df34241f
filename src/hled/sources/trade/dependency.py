"""
Dependency flags of every importer of a table: concentration of suppliers and of the world's exporters, and imports over exports.

A table that was added is read once from its file (`flag_reading`). On Spark, and at a coarser level than the table's,
`queries.dependency_flags` is asked instead. Both give the same.
"""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from hled.economy.trade.flag_kernel import Flags
from hled.kernel.rule import Finding
from hled.sources.trade import kept, queries
from hled.sources.trade.backend import Backend
from hled.sources.trade.entries import BUNDLED, TradeEntry, open_trade, trade_entry
from hled.sources.trade.flag_reading import DependencyFlags, flags_of_file
from hled.sources.trade.overlaps import may_overlap
from hled.sources.trade.queries import RATIO, THRESHOLD
from hled.sources.trade.schema import Flow
from hled.sources.trade.selecting import require_level, select_goods, year_of

if TYPE_CHECKING:
    import pyarrow as pa


def dependency_flags(
    table_id: str,
    year: int | None = None,
    *,
    level: int = 6,
    threshold: float = THRESHOLD,
    ratio: float = RATIO,
    home: Path | None = None,
    backend: Backend = Backend.DUCKDB,
) -> DependencyFlags:
    """
    Flags of every importer of a table in one year; the latest without it.

    Raises
    ------
    NotFoundError
        TR-01.
    BrokenRuleError
        TR-06, TR-16, TR-17, TR-18.
    WorldError
        When the backend cannot start.
    """
    entry = trade_entry(table_id, home)
    require_level(level, entry)
    chosen = year_of(entry, year)
    table = open_trade(table_id, home, backend)
    rows = queries.market_rows(table.rows, flow=Flow.IMPORTS, period=str(chosen))
    place = f"{table_id}: M {chosen}"
    if home is not None and Backend(backend) is Backend.DUCKDB and _is_as_kept(entry, level):
        asked = partial(
            flags_of_file,
            kept.data_path(table_id, home),
            period=str(chosen),
            areas=entry.reporters + entry.partners,
            products=entry.products,
            threshold=threshold,
            ratio=ratio,
        )
        found = asked()
        if may_overlap(found.countries):
            selected = select_goods(rows, place)
            found = replace(asked(without=selected.without), findings=selected.findings)
    else:
        selected = select_goods(rows, place)
        flagged = queries.dependency_flags(selected.goods, level, threshold, ratio).to_pyarrow()
        sold = queries.exporter_by_product(selected.goods, level, "partner").to_pyarrow()
        found = _dense(flagged, sold, selected.findings)
    return replace(found, findings=(*found.findings, *entry.findings))


def _is_as_kept(entry: TradeEntry, level: int) -> bool:
    """Whether a row of the file is a cell of the answer: one level, one edition, keys once."""
    return entry.format != BUNDLED and level == entry.digits and len(entry.editions) == 1


def _dense(flagged: "pa.Table", sold: "pa.Table", findings: tuple[Finding, ...]) -> DependencyFlags:
    countries = sorted({*flagged["reporter"].to_pylist(), *sold["exporter"].to_pylist()})
    products = sorted({*flagged["product"].to_pylist(), *sold["product"].to_pylist()})
    shape = (len(countries), len(products))

    def placed(table: "pa.Table", row: str, value: str) -> np.ndarray:
        at = (
            np.searchsorted(countries, table[row].to_pylist()),
            np.searchsorted(products, table["product"].to_pylist()),
        )
        dense = np.zeros(shape)
        dense[at] = table[value].to_numpy()
        return dense

    exports = placed(sold, "exporter", "value")
    world = exports.sum(axis=0)
    flags = Flags(
        imports=placed(flagged, "reporter", "value"),
        exports=exports,
        hhi=placed(flagged, "reporter", "hhi"),
        world_hhi=(exports**2).sum(axis=0) / np.where(world > 0, world, 1) ** 2,
        flagged=placed(flagged, "reporter", "flagged") > 0,
    )
    return DependencyFlags(tuple(countries), tuple(products), flags, findings)
