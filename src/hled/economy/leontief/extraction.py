"""
What is lost when flows stop: industries, countries, one supplier of some buyers, a share of a corridor.

Exact by low-rank updates: a change of the rows of some sellers needs the columns of ``L`` of those sellers (or the rows of
the buyers, whichever are fewer) and a small system, never a new inverse. The loss is accounting, an upper bound without any
substitution, and no forecast.
"""

from dataclasses import dataclass, field

import numpy as np

from hled.economy.arrays import Index, Matrix, Vector
from hled.economy.leontief.iterating import StalledError, iterate
from hled.economy.leontief.planning import Method, plan
from hled.economy.leontief.solving import TOLERANCE, InaccurateError, Solved, reciprocal, worst
from hled.economy.leontief.sweeping import Sweep, sweep_industries, sweep_regions
from hled.economy.leontief.system import System
from hled.economy.rules import IO_14, IO_15
from hled.economy.tables import Balance, Table
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

__all__ = [
    "Cut",
    "Loss",
    "Sweep",
    "cut_corridor",
    "cut_exports",
    "cut_industries",
    "extract",
    "final_sales",
    "sweep_industries",
    "sweep_regions",
]

_ITERATE_FROM = (
    3_000  # above this a single cut is cheaper by iteration than by factors that nothing else needs
)


def _none() -> Index:
    return np.zeros(0, dtype=np.intp)


@dataclass(frozen=True, eq=False)
class Cut:
    """
    Flows that stop.

    Parameters
    ----------
    sellers
        Industries whose sales fall.
    buyers
        Industries that no longer get them.
    final_columns
        Columns of the table's final demand ``Y`` that no longer get them.
    share
        Fraction of those flows that stops, 0 to 1.

    Positions are kept once each and in order.
    """

    sellers: Index
    buyers: Index = field(default_factory=_none)
    final_columns: Index = field(default_factory=_none)
    share: float = 1.0

    def __post_init__(self) -> None:
        for name in ("sellers", "buyers", "final_columns"):
            object.__setattr__(self, name, np.unique(np.asarray(getattr(self, name), dtype=np.intp)))


@dataclass(frozen=True, slots=True, eq=False)
class Loss:
    """
    What is lost in a year, in the table's unit.

    Attributes
    ----------
    output, value_added : (n,) arrays
        By industry.
    stopped
        Flows that stop to industries and to final demand.
    rank
        Of the update; 0 where the changed system was iterated on, or nothing stops.
    residual
        Largest gap in the balance of the changed economy, relative to the largest flow of a seller that stops.
    solved
        How the systems behind it were solved; None where nothing stops.
    """

    output: Vector
    value_added: Vector
    stopped: tuple[float, float]
    rank: int
    residual: float
    balance: Balance
    solved: Solved | None = None

    def by_region(self, table: Table) -> tuple[Vector, Vector]:
        """(G,) Output and value added lost in each region."""
        size = len(table.regions)
        output, added = (
            np.asarray(np.bincount(table.region_of, each, size), dtype=np.float64)
            for each in (self.output, self.value_added)
        )
        return output, added


def cut_industries(table: Table, industries: Index, share: float = 1.0) -> Cut:
    """
    Everything that some industries sell; at a share of 1 they are extracted whole.

    An industry that sells nothing produces nothing and buys nothing, so that its column need not be changed.
    """
    return Cut(industries, np.arange(table.n), np.arange(table.Y.shape[1]), share)


def cut_corridor(
    table: Table,
    sellers: Index,
    buying_region: int,
    share: float,
    *,
    sectors: Index | None = None,
    final: bool = False,
) -> Cut:
    """
    A share of what sellers send to the industries of a region, and with `final` to its final demand too.

    Parameters
    ----------
    sectors
        Only buying industries of these sectors; all without it.
    """
    chosen = table.region_of == buying_region
    if sectors is not None:
        chosen &= np.isin(table.sector_of, sectors)
    columns = np.flatnonzero((table.final_region_of == buying_region) & ~table.is_export)
    return Cut(sellers, np.flatnonzero(chosen), columns if final else _none(), share)


def cut_exports(table: Table, region: int) -> Cut:
    """Every sale of a region to the others; the value added it loses is the domestic value added in its exports."""
    return Cut(
        np.flatnonzero(table.region_of == region),
        np.flatnonzero(table.region_of != region),
        np.flatnonzero((table.final_region_of != region) | table.is_export),
    )


def extract(system: System, cut: Cut) -> Loss:
    """
    Output and value added lost when flows stop and nothing replaces them.

    Notes
    -----
    With sellers S, buyers B, share τ, ``C = A_(S,B)`` and final sales d that stop, the loss is ``τ L_(.,S) (d + y)``
    where ``(I + τ C L_(B,S)) y = C (x - τ L_(B,S) d)_B``: Sherman, Morrison and Woodbury, on the side that has fewer. For whole
    industries K this is ``L_(.,K) (L_KK)⁻¹ x_K``.

    Buyers go on producing without what stops, and value added per unit of output stays what it was: the loss is that of the
    sellers, of their suppliers and so on.

    Raises
    ------
    BrokenRuleError
        IO-14 on a share outside 0..1, IO-15 when sellers or buyers are none or nothing flows between them.
    ValueError
        When a position is not one of the table's.
    InaccurateError
        When the changed economy is left with a residual above `TOLERANCE`.

    References
    ----------
    Dietzenbacher & Lahr (2013), *Economic Systems Research* 25; Los, Timmer & de Vries (2016), *AER* 106.
    """
    stopped = _stopped(system, cut)
    if cut.share == 0:
        nothing = np.zeros(system.solver.n)
        return Loss(nothing, nothing, (0.0, 0.0), 0, 0.0, system.balance)
    final = final_sales(system, cut)
    change = _Change(system, cut, final)
    lost, rank, solved = _lost(change)
    residual = change.residual(lost)
    if not residual <= TOLERANCE:
        raise InaccurateError(f"residual {residual:.1e} of the changed economy is above {TOLERANCE:.0e}")
    return Loss(lost, system.v * lost, stopped, rank, residual, system.balance, solved)


def final_sales(system: System, cut: Cut) -> Vector:
    """(sellers,) Final sales that the cut touches; all of final demand holds what the table leaves unexplained too."""
    if len(cut.final_columns) == system.table.Y.shape[1]:
        return np.asarray(system.f[cut.sellers])
    return np.asarray(system.table.Y[np.ix_(cut.sellers, cut.final_columns)].sum(axis=1))


def _require_positions(system: System, cut: Cut) -> None:
    n, m = system.table.Y.shape
    for name, places, size in (
        ("sellers", cut.sellers, n),
        ("buyers", cut.buyers, n),
        ("final_columns", cut.final_columns, m),
    ):
        if len(places) and not (places[0] >= 0 and places[-1] < size):
            raise ValueError(f"{name}={places[0]}..{places[-1]}: positions go from 0 to {size - 1}")


def _stopped(system: System, cut: Cut) -> tuple[float, float]:
    _require_positions(system, cut)
    findings = []
    if not 0 <= cut.share <= 1:
        findings.append(Finding(IO_14, "share", f"{cut.share:g}"))
    if not len(cut.sellers):
        findings.append(Finding(IO_15, "sellers", Bilingual("nobody", "nadie")))
    if not len(cut.buyers) and not len(cut.final_columns):
        findings.append(Finding(IO_15, "buyers", Bilingual("nobody", "nadie")))
    if findings:
        raise BrokenRuleError(findings)
    to_industries = float(system.table.Z[np.ix_(cut.sellers, cut.buyers)].sum())
    to_final = float(system.table.Y[np.ix_(cut.sellers, cut.final_columns)].sum())
    if not to_industries and not to_final:
        raise BrokenRuleError([Finding(IO_15, "flows", Bilingual("nothing flows", "no hay flujos"))])
    return cut.share * to_industries, cut.share * to_final


class _Change:
    """``I - A'`` of the economy after a cut, and what stops at first, without making A'."""

    def __init__(self, system: System, cut: Cut, final: Vector) -> None:
        self.system, self.cut, self.final = system, cut, final
        flows = system.table.Z[np.ix_(cut.sellers, cut.buyers)]
        self.coefficients: Matrix = flows * reciprocal(system.x)[cut.buyers]
        self.scale = float((np.abs(final) + np.abs(flows).sum(axis=1)).max()) * cut.share
        self.stops = np.zeros(system.solver.n)
        self.stops[cut.sellers] = cut.share * (final + flows.sum(axis=1))

    def apply(self, y: Vector) -> Vector:
        found = y - self.system.solver.through(y)
        found[self.cut.sellers] += self.cut.share * (self.coefficients @ y[self.cut.buyers])
        return found

    def residual(self, lost: Vector) -> float:
        """Of ``(I - A') (x - loss) = f'``, relative to what stops; ``(I - A) x = f`` holds by definition."""
        return float(np.abs(self.apply(lost) - self.stops).max() / self.scale)


def _lost(change: _Change) -> tuple[Vector, int, Solved | None]:
    """One cut of a large table with nothing at hand needs no factors; else the update of low rank."""
    solver = change.system.solver
    if solver.n >= _ITERATE_FROM and not solver.ready:
        solver.prove_productive()
        try:
            lost = iterate(change.apply, change.stops, aim=TOLERANCE / 10)
        except StalledError:
            pass
        else:
            chosen = plan(solver.n, 1, budget=solver.budget, method=Method.KRYLOV)
            return lost, 0, Solved(chosen, change.residual(lost))
    return _updated(change)


def _updated(change: _Change) -> tuple[Vector, int, Solved | None]:
    system, cut, C, share = change.system, change.cut, change.coefficients, change.cut.share
    block, first = _block(system, cut)
    left = system.x[cut.buyers] - share * (block @ change.final)
    if len(cut.sellers) <= len(cut.buyers):
        bought = np.linalg.solve(_one_and(share * (C @ block)), C @ left)
    else:
        bought = C @ np.linalg.solve(_one_and(share * (block @ C)), left)
    missing = np.zeros(system.solver.n)
    missing[cut.sellers] = share * (change.final + bought)
    lost = system.solver.solve(missing)
    return lost, min(len(cut.sellers), max(len(cut.buyers), 1)), worst(first, system.solver.last)


def _one_and(square: Matrix) -> Matrix:
    square.flat[:: len(square) + 1] += 1
    return square


def _block(system: System, cut: Cut) -> tuple[Matrix, Solved | None]:
    """(buyers, sellers) of the Leontief inverse, by the fewer solutions."""
    solver = system.solver
    if not len(cut.buyers):
        return np.zeros((0, len(cut.sellers))), None
    if solver.has_inverse:
        return np.asarray(solver.inverse[np.ix_(cut.buyers, cut.sellers)]), solver.last
    by_rows = len(cut.buyers) < len(cut.sellers)
    chosen = cut.buyers if by_rows else cut.sellers
    units = np.zeros((solver.n, len(chosen)))
    units[chosen, np.arange(len(chosen))] = 1
    if by_rows:
        return np.asarray(solver.solve_transposed(units)[cut.sellers].T), solver.last
    return np.asarray(solver.solve(units)[cut.buyers]), solver.last
