"""The facts of the store in the form that the rules read."""

from collections.abc import Mapping
from datetime import datetime

from hled.dialogue.chronicle.queries import said
from hled.dialogue.results.domain.facts import (
    CommitmentFacts,
    DiscrepancyFacts,
    MilestoneFacts,
    QuantityFacts,
    RecordFacts,
    ReportFacts,
    StatementFacts,
    names_a_start,
)
from hled.dialogue.results.queries.shelves import REPORTS
from hled.dialogue.workplan.queries.shelves import (
    COMMITMENTS,
    DISCREPANCIES,
    DOCUMENTS,
    MILESTONES,
    PASSAGES,
)
from hled.kernel.period import PartialDate, last_day
from hled.sources.record.schema import Record

_OF_DOCUMENTS = ("date", "date_precision", "kind", "url")
_OF_COMMITMENTS = (
    "kind",
    "action_type",
    "stated_on",
    "stated_on_precision",
    "stated_in",
    "pillar",
    "objective",
    "initiative",
    "sectors",
    "due",
    "due_precision",
    "due_note_en",
    "due_note_es",
    "recurrence",
    "quantities",
    "children",
    "agencies_us",
    "agencies_mx",
    "agencies_basis",
    "withdrawn_on",
    "superseded_on",
    "superseded_by",
)
_OF_REPORTS = (
    "commitment",
    "document",
    "reported_on",
    "date_precision",
    "happened_on",
    "by",
    "kind",
    "shows",
    "late",
    "source_url",
    "quantities",
)


def record_facts(recorded_by: datetime | None = None) -> RecordFacts:
    """Everything the rules may read, as the store knew it at a moment; a fixed number of queries."""
    documents = said(DOCUMENTS, fields=_OF_DOCUMENTS, recorded_by=recorded_by)
    statements = {id: _statement(id, document) for id, document in documents.items()}
    with_passage = {each.get("commitment") for each in said(PASSAGES, recorded_by=recorded_by).values()}
    commitments = said(COMMITMENTS, fields=_OF_COMMITMENTS, recorded_by=recorded_by)
    reports = said(REPORTS, fields=_OF_REPORTS, recorded_by=recorded_by)
    discrepancies = said(DISCREPANCIES, fields=("commitment", "documents"), recorded_by=recorded_by)
    return RecordFacts(
        commitments=tuple(
            _commitment(id, each, statements, id in with_passage) for id, each in commitments.items()
        ),
        reports=tuple(_report(id, each, documents) for id, each in reports.items()),
        milestones=tuple(
            _milestone(id, each, statements) for id, each in said(MILESTONES, recorded_by=recorded_by).items()
        ),
        discrepancies=tuple(_discrepancy(id, each, statements) for id, each in discrepancies.items()),
    )


def _statement(id: str, document: Record) -> StatementFacts:
    return StatementFacts(
        document=id,
        published_on=last_day(document["date"]),
        precision=document["date_precision"],
        official=document["kind"] == "official",
        url=document["url"],
    )


def _commitment(
    id: str,
    each: Record,
    statements: Mapping[str, StatementFacts],
    has_passage: bool,
) -> CommitmentFacts:
    return CommitmentFacts(
        id=id,
        kind=each["kind"],
        action_type=each["action_type"],
        stated_on=last_day(each["stated_on"]),
        stated_precision=each["stated_on_precision"],
        stated_in=tuple(statements[document] for document in each["stated_in"]),
        pillar=each["pillar"],
        objective=each["objective"],
        initiative=each["initiative"],
        sectors=tuple(each["sectors"]),
        due=last_day(each["due"]),
        due_precision=each.get("due_precision"),
        due_is_start=names_a_start(each.get("due_note_en"), each.get("due_note_es")),
        recurrence=each.get("recurrence"),
        quantities=_quantities(each),
        children=tuple(each.get("children", ())),
        agencies_us=tuple(each["agencies_us"]),
        agencies_mx=tuple(each["agencies_mx"]),
        agencies_basis=each["agencies_basis"],
        has_passage=has_passage,
        withdrawn_on=last_day(each.get("withdrawn_on")),
        superseded_on=last_day(each.get("superseded_on")),
        superseded_by=each.get("superseded_by"),
    )


def _report(id: str, each: Record, documents: Mapping[str, Record]) -> ReportFacts:
    document = documents.get(each["document"]) if each["document"] else None
    return ReportFacts(
        id=id,
        commitment=each["commitment"],
        reported_on=last_day(each["reported_on"]),
        by=each["by"],
        kind=each["kind"],
        shows=each["shows"],
        document=each["document"],
        document_kind=document["kind"] if document else None,
        precision=each["date_precision"],
        happened_on=last_day(each.get("happened_on")),
        late=bool(each.get("late", False)),
        url=each.get("source_url") or (document["url"] if document else None),
        quantities=_quantities(each),
    )


def _quantities(each: Record) -> tuple[QuantityFacts, ...]:
    return tuple(
        QuantityFacts(quantity["what_en"], quantity["value"], quantity["unit"], quantity["what_es"])
        for quantity in each.get("quantities") or ()
    )


def _discrepancy(id: str, each: Record, statements: Mapping[str, StatementFacts]) -> DiscrepancyFacts:
    dated = [day for document in each["documents"] if (day := statements[document].published_on) is not None]
    return DiscrepancyFacts(
        id=id,
        commitment=each["commitment"],
        known_on=max(dated, default=None),
        documents=tuple(each["documents"]),
    )


def _milestone(id: str, each: Record, statements: Mapping[str, StatementFacts]) -> MilestoneFacts:
    reported_in = statements.get(each.get("reached_in", ""))
    return MilestoneFacts(
        id=id,
        commitment=each["commitment"],
        due=PartialDate.parse(each["due"]).last_day,
        reached_on=last_day(each.get("reached")),
        reached_published_on=reported_in.published_on if reported_in else None,
        document=each.get("reached_in"),
        url=reported_in.url if reported_in else None,
        stated_on=statements[each["document"]].published_on,
    )
