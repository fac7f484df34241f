import pytest

from hled.dialogue.results.domain.facts import (
    CommitmentFacts,
    DiscrepancyFacts,
    QuantityFacts,
    RecordFacts,
    ReportFacts,
    StatementFacts,
)
from hled.kernel.period import last_day
from hled.sources.record import bundled_record, names_a_start, read_record


@pytest.fixture(scope="session")
def bundled_records():
    """The record that ships with hled, as records."""
    return read_record(bundled_record()).records


@pytest.fixture(scope="session")
def bundled_facts(bundled_records) -> RecordFacts:
    """The record that ships with hled, as facts, without a store."""
    documents = {each["id"]: each for each in bundled_records["documents"]}
    return RecordFacts(
        commitments=tuple(_commitment(each, documents) for each in bundled_records["commitments"]),
        reports=tuple(_report(each, documents) for each in bundled_records["progress_reports"]),
        discrepancies=tuple(_discrepancy(each, documents) for each in bundled_records["discrepancies"]),
    )


def _commitment(each, documents) -> CommitmentFacts:
    return CommitmentFacts(
        id=each["id"],
        kind=each["kind"],
        action_type=each["action_type"],
        stated_on=last_day(each["stated_on"]),
        stated_precision=each["stated_on_precision"],
        stated_in=tuple(_statement(documents[id]) for id in each["stated_in"]),
        pillar=each["pillar"],
        due=last_day(each["due"]),
        due_is_start=names_a_start(each.get("due_note_en"), each.get("due_note_es")),
        recurrence=each.get("recurrence"),
        quantities=_quantities(each),
        children=tuple(each.get("children", ())),
        agencies_us=tuple(each["agencies_us"]),
        agencies_mx=tuple(each["agencies_mx"]),
        agencies_basis=each["agencies_basis"],
    )


def _statement(document) -> StatementFacts:
    return StatementFacts(
        document["id"],
        last_day(document["date"]),
        document["date_precision"],
        document["kind"] == "official",
        document["url"],
    )


def _report(each, documents) -> ReportFacts:
    document = documents.get(each["document"])
    return ReportFacts(
        id=each["id"],
        commitment=each["commitment"],
        reported_on=last_day(each["reported_on"]),
        by=each["by"],
        kind=each["kind"],
        shows=each["shows"],
        document=each["document"],
        document_kind=document and document["kind"],
        precision=each["date_precision"],
        happened_on=last_day(each.get("happened_on")),
        late=each.get("late", False),
        quantities=_quantities(each),
    )


def _quantities(each) -> tuple[QuantityFacts, ...]:
    return tuple(
        QuantityFacts(one["what_en"], one["value"], one["unit"], one["what_es"])
        for one in each.get("quantities") or ()
    )


def _discrepancy(each, documents) -> DiscrepancyFacts:
    days = [day for id in each["documents"] if (day := last_day(documents[id]["date"]))]
    return DiscrepancyFacts(each["id"], each["commitment"], max(days, default=None), tuple(each["documents"]))
