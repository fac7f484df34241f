"""What stakeholders said, from what the record has; and plainly what it has not."""

from collections.abc import Iterator
from datetime import date

from hled.dialogue.briefing.queries.book.teller import Teller
from hled.interfaces import formats
from hled.interfaces.printed import Block, Bullets, Column, Heading, Line, Paragraph, Run, Table, plain
from hled.kernel.bilingual import Bilingual
from hled.kernel.period import last_day
from hled.sources.record.schema import Record

TITLE = Bilingual("What stakeholders said", "Lo que dijeron los interesados")
_NO_CALL = Bilingual(
    "This store holds no submission of a stakeholder and no reply to one: what follows is what the record of the dialogue tells of them.",
    "Este acervo no contiene ninguna participación de interesados ni respuesta a ellas: lo que sigue es lo que el registro del diálogo dice de ellos.",
)
_NONE = Bilingual(
    "The record names no stakeholder by this day.",
    "A esta fecha el registro no menciona a ningún interesado.",
)
_CAPTION = Bilingual(
    "Organizations that spoke to the dialogue", "Organizaciones que se dirigieron al diálogo"
)
_WHO, _SAID = Bilingual("Who", "Quién"), Bilingual("What they asked or said", "Lo que pidieron o dijeron")
_WHEN, _SOURCE = Bilingual("When", "Cuándo"), Bilingual("Source", "Fuente")
_LATER = Bilingual(
    "The record sums up what it said until a later day; it is left out of a book of this day.",
    "El registro resume lo que dijo hasta una fecha posterior; se omite en una carpeta de esta fecha.",
)
_NO_SOURCE = Bilingual("no address known", "sin dirección conocida")
_DOCKETS = Bilingual(
    "Calls for comments on or near the dialogue",
    "Convocatorias de comentarios sobre el diálogo o cercanas a él",
)


def blocks(teller: Teller, heading: str) -> Iterator[Block]:
    yield Heading(1, heading)
    yield Paragraph(plain(teller.say(_NO_CALL)))
    found = teller.found
    if found.organizations:
        columns = (
            Column(teller.say(_WHO), 2.6),
            Column(teller.say(_SAID), 5.0),
            Column(teller.say(_WHEN), 1.3),
            Column(teller.say(_SOURCE), 2.4),
        )
        rows = tuple(_row(teller, id, each) for id, each in found.organizations)
        yield Table(teller.say(_CAPTION), columns, rows, dense=True)
    else:
        yield Paragraph(plain(teller.say(_NONE)))
    if found.dockets:
        yield Heading(2, teller.say(_DOCKETS))
        yield Bullets(tuple(_docket(teller, each) for _, each in found.dockets))


def _row(teller: Teller, id: str, record: Record) -> tuple[Line, ...]:
    asked = teller.found.occasion.asked
    since, until = record.get("period_from"), record.get("period_to")
    later = asked.dated and (last_day(until) or date.min) > asked.as_of
    position = record[f"position_{teller.language}"]
    said = (Run(teller.say(_LATER), soft=True),) if later else plain(str(position))
    when = formats.partial(since, teller.language) if since else ""
    if until and until != since and not later:
        when = f"{when} – {formats.partial(until, teller.language)}"
    sources: list[Run] = []
    for document in record["documents"] or ():
        if teller.found.seen.has_document(document):
            sources += [*teller.short(document), Run("; ")]
    for url in record["source_urls"] or ():
        sources += [teller.page(url), Run("; ")]
    name = (Run(str(record[f"name_{teller.language}"])), Run(f" {id}", soft=True))
    return name, said, plain(when), tuple(sources[:-1]) or (Run(teller.say(_NO_SOURCE), soft=True),)


def _docket(teller: Teller, record: Record) -> Line:
    number = f" ({record['docket']})" if record["docket"] else ""
    title = Run(f"{record[f'title_{teller.language}']}{number}. ", bold=True)
    said = Run(str(record[f"status_{teller.language}"]))
    return (
        (title, said, Run(" "), teller.page(record["source_url"])) if record["source_url"] else (title, said)
    )
