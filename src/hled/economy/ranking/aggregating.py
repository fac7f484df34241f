"""One score from several indicators."""

from enum import StrEnum

import numpy as np

from hled.economy.arrays import Index, Mask, Matrix
from hled.economy.ranking.rules import RK_05
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding


class Aggregation(StrEnum):
    """
    Ways from pillars to a score.

    ``geometric`` asks for something of each pillar, as a product does; ``arithmetic`` lets one pillar make up for another. Within a
    pillar the mean is arithmetic.
    """

    GEOMETRIC = "geometric"
    ARITHMETIC = "arithmetic"


def aggregate(normalized: Matrix, known: Mask, weights: Matrix, way: Aggregation, pillar_of: Index) -> Matrix:
    """
    (P, R) Scores from `FLOOR` to 1 under each set of weights.

    Parameters
    ----------
    normalized, known : (P, K) arrays
    weights : (K, R) array
        0 or more. What is unknown of a product takes no part: the weights of what is known are divided by their sum.
    pillar_of : (K,) index
        Pillar of each indicator; one each gives the plain geometric mean.

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
    shown = np.where(known, normalized, 0.0)
    if way is Aggregation.ARITHMETIC:
        return np.asarray(shown @ weights / counted)
    logs = np.zeros_like(counted)
    for pillar in range(int(pillar_of.max()) + 1):
        own = pillar_of == pillar
        weight = known[:, own].astype(float) @ weights[own]
        mean = np.divide(shown[:, own] @ weights[own], weight, out=np.ones_like(weight), where=weight > 0)
        logs += weight * np.log(mean, out=mean)
    return np.asarray(np.exp(logs / counted, out=logs))
