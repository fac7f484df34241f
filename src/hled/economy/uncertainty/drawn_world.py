"""Worlds beside the table: drawn coefficients and drawn roundings, divided by the same formulas as the table itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from hled.economy.arrays import Index, Matrix, Vector
from hled.economy.leontief import System
from hled.economy.leontief.solving import InaccurateError, reciprocal
from hled.economy.tables import Balance
from hled.economy.uncertainty.draws import DOUBLE, Errors, drawn_factors
from hled.economy.value_chains.world import World

_MOST_STEPS = 200
_FACTORED_FROM = 24
"""From this fraction of the industries on, as right-hand sides, factors of the drawn world cost less than iterations."""
_FEWEST = 8
ROUNDING_STEP = 1e-3
"""Part of a rounding unit that a drawn rounding moves: so little that its effect is the first order alone."""


class Coefficients(Protocol):
    """Input coefficients (n, n), whole or as factors."""

    def block(self, sellers: Index, buyers: Index) -> Matrix: ...

    def through(self, output: Matrix) -> Matrix:
        """``A y``."""
        ...

    def through_transposed(self, amounts: Matrix) -> Matrix:
        """``A' y``."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Factored:
    """``R A C``, never multiplied out."""

    A: Matrix
    rows: Vector
    columns: Vector

    def block(self, sellers: Index, buyers: Index) -> Matrix:
        return np.asarray(self.rows[sellers, None] * self.A[np.ix_(sellers, buyers)] * self.columns[buyers])

    def through(self, output: Matrix) -> Matrix:
        return _scaled(self.rows, self.A @ _scaled(self.columns, output))

    def through_transposed(self, amounts: Matrix) -> Matrix:
        return _scaled(self.columns, self.A.T @ _scaled(self.rows, amounts))


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """Flows (n, n) over output (n,)."""

    Z: Matrix
    over_x: Vector

    def block(self, sellers: Index, buyers: Index) -> Matrix:
        return np.asarray(self.Z[np.ix_(sellers, buyers)] * self.over_x[buyers])

    def through(self, output: Matrix) -> Matrix:
        return np.asarray(self.Z @ _scaled(self.over_x, output))

    def through_transposed(self, amounts: Matrix) -> Matrix:
        return _scaled(self.over_x, self.Z.T @ amounts)


def _scaled(factors: Vector, values: Matrix) -> Matrix:
    return np.asarray((factors[:, None] if values.ndim == 2 else factors) * values)


@dataclass(frozen=True, eq=False)
class DrawnWorld(World):
    """
    The world of a system with other coefficients.

    Parameters
    ----------
    drawn
        Coefficients.
    back : (n, n) array
        Inverse of the table in single precision: a step gains no more than the errors allow.
    sales : (n, G) array
        Sales of each industry to the industries of each region, in the table's unit.
    demand : (n, G) array
        Final demand of each region, without what rows leave unexplained.
    output : (n,) array
    exporter
        Region whose exports will be divided.

    Notes
    -----
    Solutions start from the inverse of the table, ``y ← y + L (b - y + A y)``, in as many columns as are asked for; only where
    very many are does the drawn world get factors of its own.
    """

    drawn: Coefficients
    back: NDArray[np.float32]
    sales: Matrix
    demand: Matrix
    output: Vector
    exporter: int

    @property
    def x(self) -> Vector:
        return self.output

    @property
    def sold(self) -> Matrix:
        return self.sales

    @cached_property
    def v(self) -> Vector:
        return 1 - self.drawn.through_transposed(np.ones(len(self.output)))

    @cached_property
    def final(self) -> Matrix:
        final = self.demand.copy()
        final[np.arange(len(final)), self.system.table.region_of] += self.unexplained
        return final

    @cached_property
    def unexplained(self) -> Vector:
        return np.asarray(self.output - self.sales.sum(axis=1) - self.demand.sum(axis=1))

    def block(self, sellers: Index, buyers: Index) -> Matrix:
        return self.drawn.block(sellers, buyers)

    def through(self, output: Matrix | Vector) -> Matrix:
        return self.drawn.through(output)

    def called(self, demand: Matrix | Vector) -> Matrix:
        columns = demand if demand.ndim == 2 else demand[:, None]
        if columns.shape[1] * _FACTORED_FROM > len(columns):
            found = self._factored(columns)
        else:
            found = _settled(columns, self.drawn.through, self.back)
        return np.asarray(found if demand.ndim == 2 else found[:, 0])

    def _factored(self, columns: Matrix) -> Matrix:
        """Solutions by factors of the drawn world, with those of the exporter, who will be asked for, from the same factors."""
        everyone, wanted = np.arange(len(columns)), self.exporter not in self._found
        right = np.hstack([columns, self._demand_of(self.exporter)]) if wanted else columns
        found = np.linalg.solve(np.eye(len(columns)) - self.drawn.block(everyone, everyone), right)
        if wanted:
            self._found[self.exporter] = np.asarray(found[:, columns.shape[1] :])
        return np.asarray(found[:, : columns.shape[1]])

    def embodied(self, amounts: Vector) -> Vector:
        return _settled(amounts[:, None], self.drawn.through_transposed, self.back.T)[:, 0]

    def columns(self, region: int) -> Matrix:
        return self._of(region)[:, :-1]

    def used_by(self, region: int) -> Vector:
        return np.asarray(self._of(region)[:, -1])

    def held(self, region: int) -> Matrix:
        added: Matrix = self.v[:, None] * self.columns(region)
        return np.asarray(_ones(self.system).T @ added)

    def _of(self, region: int) -> Matrix:
        """(n, N + 1) What a region's industries and its own final demand call on, found together."""
        if region not in self._found:
            self._found[region] = self.called(self._demand_of(region))
        return self._found[region]

    def _demand_of(self, region: int) -> Matrix:
        """(n, N + 1) A unit of final demand for each industry of a region, and the region's own final demand."""
        own = self.members[region]
        demand = np.zeros((len(self.output), len(own) + 1))
        demand[own, np.arange(len(own))] = 1
        demand[:, -1] = self.final[:, region]
        return demand

    @cached_property
    def _found(self) -> dict[int, Matrix]:
        return {}


def worlds_of_errors(system: System, exporter: int, errors: Errors) -> Iterator[DrawnWorld]:
    """
    Worlds whose coefficients are ``R A C``, one for each draw.

    Output and what each industry delivers to each region stay as the table has them: a row that sells more inputs sells that
    much less to final demand, and a column that buys more inputs adds that much less value.
    """
    table, regions = system.table, _ones(system)
    back = system.L.astype(np.float32)
    rows, columns = drawn_factors(table.n, errors)
    delivered = table.Z @ regions + table.final_demand
    for at in range(errors.count):
        sales = rows[:, at, None] * (table.Z @ (columns[:, at, None] * regions))
        drawn = Factored(system.A, rows[:, at], columns[:, at])
        yield DrawnWorld(system, drawn, back, sales, delivered - sales, system.x, exporter)


def worlds_of_rounding(system: System, exporter: int, unit: float, errors: Errors) -> Iterator[DrawnWorld]:
    """
    Worlds whose cells differ from the printed ones by `ROUNDING_STEP` of what rounding to a unit may have taken from them.

    Every cell of Z and Y, and output where it is supplied, errs evenly and by itself, zeros too; industries without output stay so.
    Divide what moves by the step for the effect of the whole unit, to first order. There are a quarter of the draws of `errors`,
    eight at least: they serve a deviation, not quantiles.
    """
    table, regions = system.table, _ones(system)
    lives = (system.x > 0).astype(float)
    back = system.L.astype(np.float32)
    scale = unit * ROUNDING_STEP * lives
    kept = np.flatnonzero(~table.is_export)
    by_region = (table.final_region_of[kept][:, None] == np.arange(len(table.regions))).astype(float)
    for seed in np.random.SeedSequence([errors.seed, 1]).spawn(max(_FEWEST, errors.count // 4)):
        generator = np.random.default_rng(seed)
        Z = generator.random(table.Z.shape)
        Z -= 0.5
        Z *= scale
        Z *= lives[:, None]
        Z += table.Z
        moved = scale[:, None] * (generator.random((table.n, len(kept))) - 0.5)
        demand, sales = table.final_demand + moved @ by_region, Z @ regions
        output = system.x + scale * (generator.random(table.n) - 0.5)
        if system.balance is Balance.ROW_SUMS:
            output = sales.sum(axis=1) + demand.sum(axis=1)
        yield DrawnWorld(system, Whole(Z, reciprocal(output)), back, sales, demand, output, exporter)


def _ones(system: System) -> Matrix:
    """(n, G) A one for each industry in the column of its region."""
    regions = np.arange(len(system.table.regions))
    return np.asarray(system.table.region_of[:, None] == regions, dtype=np.float64)


def _settled(right: Matrix, through: Callable[[Matrix], Matrix], back: NDArray[np.float32]) -> Matrix:
    """Solution of ``y = b + A y``, a digit a step, until the residual is `DOUBLE`."""
    scale = np.abs(right).max(axis=0)
    scale[scale == 0] = 1
    found = np.zeros_like(right)
    for _ in range(_MOST_STEPS):
        rest = (right - found + through(found)) / scale
        if float(np.abs(rest).max(initial=0.0)) <= DOUBLE:
            return found
        found += (back @ rest.astype(np.float32)) * scale
    raise InaccurateError(f"a drawn economy did not settle in {_MOST_STEPS} steps")
