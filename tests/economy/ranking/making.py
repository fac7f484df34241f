"""Made indicators for tests of the order."""

import numpy as np

from hled.economy.ranking import Indicators


def made(products: int = 120, *, seed: int = 7, unknown: float = 0.0) -> Indicators:
    """Four indicators under two thresholds and two treatments; the first is known of every product."""
    drawn = np.random.default_rng(seed)
    values = drawn.lognormal(size=(2, 2, products, 4))
    known = drawn.random((products, 4)) >= unknown
    known[:, 0] = True
    names = ("need", "skill", "size", "relief")
    return Indicators(names, ("a", "a", "b", "c"), ("0.4", "0.5"), ("one", "split"), values, known)
