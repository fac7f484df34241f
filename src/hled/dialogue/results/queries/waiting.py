"""Which reports agency officers owe: alerts of the day on commitments in which their agency has a part."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.domain.waiting import Waiting
from hled.dialogue.results.queries.view import view
from hled.interfaces.asked import ask
from hled.kernel.party import Party

OWED = {"AL-01", "AL-02", "AL-03"}
"""No report for long, a promised date that has passed, the next round of a recurring duty."""

_ROLES = frozenset({Role.AGENCY_OFFICER})


def waiting(party: Party, at: datetime) -> Iterator[Waiting]:
    """One task for a commitment, by its heaviest alert; the pages say the rest, and nothing of it is mailed."""
    seen = view(ask(at.date().isoformat()))
    for row in seen.rows(seen.standing.commitments):
        agencies = frozenset(row.facts.agencies_us if party is Party.US else row.facts.agencies_mx)
        owed = [each for each in row.alerts if each.code in OWED and each.since]
        if not (agencies and owed):
            continue
        alert = max(owed, key=lambda each: each.weight)
        yield Waiting(
            f"report/{row.id}/{alert.code}/{alert.since}",
            party,
            _ROLES,
            row.title,
            alert.sentence,
            f"commitments/{row.id}/",
            _moment(alert.since or at.date()),
            agencies=agencies,
            is_mailed=False,
        )


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)
