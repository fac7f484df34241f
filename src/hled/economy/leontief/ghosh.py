"""The same flows seen from the seller: where each unit of output goes."""

import numpy as np

from hled.economy.arrays import Matrix, Vector
from hled.economy.leontief.solving import reciprocal
from hled.economy.leontief.system import System


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
