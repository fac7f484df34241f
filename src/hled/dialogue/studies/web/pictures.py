"""The pictures of studies, drawn once for the same figures."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from hled.dialogue.chronicle.domain.memory import Memory
from hled.dialogue.studies.domain import names
from hled.dialogue.studies.domain.numbers import percent
from hled.interfaces import charts
from hled.interfaces.drawn import drawing
from hled.kernel.bilingual import Bilingual

_drawn: Memory[str] = Memory(200)

LIMITS = (Decimal("0.5"), Decimal(2), Decimal(8))
"""Percent; the same for every year, country and convention, so that pictures can be compared."""

MOST_BARS = 14
PERCENT = Bilingual("percent", "por ciento")
OF_INPUTS = Bilingual("percent of inputs", "por ciento de los insumos")
_SOURCE = Bilingual("Source: {source}", "Fuente: {source}")


def drawn(key: Sequence[object], draw: Callable[[charts.Width], str]) -> SafeString:
    """Both widths, of which the style sheet shows the one that fits; kept in memory and on disk."""
    figures = repr(tuple(key))

    def both() -> str:
        return "".join(draw(width) for width in charts.Width)

    svg = _drawn.recall(figures, lambda: drawing(f"studies {figures}", both))
    return mark_safe(svg)  # noqa: S308  # drawn by us from numbers and escaped words


def wording(
    alternative: Bilingual,
    source: Bilingual,
    language: str,
    *,
    unit: Bilingual = PERCENT,
    title: Bilingual | None = None,
) -> charts.Wording:
    return charts.Wording(
        title=title.in_language(language) if title else "",
        unit=unit.in_language(language),
        source=_SOURCE.format(source=source).in_language(language),
        alternative=alternative.in_language(language),
        language=language,
    )


def head(code: str, item: Mapping[str, Any]) -> Bilingual:
    """A supplier at the head of a column, in few words."""
    return names.capital(Bilingual(item["supplier_en"], item["supplier_es"])) if code else Bilingual("-", "-")


def matrix(
    rows: Sequence[tuple[Bilingual, Sequence[str | None]]],
    heads: Sequence[Bilingual],
    words: charts.Wording,
) -> SafeString:
    """Industries by suppliers; shares as text."""
    language = words.language
    drawn_rows = [
        charts.Row(name.in_language(language), [percent(each) for each in values]) for name, values in rows
    ]
    columns = [each.in_language(language) for each in heads]
    return drawn(
        ["matrix", drawn_rows, columns, words],
        lambda width: charts.matrix(drawn_rows, columns, words, limits=LIMITS, width=width),
    )


def stacked(
    bars: Sequence[tuple[Bilingual, Sequence[str]]],
    key: Sequence[Bilingual],
    words: charts.Wording,
) -> SafeString:
    """Bars of pieces that add up to one; shares as text."""
    language = words.language
    shown = [
        charts.Stacked(name.in_language(language), [percent(each) or Decimal(0) for each in pieces])
        for name, pieces in bars
    ]
    said = [names.capital(each).in_language(language) for each in key]
    return drawn(
        ["stacked", shown, said, words],
        lambda width: charts.stacked_bars(shown, said, words, width=width),
    )


def ranked(
    bars: Sequence[tuple[Bilingual, str, str | None, str | None]],
    words: charts.Wording,
    *,
    decimals: int = 1,
    as_percent: bool = True,
) -> SafeString:
    """Bars with their range, the longest first as given; shares or amounts as text."""
    language = words.language

    def value(text: str | None) -> Decimal | None:
        return percent(text) if as_percent else None if text is None else Decimal(text)

    shown = [
        charts.Ranked(name.in_language(language), value(each) or Decimal(0), value(low), value(high))
        for name, each, low, high in bars
    ]
    return drawn(
        ["ranked", shown, words, decimals],
        lambda width: charts.ranked_bars(shown, words, decimals=decimals, width=width),
    )
