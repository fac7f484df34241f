"""Commitments as answers: each with its status in a list, one with everything known of it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from hled.dialogue.results.domain.alerts import Urgency
from hled.dialogue.results.domain.assessment import Origin, Status, Voice, Weight
from hled.dialogue.results.models import Position
from hled.dialogue.results.queries.dossier import Dossier, Entry, dossier
from hled.dialogue.results.queries.rows import ScoreRow
from hled.dialogue.workplan.queries.plan import bilingual
from hled.interfaces.answers import (
    ANYTHING,
    COUNT,
    DAY,
    FLAG,
    MOMENT,
    PARTIAL_DAY,
    TEXT,
    WHOLE,
    Answer,
    Published,
    Schema,
    both,
    listing,
    maybe,
    one_of,
    shape,
)
from hled.interfaces.asked import Asked
from hled.interfaces.problems import not_found
from hled.kernel.bilingual import Bilingual
from hled.sources.record.json_form import fields_schema, record_as_json, record_schema
from hled.sources.record.schema import KINDS, Record

EVIDENCE = shape(
    id=TEXT,
    document=maybe(TEXT),
    published_on=maybe(DAY),
    published_precision=one_of(("day", "month", "year", "unknown")),
    url=maybe(TEXT),
    by=TEXT,
    weight=one_of(tuple(Weight)),
)
ROW: dict[str, Schema] = {
    "id": TEXT,
    "kind": TEXT,
    "pillar": TEXT,
    "objective": maybe(TEXT),
    "initiative": maybe(TEXT),
    **both("title"),
    "action_type": TEXT,
    "sectors": listing(TEXT),
    "stated_on": maybe(DAY),
    "due": maybe(DAY),
    "agencies_us": listing(TEXT),
    "agencies_mx": listing(TEXT),
    "agencies_basis": TEXT,
    "status": one_of(tuple(Status)),
    "disputed": FLAG,
    "disputed_by": listing(TEXT),
    "rule": TEXT,
    "since": maybe(DAY),
    **both("sentence"),
    "evidence": listing(EVIDENCE),
    "searches": listing(EVIDENCE),
    "missing": listing(shape(code=TEXT, **both("says"))),
    "strength": shape(voice=one_of(tuple(Voice)), origin=one_of(tuple(Origin))),
    "last_report_on": maybe(DAY),
    "last_evidence_on": maybe(DAY),
    "silent_months": maybe(COUNT),
    "undated": FLAG,
    "alerts": listing(TEXT),
}
ALERT = shape(
    code=TEXT,
    subject=TEXT,
    pillar=TEXT,
    since=maybe(DAY),
    urgency=one_of(tuple(Urgency)),
    weight=WHOLE,
    **both("sentence", "remedy"),
    evidence=listing(TEXT),
)
_STORY = shape(
    kind=one_of(
        (
            "stated",
            "restated",
            "agreed",
            "report",
            "search",
            "due",
            "completed",
            "withdrawn",
            "superseded",
            "asked",
        )
    ),
    id=TEXT,
    on=maybe(DAY),
    said=maybe(PARTIAL_DAY),
    document=maybe(TEXT),
    by=maybe(TEXT),
    shows=maybe(TEXT),
    fact_en=maybe(TEXT),
    fact_es=maybe(TEXT),
    months_since=maybe(COUNT),
    days_since=maybe(COUNT),
)
_ACT = shape(
    type=TEXT,
    **both("label"),
    subject=TEXT,
    digest=TEXT,
    on=DAY,
    sequence=maybe(COUNT),
    signers=listing(shape(name=TEXT, party=TEXT, at=MOMENT)),
    occasion=maybe(TEXT),
)
_POSITION = shape(
    subject=TEXT,
    party=TEXT,
    status=TEXT,
    computed=TEXT,
    on=DAY,
    act=TEXT,
    texts=listing(shape(name=TEXT, **both("text"))),
)
_HISTORY = shape(
    field=TEXT,
    said=ANYTHING,
    said_from=MOMENT,
    said_until=MOMENT,
    replaced_by=TEXT,
)
_OF_RECORD = (
    "summary_en", "summary_es", "partners", "stated_in", "stated_on_precision", "due_precision", "due_note_en",
    "due_note_es", "recurrence", "quantities",
)  # fmt: skip
"""What the promise itself says; the editor's own status and note are no part of a view."""

COMMITMENT_SCHEMA = Published(
    "commitment",
    Bilingual("One commitment and all that is known of it", "Un compromiso y todo lo que se sabe de él"),
    shape(
        **ROW,
        **{name: fields_schema("commitments", name) for name in _OF_RECORD},
        **both("rule_says", "agencies_basis_label"),
        story=listing(_STORY),
        reports=listing(record_schema("progress_reports")),
        passages=listing(record_schema("passages")),
        discrepancies=listing(record_schema("discrepancies")),
        children=listing(TEXT),
        parents=listing(TEXT),
        alerts_in_full=listing(ALERT),
        history=listing(_HISTORY),
        acts=listing(_ACT),
        positions=listing(_POSITION),
        milestones=listing(record_schema("milestones")),
    ),
)
HISTORY_SCHEMA = Published(
    "history",
    Bilingual("What a fact said before, field by field", "Lo que un hecho decía antes, campo por campo"),
    _HISTORY,
)


def commitment_answer(asked: Asked, id: str) -> Answer:
    """
    Raises
    ------
    NotFoundError
        When there is none, or it was not public on the day asked for.
    """
    found = dossier(id, asked)
    if found.row is None:
        raise not_found("commitment", f"{id} ({asked.as_of.isoformat()})")
    return Answer("commitment", {**asked.as_json(), "id": id}, [commitment_item(found, found.row, asked)])


def commitment_item(found: Dossier, row: ScoreRow, asked: Asked) -> dict[str, Any]:
    rule = found.rule.says if found.rule else row.assessment.sentence
    basis = found.view.plan.label("agencies_basis", row.facts.agencies_basis)
    said = record_as_json("commitments", found.record)
    public = {name: said[name] for name in _OF_RECORD}
    public["stated_in"] = [each for each in said["stated_in"] if found.view.has_document(each)]
    return {
        **row.as_json(),
        **public,
        **_pair("rule_says", rule),
        **_pair("agencies_basis_label", basis),
        "story": [_entry(each) for each in (*found.story, *found.undated)],
        "reports": [
            record_as_json("progress_reports", found.view.reports.by_id[each])
            for each in found.view.reports.by_commitment.get(found.id, ())
            if found.view.has_report(each)
        ],
        "passages": [
            record_as_json("passages", each)
            for _, each in found.passages
            if found.view.has_document(each["document"])
        ],
        "discrepancies": [record_as_json("discrepancies", each) for _, each in found.discrepancies],
        "children": [each.id for each in found.children],
        "parents": [each.id for each in found.parents],
        "alerts_in_full": [each.as_json() for each in row.alerts],
        "history": history_items(found.history, asked),
        "acts": [each.as_json() for each in found.acts],
        "positions": [_position(each) for each in found.positions],
        "milestones": [record_as_json("milestones", each) for _, each in found.milestones],
    }


def _position(held: Position) -> dict[str, Any]:
    return {
        "subject": held.subject,
        "party": held.party,
        "status": held.status,
        "computed": held.computed,
        "on": held.on.isoformat(),
        "act": held.act,
        "texts": [
            {"name": name, "text_en": each["en"], "text_es": each["es"]} for name, each in held.texts.items()
        ],
    }


def _pair(name: str, text: Bilingual) -> dict[str, str]:
    return {f"{name}_en": text.en, f"{name}_es": text.es}


def _entry(entry: Entry) -> dict[str, Any]:
    report: Record = entry.record if entry.record and entry.kind in {"report", "search"} else {}
    fact = bilingual(report, "fact")
    return {
        "kind": entry.kind,
        "id": entry.id,
        "on": entry.on.isoformat() if entry.on else None,
        "said": entry.said,
        "document": entry.document,
        "by": report.get("by"),
        "shows": report.get("shows"),
        "fact_en": fact.en if fact else None,
        "fact_es": fact.es if fact else None,
        "months_since": entry.months,
        "days_since": entry.days,
    }


def history_items(history: Iterable[dict[str, Any]], asked: Asked) -> list[dict[str, Any]]:
    """Former wordings, as far as the store knew them to be former at the moment asked for."""
    return [
        {
            "field": each["field"],
            "said": each["said"],
            "said_from": _moment(each["said_from"]),
            "said_until": _moment(each["said_until"]),
            "replaced_by": each["replaced_by__source"],
        }
        for each in history
        if asked.recorded_by is None or each["said_until"] <= asked.recorded_by
    ]


def _moment(value: datetime) -> str:
    return value.isoformat()


def history_answer(asked: Asked, kind: str, id: str, history: Iterable[dict[str, Any]]) -> Answer:
    """What each field of a fact of any kind of the record said before."""
    if kind not in KINDS:
        raise not_found("kind", kind)
    return Answer("history", {"kind": kind, "id": id}, history_items(history, asked))


PUBLISHED = (COMMITMENT_SCHEMA, HISTORY_SCHEMA)
