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
from hled.interfaces.asked import today
from hled.interfaces.drawings import spark_svg
from hled.interfaces.drawn import drawing
from hled.kernel.bilingual import Bilingual, Language
from hled.sources.catalogue import DATASETS
from hled.sources.places import MEXICAN_STATES, SOUTHERN_STATES, place_named

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
_MOVED = Bilingual(
    "{title}: {value} {unit}, {period}; {change}.", "{title}: {value} {unit}, {period}; {change}."
)
_UP = Bilingual("{change} more than at the baseline ({since})", "{change} más que en la línea base ({since})")
_DOWN = Bilingual(
    "{change} less than at the baseline ({since})", "{change} menos que en la línea base ({since})"
)
_SAME = Bilingual("about the same as at the baseline ({since})", "casi igual que en la línea base ({since})")
_POINTS = Bilingual("{n} percentage points", "{n} puntos porcentuales")


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


def change_in_words(found: IndicatorView, latest: Decimal, baseline: Decimal) -> Bilingual | None:
    """
    How far the latest value lies from the baseline; None where the difference rounds to nothing.

    Percentage points for what is itself a percentage; the unit for what may fall below zero, of which a ratio means
    nothing; else the relative change.
    """
    definition, gap = found.definition, abs(latest - baseline)
    if definition.unit.en in {"percent", "share"}:
        points = round(gap / definition.display_factor, max(definition.decimals, 1))
        return _POINTS.format(n=formats.number(points)) if points else None
    if any(each.value is not None and each.value < 0 for each in found.points) or baseline == 0:
        return Bilingual(*[shown(definition, gap)] * 2) if definition.shown(gap) else None
    ratio = round(latest / baseline - 1, 3)
    return Bilingual(*[formats.share(abs(ratio), 1)] * 2) if ratio else None


def since_baseline(found: IndicatorView) -> Bilingual | None:
    """The change since the baseline as a clause; None where either is missing or both are one."""
    latest, baseline = found.latest, found.baseline
    if latest is None or latest.value is None or baseline is None:
        return None
    if baseline.point.period_end == latest.period_end:
        return None
    since = period(found.definition, baseline.point)
    change = change_in_words(found, latest.value, baseline.value)
    if change is None:
        return _SAME.format(since=since)
    return (_UP if latest.value > baseline.value else _DOWN).format(change=change, since=since)


def finding(found: IndicatorView) -> Bilingual:
    """What the indicator shows, in one sentence."""
    definition, latest = found.definition, found.latest
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
    change = since_baseline(found)
    return _MOVED.format(**values, change=change) if change else _LEVEL.format(**values)


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
    """
    Both widths of a drawing, of which the style sheet shows the one that fits.

    Those of the present are kept on disk too; views of past days are too many to keep.
    """
    key = (store_revision(), found.code, found.as_of, found.digest, str(found.target), what, language)

    def both() -> str:
        return "".join(draw(width) for width in charts.Width)

    if found.as_of != today():
        return _drawn.recall(key, both)
    return _drawn.recall(
        key, lambda: drawing(f"{found.definition} {found.points} {found.places} {key[3:]}", both)
    )


def _wording(
    found: IndicatorView, alternative: Bilingual, language: str, *, title: Bilingual | None = None
) -> charts.Wording:
    """The words of a picture; without a title where the page says the finding above it."""
    definition = found.definition
    return charts.Wording(
        title=title.in_language(language) if title else "",
        unit=definition.display_unit.in_language(language),
        source=source_line(definition).in_language(language),
        alternative=alternative.in_language(language),
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
    baseline = (
        charts.Level(
            _BASELINE_WORD.in_language(speaks),
            found.baseline.value / factor,
            found.baseline.point.period_end,
        )
        if found.baseline
        else None
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
    title = Bilingual("{title}: {count} places", "{title}: {count} lugares").format(
        title=definition.title, count=len(places)
    )

    def draw(width: charts.Width) -> str:
        return charts.small_multiples(
            [charts.Line(place_name(each.place), _scaled(definition, each.points)) for each in places],
            _wording(found, title, language, title=title),
            moments=[charts.Moment(RELAUNCH)],
            decimals=definition.decimals,
            width=width,
        )

    return _kept(found, "panels", language, draw)


def newest(found: IndicatorView) -> dict[str, Point]:
    """Latest points of the Mexican states, of the newest period only: figures of different years share no map."""
    points = {
        each.place: each.latest
        for each in found.places.values()
        if each.place in MEXICAN_STATES and each.latest
    }
    last = max((each.period_end for each in points.values()), default=None)
    return {
        place: each for place, each in points.items() if each.period_end == last and each.value is not None
    }


def place_decimals(found: IndicatorView) -> int:
    """Decimals for single places: as many as keep the smallest figure from showing as zero, three at most more."""
    definition = found.definition
    values = [
        abs(each.latest.value / definition.display_factor)
        for each in found.places.values()
        if each.latest and each.latest.value
    ]
    decimals = definition.decimals
    while values and decimals < definition.decimals + 3 and not round(min(values), decimals):
        decimals += 1
    return decimals


def shown_place(found: IndicatorView, value: Decimal | None) -> str:
    if value is None:
        return ""
    decimals = place_decimals(found)
    return formats.number(round(value / found.definition.display_factor, decimals), decimals)


def map_title(found: IndicatorView) -> Bilingual:
    """The finding of a map: the states at both ends."""
    known = sorted(newest(found).items(), key=lambda pair: pair[1].value or Decimal(0))
    if len(known) < 2:
        return found.definition.title
    (low, lowest), (high, highest) = known[0], known[-1]
    return Bilingual(
        "{title}, {period}: from {low} ({lowest}) to {high} ({highest}) {unit}",
        "{title}, {period}: de {low} ({lowest}) a {high} ({highest}) {unit}",
    ).format(
        title=found.definition.title,
        period=period(found.definition, highest),
        low=shown_place(found, lowest.value),
        lowest=place_name(low),
        high=shown_place(found, highest.value),
        highest=place_name(high),
        unit=found.definition.display_unit,
    )


def state_map(found: IndicatorView, language: str) -> str:
    """The newest figures of the states as a map; empty where the indicator has no states."""
    definition = found.definition
    if definition.place_kind is not PlaceKind.MEXICAN_STATE:
        return ""
    values = {
        place: each.value / definition.display_factor if each.value is not None else None
        for place, each in newest(found).items()
    }
    if not values:
        return ""

    def draw(width: charts.Width) -> str:
        return charts.choropleth(
            values,
            _wording(found, map_title(found), language),
            decimals=place_decimals(found),
            outlined=SOUTHERN_STATES,
            width=width,
        )

    return _kept(found, "map", language, draw)
