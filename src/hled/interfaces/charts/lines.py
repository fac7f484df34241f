"""Lines in time: one plot with marks, baseline and target, or one small plot per place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from statistics import median
from typing import Any

from hled.interfaces.charts.finish import Note, finished, source_notes
from hled.interfaces.charts.theme import LIGHT, LINE_TONES, wrapped
from hled.interfaces.charts.words import Aim, Level, Line, Moment, Width, Wording
from hled.interfaces.formats import number
from hled.kernel.bilingual import Bilingual

TICKS = Bilingual(
    "Ticks on the axis: meetings of the Dialogue.", "Marcas sobre el eje: reuniones del Diálogo."
)
OWN_SCALES = Bilingual("Each plot has its own scale.", "Cada gráfica tiene su propia escala.")

HEIGHT = 260
_LABEL = 14
_GUTTER = {"row": 48, "column": 46}
"""Room between small plots for axis labels and titles, so that all stand in line."""
_MARGIN = timedelta(days=120)


def line_chart(
    lines: Sequence[Line],
    wording: Wording,
    *,
    moments: Sequence[Moment] = (),
    baseline: Level | None = None,
    aims: Sequence[Aim] = (),
    band: tuple[Decimal, Decimal] | None = None,
    decimals: int = 0,
    from_zero: bool = True,
    width: Width = Width.WIDE,
) -> str:
    """
    One to four series in time, each labeled at its end.

    Raises
    ------
    ValueError
        When no line has a value, or there are more than four.
    """
    _require_values(lines)
    if len(lines) > len(LINE_TONES):
        raise ValueError(f"lines: {len(lines)} are more than {len(LINE_TONES)}; use small multiples")
    import altair as alt

    days = [*_days(lines), *(aim.day for aim in aims)]
    values = [*_values(lines), *_edges(baseline, aims)]
    moments = [each for each in moments if min(days) <= each.day <= max(days)]
    plot = _Plot(
        alt,
        _time_axis(alt, days, 8 if width is Width.WIDE else 5),
        _value_axis(alt, values, decimals, from_zero),
    )
    labels = _end_labels(lines, baseline, max(days), decimals, width)
    layers = [
        *([plot.band(band)] if band else []),
        *([plot.zero()] if min(values) < 0 < max(values) else []),
        *plot.rules(moments),
        *plot.moment_labels(moments, days),
        *plot.ticks(moments),
        *(plot.baseline(baseline, max(days)) if baseline else []),
        *(
            layer
            for line, tone in zip(lines, LINE_TONES, strict=False)
            for layer in plot.line(line, LIGHT[tone])
        ),
        *(plot.end_label(label) for label in _apart(labels, values, from_zero)),
        *(layer for aim in aims for layer in plot.aim(aim)),
    ]
    inner = width.value - 46 - max(round(max(map(len, label.words)) * 6.8) for label in labels)
    chart = alt.layer(*layers).properties(width=inner, height=HEIGHT)
    ticked = any(not each.label for each in moments)
    notes = source_notes(TICKS.in_language(wording.language), width) if ticked else []
    return finished(chart, wording, width, notes)


def small_multiples(
    panels: Sequence[Line],
    wording: Wording,
    *,
    moments: Sequence[Moment] = (),
    decimals: int = 0,
    from_zero: bool = True,
    common_scale: bool = False,
    width: Width = Width.WIDE,
) -> str:
    """
    One small plot per place, in the order given; the last value stands in each title.

    Raises
    ------
    ValueError
        When no panel has a value.
    """
    _require_values(panels)
    import altair as alt

    columns = 4 if width is Width.WIDE else 2
    size = width.value // columns - _GUTTER["column"]
    time = _time_axis(alt, _days(panels), 3)
    drawn = [
        _panel(
            alt, panel, panels if common_scale else [panel], time, moments, decimals, from_zero
        ).properties(width=size, height=70, title=_panel_title(panel, decimals))
        for panel in panels
    ]
    chart = alt.concat(*drawn, columns=columns, spacing=_GUTTER, bounds="flush")
    notes: list[Note] = [] if common_scale else source_notes(OWN_SCALES.in_language(wording.language), width)
    return finished(chart, wording, width, notes)


@dataclass(frozen=True, slots=True)
class _Label:
    """Words at the end of a line, on a value that may be moved to make room."""

    day: date
    at: float
    words: tuple[str, ...]
    color: str
    weight: int = 600


class _Plot:
    """The layers of a plot over time on one pair of axes."""

    def __init__(self, alt: Any, time: Any, value: Any) -> None:
        self.alt = alt
        self.time = time
        self.value = value

    def _chart(self, rows: Sequence[dict[str, Any]]) -> Any:
        return self.alt.Chart(self.alt.Data(values=list(rows)))

    def line(self, line: Line, color: str) -> list[Any]:
        rows = _with_gaps(line.points)
        drawn = self._chart(rows).mark_line(color=color, strokeWidth=1.8)
        dots = self._chart(_lonely(rows)).mark_point(color=color, filled=True, size=36, opacity=1)
        return [each.encode(x=self.time, y=self.value) for each in (drawn, dots)]

    def end_label(self, label: _Label) -> Any:
        row = {"day": label.day.isoformat(), "value": label.at, "words": list(label.words)}
        lift = -_LABEL * (len(label.words) - 1) / 2
        return (
            self._chart([row])
            .mark_text(
                align="left",
                baseline="middle",
                dx=7,
                dy=lift,
                color=label.color,
                fontSize=12,
                fontWeight=label.weight,
                lineHeight=_LABEL,
            )
            .encode(x=self.time, y=self.value, text="words:N")
        )

    def rules(self, moments: Sequence[Moment]) -> list[Any]:
        rows = [{"day": each.day.isoformat()} for each in moments if each.label]
        return (
            [self._chart(rows).mark_rule(color=LIGHT["soft"], strokeDash=[3, 3]).encode(x=self.time)]
            if rows
            else []
        )

    def moment_labels(self, moments: Sequence[Moment], days: Sequence[date]) -> list[Any]:
        """Above the plot, turned toward its middle."""
        middle = min(days) + (max(days) - min(days)) / 2
        return [
            self._chart([{"day": each.day.isoformat(), "words": each.label}])
            .mark_text(
                align="right" if each.day > middle else "left",
                baseline="bottom",
                dx=4 if each.day > middle else -4,
                color=LIGHT["soft"],
                fontSize=11,
            )
            .encode(x=self.time, y=self.alt.value(-4), text="words:N")
            for each in moments
            if each.label
        ]

    def ticks(self, moments: Sequence[Moment]) -> list[Any]:
        rows = [{"day": each.day.isoformat()} for each in moments if not each.label]
        ends = {"y": self.alt.value(HEIGHT), "y2": self.alt.value(HEIGHT - 9)}
        marked = self._chart(rows).mark_rule(color=LIGHT["ink"], strokeWidth=1.5).encode(x=self.time, **ends)
        return [marked] if rows else []

    def baseline(self, baseline: Level, until: date) -> list[Any]:
        ends = [{"day": day.isoformat(), "value": float(baseline.value)} for day in (baseline.since, until)]
        drawn = self._chart(ends).mark_line(color=LIGHT["soft"], strokeWidth=1, strokeDash=[5, 3])
        return [drawn.encode(x=self.time, y=self.value)]

    def aim(self, aim: Aim) -> list[Any]:
        row = {"day": aim.day.isoformat(), "value": float(aim.value), "words": aim.label}
        mark = self._chart([row]).mark_point(
            shape="diamond", filled=True, size=70, color=LIGHT["ink"], opacity=1
        )
        text = self._chart([row]).mark_text(
            align="right", baseline="middle", dx=-9, color=LIGHT["ink"], fontSize=11
        )
        layers = [
            mark.encode(x=self.time, y=self.value),
            text.encode(x=self.time, y=self.value, text="words:N"),
        ]
        if aim.low is not None and aim.high is not None:
            ends = {"day": row["day"], "value": float(aim.low), "high": float(aim.high)}
            rule = self._chart([ends]).mark_rule(color=LIGHT["ink"], strokeWidth=2)
            layers.insert(0, rule.encode(x=self.time, y=self.value, y2="high:Q"))
        return layers

    def band(self, band: tuple[Decimal, Decimal]) -> Any:
        rows = [{"value": float(band[0]), "high": float(band[1])}]
        return (
            self._chart(rows).mark_rect(color=LIGHT["done"], opacity=0.12).encode(y=self.value, y2="high:Q")
        )

    def zero(self) -> Any:
        return self._chart([{"value": 0}]).mark_rule(color=LIGHT["ink"], strokeWidth=1).encode(y=self.value)


def _panel(
    alt: Any,
    panel: Line,
    on_scale_of: Sequence[Line],
    time: Any,
    moments: Sequence[Moment],
    decimals: int,
    from_zero: bool,
) -> Any:
    value = _value_axis(alt, _values(on_scale_of) or [Decimal(0), Decimal(1)], decimals, from_zero, ticks=3)
    plot = _Plot(alt, time, value)
    return alt.layer(*plot.rules(moments), *plot.line(panel, LIGHT["link"]))


def _panel_title(panel: Line, decimals: int) -> dict[str, Any]:
    last = f"  {number(panel.last[1], decimals)}" if panel.last else ""
    return {
        "text": f"{panel.label}{last}",
        "fontSize": 11.5,
        "fontWeight": 600,
        "color": LIGHT["ink"],
        "anchor": "start",
        "frame": "group",
        "offset": 5,
    }


def _time_axis(alt: Any, days: Sequence[date], most: int) -> Any:
    first, last = min(days), max(days)
    step = next((each for each in (1, 2, 5, 10) if (last - first).days / 365.25 / each <= most), 20)
    years = [year for year in range(first.year, last.year + 2) if year % step == 0]
    shown = [year for year in years if first - _MARGIN <= date(year, 1, 1) <= last + _MARGIN]
    axis = alt.Axis(format="%Y", values=[alt.DateTime(year=year) for year in shown], grid=False)
    return alt.X("day:T", title=None, axis=axis, scale=alt.Scale(nice=False))


def _value_axis(
    alt: Any,
    values: Sequence[Decimal],
    decimals: int,
    from_zero: bool,
    ticks: int = 5,
) -> Any:
    spread = max(values) - (min(*values, Decimal(0)) if from_zero else min(values))
    shown = 0 if spread >= 5 else max(decimals, 1)
    axis = alt.Axis(format=f",.{shown}~f", tickCount=ticks, domain=False, ticks=False)
    return alt.Y("value:Q", title=None, axis=axis, scale=alt.Scale(zero=from_zero, nice=True))


def _end_labels(
    lines: Sequence[Line], baseline: Level | None, until: date, decimals: int, width: Width
) -> list[_Label]:
    columns = 16 if width is Width.WIDE else 11
    labels = [
        _Label(
            line.last[0],
            float(line.last[1]),
            (*wrapped(line.label, columns), number(line.last[1], decimals)),
            LIGHT[tone],
        )
        for line, tone in zip(lines, LINE_TONES, strict=False)
        if line.last
    ]
    if baseline:
        labels.append(
            _Label(until, float(baseline.value), tuple(wrapped(baseline.label, columns)), LIGHT["soft"], 400)
        )
    return labels


def _apart(labels: Sequence[_Label], values: Sequence[Decimal], from_zero: bool) -> list[_Label]:
    """Labels moved up and down from their common middle until none covers another."""
    low = float(min(*values, Decimal(0)) if from_zero else min(values))
    unit = (float(max(values)) - low or 1.0) / HEIGHT
    ordered = sorted(labels, key=lambda label: label.at)
    places = [label.at for label in ordered]
    for _ in range(40):
        for index, (lower, upper) in enumerate(pairwise(ordered)):
            room = unit * (_LABEL * (len(lower.words) + len(upper.words)) / 2 + 6)
            lacking = room - (places[index + 1] - places[index])
            if lacking > 0 and lower.day == upper.day:
                places[index] -= lacking / 2
                places[index + 1] += lacking / 2
    top = float(max(values)) - unit * 4
    return [
        replace(label, at=min(place, max(top, label.at)))
        for label, place in zip(ordered, places, strict=True)
    ]


def _with_gaps(points: Sequence[tuple[date, Decimal | None]]) -> list[dict[str, Any]]:
    """Rows of a line, with an empty one in every gap, so that missing time is not bridged."""
    ordered = sorted(points, key=lambda point: point[0])
    steps = [(later[0] - earlier[0]).days for earlier, later in pairwise(ordered)]
    usual = median(steps) if steps else 0
    rows: list[dict[str, Any]] = []
    for index, (day, value) in enumerate(ordered):
        rows.append({"day": day.isoformat(), "value": None if value is None else float(value)})
        if index < len(steps) and steps[index] > 1.6 * usual:
            rows.append({"day": (day + timedelta(days=1)).isoformat(), "value": None})
    return rows


def _lonely(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Values with no neighbor, which a line cannot show."""
    values = [None, *(row["value"] for row in rows), None]
    return [
        row
        for row, before, after in zip(rows, values, values[2:], strict=False)
        if row["value"] is not None and before is None and after is None
    ]


def _require_values(lines: Sequence[Line]) -> None:
    if not _values(lines):
        raise ValueError("lines: none has a value to draw")


def _values(lines: Sequence[Line]) -> list[Decimal]:
    return [value for line in lines for _, value in line.points if value is not None]


def _days(lines: Sequence[Line]) -> list[date]:
    return [day for line in lines for day, _ in line.points]


def _edges(baseline: Level | None, aims: Sequence[Aim]) -> list[Decimal]:
    edges = [each for aim in aims for each in (aim.value, aim.low, aim.high) if each is not None]
    return [*edges, baseline.value] if baseline else edges
