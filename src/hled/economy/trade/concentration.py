"""
How concentrated the suppliers of each product are: shares, the Herfindahl-Hirschman index and its equivalents.

Arrays are values of products in rows and suppliers in columns. A product that nobody sells has no shares and no index; its entries
are 0 and `traded` is False.

References
----------
Hirschman (1964), *American Economic Review* 54, 761: the index and its origin.
Adelman (1969), *Review of Economics and Statistics* 51, 99-101: the reciprocal as a number of equal suppliers.
Hannah & Kay (1977), *Concentration in Modern Industry*: the family of numbers-equivalents.
Theil (1967), *Economics and Information Theory*: entropy and the inequality index.
"""

from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Index, Mask, Matrix, Vector
from hled.economy.trade.checking import require_values
from hled.economy.trade.rules import TD_03, TD_10
from hled.kernel.rule import require


def traded(values: Matrix) -> Mask:
    """(P,) Products that someone sells."""
    return np.asarray(values.sum(axis=1) > 0)


def shares(values: Matrix) -> Matrix:
    """
    (P, S) Share of each supplier in each product, ``s = v / Σ v``; rows sum to one where the product is traded.

    Raises
    ------
    BrokenRuleError
        TD-01, TD-02 or TD-03, when values are not finite, negative, or have not two axes.

    Examples
    --------
    >>> shares(np.array([[60.0, 30.0, 10.0], [0.0, 0.0, 0.0]]))
    array([[0.6, 0.3, 0.1],
           [0. , 0. , 0. ]])
    """
    require(TD_03, values.ndim == 2, place="values", found=values.shape)
    require_values("values", values)
    return _shares(values)


def hhi(values: Matrix) -> Vector:
    """
    (P,) Herfindahl-Hirschman index of suppliers, ``Σ s²``, from 1/n (n equal suppliers) to 1 (a single one).

    Raises
    ------
    BrokenRuleError
        TD-01, TD-02, TD-03.

    Examples
    --------
    >>> hhi(np.array([[60.0, 30.0, 10.0], [5.0, 0.0, 0.0]]))
    array([0.46, 1.  ])
    """
    return _squares(shares(values))


def equivalent_suppliers(index: Vector) -> Vector:
    """(P,) Number of equal suppliers with the same index, ``1 / HHI``; 0 where there is no index."""
    return np.divide(1.0, index, out=np.zeros_like(index), where=index > 0)


def normalized_hhi(index: Vector, suppliers: Index) -> Vector:
    """(P,) Index freed of the number of suppliers, ``(HHI - 1/n) / (1 - 1/n)``: 0 when all are equal; 1 for a single supplier."""
    least = np.divide(1.0, suppliers, out=np.zeros(len(index)), where=suppliers > 0)
    several = suppliers > 1
    spread = np.divide(index - least, 1 - least, out=np.zeros(len(index)), where=several)
    return np.where(suppliers == 1, 1.0, np.clip(spread, 0.0, 1.0))


def top_share(values: Matrix, k: int = 1) -> Vector:
    """
    (P,) Joint share of the ``k`` largest suppliers of each product.

    Raises
    ------
    BrokenRuleError
        TD-10 on ``k`` below 1, TD-01 to TD-03 on values.
    """
    require(TD_10, k >= 1, place="k", found=k)
    sold = shares(values)
    kept = min(k, sold.shape[1])
    return np.asarray(np.partition(sold, sold.shape[1] - kept, axis=1)[:, sold.shape[1] - kept :].sum(axis=1))


def entropy(values: Matrix) -> Vector:
    """(P,) Shannon entropy of the shares, ``-Σ s ln s``: 0 for a single supplier, ``ln n`` for n equal ones."""
    return _entropy(shares(values))


def hhi_range(values: Matrix, parts: Vector) -> tuple[Vector, Vector]:
    """
    (P,), (P,) Least and largest index when some suppliers are groups whose members are not known apart.

    Parameters
    ----------
    values : (P, S) array
    parts : (S,) array
        Countries inside each supplier; 1 for a country.

    Notes
    -----
    Squares of m numbers that add up to s lie between ``s²/m`` (all equal) and ``s²`` (one has all), so both bounds are reached.

    Raises
    ------
    BrokenRuleError
        TD-10 on fewer than one part, TD-01 to TD-03 on values.
    """
    require(TD_03, parts.shape == (values.shape[-1],), place="parts", found=parts.shape)
    require(TD_10, bool((parts >= 1).all()), place="parts", found=float(parts.min()))
    sold = shares(values)
    return np.asarray(np.einsum("ps,ps,s->p", sold, sold, 1 / parts)), _squares(sold)


@dataclass(frozen=True, slots=True, eq=False)
class Concentration:
    """
    All measures of the concentration of suppliers, a product to an entry.

    Attributes
    ----------
    traded : (P,) mask
        Where the others have a meaning.
    suppliers : (P,) index
        Suppliers that sell anything.
    largest : (P,) index
        Column of the largest supplier, the first of equals; -1 where nobody sells.
    hhi, normalized, equivalent_suppliers, top_share : (P,) arrays
    entropy, entropy_suppliers, theil : (P,) arrays
        Entropy H, its number of equal suppliers ``exp H``, and Theil's inequality ``ln n - H``.
    """

    traded: Mask
    suppliers: Index
    largest: Index
    hhi: Vector
    normalized: Vector
    equivalent_suppliers: Vector
    top_share: Vector
    entropy: Vector
    entropy_suppliers: Vector
    theil: Vector


def concentration(values: Matrix) -> Concentration:
    """
    Every measure at once.

    Raises
    ------
    BrokenRuleError
        TD-01, TD-02, TD-03.
    """
    sold = shares(values)
    some = np.asarray(sold.any(axis=1))
    suppliers = np.count_nonzero(sold, axis=1)
    index, spread = _squares(sold), _entropy(sold)
    return Concentration(
        traded=some,
        suppliers=suppliers,
        largest=np.where(some, sold.argmax(axis=1), -1),
        hhi=index,
        normalized=normalized_hhi(index, suppliers),
        equivalent_suppliers=equivalent_suppliers(index),
        top_share=np.asarray(sold.max(axis=1)),
        entropy=spread,
        entropy_suppliers=np.where(some, np.exp(spread), 0.0),
        theil=np.asarray(np.maximum(np.log(np.maximum(suppliers, 1)) - spread, 0.0)),
    )


def _shares(values: Matrix) -> Matrix:
    """Scaled by the largest sale first, so that neither sums overflow nor shares of very small amounts are lost."""
    largest = values.max(axis=1, keepdims=True)
    scaled: Matrix = np.divide(values, largest, out=np.zeros(values.shape), where=largest > 0)
    total = scaled.sum(axis=1, keepdims=True)
    np.divide(scaled, total, out=scaled, where=total > 0)
    return scaled


def _squares(sold: Matrix) -> Vector:
    index: Vector = np.einsum("ps,ps->p", sold, sold)
    return index


def _entropy(sold: Matrix) -> Vector:
    logs = np.log(sold, out=np.zeros_like(sold), where=sold > 0)
    return np.asarray(np.maximum(-np.einsum("ps,ps->p", sold, logs), 0.0))
