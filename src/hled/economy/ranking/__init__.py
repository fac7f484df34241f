"""An order among products from several indicators, and how sure it is."""

from hled.economy.ranking.aggregating import Aggregation, aggregate
from hled.economy.ranking.design import Design, Runs
from hled.economy.ranking.indicators import Indicators
from hled.economy.ranking.normalizing import Normalization, normalize
from hled.economy.ranking.order import Order, Place, order
from hled.economy.ranking.sensitivity import Sensitivity, effective_weights, sensitivity
from hled.economy.ranking.weights import Weights

__all__ = [
    "Aggregation",
    "Design",
    "Indicators",
    "Normalization",
    "Order",
    "Place",
    "Runs",
    "Sensitivity",
    "Weights",
    "aggregate",
    "effective_weights",
    "normalize",
    "order",
    "sensitivity",
]
