"""The order of the products that were chosen, alone and in groups, with all that it rests on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from hled.dialogue.studies.domain.screening.indicators import indicators_of
from hled.dialogue.studies.domain.screening.measures import Measures
from hled.dialogue.studies.domain.screening.weights import Pillar, WeightDocument
from hled.economy.arrays import Index, Matrix, Vector
from hled.economy.ranking import (
    Design,
    Indicators,
    Normalization,
    Order,
    Sensitivity,
    Weights,
    effective_weights,
    normalize,
    order,
    sensitivity,
)


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """
    Groups of products.

    Attributes
    ----------
    codes
        (G,) in the order of their first product.
    member_of : (n,) index
        Group of each product that is ordered.
    shares : (G, n) array
        Of each product in the external imports of its group, rows summing to one.
    """

    codes: tuple[str, ...]
    member_of: Index
    shares: Matrix


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """
    An order with its parts.

    Attributes
    ----------
    chosen : (n,) index
        Rows of the market that are ordered: those asked for of which enough comes from outside.
    places : pillar -> (P,) array
        Place of every product of the market by that pillar alone, 0 to 1.
    effective : (K,) array
        What each indicator counts for in effect.
    """

    chosen: Index
    order: Order
    groups: Groups | None
    sensitivity: Sensitivity
    effective: Vector
    indicators: Indicators
    places: dict[str, Vector]


def ranked(
    found: Measures,
    document: WeightDocument,
    asked: Index,
    design: Design,
    *,
    floor: float,
    group_of: Callable[[int], str] | None = None,
    workers: int = 1,
) -> Ranked:
    """
    Order the products at some rows of the market.

    Parameters
    ----------
    asked : (a,) index
        Rows of the market.
    floor
        Least external imports, U.S. dollars: below, one shipment decides. Products outside the sample of capability stay out too.

    Raises
    ------
    BrokenRuleError
        RK-02 when too little of what was asked for comes from outside, RK-01 and RK-05 on weights.
    """
    whole = indicators_of(found, document)
    bought = found.dependency.external_imports
    seen = (bought >= floor) & found.advantage.known & found.density.known.all(axis=0)
    chosen = asked[seen[asked]]
    some = replace(whole, values=whole.values[:, :, chosen], known=whole.known[chosen])
    weights = Weights.of(document.nominal(), whole.names)
    groups = None if group_of is None else _groups([group_of(int(at)) for at in chosen], bought[chosen])
    placed = order(some, weights, design, groups=None if groups is None else groups.shares, workers=workers)
    return Ranked(
        chosen=chosen,
        order=placed,
        groups=groups,
        sensitivity=sensitivity(placed),
        effective=effective_weights(some, placed.products.score),
        indicators=some,
        places={each.code: _place(whole, document, each) for each in document.pillars},
    )


def _groups(codes: Sequence[str], bought: Vector) -> Groups:
    known = {code: at for at, code in enumerate(dict.fromkeys(codes))}
    member_of = np.array([known[code] for code in codes], dtype=np.intp)
    shares = np.zeros((len(known), len(codes)))
    shares[member_of, np.arange(len(codes))] = bought
    return Groups(tuple(known), member_of, shares / shares.sum(axis=1, keepdims=True))


def _place(whole: Indicators, document: WeightDocument, pillar: Pillar) -> Vector:
    """(P,) Mean place of a product by the indicators of one pillar that are known of it; 0 where none is."""
    own = [whole.names.index(each.code) for each in pillar.criteria]
    weights = np.array([document.changed.get(each.code, each.weight) for each in pillar.criteria])
    known = whole.known[:, own]
    scaled = normalize(whole.values[0, 0][:, own], known, Normalization.PERCENTILE)
    counted = known @ weights
    share: Vector = np.divide(
        (scaled * known) @ weights, counted, out=np.zeros(len(counted)), where=counted > 0
    )
    return share
