"""
Sets of criteria of dependency by their published definitions: the Commission's CDI and CEPII's GeoDep.

A criterion whose data are not given is not computable and says which table it needs. The verdict then rests on the others and says so.
"""

from hled.economy.trade.criteria.cepii import geodep
from hled.economy.trade.criteria.commission import cdi
from hled.economy.trade.criteria.definitions import (
    CDI,
    GEODEP,
    LASTING,
    LASTING_CRITERION,
    NEEDED,
    WINDOW,
    CriteriaSet,
    Definition,
    Needs,
)
from hled.economy.trade.criteria.trade_year import TradeYear
from hled.economy.trade.criteria.verdict import Criteria, Criterion, lasting

__all__ = [
    "CDI",
    "GEODEP",
    "LASTING",
    "LASTING_CRITERION",
    "NEEDED",
    "WINDOW",
    "Criteria",
    "CriteriaSet",
    "Criterion",
    "Definition",
    "Needs",
    "TradeYear",
    "cdi",
    "geodep",
    "lasting",
]
