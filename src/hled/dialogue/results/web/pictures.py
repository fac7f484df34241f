"""The pictures of indicators, and the sentence that each shows; drawn once for a state of the store."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from html import escape

from hled.dialogue.chronicle.domain.memory import Memory
from hled.dialogue.chronicle.queries import store_revision
from hled.dialogue.results.domain.indicators import RELAUNCH, Definition, Frequency, PlaceKind, Point
from hled.dialogue.results.queries.indicators import IndicatorView, PlaceView
from hled.interfaces import charts, formats
from hled.interfaces.drawings import spark_svg
from hled.kernel.bilingual import Bilingual, Language
from hled.sources.catalogue import DATASETS
from hled.sources.places import MEXICAN_STATES, place_named

MOST_PANELS = 8
_RELAUNCH_WORD = Bilingual("Relaunch", "Relanzamiento")
_BASELINE_WORD = Bilingual("Baseline", "Línea base")
_TARGET_WORD = Bilingual("Target", "Meta")
_YEAR_TO = Bilingual("year to {month}", "año terminado en {month}")
_NOTHING = Bilingual("No figure was public by this day.", "Ninguna cifra era pública en esta fecha.")
_NO_WHOLE = Bilingual(
    "{title}: figures of {count} places; no single figure may stand for them.",
    "{title}: cifras de {count} lugares; ninguna cifra única puede representarlos.",
)
_LEVEL = Bilingual("{title}: {value} {unit}, {period}.", "{title}: {value} {unit}, {period}.")
_UP = Bilingual(
    "{title}: {value} {unit}, {period}; {change} more than at the baseline ({since}).",
    "{title}: {value} {unit}, {period}; {change} más que en la línea base ({since}).",
)
_DOWN = Bilingual(
    "{title}: {value} {unit}, {period}; {change} less than at the baseline ({since}).",
    "{title}: {value} {unit}, {period}; {change} menos que en la línea base ({since}).",
)
_SAME = Bilingual(
    "{title}: {value} {unit}, {period}; the same as at the baseline ({since}).",
    "{title}: {value} {unit}, {period}; igual que en la línea base ({since}).",
)

_drawn: Memory[str] = Memory(300)


def period(definition: Definition, point: Point) -> Bilingual:
    """The period of a value: a year, a month, a quarter, or the year that ends with a month."""
    end = point.period_end
    if definition.frequency in {Frequency.YEARLY, Frequency.ONCE}:
        return Bilingual(str(end.year), str(end.year))
    named = Bilingual(formats.month(end, "en"), formats.month(end, "es"))
    return _YEAR_TO.format(month=named) if definition.seasonal else named


def shown(definition: Definition, value: Decimal | None) -> str:
    return formats.number(definition.shown(value), definition.decimals) if value is not None else ""


def change_in_words(definition: Definition, latest: Decimal, baseline: Decimal) -> str:
    """Relative change for amounts; difference in the unit for what is itself a share, a rate or an index."""
    if definition.unit.en in {"percent", "share", "index"} or baseline <= 0:
        return formats.number(definition.shown(abs(latest - baseline)), definition.decimals)
    return formats.share(abs(latest / baseline - 1), 1)


def finding(found: IndicatorView) -> Bilingual:
    """What the indicator shows, in one sentence."""
    definition, latest, baseline = found.definition, found.latest, found.baseline
    if latest is None or latest.value is None:
        if any(each.latest for each in found.places.values()):
            return _NO_WHOLE.format(title=definition.title, count=len(found.places))
        return _NOTHING
    values = {
        "title": definition.title,
        "value": shown(definition, latest.value),
        "unit": definition.display_unit,
        "period": period(definition, latest),
    }
    if baseline is None or baseline.point.period_end == latest.period_end:
        return _LEVEL.format(**values)
    change = latest.value - baseline.value
    template = _UP if change > 0 else _DOWN if change < 0 else _SAME
    return template.format(
        **values,
        change=change_in_words(definition, latest.value, baseline.value),
        since=period(definition, baseline.point),
    )


def source_line(definition: Definition) -> Bilingual:
    """The words that must stand under every figure."""
    said = [DATASETS[each].attribution for each in definition.datasets]
    return Bilingual(" ".join(each.en for each in said), " ".join(each.es for each in said))


def spark(found: IndicatorView, language: str) -> str:
    points = [
        (float(each.period_end.toordinal()), float(each.value) if each.value is not None else None)
        for each in found.points
    ]
    label = escape(finding(found).in_language(language))
    return spark_svg(points, marked=float(RELAUNCH.toordinal()), label=label)


def _kept(found: IndicatorView, what: str, language: str, draw: Callable[[charts.Width], str]) -> str:
    """Both widths of a drawing, the page's style sheet shows the one that fits."""
    key = (store_revision(), found.code, found.as_of, found.digest, str(found.target), what, language)
    return _drawn.recall(key, lambda: "".join(draw(width) for width in charts.Width))


def _wording(found: IndicatorView, title: Bilingual, language: str) -> charts.Wording:
    definition = found.definition
    return charts.Wording(
        title=title.in_language(language),
        unit=definition.display_unit.in_language(language),
        source=source_line(definition).in_language(language),
        alternative=title.in_language(language),
        language=language,
    )


def _scaled(definition: Definition, points: tuple[Point, ...]) -> list[tuple[date, Decimal | None]]:
    return [
        (each.period_end, None if each.value is None else each.value / definition.display_factor)
        for each in points
    ]


def main_chart(found: IndicatorView, meetings: list[date], language: str) -> str:
    """The indicator in time with the relaunch, the baseline and the target; empty where there are too few points."""
    if sum(each.value is not None for each in found.points) < 2:
        return ""
    definition, speaks = found.definition, Language(language)
    factor = definition.display_factor
    moments = [
        charts.Moment(RELAUNCH, _RELAUNCH_WORD.in_language(speaks)),
        *(charts.Moment(each) for each in meetings),
    ]
    baseline = found.baseline and charts.Level(
        _BASELINE_WORD.in_language(speaks), found.baseline.value / factor, found.baseline.point.period_end
    )
    target = found.target.target if found.target else None
    aims = [charts.Aim(_TARGET_WORD.in_language(speaks), target.due, target.value / factor)] if target else []
    band = (definition.band[0] / factor, definition.band[1] / factor) if definition.band else None

    def draw(width: charts.Width) -> str:
        return charts.line_chart(
            [charts.Line("", _scaled(definition, found.points))],
            _wording(found, finding(found), language),
            moments=moments,
            baseline=baseline,
            aims=aims,
            band=band,
            decimals=definition.decimals,
            width=width,
        )

    return _kept(found, f"line {meetings}", language, draw)


def chosen_places(found: IndicatorView) -> list[PlaceView]:
    """The places that small pictures show: those of the scope, else the largest."""
    known = [each for each in found.places.values() if each.latest and each.place]
    if found.definition.scope:
        return [each for each in known if each.place in found.definition.scope]
    known.sort(key=lambda each: -(each.latest.value or 0) if each.latest else Decimal(0))
    return known[:MOST_PANELS]


def place_name(code: str) -> str:
    place = place_named(code)
    return place.name if place else code


def panels(found: IndicatorView, language: str) -> str:
    """Small multiples of places, on one scale; empty where there is no course in time to show."""
    places = [
        each for each in chosen_places(found) if sum(point.value is not None for point in each.points) > 2
    ]
    if len(places) < 2:
        return ""
    definition = found.definition
    title = Bilingual(
        "{title} in {count} places on one scale", "{title} en {count} lugares, misma escala"
    ).format(title=definition.title, count=len(places))

    def draw(width: charts.Width) -> str:
        return charts.small_multiples(
            [charts.Line(place_name(each.place), _scaled(definition, each.points)) for each in places],
            _wording(found, title, language),
            moments=[charts.Moment(RELAUNCH)],
            decimals=definition.decimals,
            width=width,
        )

    return _kept(found, "panels", language, draw)


def map_title(found: IndicatorView) -> Bilingual:
    """The finding of a map: the states at both ends."""
    known = [each for each in found.places.values() if each.place in MEXICAN_STATES and each.latest]
    known.sort(key=lambda each: each.latest.value if each.latest and each.latest.value else Decimal(0))
    if len(known) < 2:
        return found.definition.title
    low, high = known[0], known[-1]
    return Bilingual(
        "{title}, {period}: from {low} ({lowest}) to {high} ({highest})",
        "{title}, {period}: de {low} ({lowest}) a {high} ({highest})",
    ).format(
        title=found.definition.title,
        period=period(found.definition, high.latest) if high.latest else "",
        low=shown(found.definition, low.latest.value if low.latest else None),
        lowest=place_name(low.place),
        high=shown(found.definition, high.latest.value if high.latest else None),
        highest=place_name(high.place),
    )


def state_map(found: IndicatorView, language: str) -> str:
    """The latest figures of the states as a map; empty where the indicator has no states."""
    definition = found.definition
    if definition.place_kind is not PlaceKind.MEXICAN_STATE:
        return ""
    values = {
        each.place: (
            each.latest.value / definition.display_factor
            if each.latest and each.latest.value is not None
            else None
        )
        for each in found.places.values()
        if each.place in MEXICAN_STATES
    }
    if not any(value is not None for value in values.values()):
        return ""

    def draw(width: charts.Width) -> str:
        return charts.choropleth(
            values,
            _wording(found, map_title(found), language),
            decimals=definition.decimals,
            outlined=definition.scope,
            width=width,
        )

    return _kept(found, "map", language, draw)
