"""Agencies and holders of offices as answers of commands and endpoints."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from hled.dialogue.chronicle.queries import said
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.domain.samples import Sample
from hled.dialogue.delegations.models import Appointment, Person
from hled.dialogue.delegations.queries.people import officers_in_office
from hled.dialogue.delegations.queries.shelves import AGENCIES
from hled.dialogue.delegations.queries.terms import Term, terms_known
from hled.interfaces.answers import (
    DAY,
    FLAG,
    TEXT,
    Answer,
    Published,
    both,
    listing,
    maybe,
    one_of,
    page,
    shape,
)
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


PEOPLE_SCHEMA = Published(
    "people",
    Bilingual(
        "People of both Parties and their running terms", "Personas de ambas Partes y sus periodos vigentes"
    ),
    shape(
        party=maybe(one_of(tuple(Party))),
        name=TEXT,
        email=TEXT,
        is_sample=FLAG,
        terms=listing(
            shape(
                role=one_of(tuple(Role)), **both("role"), **both("title"), starts_on=DAY, ends_on=maybe(DAY)
            )
        ),
    ),
    extras={"link": maybe(TEXT)},
)
SAMPLES_SCHEMA = Published(
    "samples",
    Bilingual("Sample officers of a demonstration", "Funcionarios de muestra de una demostración"),
    shape(party=one_of(tuple(Party)), role=one_of(tuple(Role)), **both("role"), email=TEXT, password=TEXT),
)


def people_answer(on: date, *, only: Person | None = None, link: str | None = None) -> Answer:
    """For the operator of the installation only: no page and no endpoint gives it."""
    running: dict[int, list[dict[str, Any]]] = {}
    for each in officers_in_office(on):
        running.setdefault(each.person_id, []).append(_running(each))
    people = Person.objects.all() if only is None else Person.objects.filter(pk=only.pk)
    items = [
        {
            "party": each.party,
            "name": each.name,
            "email": each.email,
            "is_sample": each.is_sample,
            "terms": running.get(each.pk, []),
        }
        for each in people
    ]
    return Answer("people", {"on": on.isoformat()}, items, extras={"link": link})


def _running(each: Appointment) -> dict[str, Any]:
    label = Role(each.role).label
    return {
        "role": each.role,
        "role_en": label.en,
        "role_es": label.es,
        "title_en": each.title_en,
        "title_es": each.title_es,
        "starts_on": each.starts_on.isoformat(),
        "ends_on": each.ends_on.isoformat() if each.ends_on else None,
    }


def samples_answer(samples: Sequence[Sample]) -> Answer:
    items = [
        {
            "party": each.party,
            "role": each.role,
            "role_en": each.role.label.en,
            "role_es": each.role.label.es,
            "email": each.email,
            "password": each.password,
        }
        for each in samples
    ]
    return Answer("samples", {}, items)


PUBLISHED = (AGENCIES_SCHEMA, OFFICES_SCHEMA, PEOPLE_SCHEMA, SAMPLES_SCHEMA)
