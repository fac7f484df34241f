"""What is produced in one region for the final demand of another, in any account: jobs, emissions, value added."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Matrix, Vector
from hled.economy.leontief.rules import IO_42
from hled.economy.leontief.solving import Solved
from hled.economy.leontief.system import System
from hled.economy.leontief.totals import account, by_region, by_sector, intensity
from hled.economy.tables import Balance
from hled.kernel.rule import Finding


@dataclass(frozen=True, slots=True, eq=False)
class Footprint:
    """
    An account by where it arises and for whom, in its unit.

    Attributes
    ----------
    production : (n,) array
        As reported, by industry: production-based.
    between : (G, G) array
        Arising in the region of the row for final demand of the region of the column.
    consumption : (N, G) array
        For products of the sector of the row, bought for final use by the region of the column, wherever it arises.
    leaving, unexplained : (G,) arrays
        By region in which it arises: for exports out of the table, and for output that rows do not explain (the gap between
        output and sales; 0 under row sums).
    idle
        Reported by industries without output; in no footprint.
    """

    account: str
    production: Vector
    between: Matrix
    consumption: Matrix
    leaving: Vector
    unexplained: Vector
    idle: float
    balance: Balance
    solved: Solved | None
    findings: tuple[Finding, ...] = ()

    @property
    def consumed(self) -> Vector:
        """(G,) Consumption-based: for final demand of each region, wherever it arises."""
        return np.asarray(self.between.sum(axis=0))

    @property
    def exports(self) -> Vector:
        """(G,) Arising in a region for the final demand of others, in the table or out of it."""
        return np.asarray(self.between.sum(axis=1) - np.diagonal(self.between) + self.leaving)

    @property
    def imports(self) -> Vector:
        """(G,) Arising elsewhere for the final demand of a region."""
        return np.asarray(self.consumed - np.diagonal(self.between))


def footprint(system: System, code: str = "value_added") -> Footprint:
    """
    Footprints of an account, ``diag(s) L F`` with s its amount per unit of output and F final demand by region.

    Production-based and consumption-based sums are equal once exports out of the table, unexplained output and idle
    amounts are counted: production = between + leaving + unexplained + idle.

    Parameters
    ----------
    code
        ``output``, ``value_added`` or a satellite of the table. What households emit themselves is in no account.

    Raises
    ------
    BrokenRuleError
        IO-13, when the table has no such account.

    References
    ----------
    Miller & Blair (2022), *Input-Output Analysis*, 3rd ed., ch. 13; Stadler (2021), "Pymrio", *Journal of Open Research
    Software* 9.
    """
    table = system.table
    amounts = account(system, code)
    s = intensity(system, amounts)
    demand = table.final_demand
    away = table.Y[:, table.is_export].sum(axis=1)
    rest = system.f - demand.sum(axis=1) - away
    called = system.solver.solve(np.column_stack([demand, away, rest]))
    reached = system.solver.last
    arising = by_region(table, s[:, None] * called)
    per_unit = system.solver.solve_transposed(s)
    last = system.solver.last
    return Footprint(
        account=code,
        production=amounts,
        between=arising[:, :-2],
        consumption=by_sector(table, per_unit[:, None] * demand),
        leaving=arising[:, -2],
        unexplained=arising[:, -1],
        idle=float(amounts[system.x <= 0].sum()),
        balance=system.balance,
        solved=max((each for each in (reached, last) if each), key=lambda each: each.residual, default=None),
        findings=tuple(_idle(system, amounts)),
    )


def _idle(system: System, amounts: Vector) -> Iterator[Finding]:
    for at in np.flatnonzero((system.x <= 0) & (amounts != 0)):
        yield Finding(IO_42, f"{system.table.id}: {system.table.label(int(at))}", f"{amounts[at]:g}")
