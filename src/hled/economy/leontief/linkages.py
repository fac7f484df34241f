"""How strongly industries pull on their suppliers and push on their buyers."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from hled.economy.arrays import Mask, Matrix, Vector
from hled.economy.leontief.solving import Solved, reciprocal, worst
from hled.economy.leontief.system import System
from hled.economy.tables import Balance


@dataclass(frozen=True, eq=False)
class Linkages:
    """
    Linkages of each industry; an industry without output has 0 direct and 1 total.

    Attributes
    ----------
    direct_backward, direct_forward : (n,) arrays
        Inputs per unit of output, and sales to industries per unit of output.
    backward : (n,) array
        Column sums of the Leontief inverse.
    forward : (n,) array
        Row sums of the Ghosh inverse.
    """

    direct_backward: Vector
    direct_forward: Vector
    backward: Vector
    forward: Vector
    balance: Balance
    solved: Solved | None

    @cached_property
    def normalized_backward(self) -> Vector:
        """(n,) Backward linkages over their mean."""
        return np.asarray(self.backward / self.backward.mean())

    @cached_property
    def normalized_forward(self) -> Vector:
        """(n,) Forward linkages over their mean."""
        return np.asarray(self.forward / self.forward.mean())

    @cached_property
    def is_key(self) -> Mask:
        """(n,) Whether both are above their mean."""
        return np.asarray((self.normalized_backward > 1) & (self.normalized_forward > 1))


def linkages(system: System) -> Linkages:
    """
    Backward and forward linkages, direct and total, from two solutions.

    References
    ----------
    Miller & Blair (2022), *Input-Output Analysis*, 3rd ed., ch. 12.
    """
    over, Z, solver = reciprocal(system.x), system.table.Z, system.solver
    backward = solver.solve_transposed(np.ones(system.table.n))
    first = solver.last
    forward = solver.solve(system.x) * over
    forward[system.x <= 0] = 1.0
    solved = worst(first, solver.last)
    return Linkages(Z.sum(axis=0) * over, Z.sum(axis=1) * over, backward, forward, system.balance, solved)


@dataclass(frozen=True, eq=False)
class Rasmussen:
    """
    Rasmussen's indices; 1 is the mean of the economy.

    Attributes
    ----------
    power, sensitivity : (n,) arrays
        Of dispersion: column sums and row sums of ``L`` over their mean.
    power_spread, sensitivity_spread : (n,) arrays
        Coefficients of variation of a column and of a row: high where few industries are drawn on.
    """

    power: Vector
    sensitivity: Vector
    power_spread: Vector
    sensitivity_spread: Vector
    balance: Balance
    solved: Solved | None


def rasmussen(system: System) -> Rasmussen:
    """
    Power and sensitivity of dispersion with their spread, from the whole inverse.

    References
    ----------
    Rasmussen (1956), *Studies in Inter-Sectoral Relations*, ch. 8.
    """
    L = system.L
    solved = system.solver.last
    mean = float(L.mean())
    return Rasmussen(
        power=L.mean(axis=0) / mean,
        sensitivity=L.mean(axis=1) / mean,
        power_spread=_spread(L, axis=0),
        sensitivity_spread=_spread(L, axis=1),
        balance=system.balance,
        solved=solved,
    )


def _spread(L: Matrix, *, axis: int) -> Vector:
    if len(L) < 2:
        return np.zeros(len(L))
    return np.asarray(L.std(axis=axis, ddof=1) / L.mean(axis=axis))
