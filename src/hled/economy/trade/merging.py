"""Several importers as one bloc."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from hled.economy.arrays import Matrix
from hled.economy.trade.checking import refuse, require_market, require_same
from hled.economy.trade.groups import group_of
from hled.economy.trade.markets import Market
from hled.economy.trade.rules import TD_05, TD_06, TD_09
from hled.kernel.rule import Finding, require


def merge(markets: Sequence[Market], name: str, *, internal: bool = False) -> Market:
    """
    Purchases of several importers added up, without what they sell to each other.

    Parameters
    ----------
    markets
        One for each member, of one year and edition, with the same products and partners in the same order.
    name
        Code of the bloc; where it is a known group, every importer must belong to it.
    internal
        Keep what members buy from each other as columns, which the share of the bloc's own trade needs (CDI2).

    Returns
    -------
    Market
        Duties only where every member has them; no quantities, since members may count in other units.

    Raises
    ------
    BrokenRuleError
        TD-05 on an importer outside the group of that name, TD-06 on an importer given twice, TD-09 on no market or nothing left,
        TD-11 on other labels or another year, and the rules of `require_market`.
    """
    require(TD_09, bool(markets), place=name, found=0)
    for each in markets:
        require_market(each)
    first = markets[0]
    refuse(_strangers(markets, name))
    for each in markets[1:]:
        require_same(f"{name} edition", (first.edition,), (each.edition,))
        require_same(f"{name} products", first.products, each.products)
        require_same(f"{name} partners", first.partners, each.partners)
        require_same(f"{name} year", (str(first.year),), (str(each.year),))
    own = {country for each in markets for country in group_of(each.importer)}
    kept = np.array([internal or not set(group_of(partner)) <= own for partner in first.partners])
    duties = [each.duties for each in markets if each.duties is not None]
    merged = replace(
        first,
        importer=name,
        partners=tuple(p for p, keep in zip(first.partners, kept, strict=True) if keep),
        values=_added([each.values for each in markets])[:, kept],
        duties=_added(duties)[:, kept] if len(duties) == len(markets) else None,
        quantities=None,
        source=" + ".join(dict.fromkeys(each.source for each in markets)),
    )
    require_market(merged)
    return merged


def _strangers(markets: Sequence[Market], name: str) -> list[Finding]:
    importers = [each.importer for each in markets]
    members = group_of(name)
    found = [Finding(TD_06, name, each) for each in sorted(set(importers)) if importers.count(each) > 1]
    if members != (name,):
        found += [Finding(TD_05, name, each) for each in importers if not set(group_of(each)) <= set(members)]
    return found


def _added(arrays: Sequence[Matrix]) -> Matrix:
    return np.asarray(np.sum(np.stack(arrays), axis=0))
