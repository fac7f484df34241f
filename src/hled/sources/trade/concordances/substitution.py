"""
How readily a product may be replaced: Rauch's classes of differentiation, and import-demand elasticities.

Rauch's classes are of four-digit SITC 2 and come conservative and liberal; elasticities are of three-digit HS 1992 for the United
States. Both reach a product through a conversion, and both are old: trade of 1982 and of 1994-2003.

References
----------
Rauch (1999), Journal of International Economics 48: 7-35; Broda & Weinstein (2006), Quarterly Journal of Economics 121: 541-585,
and Broda, Greenfield & Weinstein (2006), NBER Working Paper 12512, by country at three digits.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import numpy as np

from hled.economy.arrays import Mask, Vector
from hled.sources.trade.concordances.maps import refuse_unknown
from hled.sources.trade.concordances.reading import UNSPECIFIED, number_columns, text_columns

SET = "trade_elasticities"


class Differentiation(StrEnum):
    """How the prices of a product come about."""

    HOMOGENEOUS = "homogeneous"
    REFERENCE_PRICED = "reference_priced"
    DIFFERENTIATED = "differentiated"


_CLASSES = {
    "w": Differentiation.HOMOGENEOUS,
    "r": Differentiation.REFERENCE_PRICED,
    "n": Differentiation.DIFFERENTIATED,
}


@dataclass(frozen=True, slots=True, eq=False)
class Substitution:
    """
    Products of HS 2022 with their class and elasticity.

    Attributes
    ----------
    products
        (P,) codes.
    conservative, liberal
        (P,) Rauch's class in his two versions; None where the SITC code of the product has none.
    elasticity : (P,) array
        Elasticity of substitution among origins, above 1; 0 where `known` is false.
    known : (P,) array
        Whether there is an elasticity.
    """

    products: tuple[str, ...]
    conservative: tuple[Differentiation | None, ...]
    liberal: tuple[Differentiation | None, ...]
    elasticity: Vector
    known: Mask

    def class_of(self, code: str) -> Differentiation | None:
        """Rauch's conservative class of a product; unknown codes are refused with TR-51."""
        return self.conservative[self._at(code)]

    def elasticity_of(self, code: str) -> float | None:
        """The elasticity of a product, None where there is none; unknown codes are refused with TR-51."""
        at = self._at(code)
        return float(self.elasticity[at]) if self.known[at] else None

    def _at(self, code: str) -> int:
        at = int(np.searchsorted(np.array(self.products), code))
        if at == len(self.products) or self.products[at] != code:
            refuse_unknown([code], self.products, "HS2022")
        return at


@cache
def substitution() -> Substitution:
    """The bundled classes and elasticities for every product of HS 2022."""
    products, sitc2, hs1992 = (
        each.tolist()
        for each in text_columns("classifications", "hs2022_one_to_one.parquet", "hs2022", "sitc2", "hs1992")
    )
    chosen = [at for at, code in enumerate(products) if not code.startswith(UNSPECIFIED)]
    versions = text_columns(SET, "rauch_sitc2.parquet", "sitc2", "conservative", "liberal")
    codes, *kinds = (each.tolist() for each in versions)
    conservative, liberal = (
        dict(zip(codes, (_CLASSES[each] for each in kind), strict=True)) for kind in kinds
    )
    (groups,) = text_columns(SET, "sigma_usa_hs1992.parquet", "hs1992")
    sigma = dict(
        zip(groups.tolist(), number_columns(SET, "sigma_usa_hs1992.parquet", "sigma")[0], strict=True)
    )
    elasticity = np.array([sigma.get(hs1992[at][:3], 0.0) for at in chosen])
    return Substitution(
        tuple(products[at] for at in chosen),
        tuple(conservative.get(sitc2[at][:4]) for at in chosen),
        tuple(liberal.get(sitc2[at][:4]) for at in chosen),
        elasticity,
        elasticity > 0,
    )
