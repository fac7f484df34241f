"""Solve ``(I - A) y = b`` and its transpose for flows ``Z`` and output ``x``, factoring once."""

from dataclasses import dataclass

import numpy as np
from scipy.linalg import lapack
from scipy.sparse.linalg import LinearOperator, bicgstab

from hled.economy.arrays import Matrix, Vector
from hled.economy.leontief.planning import DEFAULT_BUDGET, Method, Plan, plan
from hled.economy.rules import IO_04, IO_09
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

TOLERANCE = 1e-12
"""Largest residual, relative to the right-hand side, that a solution may leave."""

_MOST_REFINEMENTS = 12
_MOST_RESTARTS = 5  # the recurrence of the iteration drifts from the true residual


class InaccurateError(ArithmeticError):
    """A solution leaves a larger residual than it may: the engine is wrong, or the table is all but unproductive."""


@dataclass(frozen=True, slots=True)
class Solved:
    """What a solution cost and how exact it is."""

    plan: Plan
    residual: float


def reciprocal(x: Vector) -> Vector:
    """(n,) One over output; 0 for industries without positive output, which neither buy nor sell."""
    return np.divide(1.0, x, out=np.zeros_like(x), where=x > 0)


def coefficients(Z: Matrix, x: Vector) -> Matrix:
    """
    Input coefficients, ``A = Z diag(x)⁻¹``.

    Parameters
    ----------
    Z : (n, n) array
        Flows; row supplies, column buys.
    x : (n,) array
        Output. Where it is 0, so is the column.

    Raises
    ------
    BrokenRuleError
        IO-09, when an industry without positive output buys or sells.
    """
    require_output(Z, x)
    return Z * reciprocal(x)


def require_output(Z: Matrix, x: Vector) -> None:
    """Refuse industries that trade without positive output, IO-09."""
    broken = (x <= 0) & ((Z.sum(axis=0) != 0) | (Z.sum(axis=1) != 0))
    if broken.any():
        places = np.flatnonzero(broken)
        raise BrokenRuleError([Finding(IO_09, f"x[{at}]", f"{x[at]:g}") for at in places[:20]])


class Solver:
    """
    The Leontief system of one table; factors and inverse are made when first needed and kept.

    Parameters
    ----------
    Z : (n, n) array
        Flows; row supplies, column buys.
    x : (n,) array
        Output.
    budget
        Bytes that factors and work space may take.

    Raises
    ------
    BrokenRuleError
        IO-04 when the economy is not productive, IO-09 on trade without output, IO-16 when the job does not fit.
    """

    def __init__(self, Z: Matrix, x: Vector, *, budget: int = DEFAULT_BUDGET) -> None:
        require_output(Z, x)
        self.Z = Z
        self.x = x
        self.budget = budget
        self.last: Solved | None = None
        self._over_x = reciprocal(x)
        self._factors: tuple[Matrix, np.ndarray] | None = None
        self._factored = Method.LU
        self._inverse: Matrix | None = None
        self._proven = False

    @property
    def n(self) -> int:
        return len(self.x)

    @property
    def has_inverse(self) -> bool:
        return self._inverse is not None

    @property
    def ready(self) -> bool:
        """Whether factors or the inverse are at hand."""
        return self.has_inverse or self._factors is not None

    def solve(self, right: Matrix | Vector, *, method: Method | None = None) -> Matrix:
        """
        Output called on by final demand, ``L b``.

        Parameters
        ----------
        right : (n,) or (n, k) array

        Returns
        -------
        array of the shape of `right`

        Raises
        ------
        InaccurateError
            When the residual stays above `TOLERANCE`.
        """
        return self._solved(right, transposed=False, method=method)

    def solve_transposed(self, right: Matrix | Vector, *, method: Method | None = None) -> Matrix:
        """What a unit of final demand calls on, ``L' s`` for coefficients s; shapes as in `solve`."""
        return self._solved(right, transposed=True, method=method)

    @property
    def inverse(self) -> Matrix:
        """(n, n) The Leontief inverse ``L``: output of the row per unit of final demand for the column."""
        if self._inverse is None:
            chosen = plan(self.n, self.n, budget=self.budget, method=Method.INVERSE)
            factors, pivots = self._lu(np.float64)
            work, _ = lapack.dgetri_lwork(self.n)
            inverse, failed = lapack.dgetri(factors, pivots, lwork=int(work.real), overwrite_lu=1)
            self._require_regular(failed)
            self._factors = None
            self._inverse = inverse.T  # factors are those of the transpose
            ones = np.ones(self.n)
            found = self._inverse @ ones
            residual = float(np.abs(found - self.through(found, transposed=False) - ones).max())
            self._inverse.flags.writeable = False
            self._note(chosen, residual)
            self._prove_productive()
        return self._inverse

    def _solved(self, right: Matrix | Vector, *, transposed: bool, method: Method | None) -> Matrix:
        right = np.asarray(right, dtype=np.float64)
        columns = right if right.ndim == 2 else right[:, None]
        if self._inverse is not None and method is None:
            chosen = Plan(Method.INVERSE, 0, _KEPT)
            found = (self._inverse.T if transposed else self._inverse) @ columns
        elif self._factors is not None and method in {None, self._factored}:
            chosen = Plan(self._factored, 0, _KEPT)
            found = self._by_factors(columns, transposed=transposed)
        else:
            chosen = plan(self.n, columns.shape[1], budget=self.budget, method=method)
            found = self._by(chosen.method, columns, transposed=transposed)
        self._note(chosen, self._residual(found, columns, transposed=transposed))
        self._prove_productive()
        return found if right.ndim == 2 else found[:, 0]

    def _by(self, method: Method, columns: Matrix, *, transposed: bool) -> Matrix:
        if method is Method.KRYLOV:
            return self._by_krylov(columns, transposed=transposed)
        if method is Method.INVERSE:
            return (self.inverse.T if transposed else self.inverse) @ columns
        wanted = np.float32 if method is Method.SINGLE else np.float64
        self._factors = self._lu(wanted)
        self._factored = method
        return self._by_factors(columns, transposed=transposed)

    def _lu(self, precision: type[np.float32] | type[np.float64]) -> tuple[Matrix, np.ndarray]:
        """Factors of the transpose of ``I - A``, whose memory is in the order that the library wants."""
        system = np.empty((self.n, self.n), dtype=precision)
        np.multiply(self.Z, -self._over_x, out=system, casting="same_kind")
        system.flat[:: self.n + 1] += 1
        transposed = system.T
        getrf = lapack.sgetrf if precision is np.float32 else lapack.dgetrf
        factors, pivots, failed = getrf(transposed, overwrite_a=1)
        self._require_regular(failed)
        return factors, pivots

    def _by_factors(self, columns: Matrix, *, transposed: bool) -> Matrix:
        found = self._back(columns, transposed=transposed).astype(np.float64, copy=False)
        if self._factored is not Method.SINGLE:
            return found
        for _ in range(_MOST_REFINEMENTS):
            rest = columns - (found - self.through(found, transposed=transposed))
            if _relative(rest, columns) <= TOLERANCE / 10:
                break
            found += self._back(rest, transposed=transposed)
        return found

    def _back(self, columns: Matrix, *, transposed: bool) -> Matrix:
        factors, pivots = self._factors or self._lu(np.float64)
        getrs = lapack.sgetrs if factors.dtype == np.float32 else lapack.dgetrs
        found, _ = getrs(factors, pivots, columns.astype(factors.dtype), trans=0 if transposed else 1)
        return np.asarray(found)

    def _by_krylov(self, columns: Matrix, *, transposed: bool) -> Matrix:
        operator = LinearOperator(
            (self.n, self.n),
            matvec=lambda y: y - self.through(y, transposed=transposed),
            dtype=np.float64,
        )
        found = np.zeros_like(columns)
        for at in range(columns.shape[1]):
            column = columns[:, at]
            for _ in range(_MOST_RESTARTS):
                rest = column - (found[:, at] - self.through(found[:, at], transposed=transposed))
                if _relative(rest[:, None], columns[:, [at]]) <= TOLERANCE / 2:
                    break
                found[:, at] += bicgstab(operator, rest, rtol=1e-10, atol=0.0, maxiter=500)[0]
            else:
                found[:, at] = self._krylov_failed(column, transposed=transposed)
        return found

    def _krylov_failed(self, column: Vector, *, transposed: bool) -> Vector:
        """The iteration stalls on systems close to unproductive; factors do not."""
        self._factors = self._lu(np.float64)
        self._factored = Method.LU
        return self._by_factors(column[:, None], transposed=transposed)[:, 0]

    def through(self, y: Matrix | Vector, *, transposed: bool = False) -> Matrix:
        """``A y``, or ``A' y`` where transposed, without making A."""
        scale = self._over_x if y.ndim == 1 else self._over_x[:, None]
        return np.asarray((self.Z.T @ y) * scale if transposed else self.Z @ (y * scale))

    def _residual(self, found: Matrix, columns: Matrix, *, transposed: bool) -> float:
        residual = _relative(columns - (found - self.through(found, transposed=transposed)), columns)
        if not residual <= TOLERANCE:
            self._prove_productive()
            raise InaccurateError(f"residual {residual:.1e} is above {TOLERANCE:.0e}")
        return residual

    def _note(self, chosen: Plan, residual: float) -> None:
        self.last = Solved(chosen, residual)

    def _require_regular(self, failed: int) -> None:
        if failed:
            raise BrokenRuleError(
                [Finding(IO_04, "A", Bilingual("I - A has no inverse", "I - A no tiene inversa"))]
            )

    def _prove_productive(self) -> None:
        """
        Refuse an economy whose spectral radius is one or more, IO-04, once for a table.

        Column sums below one prove it at once; else a Perron vector is sought by iteration.
        """
        if self._proven:
            return
        from hled.economy.leontief.productive import require_productive

        require_productive(self.Z, self.x)
        self._proven = True


def _relative(rest: Matrix, columns: Matrix) -> float:
    scale = np.abs(columns).max(axis=0, initial=0.0)
    scale[scale == 0] = 1.0
    return float((np.abs(rest).max(axis=0, initial=0.0) / scale).max(initial=0.0))


_KEPT = Bilingual("already at hand for this table", "ya disponible para esta tabla")
