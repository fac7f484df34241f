"""How one supplier stands beside the others: its share of the market, how that changed, and its unit values."""

from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Matrix, Vector
from hled.economy.trade.checking import require_market, require_same
from hled.economy.trade.duties import position
from hled.economy.trade.markets import Market
from hled.economy.trade.measured import Measured
from hled.economy.trade.rules import TD_14
from hled.kernel.rule import require


@dataclass(frozen=True, slots=True, eq=False)
class Competitiveness:
    """
    Standing of one supplier, a product to an entry.

    Attributes
    ----------
    share : (P,) figures
        Its sales over all imports of the product.
    change : (P,) figures or None
        Change of the share per year since an earlier year; None without one.
    unit_value : (P,) figures or None
        Its unit value over that of the others together; above 1 it sells dearer. None without quantities. A difference may be quality as
        well as price.
    """

    partner: str
    share: Measured
    change: Measured | None
    unit_value: Measured | None


def competitiveness(market: Market, partner: str, *, before: Market | None = None) -> Competitiveness:
    """
    Standing of a supplier in a market.

    Parameters
    ----------
    before
        The same importer, products and edition in an earlier year.

    Raises
    ------
    BrokenRuleError
        TD-05 on an unknown partner, TD-11 on other products or edition, TD-14 on another importer or a year that is not earlier, and
        the rules of `require_market`.
    """
    require_market(market)
    share = _share(market, partner)
    return Competitiveness(
        partner=partner,
        share=share,
        change=None if before is None else _change(market, before, share, partner),
        unit_value=_unit_value(market, market.quantities, position(market, partner)),
    )


def _share(market: Market, partner: str) -> Measured:
    return Measured.ratio(market.values[:, position(market, partner)], market.values.sum(axis=1))


def _change(market: Market, before: Market, share: Measured, partner: str) -> Measured:
    require_market(before)
    place = f"{before.source} {before.importer} {before.year}"
    require_same(f"{place} edition", (market.edition,), (before.edition,))
    require_same(f"{place} products", market.products, before.products)
    earlier = before.importer == market.importer and before.year < market.year
    require(TD_14, earlier, place=place, found=f"{market.importer} {market.year}")
    then, years = _share(before, partner), market.year - before.year
    return Measured.where((share.values - then.values) / years, share.known & then.known)


def _unit_value(market: Market, quantities: Matrix | None, at: int) -> Measured | None:
    if quantities is None:
        return None
    priced = np.where((quantities > 0) & (market.values > 0), market.values, 0.0)
    counted = np.where(priced > 0, quantities, 0.0)
    own = Measured.ratio(priced[:, at], counted[:, at])
    others = Measured.ratio(_without(priced, at), _without(counted, at))
    return Measured.ratio(own.values, others.values * own.known)


def _without(amounts: Matrix, at: int) -> Vector:
    return np.asarray(np.delete(amounts, at, axis=1).sum(axis=1))
