"""
The nearshoring arithmetic of the Inter-American Development Bank, and the opportunity score that it is a special case of.

What is published: one tenth of what China sells to the United States, in kinds of goods that the region sells there already, would
add about 70 billion dollars a year (Bank's president, April and August 2021); in June 2022 the Bank put the gain at 78 billion, 64
of them goods, 35.3 for Mexico, of which 29.6 by sales to the United States, as figures in advance of a study. Neither the products
nor the share moved of the 2022 figures are in what we found.

What is our reading: a product is sold already when the seller has any sale, or one above a floor; the share moved is one tenth unless
the caller says otherwise; what can be moved is capped by what the seller can supply, where that is given.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from hled.economy.arrays import Mask, Matrix, Vector
from hled.economy.trade.checking import require_market, require_values
from hled.economy.trade.dependency import require_mask
from hled.economy.trade.duties import position
from hled.economy.trade.markets import Market
from hled.economy.trade.rules import TD_10
from hled.kernel.rule import require

MOVED = 0.10
"""Share of the rivals' sales that moves, as the Bank put it in 2021."""
IDB_WEIGHTS: Mapping[str, float] = MappingProxyType(
    {"dependency": 1.0, "market_size": 1.0, "capability": 1.0}
)
"""Exponents of the opportunity score that give the Bank's arithmetic; every other component weighs nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Gain:
    """
    What a seller would gain.

    Attributes
    ----------
    by_product : (P,) array
        U.S. dollars a year.
    capped : (P,) mask
        Where what the seller can supply is less than what would move.
    moved, floor
        As asked for.
    """

    seller: str
    by_product: Vector
    capped: Mask
    moved: float
    floor: float

    @property
    def total(self) -> float:
        """U.S. dollars a year."""
        return float(self.by_product.sum())


def market_share_gain(
    market: Market,
    seller: str,
    rivals: Mask,
    *,
    moved: float = MOVED,
    floor: float = 0.0,
    supply: Vector | None = None,
) -> Gain:
    """
    Sales that move from rivals to a seller in products that both sell, ``min(supply, moved · Σ rivals)``.

    Parameters
    ----------
    rivals : (S,) mask
        Who would lose; never the seller.
    moved
        Share of the rivals' sales that moves, 0 to 1.
    floor
        Sales above which the seller counts as selling a product already, U.S. dollars.
    supply : (P,) array
        The most that the seller can add, U.S. dollars; no limit without it.

    Raises
    ------
    BrokenRuleError
        TD-05 on an unknown seller, TD-07 or TD-03 on rivals, TD-10 on a share outside 0 to 1 or a floor below 0, TD-01 to TD-03 on
        supply, and the rules of `require_market`.
    ValueError
        When the seller is its own rival.

    References
    ----------
    Inter-American Development Bank (7 June 2022), figures presented at the Summit of the Americas; Devex (8 April 2021) and Bloomberg
    Línea (9 August 2021) for the arithmetic.
    """
    require(TD_10, 0 <= moved <= 1, place="moved", found=moved)
    shifted = moved * score(components(market, seller, rivals, floor=floor), IDB_WEIGHTS)
    if supply is None:
        return Gain(seller, shifted, np.zeros(shifted.shape, dtype=np.bool_), moved, floor)
    require_values("supply", supply, shifted.shape)
    return Gain(seller, np.minimum(shifted, supply), np.asarray(supply < shifted), moved, floor)


def components(market: Market, seller: str, rivals: Mask, *, floor: float = 0.0) -> dict[str, Vector]:
    """
    The three figures of each product that the arithmetic multiplies.

    Returns
    -------
    dict of (P,) arrays
        ``dependency``: share of the rivals in imports; ``market_size``: imports, U.S. dollars; ``capability``: 1 where the seller sells
        more than the floor, else 0.

    Raises
    ------
    BrokenRuleError, ValueError
        As `market_share_gain`.
    """
    require_market(market)
    require_mask(market, rivals)
    require(TD_10, floor >= 0 and bool(np.isfinite(floor)), place="floor", found=floor)
    at = position(market, seller)
    if rivals[at]:
        raise ValueError(f"seller={seller!r} is among its rivals")
    imports = market.values.sum(axis=1)
    lost = market.values[:, rivals].sum(axis=1)
    share = np.divide(lost, imports, out=np.zeros_like(lost), where=imports > 0)
    return {
        "dependency": share,
        "market_size": imports,
        "capability": (market.values[:, at] > floor).astype(np.float64),
    }


def score(figures: Mapping[str, Vector], weights: Mapping[str, float]) -> Vector:
    """
    (P,) Opportunity as a weighted product, ``Π c^w``: a component without weight plays no part, and one at zero closes the product.

    With weights that add up to one this is the weighted geometric mean; weights in proportion to each other order products alike.

    Raises
    ------
    BrokenRuleError
        TD-10 on a weight below zero, on weights that are all zero, or for a component that is not among the figures; TD-01 to TD-03 on
        figures.
    """
    sound = all(0 <= each < np.inf for each in weights.values()) and any(weights.values())
    require(TD_10, sound and set(weights) <= set(figures), place="weights", found=dict(weights))
    for name, each in figures.items():
        require_values(name, each, next(iter(figures.values())).shape)
    weighed: Matrix = np.stack([figures[name] ** weight for name, weight in weights.items() if weight > 0])
    return np.asarray(weighed.prod(axis=0))
