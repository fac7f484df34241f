from django.db import models
from django.db.models import Q

from hled.dialogue.meetings.models.planned import PlannedMeeting


class Decision(models.Model):
    """
    What a meeting decided, in the words both Parties signed.

    The words stand in the register under `subject`; here is which meeting it belongs to and which act put it in force.
    """

    meeting = models.ForeignKey(PlannedMeeting, on_delete=models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    title_en = models.TextField()
    title_es = models.TextField()
    act = models.CharField(max_length=64)
    sequence = models.BigIntegerField()
    agreed_at = models.DateTimeField()

    class Meta:
        ordering = ("meeting", "number")
        constraints = [
            models.UniqueConstraint(name="meetings_decision_number_once", fields=["meeting", "number"]),
            models.CheckConstraint(name="meetings_decision_counts_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(
                name="meetings_decision_titled_in_both", condition=~Q(title_en="") & ~Q(title_es="")
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def subject(self) -> str:
        """The public identifier, and the occasion that acts under it name."""
        return f"{self.meeting.code}/D{self.number}"


class DecisionEffect(models.Model):
    """An act that came into force under a decision: forward from the decision, back from what it changed."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="effects")
    subject = models.CharField(max_length=120, db_index=True)
    type = models.CharField(max_length=80)
    act = models.CharField(max_length=64, unique=True)
    sequence = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        ordering = ("decision", "sequence")

    def __str__(self) -> str:
        return f"{self.type} {self.subject}"
