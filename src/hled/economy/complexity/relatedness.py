"""How near a country is to what it does not yet sell, and what that is worth: density, outlook index, outlook gain."""

import numpy as np

from hled.economy.arrays import Matrix, Vector
from hled.economy.complexity.conventions import Diagonal, Gain
from hled.economy.complexity.presence import Presence, as_numbers, ubiquity
from hled.economy.complexity.proximity import Proximity, refuse_other_products, weighted
from hled.economy.complexity.rules import CX_03, CX_13, CX_14
from hled.kernel.rule import require

_ALONE = 1e-9  # below any proximity: what rounding leaves of a product's own 1


def density(M: Presence, phi: Proximity, *, diagonal: Diagonal = Diagonal.INCLUDED) -> Matrix:
    """
    Share of the products around p that country c has, ``d_cp = Σ_q M_cq φ_pq / Σ_q φ_pq``.

    Parameters
    ----------
    M : (C, P) array
        Presence.
    phi : (P, P) array
        Proximity, 1 on the diagonal.
    diagonal
        Whether p is among its own neighbors; it is in the published sum, which runs over all q.

    Returns
    -------
    (C, P) array
        Between 0 and 1; 1 less the *distance* of the Atlas.

    Raises
    ------
    BrokenRuleError
        CX-03 when a product has no neighbor but itself and the diagonal is excluded, CX-13 when M and φ are not of the same
        products.

    References
    ----------
    Hidalgo, Klinger, Barabási & Hausmann (2007), *Science* 317.
    """
    refuse_other_products(M, phi)
    return _near(as_numbers(M), phi, diagonal)


def density_of(M: Presence, exporter: int, *, diagonal: Diagonal = Diagonal.INCLUDED) -> Vector:
    """
    (P,) Density of one exporter, as `density` gives it, without the proximity of any pair.

    Notes
    -----
    ``φ_pq = Σ_c M_cp M_cq / max(k_p, k_q)`` knows q by its exporters and its ubiquity only, so that products of one ubiquity are
    summed first: ``Σ_q M_xq φ_pq = Σ_c M_cp Σ_k B_kc / max(k_p, k)`` with ``B_kc = Σ_{q: k_q = k} M_cq M_xq``. That is C P products
    instead of C P².

    Raises
    ------
    BrokenRuleError
        CX-03, CX-13 and CX-14, as `density` and for an exporter that is not there.
    """
    numbers, k = as_numbers(M), ubiquity(M)
    require(CX_14, 0 <= exporter < len(numbers), place="exporter", found=exporter)
    levels, level_of = np.unique(k, return_inverse=True)
    order = np.argsort(level_of, kind="stable")
    begins = np.searchsorted(level_of[order], np.arange(len(levels)))
    each = 1 / np.maximum.outer(levels, levels)

    def summed(which: Matrix) -> Vector:
        """(P,) Sum of proximity to the products of `which`."""
        of_level = each @ np.add.reduceat(which[:, order], begins, axis=1).T
        return np.asarray(np.einsum("cp,pc->p", numbers, of_level[level_of]))

    near, around = summed(numbers * numbers[exporter]), summed(numbers)
    if diagonal is Diagonal.EXCLUDED:
        near, around = near - numbers[exporter], around - 1
        alone = np.flatnonzero(around <= _ALONE)
        require(CX_03, not alone.size, place="products", found=", ".join(map(str, alone[:10])))
    return np.clip(near / around, 0.0, 1.0)


def outlook_index(M: Presence, density: Matrix, pci: Vector) -> Vector:
    """
    (C,) What lies near a country and is not yet there, ``COI_c = Σ_p d_cp (1 - M_cp) PCI_p``.

    Raises
    ------
    BrokenRuleError
        CX-13, when the arrays are not of the same exporters and products.

    References
    ----------
    Hausmann, Hidalgo et al. (2014), *The Atlas of Economic Complexity*, technical box 2.4.
    """
    same = density.shape == M.shape and pci.shape == (M.shape[1],)
    require(CX_13, same, place="density", found=f"M {M.shape}, d {density.shape}, PCI {pci.shape}")
    found: Vector = np.einsum("cp,cp,p->c", density, 1 - as_numbers(M), pci)
    return found


def outlook_gain(
    M: Presence,
    phi: Proximity,
    pci: Vector,
    *,
    definition: Gain | str = Gain.ATLAS,
    diagonal: Diagonal = Diagonal.INCLUDED,
    density: Matrix | None = None,
) -> Matrix:
    """
    What product p would open for country c, ``(1 - M_cp) (Σ_q φ_pq / (Σ_r φ_qr) (1 - M_cq) PCI_q - d_cp PCI_p)``.

    Parameters
    ----------
    definition
        ``atlas`` as above; ``gain_only`` without ``d_cp PCI_p``, as py-ecomplexity gives it.
    density : (C, P) array, optional
        Density with the same diagonal, where it is already there; it is needed by ``atlas`` only.

    Returns
    -------
    (C, P) array
        0 where the country has the product.

    Raises
    ------
    BrokenRuleError
        CX-03 when a product has no neighbor but itself and the diagonal is excluded, CX-13 when M, φ and PCI are not of the same
        products.

    References
    ----------
    Hausmann, Hidalgo et al. (2014), *The Atlas of Economic Complexity*, technical box 2.4.
    """
    refuse_other_products(M, phi)
    require(CX_13, pci.shape == (M.shape[1],), place="pci", found=str(pci.shape))
    definition = Gain(definition)
    absent = 1 - as_numbers(M)
    worth = absent * (pci / _around(phi, diagonal))
    gain = weighted(worth, phi)
    if diagonal is Diagonal.EXCLUDED:
        gain -= worth
    if definition is Gain.ATLAS:
        gain -= (_near(1 - absent, phi, diagonal) if density is None else density) * pci
    gain *= absent
    return gain


def _near(M: Matrix, phi: Proximity, diagonal: Diagonal) -> Matrix:
    around: Matrix = weighted(M, phi)
    if diagonal is Diagonal.EXCLUDED:
        around -= M
    around /= _around(phi, diagonal)
    # Both sums are of the same numbers in another order, so rounding may leave the last digit beyond 1.
    np.clip(around, 0.0, 1.0, out=around)
    return around


def _around(phi: Proximity, diagonal: Diagonal) -> Vector:
    """(P,) Sum of proximities of each product."""
    around = np.asarray(phi.sum(axis=1, dtype=np.float64))
    if diagonal is Diagonal.EXCLUDED:
        around -= 1
        alone = np.flatnonzero(around <= 0)
        require(CX_03, not alone.size, place="products", found=", ".join(map(str, alone[:10])))
    return around
