"""The order of products: its place under the nominal choices, and over all runs of the design."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hled.economy.arrays import Index, Matrix, Vector
from hled.economy.ranking.aggregating import aggregate
from hled.economy.ranking.design import Design, Runs, runs
from hled.economy.ranking.indicators import Indicators
from hled.economy.ranking.normalizing import normalize
from hled.economy.ranking.rules import RK_03
from hled.economy.ranking.weights import Weights
from hled.kernel.rule import BrokenRuleError, Finding

TOP = (20, 50)
TAILS = (0.05, 0.95)
_BLOCK = 32
"""Runs that go through one product; the same for any number of workers, so that the digits are too."""

Ranks = NDArray[np.uint16]
"""(R, P) Rank of each product in each run, 1 the best."""


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """
    Where each of P things stands.

    Attributes
    ----------
    score, rank : (P,) arrays
        Under the nominal choices; rank 1 is the best, and equal scores stand in the order given.
    median, low, high : (P,) arrays
        Rank over the independent runs: median, and its 5 to 95 percent.
    top20, top50 : (P,) arrays
        Share of the independent runs in which it is among the first 20 and 50; 1 for all where there are no more than that.
    """

    score: Vector
    rank: Index
    median: Vector
    low: Vector
    high: Vector
    top20: Vector
    top50: Vector


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """
    An order with what it rests on.

    Attributes
    ----------
    products, groups
        Places of products, and of groups where some were given.
    coverage : (P,) array
        Share of the nominal weight whose indicators are known.
    shift : (R,) array
        Mean absolute change of rank against the nominal order in each run.
    """

    products: Place
    groups: Place | None
    coverage: Vector
    shift: Vector
    runs: Runs
    design: Design
    weights: Weights


def order(
    indicators: Indicators,
    weights: Weights,
    design: Design | None = None,
    *,
    groups: Matrix | None = None,
    workers: int = 1,
) -> Order:
    """
    Order products by their score, and say how far each may stand from there.

    Parameters
    ----------
    groups : (G, P) array
        Share of each product in each group, rows summing to one; a group's score is the mean of its products' by these shares.
    workers
        Threads; the result is the same for any number.

    Raises
    ------
    BrokenRuleError
        RK-03, when weights or groups are of other indicators or products; RK-05, when nothing that weighs is known of a product.
    """
    drawn = design or Design()
    if weights.names != indicators.names:
        raise BrokenRuleError([Finding(RK_03, "weights", f"{weights.names} / {indicators.names}")])
    if groups is not None and groups.shape[1] != indicators.products:
        raise BrokenRuleError([Finding(RK_03, "groups", f"{groups.shape} / {indicators.products}")])
    made = runs(
        drawn,
        indicators.names,
        weights.values,
        thresholds=len(indicators.thresholds),
        treatments=len(indicators.treatments),
    )
    nominal = nominal_score(indicators, weights, drawn)
    rank = ranks(nominal[None])[0].astype(np.intp)
    ranked, grouped, shift = _over_runs(indicators, drawn, made, rank, groups, workers)
    of_groups = None
    if groups is not None:
        score = groups @ nominal
        of_groups = _place(score, ranks(score[None])[0].astype(np.intp), grouped[made.base])
    return Order(
        products=_place(nominal, rank, ranked[made.base]),
        groups=of_groups,
        coverage=indicators.known @ weights.values,
        shift=shift,
        runs=made,
        design=drawn,
        weights=weights,
    )


def nominal_score(indicators: Indicators, weights: Weights, design: Design) -> Vector:
    """(P,) Score under the first of each choice."""
    scaled = normalize(indicators.values[0, 0], indicators.known, design.normalizations[0])
    scores = aggregate(
        scaled, indicators.known, weights.values[None], design.aggregations[0], indicators.pillar_of
    )
    return np.asarray(scores[0])


def ranks(scores: Matrix) -> Ranks:
    """
    (R, P) Rank of each of P scores from 0 to 1 in each of R runs, 1 the highest; equal ones in the order given.

    One integer carries score and position, so that one fast sort gives an order that does not depend on the machine.
    """
    count, products = scores.shape
    bits = max(1, int(products - 1).bit_length())
    steps = float(2 ** (62 - bits))
    keys = ((1 - scores) * steps).astype(np.int64)
    keys <<= bits
    keys |= np.arange(products, dtype=np.int64)
    keys.sort(axis=1)
    keys &= (1 << bits) - 1
    found = np.empty((count, products), dtype=np.uint16)
    np.put_along_axis(found, keys, np.arange(1, products + 1, dtype=np.uint16)[None], axis=1)
    return found


def _over_runs(
    indicators: Indicators, design: Design, made: Runs, nominal: Index, groups: Matrix | None, workers: int
) -> tuple[Ranks, Ranks, Vector]:
    ranked = np.empty((made.count, indicators.products), dtype=np.uint16)
    grouped = np.empty((made.count, 0 if groups is None else len(groups)), dtype=np.uint16)
    shift = np.empty(made.count)
    pillar_of = indicators.pillar_of

    def work(block: tuple[Matrix, Index]) -> None:
        scaled, these = block
        way = design.aggregations[int(made.aggregation[these[0]])]
        scores = aggregate(scaled, indicators.known, made.weights[these], way, pillar_of)
        found = ranks(scores)
        ranked[these] = found
        shift[these] = np.abs(found.astype(np.int32) - nominal).mean(axis=1)
        if groups is not None:
            grouped[these] = ranks(scores @ groups.T)

    blocks = list(_blocks(indicators, design, made))
    if workers > 1:
        with ThreadPoolExecutor(workers) as pool:
            list(pool.map(work, blocks))
    else:
        for block in blocks:
            work(block)
    return ranked, grouped, shift


def _blocks(indicators: Indicators, design: Design, made: Runs) -> Iterator[tuple[Matrix, Index]]:
    """Normalized indicators, and runs that share them and their aggregation."""
    ways = np.stack([made.normalization, made.thresholds, made.treatment, made.aggregation])
    scaled = _Scaled(indicators, design)
    for way in np.unique(ways, axis=1).T:
        normalization, thresholds, treatment, _ = (int(each) for each in way)
        these = np.flatnonzero((ways == way[:, None]).all(axis=0))
        for begin in range(0, len(these), _BLOCK):
            yield scaled.under(normalization, thresholds, treatment), these[begin : begin + _BLOCK]


class _Scaled:
    """Normalized indicators; those that no threshold or treatment moves are normalized once."""

    def __init__(self, indicators: Indicators, design: Design) -> None:
        self._of, self._ways = indicators, design.normalizations
        nominal = indicators.values[0, 0]
        self._moved = (indicators.known & (indicators.values != nominal)).any(axis=(0, 1, 2))
        self._nominal = [normalize(nominal, indicators.known, way) for way in self._ways]
        self._kept: dict[tuple[int, int, int], Matrix] = {}

    def under(self, normalization: int, thresholds: int, treatment: int) -> Matrix:
        """(P, K) Indicators on the scale, under one choice."""
        choice = (normalization, thresholds, treatment)
        if choice not in self._kept:
            moved, scaled = self._moved, self._nominal[normalization].copy()
            scaled[:, moved] = normalize(
                self._of.values[thresholds, treatment][:, moved],
                self._of.known[:, moved],
                self._ways[normalization],
            )
            self._kept[choice] = scaled
        return self._kept[choice]


def _place(score: Vector, rank: Index, ranked: Ranks) -> Place:
    low, median, high = np.quantile(ranked, [TAILS[0], 0.5, TAILS[1]], axis=0, method="closest_observation")
    within = [np.asarray((ranked <= top).mean(axis=0)) for top in TOP]
    return Place(score, rank, median.astype(float), low.astype(float), high.astype(float), *within)
