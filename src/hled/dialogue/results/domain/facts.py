"""
The facts that the rules read, and which of them were public on a day.

Plain values without a store: whoever has a record builds them, in any order. Every date known to the month or the
year is given as its last day, with the precision beside it, so that nothing counts before all of it has passed.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any

EDITOR = "editor"
PARTIES = frozenset({"us", "mx", "joint"})


@dataclass(frozen=True, slots=True)
class QuantityFacts:
    """A figure; two figures are compared only where `what` (in English) and `unit` are the same."""

    what: str
    value: Decimal | int | float
    unit: str
    what_es: str = ""


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """A document states a commitment."""

    document: str
    published_on: date | None
    precision: str = "day"
    official: bool = True
    url: str | None = None


@dataclass(frozen=True, slots=True)
class CommitmentFacts:
    """
    A promise or named deliverable.

    Parameters
    ----------
    stated_on
        Last day of the date of the earliest dated document that states it; None where none is dated.
    due
        Last day of the date by which it was promised.
    due_is_start
        The due date is that of a start, not of an end; see `sources.record.names_a_start`.
    agencies_basis
        ``stated``, ``partly_stated``, ``inferred`` or ``none_named``.
    withdrawn_on, superseded_on, completed_on
        Day on which that became public.
    merged
        It is superseded because it goes on as a part of another one.
    completed_in
        The paper by which both Parties declared it completed.
    """

    id: str
    kind: str
    action_type: str
    stated_on: date | None
    stated_precision: str = "day"
    stated_in: tuple[StatementFacts, ...] = ()
    pillar: str = ""
    objective: str | None = None
    initiative: str | None = None
    sectors: tuple[str, ...] = ()
    due: date | None = None
    due_precision: str | None = None
    due_is_start: bool = False
    recurrence: str | None = None
    quantities: tuple[QuantityFacts, ...] = ()
    children: tuple[str, ...] = ()
    agencies_us: tuple[str, ...] = ()
    agencies_mx: tuple[str, ...] = ()
    agencies_basis: str = "none_named"
    has_passage: bool = False
    withdrawn_on: date | None = None
    superseded_on: date | None = None
    superseded_by: str | None = None
    merged: bool = False
    completed_on: date | None = None
    completed_in: StatementFacts | None = None


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """
    A report about a commitment, or a search by the editor that found nothing (`by` is ``editor``).

    Parameters
    ----------
    reported_on
        Last day of the date on which it became public; for a search, the day of the search.
    document_kind
        ``official`` or ``press``; None where the report names no document.
    url
        Address of the document or page that reports.
    """

    id: str
    commitment: str
    reported_on: date | None
    by: str
    kind: str
    shows: str
    document: str | None = None
    document_kind: str | None = None
    precision: str = "day"
    happened_on: date | None = None
    late: bool = False
    url: str | None = None
    quantities: tuple[QuantityFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class MilestoneFacts:
    """
    A dated step.

    Parameters
    ----------
    reached_published_on
        When the document that reports it reached became public.
    stated_on
        When the step itself became public; None where it was with its commitment.
    """

    id: str
    commitment: str
    due: date
    reached_on: date | None = None
    reached_published_on: date | None = None
    document: str | None = None
    url: str | None = None
    stated_on: date | None = None


@dataclass(frozen=True, slots=True)
class DiscrepancyFacts:
    """Sources differ; `known_on` is the latest date of the documents that differ, None where none is dated."""

    id: str
    commitment: str | None
    known_on: date | None
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PositionFacts:
    """
    What a Party itself holds of a commitment, or where both agreed to differ about it; it decides no status.

    Parameters
    ----------
    party
        ``US`` or ``MX``; empty where both agreed to differ.
    status
        The status that the Party gives it; empty where both agreed to differ.
    on, until
        First day on which it holds, and the first on which it no longer does.
    """

    id: str
    commitment: str
    party: str
    status: str
    on: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """A meeting; `level` is ``cabinet``, ``sub_cabinet`` or ``publication`` (which is no meeting)."""

    id: str
    held_on: date
    level: str
    era: str = "second"


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """All facts of a record; the order within each tuple does not matter."""

    commitments: tuple[CommitmentFacts, ...] = ()
    reports: tuple[ReportFacts, ...] = ()
    milestones: tuple[MilestoneFacts, ...] = ()
    discrepancies: tuple[DiscrepancyFacts, ...] = ()
    meetings: tuple[MeetingFacts, ...] = ()
    positions: tuple[PositionFacts, ...] = ()


def as_known(facts: RecordFacts, as_of: date, *, undated: bool) -> RecordFacts:
    """
    Only what was public by the end of a day.

    Undated commitments, reports, documents and discrepancies are kept only where `undated` is true. What belongs
    to a commitment that is left out is left out with it.
    """

    def public(day: date | None) -> bool:
        return undated if day is None else day <= as_of

    commitments = [each for each in facts.commitments if public(each.stated_on)]
    seen = {each.id for each in commitments}
    return RecordFacts(
        commitments=tuple(_commitment_as_known(each, seen, public) for each in commitments),
        reports=tuple(r for r in facts.reports if public(r.reported_on) and r.commitment in seen),
        milestones=tuple(
            _milestone_as_known(m, public)
            for m in facts.milestones
            if m.commitment in seen and (m.stated_on is None or m.stated_on <= as_of)
        ),
        discrepancies=tuple(
            d
            for d in facts.discrepancies
            if public(d.known_on) and (d.commitment is None or d.commitment in seen)
        ),
        meetings=tuple(m for m in facts.meetings if m.held_on <= as_of),
        positions=tuple(
            p
            for p in facts.positions
            if p.on <= as_of and (p.until is None or p.until > as_of) and p.commitment in seen
        ),
    )


_LEARNED = (
    "stated_in",
    "children",
    "withdrawn_on",
    "superseded_on",
    "superseded_by",
    "merged",
    "completed_on",
    "completed_in",
)
"""What becomes public of a commitment after its statement."""


def _commitment_as_known(
    commitment: CommitmentFacts, seen: set[str], public: Callable[[date | None], bool]
) -> CommitmentFacts:
    superseded = _if_public(commitment.superseded_on, public)
    completed = _if_public(commitment.completed_on, public)
    known: tuple[Any, ...] = (
        tuple([each for each in commitment.stated_in if public(each.published_on)]),
        tuple([child for child in commitment.children if child in seen]),
        _if_public(commitment.withdrawn_on, public),
        superseded,
        commitment.superseded_by if superseded else None,
        commitment.merged and superseded is not None,
        completed,
        commitment.completed_in if completed else None,
    )
    if known == attrgetter(*_LEARNED)(commitment):
        return commitment
    return replace(commitment, **dict(zip(_LEARNED, known, strict=True)))


def _milestone_as_known(milestone: MilestoneFacts, public: Callable[[date | None], bool]) -> MilestoneFacts:
    if milestone.reached_on is None or public(milestone.reached_published_on):
        return milestone
    return replace(milestone, reached_on=None, reached_published_on=None, document=None, url=None)


def _if_public(day: date | None, public: Callable[[date | None], bool]) -> date | None:
    return day if day is not None and public(day) else None
