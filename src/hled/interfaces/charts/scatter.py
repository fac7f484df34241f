"""Points on two measures, with a line at the mean of each and words on those that matter most."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hled.interfaces.charts.finish import finished
from hled.interfaces.charts.matrix import shortened
from hled.interfaces.charts.theme import LIGHT
from hled.interfaces.charts.words import Point, Width, Wording

_HEIGHT = {Width.WIDE: 380, Width.PHONE: 300}
_LETTER = 6.9
"""Mean width of a letter of the words on points, in pixels."""
_LINE = 15
_LONGEST = {Width.WIDE: 34, Width.PHONE: 22}
_AXIS = 46
"""Room for the numbers on the left."""


def scatter(
    points: Sequence[Point],
    wording: Wording,
    *,
    across: str,
    mean: float | None = None,
    width: Width = Width.WIDE,
) -> str:
    """
    Points by two measures; those first in order get their words first, as long as there is room.

    Parameters
    ----------
    across
        Name of the measure that runs to the right; the unit of `wording` names the one that runs up.
    mean
        Where a line stands on both axes, such as 1 for measures over their mean.

    Raises
    ------
    ValueError
        When there is no point.
    """
    if not points:
        raise ValueError("points: none")
    import altair as alt

    frame = _Frame.around(points, mean, width)
    x = alt.X("x:Q", scale=alt.Scale(domain=frame.x, nice=False), title=across, axis=_axis(alt))
    y = alt.Y("y:Q", scale=alt.Scale(domain=frame.y, nice=False), title=None, axis=_axis(alt))
    layers = [*_means(alt, mean, frame), *_dots(alt, points, x, y), *_names(alt, points, frame, x, y, mean)]
    chart = alt.layer(*layers).properties(width=frame.wide, height=frame.high)
    return finished(chart, wording, width)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Ends of both axes in their measures, and their lengths in pixels."""

    x: list[float]
    y: list[float]
    wide: int
    high: int
    longest: int

    @classmethod
    def around(cls, points: Sequence[Point], mean: float | None, width: Width) -> "_Frame":
        middle = [] if mean is None else [mean]
        return cls(
            _ends([float(each.x) for each in points] + middle),
            _ends([float(each.y) for each in points] + middle),
            width.value - _AXIS,
            _HEIGHT[width],
            _LONGEST[width],
        )

    def place(self, point: Point) -> tuple[float, float]:
        """Pixels from the upper left corner."""
        left, right = self.x
        return (float(point.x) - left) / (right - left) * self.wide, self.height(float(point.y))

    def height(self, value: float) -> float:
        low, high = self.y
        return (high - value) / (high - low) * self.high


def _ends(values: Sequence[float]) -> list[float]:
    low, high = min(values), max(values)
    room = (high - low) * 0.06 or 0.5
    return [low - room, high + room]


def _axis(alt: Any) -> Any:
    return alt.Axis(grid=True, tickCount=6, titleColor=LIGHT["soft"], titleFontSize=12, titleFontWeight=400)


def _means(alt: Any, mean: float | None, frame: _Frame) -> list[Any]:
    if mean is None:
        return []
    data = alt.Data(values=[{"mean": mean}])
    rule = alt.Chart(data).mark_rule(color=LIGHT["soft"], strokeDash=[4, 3])
    return [
        rule.encode(x=alt.X("mean:Q", scale=alt.Scale(domain=frame.x, nice=False))),
        rule.encode(y=alt.Y("mean:Q", scale=alt.Scale(domain=frame.y, nice=False))),
    ]


def _dots(alt: Any, points: Sequence[Point], x: Any, y: Any) -> list[Any]:
    """Plain points under the marked ones: a square and a circle, so that they differ in gray print too."""
    drawn = []
    for marked, color, shape, size in ((False, "gone", "circle", 22), (True, "link", "square", 40)):
        rows = [{"x": float(each.x), "y": float(each.y)} for each in points if each.marked is marked]
        if rows:
            chart = alt.Chart(alt.Data(values=rows))
            mark = chart.mark_point(filled=True, color=LIGHT[color], shape=shape, size=size, opacity=1)
            drawn.append(mark.encode(x=x, y=y))
    return drawn


def _names(alt: Any, points: Sequence[Point], frame: _Frame, x: Any, y: Any, mean: float | None) -> list[Any]:
    """Words beside a point, to its right or its left, where they cover no words, no point, no edge and not the line across."""
    level = None if mean is None else frame.height(mean)
    taken = [(at - 3, at + 3, height) for at, height in map(frame.place, points)]
    rows: dict[str, list[dict[str, Any]]] = {"left": [], "right": []}
    for point in points:
        words = shortened(point.label, frame.longest)
        reach = len(words) * _LETTER
        at, height = frame.place(point)
        if level is not None and abs(height - level) < _LINE / 2:
            continue
        for side, start in (("left", at + 7), ("right", at - 7 - reach)):
            box = (start, start + reach, height)
            if (
                point.label
                and start >= 0
                and box[1] <= frame.wide
                and not any(_meet(box, each) for each in taken)
            ):
                taken.append(box)
                rows[side].append({"x": float(point.x), "y": float(point.y), "words": words})
                break
    return [
        alt.Chart(alt.Data(values=named))
        .mark_text(
            align=side, baseline="middle", dx=7 if side == "left" else -7, fontSize=12, color=LIGHT["ink"]
        )
        .encode(x=x, y=y, text="words:N")
        for side, named in rows.items()
        if named
    ]


def _meet(one: tuple[float, float, float], other: tuple[float, float, float]) -> bool:
    apart = one[1] < other[0] or other[1] < one[0]
    return not apart and abs(one[2] - other[2]) < _LINE
