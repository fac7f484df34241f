"""A matrix in a few classes, each cell with its number."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

from hled.interfaces.charts.finish import Note, finished
from hled.interfaces.charts.theme import LIGHT, SHADES, wrapped
from hled.interfaces.charts.words import Row, Width, Wording
from hled.interfaces.formats import number
from hled.kernel.bilingual import Bilingual

_FEW = tuple(SHADES)[:3] + tuple(SHADES)[-1:]
"""Shades of up to four classes: the first three carry dark words, the last light ones."""

_CELL = 24
_HEAD = 18
_LABELS = 270
"""Room for the words of a row on a wide drawing; on a phone they stand above their cells."""

NONE = Bilingual("none", "ninguno")
UNDER = Bilingual("under {high}", "menos de {high}")
OVER = Bilingual("{low} or more", "{low} o más")


def matrix(
    rows: Sequence[Row],
    columns: Sequence[str],
    wording: Wording,
    *,
    limits: Sequence[Decimal],
    decimals: int = 1,
    width: Width = Width.WIDE,
) -> str:
    """
    Rows by columns, each cell in one of at most four classes and with its number.

    Parameters
    ----------
    limits
        Lower bounds of the classes after the first, ascending; the same for all drawings that are to be compared.

    Raises
    ------
    ValueError
        When there is nothing to draw, a row has another number of values, or classes cannot be told apart.
    """
    if not rows or not columns or any(len(row.values) != len(columns) for row in rows):
        raise ValueError(f"rows: {len(rows)} of {len(columns)} columns: nothing to draw")
    if not 1 <= len(limits) < len(_FEW) or any(low >= high for low, high in pairwise(limits)):
        raise ValueError(f"limits={tuple(map(str, limits))!r}: one to three, ascending")
    import altair as alt

    drawn = _Matrix(alt, rows, columns, limits, decimals, width)
    chart = alt.layer(*drawn.layers()).properties(width=width.value - 4, height=drawn.height)
    return finished(chart, wording, width, _key(limits, decimals, wording))


class _Matrix:
    """Places of cells and words, in pixels from the upper left corner."""

    def __init__(
        self,
        alt: Any,
        rows: Sequence[Row],
        columns: Sequence[str],
        limits: Sequence[Decimal],
        decimals: int,
        width: Width,
    ) -> None:
        self.alt, self.rows, self.columns = alt, rows, columns
        self.limits, self.decimals = limits, decimals
        self.left = _LABELS if width is Width.WIDE else 0
        self.lift = 0 if width is Width.WIDE else _HEAD
        self.across = (width.value - 4 - self.left) / len(columns)
        self.heads = [wrapped(each, max(6, int(self.across / 6.6))) for each in columns]
        self.top = _HEAD * max(map(len, self.heads))
        self.height = self.top + len(rows) * (_CELL + self.lift)
        self.span = width.value - 4

    def layers(self) -> list[Any]:
        cells = self._cells()
        filled = self._chart(cells).mark_rect(stroke=LIGHT["paper"], strokeWidth=1.5)
        words = self._chart(cells).mark_text(fontSize=12)
        heads = [self._text(row, align="center", color=LIGHT["soft"]) for row in self._heads()]
        labels = [self._text(row, align="left", color=LIGHT["ink"]) for row in self._labels()]
        return [
            filled.encode(
                x=self._x("start"),
                x2="end:Q",
                y=self._y("above"),
                y2="below:Q",
                color=self.alt.Color("ink:N", scale=None),
            ),
            words.encode(
                x=self._x("middle"),
                y=self._y("center"),
                text="words:N",
                color=self.alt.Color("on:N", scale=None),
            ),
            *heads,
            *labels,
        ]

    def _chart(self, rows: Sequence[dict[str, Any]]) -> Any:
        return self.alt.Chart(self.alt.Data(values=list(rows)))

    def _x(self, name: str) -> Any:
        return self.alt.X(f"{name}:Q", axis=None, scale=self.alt.Scale(domain=[0, self.span], nice=False))

    def _y(self, name: str) -> Any:
        scale = self.alt.Scale(domain=[self.height, 0], nice=False)
        return self.alt.Y(f"{name}:Q", axis=None, scale=scale)

    def _text(self, row: dict[str, Any], *, align: str, color: str) -> Any:
        mark = self._chart([row]).mark_text(
            align=align, baseline="middle", fontSize=12, color=color, lineHeight=15
        )
        return mark.encode(x=self._x("at"), y=self._y("center"), text="words:N")

    def _above(self, index: int) -> float:
        return self.top + index * (_CELL + self.lift) + self.lift

    def _heads(self) -> list[dict[str, Any]]:
        return [
            {
                "at": self.left + (place + 0.5) * self.across,
                "center": self.top - 8 - 15 * (len(words) - 1),
                "words": words,
            }
            for place, words in enumerate(self.heads)
        ]

    def _labels(self) -> list[dict[str, Any]]:
        columns = 41 if self.left else 48
        return [
            {
                "at": 0,
                "center": self._above(index) + (_CELL / 2 if self.left else -_HEAD / 2 + 2),
                "words": shortened(row.label, columns),
            }
            for index, row in enumerate(self.rows)
        ]

    def _cells(self) -> list[dict[str, Any]]:
        found = []
        for index, row in enumerate(self.rows):
            above = self._above(index)
            for place, value in enumerate(row.values):
                rank = -1 if value is None else sum(value >= limit for limit in self.limits)
                shades = _shades(len(self.limits) + 1)
                start = self.left + place * self.across
                found.append(
                    {
                        "start": start,
                        "end": start + self.across,
                        "middle": start + self.across / 2,
                        "above": above,
                        "below": above + _CELL,
                        "center": above + _CELL / 2,
                        "words": "–" if value is None else number(value, self.decimals),
                        "ink": LIGHT["paper"] if rank < 0 else shades[rank],
                        "on": LIGHT["paper"] if rank >= 0 and shades[rank] == _FEW[-1] else LIGHT["ink"],
                    }
                )
        return found


def shortened(text: str, most: int) -> str:
    """The text, cut at a word with an ellipsis where it is longer; the table beside the drawing has it whole."""
    if len(text) <= most:
        return text
    return f"{text[: most - 1].rsplit(' ', 1)[0].rstrip(',;')}…"


def _shades(count: int) -> tuple[str, ...]:
    """The weakest and the strongest shade are always among them."""
    return (*_FEW[: count - 1], _FEW[-1])


def _key(limits: Sequence[Decimal], decimals: int, wording: Wording) -> list[Note]:
    language = wording.language
    edges = [number(each, decimals if each % 1 else 0) for each in limits]
    words = [
        UNDER.format(high=edges[0]).in_language(language),
        *(f"{low}\N{EN DASH}{high}" for low, high in pairwise(edges)),
        OVER.format(low=edges[-1]).in_language(language),
    ]
    pieces: list[tuple[str, str]] = []
    for shade, said in zip(_shades(len(words)), words, strict=True):
        pieces += [("■", shade), (f" {said}    ", LIGHT["ink"])]
    return [pieces]
