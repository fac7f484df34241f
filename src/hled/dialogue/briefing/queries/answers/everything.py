"""Search, and the whole record in one answer."""

from typing import Any

from hled.dialogue.briefing.queries.record import said_record
from hled.dialogue.briefing.queries.search import Hit, search
from hled.interfaces.answers import COUNT, DAY, TEXT, Answer, Published, both, listing, maybe, page, shape
from hled.interfaces.asked import Asked
from hled.kernel.bilingual import Bilingual
from hled.sources.record.json_form import record_as_json, record_schema
from hled.sources.record.schema import KINDS

SEARCH_SCHEMA = Published(
    "search",
    Bilingual(
        "What holds the words, in either language",
        "Lo que contiene las palabras, en cualquiera de los idiomas",
    ),
    shape(
        kind=TEXT,
        id=TEXT,
        **both("title"),
        excerpt_en=maybe(TEXT),
        excerpt_es=maybe(TEXT),
        public_on=maybe(DAY),
    ),
)
RECORD_SCHEMA = Published(
    "record",
    Bilingual("The whole record", "El registro completo"),
    shape(kind=TEXT, count=COUNT),
    {"record": shape(**{kind: listing(record_schema(kind)) for kind in KINDS}), "record_digest": TEXT},
)


def search_answer(asked: Asked, words: str, *, limit: int | None = None, offset: int = 0) -> Answer:
    found = search(words, asked)
    return Answer(
        "search",
        {**asked.as_json(), "words": words, "limit": limit, "offset": offset},
        [_hit(each) for each in page(found, limit, offset)],
        total=len(found),
    )


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "kind": hit.kind,
        "id": hit.id,
        "title_en": hit.title.en,
        "title_es": hit.title.es,
        "excerpt_en": hit.excerpt.en if hit.excerpt else None,
        "excerpt_es": hit.excerpt.es if hit.excerpt else None,
        "public_on": hit.public_on.isoformat() if hit.public_on else None,
    }


def whole_record(asked: Asked) -> dict[str, list[dict[str, Any]]]:
    """Every kind of the record in the JSON form, as the store knew it at the moment asked for."""
    return {
        kind: [record_as_json(kind, each) for each in records]
        for kind, records in said_record(asked.recorded_by).items()
    }


def record_answer(asked: Asked) -> Answer:
    """The record as it stands; `as_of` does not cut it, since a record is one whole."""
    from hled.kernel.digest import sha256_of

    found = whole_record(asked)
    return Answer(
        "record",
        {"recorded_by": asked.as_json()["recorded_by"]},
        [{"kind": kind, "count": len(records)} for kind, records in found.items()],
        extras={"record": found, "record_digest": sha256_of(found)},
    )


PUBLISHED = (SEARCH_SCHEMA, RECORD_SCHEMA)
