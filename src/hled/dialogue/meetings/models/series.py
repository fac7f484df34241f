from django.db import models
from django.db.models import F, Q

from hled.dialogue.delegations.models import PARTIES, Agency, Office
from hled.dialogue.workplan.models import Commitment, Document, absent_text

KINDS = ["cabinet", "sub_cabinet", "working_group"]


class MeetingSeries(models.Model):
    """
    A body that meets at an interval: a level of the Dialogue, or a working group with a mandate.

    `document` is where both Parties said so; `period_months` is null where no interval was set.
    """

    id = models.CharField(primary_key=True, max_length=60)
    kind = models.CharField(max_length=20)
    title_en = models.CharField(max_length=300)
    title_es = models.CharField(max_length=300)
    mandate_en = absent_text()
    mandate_es = absent_text()
    period_months = models.PositiveSmallIntegerField(null=True)
    since = models.DateField()
    document = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "id")
        verbose_name_plural = "meeting series"
        constraints = [
            models.CheckConstraint(name="meetings_series_kind_known", condition=Q(kind__in=KINDS)),
            models.CheckConstraint(
                name="meetings_series_titled_in_both", condition=~Q(title_en="") & ~Q(title_es="")
            ),
            models.CheckConstraint(
                name="meetings_series_period_positive",
                condition=Q(period_months__isnull=True) | Q(period_months__gte=1),
            ),
            models.CheckConstraint(
                name="meetings_group_has_mandate_in_both",
                condition=~Q(kind="working_group")
                | (
                    Q(mandate_en__isnull=False, mandate_es__isnull=False)
                    & ~Q(mandate_en="")
                    & ~Q(mandate_es="")
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.id


class GroupMember(models.Model):
    """An agency of a Party sits in a working group; `office` says which post, where that is known."""

    series = models.ForeignKey(MeetingSeries, on_delete=models.CASCADE, related_name="members")
    party = models.CharField(max_length=2)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="groups")
    office = models.ForeignKey(Office, null=True, on_delete=models.PROTECT, related_name="groups")
    leads = models.BooleanField(default=False)

    class Meta:
        ordering = ("series", "party", "-leads", "agency")
        constraints = [
            models.UniqueConstraint(name="meetings_member_once", fields=["series", "agency"]),
            models.CheckConstraint(name="meetings_member_party_known", condition=Q(party__in=PARTIES)),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} in {self.series_id}"


class GroupTask(models.Model):
    """A commitment in the action plan of a working group."""

    series = models.ForeignKey(MeetingSeries, on_delete=models.CASCADE, related_name="tasks")
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="groups")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("series", "position")
        constraints = [models.UniqueConstraint(name="meetings_task_once", fields=["series", "commitment"])]

    def __str__(self) -> str:
        return f"{self.commitment_id} of {self.series_id}"


class Pause(models.Model):
    """A series that both Parties let rest, and from when it meets again."""

    series = models.ForeignKey(MeetingSeries, on_delete=models.PROTECT, related_name="pauses")
    paused_on = models.DateField()
    resumed_on = models.DateField(null=True)
    reason_en = models.TextField()
    reason_es = models.TextField()
    paused_by = models.CharField(max_length=64)
    resumed_by = models.CharField(max_length=64, default="", blank=True)
    entered_at = models.DateTimeField()

    class Meta:
        ordering = ("series", "paused_on")
        constraints = [
            models.CheckConstraint(
                name="meetings_pause_runs_forward",
                condition=Q(resumed_on__isnull=True) | Q(resumed_on__gt=F("paused_on")),
            ),
            models.UniqueConstraint(
                name="meetings_one_open_pause", fields=["series"], condition=Q(resumed_on__isnull=True)
            ),
            models.CheckConstraint(
                name="meetings_pause_explained_in_both", condition=~Q(reason_en="") & ~Q(reason_es="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series_id} rests from {self.paused_on}"
