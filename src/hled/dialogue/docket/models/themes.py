from django.conf import settings
from django.db import models
from django.db.models import F, Q

from hled.dialogue.delegations.models import PARTIES
from hled.dialogue.docket.domain.replying import LINKS
from hled.dialogue.docket.domain.replying import Reply as Answer
from hled.dialogue.docket.models.calls import Call
from hled.dialogue.docket.models.copies import Wording

PERSON = settings.AUTH_USER_MODEL


class Theme(models.Model):
    """
    What several submissions are about; proposed by a method, owned by people.

    `method` keeps name, seed, digest of the input and terms of a proposal, and is empty where people began the theme. A merged theme
    leads to the one it went into.
    """

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="themes")
    title_en = models.CharField(max_length=300)
    title_es = models.CharField(max_length=300)
    pillar = models.CharField(max_length=10, default="", blank=True)
    commitment = models.CharField(max_length=40, default="", blank=True)
    terms = models.JSONField(default=dict)
    method = models.JSONField(default=dict)
    merged_into = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="merged")
    begun_at = models.DateTimeField()
    reply_due_on = models.DateField(null=True)

    class Meta:
        ordering = ("call", "id")
        constraints = [
            models.CheckConstraint(
                name="docket_theme_titled_in_both", condition=~Q(title_en="") & ~Q(title_es="")
            ),
            models.CheckConstraint(
                name="docket_theme_not_merged_into_itself",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """The public identifier."""
        return f"DT-{self.pk:04d}"


class Placement(models.Model):
    """The theme of a wording; all who sent these words stand there."""

    wording = models.OneToOneField(
        Wording, primary_key=True, on_delete=models.CASCADE, related_name="placement"
    )
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="placements")

    def __str__(self) -> str:
        return f"{self.wording_id} in {self.theme_id}"


class ThemeEvent(models.Model):
    """What was done to a theme; never changed."""

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="events")
    act = models.CharField(max_length=20)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    by = models.CharField(max_length=200)
    by_party = models.CharField(max_length=2, default="", blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("theme", "id")

    def __str__(self) -> str:
        return f"{self.theme_id} {self.act}"


class Reply(models.Model):
    """
    What one Party answers to a theme, with reasons in both languages; public once another person of the Party approved it.

    A later reply names what it `replaces`.
    """

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="replies")
    party = models.CharField(max_length=2)
    answer = models.CharField(max_length=10)
    reasons_en = models.TextField()
    reasons_es = models.TextField()
    link = models.CharField(max_length=20, default="", blank=True)
    link_id = models.CharField(max_length=120, default="", blank=True)
    written_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="written_replies")
    written_at = models.DateTimeField()
    approved_by = models.ForeignKey(
        PERSON, null=True, on_delete=models.PROTECT, related_name="approved_replies"
    )
    approved_at = models.DateTimeField(null=True)
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")

    class Meta:
        ordering = ("theme", "id")
        constraints = [
            models.CheckConstraint(name="docket_reply_party_known", condition=Q(party__in=PARTIES)),
            models.CheckConstraint(
                name="docket_reply_answer_known", condition=Q(answer__in=list(map(str, Answer)))
            ),
            models.CheckConstraint(name="docket_reply_link_known", condition=Q(link__in=list(LINKS))),
            models.CheckConstraint(name="docket_reply_link_whole", condition=~(Q(link="") ^ Q(link_id=""))),
            models.CheckConstraint(
                name="docket_reply_taken_up_is_linked", condition=~Q(answer="taken_up") | ~Q(link="")
            ),
            models.CheckConstraint(
                name="docket_reply_reasons_in_both", condition=~Q(reasons_en="") & ~Q(reasons_es="")
            ),
            models.CheckConstraint(
                name="docket_reply_four_eyes",
                condition=Q(approved_by__isnull=True, approved_at__isnull=True)
                | (Q(approved_by__isnull=False, approved_at__isnull=False) & ~Q(approved_by=F("written_by"))),
            ),
        ]
        verbose_name_plural = "replies"

    def __str__(self) -> str:
        return f"{self.theme_id} {self.party}: {self.answer}"


class Moderation(models.Model):
    """One act of moderation on a submission: rejected under a code, appealed, restored or upheld; never changed."""

    submission = models.ForeignKey("docket.Submission", on_delete=models.PROTECT, related_name="moderations")
    act = models.CharField(max_length=10)
    reason = models.CharField(max_length=20)
    note_en = models.TextField(default="", blank=True)
    note_es = models.TextField(default="", blank=True)
    by = models.ForeignKey(PERSON, null=True, on_delete=models.PROTECT, related_name="moderations")
    at = models.DateTimeField()

    class Meta:
        ordering = ("submission", "id")
        constraints = [
            models.CheckConstraint(
                name="docket_moderation_act_known",
                condition=Q(act__in=["rejected", "appealed", "restored", "upheld"]),
            ),
            models.CheckConstraint(
                name="docket_moderation_by_someone", condition=Q(act="appealed") | Q(by__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission_id} {self.act}"


class Notice(models.Model):
    """
    Something that happened to what a submitter said, told in her language; sent once to who left an address.

    `link` is the private link of a receipt that was not sent yet, and is emptied when it is. `tried_at` is the last
    attempt; `failure` says why it failed.
    """

    submission = models.ForeignKey("docket.Submission", on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=20)
    about = models.CharField(max_length=120)
    at = models.DateTimeField()
    link = models.CharField(max_length=64, default="", blank=True)
    tried_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=200, default="", blank=True)

    class Meta:
        ordering = ("submission", "id")
        constraints = [
            models.UniqueConstraint(name="docket_notice_once", fields=["submission", "kind", "about"]),
            models.CheckConstraint(
                name="docket_notice_link_gone_when_sent", condition=Q(sent_at__isnull=True) | Q(link="")
            ),
        ]
        indexes = [
            models.Index(name="docket_notice_waits", fields=["tried_at"], condition=Q(sent_at__isnull=True)),
            models.Index(name="docket_notice_happened", fields=["kind", "about"]),
        ]

    def __str__(self) -> str:
        return f"{self.submission_id} {self.kind}"
