"""The work plan as answers of commands and endpoints: pillars, objectives, initiatives, documents, context."""

from collections.abc import Mapping
from datetime import date

from hled.dialogue.workplan.queries.context import CONTEXT_KINDS, context_items, glossary_terms
from hled.dialogue.workplan.queries.plan import Plan, plan
from hled.interfaces.answers import Answer, Published, page
from hled.interfaces.asked import Asked
from hled.interfaces.problems import not_found
from hled.kernel.bilingual import Bilingual
from hled.kernel.period import last_day
from hled.sources.record.json_form import record_as_json, record_schema
from hled.sources.record.schema import KINDS, Record

_PARTS = {
    "pillars": Bilingual("Pillars of the dialogue", "Pilares del diálogo"),
    "objectives": Bilingual("Objectives inside the pillars", "Objetivos de cada pilar"),
    "initiatives": Bilingual("Initiatives of the work plan", "Iniciativas del plan de trabajo"),
    "documents": Bilingual("Documents of the record", "Documentos del registro"),
}

PART_SCHEMAS = {kind: Published(kind, title, record_schema(kind)) for kind, title in _PARTS.items()}
GLOSSARY = "glossary"
CONTEXT_NAMES = {**{name: kind for name, (kind, _) in CONTEXT_KINDS.items()}, GLOSSARY: GLOSSARY}
"""Name in an address -> kind of the record."""

CONTEXT_SCHEMAS = {
    name: Published(f"context.{name}", KINDS[kind].says, record_schema(kind))
    for name, kind in CONTEXT_NAMES.items()
}


def _public(asked: Asked, day: date | None) -> bool:
    return asked.undated if day is None else day <= asked.as_of


def part_answer(asked: Asked, kind: str, *, limit: int | None = None, offset: int = 0) -> Answer:
    """Pillars, objectives, initiatives or documents that were public on the day asked for."""
    said = plan(asked.recorded_by, asked.as_of)
    records: Mapping[str, Record] = getattr(said, kind)
    found = [each for each in records.values() if _in_view(asked, said, kind, each)]
    return Answer(
        kind,
        {**asked.as_json(), "limit": limit, "offset": offset},
        [record_as_json(kind, each) for each in page(found, limit, offset)],
        total=len(found),
    )


def _in_view(asked: Asked, said: Plan, kind: str, record: Record) -> bool:
    """A document by its own date, an objective or initiative by that of the document that states it."""
    if kind == "documents":
        return _public(asked, last_day(record["date"]))
    stated_in = record.get("stated_in")
    return stated_in is None or _public(asked, said.document_public_on(stated_in))


def context_answer(asked: Asked, kind: str, *, limit: int | None = None, offset: int = 0) -> Answer:
    """
    Events, orders, dockets, organizations and terms around the dialogue.

    Raises
    ------
    NotFoundError
        When `kind` is no kind of context.
    """
    if kind not in CONTEXT_NAMES:
        raise not_found("context", kind)
    found, _ = glossary_terms(asked) if kind == GLOSSARY else context_items(kind, asked)
    return Answer(
        f"context.{kind}",
        {**asked.as_json(), "kind": kind, "limit": limit, "offset": offset},
        [record_as_json(CONTEXT_NAMES[kind], each) for _, each in page(found, limit, offset)],
        total=len(found),
    )


PUBLISHED = (*PART_SCHEMAS.values(), *CONTEXT_SCHEMAS.values())
