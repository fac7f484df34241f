"""What every decomposition needs of a system, made once: exports by partner, blocks of the inverse, who uses whose output."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from hled.economy.arrays import Index, Matrix, Vector
from hled.economy.leontief import System
from hled.economy.rules import IO_13, IO_25
from hled.kernel.rule import BrokenRuleError, Finding


@dataclass(frozen=True, eq=False)
class World:
    """
    A system of two regions or more as exporters and importers.

    Notes
    -----
    ``B`` of the literature on value chains is the Leontief inverse ``L``; ``L_ss`` there, the inverse of one country
    alone, is `alone` here.

    Raises
    ------
    BrokenRuleError
        IO-25, when the table has one region or trades with the outside.
    """

    system: System

    def __post_init__(self) -> None:
        table = self.system.table
        if len(table.regions) < 2 or table.exports or table.imports is not None:
            raise BrokenRuleError([Finding(IO_25, table.id, str(len(table.regions)))])

    @property
    def v(self) -> Vector:
        """(n,) Value added per unit of output."""
        return self.system.v

    @property
    def x(self) -> Vector:
        """(n,) Output."""
        return self.system.x

    def block(self, sellers: Index, buyers: Index) -> Matrix:
        """Input coefficients of some industries from some others."""
        return np.asarray(self.system.A[np.ix_(sellers, buyers)])

    def through(self, output: Matrix | Vector) -> Matrix:
        """Inputs that output (n,) or (n, k) needs, ``A y``."""
        return np.asarray(self.system.A @ output)

    def called(self, demand: Matrix | Vector) -> Matrix:
        """Output that final demand (n,) or (n, k) calls on, ``B d``."""
        return np.asarray(self.system.L @ demand)

    def embodied(self, amounts: Vector) -> Vector:
        """(n,) What a unit of each industry's output holds of amounts (n,) per unit of output, ``a' B``."""
        return np.asarray(amounts @ self.system.L)

    def columns(self, region: int) -> Matrix:
        """(n, N) Output that a unit of final demand for each industry of a region calls on, ``B_.s``."""
        return np.asarray(self.system.L[:, self.members[region]])

    def used_by(self, region: int) -> Vector:
        """(n,) Output that the final demand of a region calls on."""
        return np.asarray(self.used[:, region])

    def held(self, region: int) -> Matrix:
        """(G, N) Value added of each region in a unit of output of the industries of one."""
        return np.asarray(self.content[:, self.members[region]])

    @cached_property
    def members(self) -> tuple[Index, ...]:
        """Industries of each region."""
        of = self.system.table.region_of
        return tuple(np.flatnonzero(of == region) for region in range(len(self.system.table.regions)))

    @cached_property
    def sold(self) -> Matrix:
        """(n, G) Sales of each industry to the industries of each region."""
        Z = self.system.table.Z
        return np.stack([Z[:, own].sum(axis=1) for own in self.members], axis=1)

    @cached_property
    def final(self) -> Matrix:
        """
        (n, G) Final demand of each region.

        Where the balance rule keeps output as supplied, what a row leaves unexplained counts as demand at home, so that
        output is all called on.
        """
        demand = self.system.table.final_demand.copy()
        rest = self.unexplained
        demand[np.arange(len(rest)), self.system.table.region_of] += rest
        return demand

    @cached_property
    def exports(self) -> Matrix:
        """(n, G) Exports of each industry to each other region, intermediate and final; 0 to its own."""
        exports = self.sold + self.final
        exports[np.arange(len(exports)), self.system.table.region_of] = 0
        return exports

    @cached_property
    def used(self) -> Matrix:
        """(n, G) Output of each industry called on by the final demand of each region, ``L Y``."""
        return np.asarray(self.system.L @ self.final)

    @cached_property
    def made_for_home(self) -> Vector:
        """(n,) Output that a region's own final demand calls on inside the region alone, ``L_rr Y_rr``."""
        made = np.zeros(self.system.solver.n)
        for region, own in enumerate(self.members):
            made[own] = self.alone[region] @ self.final[own, region]
        return made

    @cached_property
    def absorbed_directly(self) -> Vector:
        """(n,) Exports that their direct importers absorb, ``Σ_r Y_sr + A_sr L_rr Y_rr``, all importers together."""
        at_home = self.made_for_home
        region_of = self.system.table.region_of
        sold = self.through(at_home)
        for own in self.members:
            sold[own] -= self.block(own, own) @ at_home[own]
        abroad = self.final.sum(axis=1) - self.final[np.arange(len(region_of)), region_of]
        return np.asarray(sold + abroad)

    @cached_property
    def unexplained(self) -> Vector:
        """(n,) Output that neither sales to industries nor final demand of the table explain; 0 by the rule of row sums."""
        return np.asarray(self.system.f - self.system.table.final_demand.sum(axis=1))

    @cached_property
    def alone(self) -> tuple[Matrix, ...]:
        """(N, N) each: inverse of each region's own coefficients, ``(I - A_ss)⁻¹``."""
        return tuple(
            np.asarray(np.linalg.inv(np.eye(len(own)) - self.block(own, own))) for own in self.members
        )

    @cached_property
    def content(self) -> Matrix:
        """(G, n) Value added of each region in a unit of each industry's output, ``V_t B``."""
        return np.stack([self.system.v[own] @ self.system.L[own] for own in self.members])

    def home_content(self, region: int) -> Vector:
        """(N,) Own value added in a unit of output, counted once: ``V_s (I - A_ss)⁻¹``."""
        return np.asarray(self.v[self.members[region]] @ self.alone[region])

    def coefficients(self, seller: int, buyer: int) -> Matrix:
        """(N, N) ``A_sr``."""
        return self.block(self.members[seller], self.members[buyer])

    def inputs(self, region: int) -> Matrix:
        """(n, N) ``A_.s``, all that the industries of a region buy."""
        return self.block(np.arange(len(self.x)), self.members[region])

    def inverse(self, seller: int, buyer: int) -> Matrix:
        """(N, N) ``B_sr``."""
        return np.asarray(self.columns(buyer)[self.members[seller]])

    def others(self, *regions: int) -> Index:
        """Positions of all other regions."""
        return np.setdiff1d(np.arange(len(self.members)), regions)


@lru_cache(maxsize=2)
def world_of(system: System) -> World:
    """The blocks of a system, kept while it is asked about."""
    return World(system)


def require_regions(system: System, *positions: int | None) -> None:
    """Refuse positions that are no region, IO-13."""
    count = len(system.table.regions)
    for position in positions:
        if position is not None and not 0 <= position < count:
            raise BrokenRuleError(
                [Finding(IO_13, f"{system.table.id}: regions", f"{position} ∉ 0..{count - 1}")]
            )
