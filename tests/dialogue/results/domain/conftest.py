from collections.abc import Callable
from datetime import date

import pytest

from hled.dialogue.results.domain.assessment import Assessment
from hled.dialogue.results.domain.facts import (
    CommitmentFacts,
    DiscrepancyFacts,
    MilestoneFacts,
    RecordFacts,
    ReportFacts,
    StatementFacts,
)
from hled.dialogue.results.domain.rulebook import assess

PROMISED = date(2022, 1, 10)
TODAY = date(2022, 9, 1)


@pytest.fixture
def a_commitment() -> Callable[..., CommitmentFacts]:
    """A commitment of 10 January 2022 with nothing special about it."""

    def make(identifier: str = "C-01", **other: object) -> CommitmentFacts:
        stated_on = other.setdefault("stated_on", PROMISED)
        defaults = {
            "kind": "commitment",
            "action_type": "cooperate_or_explore",
            "pillar": "P1",
            "stated_in": (StatementFacts("D-01", stated_on),),
        }
        return CommitmentFacts(identifier, **(defaults | other))

    return make


@pytest.fixture
def a_report() -> Callable[..., ReportFacts]:
    """A joint report of activity on C-01, of 18 April 2022, in an official document."""

    def make(shows: str = "activity", **other: object) -> ReportFacts:
        defaults = {
            "id": "R-01",
            "commitment": "C-01",
            "reported_on": date(2022, 4, 18),
            "by": "joint",
            "kind": "output",
            "document": "D-02",
            "document_kind": "official",
            "url": "https://example.org/report",
        }
        return ReportFacts(shows=shows, **(defaults | other))

    return make


@pytest.fixture
def a_search(a_report) -> Callable[..., ReportFacts]:
    """A search by the editor that found nothing."""

    def make(on: date, **other: object) -> ReportFacts:
        defaults = {"id": "R-99", "by": "editor", "kind": "gap", "document": None, "document_kind": None}
        return a_report("nothing_found", reported_on=on, **(defaults | other))

    return make


@pytest.fixture
def judge() -> Callable[..., Assessment]:
    """The assessment of the first commitment given, as of 1 September 2022."""

    def make(
        *facts: CommitmentFacts | ReportFacts | MilestoneFacts | DiscrepancyFacts,
        as_of: date = TODAY,
        undated: bool = False,
        use_shows: bool = True,
    ) -> Assessment:
        def of(kind: type) -> tuple:
            return tuple(each for each in facts if isinstance(each, kind))

        record = RecordFacts(of(CommitmentFacts), of(ReportFacts), of(MilestoneFacts), of(DiscrepancyFacts))
        found = assess(record, as_of, undated=undated, use_shows=use_shows)
        return found[of(CommitmentFacts)[0].id]

    return make
