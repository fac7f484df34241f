"""How often two products are found in the same country: proximity of all pairs, and the nearest of one."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from hled.economy.arrays import Index, Matrix, Vector
from hled.economy.complexity.presence import Presence, as_numbers, ubiquity
from hled.economy.complexity.rules import CX_08, CX_12, CX_13, CX_14
from hled.kernel.rule import require

Proximity: TypeAlias = NDArray[np.float32]
"""(P, P) symmetric, 1 on the diagonal, in single precision: the one array of this size."""

BUDGET = 2_000_000_000
"""Bytes that the proximity of all pairs may take: products at six digits of any edition, several times over."""
_ROWS = 512


def proximity(M: Presence, *, budget: int = BUDGET) -> Proximity:
    """
    The lesser of two conditional probabilities, ``φ_pq = (M'M)_pq / max(k_p, k_q)``.

    A product is at 1 from itself, as the definition has it. Counts are exact in single precision, and only the quotient is
    rounded, to seven digits.

    Parameters
    ----------
    M : (C, P) array
        Presence, with at least one exporter for each product.
    budget
        Bytes allowed for the result.

    Raises
    ------
    BrokenRuleError
        CX-03 for an exporter or product without presence, CX-12 when the result does not fit, CX-13 when M is not 0 and 1.

    References
    ----------
    Hidalgo, Klinger, Barabási & Hausmann (2007), The product space conditions the development of nations, *Science* 317.
    """
    products = M.shape[1]
    needed = 4 * products * products
    require(
        CX_12,
        needed <= budget,
        place="products",
        found=f"{products:,}: {needed / 1e6:,.0f} MB > {budget / 1e6:,.0f} MB",
    )
    single = as_numbers(M).astype(np.float32)
    phi: Proximity = single.T @ single
    k = ubiquity(M).astype(np.float32)
    for begin in range(0, products, _ROWS):
        rows = slice(begin, begin + _ROWS)
        phi[rows] /= np.maximum(k[rows, None], k)
    return phi


def weighted(left: Matrix, phi: Proximity) -> Matrix:
    """(k, P) ``left φ`` in double precision, with a part of the symmetric φ at a time in it."""
    found = np.empty((len(left), len(phi)))
    for begin in range(0, len(phi), _ROWS):
        rows = slice(begin, begin + _ROWS)
        np.matmul(left, phi[rows].astype(np.float64).T, out=found[:, rows])
    return found


def refuse_other_products(M: Presence, phi: Proximity) -> None:
    """CX-13, when the proximity is not of the products of M."""
    found = f"M {M.shape}, φ {phi.shape}"
    require(CX_13, phi.shape == (M.shape[1], M.shape[1]), place="phi", found=found)


def proximity_to(M: Presence, product: int) -> Vector:
    """
    (P,) Proximity of every product to one, a row of `proximity`, without holding that of all pairs.

    Raises
    ------
    BrokenRuleError
        CX-03 and CX-13 as `proximity`, CX-14 for a product that is not there.
    """
    numbers, k = as_numbers(M), ubiquity(M)
    require(CX_14, 0 <= product < len(k), place="product", found=product)
    found: Vector = numbers[:, product] @ numbers / np.maximum(k, k[product])
    return found


def nearest(phi: Proximity, product: int, count: int = 10) -> Index:
    """
    Positions of the products nearest to one, nearest first, itself and those at 0 left out; ties in order of position.

    Raises
    ------
    BrokenRuleError
        CX-08 for a count below 1, CX-14 for a product that is not there.
    """
    require(CX_08, count >= 1, place="count", found=count)
    require(CX_14, 0 <= product < len(phi), place="product", found=product)
    row = phi[product]
    order = np.argsort(-row, kind="stable")
    return np.asarray(order[(order != product) & (row[order] > 0)][:count])
