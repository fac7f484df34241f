"""Joint texts as answers of commands and endpoints: what is in force, and what changed."""

from typing import Any

from hled.dialogue.accord.domain.texts.difference import Change, Mark, SegmentChange, Span
from hled.dialogue.accord.domain.texts.segments import STRUCTURE, SegmentKind
from hled.dialogue.accord.queries.texts.agreed import Version, compared, one_text, texts, version_by
from hled.interfaces.answers import (
    ANYTHING,
    COUNT,
    DAY,
    MOMENT,
    TEXT,
    Answer,
    Published,
    both,
    listing,
    maybe,
    one_of,
    page,
    shape,
    table_of,
)
from hled.interfaces.asked import Asked
from hled.kernel.bilingual import Bilingual

_VERSION = {"act": TEXT, "type": TEXT, "sequence": COUNT, "in_force_since": MOMENT, "effective": DAY}
_SEGMENT = shape(id=TEXT, kind=one_of(tuple(map(str, SegmentKind))), name=TEXT, **both("text"))
_SPAN = shape(mark=one_of(tuple(map(str, Mark))), text=TEXT)

TEXTS_SCHEMA = Published(
    "texts",
    Bilingual("Joint texts in force", "Textos conjuntos vigentes"),
    shape(subject=TEXT, kind=TEXT, **_VERSION, versions=COUNT, **both("begins")),
)
TEXT_SCHEMA = Published(
    "text",
    Bilingual("One joint text in both languages", "Un texto conjunto en ambas lenguas"),
    shape(
        subject=TEXT,
        kind=TEXT,
        **_VERSION,
        segments=listing(_SEGMENT),
        fields=table_of(ANYTHING),
        versions=listing(shape(**_VERSION)),
    ),
)
TEXT_DIFFERENCE_SCHEMA = Published(
    "text_difference",
    Bilingual("What changed in a joint text", "Lo que cambió en un texto conjunto"),
    shape(
        segment=TEXT,
        kind=one_of(tuple(map(str, SegmentKind))),
        name=TEXT,
        change=one_of(tuple(map(str, Change))),
        english=listing(_SPAN),
        spanish=listing(_SPAN),
    ),
    {
        "earlier": maybe(shape(**_VERSION)),
        "later": shape(**_VERSION),
        "fields": listing(shape(name=TEXT, old=ANYTHING, new=ANYTHING)),
    },
)


def texts_answer(asked: Asked, *, limit: int | None = None, offset: int = 0) -> Answer:
    found = texts(asked.as_of)
    return Answer(
        "texts",
        {**asked.as_json(), "limit": limit, "offset": offset},
        [_listed(each) for each in page(found, limit, offset)],
        total=len(found),
    )


def text_answer(asked: Asked, subject: str, *, act: str = "") -> Answer:
    """
    Raises
    ------
    NotFoundError
        PG-01, when no such text, or no such act of it, was in force by the day asked for.
    """
    found = one_text(subject, asked.as_of)
    return Answer(
        "text",
        {**asked.as_json(), "subject": subject, "act": act},
        [{**_whole(version_by(found, act)), "versions": [_version(each) for each in found]}],
    )


def text_difference_answer(asked: Asked, subject: str, *, earlier: str = "", later: str = "") -> Answer:
    """
    Raises
    ------
    NotFoundError
        PG-01, as for `text_answer`.
    """
    old, new, changes = compared(one_text(subject, asked.as_of), earlier, later)
    return Answer(
        "text_difference",
        {**asked.as_json(), "subject": subject, "earlier": earlier, "later": later},
        [_change(each) for each in changes.segments],
        extras={
            "earlier": _version(old) if old else None,
            "later": _version(new),
            "fields": [{"name": each.name, "old": each.old, "new": each.new} for each in changes.fields],
        },
    )


def _version(each: Version) -> dict[str, Any]:
    return {
        "act": each.act.digest,
        "type": each.act.type,
        "sequence": each.sequence,
        "in_force_since": each.at.isoformat(),
        "effective": each.act.effective.isoformat(),
    }


def _listed(found: tuple[Version, ...]) -> dict[str, Any]:
    last = found[-1]
    first = last.text.words[0] if last.text.words else None
    return {
        "subject": last.act.subject,
        "kind": last.act.kind,
        **_version(last),
        "versions": len(found),
        "begins_en": first.english if first else "",
        "begins_es": first.spanish if first else "",
    }


def _whole(each: Version) -> dict[str, Any]:
    return {
        "subject": each.act.subject,
        "kind": each.act.kind,
        **_version(each),
        "segments": [
            {
                "id": words.id,
                "kind": str(words.kind),
                "name": words.name,
                "text_en": words.english,
                "text_es": words.spanish,
            }
            for words in each.text.words
        ],
        "fields": {name: value for name, value in each.content.fields.items() if name != STRUCTURE},
    }


def _change(each: SegmentChange) -> dict[str, Any]:
    return {
        "segment": each.id,
        "kind": str(each.kind),
        "name": each.name,
        "change": str(each.change),
        "english": [_span(span) for span in each.english],
        "spanish": [_span(span) for span in each.spanish],
    }


def _span(span: Span) -> dict[str, str]:
    return {"mark": str(span.mark), "text": span.text}


PUBLISHED = (TEXTS_SCHEMA, TEXT_SCHEMA, TEXT_DIFFERENCE_SCHEMA)
