"""
Frozen data classes of which one view makes tens of thousands.

At run time a frozen data class asks for each field that it fills whether it may, which took a seventh of a cold
scoreboard. `value` is `dataclass` to the type checker, which refuses every change; at run time nothing asks.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

__all__ = ["value"]

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:

    def value(*, frozen: bool, slots: bool) -> object:
        """A data class that compares and hashes as a frozen one."""
        return dataclass(unsafe_hash=frozen, slots=slots)
