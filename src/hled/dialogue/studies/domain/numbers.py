"""
From the engine's floats to numbers as text, and back to decimals for pictures.

Shares keep eight decimals, and amounts nine digits with at most three decimals: more than any table carries, and few enough
that a run on another machine writes the same.
"""

from decimal import Decimal
from math import isfinite

SHARE_DECIMALS = 8
AMOUNT_DECIMALS = 3
AMOUNT_DIGITS = 9


def share_text(value: float) -> str:
    return _text(value, SHARE_DECIMALS)


def amount_text(value: float) -> str:
    before = len(str(int(abs(value)))) if isfinite(value) else 0
    return _text(value, min(AMOUNT_DECIMALS, max(0, AMOUNT_DIGITS - before)))


def _text(value: float, decimals: int) -> str:
    """
    Raises
    ------
    ValueError
        When the value is no finite number: the engine gives none such.
    """
    if not isfinite(value):
        raise ValueError(f"value={value!r} is no finite number")
    written = f"{float(value):.{decimals}f}"
    written = written.rstrip("0").rstrip(".") if "." in written else written
    return "0" if written in {"", "-0"} else written


def percent(text: str | None) -> Decimal | None:
    """A share as a percentage."""
    return None if text is None else Decimal(text) * 100


def figure_text(value: float) -> str:
    """A value to be compared with a published one: ten decimals, more than any source prints."""
    return _text(value, 10)
