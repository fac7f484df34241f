"""Kinds of arrays that the engine takes and gives."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Matrix: TypeAlias = NDArray[np.float64]
"""Two axes of numbers; row supplies, column buys."""

Vector: TypeAlias = NDArray[np.float64]
"""One number for each industry."""

Index: TypeAlias = NDArray[np.intp]
"""Positions, in the order of the labels."""

Mask: TypeAlias = NDArray[np.bool_]
"""True for each chosen position."""
