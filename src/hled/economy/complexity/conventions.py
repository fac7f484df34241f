"""
Where the literature and its programs differ, by name.

The formulas agree; the scale of the product index, the standard deviation, the weights of the outlook and the gain do not.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from hled.economy.complexity.rules import CX_08
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding


class ProductScale(StrEnum):
    """
    By which mean and standard deviation the product complexity index is put on a scale.

    OWN: its own, as *The Atlas of Economic Complexity* writes it. EXPORTERS: those of the economic complexity index, which then
    is the mean of the index of the products of a country, as the programs of the Growth Lab have it.
    """

    OWN = "own"
    EXPORTERS = "exporters"


class Diagonal(StrEnum):
    """Whether a product counts among its own neighbors: INCLUDED as published (Hidalgo et al. 2007), or EXCLUDED."""

    INCLUDED = "included"
    EXCLUDED = "excluded"


class Gain(StrEnum):
    """
    What the outlook gain of a product is.

    ATLAS takes off ``d_cp PCI_p``, what the product already counts in the outlook; GAIN_ONLY does not, as in py-ecomplexity.
    """

    ATLAS = "atlas"
    GAIN_ONLY = "gain_only"


class Outlook(StrEnum):
    """
    Which complexity of products the outlook adds up.

    INDEX: the product index as given. EIGENVECTOR: the eigenvector in units of the spread of the economic complexity index and
    not moved to mean zero, as in py-ecomplexity, whose outlook index is then standardized.
    """

    INDEX = "index"
    EIGENVECTOR = "eigenvector"


@dataclass(frozen=True, slots=True)
class Convention:
    """
    One choice for each difference; the result carries it.

    Attributes
    ----------
    threshold
        Revealed comparative advantage from which a country has a product.
    ddof
        Taken off the number of exporters (products) in standard deviations: 1 in R and Stata, 0 in py-ecomplexity.
    iterations
        Updates of fitness, counted after the start with ones.
    """

    name: str
    says: Bilingual
    threshold: float = 1.0
    ddof: int = 1
    product_scale: ProductScale = ProductScale.OWN
    diagonal: Diagonal = Diagonal.INCLUDED
    gain: Gain = Gain.ATLAS
    outlook: Outlook = Outlook.INDEX
    iterations: int = 19

    def refuse_unsound(self) -> None:
        """
        Raises
        ------
        BrokenRuleError
            CX-08, for a threshold that is not positive, less than one iteration, or a ddof other than 0 and 1.
        """
        sound = {
            "threshold": bool(np.isfinite(self.threshold)) and self.threshold > 0,
            "ddof": self.ddof in {0, 1},
            "iterations": self.iterations >= 1,
        }
        findings = [
            Finding(CX_08, name, str(getattr(self, name))) for name, holds in sound.items() if not holds
        ]
        if findings:
            raise BrokenRuleError(findings)


ATLAS = Convention(
    "atlas",
    Bilingual(
        "The Atlas of Economic Complexity (Hausmann, Hidalgo et al. 2014): each index by its own mean and standard deviation (n − 1), "
        "outlook gain less what the product already counts.",
        "The Atlas of Economic Complexity (Hausmann, Hidalgo et al. 2014): cada índice con su propia media y desviación estándar "
        "(n − 1), ganancia de perspectiva menos lo que el producto ya cuenta.",
    ),
)
GROWTH_LAB = Convention(
    "growth_lab",
    Bilingual(
        "As py-ecomplexity of the Growth Lab: the product index by mean and standard deviation (n) of the economic complexity index, "
        "outlook by the eigenvector, outlook index standardized, gain only.",
        "Como py-ecomplexity del Growth Lab: el índice de productos con la media y la desviación estándar (n) del índice de "
        "complejidad económica, perspectiva con el vector propio, índice de perspectiva estandarizado, solo la ganancia.",
    ),
    ddof=0,
    product_scale=ProductScale.EXPORTERS,
    gain=Gain.GAIN_ONLY,
    outlook=Outlook.EIGENVECTOR,
)
CONVENTIONS = {each.name: each for each in (ATLAS, GROWTH_LAB)}
