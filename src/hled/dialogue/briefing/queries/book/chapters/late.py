"""What is late or silent, worst first, each with its source."""

from collections.abc import Iterator

from hled.dialogue.briefing.queries.book.teller import Teller
from hled.dialogue.meetings.domain.agenda import AgendaItem
from hled.interfaces import formats
from hled.interfaces.printed import Block, Column, Heading, Line, Look, Paragraph, Run, Table, plain
from hled.kernel.bilingual import Bilingual

TITLE = Bilingual("Late or silent, worst first", "Con atraso o sin informe, lo más grave primero")
WATCHED = frozenset({"AL-01", "AL-02", "AL-03", "AL-12"})
"""Late, a round overdue, restated with no result, no report for as long as the rulebook allows."""
MOST = 16

_STANDING = Bilingual(
    "The order is that of the weights of the rules named in each row: a promised date that has passed weighs most, then an overdue round, then a promise repeated with no result; months of silence add to each.",
    "El orden es el de los pesos de las reglas citadas en cada fila: lo que más pesa es una fecha prometida vencida, luego una ronda vencida, luego un compromiso reiterado sin resultado; los meses de silencio se suman a cada uno.",
)
_CAPTION = Bilingual(
    "{shown} of {all} items late or silent", "{shown} de {all} asuntos con atraso o sin informe"
)
_NONE = Bilingual(
    "No rule found anything late or silent by this day.",
    "A esta fecha ninguna regla halló nada con atraso ni sin informe.",
)
_REST = Bilingual(
    "Not shown here: {n}. All stand in Annex A.", "No se muestran aquí: {n}. Todos figuran en el Anexo A."
)
_ITEM, _STATUS = Bilingual("Item", "Asunto"), Bilingual("Status", "Estado")
_FOUND, _SOURCE = Bilingual("What the rules find", "Lo que hallan las reglas"), Bilingual("Source", "Fuente")


def late_items(teller: Teller) -> list[AgendaItem]:
    return [
        each
        for each in teller.found.items
        if each.subject in teller.found.rows and WATCHED & {reason.code for reason in each.reasons}
    ]


def blocks(teller: Teller, heading: str) -> Iterator[Block]:
    yield Heading(1, heading)
    items = late_items(teller)
    if not items:
        yield Paragraph(plain(teller.say(_NONE)))
        return
    yield Paragraph(plain(teller.say(_STANDING)))
    shown = items[:MOST]
    columns = (
        Column(teller.say(_ITEM), 2.9),
        Column(teller.say(_STATUS), 1.9),
        Column(teller.say(_FOUND), 3.8),
        Column(teller.say(_SOURCE), 2.7),
    )
    caption = teller.say(_CAPTION, shown=len(shown), all=formats.number(len(items)))
    yield Table(caption, columns, tuple(_row(teller, each) for each in shown), dense=True)
    if len(items) > len(shown):
        rest = teller.say(_REST, n=formats.number(len(items) - len(shown)))
        yield Paragraph(plain(rest), Look.SMALL)


def _row(teller: Teller, item: AgendaItem) -> tuple[Line, ...]:
    row = teller.found.rows[item.subject]
    told: list[Run] = []
    for reason in item.reasons:
        if reason.code in WATCHED:
            told += [Run(f"{teller.say(reason.sentence)} "), Run(f"{reason.code} ", soft=True)]
    return teller.item(row), (teller.status(row),), tuple(told), teller.source(row)
