"""Coefficient errors as multiplicative row and column factors, and many drawn systems solved at once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.linalg import lu_factor, lu_solve

from hled.economy.arrays import Mask, Matrix, Vector
from hled.economy.leontief import Solver, System
from hled.economy.leontief.factoring import Precision
from hled.economy.leontief.products import product
from hled.economy.leontief.solving import InaccurateError, reciprocal
from hled.economy.rules import IO_27
from hled.kernel.rule import BrokenRuleError, Finding

DOUBLE = 1e-11
"""Largest residual of a drawn system, relative to its right-hand side."""
SINGLE = 2e-6
"""The same when screening in single precision."""
UNPRODUCTIVE = "a drawn economy is all but unproductive: its inputs use up what it makes"
_MOST_STEPS = 200
_ASTRAY = 1e6
_BLOCK = 256
_LARGEST = 0.5


@dataclass(frozen=True, slots=True)
class Errors:
    """
    What is assumed of the errors of a table; no publisher states them, so they travel with every result.

    Parameters
    ----------
    row_sd, column_sd
        Standard deviation of the logarithm of the factor on each row and each column of the coefficients.
    count
        Draws.
    seed
        The same seed gives the same draws, whatever their number and however they are shared out.

    Raises
    ------
    BrokenRuleError
        IO-27 on fewer than two draws, on a negative seed, and on deviations below 0 or above one half.
    """

    row_sd: float = 0.05
    column_sd: float = 0.05
    count: int = 256
    seed: int = 20210909

    def __post_init__(self) -> None:
        sound = {
            "row_sd": 0 <= self.row_sd <= _LARGEST,
            "column_sd": 0 <= self.column_sd <= _LARGEST,
            "count": self.count >= 2,
            "seed": self.seed >= 0,
        }
        findings = [
            Finding(IO_27, name, str(getattr(self, name))) for name, good in sound.items() if not good
        ]
        if findings:
            raise BrokenRuleError(findings)


def drawn_factors(n: int, errors: Errors) -> tuple[Matrix, Matrix]:
    """(n, count) Row and column factors of each draw, log-normal with mean one; each draw has a generator of its own."""
    rows, columns = np.empty((n, errors.count)), np.empty((n, errors.count))
    for at, seed in enumerate(np.random.SeedSequence(errors.seed).spawn(errors.count)):
        generator = np.random.default_rng(seed)
        rows[:, at] = errors.row_sd * generator.standard_normal(n) - errors.row_sd**2 / 2
        columns[:, at] = errors.column_sd * generator.standard_normal(n) - errors.column_sd**2 / 2
    return np.exp(rows), np.exp(columns)


def drawn_outputs(
    solver: Solver, right: Matrix | Vector, rows: Matrix, columns: Matrix, *, single: bool = False
) -> Matrix:
    """
    (n, draws) Output that final demand calls on in each drawn economy, ``(I - R A C)⁻¹ b``.

    Parameters
    ----------
    right : (n,) or (n, draws) array
        The same final demand for every draw, or one for each.
    rows, columns : (n, draws) arrays
        Diagonals of R and C.
    single
        Screen in single precision: about half the time, residual up to `SINGLE`.

    Raises
    ------
    InaccurateError
        When the economy of a draw is all but unproductive.

    Notes
    -----
    ``y ← y + L (b - y + R A C y)`` with the factors of the undrawn table, for all draws in one matrix product: errors of a
    few percent make each step gain about a digit, and a draw needs no factors of its own unless the steps lead away. The factors are in single precision in
    either case: a step gains no more than the errors allow, and the residual is taken in the precision asked for.
    """
    precision = np.float32 if single else np.float64
    demand = right if right.ndim == 2 else right[:, None]
    found = np.empty(rows.shape)
    back = solver.preconditioner(np.float32)
    base = _Base(
        solver.Z.astype(precision, copy=False), lambda rest: back(rest).astype(precision, copy=False)
    )
    over_x = reciprocal(solver.x)[:, None]
    for begin in range(0, rows.shape[1], _BLOCK):
        block = slice(begin, begin + _BLOCK)
        found[:, block] = _settled(
            base,
            _by_columns(demand[:, block] if right.ndim == 2 else demand, precision),
            _by_columns(rows[:, block], precision),
            _by_columns(columns[:, block] * over_x, precision),
            SINGLE if single else DOUBLE,
        )
    return found


@lru_cache(maxsize=2)
def drawn_content(system: System, origin: int, errors: Errors) -> Matrix:
    """
    (n, count) Value added of a region in a unit of each industry's output in each drawn economy, ``v_O' (I - R A C)⁻¹``.

    One solution serves every question about that origin: the content of exports e is ``e'`` times it. Output and exports are those
    of the table; value added is what the drawn inputs leave.
    """
    found: Matrix = _drawn_back(system, (system.table.region_of == origin)[:, None], errors, by_value=True)[0]
    found.flags.writeable = False
    return found


def drawn_weights(system: System, groups: Matrix | Mask, errors: Errors, *, by_value: bool) -> Matrix:
    """
    (groups, n, count) What groups of industries make at every stage in a unit of each industry's output, in each drawn economy.

    Parameters
    ----------
    groups : (n, groups) mask
        Industries of each group.
    by_value
        Value added, ``(v ∘ g)' (I - R A C)⁻¹``; else output, ``g' (I - R A C)⁻¹``.

    Solutions for all groups are found together in blocks, and the last ones are kept: they serve any buyer.
    """
    packed = np.packbits(np.asarray(groups, dtype=bool), axis=0)
    return _kept_weights(system, packed.tobytes(), groups.shape[1], errors, by_value)


@lru_cache(maxsize=2)
def _kept_weights(system: System, packed: bytes, count: int, errors: Errors, by_value: bool) -> Matrix:
    n = system.solver.n
    bits = np.frombuffer(packed, dtype=np.uint8).reshape(-1, count)
    groups = np.unpackbits(bits, axis=0, count=n).astype(bool)
    found = _drawn_back(system, groups, errors, by_value=by_value)
    found.flags.writeable = False
    return found


def _drawn_back(system: System, groups: Mask, errors: Errors, *, by_value: bool) -> Matrix:
    rows, columns = drawn_factors(system.solver.n, errors)
    unit = drawn_primary(system, rows, columns) if by_value else np.ones_like(rows)
    scale = columns * reciprocal(system.x)[:, None]
    base = _Base(system.table.Z.T, _back_transposed(system.solver))
    found = np.empty((groups.shape[1], *rows.shape))
    every = [(group, draw) for group in range(groups.shape[1]) for draw in range(errors.count)]
    for begin in range(0, len(every), _BLOCK):
        group, draw = np.transpose(every[begin : begin + _BLOCK])
        wanted = unit[:, draw] * groups[:, group]
        settled = _settled(
            base, _by_columns(wanted), _by_columns(scale[:, draw]), _by_columns(rows[:, draw]), DOUBLE
        )
        found[group, :, draw] = settled.T
    return found


def _back_transposed(solver: Solver) -> Callable[[Matrix], Matrix]:
    """The way back through the undrawn system for weights, in single precision: a step gains no more than the errors allow."""
    if solver.has_inverse:
        inverse = solver.inverse.T.astype(np.float32)
        return lambda rest: product(inverse, rest.astype(np.float32)).astype(np.float64)
    back = solver.preconditioner(np.float32, transposed=True)
    return lambda rest: np.asarray(back(rest), dtype=np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class _Base:
    """Flows, and the way back through the undrawn system, in one precision and direction."""

    Z: Matrix
    back: Callable[[Matrix], Matrix]


def _by_columns(array: Matrix, precision: Precision = np.float64) -> Matrix:
    """Laid out as the library of the products wants it, so that nothing is turned around at each step."""
    return np.asfortranarray(array, dtype=precision)


def _settled(base: _Base, demand: Matrix, rows: Matrix, columns: Matrix, tolerance: float) -> Matrix:
    """(n, draws) The output of each draw; one column of demand stands for all of them."""
    scale = np.abs(demand).max(axis=0)
    scale[scale == 0] = 1
    output = base.back(demand)
    if output.shape != rows.shape:
        output = _by_columns(np.broadcast_to(output, rows.shape), output.dtype.type)
    for _ in range(_MOST_STEPS):
        rest = product(base.Z, columns * output)
        rest *= rows
        rest += demand
        rest -= output
        error = np.abs(rest).max(axis=0) / scale
        if error.max() <= tolerance:
            return output
        if not error.max() < _ASTRAY:
            break
        output += base.back(rest)
    demand = np.broadcast_to(demand, rows.shape)
    for draw in np.flatnonzero(~(error <= tolerance)):
        output[:, draw] = _solved(base.Z, demand[:, draw], rows[:, draw], columns[:, draw], tolerance)
    return output


def _solved(Z: Matrix, demand: Vector, rows: Vector, columns: Vector, tolerance: float) -> Vector:
    """One draw by factors of its own: steps from the undrawn economy lead away from it, as where both are close to unproductive."""
    matrix = -rows[:, None].astype(np.float64) * Z * columns
    matrix[np.diag_indices_from(matrix)] += 1
    factors = lu_factor(matrix)
    # Output above zero that leaves something of each product over is what a productive economy has, and no other.
    output, witness = lu_solve(factors, np.column_stack([demand, np.ones_like(demand)])).T
    output += lu_solve(factors, demand - matrix @ output)
    error = np.abs(demand - matrix @ output).max() / (np.abs(demand).max() or 1)
    if not (error <= tolerance and (witness > 0).all()):
        raise InaccurateError(UNPRODUCTIVE)
    return np.asarray(output)


def drawn_primary(system: System, rows: Matrix, columns: Matrix) -> Matrix:
    """(n, draws) Primary inputs per unit of output in each drawn economy, ``1 - 1'R A C`` less imports from outside."""
    outside = system.table.imports if system.table.imports is not None else np.zeros(system.solver.n)
    over = reciprocal(system.x)[:, None]
    bought = (system.table.Z.T @ rows) * over * columns
    return np.asarray(1 - bought - outside[:, None] * over)
