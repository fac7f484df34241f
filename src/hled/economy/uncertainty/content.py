"""
How sure a content of exports is: rounding, coefficient errors, the balance rule, and the proportionality assumption.

The range comes from the table and from what is assumed of its errors. No published figure enters it.
"""

from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Index, Vector
from hled.economy.leontief import System, system_of
from hled.economy.rules import IO_15
from hled.economy.tables import Balance, Table
from hled.economy.uncertainty.draws import Errors, drawn_content
from hled.economy.uncertainty.proportionality import proportionality_bounds
from hled.economy.uncertainty.ranges import CONFIDENCE, TWO_SIDED
from hled.economy.uncertainty.rounding import Counted, rounding_deviation
from hled.economy.value_chains import world_of
from hled.economy.value_chains.world import require_regions
from hled.kernel.rule import require


@dataclass(frozen=True, slots=True)
class Part:
    """One source of doubt: by itself it would let the share lie from `low` to `high`."""

    name: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Range:
    """
    A content of exports and how far it may lie from the central figure.

    Attributes
    ----------
    central, low, high
        Fractions of the exports counted.
    amount, exports
        Content and exports in the table's unit, central.
    parts
        ``rounding``, ``coefficients``, ``balance`` and ``proportionality`` (the accounting limits) make the range;
        ``same_imports`` stands beside it: proportionality if exports and the rest import equally much per unit.
    errors, balance, rounded_to
        What was assumed, seed included.
    """

    central: float
    low: float
    high: float
    amount: float
    exports: float
    parts: tuple[Part, ...]
    errors: Errors
    balance: Balance
    rounded_to: float

    def holds(self, share: float) -> bool:
        """Whether some figure lies inside."""
        return self.low <= share <= self.high


def content_range(
    table: Table,
    *,
    origin: int,
    exporter: int,
    importer: int | None = None,
    sectors: Index | None = None,
    balance: Balance = Balance.SUPPLIED,
    errors: Errors | None = None,
    rounded_to: float | None = None,
) -> Range:
    """
    Value added of one region inside the exports of another, as a fraction of those exports.

    Parameters
    ----------
    origin, exporter, importer
        Positions of regions; all importers without one.
    sectors
        Only exports of these sectors.
    rounded_to
        Cells are known to the nearest multiple of this, in the table's unit; `Table.rounding` without it.

    Notes
    -----
    ``low`` and ``high`` are the bounds of `proportionality_bounds`, moved by the shift of the other balance rule where that widens
    them, and by the 95 percent interval of rounding and coefficient errors together (root of the sum of squares on each side).

    Raises
    ------
    BrokenRuleError
        IO-13 on a position that is no region, IO-15 when nothing of the kind is exported, IO-25 when the table is not the world in
        several regions.
    """
    assumed = errors or Errors()
    unit = table.rounding if rounded_to is None else rounded_to
    system = system_of(table, balance)
    counted = exports_counted(system, exporter, importer, sectors)
    central = _share(system, origin, counted)
    total = float(counted.exports.sum())
    shifted = _share_by_other_rule(table, balance, origin, (exporter, importer, sectors))
    bounds = proportionality_bounds(system, origin, exporter, counted.exports)
    low, high = bounds.low / total, bounds.high / total
    rounding = TWO_SIDED * rounding_deviation(system, origin, counted, unit)
    below, above = _middle(counted.exports @ drawn_content(system, origin, assumed) / total)
    parts = (
        Part("rounding", central - rounding, central + rounding),
        Part("coefficients", below, above),
        Part("balance", min(central, shifted), max(central, shifted)),
        Part("proportionality", low, high),
        Part("same_imports", bounds.low_same_imports / total, bounds.high_same_imports / total),
    )
    down, up = float(np.hypot(rounding, central - below)), float(np.hypot(rounding, above - central))
    return Range(
        central=central,
        low=max(0.0, low + min(0.0, shifted - central) - down),
        high=min(1.0, high + max(0.0, shifted - central) + up),
        amount=central * total,
        exports=total,
        parts=parts,
        errors=assumed,
        balance=balance,
        rounded_to=unit,
    )


def exports_counted(
    system: System, exporter: int, importer: int | None = None, sectors: Index | None = None
) -> Counted:
    """
    Exports of one region to another or to all, of some sectors or of all.

    Raises
    ------
    BrokenRuleError
        IO-13, IO-15, IO-25.
    """
    require_regions(system, exporter, importer)
    world, table = world_of(system), system.table
    partners = world.others(exporter) if importer is None else np.array([importer])
    sellers = table.region_of == exporter
    if sectors is not None:
        sellers = sellers & np.isin(table.sector_of, sectors)
    exports = np.where(sellers, world.exports[:, partners].sum(axis=1), 0.0)
    total = float(exports.sum())
    require(IO_15, total > 0, place=f"{table.id}: {table.regions[exporter].code}", found=total)
    return Counted(
        sellers=sellers,
        buyers=np.isin(table.region_of, partners),
        final=np.isin(table.final_region_of, partners),
        exports=exports,
    )


def _share(system: System, origin: int, counted: Counted) -> float:
    return float(world_of(system).content[origin] @ counted.exports / counted.exports.sum())


def _share_by_other_rule(
    table: Table, balance: Balance, origin: int, asked: tuple[int, int | None, Index | None]
) -> float:
    other = Balance.ROW_SUMS if balance is Balance.SUPPLIED else Balance.SUPPLIED
    system = system_of(table, other)
    return _share(system, origin, exports_counted(system, *asked))


def _middle(drawn: Vector) -> tuple[float, float]:
    """Middle 95 percent of some draws."""
    tail = (1 - CONFIDENCE) / 2
    below, above = np.quantile(drawn, [tail, 1 - tail])
    return float(below), float(above)
