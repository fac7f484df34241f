"""Points in a plane: two measures, a size, and a kind that has its own shape and tone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor
from typing import Any

from hled.interfaces.charts.by_hand import Free
from hled.interfaces.charts.finish import Note, finished
from hled.interfaces.charts.theme import LIGHT, wrapped
from hled.interfaces.charts.words import Width, Wording

_LARGEST = 900
"""Square pixels of the largest point."""
_SMALLEST = 36
_WIDE = 0.3
"""From this size on a point holds its label."""
_BESIDE, _LETTER = 9, 7
"""Pixels from the middle of a small point to its label, and across a letter of one."""
_ROOM = 0.15
"""Tenths between the outermost point and the end of an axis."""
_FEWEST = 3
_ANCHOR = re.compile(r'<a [^>]*href="[^"]*#point-(\d+)"[^>]*>(.*?)</a>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of point: its words, its tone, its shape and the sign that stands for the shape in the key."""

    label: str
    tone: str
    shape: str
    sign: str


@dataclass(frozen=True, slots=True)
class Spot:
    """
    A point.

    Parameters
    ----------
    x, y : float
        From 0 to 1.
    size : float
        Share of the largest area, from 0 to 1.
    tip : str
        Everything that the drawing cannot say, shown where a pointer rests on it.
    label : str
        Stands beside the point; empty for most.
    spans : two pairs of float, optional
        How far its place may stand from there to the right and up; drawn as a cross.
    """

    x: float
    y: float
    size: float
    kind: int
    tip: str
    label: str = ""
    spans: tuple[tuple[float, float], tuple[float, float]] | None = None


def plane(
    points: Sequence[Spot],
    kinds: Sequence[Kind],
    axes: tuple[str, str],
    wording: Wording,
    *,
    width: Width = Width.WIDE,
) -> str:
    """
    Points between 0 and 1, the largest drawn first so that none hides another; axes begin and end around what is drawn.

    Raises
    ------
    ValueError
        When there is no point, or one lies outside.
    """
    if not points or any(not (0 <= each.x <= 1 and 0 <= each.y <= 1) for each in points):
        raise ValueError(f"points: {len(points)}, each between 0 and 1")
    import altair as alt

    height, across = 420 if width is Width.WIDE else 320, width.value - 62
    ends = (_ends(points, 0), _ends(points, 1))
    labels = _readable(points, ends, (across, height))
    rows = [_row(at, each, labels[at]) for at, each in enumerate(points)]
    rows.sort(key=lambda row: -row["size"])
    used = sorted({each.kind for each in points})
    base = alt.Chart(alt.Data(values=rows))  # type: ignore[no-untyped-call]
    place = _places(alt, ("x", "y"), axes, ends)
    crosses = _crosses(alt, place, _places(alt, ("left", "foot"), axes, ends), points, kinds)
    marks = base.mark_point(filled=True, opacity=0.6, strokeWidth=1).encode(
        **place,
        size=alt.Size("size:Q", scale=None),
        shape=alt.Shape("kind:N", scale=_scale(alt, used, [kinds[at].shape for at in used]), legend=None),
        color=alt.Color(
            "kind:N", scale=_scale(alt, used, [LIGHT[kinds[at].tone] for at in used]), legend=None
        ),
        href="href:N",
    )
    words = [
        _labels(alt, place, [row for row in rows if row["label"] and row["wide"] is wide], wide)
        for wide in (True, False)
    ]
    chart = alt.layer(*crosses, marks, *words).properties(width=across, height=height)
    drawn = finished(chart, wording, width, _key([kinds[at] for at in used], width))
    return _ANCHOR.sub(lambda found: _with_tip(points[int(found[1])].tip, found[2]), drawn)


def _row(at: int, point: Spot, label: str) -> dict[str, Any]:
    return {
        "x": point.x,
        "y": point.y,
        "size": _SMALLEST + point.size * (_LARGEST - _SMALLEST),
        "kind": str(point.kind),
        "label": label,
        "wide": point.size > _WIDE,
        "href": f"#point-{at}",
    }


def _readable(
    points: Sequence[Spot], ends: Sequence[tuple[float, float]], sides: tuple[int, int]
) -> list[str]:
    """Labels that have room; one that would lie on another is left out, and is read in the table."""
    free, found = Free(), []
    for each in points:
        (left, right), (foot, head) = ends
        wide, half = _LETTER * len(each.label), 6
        x = sides[0] * (each.x - left) / (right - left) + (-wide / 2 if each.size > _WIDE else _BESIDE)
        y = sides[1] * (head - each.y) / (head - foot)
        room = bool(each.label) and free.take(x, y - half, x + wide, y + half)
        found.append(each.label if room else "")
    return found


def _labels(alt: Any, place: dict[str, Any], rows: Sequence[dict[str, Any]], wide: bool) -> Any:
    """On a large point, beside a small one."""
    mark = alt.Chart(alt.Data(values=rows)).mark_text(
        align="center" if wide else "left",
        baseline="middle",
        dx=0 if wide else _BESIDE,
        fontSize=12,
        fontWeight=600,
        color=LIGHT["ink"],
    )
    return mark.encode(**place, text="label:N")


def _ends(points: Sequence[Spot], at: int) -> tuple[float, float]:
    """Tenths around everything on one axis, and no fewer than three of them."""
    inside = [value for each in points for value in ((each.x, each.y)[at], *(each.spans or ((), ()))[at])]
    low, high = floor(min(inside) * 10 - _ROOM), ceil(max(inside) * 10 + _ROOM)
    while high - low < _FEWEST:
        low, high = low - 1, high + 1
    return max(low, 0) / 10, min(high, 10) / 10


def _places(
    alt: Any, fields: tuple[str, str], titles: tuple[str, str], ends: Sequence[tuple[float, float]]
) -> dict[str, Any]:
    """Where a field stands to the right, and another up."""
    ways = zip((alt.X, alt.Y), fields, titles, ends, strict=True)
    return {name: _axis(alt, *way) for name, way in zip("xy", ways, strict=True)}


def _crosses(
    alt: Any, place: dict[str, Any], begin: dict[str, Any], points: Sequence[Spot], kinds: Sequence[Kind]
) -> tuple[Any, Any]:
    rows = [
        {
            "x": each.x,
            "y": each.y,
            **dict(zip(("left", "right", "foot", "head"), (*each.spans[0], *each.spans[1]), strict=True)),
            "tone": LIGHT[kinds[each.kind].tone],
        }
        for each in points
        if each.spans
    ]
    lines = alt.Chart(alt.Data(values=rows)).mark_rule(strokeWidth=1.2, opacity=0.75)
    tone = alt.Stroke("tone:N", scale=None)
    return (
        lines.encode(x=begin["x"], x2="right:Q", y=place["y"], stroke=tone),
        lines.encode(x=place["x"], y=begin["y"], y2="head:Q", stroke=tone),
    )


def _axis(alt: Any, made: Any, field: str, title: str, ends: tuple[float, float]) -> Any:
    axis = alt.Axis(
        title=title,
        titleFontWeight=400,
        titleColor=LIGHT["soft"],
        titleFontSize=12,
        format=".0%",
        tickCount=5,
    )
    return made(f"{field}:Q", scale=alt.Scale(domain=list(ends), nice=False), axis=axis)


def _scale(alt: Any, used: Sequence[int], drawn: Sequence[str]) -> Any:
    return alt.Scale(domain=[str(at) for at in used], range=list(drawn))


def _with_tip(tip: str, inner: str) -> str:
    """A drawing has no links inside: it is one image with words of its own; what stays of one is its title."""
    return f"<g><title>{escape(tip)}</title>{inner}</g>"


def _key(kinds: Sequence[Kind], width: Width) -> list[Note]:
    most = 104 if width is Width.WIDE else 46
    lines: list[list[tuple[str, str]]] = [[]]
    used = 0
    for each in kinds:
        words = f" {wrapped(each.label, most)[0]}    "
        if used + len(words) > most and lines[-1]:
            lines.append([])
            used = 0
        lines[-1] += [(each.sign, LIGHT[each.tone]), (words, LIGHT["ink"])]
        used += len(words) + 1
    return list(lines)
