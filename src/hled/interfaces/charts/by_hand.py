"""Circles, squares, lines and words as SVG, for drawings of many marks: a mark takes some forty letters."""

from collections.abc import Sequence
from html import escape

from hled.interfaces.charts.finish import Note, as_page_element, source_notes, with_notes
from hled.interfaces.charts.theme import FONT, LIGHT, wrapped
from hled.interfaces.charts.words import Width, Wording

_HEAD = 18
"""Room for a line above the drawing."""
LETTER = 6.9
"""Mean width of a letter of twelve pixels."""


def sheet(marks: Sequence[str], height: float, wording: Wording, width: Width, notes: Sequence[Note]) -> str:
    """A whole drawing: the unit above, the marks, notes and source under them."""
    above = wrapped(wording.unit[:1].upper() + wording.unit[1:], 88 if width is Width.WIDE else 46)
    lines = [words(line, 2, 12 + 16 * at, tone="soft", halo=False) for at, line in enumerate(above)]
    top = 16 * len(above) + (6 if above else 0)
    body = "".join([*lines, f'<g transform="translate(0,{top})">', *marks, "</g>"])
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width.value} {height + top:g}">{body}</svg>'
    return as_page_element(
        with_notes(svg, [*notes, *source_notes(wording.source, width)], width), wording, width
    )


def path(ends: Sequence[tuple[float, float, float, float]], tone: str, thick: float) -> str:
    """Straight lines of one look, each from one place to another."""
    if not ends:
        return ""
    drawn = "".join(f"M{x1:.1f},{y1:.1f}L{x2:.1f},{y2:.1f}" for x1, y1, x2, y2 in ends)
    return f'<path d="{drawn}" fill="none" stroke="{LIGHT[tone]}" stroke-width="{thick:g}"/>'


def circle(x: float, y: float, radius: float, tip: str) -> str:
    """A circle in the look of the group around it; the tip is shown where a pointer rests on it."""
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"><title>{escape(tip)}</title></circle>'


def square(x: float, y: float, half: float, tip: str) -> str:
    return (
        f'<rect x="{x - half:.1f}" y="{y - half:.1f}" width="{2 * half:.1f}" height="{2 * half:.1f}">'
        f"<title>{escape(tip)}</title></rect>"
    )


def group(marks: Sequence[str], *, fill: str, line: str, opacity: float = 1) -> str:
    look = f'fill="{LIGHT[fill]}" fill-opacity="{opacity:g}" stroke="{LIGHT[line]}" stroke-width="1"'
    return f"<g {look}>{''.join(marks)}</g>" if marks else ""


def words(
    text: str,
    x: float,
    y: float,
    *,
    tone: str = "ink",
    anchor: str = "start",
    bold: bool = False,
    halo: bool = True,
) -> str:
    """Words with a rim of paper, so that they are read over lines and marks."""
    rim = (
        f' stroke="{LIGHT["paper"]}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'
        if halo
        else ""
    )
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="{FONT}" font-size="12" text-anchor="{anchor}"'
        f' fill="{LIGHT[tone]}"{weight}{rim}>{escape(text)}</text>'
    )


class Free:
    """Boxes that words have taken."""

    def __init__(self, taken: Sequence[tuple[float, float, float, float]] = ()) -> None:
        self.taken = list(taken)

    def take(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether nothing stands there yet; then it is taken."""
        free = not any(
            left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
            for other in self.taken
        )
        if free:
            self.taken.append((left, top, right, bottom))
        return free
