"""Where sources or Parties differ: side by side, each with its source, and nothing averaged."""

from collections.abc import Iterator

from hled.dialogue.briefing.queries.book.teller import Teller
from hled.interfaces.printed import Block, Column, Heading, Line, Paragraph, Run, Table, plain
from hled.kernel.bilingual import Bilingual

TITLE = Bilingual("Where sources or Parties differ", "En qué difieren las fuentes o las Partes")
_STANDING = Bilingual(
    "The figures stand side by side. Nothing is averaged, and no source is preferred in silence.",
    "Las cifras figuran lado a lado. Nada se promedia y ninguna fuente se prefiere en silencio.",
)
_CAPTION = Bilingual("Points on which sources differ: {n}", "Puntos en que difieren las fuentes: {n}")
_NONE = Bilingual(
    "No point on which sources differ was known by this day.",
    "A esta fecha no se conocía ningún punto en que difirieran las fuentes.",
)
_ITEM, _WHAT, _SOURCE = (
    Bilingual("Item", "Asunto"),
    Bilingual("What differs", "En qué difieren"),
    Bilingual("Sources", "Fuentes"),
)
_WHOLE = Bilingual("The dialogue as a whole", "El diálogo en su conjunto")
_NO_DOCUMENT = Bilingual("no document in view", "sin documento a la vista")


def blocks(teller: Teller, heading: str) -> Iterator[Block]:
    yield Heading(1, heading)
    known = teller.found.board.standing.facts.discrepancies
    if not known:
        yield Paragraph(plain(teller.say(_NONE)))
        return
    yield Paragraph(plain(teller.say(_STANDING)))
    columns = (
        Column(teller.say(_ITEM), 2.7),
        Column(teller.say(_WHAT), 5.8),
        Column(teller.say(_SOURCE), 2.5),
    )
    rows = tuple(_row(teller, each.id, each.commitment) for each in sorted(known, key=lambda each: each.id))
    yield Table(teller.say(_CAPTION, n=len(rows)), columns, rows, dense=True)


def _row(teller: Teller, id: str, commitment: str | None) -> tuple[Line, ...]:
    record = teller.found.plan.discrepancies[id]
    row = teller.found.rows.get(commitment or "")
    subject = teller.item(row) if row else plain(teller.say(_WHOLE))
    sources: list[Run] = []
    for document in record["documents"] or ():
        if teller.found.seen.has_document(document):
            sources += [*teller.short(document), Run("; ")]
    for url in record["source_urls"] or ():
        sources += [teller.page(url), Run("; ")]
    told = tuple(sources[:-1]) or (Run(teller.say(_NO_DOCUMENT), soft=True),)
    return subject, (Run(str(record[f"what_{teller.language}"])), Run(f" {id}", soft=True)), told
