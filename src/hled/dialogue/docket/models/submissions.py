"""What was said, and in tables of their own who said it and what they hold to follow it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from hled.dialogue.delegations.models import PARTIES
from hled.dialogue.docket.domain.filing import Standing
from hled.dialogue.docket.domain.speakers import Kind, Size
from hled.dialogue.docket.models.calls import Call, Question
from hled.dialogue.docket.models.copies import Wording

PERSON = settings.AUTH_USER_MODEL
SOURCES = ["form", "table", "api"]


class Submission(models.Model):
    """
    What was said to a call, by which kind of speaker, from where.

    `intake` is the Party that took it in. `text` is what is shown; `folded` its words for search and comparison, those of
    its answers among them. `rejected_for` holds the reason code while moderation keeps it out of sight. `source_id` is the
    identifier under which another docket had it.
    """

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="submissions")
    intake = models.CharField(max_length=2)
    text = models.TextField()
    folded = models.TextField()
    wording = models.ForeignKey(Wording, null=True, on_delete=models.PROTECT, related_name="submissions")
    kind = models.CharField(max_length=20)
    size = models.CharField(max_length=20)
    place = models.CharField(max_length=10)
    language = models.CharField(max_length=2)
    filed_at = models.DateTimeField(db_index=True)
    corrected_at = models.DateTimeField(null=True)
    standing = models.CharField(max_length=20, default="received")
    standing_at = models.DateTimeField(null=True)
    rejected_for = models.CharField(max_length=20, default="", blank=True)
    source = models.CharField(max_length=10)
    source_id = models.CharField(max_length=120, null=True)  # noqa: DJ001  most have none

    class Meta:
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(name="docket_submission_intake_known", condition=Q(intake__in=PARTIES)),
            models.CheckConstraint(
                name="docket_submission_kind_known", condition=Q(kind__in=list(map(str, Kind)))
            ),
            models.CheckConstraint(
                name="docket_submission_size_known", condition=Q(size__in=list(map(str, Size)))
            ),
            models.CheckConstraint(
                name="docket_submission_language_known", condition=Q(language__in=["en", "es"])
            ),
            models.CheckConstraint(
                name="docket_submission_standing_known", condition=Q(standing__in=list(map(str, Standing)))
            ),
            models.CheckConstraint(name="docket_submission_source_known", condition=Q(source__in=SOURCES)),
            models.UniqueConstraint(
                name="docket_submission_source_once",
                fields=["call", "source_id"],
                condition=Q(source_id__isnull=False),
            ),
        ]
        indexes = [
            models.Index(name="docket_submission_listed", fields=["call", "standing", "rejected_for", "id"])
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """The public number of the receipt."""
        return f"DS-{self.pk:07d}"


class Answer(models.Model):
    """What a submission says to one question of its call."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    text = models.TextField()

    class Meta:
        ordering = ("submission", "question__place")
        constraints = [models.UniqueConstraint(name="docket_answer_once", fields=["submission", "question"])]

    def __str__(self) -> str:
        return f"{self.submission_id}/{self.question_id}"


class FormerText(models.Model):
    """What a submission said before it was corrected; for its sender and the officers of the intake, not for the public."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="former_texts")
    text = models.TextField()
    answers = models.JSONField(default=dict)
    until = models.DateTimeField()

    class Meta:
        ordering = ("submission", "id")

    def __str__(self) -> str:
        return f"{self.submission_id} until {self.until:%Y-%m-%d}"


class Receipt(models.Model):
    """What opens a submission for its sender: of the private link only the SHA-256 is kept."""

    submission = models.OneToOneField(
        Submission, primary_key=True, on_delete=models.CASCADE, related_name="receipt"
    )
    link_digest = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return f"receipt of {self.submission_id}"


class Submitter(models.Model):
    """
    Who filed: the only table of personal data here, read by no public page, export or endpoint.

    Erasing empties the words and keeps the row, so that it can be seen that it happened.
    """

    submission = models.OneToOneField(
        Submission, primary_key=True, on_delete=models.CASCADE, related_name="submitter"
    )
    name = models.CharField(max_length=200, default="", blank=True)
    organization = models.CharField(max_length=200, default="", blank=True)
    email = models.CharField(max_length=254, default="", blank=True)
    erase_on = models.DateField(db_index=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="docket_submitter_erased_is_empty",
                condition=Q(erased_at__isnull=True) | Q(name="", organization="", email=""),
            )
        ]

    def __str__(self) -> str:
        return f"submitter of {self.submission_id}"


class PersonalReading(models.Model):
    """An officer read who filed; never changed."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="readings")
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="personal_readings")
    why = models.CharField(max_length=300)
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = [models.CheckConstraint(name="docket_reading_has_a_reason", condition=~Q(why=""))]

    def __str__(self) -> str:
        return f"{self.submission_id} by {self.by_id}"


class AttachmentContent(models.Model):
    """The bytes of an attachment under their SHA-256."""

    digest = models.CharField(primary_key=True, max_length=64)
    content = models.BinaryField()
    size = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.digest


class Attachment(models.Model):
    """
    A file of a submission, with the text that was read from it.

    `state` is ``waiting``, ``read`` or ``unreadable``, with the code of the rule that it breaks.
    """

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="attachments")
    content = models.ForeignKey(AttachmentContent, on_delete=models.PROTECT, related_name="attachments")
    file_name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10)
    state = models.CharField(max_length=12)
    broken_rule = models.CharField(max_length=20, default="", blank=True)
    text = models.TextField(default="", blank=True)

    class Meta:
        ordering = ("submission", "id")
        constraints = [
            models.CheckConstraint(
                name="docket_attachment_kind_known", condition=Q(kind__in=["pdf", "docx", "text"])
            ),
            models.CheckConstraint(
                name="docket_attachment_state_known", condition=Q(state__in=["waiting", "read", "unreadable"])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission_id}: {self.file_name}"


class SentForm(models.Model):
    """Numbers of forms that were sent, so that one form is sent once; kept for a day."""

    nonce = models.CharField(primary_key=True, max_length=64)
    connection = models.CharField(max_length=64, db_index=True)
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.nonce
