"""
Readers of trade files that a user drops in, one file per publisher.

Each gives its rows as text in the columns of the schema, read in a stream by DuckDB; `adding` turns text into numbers, checks and
keeps them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from hled.sources.trade.readers import atlas, baci, comtrade, plain
from hled.sources.trade.readers.raw import Raw


class Layout(StrEnum):
    """How a file that a user adds is laid out."""

    PLAIN = "plain"
    BACI = "baci"
    COMTRADE = "comtrade"
    ATLAS = "atlas"


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader, and whether it has been tried on a real file; else it was written from documentation."""

    read: Callable[..., Raw]
    tried: bool


READERS = MappingProxyType(
    {
        Layout.PLAIN: Reader(plain.read_plain, plain.LAYOUT_TRIED),
        Layout.BACI: Reader(baci.read_baci, baci.LAYOUT_TRIED),
        Layout.COMTRADE: Reader(comtrade.read_comtrade, comtrade.LAYOUT_TRIED),
        Layout.ATLAS: Reader(atlas.read_atlas, atlas.LAYOUT_TRIED),
    }
)

__all__ = ["READERS", "Layout", "Raw", "Reader"]
