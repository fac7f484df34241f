"""One design that varies every choice behind an order at once."""

from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Index, Matrix, Vector
from hled.economy.ranking.aggregating import Aggregation
from hled.economy.ranking.normalizing import Normalization
from hled.economy.ranking.rules import RK_06
from hled.kernel.rule import BrokenRuleError, Finding

CHOICES = ("normalization", "aggregation", "thresholds", "treatment")
"""What is varied beside the weights."""


@dataclass(frozen=True, slots=True)
class Design:
    """
    How the choices are varied.

    Parameters
    ----------
    base
        Base runs N, a power of two; the whole design has N (d + 2) runs for d things that vary.
    spread
        Each weight is its nominal value times a factor from ``1 - spread`` to ``1 + spread``, evenly; then all are divided by
        their sum.
    seed
        The same seed gives the same runs.
    normalizations, aggregations
        Ways that are drawn from, evenly; the first of each is the nominal one.

    Raises
    ------
    BrokenRuleError
        RK-06, all findings together.
    """

    base: int = 256
    spread: float = 0.5
    seed: int = 20210909
    normalizations: tuple[Normalization, ...] = tuple(Normalization)
    aggregations: tuple[Aggregation, ...] = tuple(Aggregation)

    def __post_init__(self) -> None:
        sound = {
            "base": 2 <= self.base <= 65536 and self.base & (self.base - 1) == 0,
            "spread": 0 <= self.spread <= 1,
            "seed": self.seed >= 0,
            "normalizations": bool(self.normalizations),
            "aggregations": bool(self.aggregations),
        }
        findings = [
            Finding(RK_06, name, str(getattr(self, name))) for name, good in sound.items() if not good
        ]
        if findings:
            raise BrokenRuleError(findings)


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """
    The runs of a design, R of them.

    Attributes
    ----------
    weights : (R, K) array
        Summing to one in each run.
    normalization, aggregation, thresholds, treatment : (R,) arrays
        Which way each run takes.
    base : (b,) index
        Positions of the runs that are independent draws: those that rank intervals are read from.
    names
        (d,) What varies, in the order of the columns of the design: weights that are not 0, then `CHOICES` with more than one way.
    """

    weights: Matrix
    normalization: Index
    aggregation: Index
    thresholds: Index
    treatment: Index
    base: Index
    names: tuple[str, ...]

    @property
    def count(self) -> int:
        return len(self.weights)


def runs(
    design: Design, names: tuple[str, ...], nominal: Vector, *, thresholds: int, treatments: int
) -> Runs:
    """
    The Saltelli design over weights and choices, drawn by SALib.

    Notes
    -----
    The rows of SALib come in blocks of ``d + 2``: a row of A, then A with one column of B each, then the row of B. The first and
    the last of each block are the independent draws.

    References
    ----------
    Saltelli et al. (2010), *Computer Physics Communications* 181, 259-270; Saisana, Saltelli & Tarantola (2005), *Journal of the
    Royal Statistical Society A* 168, 307-323.
    """
    ways = (len(design.normalizations), len(design.aggregations), thresholds, treatments)
    weighing = np.flatnonzero(nominal > 0) if design.spread else np.zeros(0, dtype=np.intp)
    varying = [at for at, each in enumerate(ways) if each > 1]
    varied = (*(names[at] for at in weighing), *(CHOICES[at] for at in varying))
    drawn = _drawn(design, varied)
    count = len(drawn)
    factors = np.ones((count, len(nominal)))
    factors[:, weighing] = 1 + design.spread * (2 * drawn[:, : len(weighing)] - 1)
    weights = factors * nominal
    chosen = np.zeros((count, len(ways)), dtype=np.intp)
    for column, at in enumerate(varying, start=len(weighing)):
        chosen[:, at] = np.minimum((drawn[:, column] * ways[at]).astype(np.intp), ways[at] - 1)
    block = len(varied) + 2 if varied else 2
    firsts = np.arange(0, count, block)
    return Runs(
        weights=weights / weights.sum(axis=1, keepdims=True),
        normalization=chosen[:, 0],
        aggregation=chosen[:, 1],
        thresholds=chosen[:, 2],
        treatment=chosen[:, 3],
        base=np.sort(np.concatenate([firsts, firsts + block - 1])),
        names=varied,
    )


def problem(names: tuple[str, ...]) -> dict[str, object]:
    """The design as SALib names it: everything that varies, evenly from 0 to 1."""
    return {"num_vars": len(names), "names": list(names), "bounds": [[0.0, 1.0]] * len(names)}


def _drawn(design: Design, varied: tuple[str, ...]) -> Matrix:
    """(R, d) Numbers from 0 to 1; two runs alike where nothing varies."""
    if not varied:
        return np.zeros((2, 0))
    from SALib.sample import sobol

    return np.asarray(sobol.sample(problem(varied), design.base, calc_second_order=False, seed=design.seed))
