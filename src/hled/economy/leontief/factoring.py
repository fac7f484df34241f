"""Factors of ``I - A`` in place: one array of the size of the table, in double or single precision."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import lapack

from hled.economy.arrays import Matrix, Vector
from hled.economy.leontief.planning import Method

Precision = type[np.float32] | type[np.float64]


class SingularError(ArithmeticError):
    """``I - A`` has no inverse."""


@dataclass(frozen=True, slots=True, eq=False)
class Factors:
    """Lower and upper factors of the transpose of ``I - A``, with the order of its rows; never written again."""

    lu: NDArray[np.float32] | NDArray[np.float64]
    pivots: NDArray[np.int32]

    @property
    def method(self) -> Method:
        return Method.SINGLE if self.lu.dtype == np.float32 else Method.LU

    def back(self, columns: Matrix, *, transposed: bool) -> Matrix:
        """``L b``, or ``L' b`` where transposed, to the precision of the factors; (n, k)."""
        return np.asarray(self.back_raw(columns, transposed=transposed), dtype=np.float64)

    def back_raw(self, columns: Matrix, *, transposed: bool) -> Matrix:
        """As `back`, in the type of the factors."""
        right = np.array(columns, dtype=self.lu.dtype, order="F")
        getrs = lapack.sgetrs if self.method is Method.SINGLE else lapack.dgetrs
        pivots = self.pivots.copy()  # the wrapper counts them up and down in place: two threads would crash
        found, _ = getrs(self.lu, pivots, right, trans=0 if transposed else 1, overwrite_b=1)
        return np.asarray(found)


def factor(Z: Matrix, over_x: Vector, precision: Precision) -> Factors:
    """
    Factors of ``I - Z diag(over_x)``.

    The system is laid out by rows, as the table is; its transpose is laid out by columns, as the library wants it, and
    is overwritten by its factors. Nothing of its size is made beside it.

    Raises
    ------
    SingularError
    """
    system = np.empty(Z.shape, dtype=precision)
    np.multiply(Z, -over_x, out=system, casting="same_kind")
    system.flat[:: len(Z) + 1] += 1
    getrf = lapack.sgetrf if precision is np.float32 else lapack.dgetrf
    lu, pivots, failed = getrf(system.T, overwrite_a=1)
    if failed:
        raise SingularError
    return Factors(lu, pivots)


def invert(Z: Matrix, over_x: Vector, precision: Precision = np.float64) -> Matrix:
    """
    (n, n) The inverse of ``I - Z diag(over_x)`` by rows, in the place of its own factors, in one precision.

    Raises
    ------
    SingularError
    """
    factors = factor(Z, over_x, precision)
    single = precision is np.float32
    work, _ = (lapack.sgetri_lwork if single else lapack.dgetri_lwork)(len(Z))
    getri = lapack.sgetri if single else lapack.dgetri
    inverse, failed = getri(factors.lu, factors.pivots, lwork=int(work), overwrite_lu=1)
    if failed:
        raise SingularError
    return np.asarray(inverse.T)
