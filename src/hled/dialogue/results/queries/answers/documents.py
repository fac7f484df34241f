"""One document as an answer: what it states and reports, and where sources differ from it."""

from hled.dialogue.results.queries.papers import paper
from hled.interfaces.answers import TEXT, Answer, Published, listing, shape
from hled.interfaces.asked import Asked
from hled.interfaces.problems import not_found
from hled.kernel.bilingual import Bilingual
from hled.sources.record.json_form import record_as_json, record_schema

DOCUMENT_SCHEMA = Published(
    "document",
    Bilingual("One document and what it states", "Un documento y lo que enuncia"),
    shape(
        **record_schema("documents")["properties"],
        states=listing(TEXT),
        reports=listing(TEXT),
        objectives=listing(TEXT),
        passages=listing(record_schema("passages")),
        discrepancies=listing(TEXT),
    ),
)


def document_answer(asked: Asked, id: str) -> Answer:
    """
    Raises
    ------
    NotFoundError
        When there is none, or it was not public on the day asked for.
    """
    found = paper(id, asked)
    if not found.in_view:
        raise not_found("document", f"{id} ({asked.as_of.isoformat()})")
    item = record_as_json("documents", found.record) | {
        "states": [each.id for each in found.states],
        "reports": [key for key, _, _ in found.reports],
        "objectives": [key for key, _ in found.objectives],
        "passages": [record_as_json("passages", each) for _, each in found.passages],
        "discrepancies": [key for key, _ in found.discrepancies],
    }
    return Answer("document", {**asked.as_json(), "id": id}, [item])


PUBLISHED = (DOCUMENT_SCHEMA,)
