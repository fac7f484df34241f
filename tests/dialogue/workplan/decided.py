"""A decision of a meeting that was held, under which acts on joint items may come."""

from datetime import datetime, timedelta

from hled.dialogue.meetings.models import Decision, MeetingSeries, PlannedMeeting


def a_decision(at: datetime) -> str:
    """The identifier of a decision in force, which an act names as its occasion."""
    meeting = PlannedMeeting.objects.create(
        series=MeetingSeries.objects.earliest("pk"),
        title_en="Meeting",
        title_es="Reunión",
        online=True,
        begins_at=at - timedelta(hours=3),
        ends_at=at - timedelta(hours=1),
        zone="America/Mexico_City",
        state="held",
        planned_at=at - timedelta(days=30),
        changed_at=at,
    )
    made = Decision.objects.create(
        meeting=meeting,
        number=1,
        title_en="Amend the plan",
        title_es="Enmendar el plan",
        act="d" * 64,
        sequence=1,
        agreed_at=at,
    )
    return made.subject
