"""Indicators on one scale."""

from enum import StrEnum

import numpy as np
from scipy.special import ndtr

from hled.economy.arrays import Mask, Matrix, Vector

FLOOR = 0.1
"""Lowest value on the scale, above 0 so that a geometric mean does not fall to nothing on one indicator."""


class Normalization(StrEnum):
    """
    Ways onto the scale from `FLOOR` to 1.

    ``percentile`` keeps the order only, so that no outlier decides; ``min_max`` keeps distances; ``standard`` is the normal
    distribution function of the standardized value, which draws in what lies far out.
    """

    PERCENTILE = "percentile"
    MIN_MAX = "min_max"
    STANDARD = "standard"


def normalize(values: Matrix, known: Mask, way: Normalization) -> Matrix:
    """
    (P, K) Values on the scale from `FLOOR` to 1; `FLOOR` where unknown.

    An indicator with one value for all products says nothing about their order and stands in the middle for all.

    References
    ----------
    OECD & JRC (2008), *Handbook on Constructing Composite Indicators*, step 5.
    """
    scaled = np.full(values.shape, FLOOR)
    for k in range(values.shape[1]):
        here = known[:, k]
        if here.any():
            scaled[here, k] = FLOOR + (1 - FLOOR) * _unit(values[here, k], way)
    return scaled


def _unit(values: Vector, way: Normalization) -> Vector:
    """(p,) Values from 0 to 1."""
    low, high = float(values.min()), float(values.max())
    if low == high:
        return np.full(len(values), 0.5)
    match way:
        case Normalization.MIN_MAX:
            return (values - low) / (high - low)
        case Normalization.PERCENTILE:
            ordered = np.sort(values)
            below, up_to = (np.searchsorted(ordered, values, side=side) for side in ("left", "right"))
            return np.asarray((below + up_to - 1) / 2 / (len(values) - 1))
        case Normalization.STANDARD:
            return np.asarray(ndtr((values - values.mean()) / values.std()))
