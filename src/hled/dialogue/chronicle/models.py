from django.db import models
from django.db.models import F, Q


class Entry(models.Model):
    """
    What told the store something: a load of a record, an edit by a person, an act of both Parties.

    A joint act counts from its day `effective`; the rest from the dates of what it says.
    """

    class Kind(models.TextChoices):
        RECORD_LOAD = "record_load"
        DATA_LOAD = "data_load"
        EDIT = "edit"
        JOINT_ACT = "joint_act"

    kind = models.CharField(max_length=20, choices=Kind.choices)
    at = models.DateTimeField(db_index=True)
    source = models.CharField(max_length=300)
    digest = models.CharField(max_length=64)
    effective = models.DateField(null=True, blank=True)
    findings = models.JSONField(default=list)
    counts = models.JSONField(default=dict)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                name="chronicle_entry_kind_known",
                condition=Q(kind__in=["record_load", "data_load", "edit", "joint_act"]),
            ),
            models.CheckConstraint(
                name="chronicle_entry_joint_act_has_day",
                condition=Q(kind="joint_act", effective__isnull=False)
                | (~Q(kind="joint_act") & Q(effective__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d %H:%M} {self.source}"


class FactTable(models.Model):
    """
    A table whose rows are facts of the record.

    `id` is the public identifier, kept for ever. `entered_at` and `retired_at` say when the store knew the row;
    a retired row stays. `position` keeps the order of the record.
    """

    id = models.CharField(primary_key=True, max_length=120)
    position = models.PositiveIntegerField(default=0)
    entered_at = models.DateTimeField(db_index=True)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ("position", "id")

    def __str__(self) -> str:
        return self.id


class Revision(models.Model):
    """What one field of one fact said from `said_from` until `said_until`, when an entry replaced it."""

    kind = models.CharField(max_length=40)
    fact = models.CharField(max_length=120)
    field = models.CharField(max_length=60)
    said = models.JSONField(null=True)
    said_from = models.DateTimeField()
    said_until = models.DateTimeField(db_index=True)
    replaced_by = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="revisions")

    class Meta:
        ordering = ("id",)
        indexes = [models.Index(fields=["kind", "fact", "field"], name="chronicle_revision_of_fact")]
        constraints = [
            models.CheckConstraint(
                name="chronicle_revision_from_before_until", condition=Q(said_from__lte=F("said_until"))
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.fact}.{self.field} until {self.said_until:%Y-%m-%d}"


class AgreedFact(models.Model):
    """Both Parties agreed to what a fact says, by the act of this entry; no load of a record says otherwise."""

    kind = models.CharField(max_length=40)
    fact = models.CharField(max_length=120)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="agreed")

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(name="chronicle_agreed_fact_once", fields=["kind", "fact", "entry"])
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.fact} by {self.entry_id}"


class Standing(models.Model):
    """A single row that counts the changes of the store, so that anything computed can be kept until the next one."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    revision = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(name="chronicle_standing_single_row", condition=Q(id=1))]

    def __str__(self) -> str:
        return f"revision {self.revision}"
