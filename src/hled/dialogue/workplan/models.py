from django.db import models
from django.db.models import F, Q

from hled.dialogue.chronicle.models import FactTable
from hled.dialogue.delegations.models import Agency

PRECISIONS = ["day", "month", "year", "unknown"]


def absent_text(**options: object) -> "models.TextField[str | None, str | None]":
    """Text that may be absent; absent and empty are different facts of the record."""
    return models.TextField(null=True, **options)  # type: ignore[arg-type]


class LegendCode(FactTable):
    """A code of the record with its label in both languages; `id` is ``legend:code``."""

    legend = models.CharField(max_length=60)
    code = models.CharField(max_length=60)
    label_en = models.CharField(max_length=300)
    label_es = models.CharField(max_length=300)
    meaning_en = absent_text()
    meaning_es = absent_text()

    class Meta(FactTable.Meta):
        constraints = [models.UniqueConstraint(name="workplan_legend_code_once", fields=["legend", "code"])]


class Document(FactTable):
    """A paper or page on which the record rests. `date` keeps what is known; `public_on` is its last day."""

    date = models.CharField(max_length=10, null=True)  # noqa: DJ001
    date_precision = models.CharField(max_length=10)
    public_on = models.DateField(null=True, db_index=True)
    title_en = models.TextField()
    title_en_basis = models.CharField(max_length=40)
    title_es = models.TextField()
    title_es_basis = models.CharField(max_length=40)
    issuer_en = models.TextField()
    issuer_es = models.TextField()
    url = models.URLField(max_length=1000, null=True)  # noqa: DJ001
    act_sha256 = models.CharField(max_length=64, null=True)  # noqa: DJ001
    spanish_version_url = models.URLField(max_length=1000, null=True)  # noqa: DJ001
    other_urls = models.JSONField(null=True)
    lang = models.CharField(max_length=10)
    kind = models.CharField(max_length=40)
    access = models.CharField(max_length=40)
    note_en = absent_text()
    note_es = absent_text()

    class Meta(FactTable.Meta):
        constraints = [
            models.CheckConstraint(
                name="workplan_document_precision_known", condition=Q(date_precision__in=PRECISIONS)
            ),
            models.CheckConstraint(
                name="workplan_document_titled_in_both", condition=~Q(title_en="") & ~Q(title_es="")
            ),
            models.CheckConstraint(
                name="workplan_document_dated_or_unknown",
                condition=Q(date__isnull=True, public_on__isnull=True, date_precision="unknown")
                | Q(date__isnull=False, public_on__isnull=False),
            ),
        ]


class Pillar(FactTable):
    """One of the four pillars, or the grouping X, which is not a pillar."""

    numeral = models.CharField(max_length=10, null=True)  # noqa: DJ001
    title_en = models.CharField(max_length=300)
    title_es = models.CharField(max_length=300)
    title_en_basis = models.CharField(max_length=40)
    title_es_basis = models.CharField(max_length=40)
    is_pillar = models.BooleanField()
    note_en = absent_text()
    note_es = absent_text()
    title_es_variants = models.JSONField(null=True)


class Objective(FactTable):
    pillar = models.ForeignKey(Pillar, on_delete=models.PROTECT, related_name="objectives")
    title_en = models.CharField(max_length=300)
    title_es = models.CharField(max_length=300)
    title_en_basis = models.CharField(max_length=40)
    title_es_basis = models.CharField(max_length=40)
    stated_in = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="objectives")
    basis = models.CharField(max_length=40)
    basis_note_en = absent_text()
    basis_note_es = absent_text()


class Initiative(FactTable):
    pillar = models.ForeignKey(Pillar, on_delete=models.PROTECT, related_name="initiatives")
    title_en = models.CharField(max_length=400)
    title_es = models.CharField(max_length=400)
    title_en_basis = models.CharField(max_length=40)
    title_es_basis = models.CharField(max_length=40)
    stated_in = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="initiatives")
    note_en = absent_text()
    note_es = absent_text()


class Commitment(FactTable):
    """
    What was promised or named as a deliverable.

    `stated_on` and `due` keep what is known; `public_on` and `due_on` are their last days. `editor_status` is kept
    only to check computed statuses against; what both Parties added has none.
    """

    title_en = models.TextField()
    title_es = models.TextField()
    title_es_basis = models.CharField(max_length=40)
    pillar = models.ForeignKey(Pillar, on_delete=models.PROTECT, related_name="commitments")
    objective = models.ForeignKey(Objective, null=True, on_delete=models.PROTECT, related_name="commitments")
    initiative = models.ForeignKey(
        Initiative, null=True, on_delete=models.PROTECT, related_name="commitments"
    )
    initiative_basis = models.CharField(max_length=40, null=True)  # noqa: DJ001
    kind = models.CharField(max_length=40)
    action_type = models.CharField(max_length=40)
    sectors = models.JSONField(default=list)
    summary_en = models.TextField()
    summary_es = models.TextField()
    agencies_basis = models.CharField(max_length=40)
    partners = models.JSONField(null=True)
    stated_on = models.CharField(max_length=10, null=True)  # noqa: DJ001
    stated_on_precision = models.CharField(max_length=10)
    public_on = models.DateField(null=True, db_index=True)
    due = models.CharField(max_length=10, null=True)  # noqa: DJ001
    due_precision = models.CharField(max_length=10, null=True)  # noqa: DJ001
    due_on = models.DateField(null=True)
    due_note_en = absent_text()
    due_note_es = absent_text()
    recurrence = models.CharField(max_length=40, null=True)  # noqa: DJ001
    quantities = models.JSONField(default=list)
    editor_status = models.CharField(max_length=40, null=True)  # noqa: DJ001
    status_note_en = absent_text()
    status_note_es = absent_text()
    withdrawn_on = models.CharField(max_length=10, null=True)  # noqa: DJ001
    withdrawn_in = models.ForeignKey(
        Document, null=True, on_delete=models.PROTECT, related_name="withdrawals"
    )
    superseded_on = models.CharField(max_length=10, null=True)  # noqa: DJ001
    superseded_by = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="supersedes")
    superseded_as = models.CharField(max_length=40, null=True)  # noqa: DJ001
    completed_on = models.CharField(max_length=10, null=True)  # noqa: DJ001
    completed_in = models.ForeignKey(
        Document, null=True, on_delete=models.PROTECT, related_name="completions"
    )
    agencies: "models.ManyToManyField[Agency, AgencyPart]" = models.ManyToManyField(
        Agency, through="AgencyPart", related_name="commitments"
    )
    stated_in: "models.ManyToManyField[Document, StatedIn]" = models.ManyToManyField(
        Document, through="StatedIn", related_name="commitments"
    )

    class Meta(FactTable.Meta):
        constraints = [
            models.CheckConstraint(
                name="workplan_commitment_said_in_both",
                condition=~Q(title_en="") & ~Q(title_es="") & ~Q(summary_en="") & ~Q(summary_es=""),
            ),
            models.CheckConstraint(
                name="workplan_commitment_precision_known", condition=Q(stated_on_precision__in=PRECISIONS)
            ),
            models.CheckConstraint(
                name="workplan_commitment_dated_or_unknown",
                condition=Q(stated_on__isnull=True, public_on__isnull=True, stated_on_precision="unknown")
                | Q(stated_on__isnull=False, public_on__isnull=False),
            ),
            models.CheckConstraint(
                name="workplan_commitment_due_whole",
                condition=Q(due__isnull=True, due_on__isnull=True)
                | Q(due__isnull=False, due_on__isnull=False),
            ),
            models.CheckConstraint(
                name="workplan_commitment_superseded_whole",
                condition=Q(superseded_on__isnull=True, superseded_by__isnull=True)
                | Q(superseded_on__isnull=False, superseded_by__isnull=False),
            ),
            models.CheckConstraint(
                name="workplan_commitment_completed_with_source",
                condition=Q(completed_on__isnull=True, completed_in__isnull=True)
                | Q(completed_on__isnull=False, completed_in__isnull=False),
            ),
            models.CheckConstraint(
                name="workplan_commitment_not_own_successor",
                condition=Q(superseded_by__isnull=True) | ~Q(superseded_by=F("id")),
            ),
        ]


class StatedIn(models.Model):
    """A document states a commitment."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE)
    document = models.ForeignKey(Document, on_delete=models.PROTECT)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("commitment", "position")
        constraints = [
            models.UniqueConstraint(name="workplan_stated_in_once", fields=["commitment", "document"])
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id} in {self.document_id}"


class AgencyPart(models.Model):
    """An agency has a part in a commitment; on which basis, the commitment says."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("commitment", "position")
        constraints = [
            models.UniqueConstraint(name="workplan_agency_part_once", fields=["commitment", "agency"])
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} in {self.commitment_id}"


class CarriedOutBy(models.Model):
    """A general commitment is carried out through a more particular one."""

    parent = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="child_links")
    child = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="parent_links")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("parent", "position")
        constraints = [
            models.UniqueConstraint(name="workplan_carried_out_by_once", fields=["parent", "child"]),
            models.CheckConstraint(name="workplan_not_own_child", condition=~Q(parent=F("child"))),
        ]

    def __str__(self) -> str:
        return f"{self.parent_id} through {self.child_id}"


class Passage(FactTable):
    """
    Where in a document a commitment, objective or pillar stands.

    `paragraph` counts from 1; `start` and `end` are code points in the text whose digest is `text_sha256`.
    """

    commitment = models.ForeignKey(Commitment, null=True, on_delete=models.CASCADE, related_name="passages")
    objective = models.ForeignKey(Objective, null=True, on_delete=models.CASCADE, related_name="passages")
    pillar = models.ForeignKey(Pillar, null=True, on_delete=models.CASCADE, related_name="passages")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="passages")
    paragraph = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    lang = models.CharField(max_length=10)
    basis = models.CharField(max_length=40)
    text_sha256 = models.CharField(max_length=64)

    class Meta(FactTable.Meta):
        constraints = [
            models.CheckConstraint(
                name="workplan_passage_of_one_thing",
                condition=Q(commitment__isnull=False, objective__isnull=True, pillar__isnull=True)
                | Q(commitment__isnull=True, objective__isnull=False, pillar__isnull=True)
                | Q(commitment__isnull=True, objective__isnull=True, pillar__isnull=False),
            ),
            models.CheckConstraint(name="workplan_passage_start_before_end", condition=Q(start__lt=F("end"))),
            models.CheckConstraint(
                name="workplan_passage_paragraph_counts_from_one", condition=Q(paragraph__gte=1)
            ),
        ]


class Milestone(FactTable):
    """A dated step of a commitment; reached when a source reports it."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="milestones")
    title_en = models.TextField()
    title_es = models.TextField()
    due = models.CharField(max_length=10)
    due_on = models.DateField()
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="milestones")
    reached = models.CharField(max_length=10, null=True)  # noqa: DJ001
    reached_on = models.DateField(null=True)
    reached_in = models.ForeignKey(
        Document, null=True, on_delete=models.PROTECT, related_name="reached_milestones"
    )

    class Meta(FactTable.Meta):
        constraints = [
            models.CheckConstraint(
                name="workplan_milestone_reached_with_source",
                condition=Q(reached_on__isnull=True, reached_in__isnull=True)
                | Q(reached_on__isnull=False, reached_in__isnull=False),
            )
        ]


class Discrepancy(FactTable):
    """A point where sources differ, or a promise and its execution do."""

    commitment = models.ForeignKey(
        Commitment, null=True, on_delete=models.PROTECT, related_name="discrepancies"
    )
    what_en = models.TextField()
    what_es = models.TextField()
    documents = models.JSONField(default=list)
    source_urls = models.JSONField(default=list)
    source_note_en = absent_text()
    source_note_es = absent_text()

    class Meta(FactTable.Meta):
        verbose_name_plural = "discrepancies"


class ContextItem(FactTable):
    """
    The record's context until a room of its own appears; `id` is ``kind:identifier``.

    Adjacent events, first-era work, Executive Orders, dockets, stakeholder organizations, glossary terms.
    `said` holds the item in the record's form; `public_on` is the last day of its date, where it has one.
    """

    kind = models.CharField(max_length=40)
    said = models.JSONField()
    public_on = models.DateField(null=True)


class Draft(models.Model):
    """
    A candidate commitment that a person took over from the reader; never shown as agreed.

    `start` and `end` are code points in the text whose digest is `text_sha256`.
    """

    class State(models.TextChoices):
        OPEN = "open"
        DISCARDED = "discarded"

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="drafts")
    text_sha256 = models.CharField(max_length=64)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    lang = models.CharField(max_length=2)
    actor = models.CharField(max_length=20)
    strength = models.PositiveSmallIntegerField()
    action_type = models.CharField(max_length=40)
    reading = models.JSONField()
    restates = models.ForeignKey(
        Commitment, null=True, on_delete=models.PROTECT, related_name="restating_drafts"
    )
    restates_score = models.DecimalField(max_digits=5, decimal_places=1, null=True)
    title_en = models.TextField(blank=True, default="")
    title_es = models.TextField(blank=True, default="")
    note = models.TextField(blank=True, default="")
    state = models.CharField(max_length=20, choices=State.choices, default=State.OPEN)
    drafted_at = models.DateTimeField()

    class Meta:
        ordering = ("document", "start")
        constraints = [
            models.UniqueConstraint(
                name="workplan_draft_once", fields=["document", "text_sha256", "start", "end"]
            ),
            models.CheckConstraint(name="workplan_draft_start_before_end", condition=Q(start__lt=F("end"))),
            models.CheckConstraint(name="workplan_draft_strength_known", condition=Q(strength__in=[1, 2, 3])),
        ]

    def __str__(self) -> str:
        return f"draft {self.pk} of {self.document_id}"
