"""The same flows seen from the seller: where each unit of output goes."""

from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Matrix, Vector
from hled.economy.leontief.solving import Solved, reciprocal
from hled.economy.leontief.system import System
from hled.economy.leontief.totals import in_regions
from hled.economy.tables import Balance


def allocations(system: System) -> Matrix:
    """(n, n) Allocation coefficients ``B = diag(x)⁻¹ Z``; the row of an industry without output is 0."""
    return system.table.Z * reciprocal(system.x)[:, None]


def ghosh_inverse(system: System) -> Matrix:
    """
    (n, n) ``H = (I - B)⁻¹ = diag(x)⁻¹ L diag(x)``: output of the column per unit of primary inputs of the row.

    The row and column of an industry without output are those of the identity.

    References
    ----------
    Ghosh (1958), "Input-output approach in an allocation system", *Economica* 25; Miller & Blair (2022), ch. 12.
    """
    H = system.L * reciprocal(system.x)[:, None] * system.x
    idle = np.flatnonzero(system.x <= 0)
    H[idle, idle] = 1.0
    return np.asarray(H)


def output_from(system: System, primary: Vector | Matrix) -> Matrix:
    """
    Output that goes with primary inputs, ``x' = w'H``, without making H.

    Parameters
    ----------
    primary : (n,) or (n, k) array
        Primary inputs of each industry in the unit of the table; those of the table give back its output.

    Notes
    -----
    ``x = diag(x) L' diag(x)⁻¹ w``. A measure of what is tied to supply, and no model of scarcity: it lets buyers produce more
    because one input is plentiful.
    """
    x = system.x if primary.ndim == 1 else system.x[:, None]
    over = reciprocal(system.x) if primary.ndim == 1 else reciprocal(system.x)[:, None]
    return np.asarray(x * system.solver.solve_transposed(primary * over))


@dataclass(frozen=True, slots=True, eq=False)
class SupplyMultipliers:
    """
    Output that goes with a unit of primary inputs of each industry.

    Attributes
    ----------
    by_region : (n, G) array
        Made in each region, per unit of primary inputs of the industry of the row.
    tied : (n,) array
        Output that goes with all primary inputs of the industry, in the unit of the table; over all industries it is more
        than output, for each unit has passed several industries.
    """

    by_region: Matrix
    tied: Vector
    balance: Balance
    solved: Solved | None

    @property
    def total(self) -> Vector:
        """(n,) Row sums of the Ghosh inverse, wherever the output is made; total forward linkages."""
        return np.asarray(self.by_region.sum(axis=1))


def supply_multipliers(system: System) -> SupplyMultipliers:
    """
    Row sums of ``H`` by region of the buyer, ``diag(x)⁻¹ L diag(x) R`` with R the industries of each region, without making H.

    An industry without output has 1 in its own region. A measure of what is tied to supply, and no model of scarcity.

    References
    ----------
    Miller & Blair (2022), *Input-Output Analysis*, 3rd ed., ch. 12.
    """
    table, x = system.table, system.x
    found = system.solver.solve(in_regions(table, x)) * reciprocal(x)[:, None]
    idle = np.flatnonzero(x <= 0)
    found[idle, table.region_of[idle]] = 1.0
    tied = found.sum(axis=1) * system.v * np.where(x > 0, x, 0.0)
    return SupplyMultipliers(found, tied, system.balance, system.solver.last)
