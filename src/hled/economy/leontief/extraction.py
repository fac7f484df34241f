"""
What is lost when flows stop: industries, countries, one supplier of some buyers, a share of a corridor.

Exact by low-rank updates: a change of the rows of some sellers needs the columns of ``L`` of those sellers (or the rows of
the buyers, whichever are fewer) and a small system, never a new inverse. The loss is accounting, an upper bound without any
substitution, and no forecast.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.sparse.linalg import LinearOperator, bicgstab

from hled.economy.arrays import Index, Matrix, Vector
from hled.economy.leontief.solving import InaccurateError, reciprocal
from hled.economy.leontief.system import System
from hled.economy.rules import IO_14, IO_15
from hled.economy.tables import Balance, Table
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

EXACT = 1e-9
"""Largest residual of the changed system, relative to output, that a loss may leave."""

_ITERATE_FROM = (
    3_000  # above this a single cut is cheaper by iteration than by factors that nothing else needs
)
_MOST_RESTARTS = 8


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
    """

    sellers: Index
    buyers: Index = field(default_factory=_none)
    final_columns: Index = field(default_factory=_none)
    share: float = 1.0


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
        Of the update; 0 where the changed system was iterated on.
    residual
        Of the changed system, relative to the largest output.
    """

    output: Vector
    value_added: Vector
    stopped: tuple[float, float]
    rank: int
    residual: float
    balance: Balance

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
    where ``(I + τ C L_(B,S)) y = C (x - τ L_(.,S) d)_B``: Sherman, Morrison and Woodbury.

    Raises
    ------
    BrokenRuleError
        IO-14 on a share outside 0..1, IO-15 when sellers or buyers are none or nothing flows between them.
    InaccurateError
        When the changed system is left with a residual above `EXACT`.

    References
    ----------
    Dietzenbacher & Lahr (2013), *Economic Systems Research* 25; Los, Timmer & de Vries (2016), *AER* 106.
    """
    stopped = _stopped(system, cut)
    share = cut.share
    final = final_sales(system, cut)
    if share == 0:
        nothing = np.zeros(system.solver.n)
        return Loss(nothing, nothing, (0.0, 0.0), 0, 0.0, system.balance)
    if system.solver.n >= _ITERATE_FROM and not system.solver.ready:
        lost, rank = _iterated(system, cut, final), 0
    else:
        lost, rank = _updated(system, cut, final)
    residual = _residual(system, cut, final, lost)
    if not residual <= EXACT:
        raise InaccurateError(f"residual {residual:.1e} of the changed system is above {EXACT:.0e}")
    return Loss(lost, system.v * lost, stopped, rank, residual, system.balance)


def final_sales(system: System, cut: Cut) -> Vector:
    """(sellers,) Final sales that the cut touches; all of final demand holds what the table leaves unexplained too."""
    if len(cut.final_columns) == system.table.Y.shape[1]:
        return np.asarray(system.f[cut.sellers])
    return np.asarray(system.table.Y[np.ix_(cut.sellers, cut.final_columns)].sum(axis=1))


def _stopped(system: System, cut: Cut) -> tuple[float, float]:
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


def _coefficients(system: System, cut: Cut) -> Matrix:
    return system.table.Z[np.ix_(cut.sellers, cut.buyers)] * reciprocal(system.x)[cut.buyers]


def _updated(system: System, cut: Cut, final: Vector) -> tuple[Vector, int]:
    coefficients, share, solver = _coefficients(system, cut), cut.share, system.solver
    block = _block(system, cut)  # L_(B,S)
    left = (system.x[cut.buyers] - share * block @ final) if len(cut.buyers) else np.zeros(0)
    small = share * coefficients @ block
    small.flat[:: len(cut.sellers) + 1] += 1
    bought = np.linalg.solve(small, coefficients @ left)
    missing = np.zeros(solver.n)
    missing[cut.sellers] = share * (final + bought)
    return solver.solve(missing), min(len(cut.sellers), max(len(cut.buyers), 1))


def _block(system: System, cut: Cut) -> Matrix:
    """(buyers, sellers) of the Leontief inverse, by the fewer solutions."""
    solver = system.solver
    if solver.has_inverse:
        return np.asarray(solver.inverse[np.ix_(cut.buyers, cut.sellers)])
    by_rows = len(cut.buyers) < len(cut.sellers)
    chosen = cut.buyers if by_rows else cut.sellers
    units = np.zeros((solver.n, len(chosen)))
    units[chosen, np.arange(len(chosen))] = 1
    if by_rows:
        return np.asarray(solver.solve_transposed(units)[cut.sellers].T)
    return np.asarray(solver.solve(units)[cut.buyers])


def _iterated(system: System, cut: Cut, final: Vector) -> Vector:
    """One cut of a large table with nothing at hand: iterate on the changed system, which needs no factors."""
    apply = _changed(system, cut)
    wanted = np.zeros(system.solver.n)
    wanted[cut.sellers] = cut.share * (final + _coefficients(system, cut) @ system.x[cut.buyers])
    operator = LinearOperator((system.solver.n,) * 2, matvec=apply, dtype=np.float64)
    lost = np.zeros(system.solver.n)
    scale = np.abs(system.x).max()
    for _ in range(_MOST_RESTARTS):
        rest = wanted - apply(lost)
        if np.abs(rest).max() <= 1e-13 * scale:
            break
        lost += bicgstab(operator, rest, rtol=1e-10, atol=0.0, maxiter=500)[0]
    return lost


def _changed(system: System, cut: Cut):  # type: ignore[no-untyped-def]  # a function of one vector
    coefficients = _coefficients(system, cut)

    def apply(y: Vector) -> Vector:
        found = y - system.solver.through(y)
        found[cut.sellers] += cut.share * (coefficients @ y[cut.buyers])
        return found

    return apply


def _residual(system: System, cut: Cut, final: Vector, lost: Vector) -> float:
    """Of ``(I - A') (x - loss) = f'``, relative to the largest output; ``(I - A) x = f`` holds by definition."""
    wanted = np.zeros(system.solver.n)
    wanted[cut.sellers] = cut.share * (final + _coefficients(system, cut) @ system.x[cut.buyers])
    return float(np.abs(_changed(system, cut)(lost) - wanted).max() / np.abs(system.x).max())


def sweep_industries(system: System) -> Matrix:
    """
    (G, n) Output lost in each region when each industry is extracted whole, one at a time: ``Σ_i L_ik x_k / L_kk``.

    Exact, from one inverse.
    """
    L = system.L
    by_region = np.zeros((len(system.table.regions), system.solver.n))
    for region in range(len(by_region)):
        by_region[region] = L[system.table.region_of == region].sum(axis=0)
    return np.asarray(by_region * (system.x / np.diagonal(L)))


def sweep_regions(system: System) -> Matrix:
    """(G, G) Output lost in the row region when the column region is extracted whole: ``L_.K (L_KK)⁻¹ x_K``."""
    table, L = system.table, system.L
    size = len(table.regions)
    lost = np.zeros((size, size))
    for region, own in enumerate(_members(table)):
        if len(own):
            called = np.linalg.solve(L[np.ix_(own, own)], system.x[own])
            lost[:, region] = np.bincount(table.region_of, L[:, own] @ called, size)
    return lost


def _members(table: Table) -> Sequence[Index]:
    return [np.flatnonzero(table.region_of == region) for region in range(len(table.regions))]
