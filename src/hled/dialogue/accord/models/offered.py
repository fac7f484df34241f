"""What waits for signatures, and who has signed; their rows do not change either."""

from django.db import models
from django.db.models import Q


class OfferedAct(models.Model):
    """An act that may be signed, with its whole content; the digest names both."""

    digest = models.CharField(primary_key=True, max_length=64)
    kind = models.CharField(max_length=10)
    party = models.CharField(max_length=2, blank=True)
    type = models.CharField(max_length=80)
    subject = models.CharField(max_length=120, db_index=True)
    act = models.BinaryField()
    english = models.TextField()
    spanish = models.TextField()
    fields = models.JSONField()
    offered_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ("offered_at", "digest")
        constraints = [
            models.CheckConstraint(
                name="accord_offered_kind_known",
                condition=Q(kind="joint", party="") | Q(kind="party", party__in=["US", "MX"]),
            )
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.subject} {self.digest[:16]}"


class Signature(models.Model):
    """
    A valid signature over an offered act, kept for good.

    Whether it counts is decided when the act enters the register, and again by whoever checks it.
    """

    offered = models.ForeignKey(
        OfferedAct, on_delete=models.PROTECT, related_name="signatures", db_column="digest"
    )
    credential = models.CharField(max_length=64)
    kind = models.CharField(max_length=10)
    at = models.DateTimeField()
    received_at = models.DateTimeField()
    value = models.BinaryField()
    authenticator_data = models.BinaryField(default=b"")
    client_data = models.BinaryField(default=b"")
    counter = models.BigIntegerField(default=0)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(name="accord_signature_once", fields=["offered", "credential"]),
            models.UniqueConstraint(
                name="accord_signature_counter_once",
                fields=["credential", "counter"],
                condition=Q(counter__gt=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.credential[:16]} over {self.offered_id[:16]}"


class PasskeyHandle(models.Model):
    """By which name a browser finds a passkey; the register knows the key alone."""

    credential = models.CharField(primary_key=True, max_length=64)
    handle = models.BinaryField(max_length=1023)

    def __str__(self) -> str:
        return self.credential[:16]


class Refusal(models.Model):
    """A signature that was refused: when, over what, by whom it said it was, and by which rules."""

    at = models.DateTimeField(db_index=True)
    digest = models.CharField(max_length=64)
    credential = models.CharField(max_length=64)
    codes = models.CharField(max_length=80)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.codes} {self.credential[:16]} over {self.digest[:16]}"
