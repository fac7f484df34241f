"""Bars of pieces, one under the other, each adding up to the same whole."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from hled.interfaces.charts.finish import Note, finished
from hled.interfaces.charts.matrix import shortened
from hled.interfaces.charts.theme import LIGHT
from hled.interfaces.charts.words import Stacked, Width, Wording
from hled.interfaces.formats import number

TONES = ("link", "late", "done", "quiet", "gone")
"""Tones of the pieces, in the order of the key."""
_BAR = 15
_STEP = {Width.WIDE: 24, Width.PHONE: 38}
_LABELS = {Width.WIDE: 270, Width.PHONE: 0}
_FITS = 30
"""Room that a number needs inside its piece."""


def stacked_bars(
    bars: Sequence[Stacked],
    key: Sequence[str],
    wording: Wording,
    *,
    whole: Decimal = Decimal(100),
    width: Width = Width.WIDE,
) -> str:
    """
    One bar for each, in the order given, its pieces side by side; the number stands inside where it fits.

    Parameters
    ----------
    key
        Words of the pieces, at most five.
    whole
        Length of the axis; pieces of every bar add up to it.

    Raises
    ------
    ValueError
        When there is no bar, a piece is negative, or pieces and key do not match.
    """
    wrong = [bar for bar in bars if len(bar.pieces) != len(key) or any(each < 0 for each in bar.pieces)]
    if not bars or wrong or not 0 < len(key) <= len(TONES):
        raise ValueError(f"bars: {len(bars)}, {len(wrong)} with negative pieces or without their words")
    import altair as alt

    step, left = _STEP[width], _LABELS[width]
    across, down = width.value - 4, step * len(bars)
    drawn = _Stacked(alt, left, (across - left) / float(whole), across, down, step)
    layers = [layer for index, bar in enumerate(bars) for layer in drawn.bar(index, bar)]
    chart = alt.layer(*layers).properties(width=across, height=down)
    return finished(chart, wording, width, _key(key, width))


class _Stacked:
    """Layers of bars, in pixels from the upper left corner."""

    def __init__(self, alt: Any, left: int, unit: float, across: int, height: int, step: int) -> None:
        self.alt, self.left, self.unit, self.step = alt, left, unit, step
        self.x = alt.Scale(domain=[0, across], nice=False)
        self.y = alt.Scale(domain=[height, 0], nice=False)

    def bar(self, index: int, bar: Stacked) -> list[Any]:
        center = self.step * (index + 1) - 11
        label = shortened(bar.label, 41 if self.left else 48)
        layers = [self._words(label, 0, center if self.left else center - 18, LIGHT["ink"], "left")]
        start = float(self.left)
        for tone, piece in zip(TONES, bar.pieces, strict=False):
            end = start + float(piece) * self.unit
            if end > start:
                layers.append(self._box(start, end, center, LIGHT[tone]))
            if end - start >= _FITS:
                layers.append(
                    self._words(number(piece, 1), (start + end) / 2, center, LIGHT["paper"], "center")
                )
            start = end
        return layers

    def _box(self, start: float, end: float, center: float, color: str) -> Any:
        row = {"start": start, "end": end, "above": center - _BAR / 2, "below": center + _BAR / 2}
        mark = self._chart(row).mark_rect(color=color, stroke=LIGHT["paper"], strokeWidth=0.8)
        return mark.encode(
            x=self.alt.X("start:Q", axis=None, scale=self.x),
            x2="end:Q",
            y=self.alt.Y("above:Q", axis=None, scale=self.y),
            y2="below:Q",
        )

    def _words(self, words: str, at: float, center: float, color: str, align: str) -> Any:
        mark = self._chart({"at": at, "center": center, "words": words}).mark_text(
            align=align, baseline="middle", fontSize=12 if align == "left" else 11, color=color
        )
        return mark.encode(
            x=self.alt.X("at:Q", axis=None, scale=self.x),
            y=self.alt.Y("center:Q", axis=None, scale=self.y),
            text="words:N",
        )

    def _chart(self, row: dict[str, Any]) -> Any:
        return self.alt.Chart(self.alt.Data(values=[row]))


def _key(words: Sequence[str], width: Width) -> list[Note]:
    """Lines of the key, each piece of words behind a square of its tone."""
    most = 110 if width is Width.WIDE else 50
    lines: list[list[tuple[str, str]]] = [[]]
    used = 0
    for tone, said in zip(TONES, words, strict=False):
        piece = f" {said}    "
        if used + len(piece) > most and lines[-1]:
            lines.append([])
            used = 0
        lines[-1] += [("■", LIGHT[tone]), (piece, LIGHT["ink"])]
        used += len(piece) + 1
    return list(lines)
