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
    (R, P) Scores from `FLOOR` to 1 under each set of weights.

    Parameters
    ----------
    normalized, known : (P, K) arrays
    weights : (R, K) array
        0 or more. What is unknown of a product takes no part: the weights of what is known are divided by their sum.
    pillar_of : (K,) index
        Pillar of each indicator; one each gives the plain geometric mean.

    Raises
    ------
    BrokenRuleError
        RK-05, when nothing that weighs is known of a product.
    """
    shown = np.ascontiguousarray(np.where(known, normalized, 0.0).T)
    counted = _counted(known, weights)
    if (counted <= 0).any():
        raise BrokenRuleError(
            Finding(RK_05, str(at), Bilingual("nothing known", "nada conocido"))
            for at in np.flatnonzero((counted <= 0).any(axis=0))[:20]
        )
    if way is Aggregation.ARITHMETIC:
        found: Matrix = weights @ shown
        found /= counted
        return found
    logs = np.zeros((len(weights), len(normalized)))
    for pillar in range(int(pillar_of.max()) + 1):
        own = pillar_of == pillar
        weight = _counted(known[:, own], weights[:, own])
        mean = weights[:, own] @ shown[own]
        np.divide(mean, weight, out=mean, where=weight > 0)
        np.log(mean, out=mean, where=mean > 0)
        mean *= weight
        logs += mean
    logs /= counted
    return np.asarray(np.exp(logs, out=logs))


def _counted(known: Mask, weights: Matrix) -> Matrix:
    """(R, P) Weight of what is known of each product; (R, 1) where all is known of all."""
    if known.all():
        return np.asarray(weights.sum(axis=1, keepdims=True))
    return np.asarray(weights @ known.T.astype(float))
