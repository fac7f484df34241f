"""Places in an order with how sure they are: one line for each, from its best to its worst place."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hled.interfaces.charts.finish import Note, finished
from hled.interfaces.charts.matrix import shortened
from hled.interfaces.charts.theme import LIGHT
from hled.interfaces.charts.words import Width, Wording
from hled.interfaces.formats import number

_STEP = {Width.WIDE: 24, Width.PHONE: 38}
_LABELS = {Width.WIDE: 290, Width.PHONE: 0}
_ASIDE = 58
"""Room for the words at the right edge."""
_TOP = 24
_MARKS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Placed:
    """
    A thing with its place.

    Parameters
    ----------
    value, low, high : int
        Place, and the ends of its interval; 1 is the best.
    aside : str
        Stands at the right edge, such as a probability.
    other : int, optional
        Its place in a second order, drawn hollow.
    """

    label: str
    value: int
    low: int
    high: int
    aside: str
    other: int | None = None


def rank_intervals(
    rows: Sequence[Placed],
    head: str,
    wording: Wording,
    *,
    key: Sequence[Note] = (),
    width: Width = Width.WIDE,
) -> str:
    """
    One line for each on an axis of places, the best on the left; the axis is logarithmic, for first places count most.

    Parameters
    ----------
    head
        Stands above the words at the right edge.

    Raises
    ------
    ValueError
        When there is none, or a place is below 1.
    """
    if not rows or any(min(each.value, each.low, each.other or 1) < 1 for each in rows):
        raise ValueError(f"rows: {len(rows)}, each from place 1 on")
    import altair as alt

    drawn = _Drawn(alt, rows, head, width)
    chart = alt.layer(*drawn.layers()).properties(width=drawn.across, height=drawn.height)
    return finished(chart, wording, width, key)


class _Drawn:
    """Layers in pixels from the upper left corner."""

    def __init__(self, alt: Any, rows: Sequence[Placed], head: str, width: Width) -> None:
        self.alt, self.rows, self.head = alt, rows, head
        self.left, self.step = _LABELS[width], _STEP[width]
        self.across = width.value - 4
        self.height = _TOP + self.step * len(rows)
        self.worst = max(max(each.value, each.high, each.other or 1) for each in rows)
        self.room = self.across - self.left - _ASIDE - 14

    def at(self, place: int) -> float:
        return self.left + 6 + self.room * math.log(place) / math.log(max(self.worst, 2))

    def layers(self) -> list[Any]:
        marks = _ticks(self.worst)
        grid = [{"at": self.at(each), "above": _TOP - 6, "below": self.height} for each in marks]
        heads = [{"at": self.at(each), "center": 8, "words": number(each)} for each in marks]
        return [
            self._chart(grid)
            .mark_rule(color=LIGHT["line"], strokeWidth=0.7)
            .encode(x=self._x("at"), y=self._y("above"), y2="below:Q"),
            self._words(heads, "soft", "center"),
            self._words([{"at": self.across, "center": 8, "words": self.head}], "soft", "right"),
            *self._lines(),
            self._words([self._label(at, each) for at, each in enumerate(self.rows)], "ink", "left"),
            self._words(
                [
                    {"at": self.across, "center": self._center(at), "words": each.aside}
                    for at, each in enumerate(self.rows)
                ],
                "ink",
                "right",
            ),
        ]

    def _lines(self) -> list[Any]:
        spans = [
            {"start": self.at(each.low), "end": self.at(each.high), "center": self._center(at)}
            for at, each in enumerate(self.rows)
        ]
        dots = [{"at": self.at(each.value), "center": self._center(at)} for at, each in enumerate(self.rows)]
        others = [
            {"at": self.at(each.other), "center": self._center(at)}
            for at, each in enumerate(self.rows)
            if each.other is not None
        ]
        found = [
            self._chart(spans)
            .mark_rule(color=LIGHT["link"], strokeWidth=3, opacity=0.55)
            .encode(x=self._x("start"), x2="end:Q", y=self._y("center")),
            self._chart(dots)
            .mark_point(filled=True, size=64, color=LIGHT["ink"], opacity=1)
            .encode(x=self._x("at"), y=self._y("center")),
        ]
        if others:
            hollow = self._chart(others).mark_point(
                filled=False, size=70, color=LIGHT["late"], strokeWidth=2, shape="diamond"
            )
            found.append(hollow.encode(x=self._x("at"), y=self._y("center")))
        return found

    def _label(self, at: int, row: Placed) -> dict[str, Any]:
        wide = self.left > 0
        lift = 0 if wide else 17
        return {"at": 0, "center": self._center(at) - lift, "words": shortened(row.label, 44 if wide else 48)}

    def _center(self, at: int) -> float:
        return _TOP + self.step * (at + 1) - 11

    def _chart(self, rows: Sequence[dict[str, Any]]) -> Any:
        return self.alt.Chart(self.alt.Data(values=list(rows)))

    def _x(self, name: str) -> Any:
        return self.alt.X(f"{name}:Q", axis=None, scale=self.alt.Scale(domain=[0, self.across], nice=False))

    def _y(self, name: str) -> Any:
        return self.alt.Y(f"{name}:Q", axis=None, scale=self.alt.Scale(domain=[self.height, 0], nice=False))

    def _words(self, rows: Sequence[dict[str, Any]], tone: str, align: str) -> Any:
        mark = self._chart(rows).mark_text(align=align, baseline="middle", fontSize=12, color=LIGHT[tone])
        return mark.encode(x=self._x("at"), y=self._y("center"), text="words:N")


def _ticks(worst: int) -> list[int]:
    """1, 2, 5, 10, 20, 50 … up to the worst place."""
    powers = range(len(str(worst)))
    return [mark * 10**power for power in powers for mark in _MARKS if mark * 10**power <= max(worst, 2)]
