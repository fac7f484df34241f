"""Bars in order of size, each with its number and how sure it is."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from hled.interfaces.charts.finish import finished
from hled.interfaces.charts.matrix import shortened
from hled.interfaces.charts.theme import LIGHT
from hled.interfaces.charts.words import Ranked, Width, Wording
from hled.interfaces.formats import number

_BAR = 14
_STEP = {Width.WIDE: 24, Width.PHONE: 38}
_LABELS = {Width.WIDE: 270, Width.PHONE: 0}
_VALUES = 62
"""Room for the number at the end of a bar."""


def ranked_bars(
    bars: Sequence[Ranked],
    wording: Wording,
    *,
    decimals: int = 1,
    most: Decimal | None = None,
    width: Width = Width.WIDE,
) -> str:
    """
    One bar for each, in the order given, from zero; a line over its end shows its interval.

    Parameters
    ----------
    most
        Value at the right edge; the largest of all where None. Give it where drawings are to be compared.

    Raises
    ------
    ValueError
        When there is no bar, or one is negative.
    """
    if not bars or any(bar.value < 0 for bar in bars):
        raise ValueError(f"bars: {len(bars)}, none may be negative")
    import altair as alt

    step, left = _STEP[width], _LABELS[width]
    largest = float(most or max(each for bar in bars for each in (bar.value, bar.high or bar.value))) or 1.0
    room = width.value - 4 - left - _VALUES
    drawn = _Ranked(alt, left, room / largest, width.value - 4, step * len(bars), step)
    layers = [layer for index, bar in enumerate(bars) for layer in drawn.bar(index, bar, decimals)]
    chart = alt.layer(*layers).properties(width=width.value - 4, height=step * len(bars))
    return finished(chart, wording, width)


class _Ranked:
    """Layers of bars, in pixels from the upper left corner."""

    def __init__(self, alt: Any, left: int, unit: float, across: int, height: int, step: int) -> None:
        self.alt, self.left, self.unit, self.step = alt, left, unit, step
        self.x = alt.Scale(domain=[0, across], nice=False)
        self.y = alt.Scale(domain=[height, 0], nice=False)

    def bar(self, index: int, bar: Ranked, decimals: int) -> list[Any]:
        center = self.step * (index + 1) - 11
        end = self.left + float(bar.value) * self.unit
        edge = max(end, self.left + float(bar.high) * self.unit) if bar.high is not None else end
        label = shortened(bar.label, 41 if self.left else 48)
        box = {"start": self.left, "end": end, "above": center - _BAR / 2, "below": center + _BAR / 2}
        color = LIGHT["gone"] if bar.faint else LIGHT["link"]
        layers = [
            self._chart(box).mark_rect(color=color).encode(**self._box()),
            self._words(label, 0, center if self.left else center - 18, "ink"),
            self._words(number(bar.value, decimals), edge + 6, center, "ink"),
        ]
        if bar.low is not None and bar.high is not None:
            layers.insert(1, self._interval(bar.low, bar.high, center))
        return layers

    def _chart(self, row: dict[str, Any]) -> Any:
        return self.alt.Chart(self.alt.Data(values=[row]))

    def _box(self) -> dict[str, Any]:
        return {
            "x": self.alt.X("start:Q", axis=None, scale=self.x),
            "x2": "end:Q",
            "y": self.alt.Y("above:Q", axis=None, scale=self.y),
            "y2": "below:Q",
        }

    def _interval(self, low: Decimal, high: Decimal, center: float) -> Any:
        """A dark line in a light border, so that it is seen on the bar and beyond it."""
        row = {
            "start": self.left + float(low) * self.unit,
            "end": self.left + float(high) * self.unit,
            "above": center - 2.5,
            "below": center + 2.5,
        }
        mark = self._chart(row).mark_rect(color=LIGHT["ink"], stroke=LIGHT["paper"], strokeWidth=1.5)
        return mark.encode(**self._box())

    def _words(self, words: str, at: float, center: float, tone: str) -> Any:
        mark = self._chart({"at": at, "center": center, "words": words}).mark_text(
            align="left", baseline="middle", fontSize=12, color=LIGHT[tone]
        )
        return mark.encode(
            x=self.alt.X("at:Q", axis=None, scale=self.x),
            y=self.alt.Y("center:Q", axis=None, scale=self.y),
            text="words:N",
        )
