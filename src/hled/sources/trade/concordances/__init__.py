"""
What a product joins to: names, other editions, industries, end use, elasticities, tariffs, freight, jobs, and what is at stake.

Every map is a `WeightedMap` with explicit weights: a row that is mapped sums to one, a row that is not is empty and counted by
`WeightedMap.coverage`. Products are six-digit codes of the Harmonized System, edition 2022, unless a name says otherwise.
"""

from hled.sources.trade.concordances.maps import Coverage, WeightedMap

__all__ = ["Coverage", "WeightedMap"]
