"""Which choices move the order, and what the indicators count for in effect."""

from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Vector
from hled.economy.ranking.design import problem
from hled.economy.ranking.indicators import Indicators
from hled.economy.ranking.order import Order

_RESAMPLES = 100


@dataclass(frozen=True, slots=True, eq=False)
class Sensitivity:
    """
    Sobol indices of the mean absolute change of rank.

    Attributes
    ----------
    names
        (d,) What varies.
    first, total : (d,) arrays
        Share of the variance that goes with one choice alone, and with it and all it takes part in.
    first_error, total_error : (d,) arrays
        Half-width of the 95 percent interval, by resampling.
    """

    names: tuple[str, ...]
    first: Vector
    total: Vector
    first_error: Vector
    total_error: Vector


def sensitivity(found: Order) -> Sensitivity:
    """
    Sobol indices of `Order.shift`, estimated by SALib; all 0 where the order does not move.

    References
    ----------
    Saltelli et al. (2010), *Computer Physics Communications* 181, 259-270.
    """
    names = found.runs.names
    if not names or float(np.ptp(found.shift)) == 0:
        nothing = np.zeros(len(names))
        return Sensitivity(names, nothing, nothing, nothing, nothing)
    from SALib.analyze import sobol

    estimated = sobol.analyze(
        problem(names),
        found.shift,
        calc_second_order=False,
        num_resamples=_RESAMPLES,
        seed=found.design.seed,
    )
    return Sensitivity(names, *(np.asarray(estimated[each]) for each in ("S1", "ST", "S1_conf", "ST_conf")))


def effective_weights(indicators: Indicators, score: Vector) -> Vector:
    """
    (K,) Correlation ratio of the score with each indicator, over their sum: what they count for in effect.

    Parameters
    ----------
    score : (P,) array
        Under the nominal choices.

    Notes
    -----
    ``η² = Var(E(score | indicator)) / Var(score)`` over the products for which the indicator is known, with the mean taken in
    groups of equal size by rank of the indicator (about √P of them; equal values stay together). 0 where an indicator has one
    value only. An indicator may count for more than its weight where others go along with it.

    References
    ----------
    Paruolo, Saisana & Saltelli (2013), *Journal of the Royal Statistical Society A* 176, 609-634.
    """
    values = indicators.values[0, 0]
    ratios = np.array(
        [_correlation_ratio(values[known, k], score[known]) for k, known in enumerate(indicators.known.T)]
    )
    total = float(ratios.sum())
    return ratios / total if total > 0 else ratios


def _correlation_ratio(values: Vector, score: Vector) -> float:
    if len(values) < 2 or float(np.ptp(score)) == 0:
        return 0.0
    bins = max(2, round(len(values) ** 0.5))
    edges = np.unique(np.quantile(values, np.linspace(0, 1, bins + 1)[1:-1]))
    group = np.searchsorted(edges, values, side="right")
    count = np.bincount(group)
    mean = np.bincount(group, weights=score) / np.maximum(count, 1)
    between = float(count @ (mean - score.mean()) ** 2)
    return between / float(((score - score.mean()) ** 2).sum())
