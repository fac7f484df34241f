"""The chapters bound into one paper, and the paper as a file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from hled.dialogue.briefing.domain.edition import Edition
from hled.dialogue.briefing.queries.book.chapters import (
    agenda,
    annex,
    cover,
    differences,
    late,
    notes,
    outcome,
    stakeholders,
    studies,
    summary,
)
from hled.dialogue.briefing.queries.book.gathered import gathered
from hled.dialogue.briefing.queries.book.occasion import Occasion
from hled.dialogue.briefing.queries.book.teller import Teller
from hled.dialogue.chronicle.domain.memory import Memory
from hled.dialogue.chronicle.queries import store_revision
from hled.dialogue.docket.queries.desk import last_arrived
from hled.interfaces.answers import product_version
from hled.interfaces.printed import Block, Heading, Look, Paper, Paragraph, pdf, plain, word
from hled.kernel.bilingual import Bilingual

Format = Literal["pdf", "docx"]
FORMATS: tuple[Format, ...] = ("pdf", "docx")
_WRITERS: dict[str, Callable[[Paper], bytes]] = {"pdf": pdf, "docx": word}

_AUTHOR = Bilingual("hled {version}", "hled {version}")
_SUBJECT = Bilingual(
    "What was promised, what became of it, and what to decide; as known on {day}",
    "Qué se prometió, qué fue de ello y qué decidir; según lo conocido al {day}",
)
_PAGE_OF = Bilingual("Page {page} of {pages}", "Página {page} de {pages}")
_MADE = Bilingual("How this book was made", "Cómo se hizo esta carpeta")
_MADE_SAYS = Bilingual(
    "By hled {version} from the record of the dialogue as known on {day}, with rulebook {rulebook}. No figure was entered by hand. "
    "Whoever makes it again from the same store and day gets the same bytes. SHA-256 of what it says: {digest}.",
    "Con hled {version}, a partir del registro del diálogo según lo conocido al {day}, con el reglamento de estados {rulebook}. Ninguna cifra se capturó a mano. "
    "Quien la haga de nuevo con el mismo acervo y la misma fecha obtiene los mismos bytes. SHA-256 de lo que dice: {digest}.",
)

_Chapter = tuple[Bilingual, Callable[[Teller, str], Iterator[Block]]]
_NUMBERED: tuple[_Chapter, ...] = (
    (summary.TITLE, summary.blocks),
    (outcome.TITLE, outcome.blocks),
    (late.TITLE, late.blocks),
    (differences.TITLE, differences.blocks),
    (studies.TITLE, studies.blocks),
    (stakeholders.TITLE, stakeholders.blocks),
    (agenda.TITLE, agenda.blocks),
    (agenda.DECISIONS, agenda.decisions),
)
_ANNEXES: tuple[_Chapter, ...] = ((annex.TITLE, annex.commitments), (annex.DOCUMENTS, annex.documents))


@dataclass(frozen=True, slots=True)
class BriefFile:
    """A book as a file, with the name it should have."""

    name: str
    content: bytes


def chapters(edition: Edition) -> tuple[Bilingual, ...]:
    """The titles, in order; those of a Party's edition begin with its notes."""
    own = (notes.TITLE,) if edition.party else ()
    numbered = (
        Bilingual(f"{place}. {title.en}", f"{place}. {title.es}")
        for place, (title, _) in enumerate(_NUMBERED, start=1)
    )
    return (*own, *numbered, *(title for title, _ in _ANNEXES))


def paper(of: Occasion, edition: Edition, language: str) -> Paper:
    """The whole book in one language."""
    teller = Teller(gathered(of, edition), language)
    titles = [title.in_language(language) for title in chapters(edition)]
    writers = [*([notes.blocks] if edition.party else []), *(write for _, write in (*_NUMBERED, *_ANNEXES))]
    blocks: list[Block] = [cover.cover(teller), cover.contents(teller, tuple(titles))]
    for title, write in zip(titles, writers, strict=True):
        blocks += write(teller, title)
    said = _bound(teller, blocks)
    return _bound(teller, [*blocks, *_colophon(teller, said.digest)])


def _bound(teller: Teller, blocks: list[Block]) -> Paper:
    as_of = teller.found.occasion.asked.as_of
    title = teller.say(cover.TITLE)
    of, day = cover.subtitle(teller), teller.day(as_of)
    stamp = teller.say(teller.found.edition.stamp).split(".")[0]
    return Paper(
        title=f"{title}: {of}",
        subject=teller.say(_SUBJECT, day=day),
        author=teller.say(_AUTHOR, version=product_version()),
        language=teller.language,
        day=as_of,
        running=f"{title}: {of}. {stamp}.",
        page_of=teller.say(_PAGE_OF),
        blocks=tuple(blocks),
    )


def _colophon(teller: Teller, digest: str) -> Iterator[Block]:
    board = teller.found.board
    said = teller.say(
        _MADE_SAYS,
        version=product_version(),
        day=teller.day(board.asked.as_of),
        rulebook=board.standing.rulebook.version,
        digest=digest,
    )
    yield Heading(2, teller.say(_MADE))
    yield Paragraph(plain(said), Look.SMALL)


_files: Memory[BriefFile] = Memory(8)


def public_file(of: Occasion, language: str, format: Format) -> BriefFile:
    """The public version as a file; kept until the store changes."""
    if of.planned:  # its agenda changes without a new state of the record
        return brief_file(of, Edition.JOINT, language, format)
    key = (store_revision(), last_arrived(), of.id, of.asked, language, format)
    return _files.recall(key, lambda: brief_file(of, Edition.JOINT, language, format))


def brief_file(of: Occasion, edition: Edition, language: str, format: Format) -> BriefFile:
    """A book as a file."""
    content = _WRITERS[format](paper(of, edition, language))
    return BriefFile(f"hled-brief-{of.id}-{edition.value}-{language}.{format}", content)
