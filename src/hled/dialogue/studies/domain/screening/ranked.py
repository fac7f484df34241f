"""The order of the products that were chosen, alone and in groups, with all that it rests on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from hled.dialogue.studies.domain.screening.amounts import money
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
from hled.economy.ranking.rules import RK_02
from hled.economy.trade.measured import Measured
from hled.interfaces.formats import number
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

_NOTHING = Bilingual(
    "of {asked} asked for, {small} bring less than {floor} from outside and {out} are outside the sample of capability (exporters of {exports} or more, products of {trade} or more)",
    "de {asked} pedidos, de {small} viene de fuera menos de {floor} y {out} están fuera de la muestra de capacidad (exportadores de {exports} o más, productos de {trade} o más)",
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
    places : pillar -> (P,) figures
        Place of every product of the market by that pillar alone, 0 to 1; unknown where nothing of the pillar is.
    whole
        Indicators of every product of the market; `indicators` are those of the chosen.
    effective : (K,) array
        What each indicator counts for in effect.
    """

    chosen: Index
    order: Order
    groups: Groups | None
    sensitivity: Sensitivity
    effective: Vector
    indicators: Indicators
    places: dict[str, Measured]
    whole: Indicators


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
        Least external imports, U.S. dollars: below, one shipment decides. Products of which nothing comes from outside, and those
        outside the sample of capability, stay out too.

    Raises
    ------
    BrokenRuleError
        SC-36 and SC-37 when the capability of the partner cannot be read, RK-02 when nothing of what was asked for can be ordered, RK-01
        and RK-05 on weights.
    """
    if found.capability.refusal:
        raise BrokenRuleError([found.capability.refusal])
    whole = indicators_of(found, document)
    bought = found.dependency.external_imports
    enough = (bought >= floor) & (bought > 0)
    seen = enough & found.advantage.known & found.density.known.all(axis=0)
    chosen = asked[seen[asked]]
    if not chosen.size:
        raise BrokenRuleError([_nothing(found, asked.size, int(enough[asked].sum()), floor)])
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
        whole=whole,
    )


def _nothing(found: Measures, asked: int, enough: int, floor: float) -> Finding:
    """RK-02 with how many products were asked for and why none of them stays."""
    sample = found.capability.sample
    said = _NOTHING.format(
        asked=number(asked),
        small=number(asked - enough),
        floor=money(floor),
        out=number(enough),
        exports=money(sample.minimum_exports),
        trade=money(sample.minimum_world_trade),
    )
    return Finding(RK_02, "products", said)


def _groups(codes: Sequence[str], bought: Vector) -> Groups:
    known = {code: at for at, code in enumerate(dict.fromkeys(codes))}
    member_of = np.array([known[code] for code in codes], dtype=np.intp)
    shares = np.zeros((len(known), len(codes)))
    shares[member_of, np.arange(len(codes))] = bought
    return Groups(tuple(known), member_of, shares / shares.sum(axis=1, keepdims=True))


def _place(whole: Indicators, document: WeightDocument, pillar: Pillar) -> Measured:
    """(P,) Mean place of a product by the indicators of one pillar that are known of it."""
    own = [whole.names.index(each.code) for each in pillar.criteria]
    weights = np.array(document.within(pillar))
    known = whole.known[:, own]
    scaled = normalize(whole.values[0, 0][:, own], known, Normalization.PERCENTILE)
    return Measured.ratio((scaled * known) @ weights, known @ weights)
