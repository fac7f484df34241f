"""
Trade by product: long tables of reporter, partner, flow, period and code of the Harmonized System.

`list_trade` names the tables in the package and those that a user adds, `open_trade` gives one to ask with `queries`, and
`market` and `world_exports` give the arrays that the engine takes.
"""

from hled.sources.trade.backend import Backend
from hled.sources.trade.entries import (
    BUNDLED,
    TradeEntry,
    TradeTable,
    list_trade,
    listing_findings,
    open_trade,
    trade_entry,
)
from hled.sources.trade.kept_markets import MarketReading
from hled.sources.trade.markets import (
    ExportsReading,
    importers,
    market,
    read_market,
    read_world_exports,
    world_exports,
)

__all__ = [
    "BUNDLED",
    "Backend",
    "ExportsReading",
    "MarketReading",
    "TradeEntry",
    "TradeTable",
    "importers",
    "list_trade",
    "listing_findings",
    "market",
    "open_trade",
    "read_market",
    "read_world_exports",
    "trade_entry",
    "world_exports",
]
