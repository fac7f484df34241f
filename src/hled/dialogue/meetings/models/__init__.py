"""Tables of meetings: those of the record, series, planned meetings, agenda and papers."""

from hled.dialogue.meetings.models.agenda import AgendaPoint, ProposedItem
from hled.dialogue.meetings.models.decided import Decision, DecisionEffect
from hled.dialogue.meetings.models.papers import Paper, PaperContent
from hled.dialogue.meetings.models.planned import MeetingChange, PlannedMeeting, Seat
from hled.dialogue.meetings.models.record import Attendance, Meeting, MeetingPaper
from hled.dialogue.meetings.models.series import GroupMember, GroupTask, MeetingSeries, Pause

__all__ = [
    "AgendaPoint",
    "Attendance",
    "Decision",
    "DecisionEffect",
    "GroupMember",
    "GroupTask",
    "Meeting",
    "MeetingChange",
    "MeetingPaper",
    "MeetingSeries",
    "Paper",
    "PaperContent",
    "Pause",
    "PlannedMeeting",
    "ProposedItem",
    "Seat",
]
