"""Points in a plane: two measures, a size, and a kind that has its own shape and tone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from hled.interfaces.charts.finish import Note, finished
from hled.interfaces.charts.theme import LIGHT, wrapped
from hled.interfaces.charts.words import Width, Wording

_LARGEST = 900
"""Square pixels of the largest point."""
_SMALLEST = 36
_WIDE = 0.3
"""From this size on a point holds its label."""
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
    """

    x: float
    y: float
    size: float
    kind: int
    tip: str
    label: str = ""


def plane(
    points: Sequence[Spot],
    kinds: Sequence[Kind],
    axes: tuple[str, str],
    wording: Wording,
    *,
    width: Width = Width.WIDE,
) -> str:
    """
    Points between 0 and 1 on both axes, the largest drawn first so that none hides another.

    Raises
    ------
    ValueError
        When there is no point, or one lies outside.
    """
    if not points or any(not (0 <= each.x <= 1 and 0 <= each.y <= 1) for each in points):
        raise ValueError(f"points: {len(points)}, each between 0 and 1")
    import altair as alt

    rows = [_row(at, each) for at, each in enumerate(points)]
    rows.sort(key=lambda row: -row["size"])
    used = sorted({each.kind for each in points})
    height = 420 if width is Width.WIDE else 320
    base = alt.Chart(alt.Data(values=rows))  # type: ignore[no-untyped-call]
    place = {name: _axis(alt, name, title) for name, title in zip("xy", axes, strict=True)}
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
    chart = alt.layer(marks, *words).properties(width=width.value - 62, height=height)
    drawn = finished(chart, wording, width, _key([kinds[at] for at in used], width))
    return _ANCHOR.sub(lambda found: _with_tip(points[int(found[1])].tip, found[2]), drawn)


def _row(at: int, point: Spot) -> dict[str, Any]:
    return {
        "x": point.x,
        "y": point.y,
        "size": _SMALLEST + point.size * (_LARGEST - _SMALLEST),
        "kind": str(point.kind),
        "label": point.label,
        "wide": point.size > _WIDE,
        "href": f"#point-{at}",
    }


def _labels(alt: Any, place: dict[str, Any], rows: Sequence[dict[str, Any]], wide: bool) -> Any:
    """On a large point, beside a small one."""
    mark = alt.Chart(alt.Data(values=rows)).mark_text(
        align="center" if wide else "left",
        baseline="middle",
        dx=0 if wide else 9,
        fontSize=12,
        fontWeight=600,
        color=LIGHT["ink"],
    )
    return mark.encode(**place, text="label:N")


def _axis(alt: Any, name: str, title: str) -> Any:
    axis = alt.Axis(
        title=title,
        titleFontWeight=400,
        titleColor=LIGHT["soft"],
        titleFontSize=12,
        format=".0%",
        tickCount=5,
    )
    made = alt.X if name == "x" else alt.Y
    return made(f"{name}:Q", scale=alt.Scale(domain=[0, 1], nice=False), axis=axis)


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
