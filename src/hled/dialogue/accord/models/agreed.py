"""The agreed state as the entries say it; `hled register check` computes it again and compares."""

from django.db import models
from django.db.models import Q


class AgreedItem(models.Model):
    """What is in force on a subject, with its words."""

    subject = models.CharField(primary_key=True, max_length=120)
    owner = models.CharField(max_length=6)
    type = models.CharField(max_length=80)
    act = models.CharField(max_length=64, unique=True)
    sequence = models.BigIntegerField()
    english = models.TextField()
    spanish = models.TextField()
    fields = models.JSONField()
    effective = models.DateField()

    class Meta:
        ordering = ("subject",)
        constraints = [
            models.CheckConstraint(
                name="accord_item_owner_known", condition=Q(owner__in=["joint", "import", "US", "MX"])
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.act[:16]}"


class Credential(models.Model):
    """With which key whom a Party lets sign, in which role and term."""

    id = models.CharField(primary_key=True, max_length=64)
    person = models.CharField(max_length=120, db_index=True)
    name = models.CharField(max_length=200)
    party = models.CharField(max_length=2)
    role = models.CharField(max_length=30)
    kind = models.CharField(max_length=10)
    public_key = models.BinaryField()
    site = models.CharField(max_length=253, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    expires = models.DateTimeField(null=True, blank=True)
    bootstrap = models.BooleanField(default=False)
    enrolled = models.BigIntegerField()
    revoked = models.BigIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("enrolled",)
        constraints = [
            models.CheckConstraint(name="accord_credential_party_known", condition=Q(party__in=["US", "MX"])),
            models.CheckConstraint(
                name="accord_credential_kind_known", condition=Q(kind__in=["ed25519", "passkey"])
            ),
            models.UniqueConstraint(
                name="accord_credential_one_bootstrap", fields=["party"], condition=Q(bootstrap=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} {self.name} {self.id[:16]}"


class SilenceTerm(models.Model):
    """A silence procedure that both Parties signed, and what became of it."""

    act = models.CharField(primary_key=True, max_length=64)
    sequence = models.BigIntegerField()
    until = models.DateTimeField(db_index=True)
    state = models.CharField(max_length=10)

    class Meta:
        ordering = ("until", "act")
        constraints = [
            models.CheckConstraint(
                name="accord_silence_state_known", condition=Q(state__in=["running", "objected", "ended"])
            )
        ]

    def __str__(self) -> str:
        return f"{self.act[:16]} {self.state}"


class PasskeyCount(models.Model):
    """What a passkey counted when it signed an act that is in the register; no count occurs twice."""

    credential = models.CharField(max_length=64)
    counter = models.BigIntegerField()
    sequence = models.BigIntegerField()

    class Meta:
        ordering = ("credential", "counter")
        constraints = [
            models.UniqueConstraint(name="accord_passkey_counts_once", fields=["credential", "counter"])
        ]

    def __str__(self) -> str:
        return f"{self.credential[:16]} {self.counter}"
