"""Note who changed what about a meeting."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any

from django.db.models import F

from hled.dialogue.chronicle.services import bump_revision
from hled.dialogue.delegations.services.notices import after_commit
from hled.dialogue.meetings.domain.acting import Acting
from hled.dialogue.meetings.domain.editing import MT_15
from hled.dialogue.meetings.domain.planning import State
from hled.dialogue.meetings.models import MeetingChange, PlannedMeeting
from hled.dialogue.meetings.queries.waiting import waiting_on
from hled.kernel.rule import require


def note(
    meeting: PlannedMeeting,
    what: str,
    *,
    subject: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    by: Acting,
    at: datetime,
    kept_by: str = "",
) -> None:
    """Keep a change beside the meeting, and say that the store has changed."""
    MeetingChange.objects.create(
        meeting=meeting,
        what=what,
        subject=subject or meeting.code,
        before=before,
        after=after,
        by=by.name,
        by_party=by.party or "",
        kept_by=kept_by,
        at=at,
    )
    bump_revision()
    after_commit(partial(waiting_on, meeting.pk))


def moved(meeting: PlannedMeeting, at: datetime) -> None:
    """Count a change of the plan: calendars take the newer of two entries."""
    PlannedMeeting.objects.filter(pk=meeting.pk).update(version=F("version") + 1, changed_at=at)
    meeting.refresh_from_db()


def held_still(meeting: PlannedMeeting) -> PlannedMeeting:
    """
    The row of a meeting, held until the end of the transaction.

    Raises
    ------
    BrokenRuleError
        MT-15, when nothing about it changes any more.
    """
    standing = PlannedMeeting.objects.select_for_update().get(pk=meeting.pk)
    require(MT_15, State(standing.state).is_open, place=standing.code, found=State(standing.state).label)
    return standing
