"""Figures of which some are not known: a missing figure is neither zero nor NaN."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from hled.economy.arrays import Mask, Matrix


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """
    Figures in an array, where there are any.

    Attributes
    ----------
    values
        Finite everywhere; 0 where nothing is known, which is no figure.
    known
        True where `values` holds a figure; of the same shape.
    """

    values: Matrix
    known: Mask

    def __post_init__(self) -> None:
        if self.values.shape != self.known.shape:
            raise ValueError(f"values {self.values.shape} and known {self.known.shape} differ in shape")
        if not np.isfinite(self.values).all():
            raise ValueError("values are not finite; mark missing figures in known and set them to 0")

    @classmethod
    def everywhere(cls, values: Matrix) -> Self:
        """All figures are known."""
        return cls(values, np.ones(values.shape, dtype=np.bool_))

    @classmethod
    def nowhere(cls, shape: tuple[int, ...]) -> Self:
        """No figure is known."""
        return cls(np.zeros(shape), np.zeros(shape, dtype=np.bool_))

    @classmethod
    def where(cls, values: Matrix, known: Mask) -> Self:
        """Figures where they are known, whatever stands elsewhere."""
        return cls(np.where(known, values, 0.0), known)

    @classmethod
    def ratio(cls, over: Matrix, under: Matrix) -> Self:
        """``over / under`` where `under` is positive; elsewhere there is none."""
        known = np.broadcast_to(under > 0, np.broadcast_shapes(over.shape, under.shape))
        return cls(np.divide(over, under, out=np.zeros(known.shape), where=known), known)
