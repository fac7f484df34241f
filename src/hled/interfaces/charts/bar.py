"""One bar of all pieces of a whole."""

from collections.abc import Sequence
from typing import Any

from hled.interfaces.charts.finish import Note, finished
from hled.interfaces.charts.theme import LIGHT
from hled.interfaces.charts.words import Part, Width, Wording
from hled.interfaces.formats import number

_FAINT = 0.55


def distribution_bar(parts: Sequence[Part], wording: Wording, *, width: Width = Width.WIDE) -> str:
    """
    One bar of all pieces, each with its count inside where it fits, and a key of words below.

    Raises
    ------
    ValueError
        When the counts add up to zero, or one is negative.
    """
    total = sum(part.count for part in parts)
    if total <= 0 or any(part.count < 0 for part in parts):
        raise ValueError(f"parts: counts {[part.count for part in parts]} draw no bar")
    import altair as alt

    shown = [part for part in parts if part.count]
    rows = _rows(shown, total, width)
    axis: dict[str, Any] = {"scale": alt.Scale(domain=[0, total], nice=False), "axis": None}
    tones = list(dict.fromkeys(part.tone for part in shown))
    fill = alt.Scale(domain=tones, range=[LIGHT[tone] for tone in tones])
    bar = (
        alt.Chart(alt.Data(values=rows))  # type: ignore[no-untyped-call]
        .mark_bar(height=28, stroke=LIGHT["paper"], strokeWidth=1.5)
        .encode(
            x=alt.X("start:Q", **axis),
            x2="end:Q",
            color=alt.Color("tone:N", scale=fill, legend=None),
            fillOpacity=alt.FillOpacity("ink:Q", scale=None),
        )
    )
    counts = (
        alt.Chart(alt.Data(values=[row for row in rows if row["fits"]]))  # type: ignore[no-untyped-call]
        .mark_text(fontSize=13, fontWeight=600)
        .encode(x=alt.X("middle:Q", **axis), text="words:N", color=alt.Color("on:N", scale=None))
    )
    chart = alt.layer(bar, counts).properties(width=width.value - 6, height=30)
    return finished(chart, wording, width, _key(shown, width), unit=False)


def _rows(parts: Sequence[Part], total: int, width: Width) -> list[dict[str, Any]]:
    rows = []
    start = 0
    for part in parts:
        end = start + part.count
        fits = part.count / total * width.value > 9 * len(number(part.count)) + 6
        ink = _FAINT if part.faint else 1
        row = {"start": start, "end": end, "middle": (start + end) / 2, "tone": part.tone, "ink": ink}
        on = LIGHT["ink" if part.faint else "paper"]
        rows.append({**row, "words": number(part.count), "fits": fits, "on": on})
        start = end
    return rows


def _key(parts: Sequence[Part], width: Width) -> list[Note]:
    """Lines of the key, each piece of words behind a square of its tone."""
    most = 110 if width is Width.WIDE else 50
    lines: list[list[tuple[str, str]]] = [[]]
    used = 0
    for part in parts:
        words = f" {part.label} {number(part.count)}    "
        if used + len(words) > most and lines[-1]:
            lines.append([])
            used = 0
        lines[-1] += [("□" if part.faint else "■", LIGHT[part.tone]), (words, LIGHT["ink"])]
        used += len(words) + 1
    return list(lines)
