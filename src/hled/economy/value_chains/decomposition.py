"""The result of a decomposition, whose terms are proven to add up."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from hled.economy.arrays import Index, Vector
from hled.economy.tables import Balance

EXACT = 1e-9
"""Largest gap between the terms and gross exports, relative to all exports of the exporter."""


class Method(StrEnum):
    """Ways of dividing gross exports; source-based where nothing else is said."""

    HIY = "hiy"
    KWW = "kww"
    BM_EXPORTER = "bm_exporter"
    BM_EXPORTER_SINK = "bm_exporter_sink"
    BM_WORLD = "bm_world"
    BM_WORLD_SINK = "bm_world_sink"
    WWZ = "wwz"
    MY = "my"
    MY_FLOW = "my_flow"


class UnbalancedError(ArithmeticError):
    """Terms of a decomposition do not add up to gross exports: the engine is wrong."""


@dataclass(frozen=True, slots=True, eq=False)
class Decomposition:
    """
    Gross exports of one region, divided.

    Attributes
    ----------
    exports : (N,) array
        Gross exports by exporting industry, in the table's unit.
    terms : name -> (N,) array
        They add up to `exports`, industry by industry; for `Method.KWW`, whose domestic terms stand where value is added,
        over all industries.
    sums : name -> (N,) array
        Names of the literature that are sums or rearrangements of terms.
    industries
        Exporting industries, positions in the table.
    residual
        Largest gap between terms and exports, relative to all exports.
    """

    method: Method
    balance: Balance
    exporter: int
    importer: int | None
    industries: Index
    exports: Vector
    terms: Mapping[str, Vector]
    sums: Mapping[str, Vector]
    residual: float

    def total(self, name: str) -> float:
        """A term or sum over all exporting industries; ``EXGR`` is gross exports."""
        if name == "EXGR":
            return float(self.exports.sum())
        return float((self.terms if name in self.terms else self.sums)[name].sum())

    def share(self, name: str) -> float:
        """A term or sum as a fraction of gross exports; 0 where nothing is exported."""
        exports = self.exports.sum()
        return self.total(name) / float(exports) if exports else 0.0

    def totals(self) -> dict[str, float]:
        """Every term and sum, gross exports first."""
        return {name: self.total(name) for name in ("EXGR", *self.terms, *self.sums)}


def proven(
    *,
    method: Method,
    balance: Balance,
    exporter: int,
    importer: int | None,
    industries: Index,
    exports: Vector,
    terms: Mapping[str, Vector],
    sums: Mapping[str, Vector],
) -> Decomposition:
    """
    A decomposition whose terms add up.

    Raises
    ------
    UnbalancedError
        When they do not, with residual and tolerance.
    """
    scale = float(np.abs(exports).sum()) or 1.0
    gaps = np.sum([*terms.values()], axis=0) - exports
    gap = abs(float(gaps.sum())) if method is Method.KWW else float(np.abs(gaps).max(initial=0.0))
    gap /= scale
    if not gap <= EXACT:
        raise UnbalancedError(f"{method}: terms miss gross exports by {gap:.1e}, tolerance {EXACT:.0e}")
    return Decomposition(method, balance, exporter, importer, industries, exports, terms, sums, gap)
