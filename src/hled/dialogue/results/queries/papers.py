"""Documents, and what each states and reports."""

from collections import Counter
from dataclasses import dataclass

from hled.dialogue.results.queries.rows import ScoreRow
from hled.dialogue.results.queries.view import View, view
from hled.interfaces.asked import Asked
from hled.interfaces.problems import not_found
from hled.sources.record.schema import Record


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A document in a list, with how many commitments it states and how many reports it carries."""

    id: str
    record: Record
    states: int
    reports: int


@dataclass(frozen=True)
class Paper:
    """One document: the commitments it states, the reports it carries, where sources differ from it."""

    view: View
    id: str
    record: Record
    in_view: bool
    states: tuple[ScoreRow, ...]
    reports: tuple[tuple[str, Record, ScoreRow | None], ...]
    objectives: tuple[tuple[str, Record], ...]
    discrepancies: tuple[tuple[str, Record], ...]
    passages: tuple[tuple[str, Record], ...]


def papers(seen: View) -> list[PaperLine]:
    """Documents in view, the newest first and the undated last."""
    stated = Counter(
        each.document for commitment in seen.standing.commitments.values() for each in commitment.stated_in
    )
    return [
        PaperLine(
            id,
            seen.plan.documents[id],
            stated[id],
            sum(map(seen.has_report, seen.reports.by_document.get(id, ()))),
        )
        for id in seen.documents
    ]


def paper(id: str, asked: Asked) -> Paper:
    """
    Raises
    ------
    NotFoundError
        PG-01, when the record has no such document.
    """
    seen = view(asked)
    if id not in seen.plan.documents:
        raise not_found("document", id)
    carried = [key for key in seen.reports.by_document.get(id, ()) if seen.has_report(key)]
    owners = {
        row.id: row for row in seen.rows({seen.reports.by_id[key]["commitment"]: None for key in carried})
    }
    in_view = seen.has_document(id)
    known = {each.id for each in seen.standing.facts.discrepancies}
    return Paper(
        view=seen,
        id=id,
        record=seen.plan.documents[id],
        in_view=in_view,
        states=seen.rows(key for key, each in seen.plan.commitments.items() if id in each["stated_in"])
        if in_view
        else (),
        reports=tuple(
            (key, seen.reports.by_id[key], owners.get(seen.reports.by_id[key]["commitment"]))
            for key in carried
        ),
        objectives=tuple(
            (key, each)
            for key, each in seen.plan.objectives.items()
            if each.get("stated_in") == id and in_view
        ),
        discrepancies=tuple(
            (key, each)
            for key, each in seen.plan.discrepancies.items()
            if key in known and id in (each["documents"] or ())
        ),
        passages=tuple(
            (key, each) for key, each in seen.plan.passages.items() if each["document"] == id and in_view
        ),
    )
