"""Measures by their name: each takes a table and what is asked, and gives one number."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hled.economy.tables import Table

Measure = Callable[..., float]

MEASURES: Mapping[str, Measure] = MappingProxyType({})


def example_table(name: str) -> "Table":
    raise NotImplementedError(name)
