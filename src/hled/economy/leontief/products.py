"""
Products with a large matrix, by the library that factors it.

numpy brings a library of its own, whose threads wait busily for a while after each product and would take the cores from the
factors: on two cores a factorization after such a product takes half as long again.
"""

import numpy as np
from scipy.linalg import blas

from hled.economy.arrays import Matrix, Vector


def product(Z: Matrix, y: Matrix | Vector, *, transposed: bool = False) -> Matrix:
    """``Z y``, or ``Z' y`` where transposed, for (n,) or (n, k) y; nothing of the size of Z is copied."""
    by_rows = Z.flags.c_contiguous
    laid_out, turned = (Z.T, not transposed) if by_rows else (Z, transposed)
    if y.ndim == 1:
        return np.asarray(blas.dgemv(1.0, laid_out, y, trans=turned))
    return np.asarray(blas.dgemm(1.0, laid_out, y, trans_a=turned))
