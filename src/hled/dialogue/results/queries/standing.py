"""
Where each promise stands, as known on a day.

The whole standing is computed at once and kept until the store changes: every page, endpoint and command of one day
reads the same figures.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from hled.dialogue.chronicle.domain.memory import Memory, without_collecting
from hled.dialogue.chronicle.queries import agreed_until, store_revision
from hled.dialogue.results.domain.alerts import Alert, alerts_of
from hled.dialogue.results.domain.assessment import Assessment
from hled.dialogue.results.domain.facts import CommitmentFacts, RecordFacts, as_known
from hled.dialogue.results.domain.rulebook import Rulebook, assess_known
from hled.dialogue.results.queries.facts import record_facts
from hled.dialogue.results.queries.rulebooks import rulebook_on

_standings: Memory["Standing"] = Memory(24)
_facts: Memory[RecordFacts] = Memory(2)


@dataclass(frozen=True)
class Standing:
    """
    Facts in view, the assessment of each commitment, and the alerts.

    `commitments` and `assessments` have the same keys; both follow the order of identifiers.
    """

    as_of: date
    undated: bool
    recorded_by: datetime | None
    rulebook: Rulebook
    revision: int
    facts: RecordFacts
    commitments: Mapping[str, CommitmentFacts]
    assessments: Mapping[str, Assessment]

    @cached_property
    def alerts(self) -> tuple[Alert, ...]:
        """Alerts on the commitments, the heaviest first; made when something asks for them."""
        with without_collecting():
            return tuple(alerts_of(self.facts, self.assessments, self.as_of, rulebook=self.rulebook))

    @cached_property
    def alerts_by_commitment(self) -> Mapping[str, tuple[Alert, ...]]:
        found: dict[str, list[Alert]] = {}
        for alert in self.alerts:
            found.setdefault(alert.subject, []).append(alert)
        return {id: tuple(each) for id, each in found.items()}

    @property
    def key(self) -> tuple[int, date, bool, datetime | None, str]:
        """What anything computed from this standing alone may be kept under."""
        return self.revision, self.as_of, self.undated, self.recorded_by, self.rulebook.version


def standing(
    as_of: date,
    *,
    undated: bool,
    recorded_by: datetime | None = None,
    rulebook: Rulebook | None = None,
) -> Standing:
    """
    Where each promise stood; computed once for a state of the store.

    Parameters
    ----------
    rulebook
        A version to compute by; the one in force on the day where None.
    """
    revision = store_revision()
    key = (revision, as_of, undated, recorded_by, rulebook.version if rulebook else "")
    return _standings.recall(
        key,
        lambda: _compute(as_of, undated, recorded_by, rulebook or rulebook_on(as_of, recorded_by), revision),
    )


def _all_facts(revision: int, recorded_by: datetime | None, agreed_by: date | None) -> RecordFacts:
    """Facts depend on the day asked for only by the acts that count from a later one."""
    return _facts.recall((revision, recorded_by, agreed_by), lambda: record_facts(recorded_by, agreed_by))


def _compute(
    as_of: date, undated: bool, recorded_by: datetime | None, rulebook: Rulebook, revision: int
) -> Standing:
    facts = _all_facts(revision, recorded_by, agreed_until(as_of, revision))
    known = as_known(facts, as_of, undated=undated)
    return Standing(
        as_of=as_of,
        undated=undated,
        recorded_by=recorded_by,
        rulebook=rulebook,
        revision=revision,
        facts=known,
        commitments={each.id: each for each in known.commitments},
        assessments=assess_known(known, as_of, rulebook=rulebook),
    )
