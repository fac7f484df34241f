"""Solve ``(I - A) y = b`` and its transpose for flows ``Z`` and output ``x``, factoring once."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import RLock, local

import numpy as np

from hled.economy.arrays import Matrix, Vector
from hled.economy.leontief.factoring import Factors, Precision, SingularError, factor, invert
from hled.economy.leontief.iterating import StalledError, iterate
from hled.economy.leontief.noting import note
from hled.economy.leontief.planning import BLOCK, DEFAULT_BUDGET, Method, Plan, plan
from hled.economy.leontief.productive import require_productive, spectral_radius, unproductive
from hled.economy.leontief.products import product
from hled.economy.rules import IO_09
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

TOLERANCE = 1e-12
"""Largest residual, relative to the right-hand side, that a solution may leave."""

_AIM = TOLERANCE / 2
_MOST_REFINEMENTS = 12
_PRECISIONS: dict[Method, Precision] = {Method.LU: np.float64, Method.SINGLE: np.float32}


class InaccurateError(ArithmeticError):
    """A solution leaves a larger residual than it may: the engine is wrong, or the table is all but unproductive."""


@dataclass(frozen=True, slots=True)
class Solved:
    """What a solution cost and how exact it is."""

    plan: Plan
    residual: float


def worst(*solutions: Solved | None) -> Solved | None:
    """The least exact of some solutions."""
    known = [each for each in solutions if each]
    return max(known, key=lambda each: each.residual) if known else None


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


def require_output(Z: Matrix, x: Vector, *, name_of: Callable[[int], str] = str) -> None:
    """Refuse industries that trade without positive output, IO-09."""
    idle = np.flatnonzero(x <= 0)
    trades = Z[:, idle].any(axis=0) | Z[idle].any(axis=1)
    if trades.any():
        raise BrokenRuleError(
            [Finding(IO_09, f"x[{name_of(int(at))}]", f"{x[at]:g}") for at in idle[trades][:20]]
        )


class Solver:
    """
    The Leontief system of one table; factors and inverse are made when first needed and kept.

    Several threads may ask at the same time: what is kept is made by one of them while the others wait, and never written
    again.

    Parameters
    ----------
    Z : (n, n) array
        Flows; row supplies, column buys.
    x : (n,) array
        Output.
    budget
        Bytes that factors and work space may take.
    place, name_of
        How refusals name the table and its industries; by position where nothing is said.

    Raises
    ------
    BrokenRuleError
        IO-04 when the economy is not productive, IO-09 on trade without output, IO-16 when the job does not fit.

    Notes
    -----
    Memory beside the table is what `planning.bytes_needed` says; libraries use as many threads as the environment allows them
    (``OPENBLAS_NUM_THREADS``), so a program that works with several processes should give each its part.
    """

    def __init__(
        self,
        Z: Matrix,
        x: Vector,
        *,
        budget: int = DEFAULT_BUDGET,
        place: str = "A",
        name_of: Callable[[int], str] = str,
    ) -> None:
        require_output(Z, x, name_of=name_of)
        self.Z = Z
        self.x = x
        self.budget = budget
        self._place = place
        self._name_of = name_of
        self._over_x = reciprocal(x)
        self._factors: Factors | None = None
        self._inverse: Matrix | None = None
        self._inverted: Solved | None = None
        self._proven = False
        self._iterated = 0
        self._making = RLock()
        self._here = local()

    @property
    def n(self) -> int:
        return len(self.x)

    @property
    def last(self) -> Solved | None:
        """How the last solution of this thread was found; None before the first."""
        return getattr(self._here, "last", None)

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
            with self._making:
                if self._inverse is None:
                    self._invert()
        if self._inverted is not None:
            self._remember(self._inverted)
        return self._inverse  # type: ignore[return-value]  # made above

    def preconditioner(self, precision: Precision, *, transposed: bool = False) -> Callable[[Matrix], Matrix]:
        """
        An approximate ``L b``, or ``L' b``, for many right-hand sides in one precision, for iterations that check their own residual.

        Factors are made for the caller where none of that precision are at hand, and stay the caller's.
        """
        held = self._factors
        factors = held if held is not None and held.lu.dtype == precision else self._factored(precision)
        return lambda columns: factors.back_raw(columns, transposed=transposed)

    def through(self, y: Matrix | Vector, *, transposed: bool = False) -> Matrix:
        """``A y``, or ``A' y`` where transposed, without making A."""
        scale = self._over_x if y.ndim == 1 else self._over_x[:, None]
        return product(self.Z, y, transposed=True) * scale if transposed else product(self.Z, y * scale)

    def prove_productive(self) -> None:
        """Refuse an economy whose spectral radius is one or more, IO-04; asked once for a table."""
        if not self._proven:
            require_productive(self.Z, self.x, place=self._place, name_of=self._name_of)
            self._proven = True

    def _solved(self, right: Matrix | Vector, *, transposed: bool, method: Method | None) -> Matrix:
        right = np.asarray(right, dtype=np.float64)
        columns = right if right.ndim == 2 else right[:, None]
        try:
            found, solved = self._found(columns, transposed=transposed, method=method)
        except StalledError:  # the iteration does so close to an unproductive system; factors do not
            fits = plan(self.n, self.n - 1, budget=self.budget, before=self.n).method
            wanted = fits if fits in _PRECISIONS else Method.SINGLE
            found, solved = self._found(columns, transposed=transposed, method=wanted)
        if not solved.residual <= TOLERANCE:
            raise InaccurateError(f"{self._place}: residual {solved.residual:.1e} is above {TOLERANCE:.0e}")
        self._remember(solved)
        return found if right.ndim == 2 else found[:, 0]

    def _remember(self, solved: Solved) -> None:
        self._here.last = solved
        note(self._place, self.n, solved)

    def _found(self, columns: Matrix, *, transposed: bool, method: Method | None) -> tuple[Matrix, Solved]:
        chosen, back = self._way(columns.shape[1], method, transposed=transposed)
        self.prove_productive()
        found, residual = np.empty_like(columns), 0.0
        for start in range(0, columns.shape[1], BLOCK):
            part = slice(start, start + BLOCK)
            found[:, part], left = self._refined(back, columns[:, part], transposed=transposed)
            residual = max(residual, left)
        return found, Solved(chosen, residual)

    def _way(
        self, count: int, method: Method | None, *, transposed: bool
    ) -> tuple[Plan, Callable[[Matrix], Matrix]]:
        """How to find about ``L b``: by what is at hand, else by plan."""
        inverse, factors = self._inverse, self._factors
        if inverse is not None and method in {None, Method.INVERSE}:
            return Plan(Method.INVERSE, 0, _KEPT), (inverse.T if transposed else inverse).__matmul__
        if factors is not None and method in {None, factors.method}:
            return Plan(factors.method, 0, _KEPT), lambda b: factors.back(b, transposed=transposed)
        chosen = plan(self.n, count, budget=self.budget, method=method, before=self._iterated)
        if chosen.method is Method.INVERSE:
            inverse = self.inverse
            return chosen, (inverse.T if transposed else inverse).__matmul__
        if chosen.method is Method.KRYLOV:
            self._iterated += count
            return chosen, lambda b: self._by_iteration(b, transposed=transposed)
        made = self._make(chosen.method)
        return chosen, lambda b: made.back(b, transposed=transposed)

    def _refined(
        self, back: Callable[[Matrix], Matrix], columns: Matrix, *, transposed: bool
    ) -> tuple[Matrix, float]:
        """Solution and its residual, corrected by the residual as long as that helps."""
        found, before = back(columns), np.inf
        for _ in range(_MOST_REFINEMENTS):
            rest = columns - found
            rest += self.through(found, transposed=transposed)
            residual = _relative(rest, columns)
            if residual <= _AIM or not residual < before / 2:
                return found, residual
            found += back(rest)
            before = residual
        return found, residual

    def _by_iteration(self, columns: Matrix, *, transposed: bool) -> Matrix:
        found = np.zeros_like(columns)
        for at in range(columns.shape[1]):
            column = np.ascontiguousarray(columns[:, at])
            found[:, at] = iterate(lambda y: y - self.through(y, transposed=transposed), column, aim=_AIM)
        return found

    def _make(self, method: Method) -> Factors:
        """Factors in the precision of the method, made once and kept."""
        with self._making:
            if self._factors is None or self._factors.method is not method:
                self._factors = None  # the memory of the others is free before these are made
                self._factors = self._factored(_PRECISIONS[method])
            return self._factors

    def _factored(self, precision: Precision) -> Factors:
        self.prove_productive()
        try:
            return factor(self.Z, self._over_x, precision)
        except SingularError:
            raise self._singular() from None

    def _invert(self) -> None:
        chosen = plan(self.n, self.n, budget=self.budget, method=Method.INVERSE)
        self.prove_productive()
        self._factors = None
        try:
            inverse = invert(self.Z, self._over_x)
        except SingularError:
            raise self._singular() from None
        residual = 0.0
        for transposed in (False, True):
            ones = np.ones(self.n)
            found = (inverse.T if transposed else inverse) @ ones
            left = ones - found + self.through(found, transposed=transposed)
            residual = max(residual, float(np.abs(left).max()))
        if not residual <= TOLERANCE:
            raise InaccurateError(f"{self._place}: residual {residual:.1e} of the inverse")
        inverse.flags.writeable = False
        self._inverted = Solved(chosen, residual)
        self._inverse = inverse

    def _singular(self) -> BrokenRuleError:
        radius = spectral_radius(self.Z, self.x)
        return unproductive(self.Z, self.x, radius=radius, place=self._place, name_of=self._name_of)


def _relative(rest: Matrix, columns: Matrix) -> float:
    scale = np.abs(columns).max(axis=0, initial=0.0)
    scale[scale == 0] = 1.0
    return float((np.abs(rest).max(axis=0, initial=0.0) / scale).max(initial=0.0))


_KEPT = Bilingual("already at hand for this table", "ya disponible para esta tabla")
