"""What each indicator counts for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Vector
from hled.economy.ranking.rules import RK_01, RK_03
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """
    Nominal weights, summing to one.

    Parameters
    ----------
    names
        (K,) indicators.
    values : (K,) array
        0 or more; divided by their sum.

    Raises
    ------
    BrokenRuleError
        RK-01 on a weight that is negative or no finite number, and when all are 0.
    """

    names: tuple[str, ...]
    values: Vector

    def __post_init__(self) -> None:
        given = np.asarray(self.values, dtype=float)
        if given.shape != (len(self.names),):
            raise BrokenRuleError([Finding(RK_03, "weights", f"{given.shape} / {len(self.names)}")])
        findings = [
            Finding(RK_01, name, f"{value:g}")
            for name, value in zip(self.names, given, strict=True)
            if not (np.isfinite(value) and value >= 0)
        ]
        if not findings and given.sum() <= 0:
            findings = [Finding(RK_01, "weights", Bilingual("all are 0", "todos son 0"))]
        if findings:
            raise BrokenRuleError(findings)
        object.__setattr__(self, "values", given / given.sum())

    @classmethod
    def of(cls, given: Mapping[str, float], names: Sequence[str]) -> "Weights":
        """
        Weights in the order of the indicators; what is not given weighs nothing.

        Raises
        ------
        BrokenRuleError
            RK-03 on a weight of no indicator, and RK-01 as above.
        """
        unknown = [Finding(RK_03, name, ", ".join(names)) for name in given if name not in names]
        if unknown:
            raise BrokenRuleError(unknown)
        return cls(tuple(names), np.array([given.get(name, 0.0) for name in names]))
