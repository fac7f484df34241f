from django.db import models
from django.db.models import F, Q

from hled.dialogue.chronicle.models import FactTable
from hled.dialogue.workplan.models import Commitment, Document


class ProgressReport(FactTable):
    """A report about a commitment, or a search that found nothing. `public_on` is the last day of `reported_on`."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="reports")
    document = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="reports")
    reported_on = models.CharField(max_length=10, null=True)  # noqa: DJ001
    date_precision = models.CharField(max_length=10)
    public_on = models.DateField(null=True, db_index=True)
    happened_on = models.CharField(max_length=10, null=True)  # noqa: DJ001
    by = models.CharField(max_length=20)
    kind = models.CharField(max_length=40)
    shows = models.CharField(max_length=40)
    late = models.BooleanField(null=True)
    fact_en = models.TextField()
    fact_es = models.TextField()
    source_url = models.URLField(max_length=1000, null=True)  # noqa: DJ001
    quantities = models.JSONField(null=True)

    class Meta(FactTable.Meta):
        constraints = [
            models.CheckConstraint(
                name="results_report_dated_or_unknown",
                condition=Q(reported_on__isnull=True, public_on__isnull=True, date_precision="unknown")
                | Q(reported_on__isnull=False, public_on__isnull=False),
            ),
            models.CheckConstraint(
                name="results_report_said_in_both", condition=~Q(fact_en="") & ~Q(fact_es="")
            ),
            models.CheckConstraint(
                name="results_report_has_source",
                condition=Q(document__isnull=False) | Q(source_url__isnull=False) | Q(kind="gap"),
            ),
        ]


class Series(models.Model):
    """
    One version of one indicator as loaded: which data, of which vintage.

    The definition (title, unit, rules) is data in `domain.indicators`, under the same identifier and version.
    """

    indicator = models.CharField(max_length=20)
    version = models.PositiveSmallIntegerField()
    vintage = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    entered_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("indicator", "version")
        constraints = [
            models.UniqueConstraint(
                name="results_series_one_in_force", fields=["indicator"], condition=Q(retired_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator} v{self.version} ({self.vintage})"


class Observation(models.Model):
    """
    What was found for an indicator in one period at one place.

    `value` is null where the provider published none: missing is not zero. A ratio carries numerator and
    denominator. `public_on` is when the provider made it public, as far as known.
    """

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="observations")
    place = models.CharField(max_length=12)
    breakdown = models.CharField(max_length=60)
    period_start = models.DateField()
    period_end = models.DateField()
    value = models.DecimalField(max_digits=24, decimal_places=8, null=True)
    numerator = models.DecimalField(max_digits=24, decimal_places=8, null=True)
    denominator = models.DecimalField(max_digits=24, decimal_places=8, null=True)
    public_on = models.DateField()

    class Meta:
        ordering = ("series", "place", "breakdown", "period_end")
        constraints = [
            models.UniqueConstraint(
                name="results_observation_once", fields=["series", "place", "breakdown", "period_end"]
            ),
            models.CheckConstraint(
                name="results_observation_start_before_end", condition=Q(period_start__lte=F("period_end"))
            ),
            models.CheckConstraint(
                name="results_observation_public_after_period", condition=Q(public_on__gte=F("period_end"))
            ),
            models.CheckConstraint(
                name="results_observation_denominator_not_zero",
                condition=Q(denominator__isnull=True) | ~Q(denominator=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series_id} {self.place} {self.breakdown} {self.period_end}"


class Target(models.Model):
    """
    A target that a user set, or that both Parties agreed by the act `act`; the dialogue itself had set none.

    A newer one replaces, the older stays.
    """

    indicator = models.CharField(max_length=20)
    version = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=12, blank=True, default="")
    value = models.DecimalField(max_digits=24, decimal_places=8)
    due_on = models.DateField()
    set_by = models.CharField(max_length=200)
    set_at = models.DateTimeField()
    note = models.TextField(blank=True, default="")
    act = models.CharField(max_length=64, blank=True, default="")
    effective = models.DateField(null=True)
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("indicator", "place", "set_at")
        constraints = [
            models.UniqueConstraint(
                name="results_target_one_in_force",
                fields=["indicator", "place"],
                condition=Q(replaced_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"target {self.indicator} {self.place} by {self.due_on}"


class Position(models.Model):
    """
    What one Party holds of a commitment, or that both agreed to differ about it; the computed status stays.

    `texts` has the words in both languages by the name of their segment. A newer one on the same subject replaces,
    the older stays with the day `until` which it held.
    """

    subject = models.CharField(max_length=120, db_index=True)
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="positions")
    party = models.CharField(max_length=2, blank=True, default="")
    status = models.CharField(max_length=40, blank=True, default="")
    computed = models.CharField(max_length=40, blank=True, default="")
    texts = models.JSONField()
    on = models.DateField()
    until = models.DateField(null=True)
    act = models.CharField(max_length=64, unique=True)
    entered_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("on", "id")
        constraints = [
            models.UniqueConstraint(
                name="results_position_one_in_force",
                fields=["subject"],
                condition=Q(replaced_at__isnull=True),
            ),
            models.CheckConstraint(
                name="results_position_of_a_party_has_status",
                condition=Q(party__in=["US", "MX"]) & ~Q(status="") | Q(party="", status=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} from {self.on}"


class RulebookInForce(models.Model):
    """Both Parties agreed by which version of the rules the status of each commitment is computed, from a day."""

    version = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
    effective = models.DateField()
    act = models.CharField(max_length=64, unique=True)
    entered_at = models.DateTimeField()

    class Meta:
        ordering = ("effective", "id")

    def __str__(self) -> str:
        return f"{self.version} from {self.effective}"
