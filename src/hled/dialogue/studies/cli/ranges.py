"""Ranges in the terminal: under the figure they belong to, and what makes them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from rich.console import Console
from rich.text import Text

from hled.dialogue.studies.domain.numbers import percent
from hled.interfaces.formats import number
from hled.interfaces.terminal.desk import language
from hled.interfaces.terminal.tables import grid

Written = Callable[[str], str]

FIGURES: Mapping[str, Any] = {"justify": "right", "min_width": 10, "max_width": 13}
"""A column of ranges: room for one, and no more than its head needs in two lines."""


def percents(decimals: int) -> Written:
    """Shares as percentages."""

    def written(text: str) -> str:
        value = percent(text)
        return "–" if value is None else number(value, decimals)

    return written


def span(low: str, high: str, written: Written) -> str:
    return f"{written(low)}–{written(high)}"


def with_range(item: Mapping[str, Any], name: str, ends: tuple[str, str], written: Written) -> Text:
    """A figure, and under it how far it may lie from there."""
    found = Text(written(item[name]))
    found.append(f"\n{span(item[ends[0]], item[ends[1]], written)}", style="dim")
    return found


def draw_parts(
    console: Console,
    columns: Sequence[tuple[str, Sequence[Mapping[str, Any]]]],
    written: Written,
) -> None:
    """What each source of doubt alone would leave open, one column for each head."""
    spoken = language()
    table = grid((_("What makes the range"), {"ratio": 1}), *((head, FIGURES) for head, _parts in columns))
    for place, first in enumerate(columns[0][1]):
        found = [parts[place] for _head, parts in columns]
        table.add_row(first[f"name_{spoken}"], *(_part(each, written, spoken) for each in found))
    console.print()
    console.print(table)


def _part(part: Mapping[str, Any], written: Written, spoken: str) -> Text:
    missing = part[f"missing_{spoken}"]
    return Text(missing or span(part["low"], part["high"], written), style="dim" if missing else "")
