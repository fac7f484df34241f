"""Every industry and every region taken out in turn, from one inverse."""

from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Matrix, Vector
from hled.economy.leontief.solving import Solved
from hled.economy.leontief.system import System
from hled.economy.leontief.totals import in_regions
from hled.economy.tables import Balance


@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """
    What each region loses when one thing is taken out whole, in the unit of the table.

    Attributes
    ----------
    output, value_added : (G, k) arrays
        Lost by the region of the row when what stands at the column is taken out: an industry, or a region.
    solved
        How the inverse was found; its residual is that of both its sides on a vector of ones.
    """

    output: Matrix
    value_added: Matrix
    balance: Balance
    solved: Solved | None

    @property
    def total_output(self) -> Vector:
        """(k,) Lost by all regions."""
        return np.asarray(self.output.sum(axis=0))

    @property
    def total_value_added(self) -> Vector:
        """(k,) Lost by all regions."""
        return np.asarray(self.value_added.sum(axis=0))


def sweep_industries(system: System) -> Sweep:
    """
    Loss of each region for every industry taken out alone, ``L_k x_k / l_kk``.

    An industry without output takes nothing with it: its column is 0.
    """
    output, value_added, solved = _called(system)
    taken = system.x / np.diagonal(system.L)
    return Sweep(output * taken, value_added * taken, system.balance, solved)


def sweep_regions(system: System) -> Sweep:
    """Loss of each region for every region taken out whole, ``L_K (L_KK)⁻¹ x_K``; (G, G) arrays."""
    output, value_added, solved = _called(system)
    table = system.table
    taken = np.zeros((table.n, len(table.regions)))
    for region in range(len(table.regions)):
        own = np.flatnonzero(table.region_of == region)
        taken[own, region] = np.linalg.solve(system.L[np.ix_(own, own)], system.x[own])
    return Sweep(output @ taken, value_added @ taken, system.balance, solved)


def _called(system: System) -> tuple[Matrix, Matrix, Solved | None]:
    """(G, n) Output and value added of each region per unit of final demand for each industry."""
    L, solved = system.L, system.solver.last
    ones = in_regions(system.table, np.ones(system.table.n))
    return ones.T @ L, (ones * system.v[:, None]).T @ L, solved
