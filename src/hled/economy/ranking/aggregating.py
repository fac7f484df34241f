"""One score from several indicators."""

from enum import StrEnum

import numpy as np

from hled.economy.arrays import Mask, Matrix
from hled.economy.ranking.rules import RK_05
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding


class Aggregation(StrEnum):
    """``arithmetic`` lets one indicator make up for another; ``geometric`` lets it less."""

    ARITHMETIC = "arithmetic"
    GEOMETRIC = "geometric"


def aggregate(normalized: Matrix, known: Mask, weights: Matrix, way: Aggregation) -> Matrix:
    """
    (P, R) Scores from `FLOOR` to 1 under each set of weights.

    Parameters
    ----------
    normalized, known : (P, K) arrays
    weights : (K, R) array
        0 or more. What is unknown of a product takes no part: the weights of what is known are divided by their sum.

    Raises
    ------
    BrokenRuleError
        RK-05, when nothing that weighs is known of a product.
    """
    counted = known.astype(float) @ weights
    if (counted <= 0).any():
        raise BrokenRuleError(
            Finding(RK_05, str(at), Bilingual("nothing known", "nada conocido"))
            for at in np.flatnonzero((counted <= 0).any(axis=1))[:20]
        )
    if way is Aggregation.ARITHMETIC:
        return np.asarray(np.where(known, normalized, 0.0) @ weights / counted)
    logs = np.zeros_like(normalized)
    np.log(normalized, out=logs, where=known)
    return np.asarray(np.exp(logs @ weights / counted))
