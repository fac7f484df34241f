"""Fitness of exporters and complexity of products by the nonlinear map of Tacchella and others."""

from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Vector
from hled.economy.complexity.presence import Presence, as_numbers
from hled.economy.complexity.rules import CX_07, CX_08
from hled.kernel.rule import require

ITERATIONS = 19
"""Updates after the start with ones; twenty where a program counts the start as the first."""
_LEAST = 1e-200


@dataclass(frozen=True, slots=True, eq=False)
class Fitness:
    """
    Fitness and complexity after `iterations` updates, both with mean 1.

    Attributes
    ----------
    exporters : (C,) array
        Fitness ``F``.
    products : (P,) array
        Complexity ``Q``: low for a product that a country of low fitness has too.
    """

    exporters: Vector
    products: Vector
    iterations: int


def fitness(M: Presence, iterations: int = ITERATIONS) -> Fitness:
    """
    ``F ← M Q``, ``Q ← 1 / (M' (1 / F))``, both from the values before, each divided by its mean, from ones.

    Fitness of some exporters may fall towards zero without end, so the number of updates is part of the figure.

    Parameters
    ----------
    M : (C, P) array
        Presence, with at least one product for each exporter and the reverse.

    Raises
    ------
    BrokenRuleError
        CX-03 for an exporter or product without presence, CX-07 when fitness leaves the range of numbers, CX-08 for less than one
        iteration, CX-13 when M is not 0 and 1.

    References
    ----------
    Tacchella, Cristelli, Caldarelli, Gabrielli & Pietronero (2012), A new metrics for countries' fitness and products'
    complexity, *Scientific Reports* 2, 723.
    """
    require(CX_08, iterations >= 1, place="iterations", found=iterations)
    numbers = as_numbers(M)
    F, Q = np.ones(M.shape[0]), np.ones(M.shape[1])
    for update in range(1, iterations + 1):
        F, Q = numbers @ Q, 1 / (numbers.T @ (1 / F))
        F, Q = F / F.mean(), Q / Q.mean()
        least = float(min(F.min(), Q.min()))
        require(CX_07, least > _LEAST, place=f"iterations={update}", found=f"{least:.3g}")
    return Fitness(F, Q, iterations)
