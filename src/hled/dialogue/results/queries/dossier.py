"""All that is known of one commitment on a day: its story, its card, its evidence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hled.dialogue.chronicle.queries import history_of
from hled.dialogue.results.domain.dates import whole_months
from hled.dialogue.results.domain.facts import EDITOR
from hled.dialogue.results.domain.rulebook import StatusRule
from hled.dialogue.results.models import Position
from hled.dialogue.results.queries.agreed import ActLine, acts_about
from hled.dialogue.results.queries.positions import positions_on
from hled.dialogue.results.queries.rows import ScoreRow
from hled.dialogue.results.queries.view import View, view
from hled.interfaces.asked import Asked
from hled.interfaces.problems import not_found
from hled.kernel.bilingual import Bilingual
from hled.kernel.period import last_day
from hled.sources.record.schema import Record


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One point of a story.

    Parameters
    ----------
    kind
        ``stated``, ``restated``, ``agreed``, ``report``, ``search``, ``due``, ``completed``, ``withdrawn``, ``superseded`` or
        ``asked``; ``agreed`` is an act by which both Parties changed it.
    on
        The day from which it counts; None where undated.
    said
        The date as the record has it, with its precision.
    months, days
        Time since the entry before; None for the first one.
    """

    kind: str
    id: str
    on: date | None
    said: str | None
    document: str | None
    record: Record | None
    months: int | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that a source gives; `source` is the document, or None for a page without one."""

    what: Bilingual
    value: object
    unit: str
    note: Bilingual | None
    promised: bool
    source: str | None
    url: str | None
    said: str | None
    by: str | None


@dataclass(frozen=True)
class Dossier:
    """
    What the page of a commitment shows, all of it public by the day asked for.

    `row` is None where the commitment itself was not.
    """

    view: View
    id: str
    record: Record
    row: ScoreRow | None
    rule: StatusRule | None
    documents: tuple[str, ...]
    initiative: str | None
    story: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    figures: tuple[Figure, ...]
    discrepancies: tuple[tuple[str, Record], ...]
    passages: tuple[tuple[str, Record], ...]
    children: tuple[ScoreRow, ...]
    parents: tuple[ScoreRow, ...]
    last_word: dict[str, Entry | None]
    history: tuple[dict[str, object], ...]
    acts: tuple[ActLine, ...]
    positions: tuple[Position, ...]
    milestones: tuple[tuple[str, Record], ...]

    @property
    def is_closed(self) -> bool:
        """Whether nothing more can be agreed about it: it was withdrawn, superseded or completed by both Parties."""
        return any(self.record.get(name) for name in ("withdrawn_on", "superseded_on", "completed_on"))


def dossier(id: str, asked: Asked) -> Dossier:
    """
    Raises
    ------
    NotFoundError
        PG-01, when the record has no such commitment.
    """
    seen = view(asked)
    if id not in seen.plan.commitments:
        raise not_found("commitment", id)
    rows = seen.rows([id])
    record = seen.plan.commitments[id]
    entries = sorted(_entries(seen, id, record), key=lambda each: (str(each.on or ""), _ORDER[each.kind]))
    story = [each for each in entries if each.on]
    row = rows[0] if rows else None
    return Dossier(
        view=seen,
        id=id,
        record=record,
        row=row,
        rule=seen.standing.rulebook.rule(row.assessment.rule) if row else None,
        documents=tuple(each for each in record["stated_in"] if seen.has_document(each)),
        initiative=record["initiative"] if seen.is_named("initiatives", record["initiative"]) else None,
        story=tuple(_spaced(story, asked)),
        undated=tuple(each for each in entries if each.on is None),
        figures=tuple(_figures(seen, id, record)),
        discrepancies=tuple(
            (each.id, seen.plan.discrepancies[each.id])
            for each in seen.standing.facts.discrepancies
            if each.commitment == id
        ),
        passages=tuple(
            (key, each) for key, each in seen.plan.passages.items() if each.get("commitment") == id
        ),
        children=seen.rows(record.get("children") or ()),
        parents=seen.rows(
            key for key, each in seen.plan.commitments.items() if id in (each.get("children") or ())
        ),
        last_word=_last_word(story),
        history=tuple(history_of("commitments", id)),
        acts=acts_about(id, asked),
        positions=tuple(positions_on(id, asked)),
        milestones=tuple(
            (each.id, seen.plan.milestones[each.id])
            for each in seen.standing.facts.milestones
            if each.commitment == id
        ),
    )


_ORDER = {
    kind: place
    for place, kind in enumerate(
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
    )
}


def _entries(seen: View, id: str, record: Record) -> Iterator[Entry]:
    documents = [each for each in record["stated_in"] if seen.has_document(each)]
    first = min((d for each in documents if (d := seen.plan.document_public_on(each))), default=None)
    for each in documents:
        day = seen.plan.document_public_on(each)
        said = seen.plan.documents[each]
        yield Entry(_of_paper(said, day is None or day == first), each, day, said["date"], each, None)
    for key in seen.reports.by_commitment.get(id, ()):
        if seen.has_report(key):
            report = seen.reports.by_id[key]
            kind = "search" if report["by"] == EDITOR else "report"
            day = last_day(report["reported_on"])
            yield Entry(kind, key, day, report["reported_on"], report["document"], report)
    due = last_day(record.get("due"))
    if due and due <= seen.asked.as_of:
        yield Entry("due", "due", due, record["due"], None, record)
    facts = seen.standing.commitments.get(id)
    if facts and facts.completed_on:
        paper = facts.completed_in.document if facts.completed_in else None
        yield Entry("completed", "completed", facts.completed_on, str(facts.completed_on), paper, record)
    if facts and facts.withdrawn_on:
        yield Entry("withdrawn", "withdrawn", facts.withdrawn_on, str(facts.withdrawn_on), None, record)
    if facts and facts.superseded_on:
        yield Entry("superseded", "superseded", facts.superseded_on, str(facts.superseded_on), None, record)


def _of_paper(paper: Record, is_first: bool) -> str:
    """What a paper that states the commitment is to its story."""
    if is_first:
        return "stated"
    return "agreed" if paper.get("act_sha256") else "restated"


def _spaced(story: Sequence[Entry], asked: Asked) -> Iterator[Entry]:
    """The entries with the time since the one before, closed by the day asked for."""
    end = Entry("asked", "asked", asked.as_of, asked.as_of.isoformat(), None, None)
    before: date | None = None
    for each in [*story, end] if story else []:
        if each.on is None or before is None:
            yield each
        else:
            months, days = whole_months(before, each.on), (each.on - before).days
            yield Entry(each.kind, each.id, each.on, each.said, each.document, each.record, months, days)
        before = each.on


def _figures(seen: View, id: str, record: Record) -> Iterator[Figure]:
    stated_in = next((each for each in record["stated_in"] if seen.has_document(each)), None)
    if stated_in:
        for quantity in record["quantities"] or ():
            yield _figure(quantity, True, stated_in, None, record["stated_on"], None)
    for key in seen.reports.by_commitment.get(id, ()):
        if seen.has_report(key):
            report = seen.reports.by_id[key]
            for quantity in report.get("quantities") or ():
                yield _figure(
                    quantity,
                    False,
                    report["document"],
                    report.get("source_url"),
                    report["reported_on"],
                    report["by"],
                )


def _figure(
    quantity: Record, promised: bool, source: str | None, url: str | None, said: str | None, by: str | None
) -> Figure:
    note = quantity.get("note_en")
    return Figure(
        what=Bilingual(quantity["what_en"], quantity["what_es"]),
        value=quantity["value"],
        unit=quantity["unit"],
        note=Bilingual(note, quantity["note_es"]) if note else None,
        promised=promised,
        source=source,
        url=url,
        said=said,
        by=by,
    )


def _last_word(story: Sequence[Entry]) -> dict[str, Entry | None]:
    """The latest report of each Party, alone or jointly; None where none was found."""
    return {
        side: next(
            (
                each
                for each in reversed(story)
                if each.kind == "report" and each.record and each.record["by"] in {side.lower(), "joint"}
            ),
            None,
        )
        for side in ("US", "MX")
    }
