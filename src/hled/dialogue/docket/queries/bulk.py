"""Answers of the commands and of the endpoint that work on many submissions at once."""

from collections.abc import Iterable, Mapping
from typing import Any

from hled.dialogue.docket.models import Call
from hled.dialogue.docket.queries.answers import COUNTS, LOOP, counts_item, loop_items
from hled.dialogue.docket.queries.calls import call_known, calls_known, campaigns
from hled.dialogue.docket.queries.public import counted
from hled.interfaces.answers import COUNT, FLAG, TEXT, Answer, Published, both, listing, one_of, shape
from hled.interfaces.asked import Asked
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding

IMPORT_SCHEMA = Published(
    "docket-import",
    Bilingual("What became of a table of submissions", "Qué fue de una tabla de aportaciones"),
    shape(
        call=TEXT,
        file=TEXT,
        rows=COUNT,
        filed=COUNT,
        known=COUNT,
        empty=COUNT,
        other_documents=COUNT,
        withdrawn=COUNT,
        warnings=COUNT,
        checked_only=FLAG,
    ),
)
FILED_SCHEMA = Published(
    "docket-filed",
    Bilingual("Submissions that an agency sent at once", "Aportaciones que una dependencia envió juntas"),
    shape(source_id=TEXT, id=TEXT, state=one_of(["filed", "known"])),
)
GROUPS_SCHEMA = Published(
    "docket-groups",
    Bilingual(
        "The largest groups of near-copies of a call", "Los mayores grupos de copias de una convocatoria"
    ),
    shape(id=TEXT, submissions=COUNT, language=TEXT, begins=TEXT),
    {"call": TEXT, "compared": COUNT, "counts": COUNTS},
)
STATS_SCHEMA = Published(
    "docket-stats",
    Bilingual("Counts and loop figures by call", "Conteos y cifras del circuito por convocatoria"),
    shape(id=TEXT, **both("title"), counts=COUNTS, loop=listing(LOOP)),
)
READ_SCHEMA = Published(
    "docket-read",
    Bilingual("Files that were read", "Archivos que se leyeron"),
    shape(files=COUNT, waiting=COUNT),
)
TIDY_SCHEMA = Published(
    "docket-tidy",
    Bilingual(
        "Personal data erased and forms forgotten", "Datos personales borrados y formularios olvidados"
    ),
    shape(erased=COUNT, forms=COUNT),
)
PUBLISHED = (IMPORT_SCHEMA, FILED_SCHEMA, GROUPS_SCHEMA, STATS_SCHEMA, READ_SCHEMA, TIDY_SCHEMA)


def groups_answer(asked: Asked, call: Call, *, most: int, compared: int) -> Answer:
    items = [
        {"id": each.code, "submissions": each.submissions, "language": each.language, "begins": each.begins}
        for each in campaigns(call, asked, most)
    ]
    extras = {"call": call.code, "compared": compared, "counts": counts_item(counted(call))}
    return Answer("docket-groups", {"call": call.code, "most": most}, items, extras=extras)


def stats_answer(asked: Asked, *, call: str = "") -> Answer:
    """
    Raises
    ------
    NotFoundError
        PG-01, for an unknown call.
    """
    rows = [call_known(call, asked)] if call else list(calls_known(asked))
    items = [
        {
            "id": each.code,
            "title_en": each.title_en,
            "title_es": each.title_es,
            "counts": counts_item(counted(each)),
            "loop": loop_items(asked, each),
        }
        for each in rows
    ]
    return Answer("docket-stats", {**asked.as_json(), "call": call}, items)


def filed_answer(
    call: str,
    order: Iterable[str],
    filed: Mapping[str, str],
    known: Mapping[str, str],
    warnings: Iterable[Finding],
) -> Answer:
    """Each in the order in which it was sent."""
    items: list[dict[str, Any]] = [
        {
            "source_id": each,
            "id": filed.get(each) or known[each],
            "state": "filed" if each in filed else "known",
        }
        for each in order
    ]
    return Answer("docket-filed", {"call": call}, items, findings=tuple(warnings))
