"""The facts of the store in the form that the rules read."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime
from itertools import starmap
from typing import Any, TypeVar

from hled.dialogue.chronicle.queries import Columns, said_columns
from hled.dialogue.results.domain.facts import (
    CommitmentFacts,
    DiscrepancyFacts,
    MilestoneFacts,
    QuantityFacts,
    RecordFacts,
    ReportFacts,
    StatementFacts,
)
from hled.dialogue.results.queries.positions import position_facts
from hled.dialogue.results.queries.shelves import REPORTS
from hled.dialogue.workplan.queries.shelves import (
    COMMITMENTS,
    DISCREPANCIES,
    DOCUMENTS,
    MILESTONES,
    PASSAGES,
)
from hled.kernel.period import PartialDate, last_day
from hled.sources.record import Record, names_a_start

T = TypeVar("T", StatementFacts, CommitmentFacts, ReportFacts, MilestoneFacts, DiscrepancyFacts)

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
    "superseded_as",
    "completed_on",
    "completed_in",
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
_OF_MILESTONES = ("commitment", "document", "due", "reached", "reached_in")
_OF_DISCREPANCIES = ("commitment", "documents")


def record_facts(recorded_by: datetime | None = None, agreed_by: date | None = None) -> RecordFacts:
    """
    Everything the rules may read, as the store knew it at a moment; a fixed number of queries.

    What an act of both Parties changed that counts from a day after `agreed_by` is as it was before.
    """
    documents = said_columns(DOCUMENTS, fields=_OF_DOCUMENTS, recorded_by=recorded_by)
    statements = {each.document: each for each in _statements(documents)}
    kinds = dict(zip(documents.ids, documents["kind"], strict=True))
    passages = said_columns(PASSAGES, fields=("commitment",), recorded_by=recorded_by)
    commitments = said_columns(
        COMMITMENTS, fields=_OF_COMMITMENTS, recorded_by=recorded_by, agreed_by=agreed_by
    )
    reports = said_columns(REPORTS, fields=_OF_REPORTS, recorded_by=recorded_by)
    milestones = said_columns(MILESTONES, fields=_OF_MILESTONES, recorded_by=recorded_by, agreed_by=agreed_by)
    discrepancies = said_columns(DISCREPANCIES, fields=_OF_DISCREPANCIES, recorded_by=recorded_by)
    return RecordFacts(
        commitments=_commitments(commitments, statements, set(passages["commitment"])),
        reports=_reports(reports, statements, kinds),
        milestones=_milestones(milestones, statements),
        discrepancies=_discrepancies(discrepancies, statements),
        positions=position_facts(recorded_by),
    )


def _each(of: type[T], **columns: Iterable[Any]) -> tuple[T, ...]:
    """One value for each place of the columns, which are named like its fields; every field must be given."""
    in_order = [columns[field.name] for field in fields(of)]
    return tuple(starmap(of, zip(*in_order, strict=True)))


def _statements(said: Columns) -> tuple[StatementFacts, ...]:
    return _each(
        StatementFacts,
        document=said.ids,
        published_on=map(last_day, said["date"]),
        precision=said["date_precision"],
        official=[kind == "official" for kind in said["kind"]],
        url=said["url"],
    )


def _commitments(
    said: Columns, statements: Mapping[str, StatementFacts], with_passage: Container[str]
) -> tuple[CommitmentFacts, ...]:
    return _each(
        CommitmentFacts,
        id=said.ids,
        kind=said["kind"],
        action_type=said["action_type"],
        stated_on=map(last_day, said["stated_on"]),
        stated_precision=said["stated_on_precision"],
        stated_in=[tuple([statements[document] for document in each]) for each in said["stated_in"]],
        pillar=said["pillar"],
        objective=said["objective"],
        initiative=said["initiative"],
        sectors=map(tuple, said["sectors"]),
        due=map(last_day, said["due"]),
        due_precision=said["due_precision"],
        due_is_start=map(names_a_start, said["due_note_en"], said["due_note_es"]),
        recurrence=said["recurrence"],
        quantities=map(_quantities, said["quantities"]),
        children=[tuple(each or ()) for each in said["children"]],
        agencies_us=map(tuple, said["agencies_us"]),
        agencies_mx=map(tuple, said["agencies_mx"]),
        agencies_basis=said["agencies_basis"],
        has_passage=[id in with_passage for id in said.ids],
        withdrawn_on=map(last_day, said["withdrawn_on"]),
        superseded_on=map(last_day, said["superseded_on"]),
        superseded_by=said["superseded_by"],
        merged=[each == "merged" for each in said["superseded_as"]],
        completed_on=map(last_day, said["completed_on"]),
        completed_in=[statements.get(document) for document in said["completed_in"]],
    )


def _reports(
    said: Columns, statements: Mapping[str, StatementFacts], kinds: Mapping[str, str]
) -> tuple[ReportFacts, ...]:
    papers = [statements.get(document) for document in said["document"]]
    return _each(
        ReportFacts,
        id=said.ids,
        commitment=said["commitment"],
        reported_on=map(last_day, said["reported_on"]),
        by=said["by"],
        kind=said["kind"],
        shows=said["shows"],
        document=said["document"],
        document_kind=map(kinds.get, said["document"]),
        precision=said["date_precision"],
        happened_on=map(last_day, said["happened_on"]),
        late=map(bool, said["late"]),
        url=[
            own or (paper.url if paper else None)
            for own, paper in zip(said["source_url"], papers, strict=True)
        ],
        quantities=map(_quantities, said["quantities"]),
    )


def _quantities(said: Iterable[Record] | None) -> tuple[QuantityFacts, ...]:
    if not said:
        return ()
    return tuple(
        [QuantityFacts(each["what_en"], each["value"], each["unit"], each["what_es"]) for each in said]
    )


def _milestones(said: Columns, statements: Mapping[str, StatementFacts]) -> tuple[MilestoneFacts, ...]:
    reported_in = [statements.get(document) for document in said["reached_in"]]
    return _each(
        MilestoneFacts,
        id=said.ids,
        commitment=said["commitment"],
        due=[PartialDate.parse(due).last_day for due in said["due"]],
        reached_on=map(last_day, said["reached"]),
        reached_published_on=[paper.published_on if paper else None for paper in reported_in],
        document=said["reached_in"],
        url=[paper.url if paper else None for paper in reported_in],
        stated_on=[statements[document].published_on for document in said["document"]],
    )


def _discrepancies(said: Columns, statements: Mapping[str, StatementFacts]) -> tuple[DiscrepancyFacts, ...]:
    dated = (
        [day for document in each if (day := statements[document].published_on) is not None]
        for each in said["documents"]
    )
    return _each(
        DiscrepancyFacts,
        id=said.ids,
        commitment=said["commitment"],
        known_on=[max(days, default=None) for days in dated],
        documents=map(tuple, said["documents"]),
    )
