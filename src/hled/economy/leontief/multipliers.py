"""What a unit of final demand calls on along the whole chain."""

from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Matrix, Vector
from hled.economy.leontief.solving import Solved
from hled.economy.leontief.system import System
from hled.economy.leontief.totals import account, in_regions, intensity
from hled.economy.tables import Balance


@dataclass(frozen=True, slots=True, eq=False)
class Multipliers:
    """
    Amount of an account per unit of final demand for each industry.

    Attributes
    ----------
    by_region : (n, G) array
        Made in each region, per unit of final demand for the industry of the row.
    """

    account: str
    by_region: Matrix
    balance: Balance
    solved: Solved | None

    @property
    def total(self) -> Vector:
        """(n,) ``s'L``, wherever it is made."""
        return np.asarray(self.by_region.sum(axis=1))


def multipliers(system: System, code: str = "output") -> Multipliers:
    """
    Multipliers ``m' = s'L`` of an account with s its amount per unit of output, split by region of origin.

    Parameters
    ----------
    code
        ``output``, ``value_added`` or a satellite of the table.

    Raises
    ------
    BrokenRuleError
        IO-13, when the table has no such account.

    References
    ----------
    Miller & Blair (2022), *Input-Output Analysis*, 3rd ed., ch. 6.
    """
    spread = in_regions(system.table, intensity(system, account(system, code).values))
    found = system.solver.solve_transposed(spread)
    return Multipliers(code, found, system.balance, system.solver.last)


def output_for(system: System, demand: Vector | Matrix) -> Matrix:
    """
    Output that final demand calls on, ``x = L f``; ``system.solver.last`` says how it was found.

    Parameters
    ----------
    demand : (n,) or (n, k) array
        In the unit of the table.
    """
    return system.solver.solve(demand)
