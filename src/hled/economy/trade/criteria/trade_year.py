"""What is known of one year of an importer."""

from dataclasses import dataclass

from hled.economy.arrays import Vector
from hled.economy.trade.checking import require_same, require_world
from hled.economy.trade.concentration import hhi
from hled.economy.trade.dependency import exports_of
from hled.economy.trade.markets import Market, WorldExports
from hled.economy.trade.measured import Measured


@dataclass(frozen=True, slots=True, eq=False)
class TradeYear:
    """
    What is known of one year.

    Attributes
    ----------
    exports : (P,) array or None
        Exports of the importer, U.S. dollars; taken out of `world` where that is given and they are not.
    world
        Exports of every country of the same products.
    """

    market: Market
    exports: Vector | None = None
    world: WorldExports | None = None

    def exported(self) -> Vector | None:
        """(P,) Exports of the importer, where anything tells them."""
        if self.exports is None and self.world is not None:
            self._require_same_world(self.world)
            return exports_of(self.world, self.market.importer)
        return self.exports

    def world_concentration(self) -> Measured | None:
        """(P,) Index of the exporters of the world, where its table is given."""
        if self.world is None:
            return None
        self._require_same_world(self.world)
        index = hhi(self.world.values.T)
        return Measured(index, index > 0)

    def _require_same_world(self, world: WorldExports) -> None:
        require_world(world)
        place, market = f"{world.source} {world.name}", self.market
        require_same(f"{place} edition", (market.edition,), (world.edition,))
        require_same(f"{place} year", (str(market.year),), (str(world.year),))
        require_same(f"{place} products", market.products, world.products)
