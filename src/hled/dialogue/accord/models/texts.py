"""
Joint texts in the store.

What is agreed on a subject stands in `AgreedItem` and changes only when an act enters the register.
What is negotiated hangs on a `Proposal`; its history is appended to and never changed.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from hled.dialogue.accord.domain.texts.procedure import State, Step
from hled.dialogue.accord.domain.texts.segments import SegmentKind
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.party import Party

PERSON = settings.AUTH_USER_MODEL
PARTIES = [str(each) for each in Party]
LANGUAGES = [str(each) for each in Language]


class JointText(models.Model):
    """A subject with words that both Parties agree on, or try to; what is agreed stands in `AgreedItem`."""

    subject = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=40)
    opened_at = models.DateTimeField()

    class Meta:
        ordering = ("subject",)

    def __str__(self) -> str:
        return self.subject


class Proposal(models.Model):
    """
    Words that one Party drafted for a subject, on their way to both.

    Parameters
    ----------
    verb
        What the act would do, such as ``amend``; with the kind of the subject, the type of the act.
    predecessor
        Digest of the act that the words were copied from; null where nothing was agreed.
    base_english, base_spanish, base_fields
        What was agreed then, for comparison and merge.
    silent_from, silent_days, silent_until
        A silence procedure: the day it begins, its working days, and the moment of its end.
    awaited
        Parties whose turn it is, ``US``, ``MX``, ``MX US`` or none, since `awaited_since`.
    act
        Digest under which both signed; null before.
    """

    text = models.ForeignKey(JointText, on_delete=models.PROTECT, related_name="proposals")
    verb = models.CharField(max_length=40)
    party = models.CharField(max_length=2)
    title_en = models.CharField(max_length=300)
    title_es = models.CharField(max_length=300)
    state = models.CharField(max_length=20, default=State.DRAFT)
    predecessor = models.CharField(max_length=64, null=True)  # noqa: DJ001  likewise
    base_english = models.TextField(default="")
    base_spanish = models.TextField(default="")
    base_fields = models.JSONField(default=dict)
    fields = models.JSONField(default=dict)
    terms_version = models.PositiveIntegerField(default=1)
    effective = models.DateField()
    occasion = models.CharField(max_length=120, null=True)  # noqa: DJ001  an act says null
    silent_from = models.DateField(null=True)
    silent_days = models.PositiveSmallIntegerField(null=True)
    silent_until = models.DateTimeField(null=True)
    awaited = models.CharField(max_length=5)
    awaited_since = models.DateTimeField()
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="begun_proposals")
    tabled_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    act = models.CharField(max_length=64, null=True)  # noqa: DJ001  likewise
    renews = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="renewals")

    class Meta:
        ordering = ("-id",)
        constraints = [
            models.CheckConstraint(
                name="accord_proposal_state_known", condition=Q(state__in=[str(each) for each in State])
            ),
            models.CheckConstraint(name="accord_proposal_party_known", condition=Q(party__in=PARTIES)),
            models.CheckConstraint(
                name="accord_proposal_awaited_known", condition=Q(awaited__in=["", "US", "MX", "MX US"])
            ),
            models.CheckConstraint(
                name="accord_proposal_tabled_or_own",
                condition=Q(tabled_at__isnull=False) | Q(state__in=["draft", "withdrawn", "overtaken"]),
            ),
            models.CheckConstraint(
                name="accord_proposal_silence_whole",
                condition=Q(silent_from__isnull=True, silent_days__isnull=True, silent_until__isnull=True)
                | Q(silent_from__isnull=False, silent_days__isnull=False, silent_until__isnull=False),
            ),
            models.CheckConstraint(
                name="accord_proposal_in_force_by_an_act",
                condition=Q(act__isnull=False) | ~Q(state__in=["running", "in_force", "objected"]),
            ),
            models.CheckConstraint(
                name="accord_proposal_titled_in_both", condition=~Q(title_en="") & ~Q(title_es="")
            ),
            models.UniqueConstraint(
                name="accord_proposal_act_once", fields=["act"], condition=Q(act__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.text_id} {self.verb} ({self.state})"


class Segment(models.Model):
    """A segment of a proposal; `key` is its identity, the same in every copy. A removed one stays."""

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="segments")
    key = models.CharField(max_length=40)
    kind = models.CharField(max_length=12)
    name = models.CharField(max_length=40, default="")
    place = models.PositiveIntegerField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("proposal", "place", "id")
        constraints = [
            models.UniqueConstraint(name="accord_segment_once", fields=["proposal", "key"]),
            models.CheckConstraint(
                name="accord_segment_kind_known", condition=Q(kind__in=[str(each) for each in SegmentKind])
            ),
        ]

    def __str__(self) -> str:
        return self.key


class SegmentSide(models.Model):
    """One language of a segment as it stands; `against` is the version of the other that it was confirmed to say."""

    segment = models.ForeignKey(Segment, on_delete=models.CASCADE, related_name="sides")
    language = models.CharField(max_length=2)
    text = models.TextField(default="")
    version = models.PositiveIntegerField(default=0)
    against = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("segment", "language")
        constraints = [
            models.UniqueConstraint(name="accord_side_once", fields=["segment", "language"]),
            models.CheckConstraint(name="accord_side_language_known", condition=Q(language__in=LANGUAGES)),
        ]

    def __str__(self) -> str:
        return f"{self.segment_id} {self.language} {self.version}"


class Bracket(models.Model):
    """Un-agreed words of a side; lifted by an edit, and kept."""

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="brackets")
    segment = models.ForeignKey(Segment, on_delete=models.PROTECT, related_name="brackets")
    key = models.CharField(max_length=40)
    language = models.CharField(max_length=2)
    words = models.TextField()
    owner = models.CharField(max_length=2)
    reason = models.TextField()
    alternatives = models.JSONField(default=list)
    since = models.DateTimeField()
    place = models.PositiveIntegerField()
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(PERSON, null=True, on_delete=models.PROTECT, related_name="lifted_brackets")

    class Meta:
        ordering = ("proposal", "place", "id")
        constraints = [
            models.UniqueConstraint(name="accord_bracket_once", fields=["proposal", "key"]),
            models.CheckConstraint(name="accord_bracket_explained", condition=~Q(reason="") & ~Q(words="")),
            models.CheckConstraint(name="accord_bracket_owned", condition=Q(owner__in=PARTIES)),
        ]

    def __str__(self) -> str:
        return f"[{self.words}]"


class Edit(models.Model):
    """
    One change of the words, as it was made.

    Parameters
    ----------
    made
        ``add``, ``write``, ``confirm``, ``bracket``, ``move``, ``remove``, ``fields`` or ``terms``.
    internal
        Made while the proposal was one Party's draft; the other Party does not see it.
    said
        For words, the text of the side; for fields and terms, their values.
    """

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="edits")
    segment = models.CharField(max_length=40, default="")
    language = models.CharField(max_length=2, default="")
    made = models.CharField(max_length=10)
    version = models.PositiveIntegerField(default=0)
    said = models.JSONField(null=True)
    internal = models.BooleanField()
    party = models.CharField(max_length=2)
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="text_edits")
    at = models.DateTimeField()

    class Meta:
        ordering = ("proposal", "id")
        indexes = [models.Index(fields=["proposal", "segment", "language"], name="accord_edit_of_side")]

    def __str__(self) -> str:
        return f"{self.made} {self.segment} {self.language} {self.version}"


class Passage(models.Model):
    """A step of a proposal, who took it, and from which state it led where; `by` is null for a consequence."""

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="passages")
    step = models.CharField(max_length=12)
    start = models.CharField(max_length=20)
    end = models.CharField(max_length=20)
    party = models.CharField(max_length=2, default="")
    by = models.ForeignKey(PERSON, null=True, on_delete=models.PROTECT, related_name="proposal_steps")
    remark = models.TextField(default="")
    at = models.DateTimeField()

    class Meta:
        ordering = ("proposal", "id")
        constraints = [
            models.CheckConstraint(
                name="accord_passage_step_known", condition=Q(step__in=[str(each) for each in Step])
            )
        ]

    def __str__(self) -> str:
        return f"{self.step}: {self.start} → {self.end}"

    @property
    def says(self) -> Bilingual:
        return Step(self.step).label


class Certification(models.Model):
    """A language officer said that both languages of exactly these words conform; it stays, whatever comes."""

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="certifications")
    digest = models.CharField(max_length=64)
    party = models.CharField(max_length=2)
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="certifications")
    at = models.DateTimeField()

    class Meta:
        ordering = ("proposal", "id")
        constraints = [
            models.UniqueConstraint(name="accord_certified_once", fields=["proposal", "digest", "party"]),
            models.CheckConstraint(name="accord_certified_by_a_party", condition=Q(party__in=PARTIES)),
        ]

    def __str__(self) -> str:
        return f"{self.party} {self.digest[:12]}"
