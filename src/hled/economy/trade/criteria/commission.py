"""The core dependency indicators of the European Commission."""

from hled.economy.arrays import Mask, Vector
from hled.economy.trade.checking import require_market
from hled.economy.trade.criteria.definitions import CDI
from hled.economy.trade.criteria.trade_year import TradeYear
from hled.economy.trade.criteria.verdict import Criteria, of_one_year
from hled.economy.trade.dependency import imports_over_exports, require_mask
from hled.economy.trade.markets import Market, WorldExports
from hled.economy.trade.measured import Measured
from hled.economy.trade.treatments import AS_GIVEN, Treatment, treated_hhi


def cdi(
    market: Market,
    external: Mask,
    exports: Vector | None = None,
    world: WorldExports | None = None,
    *,
    treatment: Treatment = AS_GIVEN,
) -> Criteria:
    """
    The Commission's core dependency indicators, with any importer for the European Union and any set for what lies outside it.

    Parameters
    ----------
    external : (S,) mask
        Partners outside the importer's own bloc.
    exports : (P,) array
        Exports of the importer or bloc; CDI3 needs them, or `world`.

    Notes
    -----
    CDI2 is 1 for every product when no partner lies inside, as with ``outside:USA`` for the United States.

    Raises
    ------
    BrokenRuleError
        TD-03, TD-07 on the mask, TD-01 to TD-03 on exports, TD-11 on other labels of `world`, and the rules of `require_market`.

    References
    ----------
    European Commission (2021), SWD(2021) 352. Applied to 2017-2020 by Arjona, Connell & Herghelegiu (2023), Single Market Economics
    Papers WP2023/14.
    """
    require_market(market)
    require_mask(market, external)
    known = TradeYear(market, exports, world)
    bought, imports = market.values[:, external].sum(axis=1), market.values.sum(axis=1)
    concentrated = Measured(treated_hhi(market, external, treatment), bought > 0)
    exported = known.exported()
    ratio = None if exported is None else imports_over_exports(bought, exported)
    found = (concentrated, Measured.ratio(bought, imports), ratio)
    return of_one_year(CDI, known, found, treatment)
