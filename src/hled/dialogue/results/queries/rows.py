"""Commitments as rows of a table: what was promised, by whom, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from hled.dialogue.results.domain.alerts import Alert
from hled.dialogue.results.domain.assessment import Assessment, Status
from hled.dialogue.results.domain.facts import CommitmentFacts
from hled.dialogue.results.queries.standing import Standing
from hled.dialogue.workplan.queries.plan import Plan
from hled.kernel.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One commitment on the scoreboard."""

    facts: CommitmentFacts
    assessment: Assessment
    title: Bilingual
    standing: Standing = field(repr=False)

    @property
    def alerts(self) -> tuple[Alert, ...]:
        return self.standing.alerts_by_commitment.get(self.id, ())

    @property
    def id(self) -> str:
        return self.facts.id

    @property
    def status(self) -> Status:
        return self.assessment.status

    @property
    def undated(self) -> bool:
        return self.facts.stated_on is None

    def as_json(self) -> dict[str, Any]:
        """The item of the published schema."""
        return {
            "id": self.id,
            "kind": self.facts.kind,
            "pillar": self.facts.pillar,
            "objective": self.facts.objective,
            "initiative": self.facts.initiative,
            "title_en": self.title.en,
            "title_es": self.title.es,
            "action_type": self.facts.action_type,
            "sectors": list(self.facts.sectors),
            "stated_on": self.facts.stated_on.isoformat() if self.facts.stated_on else None,
            "due": self.facts.due.isoformat() if self.facts.due else None,
            "agencies_us": list(self.facts.agencies_us),
            "agencies_mx": list(self.facts.agencies_mx),
            "agencies_basis": self.facts.agencies_basis,
            **self.assessment.as_json(),
            "alerts": [alert.code for alert in self.alerts],
        }


def score_rows(standing: Standing, said: Plan, ids: Iterable[str]) -> tuple[ScoreRow, ...]:
    """One row for each identifier that is in view, in the order given."""
    titles = said.commitment_titles
    return tuple(
        ScoreRow(
            facts=standing.commitments[id],
            assessment=standing.assessments[id],
            title=titles[id],
            standing=standing,
        )
        for id in ids
        if id in standing.commitments
    )
