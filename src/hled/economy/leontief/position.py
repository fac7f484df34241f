"""How far an industry, or a country, stands from final use and from primary inputs."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Mask, Matrix, Vector
from hled.economy.leontief.rules import IO_41
from hled.economy.leontief.solving import Solved, Solver, reciprocal, worst
from hled.economy.leontief.system import System
from hled.economy.leontief.totals import by_region
from hled.economy.rules import IO_11
from hled.economy.tables import Balance
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding


@dataclass(frozen=True, slots=True, eq=False)
class Position:
    """
    Position in the chain of each industry or country, (n,) or (G,); 0 in all four where nothing is produced.

    Attributes
    ----------
    upstreamness
        Mean number of stages to final use, counting the last; 1 or more.
    downstreamness
        Mean number of stages from primary inputs, counting the first; 1 or more.
    final_share
        Final use over output, F/GO.
    value_added_share
        Value added over output, VA/GO.
    produces
        Whether there is output; the figures of the others mean nothing.
    corrected
        Whether net inventories were taken out of output; see `findings` where they could not.
    """

    upstreamness: Vector
    downstreamness: Vector
    final_share: Vector
    value_added_share: Vector
    produces: Mask
    corrected: bool
    balance: Balance
    solved: Solved | None
    findings: tuple[Finding, ...] = ()


def industry_position(system: System, *, inventories: bool = True) -> Position:
    """
    Upstreamness ``U = (I - B̂)⁻¹ 1`` and downstreamness ``D = (I - Â)'⁻¹ 1`` of each industry.

    With ``b̂_ij = z_ij / (x_i - N_i)`` and ``â_ij = z_ij x_i / ((x_i - N_i) x_j)``, N net additions to inventories: goods that go
    into stock are taken to go on as those that are sold.

    Parameters
    ----------
    inventories
        Correct for net inventories; where the table does not hold them apart, IO-11 is among the findings.

    Raises
    ------
    BrokenRuleError
        IO-41, when net inventories are as large as output; IO-04 when the corrected table is not productive.

    References
    ----------
    Antràs & Chor (2018), "On the measurement of upstreamness and downstreamness in global value chains", in *World Trade
    Evolution*; Antràs, Chor, Fally & Hillberry (2012), *AER Papers & Proceedings* 102(3).
    """
    table = system.table
    N = table.inventories if inventories else None
    return _position(system, table.Z, system.x, N, table.label, asked=inventories)


def country_position(system: System, *, inventories: bool = True) -> Position:
    """
    Position of each country: as `industry_position`, on the table summed to country by country.

    Not a mean over industries; the sum comes first, as in Antràs & Chor (2018), table 1.
    """
    table = system.table
    Z = by_region(table, by_region(table, table.Z).T).T
    N = by_region(table, table.inventories) if inventories and table.inventories is not None else None
    names = [each.code for each in table.regions]
    return _position(system, Z, by_region(table, system.x), N, names.__getitem__, asked=inventories)


def _position(
    system: System, Z: Matrix, x: Vector, N: Vector | None, name_of: Callable[[int], str], *, asked: bool
) -> Position:
    place = system.table.id
    sold = x if N is None else x - N
    broken = np.flatnonzero((sold <= 0) & (x > 0))
    if len(broken):
        raise BrokenRuleError(
            Finding(IO_41, f"{place}: {name_of(int(at))}", f"{x[at]:g} - {x[at] - sold[at]:g}")
            for at in broken[:20]
        )
    passed = Z * (x * reciprocal(sold))[:, None]
    solver = Solver(passed, x, budget=system.solver.budget, place=place, name_of=name_of)
    produces, over = x > 0, reciprocal(x)
    upstreamness = solver.solve(np.where(produces, x, 0.0)) * over
    first = solver.last
    downstreamness = np.where(produces, solver.solve_transposed(np.ones(len(x))), 0.0)
    return Position(
        upstreamness=upstreamness,
        downstreamness=downstreamness,
        final_share=np.where(produces, 1 - passed.sum(axis=1) * over, 0.0),
        value_added_share=np.where(produces, 1 - passed.sum(axis=0) * over, 0.0),
        produces=produces,
        corrected=N is not None,
        balance=system.balance,
        solved=worst(first, solver.last),
        findings=(Finding(IO_11, place, _NOT_APART),) if asked and N is None else (),
    )


_NOT_APART = Bilingual("no category holds them", "ninguna categoría las contiene")
