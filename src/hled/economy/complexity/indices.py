"""Economic complexity of exporters and of products, from the second eigenvector of a small symmetric matrix."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from hled.economy.arrays import Index, Matrix, Vector
from hled.economy.complexity.conventions import ProductScale
from hled.economy.complexity.presence import Presence, as_numbers, diversity, ubiquity
from hled.economy.complexity.rules import CX_04, CX_05, CX_06, CX_08, CX_10
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import require

_APART = 1e-10
"""How far eigenvalues, which lie in 0..1, and correlations must be apart to be told from rounding."""
_FEWEST = 3


@dataclass(frozen=True, slots=True, eq=False)
class Indices:
    """
    Complexity of exporters and products.

    Attributes
    ----------
    eci : (C,) array
        Economic complexity index: mean 0, standard deviation 1 with `ddof`; high where diversity is high.
    pci : (P,) array
        Product complexity index on the scale that `product_scale` names.
    eigenvector : (P,) array
        Product side of the eigenvector in units of the spread of the exporters' side, not moved to mean zero.
    second, third
        Eigenvalues of ``D_c⁻¹ M D_p⁻¹ M'``; the nearer they are, the less the data hold one order of complexity.
    correlation
        Of the index with diversity, above zero by the choice of sign.
    """

    eci: Vector
    pci: Vector
    eigenvector: Vector
    second: float
    third: float
    correlation: float
    ddof: int
    product_scale: ProductScale


def eci_pci(M: Presence, *, ddof: int = 1, product_scale: ProductScale = ProductScale.OWN) -> Indices:
    """
    Second eigenvector of ``S = D_c^-½ M D_p⁻¹ M' D_c^-½``, or of its like for products where these are fewer.

    The exporters' side is ``k_c = D_c^-½ u``, the products' side the mean over exporters, ``k_p = D_p⁻¹ M' k_c / λ``, so
    that ``k_c = D_c⁻¹ M k_p``.

    Parameters
    ----------
    M : (C, P) array
        Presence, with at least one product for each exporter and the reverse.

    Raises
    ------
    BrokenRuleError
        CX-03 for an exporter or product without presence, CX-04 when the sample falls apart, CX-05 when the second eigenvalue is
        not alone or is zero, CX-06 when diversity does not tell the sign, CX-08 for a ddof other than 0 and 1, CX-10 for fewer
        than three exporters or products, CX-13 when M is not 0 and 1.

    References
    ----------
    Hidalgo & Hausmann (2009), The building blocks of economic complexity; Hausmann, Hidalgo et al. (2014), *The Atlas of Economic
    Complexity*, technical box 2.1; Mealy, Farmer & Teytelboym (2019) for the symmetric form.
    """
    require(CX_08, ddof in {0, 1}, place="ddof", found=ddof)
    require(CX_10, min(M.shape) >= _FEWEST, place="M", found=" x ".join(map(str, M.shape)))
    numbers = as_numbers(M)
    of_exporter, of_product = diversity(M), ubiquity(M)
    _refuse_apart(M)
    k_c, second, third = _second(numbers, of_exporter, of_product)
    k_c, correlation = _signed(k_c, of_exporter)
    k_c = k_c / k_c.std(ddof=ddof)
    k_p = numbers.T @ k_c / of_product / second
    own = product_scale is ProductScale.OWN
    pci = (k_p - k_p.mean()) / k_p.std(ddof=ddof) if own else k_p - k_c.mean()
    return Indices(k_c - k_c.mean(), pci, k_p, second, third, correlation, ddof, product_scale)


def parts(M: Presence) -> tuple[Index, Index]:
    """(C,) and (P,) Number of the connected part of each exporter and product; parts share neither."""
    exporters, products = np.nonzero(M)
    size = sum(M.shape)
    links = coo_array(
        (np.ones(exporters.size, dtype=np.int8), (exporters, products + M.shape[0])), shape=(size, size)
    )
    _, part = connected_components(links, directed=False)
    return np.asarray(part[: M.shape[0]], dtype=np.intp), np.asarray(part[M.shape[0] :], dtype=np.intp)


def _refuse_apart(M: Presence) -> None:
    of_exporter, _ = parts(M)
    sizes = np.bincount(of_exporter)
    says = Bilingual("{count} parts with {sizes} exporters", "{count} partes con {sizes} exportadores")
    found = says.format(count=sizes.size, sizes=", ".join(str(each) for each in np.sort(sizes)[::-1][:10]))
    require(CX_04, sizes.size == 1, place="M", found=found)


def _second(M: Matrix, of_exporter: Vector, of_product: Vector) -> tuple[Vector, float, float]:
    """Exporters' side of the second eigenvector, and second and third eigenvalue, by the smaller side."""
    B = M / np.sqrt(of_exporter)[:, None]
    B /= np.sqrt(of_product)
    fewer_exporters = M.shape[0] <= M.shape[1]
    values, vectors = np.linalg.eigh(B @ B.T if fewer_exporters else B.T @ B)
    third, second = float(max(values[-3], 0.0)), float(values[-2])
    found = f"{second:.12g}, {third:.12g}"
    require(CX_05, second > _APART and second - third > _APART, place="M", found=found)
    u = vectors[:, -2] if fewer_exporters else B @ vectors[:, -2]
    return np.asarray(u / np.sqrt(of_exporter)), second, third


def _signed(k_c: Vector, of_exporter: Vector) -> tuple[Vector, float]:
    moved = of_exporter - of_exporter.mean()
    spread = float(np.linalg.norm(moved) * np.linalg.norm(k_c - k_c.mean()))
    correlation = float(moved @ k_c) / spread if spread > 0 else 0.0
    require(CX_06, abs(correlation) > _APART, place="M", found=f"{correlation:.3g}")
    return k_c * np.sign(correlation), abs(correlation)
