"""What a flag is varied over: thresholds, years and treatments of the data, by draws or on a grid."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import product

import numpy as np

from hled.economy.arrays import Index, Matrix, Vector
from hled.economy.trade.checking import refuse
from hled.economy.trade.rules import TD_10
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding

_FINEST_GRID = 32


@dataclass(frozen=True, slots=True)
class Span:
    """
    Range of a threshold around the published one.

    Attributes
    ----------
    low, high
        Drawn evenly between them, or evenly in the logarithm for a ratio.
    ratio
        Halves and doubles count alike.
    reason
        Why this far.
    """

    low: float
    high: float
    reason: Bilingual
    ratio: bool = False

    def at(self, quantile: Vector) -> Vector:
        """Thresholds at some quantiles of the range."""
        if self.ratio:
            return np.asarray(self.low * (self.high / self.low) ** quantile)
        return self.low + quantile * (self.high - self.low)


_AROUND_HHI = Bilingual(
    "Our choice: 0.1 on each side of the published 0.4, from just over three equal suppliers to two.",
    "Elección nuestra: 0.1 a cada lado del 0.4 publicado, desde poco más de tres proveedores iguales hasta dos.",
)
_AROUND_HALF = Bilingual(
    "Our choice: 0.1 on each side of the published half.",
    "Elección nuestra: 0.1 a cada lado de la mitad publicada.",
)
_AROUND_ONE = Bilingual(
    "From half to double the published 1; MERICS asks for imports twice as high as exports (Trade Dependency Database).",
    "De la mitad al doble del 1 publicado; MERICS exige importaciones del doble de las exportaciones (Trade Dependency Database).",
)
SPANS: dict[str, Span] = {
    "CDI1": Span(0.3, 0.5, _AROUND_HHI),
    "CDI2": Span(0.4, 0.6, _AROUND_HALF),
    "CDI3": Span(0.5, 2.0, _AROUND_ONE, ratio=True),
    "GD1": Span(0.3, 0.5, _AROUND_HHI),
    "GD2": Span(0.3, 0.5, _AROUND_HHI),
    "GD3": Span(0.5, 2.0, _AROUND_ONE, ratio=True),
}
"""Range of the threshold of each criterion."""


class Sampling(StrEnum):
    """How the design is filled."""

    MONTE_CARLO = "monte_carlo"
    GRID = "grid"


@dataclass(frozen=True, slots=True)
class Design:
    """
    What is varied, kept in the result.

    Attributes
    ----------
    draws
        Draws of a Monte Carlo; for a grid, points along each threshold.
    seed
        Each draw has a generator of its own, so that neither number of draws nor workers change the first ones.
    spans
        Range of the threshold of each criterion, by code.

    Raises
    ------
    BrokenRuleError
        TD-10 on fewer than one draw, a grid of more than 32 points on a side, a negative seed, and a range that is empty, runs downward or starts below zero.
    """

    draws: int = 256
    seed: int = 20210909
    sampling: Sampling = Sampling.MONTE_CARLO
    spans: Mapping[str, Span] = field(default_factory=lambda: SPANS)

    def __post_init__(self) -> None:
        findings = [
            Finding(TD_10, name, str(value))
            for name, value in (("draws", self.draws - 1), ("seed", self.seed))
            if value < 0
        ]
        findings += [
            Finding(TD_10, f"spans {code}", f"{span.low} - {span.high}")
            for code, span in self.spans.items()
            if not (0 <= span.low <= span.high < np.inf) or (span.ratio and span.low == 0)
        ]
        if self.sampling is Sampling.GRID and self.draws > _FINEST_GRID:
            findings.append(Finding(TD_10, "draws", f"{self.draws} > {_FINEST_GRID}"))
        refuse(findings)


@dataclass(frozen=True, slots=True, eq=False)
class Parameters:
    """
    Everything that was drawn, a draw to a row.

    Attributes
    ----------
    codes
        Criteria whose thresholds were drawn.
    thresholds : (draws, criteria) array
    year, treatment : (draws,) index
        Position in `years` and `treatments`; year is -1 where all years of a window were judged together.
    """

    codes: tuple[str, ...]
    years: tuple[int, ...]
    treatments: tuple[str, ...]
    thresholds: Matrix
    year: Index
    treatment: Index


def drawn(
    design: Design,
    codes: Sequence[str],
    computed: Sequence[str],
    years: Sequence[int],
    treatments: Sequence[str],
) -> Parameters:
    """
    Parameters of a Monte Carlo or of a grid.

    Parameters
    ----------
    codes
        All criteria of the set: thresholds of those not computed are drawn and dropped, so that loading a table later moves no other.
    computed
        Criteria whose thresholds are kept.
    years
        Empty where all years are judged together.

    Raises
    ------
    BrokenRuleError
        TD-10 on a computed criterion without a range.
    """
    refuse(Finding(TD_10, "spans", code) for code in computed if code not in design.spans)
    cases = (len(years) or 1, len(treatments))
    if design.sampling is Sampling.GRID:
        quantiles, picks = _grid(design.draws, len(computed), cases)
    else:
        all_quantiles, picks = _monte_carlo(design, len(codes), cases)
        quantiles = all_quantiles[:, [codes.index(code) for code in computed]]
    return Parameters(
        codes=tuple(computed),
        years=tuple(years),
        treatments=tuple(treatments),
        thresholds=np.column_stack(
            [design.spans[code].at(quantiles[:, k]) for k, code in enumerate(computed)]
        ),
        year=picks[:, 0] if years else np.full(len(picks), -1),
        treatment=picks[:, 1],
    )


def _monte_carlo(design: Design, criteria: int, cases: tuple[int, int]) -> tuple[Matrix, Index]:
    seeds = np.random.SeedSequence(design.seed).spawn(design.draws)
    uniform = np.stack([np.random.default_rng(seed).random(criteria + len(cases)) for seed in seeds])
    return uniform[:, :criteria], (uniform[:, criteria:] * cases).astype(np.intp)


def _grid(points: int, criteria: int, cases: tuple[int, int]) -> tuple[Matrix, Index]:
    """Every combination of midpoints, years and treatments."""
    middle = (np.arange(points) + 0.5) / points
    rows = np.array([*product(*[middle] * criteria, *map(range, cases))], dtype=np.float64)
    return rows[:, :criteria], rows[:, criteria:].astype(np.intp)
