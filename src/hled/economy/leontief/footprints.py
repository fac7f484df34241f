"""What is produced in one region for the final demand of another, in any account: jobs, emissions, value added."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Matrix, Vector
from hled.economy.leontief.planning import BLOCK
from hled.economy.leontief.rules import IO_42
from hled.economy.leontief.solving import Solved, worst
from hled.economy.leontief.system import System
from hled.economy.leontief.totals import VALUE_ADDED, account, by_sector, in_regions, intensity
from hled.economy.tables import Account, Balance
from hled.kernel.rule import Finding


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
    imports : (k, G, N) array
        The part of `consumption` that arises outside the region.
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
    imports: Matrix
    exports: Matrix
    between: Matrix
    leaving: Matrix
    unexplained: Matrix
    idle: Vector
    balance: Balance
    solved: Solved | None
    findings: tuple[Finding, ...] = ()


def footprints(system: System, accounts: Sequence[Account] = ()) -> Footprints:
    """
    Footprints of accounts, ``diag(s) L F`` with s the amount per unit of output and F final demand by region.

    Every amount that is reported is in one place: for each account, production = between + leaving + unexplained + idle.

    Parameters
    ----------
    accounts
        Satellites of the table; its value added where none is named. What households emit themselves is in no account.

    References
    ----------
    Miller & Blair (2022), *Input-Output Analysis*, 3rd ed., ch. 13; the accounts are those of Stadler (2021), "Pymrio",
    *Journal of Open Research Software* 9.
    """
    table = system.table
    chosen = tuple(accounts) or (account(system, VALUE_ADDED),)
    demand = table.final_demand
    away = table.Y[:, table.is_export].sum(axis=1)
    ends = np.column_stack([demand, away, system.f - demand.sum(axis=1) - away])

    s = np.stack([intensity(system, each.values) for each in chosen])
    called = system.solver.solve(ends[:, :-1])
    solved = system.solver.last
    own = called[np.arange(table.n), table.region_of]
    size = (len(chosen), len(table.regions), len(table.sectors))
    multipliers, arising = np.empty_like(s), np.empty((*size[:2], ends.shape[1]))
    consumption, at_home = np.empty(size), np.empty(size)
    step = max(1, BLOCK // size[1])
    for start in range(0, size[0], step):
        part = range(start, min(start + step, size[0]))
        found = system.solver.solve_transposed(
            np.concatenate([in_regions(table, s[at]) for at in part], axis=1)
        )
        solved = worst(solved, system.solver.last)
        for at, per_unit in zip(part, np.split(found, len(part), axis=1), strict=True):
            multipliers[at] = per_unit.sum(axis=1)
            arising[at] = per_unit.T @ ends
            consumption[at] = by_sector(table, multipliers[at][:, None] * demand).T
            at_home[at] = by_sector(table, per_unit * demand).T
    return Footprints(
        accounts=tuple(each.code for each in chosen),
        multipliers=multipliers,
        production=np.stack([each.values for each in chosen]),
        consumption=consumption,
        imports=consumption - at_home,
        exports=s * (called.sum(axis=1) - own),
        between=arising[:, :, :-2],
        leaving=arising[:, :, -2],
        unexplained=arising[:, :, -1],
        idle=np.array([each.values[system.x <= 0].sum() for each in chosen]),
        balance=system.balance,
        solved=solved,
        findings=tuple(_idle(system, chosen)),
    )


def _idle(system: System, accounts: Sequence[Account]) -> Iterator[Finding]:
    for each in accounts:
        for at in np.flatnonzero((system.x <= 0) & (each.values != 0)):
            place = f"{system.table.id}: {each.code}: {system.table.label(int(at))}"
            yield Finding(IO_42, place, f"{each.values[at]:g}")
