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
_SMALL = 1e-5
"""A step below this, relative to the right-hand side, is as good in single precision."""


class Coefficients(Protocol):
    """Input coefficients (n, n), whole or as factors, and the economy that they make."""

    def block(self, sellers: Index, buyers: Index) -> Matrix: ...

    def through(self, output: Matrix) -> Matrix:
        """``A y``."""
        ...

    def through_transposed(self, amounts: Matrix) -> Matrix:
        """``A' y``."""
        ...

    def called(self, demand: Matrix) -> Matrix:
        """(n, k) ``(I - A)⁻¹ d``, to a residual of `DOUBLE`."""
        ...

    def embodied(self, amounts: Matrix) -> Matrix:
        """(n, k) ``(I - A')⁻¹ a``, to a residual of `DOUBLE`."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Inverse:
    """The inverse (n, n) of the table itself, and the same in single precision."""

    double: Matrix
    single: NDArray[np.float32]

    @classmethod
    def of(cls, system: System) -> "Inverse":
        return cls(system.L, system.L.astype(np.float32))

    @property
    def transposed(self) -> "Inverse":
        return Inverse(self.double.T, self.single.T)


@dataclass(frozen=True, slots=True, eq=False)
class Factored:
    """
    ``R A C``, never multiplied out.

    As ``I - R A C = R (D - A) C`` with ``D = (R C)⁻¹``, the drawn economy differs from the table's on the diagonal alone.
    """

    A: Matrix
    rows: Vector
    columns: Vector
    back: Inverse

    def block(self, sellers: Index, buyers: Index) -> Matrix:
        return np.asarray(self.rows[sellers, None] * self.A[np.ix_(sellers, buyers)] * self.columns[buyers])

    def through(self, output: Matrix) -> Matrix:
        return _scaled(self.rows, self.A @ _scaled(self.columns, output))

    def through_transposed(self, amounts: Matrix) -> Matrix:
        return _scaled(self.columns, self.A.T @ _scaled(self.rows, amounts))

    def called(self, demand: Matrix) -> Matrix:
        return _scaled(1 / self.columns, _summed(_scaled(1 / self.rows, demand), self._beside, self.back))

    def embodied(self, amounts: Matrix) -> Matrix:
        right = _scaled(1 / self.columns, amounts)
        return _scaled(1 / self.rows, _summed(right, self._beside, self.back.transposed))

    @property
    def _beside(self) -> Vector:
        """(n,) ``I - D``."""
        return np.asarray(1 - 1 / (self.rows * self.columns))


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """Flows (n, n) over output (n,)."""

    Z: Matrix
    over_x: Vector
    back: NDArray[np.float32]

    def block(self, sellers: Index, buyers: Index) -> Matrix:
        return np.asarray(self.Z[np.ix_(sellers, buyers)] * self.over_x[buyers])

    def through(self, output: Matrix) -> Matrix:
        return np.asarray(self.Z @ _scaled(self.over_x, output))

    def through_transposed(self, amounts: Matrix) -> Matrix:
        return _scaled(self.over_x, self.Z.T @ amounts)

    def called(self, demand: Matrix) -> Matrix:
        return _settled(demand, self.through, self.back)

    def embodied(self, amounts: Matrix) -> Matrix:
        return _settled(amounts, self.through_transposed, self.back.T)


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
    sales : (n, G) array
        Sales of each industry to the industries of each region, in the table's unit.
    demand : (n, G) array
        Final demand of each region, without what rows leave unexplained.
    output : (n,) array
    exporter
        Region whose exports will be divided.

    Notes
    -----
    Solutions start from the inverse of the table and come in as many columns as are asked for; only where very many are does
    the drawn world get factors of its own.
    """

    drawn: Coefficients
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
            found = self.drawn.called(columns)
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
        return np.asarray(self.drawn.embodied(amounts[:, None])[:, 0])

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
    back = Inverse.of(system)
    rows, columns = drawn_factors(table.n, errors)
    delivered = table.Z @ regions + table.final_demand
    for at in range(errors.count):
        sales = rows[:, at, None] * (table.Z @ (columns[:, at, None] * regions))
        drawn = Factored(system.A, rows[:, at], columns[:, at], back)
        yield DrawnWorld(system, drawn, sales, delivered - sales, system.x, exporter)


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
        drawn = Whole(Z, reciprocal(output), back)
        yield DrawnWorld(system, drawn, sales, demand, output, exporter)


def _ones(system: System) -> Matrix:
    """(n, G) A one for each industry in the column of its region."""
    regions = np.arange(len(system.table.regions))
    return np.asarray(system.table.region_of[:, None] == regions, dtype=np.float64)


def _summed(right: Matrix, beside: Vector, back: Inverse) -> Matrix:
    """
    Solution of ``(I - A - E) z = b`` for a diagonal E, ``z = L b + L E L b + ...``.

    E times the last step is the residual of what was summed before it. Steps that have become small are taken in single precision.
    """
    scale = np.abs(right).max(axis=0)
    scale[scale == 0] = 1
    rest, found = right, np.zeros_like(right)
    for _ in range(_MOST_STEPS):
        size = float((np.abs(rest).max(axis=0, initial=0.0) / scale).max(initial=0.0))
        if size <= DOUBLE:
            return found
        step = back.single @ rest.astype(np.float32) if size < _SMALL else back.double @ rest
        found += step
        rest = _scaled(beside, np.asarray(step, dtype=np.float64))
    raise InaccurateError(f"a drawn economy did not settle in {_MOST_STEPS} steps")


def _settled(right: Matrix, through: Callable[[Matrix], Matrix], back: NDArray[np.float32]) -> Matrix:
    """
    Solution of ``y = b + A y``, a digit a step, until the residual is `DOUBLE`: ``y ← y + L (b - y + A y)``.

    The inverse of the table in single precision will do: a step gains no more than the errors allow.
    """
    scale = np.abs(right).max(axis=0)
    scale[scale == 0] = 1
    found = np.zeros_like(right)
    for _ in range(_MOST_STEPS):
        rest = (right - found + through(found)) / scale
        if float(np.abs(rest).max(initial=0.0)) <= DOUBLE:
            return found
        found += (back @ rest.astype(np.float32)) * scale
    raise InaccurateError(f"a drawn economy did not settle in {_MOST_STEPS} steps")
