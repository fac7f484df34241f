"""
Value added in exports: gross exports divided by published methods, each proven to add up.

Everything comes from block identities on one inverse; no exporter needs an inverse of its own.
"""

from hled.economy.value_chains.decomposing import all_exporters, decompose
from hled.economy.value_chains.decomposition import Decomposition, Method, UnbalancedError
from hled.economy.value_chains.names import TERM_NAMES
from hled.economy.value_chains.origins import (
    imported_content,
    origins_by_industry,
    origins_of_exports,
    origins_of_final_goods,
    re_exported,
    value_added_exports,
)
from hled.economy.value_chains.world import World, world_of

__all__ = [
    "TERM_NAMES",
    "Decomposition",
    "Method",
    "UnbalancedError",
    "World",
    "all_exporters",
    "decompose",
    "imported_content",
    "origins_by_industry",
    "origins_of_exports",
    "origins_of_final_goods",
    "re_exported",
    "value_added_exports",
    "world_of",
]
