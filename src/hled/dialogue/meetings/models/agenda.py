from django.db import models
from django.db.models import Q

from hled.dialogue.delegations.models import PARTIES
from hled.dialogue.meetings.models.planned import PlannedMeeting


class ProposedItem(models.Model):
    """
    What someone asks the next meeting to take up, with the reason and what led to it.

    `origin` is the public identifier of what led to it, and `origin_page` its address on this site without the language.
    """

    pillar = models.CharField(max_length=10)
    title_en = models.CharField(max_length=300)
    title_es = models.CharField(max_length=300)
    reason_en = models.TextField()
    reason_es = models.TextField()
    origin = models.CharField(max_length=120)
    origin_page = models.CharField(max_length=300)
    minutes = models.PositiveSmallIntegerField(default=15)
    proposed_by = models.CharField(max_length=200)
    proposed_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ("proposed_at", "id")
        constraints = [
            models.CheckConstraint(
                name="meetings_proposed_said_in_both",
                condition=~Q(title_en="") & ~Q(title_es="") & ~Q(reason_en="") & ~Q(reason_es=""),
            ),
            models.CheckConstraint(name="meetings_proposed_by_someone", condition=~Q(proposed_by="")),
            models.UniqueConstraint(name="meetings_proposed_once", fields=["origin"]),
        ]

    def __str__(self) -> str:
        return f"{self.origin}: {self.title_en}"


class AgendaPoint(models.Model):
    """
    A place on the agenda of a meeting, open to both Parties until the meeting ends.

    `version` counts its edits: who saves names the version that was read. A point that is dropped stays, so that
    its history can be read and its address works.
    """

    meeting = models.ForeignKey(PlannedMeeting, on_delete=models.PROTECT, related_name="agenda")
    place = models.PositiveSmallIntegerField()
    title_en = models.CharField(max_length=300)
    title_es = models.CharField(max_length=300)
    reason_en = models.TextField()
    reason_es = models.TextField()
    minutes = models.PositiveSmallIntegerField()
    presenter_party = models.CharField(max_length=2, default="", blank=True)
    presenter = models.CharField(max_length=200, default="", blank=True)
    pillar = models.CharField(max_length=10)
    kind = models.CharField(max_length=20)
    origin = models.CharField(max_length=120, default="", blank=True)
    origin_page = models.CharField(max_length=300, default="", blank=True)
    version = models.PositiveIntegerField(default=1)
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("meeting", "place", "id")
        constraints = [
            models.CheckConstraint(
                name="meetings_point_said_in_both",
                condition=~Q(title_en="") & ~Q(title_es="") & ~Q(reason_en="") & ~Q(reason_es=""),
            ),
            models.CheckConstraint(
                name="meetings_point_takes_time", condition=Q(minutes__gte=1) & Q(minutes__lte=480)
            ),
            models.CheckConstraint(
                name="meetings_point_presenter_known", condition=Q(presenter_party__in=["", *PARTIES])
            ),
            models.CheckConstraint(
                name="meetings_point_kind_known",
                condition=Q(kind__in=["alert", "finding", "bracket", "theme", "party"]),
            ),
            models.UniqueConstraint(
                name="meetings_origin_once_on_an_agenda",
                fields=["meeting", "origin"],
                condition=Q(dropped_at__isnull=True) & ~Q(origin=""),
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """The public identifier."""
        return f"AP-{self.pk:04d}"
