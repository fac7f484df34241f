"""What is known of each product, under each choice of thresholds and of data treatment."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hled.economy.arrays import Index, Mask
from hled.economy.ranking.rules import RK_02, RK_03, RK_04
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding


@dataclass(frozen=True, slots=True, eq=False)
class Indicators:
    """
    Indicators of products; more is better in each.

    Parameters
    ----------
    names
        (K,) indicators.
    pillars
        (K,) what each stands for; indicators of one pillar make up for each other, whatever the aggregation.
    thresholds, treatments
        (T,) and (D,) names of the choices; the first of each is the nominal one.
    values : (T, D, P, K) array
        In any unit; what stands at an unknown place is not read.
    known : (P, K) mask
        Whether a value is known; the same under all choices.

    Raises
    ------
    BrokenRuleError
        RK-02 without products, RK-03 on another shape, RK-04 on a known value that is no finite number.
    """

    names: tuple[str, ...]
    pillars: tuple[str, ...]
    thresholds: tuple[str, ...]
    treatments: tuple[str, ...]
    values: NDArray[np.float64]
    known: Mask

    def __post_init__(self) -> None:
        choices = (len(self.thresholds), len(self.treatments))
        shape = self.values.shape
        if len(shape) != 4 or shape[:2] != choices or shape[3] != len(self.names) or 0 in choices:
            raise BrokenRuleError([Finding(RK_03, "values", f"{shape} / {(*choices, 'P', len(self.names))}")])
        if len(self.pillars) != len(self.names):
            raise BrokenRuleError([Finding(RK_03, "pillars", f"{len(self.pillars)} / {len(self.names)}")])
        if self.known.shape != shape[2:]:
            raise BrokenRuleError([Finding(RK_03, "known", f"{self.known.shape} / {shape[2:]}")])
        if not shape[2]:
            raise BrokenRuleError([Finding(RK_02, "products", Bilingual("none", "ninguno"))])
        broken = self.known & ~np.isfinite(self.values).all(axis=(0, 1))
        findings = [
            Finding(RK_04, f"{self.names[k]}: {p}", f"{self.values[0, 0, p, k]:g}")
            for p, k in np.argwhere(broken)[:20]
        ]
        if findings:
            raise BrokenRuleError(findings)

    @property
    def pillar_of(self) -> Index:
        """(K,) Number of each indicator's pillar, in the order of their first."""
        order = {pillar: at for at, pillar in enumerate(dict.fromkeys(self.pillars))}
        return np.array([order[pillar] for pillar in self.pillars], dtype=np.intp)

    @property
    def products(self) -> int:
        return int(self.values.shape[2])
