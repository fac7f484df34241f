"""What a country sells more of than the world does: revealed comparative advantage, presence, diversity, ubiquity."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from hled.economy.arrays import Mask, Matrix, Vector
from hled.economy.complexity.rules import CX_01, CX_03, CX_08, CX_13
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, Rule, require

Presence: TypeAlias = NDArray[np.bool_] | Matrix
"""(C, P) True or 1 where exporter c has the product p."""

_AT_THRESHOLD = 1e-12  # of the threshold: what rounding leaves of a ratio that is exactly at it
_MOST_NAMED = 10


def rca(values: Matrix) -> Matrix:
    """
    Revealed comparative advantage (Balassa), ``RCA_cp = (X_cp / X_c) / (X_p / X)``.

    Parameters
    ----------
    values : (C, P) array
        Exports of product p by country c, 0 or more, in one unit.

    Returns
    -------
    (C, P) array
        1 where a product has the weight in a country's exports that it has in the world's.

    Raises
    ------
    BrokenRuleError
        CX-01 for values below zero or not finite, CX-03 where an exporter or a product has no trade at all.

    References
    ----------
    Balassa (1965), Trade liberalisation and "revealed" comparative advantage.
    """
    X = np.asarray(values, dtype=np.float64)
    require(CX_01, bool(np.isfinite(X).all() and (X >= 0).all()), place="values")
    of_exporter, of_product = X.sum(axis=1), X.sum(axis=0)
    refuse_empty(of_exporter, of_product)
    total = float(of_product.sum())
    require(
        CX_01,
        bool(np.isfinite(total)) and of_product.min() / total > 0,
        place="values",
        found=f"Σ {total:.3g}",
    )
    shares = X / of_exporter[:, None]
    shares /= of_product / total
    return np.asarray(shares)


def presence(rca: Matrix, at: float = 1.0) -> Mask:
    """
    Where a country has a product, ``M_cp = RCA_cp >= at``; a ratio at the threshold within rounding counts.

    Raises
    ------
    BrokenRuleError
        CX-08, when the threshold is not positive.
    """
    require(CX_08, bool(np.isfinite(at)) and at > 0, place="at", found=at)
    return np.asarray(rca >= at * (1 - _AT_THRESHOLD))


def diversity(M: Presence) -> Vector:
    """(C,) Number of products that each exporter has, ``k_c = M 1``."""
    return np.asarray(M.sum(axis=1, dtype=np.float64))


def ubiquity(M: Presence) -> Vector:
    """(P,) Number of exporters that have each product, ``k_p = M' 1``."""
    return np.asarray(M.sum(axis=0, dtype=np.float64))


def as_numbers(M: Presence) -> Matrix:
    """
    (C, P) M as 0 and 1 in double precision.

    Raises
    ------
    BrokenRuleError
        CX-13, when a cell is neither; CX-03, when an exporter or a product has no presence.
    """
    require(CX_13, is_presence(M), place="M")
    refuse_empty(diversity(M), ubiquity(M))
    return np.asarray(M, dtype=np.float64)


def is_presence(M: Presence) -> bool:
    return M.dtype == np.bool_ or bool(((M == 0) | (M == 1)).all())


def refuse_empty(of_exporter: Vector, of_product: Vector) -> None:
    """CX-03 with one finding for exporters and one for products, where a sum is zero."""
    findings = [
        *_empty(CX_03, "exporters", of_exporter),
        *_empty(CX_03, "products", of_product),
    ]
    if findings:
        raise BrokenRuleError(findings)


def _empty(rule: Rule, place: str, sums: Vector) -> list[Finding]:
    at = np.flatnonzero(sums <= 0)
    if not at.size:
        return []
    named = ", ".join(str(each) for each in at[:_MOST_NAMED])
    says = Bilingual(
        "{count} without any, at positions {named}", "{count} sin ninguno, en las posiciones {named}"
    )
    return [Finding(rule, place, says.format(count=at.size, named=named))]
