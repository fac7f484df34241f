"""Notes of one Party, in its own edition only."""

from collections.abc import Iterator

from hled.dialogue.briefing.queries.book.teller import Teller
from hled.interfaces.printed import Block, Heading, Look, Paragraph, Run, plain
from hled.kernel.bilingual import Bilingual

TITLE = Bilingual("Notes of the delegation", "Notas de la delegación")
_NONE = Bilingual(
    "No note was written for this meeting. Write one with hled brief note.",
    "No se escribió ninguna nota para esta reunión. Puede escribirla con hled brief note.",
)
_BY = Bilingual("{who}, {day}", "{who}, {day}")


def blocks(teller: Teller, heading: str) -> Iterator[Block]:
    """Nothing at all in the public version."""
    if teller.found.edition.party is None:
        return
    yield Heading(1, heading, fresh=True)
    if not teller.found.notes:
        yield Paragraph(plain(teller.say(_NONE)))
    for note in teller.found.notes:
        other = note.language if note.language != teller.language else ""
        for part in note.text.split("\n"):
            if part.strip():
                yield Paragraph((Run(part.strip(), language=other),), Look.NOTE)
        day = teller.day(note.written_at.date())
        yield Paragraph(plain(teller.say(_BY, who=note.written_by, day=day)), Look.SMALL)
