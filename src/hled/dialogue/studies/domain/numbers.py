"""
From the engine's floats to numbers as text, and back to decimals for pictures.

Shares keep eight decimals and amounts three: more digits than any table carries, and few enough that a run on another
machine writes the same.
"""

from decimal import Decimal
from math import isfinite

SHARE_DECIMALS = 8
AMOUNT_DECIMALS = 3


def share_text(value: float) -> str:
    return _text(value, SHARE_DECIMALS)


def amount_text(value: float) -> str:
    return _text(value, AMOUNT_DECIMALS)


def _text(value: float, decimals: int) -> str:
    """
    Raises
    ------
    ValueError
        When the value is no finite number: the engine gives none such.
    """
    if not isfinite(value):
        raise ValueError(f"value={value!r} is no finite number")
    written = f"{float(value):.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if written in {"", "-0"} else written


def percent(text: str | None) -> Decimal | None:
    """A share as a percentage."""
    return None if text is None else Decimal(text) * 100
