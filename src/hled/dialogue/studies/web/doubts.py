"""How sure each figure is, as tables of pages show it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from hled.dialogue.studies.domain.numbers import percent
from hled.kernel.bilingual import Bilingual


def ranged(
    item: Mapping[str, Any], name: str, low: str, high: str, *, as_percent: bool = True
) -> dict[str, Any]:
    """A figure of an item with the ends of its range."""
    return {
        key: _value(item[each], as_percent) for key, each in (("value", name), ("low", low), ("high", high))
    }


def parts_table(
    columns: Sequence[tuple[Bilingual, Sequence[Mapping[str, Any]]]], *, as_percent: bool = True
) -> dict[str, Any]:
    """What each source of doubt alone would leave open: a row for each source, a column for each figure."""
    heads, every = [head for head, _ in columns], [parts for _, parts in columns]
    return {
        "heads": heads,
        "rows": [
            {
                "name": Bilingual(same[0]["name_en"], same[0]["name_es"]),
                "cells": [_cell(each, as_percent) for each in same],
            }
            for same in zip(*every, strict=True)
        ],
    }


def _cell(part: Mapping[str, Any], as_percent: bool) -> dict[str, Any]:
    return {
        "low": _value(part["low"], as_percent),
        "high": _value(part["high"], as_percent),
        "missing": Bilingual(part["missing_en"], part["missing_es"]) if part["missing_en"] else None,
    }


def _value(text: str, as_percent: bool) -> Decimal | None:
    return percent(text) if as_percent else Decimal(text)
