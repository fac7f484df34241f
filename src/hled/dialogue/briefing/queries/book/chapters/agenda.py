"""Proposed agenda with reasons and minutes, and the decisions that it asks for."""

from collections.abc import Iterator

from hled.dialogue.briefing.queries.book.teller import Teller
from hled.dialogue.meetings.domain.agenda import AgendaItem
from hled.dialogue.meetings.queries.answers import subject_title
from hled.interfaces import formats
from hled.interfaces.printed import Block, Bullets, Column, Heading, Line, Look, Paragraph, Run, Table, plain
from hled.kernel.bilingual import Bilingual

TITLE = Bilingual("Proposed agenda", "Agenda propuesta")
DECISIONS = Bilingual("Decisions proposed", "Decisiones propuestas")
_STANDING = Bilingual(
    "Written rules put these points here, the weightiest of each pillar first. It is a proposal for the coordinators of both Parties, and no agreed agenda.",
    "Reglas escritas llevan aquí estos puntos, los de mayor peso de cada pilar primero. Es una propuesta para las coordinaciones de ambas Partes, no una agenda acordada.",
)
_NONE = Bilingual(
    "No rule found a reason for a point by this day.", "A esta fecha ninguna regla halló razón para un punto."
)
_CAPTION = Bilingual("{pillar}: {minutes} minutes", "{pillar}: {minutes} minutos")
_PLANNED = Bilingual(
    "On the agenda of this meeting already: {minutes} of {long} minutes",
    "Ya en la agenda de esta reunión: {minutes} de {long} minutos",
)
_SENT_CAPTION = Bilingual("Sent to the agenda: {minutes} minutes", "Enviados a la agenda: {minutes} minutos")
_POINT, _REASON, _MINUTES = (
    Bilingual("Point", "Punto"),
    Bilingual("Reason", "Razón"),
    Bilingual("Min.", "Min."),
)
_BY = Bilingual(" sent by {who}", " enviado por {who}")
_TOTAL = Bilingual(
    "Minutes in all: {minutes}. Each point has the time of the rule that asks for most. Points with less weight, left for the coordinators: {left}.",
    "Minutos en total: {minutes}. Cada punto tiene el tiempo de la regla que más pide. Puntos de menor peso, para las coordinaciones: {left}.",
)
_DECIDE = Bilingual(
    "Each answers the weightiest reason of the points named. The words are a proposal: a decision binds when both Parties have agreed the same text in both languages.",
    "Cada una responde a la razón de mayor peso de los puntos citados. Las palabras son una propuesta: una decisión obliga cuando ambas Partes acuerdan el mismo texto en ambos idiomas.",
)
_NO_DECISION = Bilingual(
    "No point of the agenda asks for a decision.", "Ningún punto de la agenda pide una decisión."
)
_CONSIDER = Bilingual(
    "Consider what was sent to the agenda and decide what follows from it.",
    "Examinar lo enviado a la agenda y decidir lo que proceda.",
)
REASONS = 2
"""Reasons shown of one point, the weightiest first."""


def blocks(teller: Teller, heading: str) -> Iterator[Block]:
    found = teller.found
    yield Heading(1, heading)
    columns = (
        Column(teller.say(_POINT), 3.4),
        Column(teller.say(_REASON), 6.6),
        Column(teller.say(_MINUTES), 0.7, end=True),
    )
    yield from _as_planned(teller, columns)
    if not found.agenda and not found.sent:
        yield Paragraph(plain(teller.say(_NONE)))
        return
    yield Paragraph(plain(teller.say(_STANDING)))
    total = 0
    if found.sent:
        rows = tuple(
            (
                (Run(item.title_en if teller.language == "en" else item.title_es),),
                (
                    Run(item.reason_en if teller.language == "en" else item.reason_es),
                    Run(f" {item.origin},{teller.say(_BY, who=item.proposed_by)}", soft=True),
                ),
                plain(str(item.minutes)),
            )
            for item in found.sent
        )
        sent = sum(item.minutes for item in found.sent)
        total += sent
        yield Table(teller.say(_SENT_CAPTION, minutes=sent), columns, rows, dense=True)
    for section in found.agenda:
        minutes = sum(item.minutes for item in section.items)
        total += minutes
        caption = teller.say(_CAPTION, pillar=teller.pillar(section.pillar), minutes=minutes)
        yield Table(caption, columns, tuple(_row(teller, each) for each in section.items), dense=True)
    left = sum(each.left_out for each in found.agenda)
    yield Paragraph(
        plain(teller.say(_TOTAL, minutes=formats.number(total), left=formats.number(left))), Look.SMALL
    )


def _as_planned(teller: Teller, columns: tuple[Column, ...]) -> Iterator[Block]:
    """What both Parties have put on the agenda of a planned meeting already."""
    planned = teller.found.occasion.planned
    if planned is None or not planned.agenda:
        return
    rows = []
    for each in planned.agenda:
        point = each.point
        title = point.title_en if teller.language == "en" else point.title_es
        reason = point.reason_en if teller.language == "en" else point.reason_es
        rows.append((plain(f"{each.place}. {title}"), plain(reason), plain(str(point.minutes))))
    caption = teller.say(_PLANNED, minutes=planned.minutes_planned, long=planned.minutes_long)
    yield Table(caption, columns, tuple(rows), dense=True)


def _row(teller: Teller, item: AgendaItem) -> tuple[Line, ...]:
    title = teller.say(subject_title(teller.found.plan, item))
    id = f" {item.subject}" if item.subject in teller.found.rows else ""
    reasons: list[Run] = []
    for reason in item.reasons[:REASONS]:
        reasons += [Run(f"{teller.say(reason.sentence)} "), Run(f"{reason.code} ", soft=True)]
    return (Run(title), Run(id, soft=True)), tuple(reasons), plain(str(item.minutes))


def decisions(teller: Teller, heading: str) -> Iterator[Block]:
    yield Heading(1, heading)
    asked: dict[str, list[str]] = {}
    items = [item for section in teller.found.agenda for item in section.items]
    for item in sorted(items, key=lambda each: (-each.weight, each.subject)):
        named = item.subject if item.subject in teller.found.rows else ""
        title = teller.say(subject_title(teller.found.plan, item))
        asked.setdefault(teller.say(item.reasons[0].ask), []).append(f"{title} ({named})" if named else title)
    if teller.found.sent:
        asked[teller.say(_CONSIDER)] = [each.origin for each in teller.found.sent]
    if not asked:
        yield Paragraph(plain(teller.say(_NO_DECISION)))
        return
    yield Paragraph(plain(teller.say(_DECIDE)))
    yield Bullets(
        tuple((Run(f"{ask} ", bold=True), Run(f"{'; '.join(subjects)}.")) for ask, subjects in asked.items())
    )
