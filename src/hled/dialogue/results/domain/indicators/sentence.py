"""The finding of an indicator in one sentence, for the title of its page and chart."""

from decimal import Decimal

from hled.dialogue.results.domain.indicators.aggregation import Point
from hled.dialogue.results.domain.indicators.baseline import Baseline
from hled.dialogue.results.domain.indicators.definition import Definition, Frequency
from hled.interfaces.formats import month, number
from hled.kernel.bilingual import Bilingual

_LATEST = Bilingual("{title}: {value} {unit} {when}", "{title}: {value} {unit} {when}")
_CHANGE = Bilingual("{latest}, {change} % {word} than {then}", "{latest}, {change} % {word} que {then}")
_POINTS = Bilingual(
    "{latest}, {change} {unit} {word} than {then}",
    "{latest}, {change} {unit} {word} que {then}",
)
_SAME = Bilingual("{latest}, the same as {then}", "{latest}, igual que {then}")
_MORE = Bilingual("more", "más")
_LESS = Bilingual("less", "menos")
_SHARE_POINTS = Bilingual("percentage points", "puntos porcentuales")
_NOTHING = Bilingual(
    "{title}: no figure for the whole; see the places",
    "{title}: sin cifra para el conjunto; véanse los lugares",
)


def finding_sentence(definition: Definition, latest: Point | None, baseline: Baseline | None) -> Bilingual:
    """
    Latest value with unit and period, and the change since the relaunch.

    A change is a percentage; of shares and of indexes that pass through zero it is the difference. Without a later value than
    the baseline there is no change to speak of.
    """
    if latest is None or latest.value is None:
        return _NOTHING.format(title=definition.title)
    value = number(definition.shown(latest.value), definition.decimals)
    said = _LATEST.format(
        title=definition.title, value=value, unit=definition.display_unit, when=when_of(definition, latest)
    )
    if baseline is None or latest.period_end <= baseline.point.period_end:
        return said
    return _with_change(definition, said, latest.value, baseline)


def when_of(definition: Definition, point: Point) -> Bilingual:
    """The period of a point in words: `in the year to February 2025`, `in 2024`, `in January 2025`."""
    if definition.frequency in {Frequency.YEARLY, Frequency.ONCE}:
        return Bilingual(f"in {point.period_end.year}", f"en {point.period_end.year}")
    en, es = month(point.period_end, "en"), month(point.period_end, "es")
    if definition.seasonal:
        return Bilingual(f"in the year to {en}", f"en el año a {es}")
    return Bilingual(f"in {en}", f"en {es}")


def _with_change(definition: Definition, said: Bilingual, value: Decimal, baseline: Baseline) -> Bilingual:
    start, then = baseline.value, when_of(definition, baseline.point)
    word = _MORE if value > start else _LESS
    if definition.display_factor < 1 or definition.band is not None or start <= 0:
        change = abs(definition.shown(value) - definition.shown(start))
        unit = _SHARE_POINTS if definition.display_factor < 1 else definition.display_unit
        sentence = _POINTS.format(
            latest=said, change=number(change, definition.decimals), unit=unit, word=word, then=then
        )
    else:
        change = round(abs(value / start - 1) * 100, 1)
        sentence = _CHANGE.format(latest=said, change=number(change, 1), word=word, then=then)
    return sentence if change else _SAME.format(latest=said, then=then)
