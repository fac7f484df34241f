"""Whether an economy can produce a surplus at all."""

from collections.abc import Callable

import numpy as np
from scipy.sparse import coo_array

from hled.economy.arrays import Matrix, Vector
from hled.economy.leontief.products import product
from hled.economy.rules import IO_04
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

_MOST_STEPS = 300
_MOST_NAMED = 3


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
    over = _over(x)
    vector = np.where(x > 0, x, 0.0)
    norm = float(np.abs(vector).sum())
    if not norm:
        return 0.0
    vector, before = vector / norm, 0.0
    for _ in range(_MOST_STEPS):
        following = (product(Z, vector * over) + vector) / 2
        norm = float(np.abs(following).sum())
        if not norm:
            return 0.0
        vector = following / norm
        if abs(norm - before) <= tolerance * norm:
            break
        before = norm
    return float(max(0.0, 2 * norm - 1))


def require_productive(
    Z: Matrix, x: Vector, *, place: str = "A", name_of: Callable[[int], str] = str
) -> None:
    """
    Refuse a table whose coefficients have a spectral radius of one or more, IO-04.

    Parameters
    ----------
    place
        What the finding names, such as the id of the table.
    name_of
        Word for the industry at a position.

    Raises
    ------
    BrokenRuleError
        IO-04, with the radius and the industries whose inputs are the largest part of their output.

    Notes
    -----
    ``A'ᵏ 1 < 1`` for some k, with the cells of A taken without sign, proves a radius below one: for k = 1 these are the sums
    of columns. Only where that is not found soon is the radius itself sought.
    """
    if _proven(Z, x):
        return
    radius = spectral_radius(Z, x)
    if radius >= 1:
        raise unproductive(Z, x, radius=radius, place=place, name_of=name_of)


def unproductive(
    Z: Matrix, x: Vector, *, radius: float, place: str = "A", name_of: Callable[[int], str] = str
) -> BrokenRuleError:
    """IO-04 with the radius and the industries whose inputs are the largest part of their output."""
    sums = Z.sum(axis=0) * _over(x)
    largest = [(name_of(int(at)), float(sums[at])) for at in np.argsort(-sums)[:_MOST_NAMED]]
    said = ", ".join(f"{name} {value:.2f}" for name, value in largest)
    found = Bilingual(
        f"spectral radius {radius:.4f}; largest column sums: {said}",
        f"radio espectral {radius:.4f}; mayores sumas por columna: {said}",
    )
    return BrokenRuleError([Finding(IO_04, place, found, data={"radius": radius, "largest": largest})])


def _proven(Z: Matrix, x: Vector) -> bool:
    """Whether the powers of ``|A|`` shrink, as seen from the sums of their columns."""
    over = _over(x)
    below = _negative(Z) if float(Z.min(initial=0.0)) < 0 else None
    ones = np.ones(len(x))
    for _ in range(_MOST_STEPS):
        called = product(Z, ones, transposed=True)
        if below is not None:
            called -= 2 * (ones @ below)
        ones = called * over
        if float(ones.max(initial=0.0)) < 1:
            return True
        if not np.isfinite(ones).all():
            return False
    return False


def _negative(Z: Matrix) -> coo_array:
    rows, columns = np.nonzero(Z < 0)
    return coo_array((Z[rows, columns], (rows, columns)), shape=Z.shape)


def _over(x: Vector) -> Vector:
    return np.divide(1.0, x, out=np.zeros_like(x), where=x > 0)
