"""What a briefing book holds, as an answer."""

from collections import Counter
from datetime import date
from typing import Any

from hled.dialogue.briefing.domain.edition import Edition
from hled.dialogue.briefing.queries.book.bound import FORMATS, chapters, paper
from hled.dialogue.briefing.queries.book.occasion import Occasion
from hled.dialogue.chronicle.domain.memory import Memory
from hled.dialogue.chronicle.queries import store_revision
from hled.dialogue.docket.queries.desk import last_arrived
from hled.interfaces.answers import COUNT, DAY, TEXT, Answer, Published, both, listing, maybe, shape
from hled.interfaces.printed import Heading, Paper
from hled.kernel.bilingual import Bilingual, Language

_FILE = shape(language=TEXT, format=TEXT, path=TEXT)
BRIEF_SCHEMA = Published(
    "brief",
    Bilingual(
        "What the briefing book of a meeting holds", "Lo que contiene la carpeta informativa de una reunión"
    ),
    shape(**both("title"), tables=COUNT, figures=COUNT, rows=COUNT),
    {
        "meeting": TEXT,
        "level": TEXT,
        **both("meeting_title"),
        "on": maybe(DAY),
        "due_by": maybe(DAY),
        "as_of": DAY,
        "edition": TEXT,
        "content_digests": shape(en=TEXT, es=TEXT),
        "files": listing(_FILE),
    },
)


_answers: Memory[Answer] = Memory(16)


def brief_answer(of: Occasion) -> Answer:
    """
    The chapters of the public version, and where its files are; kept until the store changes.

    The digest of each language is that of its words and drawings, whatever format they are written in.
    """
    if of.planned:  # its agenda changes without a new state of the record
        return _answer(of)
    key = (store_revision(), last_arrived(), of.id, of.asked)
    return _answers.recall(key, lambda: _answer(of))


def _answer(of: Occasion) -> Answer:
    papers = {language.value: paper(of, Edition.JOINT, language.value) for language in Language}
    return Answer(
        "brief",
        {**of.asked.as_json(), "meeting": of.id},
        _chapters(papers["en"]),
        extras={
            "meeting": of.id,
            "level": of.level,
            "meeting_title_en": of.title.en,
            "meeting_title_es": of.title.es,
            "on": of.on.isoformat() if of.on else None,
            "due_by": _iso(of.cadence.next_due) if of.cadence and not of.on else None,
            "as_of": of.asked.as_of.isoformat(),
            "edition": Edition.JOINT.value,
            "content_digests": {code: each.digest for code, each in papers.items()},
            "files": [
                {
                    "language": language.value,
                    "format": format,
                    "path": f"/{language}/meetings/{of.id}/brief/book.{format}",
                }
                for language in Language
                for format in FORMATS
            ],
        },
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _chapters(book: Paper) -> list[dict[str, Any]]:
    """Each chapter with what stands in it; both languages hold the same."""
    titles = {each.en: each for each in chapters(Edition.JOINT)}
    found: list[tuple[Bilingual, Counter[str]]] = []
    for block in book.as_json()["blocks"]:
        if block["kind"] == Heading.__name__.lower() and block["level"] == 1:
            found.append((titles[block["text"]], Counter()))
        elif found:
            counts = found[-1][1]
            counts[block["kind"]] += 1
            counts["rows"] += len(block.get("rows", ()))
    return [
        {
            "title_en": title.en,
            "title_es": title.es,
            "tables": counts["table"],
            "figures": counts["figure"],
            "rows": counts["rows"],
        }
        for title, counts in found
    ]


PUBLISHED = (BRIEF_SCHEMA,)
