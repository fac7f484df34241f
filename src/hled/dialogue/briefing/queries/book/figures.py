"""
The drawings of a book, by the house's own marks: one mark for each commitment, so that it can be counted.

Drawn by hand and not by a plotting library: they take milliseconds, and no font of the machine is asked.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from math import ceil

from hled.interfaces.charts import LIGHT, Width, Wording, in_fixed_colors
from hled.interfaces.charts.by_hand import group, path, sheet, words
from hled.interfaces.marks import MARKS, STATUS_ORDER, TONES
from hled.kernel.bilingual import Bilingual
from hled.sources.record.schema import Record

PAPER: Mapping[str, str] = {**LIGHT, "paper": "#ffffff"}
_WIDE = Width.WIDE.value
_STEP = 14
"""From one mark to the next."""
MOST_MARKS = 144
"""A pillar with more is drawn as a bar of lengths: so many marks can no longer be counted."""
_LOOSE = Bilingual("{n} without a dated report or statement", "{n} sin informe ni enunciado fechado")


def _mark(status: str, x: float, y: float, size: float = 11) -> str:
    shape = MARKS[status].svg.replace("currentColor", LIGHT[TONES[status]])
    return f'<g transform="translate({x:.1f},{y:.1f}) scale({size / 12:.3f})">{shape}</g>'


def _finished(marks: Sequence[str], height: float, wording: Wording) -> str:
    return in_fixed_colors(sheet(marks, height, wording, Width.WIDE, []), PAPER)


def _key(counts: Mapping[str, int], labels: Mapping[str, str], top: float) -> tuple[list[str], float]:
    """Marks with their words and numbers, in lines; and where the key ends."""
    drawn, x, y = [], 0.0, top
    for status in (each for each in STATUS_ORDER if counts.get(each)):
        text = f"{labels[status]} {counts[status]}"
        taken = 34 + 5.9 * len(text)
        if x and x + taken > _WIDE:
            x, y = 0.0, y + 18
        drawn += [_mark(status, x, y), words(text, x + 17, y + 10)]
        x += taken
    return drawn, y + 22


def by_pillar(
    groups: Sequence[tuple[str, Mapping[str, int]]], labels: Mapping[str, str], wording: Wording
) -> str:
    """
    A row of marks for each pillar, one mark an item, and a key.

    Parameters
    ----------
    groups
        Words of a pillar, and its count of each status code.
    """
    whole: Counter[str] = Counter()
    for _, counts in groups:
        whole.update(counts)
    largest = max((sum(counts.values()) for _, counts in groups), default=1)
    drawn, y = _key(whole, labels, 0)
    across = _WIDE // _STEP
    for title, counts in groups:
        y += 16
        total = sum(counts.values())
        drawn.append(words(f"{title}: {total}", 0, y, bold=True))
        y += 8
        in_order = [code for code in STATUS_ORDER for _ in range(counts.get(code, 0))]
        if largest <= MOST_MARKS:
            drawn += [
                _mark(code, place % across * _STEP, y + place // across * _STEP)
                for place, code in enumerate(in_order)
            ]
            y += _STEP * max(ceil(total / across), 1)
        else:
            drawn += _lengths(counts, _WIDE / largest, y)
            y += 20
    return _finished(drawn, y + 4, wording)


def _lengths(counts: Mapping[str, int], unit: float, y: float) -> list[str]:
    drawn, x = [], 0.0
    for status in (each for each in STATUS_ORDER if counts.get(each)):
        size = counts[status] * unit
        box = f'<rect x="{x:.1f}" y="{y:.1f}" width="{size:.1f}" height="16"/>'
        drawn.append(group([box], fill=TONES[status], line="paper", opacity=0.3))
        if size >= 14:
            drawn.append(_mark(status, x + 2, y + 2.5))
        x += size
    return drawn


def last_words(items: Sequence[tuple[str, date | None]], until: date, wording: Wording) -> str:
    """
    Each item, as the mark of its status, at the quarter in which it was last heard of.

    Parameters
    ----------
    items
        Status code and day; None where no dated paper speaks of it: such items are counted in words.
    """
    heard = [(day, code) for code, day in items if day]
    first = min((day.year for day, _ in heard), default=until.year)
    span = (until.year - first + 1) * 4
    width = _WIDE / span
    side = max(int((width - 4) // 11), 1)
    columns: dict[int, list[str]] = {}
    for day, code in sorted(heard, key=lambda pair: STATUS_ORDER.index(pair[1])):
        columns.setdefault((day.year - first) * 4 + (day.month - 1) // 3, []).append(code)
    most = max((ceil(len(each) / side) for each in columns.values()), default=1)
    step = min(12.0, 170 / most)
    floor = 8 + most * step
    drawn = [path([(0, floor + 2, _WIDE, floor + 2)], "soft", 1)]
    for place, codes in sorted(columns.items()):
        drawn += [
            _mark(
                code,
                place * width + 2 + at % side * (width - 4) / side,
                floor - (at // side + 1) * step,
                min(step - 1, 11),
            )
            for at, code in enumerate(codes)
        ]
        drawn.append(
            words(
                str(len(codes)),
                place * width + 2,
                floor - ceil(len(codes) / side) * step - 3,
                tone="soft",
            )
        )
    for year in range(first, until.year + 1):
        x = (year - first) * 4 * width
        drawn += [path([(x, floor + 2, x, floor + 8)], "soft", 1), words(str(year), x + 2, floor + 20)]
    return _finished([f'<g transform="translate(0,12)">{"".join(drawn)}</g>'], floor + 34, wording)


def meetings_held(
    meetings: Sequence[Record],
    due: Sequence[tuple[str, date, bool]],
    until: date,
    labels: Mapping[str, str],
    wording: Wording,
) -> str:
    """
    Meetings along the years, one line for each level, and when the next ones were due.

    Parameters
    ----------
    due
        Level, day, and whether that day has passed.
    """
    held = [(date.fromisoformat(each["date"]), each["level"]) for each in meetings]
    first = min((day.year for day, _ in held), default=until.year)
    last = max([until.year, *(day.year for _, day, _ in due)])
    start, left = date(first, 1, 1), 0.0
    days = (date(last, 12, 31) - start).days or 1

    def x(day: date) -> float:
        return left + (day - start).days / days * (_WIDE - 12 - left)

    drawn: list[str] = []
    y = 0.0
    for level in labels:
        y += 16
        drawn.append(words(labels[level], 0, y, bold=True))
        y += 22
        drawn.append(path([(0, y, _WIDE, y)], "line", 1))
        for day in (day for day, of in held if of == level):
            drawn.append(group([f'<circle cx="{x(day):.1f}" cy="{y}" r="5"/>'], fill="link", line="paper"))
        for _, day, late in (each for each in due if each[0] == level):
            tone = "late" if late else "open"
            at = x(day)
            drawn.append(
                group(
                    [f'<path d="M{at:.1f} {y - 7}L{at + 7:.1f} {y + 5}H{at - 7:.1f}Z"/>'],
                    fill="paper",
                    line=tone,
                )
            )
        y += 8
    bottom = y + 8
    drawn.append(path([(x(until), 4, x(until), bottom)], "ink", 1))
    drawn.append(path([(0, bottom, _WIDE, bottom)], "soft", 1))
    every = max(1, (last - first) // 12)
    for year in range(first, last + 1, every):
        at = x(date(year, 1, 1))
        drawn += [path([(at, bottom, at, bottom + 6)], "soft", 1), words(str(year), at + 2, bottom + 18)]
    return _finished(drawn, bottom + 26, wording)
