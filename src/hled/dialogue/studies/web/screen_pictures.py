"""The pictures of a screen: vulnerability beside capability, how sure the order is, and what moves it."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import takewhile
from typing import Any

from django.utils.safestring import SafeString

from hled.dialogue.studies.domain.names import plain_name
from hled.dialogue.studies.domain.screening.definitions import DEFINITIONS
from hled.dialogue.studies.web.pictures import drawn
from hled.interfaces import charts
from hled.interfaces.formats import number, share
from hled.kernel.bilingual import Bilingual

Item = Mapping[str, Any]
MOST_POINTS = 500
SECOND = "′"
"""Behind a place in the second order."""
MOST_LINES = 20
MOST_MOVERS = 8
_LABELED = 8
_LOOKS: Mapping[str, tuple[str, str, str]] = {
    "expand": ("done", "circle", "●"),
    "build": ("going", "square", "■"),
    "ease": ("quiet", "triangle-up", "▲"),
    "diversify": ("gone", "diamond", "◆"),
    "leave": ("open", "triangle-down", "▼"),
    "hold": ("late", "cross", "✚"),
}
"""Action area -> tone, shape, and the sign of the shape."""
_TIP = Bilingual(
    "{rank}. {name} ({code}). Rank {low}–{high} in 90 % of the runs; in the first 20 in {top20}. {imports} million dollars from outside. {area}.",
    "{rank}. {name} ({code}). Lugar {low}–{high} en 90 % de las corridas; entre los primeros 20 en {top20}. {imports} millones de dólares de fuera. {area}.",
)
_IN_20 = Bilingual("In 20", "En 20")
_LINES = Bilingual(
    "Place (dot), 5 to 95 % of the runs (line); logarithmic",
    "Lugar (punto), 5 a 95 % de las corridas (línea); logarítmica",
)
_LINES_TWO = Bilingual(
    "Place (dot), 5 to 95 % of the runs (line), place in the second order (diamond); logarithmic",
    "Lugar (punto), 5 a 95 % de las corridas (línea), lugar en el segundo orden (rombo); logarítmica",
)


def plane(rows: Sequence[Item], areas: Sequence[Item], words: charts.Wording) -> SafeString:
    """Dependency by capability; the size of a point is what comes from outside, and the first ones show how far they may stand off."""
    language = words.language
    shown = rows[:MOST_POINTS]
    codes = [each["code"] for each in areas]
    kinds = [charts.Kind(each[f"title_{language}"], *_LOOKS[each["code"]]) for each in areas]
    largest = max(float(each["external_imports"]) for each in shown) or 1.0
    points = [
        charts.Spot(
            float(each["need"]),
            float(each["capability"]),
            float(each["external_imports"]) / largest,
            codes.index(each["area"]),
            _tip(each, language),
            _label(each) if at < _LABELED else "",
            _both_spans(each) if at < _LABELED else None,
        )
        for at, each in enumerate(shown)
    ]
    axes = (
        DEFINITIONS["need"].title.in_language(language),
        DEFINITIONS["capability"].title.in_language(language),
    )
    return drawn(
        ["plane", points, kinds, words],
        lambda width: charts.plane(points, kinds, axes, words, width=width),
    )


def _both_spans(row: Item) -> tuple[tuple[float, float], tuple[float, float]]:
    """Around the place drawn, which may lie outside the 5 to 95 percent."""
    across, up = (
        (
            min(float(row[f"{name}_low"]), float(row[name])),
            max(float(row[f"{name}_high"]), float(row[name])),
        )
        for name in ("need", "capability")
    )
    return across, up


def _label(row: Item) -> str:
    """Its place; with a stroke where it has one in the second order alone."""
    return f"{_place(row, 'rank')}{'' if row['rank'] is not None else SECOND}"


def _place(row: Item, name: str) -> Any:
    return row[name] if row["rank"] is not None else row[f"{name}_after"]


def _tip(row: Item, language: str) -> str:
    return _TIP.format(
        rank=_place(row, "rank"),
        name=plain_name(row[f"name_{language}"], row["code"]),
        code=row["code"],
        low=_place(row, "low"),
        high=_place(row, "high"),
        top20=share(float(_place(row, "top20"))),
        imports=number(Decimal(row["external_imports"]) / 10**6, 0),
        area=row[f"area_{language}"],
    ).in_language(language)


def lines(
    rows: Sequence[Item], words: charts.Wording, *, after: str = "", other: bool = False
) -> SafeString | None:
    """
    The first rows with their intervals; None where there is none.

    Parameters
    ----------
    after
        `_after` for the places of the second order.
    other
        Whether the place in the second order stands beside that in the first.
    """
    named = _names(rows, words.language)
    placed = [
        charts.Placed(
            f"{each[f'rank{after}']}. {named(each)}",
            each[f"rank{after}"],
            each[f"low{after}"],
            each[f"high{after}"],
            share(float(each[f"top20{after}"])),
            each["rank_after"] if other else None,
        )
        for each in (sorted(rows, key=lambda row: row["rank_after"] or 0) if after else rows)
        if each[f"rank{after}"] is not None
    ][:MOST_LINES]
    if not placed:
        return None
    head = _IN_20.in_language(words.language)
    return drawn(
        ["lines", placed, head, words],
        lambda width: charts.rank_intervals(placed, head, words, width=width),
    )


def _names(rows: Sequence[Item], language: str) -> Callable[[Item], str]:
    """What a line is called: its name; of stages, what follows the list that all are of, else list and stage."""
    names = [each[f"name_{language}"] for each in rows]
    if not all(":" in each["code"] for each in rows):
        return lambda row: str(row[f"name_{language}"])
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(min(names), max(names), strict=False))
    shared = "".join(letter for letter, _ in alike) if len(names) > 1 else ""
    start = shared.rfind(": ") + 2
    return lambda row: row[f"name_{language}"][start:] if start > 1 else row["code"]


def unit_of_lines(*, two: bool) -> Bilingual:
    return _LINES_TWO if two else _LINES


def movers(sensitivity: Sequence[Item], words: charts.Wording) -> SafeString:
    """Total Sobol indices with their 95 percent interval, the largest first."""
    language = words.language
    ordered = sorted(sensitivity, key=lambda each: -float(each["total"]))[:MOST_MOVERS]
    bars = [
        charts.Ranked(
            each[f"title_{language}"],
            max(total, Decimal(0)),
            max(total - error, Decimal(0)),
            max(total + error, Decimal(0)),
        )
        for each in ordered
        for total, error in [(Decimal(each["total"]) * 100, Decimal(each["total_error"]) * 100)]
    ]
    return drawn(
        ["movers", bars, words], lambda width: charts.ranked_bars(bars, words, decimals=0, width=width)
    )


def spread(areas: Sequence[Item], words: charts.Wording) -> SafeString:
    """How many rows stand in each action area."""
    parts = [
        charts.Part(each[f"title_{words.language}"], each["count"], _LOOKS[each["code"]][0])
        for each in areas
        if each["count"] is not None
    ]
    return drawn(["spread", parts, words], lambda width: charts.distribution_bar(parts, words, width=width))
