"""What became of it: the statuses drawn, when each item was last heard of, the meetings, what was measured."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from hled.dialogue.briefing.queries.book import figures
from hled.dialogue.briefing.queries.book.chapters.summary import cadence_sentence, drawn_from, wording
from hled.dialogue.briefing.queries.book.teller import Teller
from hled.dialogue.results.domain.indicators import Point
from hled.dialogue.results.domain.indicators.sentence import when_of
from hled.dialogue.results.queries.indicators import IndicatorView
from hled.interfaces import formats
from hled.interfaces.printed import (
    Block,
    Column,
    Figure,
    Heading,
    Line,
    Look,
    Paragraph,
    Run,
    Table,
    plain,
)
from hled.kernel.bilingual import Bilingual

TITLE = Bilingual("What became of it", "Qué fue de lo acordado")
_LAST_WORD = Bilingual(
    "When each item was last heard of: by quarter, with its status as of this book",
    "Cuándo se supo por última vez de cada asunto: por trimestre, con su estado a la fecha de esta carpeta",
)
_LAST_SAYS = Bilingual(
    "Items by year of the latest report, or of the statement where there is none: {years}.",
    "Asuntos por año del último informe, o del enunciado donde no lo hay: {years}.",
)
_LAST_NOTE = Bilingual(
    "Day of the latest dated report by anyone but the editor; of the statement where there is none.",
    "Día del último informe fechado de cualquiera que no sea el editor; del enunciado donde no lo hay.",
)
_LAST_UNDATED = Bilingual(
    "Not drawn, because no dated paper speaks of them: {n}.",
    "No se dibujan, porque ningún documento fechado habla de ellos: {n}.",
)
_MEETINGS = Bilingual(
    "Meetings held, and when the next were due",
    "Reuniones celebradas y fecha en que correspondían las siguientes",
)
_MEETINGS_SAYS = Bilingual(
    "Dots are meetings held; a triangle is the day by which the next was due; the upright line is the day of this book. {sentences}",
    "Los puntos son reuniones celebradas; un triángulo es la fecha límite de la siguiente; la línea vertical es la fecha de esta carpeta. {sentences}",
)
_MEASURED = Bilingual("What was measured", "Lo que se midió")
_MEASURED_CAPTION = Bilingual(
    "Indicators of the four pillars, at the baseline and latest",
    "Indicadores de los cuatro pilares, en la línea base y más recientes",
)
_MEASURED_NOTE = Bilingual(
    "The dialogue set no targets of its own. Moved: toward or away from what the founding text intends; an indicator alone does not say that the dialogue caused it.",
    "El diálogo no fijó metas propias. Movimiento: hacia lo que busca el texto fundacional o en contra; un indicador por sí solo no dice que el diálogo sea la causa.",
)
_NONE_MEASURED = Bilingual(
    "No figure of any indicator was public by this day.",
    "Ninguna cifra de indicador era pública en esta fecha.",
)
_INDICATOR, _BASELINE = Bilingual("Indicator", "Indicador"), Bilingual("Baseline", "Línea base")
_LATEST, _MOVED = Bilingual("Latest", "Más reciente"), Bilingual("Moved", "Movimiento")
_NOT_PUBLISHED = Bilingual("no figure for the whole", "sin cifra del conjunto")
_MOVES: Mapping[str, Bilingual] = {
    "better": Bilingual("as intended", "en el sentido buscado"),
    "worse": Bilingual("against it", "en contra"),
    "same": Bilingual("not at all", "ninguno"),
    "unknown": Bilingual("cannot be told", "no puede decirse"),
}
_ONE_POINT = Bilingual("no later figure", "sin cifra posterior")


def blocks(teller: Teller, heading: str) -> Iterator[Block]:
    yield Heading(1, heading, fresh=bool(teller.found.board.rows))
    if teller.found.board.rows:
        yield from _last_words(teller)
    yield from _meetings(teller)
    yield Heading(2, teller.say(_MEASURED))
    yield from _indicators(teller)


def _last_words(teller: Teller) -> Iterator[Block]:
    items = [
        (row.status.value, row.assessment.last_report_on or row.facts.stated_on)
        for row in teller.found.board.rows
    ]
    years = Counter(day.year for _, day in items if day)
    if not years:
        return
    told = ", ".join(f"{year}: {count}" for year, count in sorted(years.items()))
    alternative = teller.say(_LAST_SAYS, years=told)
    svg = figures.last_words(items, teller.found.occasion.asked.as_of, wording(teller, alternative))
    undated = sum(day is None for _, day in items)
    more = f" {teller.say(_LAST_UNDATED, n=undated)}" if undated else ""
    note = f"{alternative} {teller.say(_LAST_NOTE)}{more} {drawn_from(teller)}"
    yield Figure(svg, alternative, teller.say(_LAST_WORD), note)


def _meetings(teller: Teller) -> Iterator[Block]:
    board = teller.found.board
    held = [each for each in board.meetings.values() if each["level"] != "publication"]
    if not held:
        return
    as_of = teller.found.occasion.asked.as_of
    sentences = " ".join(cadence_sentence(teller, each) for each in board.cadences)
    alternative = teller.say(_MEETINGS_SAYS, sentences=sentences).strip()
    labels = {
        each: teller.say(board.plan.label("meeting_level", each)) for each in ("cabinet", "sub_cabinet")
    }
    due: list[tuple[str, date, bool]] = [
        (each.series.level, each.next_due, each.is_overdue) for each in board.cadences if each.next_due
    ]
    svg = figures.meetings_held(held, due, as_of, labels, wording(teller, alternative))
    yield Figure(svg, alternative, teller.say(_MEETINGS), f"{alternative} {drawn_from(teller)}")


def _indicators(teller: Teller) -> Iterator[Block]:
    found = [each for each in teller.found.indicators if each.latest or each.series]
    if not found:
        yield Paragraph(plain(teller.say(_NONE_MEASURED)))
        return
    yield Table(
        teller.say(_MEASURED_CAPTION),
        (
            Column(teller.say(_INDICATOR), 4.4),
            Column(teller.say(_BASELINE), 2.3),
            Column(teller.say(_LATEST), 2.3),
            Column(teller.say(_MOVED), 1.7),
        ),
        tuple(_row(teller, each) for each in found),
        dense=True,
    )
    yield Paragraph(plain(teller.say(_MEASURED_NOTE)), Look.SMALL)


def _row(teller: Teller, found: IndicatorView) -> tuple[Line, ...]:
    title = (
        Run(teller.say(found.definition.title)),
        Run(f", {teller.say(found.definition.display_unit)} {found.code}", soft=True),
    )
    baseline, latest = found.baseline, found.latest
    if latest is None or latest.value is None:
        nothing: Line = (Run(teller.say(_NOT_PUBLISHED), soft=True),)
        return title, nothing, nothing, plain(teller.say(_MOVES["unknown"]))
    start: Line = (
        _value(teller, found, baseline.point, baseline.value)
        if baseline
        else (Run(teller.say(_NOT_PUBLISHED), soft=True),)
    )
    once = baseline is not None and baseline.point.period_end >= latest.period_end
    moved = _ONE_POINT if once else _MOVES[found.moved]
    return title, start, _value(teller, found, latest, latest.value), plain(teller.say(moved))


def _value(teller: Teller, found: IndicatorView, point: Point, value: Decimal) -> Line:
    said = formats.number(found.definition.shown(value), found.definition.decimals)
    return (Run(said), Run(f" {teller.say(when_of(found.definition, point))}", soft=True))
