"""Shares, ranges and amounts as the tables of the terminal print them."""

from collections.abc import Mapping
from decimal import Decimal

from hled.dialogue.studies.domain.numbers import percent
from hled.interfaces.formats import number


def percent_cell(text: str | None, decimals: int) -> str:
    value = percent(text)
    return "–" if value is None else number(value, decimals)


def range_cell(item: Mapping[str, str | None], decimals: int) -> str:
    if item["low"] is None or item["high"] is None:
        return "–"
    return f"{percent_cell(item['low'], decimals)}–{percent_cell(item['high'], decimals)}"


def amount_cell(text: str) -> str:
    """Whole units; one decimal where less than ten are there to be seen."""
    value = Decimal(text)
    return number(value, 0 if abs(value) >= 10 or not value else 1)
