"""One right-hand side without factors: each step reads the table once."""

from collections.abc import Callable

import numpy as np

from hled.economy.arrays import Vector

_MOST_STEPS = 60
_MOST_ROUNDS = 8


class StalledError(ArithmeticError):
    """The residual no longer falls; factors are wanted."""


def iterate(apply: Callable[[Vector], Vector], right: Vector, *, aim: float) -> Vector:
    """
    Solution of ``M y = right`` by generalized minimal residuals.

    Parameters
    ----------
    apply
        ``M y`` for a vector y; called once a step.
    right : (n,) array
    aim
        Largest entry of the residual, relative to the largest entry of `right`.

    Raises
    ------
    StalledError

    Notes
    -----
    One product a step, against two of BiCGSTAB, and a residual that never grows. An inter-country table needs about 16
    steps for twelve digits. A round starts from the true residual, because the one of the recurrence drifts from it.

    References
    ----------
    Saad & Schultz (1986), "GMRES", *SIAM Journal on Scientific and Statistical Computing* 7(3).
    """
    wanted = aim * float(np.abs(right).max(initial=0.0))
    found = np.zeros_like(right)
    rest, size = right, float(np.abs(right).max(initial=0.0))
    for _ in range(_MOST_ROUNDS):
        if size <= wanted:
            return found
        found += _round(apply, rest, wanted)
        rest = right - apply(found)
        before, size = size, float(np.abs(rest).max())
        if size > wanted and not size < before / 2:
            break
    if size > wanted:
        raise StalledError(f"residual {size:.1e} is above {wanted:.1e}")
    return found


def _round(apply: Callable[[Vector], Vector], right: Vector, wanted: float) -> Vector:
    """Best correction in the space that at most `_MOST_STEPS` products span."""
    length = float(np.linalg.norm(right))
    basis = np.empty((_MOST_STEPS + 1, len(right)))
    H = np.zeros((_MOST_STEPS + 1, _MOST_STEPS))
    basis[0] = right / length
    aimed = np.zeros(_MOST_STEPS + 1)
    aimed[0] = length
    weights = np.zeros(0)
    steps = 0
    while steps < _MOST_STEPS:
        following = apply(basis[steps])
        for _ in range(2):  # once loses orthogonality near the last digits
            along = basis[: steps + 1] @ following
            following -= along @ basis[: steps + 1]
            H[: steps + 1, steps] += along
        rest = float(np.linalg.norm(following))
        H[steps + 1, steps] = rest
        steps += 1
        used = H[: steps + 1, :steps]
        weights = np.asarray(np.linalg.lstsq(used, aimed[: steps + 1], rcond=None)[0], dtype=np.float64)
        left = float(np.linalg.norm(aimed[: steps + 1] - used @ weights))
        if left <= wanted / 2 or rest <= 1e-15 * length:
            break
        basis[steps] = following / rest
    return np.asarray(weights @ basis[:steps])
