"""What is produced in one region for the final demand of another, in any account: jobs, emissions, value added."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Matrix, Vector
from hled.economy.leontief.rules import IO_42
from hled.economy.leontief.solving import Solved, worst
from hled.economy.leontief.system import System
from hled.economy.leontief.totals import VALUE_ADDED, account, by_region, by_sector, intensity
from hled.economy.rules import IO_15
from hled.economy.tables import Account, Balance
from hled.kernel.rule import Finding, require


@dataclass(frozen=True, slots=True, eq=False)
class Footprints:
    """
    Accounts by where they arise and for whom, each in its unit; the first axis is the account.

    Attributes
    ----------
    multipliers : (k, n) array
        Per unit of final demand for each industry, wherever it arises.
    production : (k, n) array
        As reported, by industry: production-based.
    consumption : (k, G, N) array
        For products of a sector, bought for final use by a region, wherever it arises: consumption-based.
    exports : (k, n) array
        The part of `production` that arises for final demand of other regions, in the table or out of it.
    between : (k, G, G) array
        Arising in the region of the row for final demand of the region of the column.
    leaving, unexplained : (k, G) arrays
        By region in which it arises: for exports out of the table, and for output that sales do not explain (0 under row sums).
    idle : (k,) array
        Reported by industries without output; in no footprint.
    """

    accounts: tuple[str, ...]
    multipliers: Matrix
    production: Matrix
    consumption: Matrix
    exports: Matrix
    between: Matrix
    leaving: Matrix
    unexplained: Matrix
    idle: Vector
    balance: Balance
    solved: Solved | None
    findings: tuple[Finding, ...] = ()

    @property
    def imports(self) -> Matrix:
        """(k, G) Arising elsewhere for the final demand of a region; `multipliers.by_region` splits it by product."""
        return np.asarray(self.between.sum(axis=1) - np.diagonal(self.between, axis1=1, axis2=2))


def footprints(system: System, codes: Sequence[str] = (VALUE_ADDED,)) -> Footprints:
    """
    Footprints of accounts, ``diag(s) L F`` with s the amount per unit of output and F final demand by region.

    Every amount that is reported is in one place: for each account, production = between + leaving + unexplained + idle.

    Parameters
    ----------
    codes
        ``value_added``, ``output`` or satellites of the table. What households emit themselves is in no account.

    Raises
    ------
    BrokenRuleError
        IO-13, when the table has no such account; IO-15, when none is named.

    References
    ----------
    Miller & Blair (2022), *Input-Output Analysis*, 3rd ed., ch. 13; the accounts are those of Stadler (2021), "Pymrio",
    *Journal of Open Research Software* 9.
    """
    table = system.table
    require(IO_15, len(codes) > 0, place="accounts")
    chosen = tuple(account(system, each) for each in codes)
    s = np.stack([intensity(system, each.values) for each in chosen])
    demand = table.final_demand
    away = table.Y[:, table.is_export].sum(axis=1)
    rest = system.f - demand.sum(axis=1) - away
    called = system.solver.solve(np.column_stack([demand, away, rest]))
    solved = system.solver.last
    multipliers = system.solver.solve_transposed(s.T).T
    arising = np.stack([by_region(table, each[:, None] * called) for each in s])
    at_home = called[np.arange(table.n), table.region_of]
    return Footprints(
        accounts=tuple(codes),
        multipliers=multipliers,
        production=np.stack([each.values for each in chosen]),
        consumption=np.stack([by_sector(table, each[:, None] * demand).T for each in multipliers]),
        exports=s * (called[:, :-1].sum(axis=1) - at_home),
        between=arising[:, :, :-2],
        leaving=arising[:, :, -2],
        unexplained=arising[:, :, -1],
        idle=np.array([each.values[system.x <= 0].sum() for each in chosen]),
        balance=system.balance,
        solved=worst(solved, system.solver.last),
        findings=tuple(_idle(system, chosen)),
    )


def _idle(system: System, accounts: Sequence[Account]) -> Iterator[Finding]:
    for each in accounts:
        for at in np.flatnonzero((system.x <= 0) & (each.values != 0)):
            place = f"{system.table.id}: {each.code}: {system.table.label(int(at))}"
            yield Finding(IO_42, place, f"{each.values[at]:g}")
