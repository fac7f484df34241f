from django.db import models
from django.db.models import Q

from hled.dialogue.chronicle.models import FactTable
from hled.dialogue.delegations.models import Office
from hled.dialogue.workplan.models import Document, absent_text


class Meeting(FactTable):
    """A meeting of the dialogue, or the publication of a paper, which is no meeting."""

    date = models.DateField(db_index=True)
    era = models.CharField(max_length=20)
    level = models.CharField(max_length=20)
    title_en = models.CharField(max_length=300)
    title_es = models.CharField(max_length=300)
    place_en = absent_text()
    place_es = absent_text()
    mode = models.CharField(max_length=20)
    outcome_en = absent_text()
    outcome_es = absent_text()
    note_en = absent_text()
    note_es = absent_text()
    extra_source_urls = models.JSONField(null=True)
    documents: "models.ManyToManyField[Document, MeetingPaper]" = models.ManyToManyField(
        Document, through="MeetingPaper", related_name="meetings"
    )

    class Meta(FactTable.Meta):
        constraints = [
            models.CheckConstraint(
                name="meetings_level_known", condition=Q(level__in=["cabinet", "sub_cabinet", "publication"])
            ),
            models.CheckConstraint(
                name="meetings_titled_in_both", condition=~Q(title_en="") & ~Q(title_es="")
            ),
        ]


class MeetingPaper(models.Model):
    """A document belongs to a meeting."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE)
    document = models.ForeignKey(Document, on_delete=models.PROTECT)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("meeting", "position")
        constraints = [models.UniqueConstraint(name="meetings_paper_once", fields=["meeting", "document"])]

    def __str__(self) -> str:
        return f"{self.document_id} at {self.meeting_id}"


class Attendance(models.Model):
    """Someone in a delegation; `name` is null where only the office is known."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="attendances")
    name = models.CharField(max_length=200, null=True)  # noqa: DJ001
    role = models.CharField(max_length=20)
    note_en = absent_text()
    note_es = absent_text()
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("meeting", "position")
        constraints = [
            models.UniqueConstraint(name="meetings_attendance_place", fields=["meeting", "position"])
        ]

    def __str__(self) -> str:
        return f"{self.name or self.office} at {self.meeting_id}"
