"""
Observed duty by product and partner, and what one supplier pays less than the others.

Tariff changes come in as arrays of the same shape, fractions of value.
"""

import numpy as np

from hled.economy.arrays import Mask, Matrix, Vector
from hled.economy.trade.checking import array_findings, near, refuse, require_market
from hled.economy.trade.dependency import require_mask
from hled.economy.trade.groups import group_with
from hled.economy.trade.markets import Market
from hled.economy.trade.measured import Measured
from hled.economy.trade.rules import TD_02, TD_05, TD_06, TD_13
from hled.economy.trade.treatments import Lines, require_lines
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, require

CAUTION = Bilingual(
    "Observed duty is calculated duty over customs value. It mixes base rates, special tariffs and preferences that importers did not "
    "claim, and it shows only lines that were imported all the same; it is no rate of a tariff schedule.",
    "El arancel observado es el arancel calculado sobre el valor en aduana. Mezcla tasas base, aranceles especiales y preferencias que "
    "los importadores no solicitaron, y solo muestra líneas que se importaron a pesar de todo; no es una tasa de una tarifa.",
)
"""What has to be said wherever an observed rate is shown."""
_INSIDE = Bilingual(
    "{partner} is inside {group}, which the table has as one partner",
    "{partner} está dentro de {group}, que la tabla trae como un solo socio",
)


def observed_rate(market: Market, change: Matrix | Vector | None = None) -> Measured:
    """
    (P, S) Duty over value of each product and partner; a line without value has no rate.

    Parameters
    ----------
    change : (P, S) or (P,) array
        Change of the rate since, as a fraction of value; added to every rate that is known.

    Raises
    ------
    BrokenRuleError
        TD-13 on a market without duties, TD-01 or TD-03 on a change that is not finite or of another shape, TD-02 where a rate would
        fall below zero, and the rules of `require_market`.
    """
    require_market(market)
    if market.duties is None:
        raise BrokenRuleError([Finding(TD_13, f"{market.source} {market.importer} {market.year}")])
    rate = Measured.ratio(market.duties, market.values)
    return rate if change is None else _changed(rate, change)


def relief(
    market: Market, partner: str, against: Mask | None = None, change: Matrix | Vector | None = None
) -> Measured:
    """
    (P,) What others pay more than one partner on the same product, ``Σ duty / Σ value`` of the others less the partner's rate.

    Parameters
    ----------
    against : (S,) mask
        The others; every other partner without it.
    change
        As in `observed_rate`; the others are weighted by their value before it.

    Returns
    -------
    (P,) figures
        Fraction of value; positive where the partner pays less. Known where both sell. See `CAUTION`.

    Raises
    ------
    BrokenRuleError
        TD-05 on an unknown partner, TD-07 when the others are nobody, and the rules of `observed_rate`.
    ValueError
        When the partner is among the others.
    """
    rate = observed_rate(market, change)
    at, others = _sides(market, partner, against)
    weights = market.values * others
    mean = Measured.ratio((weights * rate.values).sum(axis=1), weights.sum(axis=1))
    return Measured.where(mean.values - rate.values[:, at], mean.known & rate.known[:, at])


def relief_in_lines(
    lines: Lines,
    products: Market,
    partner: str,
    against: Mask | None = None,
    change: Matrix | Vector | None = None,
) -> Measured:
    """
    (P,) Relief compared line by line and averaged within the product by what the others sell in lines that both sell.

    The mix of lines inside a product then plays no part, as it does in `relief` on products.

    Parameters
    ----------
    change
        Of the lines, (L, S) or (L,).

    Raises
    ------
    BrokenRuleError
        The rules of `relief` and of `require_lines`.
    """
    require_lines(products, lines)
    _, others = _sides(lines.market, partner, against)
    weights = (lines.market.values * others).sum(axis=1)
    return lines.to_products(relief(lines.market, partner, against, change), weights, len(products.products))


def relief_by_partner(market: Market, partner: str, change: Matrix | Vector | None = None) -> Measured:
    """
    (P, S) What each partner pays more than one of them on the same product; 0 in its own column.

    Raises
    ------
    BrokenRuleError
        TD-05 on an unknown partner and the rules of `observed_rate`.
    """
    rate = observed_rate(market, change)
    at = position(market, partner)
    own, known = rate.values[:, [at]], rate.known[:, [at]]
    return Measured.where(rate.values - own, rate.known & known)


def position(market: Market, partner: str) -> int:
    """
    Column of a partner.

    Raises
    ------
    BrokenRuleError
        TD-06 on a country that the table has only inside its group, TD-05 on any other that is not there, with codes that look like it.
    """
    if partner in market.partners:
        return market.partners.index(partner)
    place = f"{market.source} partner"
    if group := group_with(partner, market.partners):
        raise BrokenRuleError([Finding(TD_06, place, _INSIDE.format(partner=partner, group=group))])
    raise BrokenRuleError([Finding(TD_05, place, near(partner, market.partners))])


def _sides(market: Market, partner: str, against: Mask | None) -> tuple[int, Mask]:
    at = position(market, partner)
    others = np.arange(len(market.partners)) != at if against is None else against
    require_mask(market, others)
    if others[at]:
        raise ValueError(f"partner={partner!r} is among those it is compared with")
    return at, others


def _changed(rate: Measured, change: Matrix | Vector) -> Measured:
    added = change[:, None] if change.ndim == 1 else change
    shape = (len(rate.values), 1) if change.ndim == 1 else rate.values.shape
    refuse(array_findings("change", np.abs(added), shape))
    values = rate.values + added
    below = rate.known & (values < 0)
    require(TD_02, not below.any(), place="rate after change", found=float(values.min()))
    return Measured.where(values, rate.known)
