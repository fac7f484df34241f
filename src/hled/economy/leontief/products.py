"""
Products with a large matrix, by the library that factors it.

numpy brings a library of its own, whose threads wait busily for a while after each product and would take the cores from the
factors: on two cores a factorization after such a product takes half as long again.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import blas

_Real = NDArray[np.float32] | NDArray[np.float64]


def product(Z: _Real, y: _Real, *, transposed: bool = False) -> NDArray[Any]:
    """``Z y``, or ``Z' y`` where transposed, for (n,) or (n, k) y, in the precision of Z; nothing of the size of Z is copied."""
    by_rows = Z.flags.c_contiguous
    laid_out, turned = (Z.T, not transposed) if by_rows else (Z, transposed)
    single = Z.dtype == np.float32
    if y.ndim == 1:
        return np.asarray((blas.sgemv if single else blas.dgemv)(1.0, laid_out, y, trans=turned))
    return np.asarray((blas.sgemm if single else blas.dgemm)(1.0, laid_out, y, trans_a=turned))
