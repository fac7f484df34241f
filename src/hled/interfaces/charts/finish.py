"""From a specification to an element that a page can hold."""

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from html import escape
from typing import Any

from hled.interfaces.charts.theme import CONFIGURATION, FONT, LIGHT, SHADES, wrapped
from hled.interfaces.charts.words import Width, Wording

_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')

Note = Sequence[tuple[str, str]]
"""A line of small text: pieces of words, each with its color."""


def finished(
    chart: Any,
    wording: Wording,
    width: Width,
    notes: Sequence[Note] = (),
    *,
    unit: bool = True,
) -> str:
    """Draw a chart under its title, with notes and source under the plot, as one SVG element."""
    import vl_convert  # a second of start-up time, for those who draw

    title = _title(wording, width, unit=unit)
    specification = chart.properties(title=title).to_dict(validate=False)
    specification["config"] = dict(CONFIGURATION)
    drawn = vl_convert.vegalite_to_svg(specification)
    return as_page_element(
        with_notes(drawn, [*notes, *source_notes(wording.source, width)], width), wording, width
    )


def source_notes(text: str, width: Width) -> list[Note]:
    return [[(line, LIGHT["soft"])] for line in wrapped(text, 118 if width is Width.WIDE else 56)]


def in_fixed_colors(svg: str, colors: Mapping[str, str] = LIGHT) -> str:
    """The same drawing without variables, for programs that do not know them (paper, raster images)."""
    return re.sub(r"var\(--([a-z]+), (#[0-9a-f]+)\)", lambda found: colors.get(found[1], found[2]), svg)


def _title(wording: Wording, width: Width, *, unit: bool) -> dict[str, Any]:
    columns = 88 if width is Width.WIDE else 42
    above = wrapped(wording.unit[:1].upper() + wording.unit[1:], columns) if unit else []
    place = {"anchor": "start", "frame": "bounds", "offset": 12}
    if not wording.title:
        return {
            **place,
            "text": above,
            "fontSize": 12,
            "fontWeight": 400,
            "color": LIGHT["soft"],
            "lineHeight": 16,
        }
    return {
        **place,
        "text": wrapped(wording.title, columns),
        "fontSize": 15,
        "lineHeight": 19,
        "fontWeight": 600,
        "color": LIGHT["ink"],
        "subtitle": above,
        "subtitleFontSize": 12,
        "subtitleColor": LIGHT["soft"],
        "subtitleLineHeight": 16,
        "subtitlePadding": 5,
    }


def with_notes(svg: str, notes: Sequence[Note], width: Width) -> str:
    """Lines of small text under the drawing, inside a taller frame."""
    box = _box(svg)
    across, down = max(float(box[1]), float(width.value)), float(box[2])
    texts = "".join(_note(note, down + 16 + 15 * index) for index, note in enumerate(notes))
    total = down + 20 + 15 * len(notes)
    closed = re.sub(r"</svg>\s*$", lambda _: f"{texts}</svg>", svg)
    return closed.replace(box[0], f'viewBox="0 0 {across:g} {total:g}"', 1)


def _note(note: Note, at: float) -> str:
    pieces = "".join(f'<tspan fill="{color}">{escape(words)}</tspan>' for words, color in note)
    return f'<text x="2" y="{at:g}" font-family="{FONT}" font-size="11" xml:space="preserve">{pieces}</text>'


def as_page_element(svg: str, wording: Wording, width: Width) -> str:
    """Words for a screen reader on the whole alone, ids that do not collide in a page, colors that follow the page."""
    prefix = sha256(svg.encode()).hexdigest()[:8]
    svg = re.sub(r'(id="|url\(#)(clip\d+|gradient_\d+)', rf"\1c{prefix}\2", svg)
    svg = re.sub(r' (?:role="graphics-[^"]*"|aria-[a-z]+="[^"]*")', "", svg)
    svg = re.sub(r' d="([^"]*)"', lambda found: f' d="{_shorter(found[1])}"', svg)
    box = _box(svg)
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart chart-{width.name.lower()}" width="{box[1]}"'
        f' height="{box[2]}" {box[0]} role="img" lang="{wording.language}"'
        f' aria-label="{escape(wording.alternative)}">'
    )
    return re.sub(r"^.*?<svg[^>]*>", lambda _: opening, _with_variables(svg), count=1, flags=re.DOTALL)


def _box(svg: str) -> re.Match[str]:
    found = _BOX.search(svg)
    if found is None:
        raise ValueError("svg: no viewBox")
    return found


def _shorter(path: str) -> str:
    """Coordinates to a tenth of a unit: the eye cannot tell them from longer ones."""
    return re.sub(r"-?\d+\.\d+", lambda found: f"{round(float(found[0]), 1):g}", path)


def _with_variables(svg: str) -> str:
    for signal, strength in SHADES.items():
        ink = f'fill="var(--link, {LIGHT["link"]})" fill-opacity="{strength:g}"'
        svg = svg.replace(f'fill="{signal}"', ink)
    for name, color in LIGHT.items():
        svg = svg.replace(f'"{color}"', f'"var(--{name}, {color})"')
    return svg
