from django.db import models
from django.db.models import F, Q

from hled.dialogue.delegations.models import PARTIES, Office
from hled.dialogue.meetings.models.series import MeetingSeries
from hled.dialogue.workplan.models import absent_text

STATES = ["planned", "held", "minutes_agreed", "cancelled"]


class PlannedMeeting(models.Model):
    """
    A meeting from its planning to its agreed minutes.

    `version` counts its changes and is the sequence of its entry in calendars. The public sees it from
    `announced_at` on; the address for joining stays with the Parties. `agenda_version` counts the changes of the
    order of its agenda.
    """

    series = models.ForeignKey(MeetingSeries, on_delete=models.PROTECT, related_name="meetings")
    title_en = models.CharField(max_length=300)
    title_es = models.CharField(max_length=300)
    place_en = absent_text()
    place_es = absent_text()
    online = models.BooleanField(default=False)
    join_url = models.URLField(max_length=500, default="", blank=True)
    begins_at = models.DateTimeField(db_index=True)
    ends_at = models.DateTimeField()
    zone = models.CharField(max_length=60)
    state = models.CharField(max_length=20, default="planned")
    cancelled_en = absent_text()
    cancelled_es = absent_text()
    announced_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=0)
    agenda_version = models.PositiveIntegerField(default=0)
    planned_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ("begins_at", "id")
        constraints = [
            models.CheckConstraint(name="meetings_planned_state_known", condition=Q(state__in=STATES)),
            models.CheckConstraint(
                name="meetings_planned_ends_after_it_begins", condition=Q(ends_at__gt=F("begins_at"))
            ),
            models.CheckConstraint(
                name="meetings_planned_titled_in_both", condition=~Q(title_en="") & ~Q(title_es="")
            ),
            models.CheckConstraint(
                name="meetings_planned_somewhere",
                condition=Q(online=True) | Q(place_en__isnull=False, place_es__isnull=False),
            ),
            models.CheckConstraint(
                name="meetings_cancelled_for_a_reason",
                condition=~Q(state="cancelled") | Q(cancelled_en__isnull=False, cancelled_es__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """The public identifier."""
        return f"PM-{self.pk:04d}"


class Seat(models.Model):
    """Someone at the table for a Party; `name` is empty where only the office is known yet."""

    meeting = models.ForeignKey(PlannedMeeting, on_delete=models.CASCADE, related_name="seats")
    party = models.CharField(max_length=2)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="seats")
    name = models.CharField(max_length=200, default="", blank=True)
    role = models.CharField(max_length=20)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("meeting", "party", "position")
        constraints = [
            models.UniqueConstraint(name="meetings_seat_place", fields=["meeting", "party", "position"]),
            models.CheckConstraint(name="meetings_seat_party_known", condition=Q(party__in=PARTIES)),
            models.CheckConstraint(
                name="meetings_seat_role_known", condition=Q(role__in=["head", "member", "note_taker"])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name or self.office} at {self.meeting_id}"


class MeetingChange(models.Model):
    """
    What someone changed about a meeting: its plan, a place on its agenda, a seat, a paper.

    `kept_by` is the one Party that may read it, as with an internal paper; empty where both may.
    """

    meeting = models.ForeignKey(PlannedMeeting, on_delete=models.PROTECT, related_name="changes")
    what = models.CharField(max_length=30)
    subject = models.CharField(max_length=60)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    by = models.CharField(max_length=200)
    by_party = models.CharField(max_length=2)
    kept_by = models.CharField(max_length=2, default="", blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("meeting", "id")
        constraints = [
            models.CheckConstraint(name="meetings_change_by_someone", condition=~Q(by="")),
            models.CheckConstraint(name="meetings_change_party_known", condition=Q(by_party__in=PARTIES)),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.subject}"
