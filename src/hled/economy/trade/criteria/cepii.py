"""CEPII's import dependencies, the data set GeoDep."""

from collections.abc import Sequence

import numpy as np

from hled.economy.trade.checking import require_market, require_same
from hled.economy.trade.criteria.definitions import GEODEP, WINDOW
from hled.economy.trade.criteria.trade_year import TradeYear
from hled.economy.trade.criteria.verdict import Criteria, lasting, of_one_year
from hled.economy.trade.dependency import imports_over_exports, require_mask
from hled.economy.trade.external import external_mask
from hled.economy.trade.measured import Measured
from hled.economy.trade.rules import TD_09, TD_14
from hled.economy.trade.treatments import AS_GIVEN, Treatment, treated_hhi
from hled.kernel.rule import require


def geodep(
    years: Sequence[TradeYear], external: str | None = None, *, treatment: Treatment = AS_GIVEN
) -> Criteria:
    """
    CEPII's GeoDep: the three criteria in at least two years of a window of three.

    Parameters
    ----------
    years
        One to three years of one importer, in any order.
    external
        Partners counted; every partner without it, as published.

    Notes
    -----
    With two years of the window, a product for which the criteria hold in one of them stays undecided. Figures of GD1 to GD3 are
    those of the last year.

    Raises
    ------
    BrokenRuleError
        TD-09 without a year, TD-11 on other products, TD-14 on years that do not make a window, and the rules of `cdi`.

    References
    ----------
    Lefebvre & Wibaux (2024), CEPII Policy Brief 47, and the page of the data set: HHI of imports and of world exports above 0.4,
    imports over exports above 1 with 9999 where exports are nil, all three in at least two years of three.
    """
    ordered = _window(years)
    each_year = [of_one_year(GEODEP, one, _figures(one, external, treatment), treatment) for one in ordered]
    return lasting(each_year)


def _figures(
    one: TradeYear, external: str | None, treatment: Treatment
) -> tuple[Measured, Measured | None, Measured | None]:
    market = one.market
    mask = (
        np.array([each != market.importer for each in market.partners], dtype=np.bool_)
        if external is None
        else external_mask(market.partners, external, market.importer)
    )
    require_mask(market, mask)
    bought, exported = market.values[:, mask].sum(axis=1), one.exported()
    return (
        Measured(treated_hhi(market, mask, treatment), bought > 0),
        one.world_concentration(),
        None if exported is None else imports_over_exports(bought, exported),
    )


def _window(years: Sequence[TradeYear]) -> list[TradeYear]:
    require(TD_09, bool(years), place=GEODEP.code, found=0)
    ordered = sorted(years, key=lambda one: one.market.year)
    for one in ordered:
        require_market(one.market)
        require_same(f"{one.market.source} products", ordered[0].market.products, one.market.products)
    dates = [one.market.year for one in ordered]
    importers = {one.market.importer for one in ordered}
    sound = len(set(dates)) == len(dates) and dates[-1] - dates[0] < WINDOW and len(importers) == 1
    require(TD_14, sound, place=GEODEP.code, found=f"{dates} {sorted(importers)}")
    return ordered
