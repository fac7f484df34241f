"""Agencies and holders of offices as answers of commands and endpoints."""

from collections.abc import Mapping
from typing import Any

from hled.dialogue.chronicle.queries import said
from hled.dialogue.delegations.queries.shelves import AGENCIES
from hled.dialogue.delegations.queries.terms import Term, terms_known
from hled.interfaces.answers import DAY, TEXT, Answer, Published, both, maybe, one_of, page, shape
from hled.interfaces.asked import Asked
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party
from hled.sources.record.json_form import record_as_json, record_schema
from hled.sources.record.schema import Record

AGENCIES_SCHEMA = Published(
    "agencies",
    Bilingual("Agencies of both Parties", "Dependencias de ambas Partes"),
    record_schema("agencies"),
)
OFFICES_SCHEMA = Published(
    "offices",
    Bilingual("Who was seen in which office", "A quién se vio en cada cargo"),
    shape(
        party=one_of(tuple(Party)),
        **both("office"),
        holder=TEXT,
        seen_first=maybe(DAY),
        seen_last=maybe(DAY),
        starts_on=maybe(DAY),
        ends_on=maybe(DAY),
        basis=one_of(("seen_at_meetings", "stated")),
        successor=maybe(TEXT),
    ),
)


def agencies_said(asked: Asked) -> Mapping[str, Record]:
    return said(AGENCIES, recorded_by=asked.recorded_by)


def agencies_answer(asked: Asked, *, party: str = "", limit: int | None = None, offset: int = 0) -> Answer:
    found = [each for each in agencies_said(asked).values() if party in {"", each["country"]}]
    return Answer(
        "agencies",
        {**asked.as_json(), "party": party, "limit": limit, "offset": offset},
        [record_as_json("agencies", each) for each in page(found, limit, offset)],
        total=len(found),
    )


def offices_answer(asked: Asked, *, limit: int | None = None, offset: int = 0) -> Answer:
    found = terms_known(asked.as_of)
    return Answer(
        "offices",
        {**asked.as_json(), "limit": limit, "offset": offset},
        [_term(each) for each in page(found, limit, offset)],
        total=len(found),
    )


def _term(term: Term) -> dict[str, Any]:
    days = {name: getattr(term, name) for name in ("seen_first", "seen_last", "starts_on", "ends_on")}
    return {
        "party": term.party,
        "office_en": term.office.en,
        "office_es": term.office.es,
        "holder": term.holder,
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "basis": term.basis,
        "successor": term.successor,
    }


PUBLISHED = (AGENCIES_SCHEMA, OFFICES_SCHEMA)
