"""Whether an economy can produce a surplus at all."""

import numpy as np

from hled.economy.arrays import Matrix, Vector
from hled.economy.rules import IO_04
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

_MOST_STEPS = 300


def spectral_radius(Z: Matrix, x: Vector, *, tolerance: float = 1e-9) -> float:
    """
    Largest modulus of the eigenvalues of ``A = Z diag(x)⁻¹``, by power iteration from output.

    Parameters
    ----------
    Z : (n, n) array
        Flows; row supplies, column buys.
    x : (n,) array
        Output, 0 or more.

    Notes
    -----
    The iteration is on ``(A + I) / 2``, whose leading eigenvalue is alone on its circle where A has no negative cell.
    """
    over = np.divide(1.0, x, out=np.zeros_like(x), where=x > 0)
    vector = np.where(x > 0, x, 0.0)
    norm = float(np.abs(vector).sum())
    if not norm:
        return 0.0
    vector, before = vector / norm, 0.0
    for _ in range(_MOST_STEPS):
        following = (Z @ (vector * over) + vector) / 2
        norm = float(np.abs(following).sum())
        if not norm:
            return 0.0
        vector = following / norm
        if abs(norm - before) <= tolerance * norm:
            break
        before = norm
    return float(max(0.0, 2 * norm - 1))


def require_productive(Z: Matrix, x: Vector, *, place: str = "A") -> None:
    """
    Refuse a table whose coefficients have a spectral radius of one or more, IO-04.

    Some positive vector p with ``p'A < p'`` proves a radius below one; output prices are tried first, as column sums.
    """
    over = np.divide(1.0, x, out=np.zeros_like(x), where=x > 0)
    if (Z.sum(axis=0) * over).max(initial=0.0) < 1 and (Z >= 0).all():
        return
    radius = spectral_radius(Z, x)
    if radius < 1:
        return
    sums = Z.sum(axis=0) * over
    largest = ", ".join(f"{at}: {sums[at]:.2f}" for at in np.argsort(-sums)[:3])
    raise BrokenRuleError(
        [
            Finding(
                IO_04,
                place,
                Bilingual(
                    f"spectral radius {radius:.4f}; largest column sums {largest}",
                    f"radio espectral {radius:.4f}; mayores sumas por columna {largest}",
                ),
            )
        ]
    )
