from django.db import models

from hled.dialogue.docket.models.calls import Call


class Wording(models.Model):
    """
    A distinct sequence of words in a call, whoever sent it and however often.

    `root` is the oldest wording of its group, itself where it is that; a group is named by its root, and the name of a
    wording that has joined an older group leads there. One without `grouped_at` was not compared with the others yet.
    """

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="wordings")
    digest = models.CharField(max_length=64)
    text = models.TextField()
    grouped_at = models.DateTimeField(null=True, db_index=True)
    root = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="joined")

    class Meta:
        ordering = ("id",)
        constraints = [models.UniqueConstraint(name="docket_wording_once", fields=["call", "digest"])]
        indexes = [
            models.Index(
                name="docket_wording_waits", fields=["call"], condition=models.Q(grouped_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """The public identifier of the group."""
        return f"DG-{self.root_id or self.pk:06d}"


class Band(models.Model):
    """A band of a wording's sketch under the group that it belongs to; `key` is the band's number, as signed 64 bits."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="+")
    key = models.BigIntegerField()
    root = models.ForeignKey(Wording, on_delete=models.CASCADE, related_name="+", db_index=False)
    wording = models.ForeignKey(Wording, on_delete=models.CASCADE, related_name="bands")

    class Meta:
        indexes = [models.Index(name="docket_band_met", fields=["call", "key", "root"])]

    def __str__(self) -> str:
        return f"{self.wording_id}: {self.key}"
