"""Annexes: every commitment, the documents cited, and how the book was made."""

from collections.abc import Iterator
from datetime import date

from hled.dialogue.briefing.queries.book.teller import Teller
from hled.dialogue.results.queries.rows import ScoreRow
from hled.interfaces import formats
from hled.interfaces.printed import Block, Column, Heading, Line, Look, Paragraph, Run, Table, plain
from hled.kernel.bilingual import Bilingual
from hled.kernel.period import Precision

TITLE = Bilingual("Annex A. Every commitment", "Anexo A. Todos los compromisos")
DOCUMENTS = Bilingual("Annex B. Documents cited", "Anexo B. Documentos citados")
_KEY = Bilingual(
    "An agency in italics is inferred and not named by a source. Source: the document on which the status rests, by its identifier of Annex B.",
    "Una dependencia en cursiva es deducida y no nombrada por una fuente. Fuente: el documento en que se apoya el estado, por su identificador del Anexo B.",
)
_CAPTION = Bilingual("{pillar}: {n}", "{pillar}: {n}")
_ITEM, _STATUS, _SINCE = (
    Bilingual("Item", "Asunto"),
    Bilingual("Status", "Estado"),
    Bilingual("since", "desde el"),
)
_DUE, _US = Bilingual("Due", "Plazo"), Bilingual("U.S. agencies", "Dependencias de EE. UU.")
_MX, _SOURCE = Bilingual("Mexican agencies", "Dependencias de México"), Bilingual("Source", "Fuente")
_NO_DATE, _NONE_NAMED = (
    Bilingual("no date", "sin plazo"),
    Bilingual("none named", "sin nombrar"),
)
_DISPUTED = Bilingual(", disputed", ", en disputa")
_NOTHING = Bilingual("Nothing was public by this day.", "Nada era público en esta fecha.")
_DOCUMENTS_CAPTION = Bilingual("Documents: {n}", "Documentos: {n}")
_ID, _DOCUMENT, _ISSUER, _DAY = (
    Bilingual("Identifier", "Identificador"),
    Bilingual("Document", "Documento"),
    Bilingual("Issuer", "Emisor"),
    Bilingual("Date", "Fecha"),
)
_UNDATED = Bilingual("undated", "sin fecha")
_AGENCY_KEY = Bilingual("Agencies: {agencies}.", "Dependencias: {agencies}.")


def commitments(teller: Teller, heading: str) -> Iterator[Block]:
    found = teller.found
    yield Heading(1, heading, fresh=True)
    if not found.board.rows:
        yield Paragraph(plain(teller.say(_NOTHING)))
        return
    yield Paragraph(plain(teller.say(_KEY)), Look.SMALL)
    # The Party whose language the book speaks comes first, as on every page.
    sides = [(_US, "agencies_us"), (_MX, "agencies_mx")]
    if teller.language == "es":
        sides.reverse()
    columns = (
        Column(teller.say(_ITEM), 4.5),
        Column(teller.say(_STATUS), 3.1),
        Column(teller.say(_DUE), 1.45),
        *(Column(teller.say(title), 1.65) for title, _ in sides),
        Column(teller.say(_SOURCE), 2.05),
    )
    names = [name for _, name in sides]
    for pillar in found.board.pillars:
        rows = [row for row in found.board.rows if row.facts.pillar == pillar.key]
        caption = teller.say(_CAPTION, pillar=teller.pillar(pillar.key), n=formats.number(len(rows)))
        yield Table(caption, columns, tuple(_row(teller, each, names) for each in rows), dense=True)
    yield Paragraph(plain(teller.say(_AGENCY_KEY, agencies=_agencies(teller))), Look.SMALL)


def _row(teller: Teller, row: ScoreRow, sides: list[str]) -> tuple[Line, ...]:
    status = [teller.status(row)]
    if row.assessment.disputed:
        status.append(Run(teller.say(_DISPUTED)))
    if row.assessment.since:
        since = f" {teller.say(_SINCE)} {teller.short_day(row.assessment.since)}"
        status.append(Run(since, soft=True))
    due = row.facts.due
    when: Line = (
        plain(_due(teller, due, row.facts.due_precision or "day"))
        if due
        else (Run(teller.say(_NO_DATE), soft=True),)
    )
    id = teller.source_id(row)
    source = teller.short(id) if id else (Run("–", soft=True),)
    agencies = [_named(teller, row, getattr(row.facts, side)) for side in sides]
    return teller.item(row), tuple(status), when, *agencies, source


def _due(teller: Teller, due: date, precision: str) -> str:
    if precision == Precision.DAY:
        return teller.short_day(due)
    return formats.on_precision(due, precision, teller.language)


def _named(teller: Teller, row: ScoreRow, codes: tuple[str, ...]) -> Line:
    if not codes:
        return (Run(teller.say(_NONE_NAMED), soft=True),)
    return (Run(", ".join(codes), italic=row.facts.agencies_basis in {"inferred", "none_named"}),)


def _agencies(teller: Teller) -> str:
    """Names of the codes that occur, by code."""
    rows = teller.found.board.rows
    codes = sorted({code for row in rows for code in (*row.facts.agencies_us, *row.facts.agencies_mx)})
    names = teller.found.plan.agencies
    return "; ".join(f"{code}, {names[code][f'name_{teller.language}']}" for code in codes if code in names)


def documents(teller: Teller, heading: str) -> Iterator[Block]:
    yield Heading(1, heading)
    cited = teller.cited
    if not cited:
        yield Paragraph(plain(teller.say(_NOTHING)))
        return
    columns = (
        Column(teller.say(_ID), 2.3),
        Column(teller.say(_DOCUMENT), 6.2),
        Column(teller.say(_ISSUER), 3.4),
        Column(teller.say(_DAY), 1.8),
    )
    rows = tuple(_document(teller, each) for each in cited)
    yield Table(teller.say(_DOCUMENTS_CAPTION, n=len(rows)), columns, rows, dense=True)


def _document(teller: Teller, id: str) -> tuple[Line, ...]:
    record = teller.found.plan.documents[id]
    on = formats.partial(record["date"], teller.language) if record["date"] else teller.say(_UNDATED)
    title = Run(str(record[f"title_{teller.language}"]), href=record.get("url") or "")
    return plain(id), (title,), plain(str(record.get(f"issuer_{teller.language}") or "")), plain(on)
