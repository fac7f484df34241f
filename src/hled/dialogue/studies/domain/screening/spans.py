"""How far the place of a row by one pillar may stand from where it is drawn, over the runs of its order."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np

from hled.dialogue.studies.domain.numbers import share_text
from hled.dialogue.studies.domain.screening.ranked import Ranked
from hled.dialogue.studies.domain.screening.rows import Seen
from hled.dialogue.studies.domain.screening.weights import Pillar, WeightDocument
from hled.economy.arrays import Index, Matrix, Vector
from hled.economy.ranking import Indicators, Normalization, normalize
from hled.economy.ranking.order import TAILS

Item = Mapping[str, Any]
Span: TypeAlias = tuple[Vector, Vector]
DRAWN = ("need", "capability")
"""Pillars that the plane of a screen shows."""


def with_spans(
    rows: Sequence[Item], seen: Seen, document: WeightDocument, other: Seen | None = None
) -> list[dict[str, Any]]:
    """
    Rows with ``need_low`` to ``capability_high``: 5 and 95 percent of their place by either pillar.

    Parameters
    ----------
    other
        What the second order was seen with: groups that the first has not are read from it.
    """
    orders = [each for each in (other, seen) if each is not None]
    found: dict[str, dict[str, str]] = {}
    for each in orders:
        codes, chosen, shares = _ordered(each, rows)
        texts = _texts(spans(each.ranked, document, chosen, shares))
        found |= dict(zip(codes, texts, strict=True))
    return [{**row, **_of(row, found[row["code"]])} for row in rows]


def _of(row: Item, ends: Mapping[str, str]) -> dict[str, str | None]:
    """None where the place itself is unknown."""
    return {name: None if row[name.partition("_")[0]] is None else text for name, text in ends.items()}


def _ordered(seen: Seen, rows: Sequence[Item]) -> tuple[Sequence[str], Index, Matrix | None]:
    """Codes, rows of the market, and shares of groups: all groups of an order, or the products among the rows."""
    groups = seen.ranked.groups
    if groups is not None:
        return groups.codes, seen.ranked.chosen, groups.shares
    at = {code: place for place, code in enumerate(seen.subject.market.products)}
    codes = [row["code"] for row in rows]
    return codes, np.array([at[code] for code in codes], dtype=np.intp), None


def _texts(found: Mapping[str, Span]) -> list[dict[str, str]]:
    ends = {
        f"{code}_{end}": both[at] for code, both in found.items() for at, end in enumerate(("low", "high"))
    }
    count = len(next(iter(ends.values())))
    return [{name: share_text(float(values[at])) for name, values in ends.items()} for at in range(count)]


def spans(ranked: Ranked, document: WeightDocument, chosen: Index, shares: Matrix | None) -> dict[str, Span]:
    """
    Pillar -> 5 and 95 percent of the place over the independent runs: weights, thresholds and treatment vary as in the order.

    Parameters
    ----------
    chosen : (n,) index
        Rows of the market.
    shares : (G, n) array
        Of each of them in each group, where groups are ordered; then a span is of the mean by these shares, (G,) instead of (n,).
    """
    found = {}
    for pillar in document.pillars:
        if pillar.code in DRAWN:
            places, known = _places(ranked, document, pillar, chosen)
            if shares is not None:
                places, known = shares @ places, shares @ known
            means = np.divide(places, known, out=np.zeros(places.shape), where=known > 0)
            low, high = np.quantile(means, TAILS, axis=1)
            found[pillar.code] = low, high
    return found


def _places(ranked: Ranked, document: WeightDocument, pillar: Pillar, chosen: Index) -> tuple[Matrix, Matrix]:
    """(n, b) Place of each product in each independent run, and 1 where it is known, 0 where nothing of the pillar is."""
    whole, runs = ranked.whole, ranked.order.runs
    own = np.array([whole.names.index(each.code) for each in pillar.criteria])
    weights = _weights(runs.weights[np.ix_(runs.base, own)], np.array(document.within(pillar)))
    known, scales = whole.known[np.ix_(chosen, own)], _Scales(whole, own, chosen)
    counted = known @ weights.T
    found = np.zeros(counted.shape)
    ways = np.stack([runs.thresholds[runs.base], runs.treatment[runs.base]])
    for way in np.unique(ways, axis=1).T:
        these = np.flatnonzero((ways == way[:, None]).all(axis=0))
        scaled = scales.under(int(way[0]), int(way[1])) * known
        some = counted[:, these] > 0
        found[:, these] = np.divide(
            scaled @ weights[these].T, counted[:, these], out=np.zeros(some.shape), where=some
        )
    return found, (counted > 0).astype(float)


class _Scales:
    """Places by single indicators; those that no threshold or treatment moves are found once."""

    def __init__(self, whole: Indicators, own: Index, chosen: Index) -> None:
        self.whole, self.own, self.chosen = whole, own.tolist(), chosen
        self._first = {k: self._place(k, 0, 0) for k in self.own}

    def under(self, thresholds: int, treatment: int) -> Matrix:
        """(n, k) Places among all products of the market, under one choice of each."""
        values = self.whole.values
        same = {k: np.array_equal(values[thresholds, treatment, :, k], values[0, 0, :, k]) for k in self.own}
        places = [self._first[k] if same[k] else self._place(k, thresholds, treatment) for k in self.own]
        return np.stack(places, axis=1)

    def _place(self, k: int, thresholds: int, treatment: int) -> Vector:
        values, known = self.whole.values[thresholds, treatment, :, k], self.whole.known[:, k]
        places: Vector = normalize(values[:, None], known[:, None], Normalization.PERCENTILE)[self.chosen, 0]
        return places


def _weights(drawn: Matrix, within: Vector) -> Matrix:
    """(b, k) Weights of the runs; those within the pillar where the pillar itself weighs nothing."""
    return np.where(drawn.sum(axis=1, keepdims=True) > 0, drawn, within)
