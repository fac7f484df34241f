"""The register itself; triggers of the store refuse every change of its rows (see `triggers`)."""

from django.db import models
from django.db.models import Q


class Entry(models.Model):
    """
    One leaf of the register.

    `envelope` holds the canonical bytes, of which everything else in the row is read; `leaf` is their hash.
    """

    sequence = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=10)
    party = models.CharField(max_length=2, blank=True)
    at = models.DateTimeField()
    type = models.CharField(max_length=80)
    subject = models.CharField(max_length=120, db_index=True)
    act = models.CharField(max_length=64, unique=True)
    envelope = models.BinaryField()
    leaf = models.BinaryField(max_length=32)

    class Meta:
        ordering = ("sequence",)
        indexes = [
            models.Index(name="accord_entry_by_type", fields=["type", "sequence"]),
            models.Index(name="accord_entry_by_kind", fields=["kind", "sequence"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="accord_entry_kind_known", condition=Q(kind__in=["joint", "party", "import", "term"])
            ),
            models.CheckConstraint(
                name="accord_entry_party_of_its_kind",
                condition=Q(kind="party", party__in=["US", "MX"]) | (~Q(kind="party") & Q(party="")),
            ),
            models.CheckConstraint(name="accord_entry_sequence_from_zero", condition=Q(sequence__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.type} {self.subject}"


class Node(models.Model):
    """Hash of a complete subtree of two or more leaves; `place` is ``level · 2^48 + index``."""

    place = models.BigIntegerField(primary_key=True)
    hash = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return f"{self.place >> 48}/{self.place & (1 << 48) - 1}"


class Checkpoint(models.Model):
    """
    A signed note on the size and root of the register.

    `key` is the verifier key, in the form ``NAME+ID+BASE64``, that opens the note.
    """

    size = models.BigIntegerField(primary_key=True)
    root = models.BinaryField(max_length=32)
    note = models.TextField()
    key = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ("size",)

    def __str__(self) -> str:
        return f"{self.size} at {self.at:%Y-%m-%d %H:%M}"
