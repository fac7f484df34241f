"""What stakeholders said and what became of it: from the docket of this store, and from what the record tells."""

from collections.abc import Iterator
from datetime import date

from hled.dialogue.briefing.queries.book.teller import Teller
from hled.dialogue.docket.domain.loop import Loop
from hled.dialogue.docket.domain.replying import Reply as Answer
from hled.dialogue.docket.domain.speakers import PLACES, Kind
from hled.dialogue.docket.domain.themes.balance import Quotation
from hled.dialogue.docket.models import Reply
from hled.dialogue.docket.queries.themes import Owed, ThemeLine, heard
from hled.interfaces import formats
from hled.interfaces.printed import Block, Bullets, Column, Heading, Line, Look, Paragraph, Run, Table, plain
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import parties_in_order
from hled.kernel.period import last_day
from hled.sources.record.schema import Record

TITLE = Bilingual("What stakeholders said", "Lo que dijeron los interesados")
MOST_LISTED = 30
MOST_TOLD = 8
"""Themes whose voices and reasons are told at length, the largest."""
_NO_CALL = Bilingual(
    "This store holds no submission of a stakeholder and no reply to one: what follows is what the record of the dialogue tells of them.",
    "Este acervo no contiene ninguna participación de interesados ni respuesta a ellas: lo que sigue es lo que el registro del diálogo dice de ellos.",
)
_NO_THEME = Bilingual(
    "Submissions that the public can read: {count}. None of them has been sorted into a theme yet, so that no reply is owed.",
    "Aportaciones que el público puede leer: {count}. Ninguna se ha ordenado aún por tema, por lo que no se debe respuesta alguna.",
)
_LEAD = Bilingual(
    "Submissions that the public can read: {count}; themes: {themes}. Each counts once, whether it is one of a campaign or alone.",
    "Aportaciones que el público puede leer: {count}; temas: {themes}. Cada una cuenta una vez, sea parte de una campaña o sola.",
)
_LOOP = Bilingual(
    "{party}: replied to {replied} of {themes} themes{days}; overdue: {overdue}; brought to an agenda: {agenda}; with a decision: {decided}; with a changed commitment: {changed}.",
    "{party}: respondió {replied} de {themes} temas{days}; vencidos: {overdue}; llevados a una agenda: {agenda}; con decisión: {decided}; con un compromiso modificado: {changed}.",
)
_MEDIAN = Bilingual(", after {days} days by the median", ", con una mediana de {days} días")
_THEMES = Bilingual(
    "Themes, those of most submissions first: {shown} of {all}",
    "Temas, primero los de más aportaciones: {shown} de {all}",
)
_THEME, _COUNT = Bilingual("Theme", "Tema"), Bilingual("Submissions", "Aportaciones")
_REPLIES, _BECAME = Bilingual("Replies", "Respuestas"), Bilingual("What became of it", "Qué fue de ello")
_WAITS = Bilingual("no reply, due by {day}", "sin respuesta, a más tardar el {day}")
_LATE = Bilingual("no reply, overdue since {day}", "sin respuesta, vencida desde el {day}")
_NO_REPLY = Bilingual("no reply", "sin respuesta")
_SENT = Bilingual("sent to the agenda on {day}", "enviado a la agenda el {day}")
_PUT = Bilingual("on the agenda of {meeting}", "en la agenda de {meeting}")
_DECIDED = Bilingual("decided on {day}: {title}", "decidido el {day}: {title}")
_CHANGED = Bilingual("changed on {day}: {subject}", "modificado el {day}: {subject}")
_NOTHING = Bilingual("not on an agenda yet", "aún en ninguna agenda")
_WHO_SPOKE = Bilingual(
    "By whom: {kinds}. Letters that differ: {groups}.", "Quiénes: {kinds}. Textos distintos: {groups}."
)
_QUOTED = Bilingual("“{sentence}”", "«{sentence}»")
_BY = Bilingual(" {stance}. {kind}, {place}", " {stance}. {kind}, {place}")
_SENDERS = Bilingual("; sent by {n}", "; enviado por {n}")
_REASONS = Bilingual("{party}, {answer}, on {day}: ", "{party}, {answer}, el {day}: ")
_RULE = Bilingual(
    "Quotations are chosen by a written rule, the lesser stance beside the greater; what was rejected, withdrawn or disowned is in no count here.",
    "Las citas se eligen con una regla escrita, la postura menor junto a la mayor; lo rechazado, retirado o desconocido no entra en ninguna cuenta.",
)
_OF_THE_RECORD = Bilingual(
    "What the record tells of stakeholders", "Lo que el registro dice de los interesados"
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
    found = teller.found
    if found.said:
        yield from _said_here(teller)
        yield Heading(2, teller.say(_OF_THE_RECORD))
    else:
        yield Paragraph(plain(teller.say(_NO_CALL)))
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


def _said_here(teller: Teller) -> Iterator[Block]:
    """What came in, theme by theme, with the replies of both Parties and what followed."""
    found = teller.found
    count = formats.number(found.said)
    if not found.themes:
        yield Paragraph(plain(teller.say(_NO_THEME, count=count)))
        return
    yield Paragraph(plain(teller.say(_LEAD, count=count, themes=formats.number(len(found.themes)))))
    parties = parties_in_order(teller.language)
    yield Bullets(tuple(plain(_loop(teller, found.loop[party])) for party in parties))
    shown = found.themes[:MOST_LISTED]
    columns = (
        Column(teller.say(_THEME), 3.6),
        Column(teller.say(_COUNT), 1.3),
        Column(teller.say(_REPLIES), 3.2),
        Column(teller.say(_BECAME), 3.2),
    )
    caption = teller.say(_THEMES, shown=len(shown), all=formats.number(len(found.themes)))
    yield Table(caption, columns, tuple(_line(teller, each) for each in shown), dense=True)
    for each in found.themes[:MOST_TOLD]:
        yield from _at_length(teller, each)
    yield Paragraph(plain(teller.say(_RULE)), Look.SMALL)


def _loop(teller: Teller, loop: Loop) -> str:
    days = ""
    if loop.median_days is not None:
        days = teller.say(
            _MEDIAN,
            days=formats.number(float(loop.median_days), 0 if loop.median_days.denominator == 1 else 1),
        )
    return teller.say(
        _LOOP,
        party=teller.say(loop.party.label),
        replied=loop.replied,
        themes=loop.themes,
        days=days,
        overdue=loop.overdue,
        agenda=loop.on_agenda,
        decided=loop.decided,
        changed=loop.changed,
    )


def _line(teller: Teller, line: ThemeLine) -> tuple[Line, ...]:
    title: Line = (Run(teller.say(line.title)), Run(" "), Run(line.code, soft=True, whole=True))
    replies: list[Run] = []
    for each in line.owed:
        replies += [Run(f"{teller.say(each.party.label)}: ", bold=True), Run(f"{_replied(teller, each)}. ")]
    return title, plain(formats.number(line.submissions)), tuple(replies), plain(_became(teller, line))


def _replied(teller: Teller, owed: Owed) -> str:
    if owed.now is not None:
        return teller.say(Answer(owed.now.answer).label).lower()
    if owed.due_on is None:
        return teller.say(_NO_REPLY)
    return teller.say(_LATE if owed.overdue else _WAITS, day=teller.short_day(owed.due_on))


def _became(teller: Teller, line: ThemeLine) -> str:
    """Each step of the chain, in its order."""
    chain, told = line.became, []
    if chain.sent:
        told.append(teller.say(_SENT, day=teller.short_day(chain.sent.proposed_at.date())))
    for point in chain.points:
        meeting = point.meeting.title_en if teller.language == "en" else point.meeting.title_es
        told.append(teller.say(_PUT, meeting=meeting))
    for decision in chain.decisions:
        title = decision.title_en if teller.language == "en" else decision.title_es
        told.append(teller.say(_DECIDED, day=teller.short_day(decision.agreed_at.date()), title=title))
    for change in chain.changes:
        told.append(teller.say(_CHANGED, day=teller.short_day(change.at.date()), subject=change.subject))
    return "; ".join(told) or teller.say(_NOTHING)


def _at_length(teller: Teller, line: ThemeLine) -> Iterator[Block]:
    """Who says it, in whose words, and why each Party answered as it did."""
    voices = heard(line.row, teller.found.occasion.asked)
    yield Heading(2, f"{teller.say(line.title)} ({line.code})")
    kinds = ", ".join(
        f"{teller.say(Kind(kind).label).lower()} {formats.number(count)}"
        for kind, count in voices.tally.kinds
    )
    said = teller.say(_WHO_SPOKE, kinds=kinds, groups=formats.number(voices.tally.groups))
    yield Paragraph(plain(said))
    if voices.quotations:
        yield Bullets(tuple(_quoted(teller, each) for each in voices.quotations))
    for owed in line.owed:
        if owed.now is not None:
            yield Paragraph(_reasoned(teller, owed, owed.now))


def _quoted(teller: Teller, quote: Quotation) -> Line:
    place = PLACES.get(quote.place, PLACES["unsaid"])
    by = teller.say(
        _BY,
        stance=teller.say(quote.stance.label),
        kind=teller.say(Kind(quote.kind).label),
        place=teller.say(place),
    )
    if quote.senders > 1:
        by += teller.say(_SENDERS, n=formats.number(quote.senders))
    sentence = teller.say(_QUOTED, sentence=quote.sentence)
    return (Run(sentence), Run(f"{by} ", soft=True), Run(quote.code, soft=True, whole=True))


def _reasoned(teller: Teller, owed: Owed, reply: Reply) -> Line:
    reasons = reply.reasons_en if teller.language == "en" else reply.reasons_es
    day = reply.approved_at.date() if reply.approved_at else reply.written_at.date()
    head = teller.say(
        _REASONS,
        party=teller.say(owed.party.label),
        answer=teller.say(Answer(reply.answer).label).lower(),
        day=teller.day(day),
    )
    return (Run(head, bold=True), Run(" ".join(reasons.split())))


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
