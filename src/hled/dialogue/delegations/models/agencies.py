from django.db import models
from django.db.models import F, Q

from hled.dialogue.chronicle.models import FactTable

PARTIES = ["US", "MX"]


class Agency(FactTable):
    """A government office that can own part of a commitment; `id` is its short code."""

    party = models.CharField(max_length=2)
    name_en = models.CharField(max_length=300)
    name_es = models.CharField(max_length=300)
    name_es_basis = models.CharField(max_length=40)
    note_en = models.TextField(null=True)  # noqa: DJ001  absent and empty differ in the record
    note_es = models.TextField(null=True)  # noqa: DJ001
    exists_from = models.CharField(max_length=10, null=True)  # noqa: DJ001
    exists_until = models.CharField(max_length=10, null=True)  # noqa: DJ001
    successor = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="predecessors")

    class Meta(FactTable.Meta):
        verbose_name_plural = "agencies"
        constraints = [
            models.CheckConstraint(name="delegations_agency_party_known", condition=Q(party__in=PARTIES)),
            models.CheckConstraint(
                name="delegations_agency_named_in_both", condition=~Q(name_en="") & ~Q(name_es="")
            ),
            models.CheckConstraint(
                name="delegations_agency_from_before_until",
                condition=Q(exists_from__isnull=True)
                | Q(exists_until__isnull=True)
                | Q(exists_from__lte=F("exists_until")),
            ),
            models.CheckConstraint(
                name="delegations_agency_not_own_successor",
                condition=Q(successor__isnull=True) | ~Q(successor=F("id")),
            ),
        ]


class Office(models.Model):
    """A post of a Party whose holders sit in delegations."""

    party = models.CharField(max_length=2)
    title_en = models.CharField(max_length=300)
    title_es = models.CharField(max_length=300)
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="offices")

    class Meta:
        ordering = ("party", "title_en")
        constraints = [
            models.UniqueConstraint(name="delegations_office_once", fields=["party", "title_en", "title_es"]),
            models.CheckConstraint(name="delegations_office_party_known", condition=Q(party__in=PARTIES)),
            models.CheckConstraint(
                name="delegations_office_titled_in_both", condition=~Q(title_en="") & ~Q(title_es="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title_en} ({self.party})"


class TermOfOffice(models.Model):
    """
    Who held an office, and when.

    `seen_first` and `seen_last` are the meetings at which the holder appears; `starts_on` and `ends_on` are
    filled only where a source gives them. `basis` says which of the two a reader sees.
    """

    class Basis(models.TextChoices):
        SEEN_AT_MEETINGS = "seen_at_meetings"
        STATED = "stated"

    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="terms")
    holder = models.CharField(max_length=200)
    seen_first = models.DateField(null=True)
    seen_last = models.DateField(null=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    basis = models.CharField(max_length=20, choices=Basis.choices)
    successor = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="predecessors")

    class Meta:
        ordering = ("office", "seen_first", "holder")
        constraints = [
            models.UniqueConstraint(name="delegations_term_once", fields=["office", "holder"]),
            models.CheckConstraint(
                name="delegations_term_seen_in_order",
                condition=Q(seen_first__isnull=True) | Q(seen_first__lte=F("seen_last")),
            ),
            models.CheckConstraint(
                name="delegations_term_from_before_until",
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(starts_on__lte=F("ends_on")),
            ),
            models.CheckConstraint(
                name="delegations_term_basis_holds",
                condition=Q(basis="seen_at_meetings", seen_first__isnull=False)
                | Q(basis="stated", starts_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.holder}, {self.office}"
