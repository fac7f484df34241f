"""One page in sum: what was promised, what became of it, by pillar."""

from collections.abc import Iterator

from hled.dialogue.briefing.queries.book import figures
from hled.dialogue.briefing.queries.book.teller import Teller
from hled.dialogue.meetings.domain.cadence import Cadence
from hled.dialogue.results.domain.assessment import Status
from hled.interfaces import formats
from hled.interfaces.charts import Wording
from hled.interfaces.marks import STATUS_ORDER
from hled.interfaces.printed import (
    Block,
    Bullets,
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

TITLE = Bilingual("In sum", "En síntesis")
_CAPTION = Bilingual(
    "What became of it, in number of items by pillar",
    "Qué fue de lo acordado, en número de asuntos por pilar",
)
_STATUS, _TOTAL = Bilingual("Status", "Estado"), Bilingual("Total", "Total")
_ALL = Bilingual("All items", "Todos los asuntos")
_THEN = Bilingual("Total on {day}", "Total al {day}")
_CROSS = Bilingual("Cross-cutting", "Transversal")
_THEN_NOTE = Bilingual(
    "The last column is the scoreboard as known on the day of the last meeting of this series.",
    "La última columna es el tablero según lo conocido el día de la última reunión de esta serie.",
)
_DISPUTED = Bilingual("Of these, disputed", "De estos, en disputa")
_HELD = Bilingual(
    "{label}: {held} held of {expected} due since the relaunch; {last}{next}.",
    "{label}: {held} celebradas de {expected} debidas desde el relanzamiento; {last}{next}.",
)
_LAST = Bilingual("the last on {day}; ", "la última, el {day}; ")
_WAS_DUE = Bilingual("the next was due by {day}", "la siguiente correspondía a más tardar el {day}")
_IS_DUE = Bilingual("the next is due by {day}", "la siguiente corresponde a más tardar el {day}")
_RESTS = Bilingual("it rests by agreement since {day}", "está en pausa por acuerdo desde el {day}")
_AND_LATE = Bilingual(" and is {months} overdue", " y tiene {months} de atraso")
_LATE = Bilingual("Past a promised date: {n}.", "Con una fecha prometida vencida: {n}.")
_ROUNDS = Bilingual("Recurring duties overdue: {n}.", "Obligaciones periódicas vencidas: {n}.")
_SILENT = Bilingual(
    "Silent since they were made: {silent}. Restated with no result: {restated}. Open and without a report for {months} or more: {quiet}.",
    "Sin informe desde que se asumieron: {silent}. Reiterados sin resultado: {restated}. Abiertos y sin informes durante {months} o más: {quiet}.",
)
_DIFFER = Bilingual(
    "Points on which sources differ: {points}. Items in dispute: {items}.",
    "Puntos en que difieren las fuentes: {points}. Asuntos en disputa: {items}.",
)
_MEASURED = Bilingual(
    "Indicators: {n}. Since the relaunch {better} moved as the dialogue intends and {worse} against it; the others cannot be told.",
    "Indicadores: {n}. Desde el relanzamiento {better} se movieron en el sentido que busca el diálogo y {worse} en contra; de los demás no puede decirse.",
)
_ASKED = Bilingual(
    "Points that rules put before this meeting: {rules}. Sent by studies or persons: {sent}.",
    "Puntos que las reglas llevan a esta reunión: {rules}. Enviados por estudios o personas: {sent}.",
)
_UNDATED = Bilingual(
    "Items without a dated statement, included here and left out of every view of a past day: {n}.",
    "Asuntos sin enunciado fechado, incluidos aquí y fuera de toda vista de una fecha pasada: {n}.",
)

_BY_PILLAR = Bilingual(
    "Each item by pillar and status: one mark is one item",
    "Cada asunto por pilar y estado: una marca es un asunto",
)
_RECORD = Bilingual(
    "Source: the record of the dialogue as of {day}.", "Fuente: registro del diálogo al {day}."
)


def blocks(teller: Teller, heading: str) -> Iterator[Block]:
    board = teller.found.board
    yield Heading(1, heading, fresh=True)
    yield Paragraph(plain(teller.say(board.sentence)), Look.LEAD)
    if not board.rows:
        return
    yield Bullets(tuple(plain(each) for each in _sentences(teller)))
    yield _table(teller)
    if teller.found.before:
        yield Paragraph(plain(teller.say(_THEN_NOTE)), Look.SMALL)
    yield _statuses(teller)


def _sentences(teller: Teller) -> Iterator[str]:
    found, board = teller.found, teller.found.board
    for cadence in board.cadences:
        yield cadence_sentence(teller, cadence)
    counts = board.counts
    late = teller.say(_LATE, n=counts[Status.LATE])
    yield f"{late} {teller.say(_ROUNDS, n=counts[Status.RECURRENCE_OVERDUE])}"
    quiet = sum(each.code == "AL-01" for each in board.alerts)
    limit = board.standing.rulebook.thresholds.quiet_months
    yield teller.say(
        _SILENT,
        silent=counts[Status.SILENT],
        restated=counts[Status.RESTATED],
        quiet=quiet,
        months=formats.months(limit, teller.language),
    )
    yield teller.say(
        _DIFFER,
        points=len(board.standing.facts.discrepancies),
        items=sum(row.assessment.disputed for row in board.rows),
    )
    moved = [each.moved for each in found.indicators]
    yield teller.say(_MEASURED, n=len(moved), better=moved.count("better"), worse=moved.count("worse"))
    yield teller.say(_ASKED, rules=len(found.items), sent=len(found.sent))
    undated = sum(row.undated for row in board.rows)
    if undated:
        yield teller.say(_UNDATED, n=undated)


def cadence_sentence(teller: Teller, cadence: Cadence) -> str:
    last = teller.say(_LAST, day=teller.day(cadence.last.held_on)) if cadence.last else ""
    ahead = _ahead(teller, cadence)
    if cadence.is_overdue:
        ahead += teller.say(_AND_LATE, months=cadence.overdue_for)
    return teller.say(
        _HELD,
        label=cadence.series.label,
        held=cadence.held,
        expected=cadence.expected,
        last=last,
        next=ahead,
    )


def _ahead(teller: Teller, cadence: Cadence) -> str:
    if cadence.next_due is None:
        return teller.say(_RESTS, day=teller.day(cadence.rests_since or cadence.as_of))
    return teller.say(_WAS_DUE if cadence.is_overdue else _IS_DUE, day=teller.day(cadence.next_due))


def _table(teller: Teller) -> Table:
    found = teller.found
    pillars, before = found.board.pillars, found.before
    columns = [
        Column(teller.say(_STATUS), 3.2),
        *(Column(_short(teller, each.key), 1, end=True) for each in pillars),
        Column(teller.say(_TOTAL), 1, end=True),
    ]
    if before:
        day = before.asked.as_of
        columns.append(Column(teller.say(_THEN, day=teller.short_day(day)), 1.7, end=True))

    def line(head: Run, numbers: list[int], then: int | None) -> tuple[Line, ...]:
        cells = [*numbers, *([] if then is None else [then])]
        return ((head,), *(plain(formats.number(each)) for each in cells))

    rows = []
    for code in STATUS_ORDER:
        status = Status(code)
        then = before.counts[status] if before else None
        if found.board.counts[status] or then:
            numbers = [each.counts[status] for each in pillars] + [found.board.counts[status]]
            rows.append(line(teller.status_run(status), numbers, then))
    totals = [each.total for each in pillars] + [len(found.board.rows)]
    rows.append(line(Run(teller.say(_ALL)), totals, len(before.rows) if before else None))
    return Table(teller.say(_CAPTION), tuple(columns), tuple(rows), total=True)


def _short(teller: Teller, pillar: str) -> str:
    numeral = teller.found.plan.pillars[pillar].get("numeral")
    return str(numeral) if numeral else teller.say(_CROSS)


def _statuses(teller: Teller) -> Figure:
    groups = [
        (teller.pillar(each.key), {status.value: count for status, count in each.counts.items()})
        for each in teller.found.board.pillars
    ]
    labels = _labels(teller)
    said = "; ".join(
        f"{title}: {', '.join(f'{labels[code].lower()} {count}' for code, count in counts.items() if count)}"
        for title, counts in groups
    )
    caption = teller.say(_BY_PILLAR)
    alternative = f"{caption}. {said}."
    svg = figures.by_pillar(groups, labels, wording(teller, alternative))
    return Figure(svg, alternative, caption, drawn_from(teller))


def _labels(teller: Teller) -> dict[str, str]:
    return {each.value: teller.say(each.label) for each in Status}


def drawn_from(teller: Teller) -> str:
    asked = teller.found.occasion.asked
    return teller.say(_RECORD, day=teller.day(asked.as_of))


def wording(teller: Teller, alternative: str) -> Wording:
    """The paper sets title and source itself."""
    return Wording("", "", "", alternative, teller.language)
