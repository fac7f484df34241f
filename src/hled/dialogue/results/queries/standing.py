"""
Where each promise stands, as known on a day.

The whole standing is computed at once and kept until the store changes: every page, endpoint and command of one day
reads the same figures.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from threading import Lock

from hled.dialogue.chronicle.queries import store_revision
from hled.dialogue.results.domain.alerts import Alert, alerts_of
from hled.dialogue.results.domain.assessment import Assessment
from hled.dialogue.results.domain.facts import CommitmentFacts, RecordFacts, as_known
from hled.dialogue.results.domain.rulebook import CURRENT, Rulebook, assess
from hled.dialogue.results.queries.facts import record_facts

MOST_KEPT = 24


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
    alerts: tuple[Alert, ...]
    alerts_by_commitment: Mapping[str, tuple[Alert, ...]]


_Key = tuple[int, date, bool, datetime | None, str]
_kept: OrderedDict[_Key, Standing] = OrderedDict()
_facts: OrderedDict[tuple[int, datetime | None], RecordFacts] = OrderedDict()
_lock = Lock()


def standing(
    as_of: date,
    *,
    undated: bool,
    recorded_by: datetime | None = None,
    rulebook: Rulebook = CURRENT,
) -> Standing:
    """Where each promise stood; computed once for a state of the store."""
    revision = store_revision()
    key = (revision, as_of, undated, recorded_by, rulebook.version)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    found = _compute(as_of, undated, recorded_by, rulebook, revision)
    with _lock:
        _kept[key] = found
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return found


def _all_facts(revision: int, recorded_by: datetime | None) -> RecordFacts:
    """Facts do not depend on the day asked for; two states are kept."""
    key = (revision, recorded_by)
    with _lock:
        if key in _facts:
            return _facts[key]
    found = record_facts(recorded_by)
    with _lock:
        _facts[key] = found
        while len(_facts) > 2:
            _facts.popitem(last=False)
    return found


def _compute(
    as_of: date, undated: bool, recorded_by: datetime | None, rulebook: Rulebook, revision: int
) -> Standing:
    everything = _all_facts(revision, recorded_by)
    known = as_known(everything, as_of, undated=undated)
    assessments = assess(everything, as_of, undated=undated, rulebook=rulebook)
    alerts = tuple(alerts_of(known, assessments, as_of))
    by_commitment: dict[str, list[Alert]] = {}
    for alert in alerts:
        by_commitment.setdefault(alert.subject, []).append(alert)
    return Standing(
        as_of=as_of,
        undated=undated,
        recorded_by=recorded_by,
        rulebook=rulebook,
        revision=revision,
        facts=known,
        commitments={each.id: each for each in known.commitments},
        assessments=assessments,
        alerts=alerts,
        alerts_by_commitment={id: tuple(each) for id, each in by_commitment.items()},
    )
