from django.db import models

from hled.dialogue.delegations.models.people import Person


class Notice(models.Model):
    """
    A message to one person about one thing, as it was or will be sent.

    `key` names the thing: nobody is told of it twice. `tried_at` is the last attempt; `failure` says why it failed.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="notices")
    key = models.CharField(max_length=200)
    subject = models.CharField(max_length=400)
    body = models.TextField()
    made_at = models.DateTimeField()
    tried_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True, db_index=True)
    failure = models.CharField(max_length=200, default="", blank=True)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(name="delegations_notice_once", fields=["person", "key"]),
        ]

    def __str__(self) -> str:
        return f"{self.key} to {self.person_id}"


class NoticeOptOut(models.Model):
    """A person who wants no notices; what waits for her stands on the page of her tasks all the same."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="notice_opt_out")
    since = models.DateTimeField()

    def __str__(self) -> str:
        return f"no notices to {self.person_id}"
