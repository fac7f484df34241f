"""What the studies found, as they were kept, and what of it was sent to the agenda."""

from collections.abc import Iterator

from hled.dialogue.briefing.queries.book.teller import Teller
from hled.interfaces.printed import Block, Column, Heading, Line, Look, Paragraph, Run, Table, plain
from hled.kernel.bilingual import Bilingual

TITLE = Bilingual("What the studies found", "Lo que hallaron los estudios")
MOST = 12
_NONE = Bilingual(
    "No study had been kept in this store by this day.",
    "A esta fecha no se había guardado ningún estudio en este acervo.",
)
_NONE_SENT = Bilingual("None of them was sent to the agenda.", "Ninguno se envió a la agenda.")
_CAPTION = Bilingual(
    "Studies kept, the newest first: {shown} of {all}",
    "Estudios guardados, los más recientes primero: {shown} de {all}",
)
_QUESTION, _FOUND = Bilingual("Question", "Pregunta"), Bilingual("What was found", "Lo que se halló")
_KEPT, _AGENDA = (
    Bilingual("Kept on", "Guardado el"),
    Bilingual("Sent to the agenda by", "Enviado a la agenda por"),
)
_NOT = Bilingual("not sent", "no enviado")
_METHOD = Bilingual(
    "Each study can be run again from its parameters and gives the same digits; its method and warnings stand on its page, under its identifier.",
    "Cada estudio puede repetirse con sus parámetros y da las mismas cifras; su método y sus advertencias figuran en su página, con su identificador.",
)


def blocks(teller: Teller, heading: str) -> Iterator[Block]:
    yield Heading(1, heading)
    studies = teller.found.studies
    if not studies:
        yield Paragraph(plain(teller.say(_NONE)))
        return
    sent = {each.origin: each.proposed_by for each in teller.found.sent}
    columns = (
        Column(teller.say(_QUESTION), 3.2),
        Column(teller.say(_FOUND), 5.2),
        Column(teller.say(_KEPT), 1.3),
        Column(teller.say(_AGENDA), 1.7),
    )
    rows: list[tuple[Line, ...]] = []
    for each in studies[:MOST]:
        question = each.question_en if teller.language == "en" else each.question_es
        says = each.says_en if teller.language == "en" else each.says_es
        by: Line = (Run(sent[each.id]),) if each.id in sent else (Run(teller.say(_NOT), soft=True),)
        day = plain(teller.short_day(each.created_at.date()))
        rows.append(((Run(question), Run(f" {each.id}", soft=True)), plain(says), day, by))
    caption = teller.say(_CAPTION, shown=len(rows), all=len(studies))
    yield Table(caption, columns, tuple(rows), dense=True)
    if not any(each.id in sent for each in studies):
        yield Paragraph(plain(teller.say(_NONE_SENT)))
    yield Paragraph(plain(teller.say(_METHOD)), Look.SMALL)
