"""
Trade by product: who buys what from whom, how concentrated and how far that is, by which published criteria it is a dependency.

`concentration` and `external` answer for one product list; `dependency`, `criteria` and `flags` for an importer or a bloc (`merging`);
`duties`, `competitiveness` and `gains` for one supplier beside the others. Figures that are not known are `Measured`, never zero.
"""

from hled.economy.trade.markets import Market, WorldExports
from hled.economy.trade.measured import Measured

__all__ = ["Market", "Measured", "WorldExports"]
