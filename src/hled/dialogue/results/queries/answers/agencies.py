"""One agency as an answer: the commitments in which it has a part, apart by how that is known."""

from hled.dialogue.results.domain.assessment import Status
from hled.dialogue.results.queries.owners import owner
from hled.interfaces.answers import COUNT, TEXT, Answer, Published, listing, maybe, shape
from hled.interfaces.asked import Asked
from hled.kernel.bilingual import Bilingual
from hled.sources.record.json_form import record_as_json, record_schema

DISTRIBUTION = shape(
    key=TEXT,
    total=COUNT,
    counts=shape(**{status.value: COUNT for status in Status}),
    disputed=COUNT,
    inferred=COUNT,
)
AGENCY_SCHEMA = Published(
    "agency",
    Bilingual("One agency and its commitments", "Una dependencia y sus compromisos"),
    shape(
        **record_schema("agencies")["properties"],
        distribution=maybe(DISTRIBUTION),
        stated=listing(TEXT),
        partly_stated=listing(TEXT),
        inferred=listing(TEXT),
        predecessors=listing(TEXT),
    ),
)


def agency_answer(asked: Asked, code: str) -> Answer:
    """
    Raises
    ------
    NotFoundError
        When the record has no such agency.
    """
    found = owner(code, asked)
    item = record_as_json("agencies", found.record) | {
        "distribution": found.distribution.as_json() if found.distribution else None,
        "stated": [each.id for each in found.stated],
        "partly_stated": [each.id for each in found.partly],
        "inferred": [each.id for each in found.inferred],
        "predecessors": list(found.predecessors),
    }
    return Answer("agency", {**asked.as_json(), "id": code}, [item])


PUBLISHED = (AGENCY_SCHEMA,)
