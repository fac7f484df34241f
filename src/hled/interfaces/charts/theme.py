"""One theme for every chart."""

import textwrap
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

FONT = "Segoe UI, Roboto, Helvetica Neue, Arial, Noto Sans, Liberation Sans, sans-serif"

LIGHT: Mapping[str, str] = MappingProxyType(
    {
        "paper": "#fbfaf6",
        "ink": "#1d1e20",
        "soft": "#55575a",
        "line": "#cfcbc0",
        "link": "#1c4f82",
        "done": "#1c6349",
        "going": "#2d5f8f",
        "open": "#4c5158",
        "late": "#a63a10",
        "quiet": "#7d5a06",
        "gone": "#686b70",
    }
)
"""Color variables of the style sheet and what they are on light paper."""

LINE_TONES = ("link", "late", "done", "quiet")
"""Tones of the lines of one plot; more than four lines become small multiples."""

SHADES: Mapping[str, float] = MappingProxyType(
    {"#c0ffe1": 0.16, "#c0ffe2": 0.34, "#c0ffe3": 0.54, "#c0ffe4": 0.76, "#c0ffe5": 1.0}
)
"""Signal colors of a map and the strength of ink that replaces each, from the lowest class to the highest."""

CONFIGURATION: Mapping[str, Any] = MappingProxyType(
    {
        "font": FONT,
        "background": "transparent",
        "padding": 2,
        "aria": False,
        "axis": {
            "labelColor": LIGHT["soft"],
            "labelFontSize": 12,
            "gridColor": LIGHT["line"],
            "gridWidth": 0.7,
            "domainColor": LIGHT["soft"],
            "tickColor": LIGHT["soft"],
            "labelPadding": 5,
            "labelOverlap": True,
        },
        "legend": {
            "labelColor": LIGHT["ink"],
            "labelFontSize": 12,
            "titleColor": LIGHT["soft"],
            "titleFontSize": 12,
            "titleFontWeight": 400,
        },
        "view": {"stroke": None},
    }
)


def wrapped(text: str, columns: int) -> list[str]:
    """Lines of at most so many characters; none for an empty text."""
    return textwrap.wrap(text, columns, break_long_words=False)
