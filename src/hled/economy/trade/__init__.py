"""Trade by product: who buys what from whom, how concentrated that is, and who shows capability."""

from hled.economy.trade.markets import Market, WorldExports

__all__ = ["Market", "WorldExports"]
