"""
Value added in exports: gross exports divided by published methods, each proven to add up.

Everything comes from block identities on one inverse; no exporter needs an inverse of its own.
"""

from hled.economy.value_chains.decomposing import (
    all_exporters,
    decompose,
    origins_of_exports,
    world_of,
)
from hled.economy.value_chains.decomposition import Decomposition, Method, UnbalancedError

__all__ = [
    "Decomposition",
    "Method",
    "UnbalancedError",
    "all_exporters",
    "decompose",
    "origins_of_exports",
    "world_of",
]
