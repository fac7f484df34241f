"""Points on two measures, the area of each by a third; those that matter most have a number that a table explains."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10, sqrt

from hled.interfaces.charts.by_hand import Free, circle, group, path, sheet, square, words
from hled.interfaces.charts.finish import Note
from hled.interfaces.charts.theme import LIGHT, wrapped
from hled.interfaces.charts.words import Width, Wording
from hled.interfaces.formats import THIN_SPACE, number

_HEIGHT = {Width.WIDE: 400, Width.PHONE: 330}
_LARGEST = {Width.WIDE: 19.0, Width.PHONE: 13.0}
_SMALLEST = 2.5
_LEFT, _RIGHT, _FOOT = 40, 10, 42
_TICKS = 5
_ACROSS = {Width.WIDE: 104, Width.PHONE: 52}
"""Letters of a line of the key."""


@dataclass(frozen=True, slots=True)
class Bubble:
    """
    A point.

    Parameters
    ----------
    size : float
        Share of the largest area, from 0 to 1.
    number : str
        Stands beside it; empty for most. A numbered one is a square.
    tip : str
        Shown where a pointer rests on it.
    """

    x: float
    y: float
    size: float
    tip: str
    number: str = ""


def bubbles(
    points: Sequence[Bubble],
    wording: Wording,
    *,
    across: str,
    key: tuple[str, str],
    shares: bool = False,
    width: Width = Width.WIDE,
) -> str:
    """
    Points by two measures, the largest drawn first so that none hides another.

    Parameters
    ----------
    across
        Name of the measure that runs to the right; the unit of `wording` names the one that runs up.
    key
        What a numbered point is, and what another.
    shares
        Whether the measure that runs to the right is a share, written in percent.

    Raises
    ------
    ValueError
        When there is no point.
    """
    if not points:
        raise ValueError("points: none")
    plane = _Plane(points, width, shares)
    in_order = sorted(points, key=lambda each: -each.size)
    marks = [
        *plane.grid(across),
        group(
            [plane.mark(each) for each in in_order if not each.number],
            fill="gone",
            line="paper",
            opacity=0.55,
        ),
        group(
            [plane.mark(each) for each in in_order if each.number], fill="link", line="paper", opacity=0.65
        ),
        *plane.numbers([each for each in points if each.number]),
    ]
    return sheet(marks, _HEIGHT[width], wording, width, _key(key, width))


class _Plane:
    def __init__(self, points: Sequence[Bubble], width: Width, shares: bool) -> None:
        self.shares = shares
        self.width, self.high = width.value, _HEIGHT[width] - _FOOT
        self.largest = _LARGEST[width]
        self.x, self.x_ticks = scale([each.x for each in points])
        self.y, self.y_ticks = scale([each.y for each in points])

    def place(self, x: float, y: float) -> tuple[float, float]:
        across = (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (y - self.y[0]) / (self.y[1] - self.y[0])
        return _LEFT + across * (self.width - _LEFT - _RIGHT), 6 + (1 - up) * (self.high - 6)

    def grid(self, across: str) -> list[str]:
        ends = [(*self.place(self.x[0], at), *self.place(self.x[1], at)) for at in self.y_ticks] + [
            (*self.place(at, self.y[0]), *self.place(at, self.y[1])) for at in self.x_ticks
        ]
        foot = self.high + 16
        marks = [path(ends, "line", 0.7)]
        marks += [
            words(
                _tick(at, self.y_ticks),
                _LEFT - 6,
                self.place(0, at)[1] + 4,
                tone="soft",
                anchor="end",
                halo=False,
            )
            for at in self.y_ticks
        ]
        marks += [
            words(self._across(at), self.place(at, 0)[0], foot, tone="soft", anchor="middle", halo=False)
            for at in self.x_ticks
        ]
        return [*marks, words(across, self.width - _RIGHT, foot + 18, tone="soft", anchor="end", halo=False)]

    def _across(self, value: float) -> str:
        if not self.shares:
            return _tick(value, self.x_ticks)
        return f"{_tick(value * 100, [each * 100 for each in self.x_ticks])}{THIN_SPACE}%"

    def mark(self, point: Bubble) -> str:
        x, y = self.place(point.x, point.y)
        radius = max(_SMALLEST, self.largest * sqrt(point.size))
        return (
            square(x, y, max(3.0, radius * 0.886), point.tip)
            if point.number
            else circle(x, y, radius, point.tip)
        )

    def numbers(self, points: Sequence[Bubble]) -> list[str]:
        """Beside each where there is room: right, left, above, below; what finds none is read in the table."""
        free, found = Free(), []
        for point in points:
            x, y = self.place(point.x, point.y)
            half = max(3.0, self.largest * sqrt(point.size) * 0.886)
            wide = 7 * len(point.number)
            for dx, dy in (
                (half + 3, 4),
                (-half - 3 - wide, 4),
                (-wide / 2, -half - 3),
                (-wide / 2, half + 12),
            ):
                left, foot = x + dx, y + dy
                inside = left >= 2 and left + wide <= self.width - 2 and 10 <= foot <= self.high
                if inside and free.take(left, foot - 10, left + wide, foot + 2):
                    found.append(words(point.number, left, foot, bold=True))
                    break
        return found


def scale(values: Sequence[float]) -> tuple[tuple[float, float], list[float]]:
    """Ends of an axis with some room, and round places of its marks."""
    low, high = min(values), max(values)
    room = (high - low) * 0.07 or 0.5
    ends = (low - room, high + room)
    rough = (ends[1] - ends[0]) / _TICKS
    unit = 10 ** floor(log10(rough))
    step = unit * next(each for each in (1, 2, 5, 10) if unit * each >= rough)
    first = floor(ends[0] / step) + 1
    ticks = [round(step * (first + at), 10) for at in range(int((ends[1] - first * step) / step) + 1)]
    return ends, ticks


def _tick(value: float, ticks: Sequence[float]) -> str:
    texts = [f"{each:.10f}".rstrip("0").partition(".")[2] for each in ticks]
    return number(value, max(map(len, texts)))


def _key(key: tuple[str, str], width: Width) -> list[Note]:
    """Both kinds in a line where there is room, each in lines of its own where there is not."""
    pieces = [("■ ", "link", key[0]), ("● ", "gone", key[1])]
    if sum(len(said) + 6 for _, _, said in pieces) <= _ACROSS[width]:
        return [
            [
                part
                for sign, tone, said in pieces
                for part in ((sign, LIGHT[tone]), (f"{said}    ", LIGHT["ink"]))
            ]
        ]
    notes: list[Note] = []
    for sign, tone, said in pieces:
        lines = wrapped(said, _ACROSS[width])
        notes += [
            [(sign, LIGHT[tone]), (lines[0], LIGHT["ink"])],
            *([("   " + each, LIGHT["ink"])] for each in lines[1:]),
        ]
    return notes
