from django.db import models
from django.db.models import Q


class Study(models.Model):
    """
    A question, what it was asked of, and what was found.

    `id` follows from the question, its tables and the result: who asks the same again finds the same study. Nothing in
    it changes; `Rerun` says what later runs found. Numbers inside `result` are text. `solved` says how it was computed, and is
    no part of the result.
    """

    id = models.CharField(primary_key=True, max_length=20)
    kind = models.CharField(max_length=30)
    question_en = models.TextField()
    question_es = models.TextField()
    parameters = models.JSONField()
    tables = models.JSONField()
    versions = models.JSONField()
    solved = models.JSONField(default=list)
    seed = models.BigIntegerField(null=True)
    says_en = models.TextField()
    says_es = models.TextField()
    result = models.JSONField()
    result_digest = models.CharField(max_length=64)
    figures = models.JSONField()
    findings = models.JSONField()
    created_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ("-created_at", "id")
        constraints = [
            models.CheckConstraint(
                name="studies_said_in_both",
                condition=~Q(question_en="") & ~Q(question_es="") & ~Q(says_en="") & ~Q(says_es=""),
            ),
            models.CheckConstraint(name="studies_result_has_digest", condition=~Q(result_digest="")),
        ]

    def __str__(self) -> str:
        return f"{self.id} {self.kind}"


class Rerun(models.Model):
    """A study run again: by which versions, on which editions of its tables, and whether every digit was the same."""

    study = models.ForeignKey(Study, on_delete=models.CASCADE, related_name="reruns")
    at = models.DateTimeField()
    tables = models.JSONField()
    versions = models.JSONField()
    result_digest = models.CharField(max_length=64)
    same = models.BooleanField()

    class Meta:
        ordering = ("study", "-at", "-id")

    def __str__(self) -> str:
        return f"{self.study_id} again on {self.at:%Y-%m-%d}: {'same' if self.same else 'other'} digits"
