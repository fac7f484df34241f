from django.db import models
from django.db.models import Q

from hled.dialogue.delegations.models import PARTIES
from hled.dialogue.meetings.models.planned import PlannedMeeting

SEEN_BY = ["own", "parties", "public"]


class PaperContent(models.Model):
    """The bytes of a paper under their SHA-256; the same bytes stand once, and are never changed."""

    digest = models.CharField(primary_key=True, max_length=64)
    content = models.BinaryField()
    size = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.digest


class Paper(models.Model):
    """
    A paper that a Party brings to a meeting.

    `seen_by` is ``own`` (only that Party), ``parties`` or ``public``. A newer paper names what it `replaces`; the
    former one keeps its address.
    """

    meeting = models.ForeignKey(PlannedMeeting, on_delete=models.PROTECT, related_name="papers")
    party = models.CharField(max_length=2)
    title_en = models.CharField(max_length=300)
    title_es = models.CharField(max_length=300)
    file_name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10)
    content = models.ForeignKey(PaperContent, on_delete=models.PROTECT, related_name="papers")
    seen_by = models.CharField(max_length=10)
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    filed_at = models.DateTimeField()
    filed_by = models.CharField(max_length=200)

    class Meta:
        ordering = ("meeting", "id")
        constraints = [
            models.CheckConstraint(name="meetings_paper_party_known", condition=Q(party__in=PARTIES)),
            models.CheckConstraint(
                name="meetings_paper_kind_known", condition=Q(kind__in=["pdf", "docx", "text"])
            ),
            models.CheckConstraint(name="meetings_paper_seen_by_known", condition=Q(seen_by__in=SEEN_BY)),
            models.CheckConstraint(
                name="meetings_filed_paper_titled_in_both", condition=~Q(title_en="") & ~Q(title_es="")
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """The public identifier."""
        return f"MP-{self.pk:04d}"
