from django.db import models
from django.db.models import F, Q

from hled.dialogue.delegations.models import PARTIES
from hled.dialogue.docket.domain.calls import SCOPES
from hled.kernel.party import Party


class Call(models.Model):
    """
    A call for input, open from its first to its last day; the standing docket has no last day.

    `party` is empty for a call of both Parties: one call, two intakes. `scope` and `scope_id` say what it is about.
    """

    title_en = models.CharField(max_length=300)
    title_es = models.CharField(max_length=300)
    about_en = models.TextField()
    about_es = models.TextField()
    party = models.CharField(max_length=2, default="", blank=True)
    scope = models.CharField(max_length=20, default="", blank=True)
    scope_id = models.CharField(max_length=120, default="", blank=True)
    opens_on = models.DateField()
    closes_on = models.DateField(null=True)
    reply_days = models.PositiveSmallIntegerField()
    is_standing = models.BooleanField(default=False)
    announced_at = models.DateTimeField()

    class Meta:
        ordering = ("-opens_on", "-id")
        constraints = [
            models.CheckConstraint(name="docket_call_party_known", condition=Q(party__in=["", *PARTIES])),
            models.CheckConstraint(name="docket_call_scope_known", condition=Q(scope__in=list(SCOPES))),
            models.CheckConstraint(name="docket_call_scope_whole", condition=~(Q(scope="") ^ Q(scope_id=""))),
            models.CheckConstraint(
                name="docket_call_said_in_both",
                condition=~Q(title_en="") & ~Q(title_es="") & ~Q(about_en="") & ~Q(about_es=""),
            ),
            models.CheckConstraint(
                name="docket_call_opens_before_it_closes",
                condition=Q(closes_on__isnull=True) | Q(closes_on__gte=F("opens_on")),
            ),
            models.CheckConstraint(
                name="docket_call_only_standing_never_closes",
                condition=Q(is_standing=True, closes_on__isnull=True)
                | Q(is_standing=False, closes_on__isnull=False),
            ),
            models.UniqueConstraint(
                name="docket_call_standing_once", fields=["is_standing"], condition=Q(is_standing=True)
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """The public identifier."""
        return f"DC-{self.pk:04d}"

    @property
    def of_party(self) -> Party | None:
        """The Party that it belongs to; None where it belongs to both."""
        return Party(self.party) if self.party else None

    @property
    def parties(self) -> tuple[Party, ...]:
        """Those that owe its themes a reply."""
        return (Party(self.party),) if self.party else tuple(Party)


class Question(models.Model):
    """A question of a call, in both languages, in its place."""

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="questions")
    place = models.PositiveSmallIntegerField()
    asks_en = models.TextField()
    asks_es = models.TextField()

    class Meta:
        ordering = ("call", "place")
        constraints = [
            models.UniqueConstraint(name="docket_question_place_once", fields=["call", "place"]),
            models.CheckConstraint(name="docket_question_in_both", condition=~Q(asks_en="") & ~Q(asks_es="")),
        ]

    def __str__(self) -> str:
        return f"{self.call_id}/{self.place}"


class CallEvent(models.Model):
    """What was done to a call: by whom, when, what stood before and after; never changed."""

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="events")
    act = models.CharField(max_length=40)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    by = models.CharField(max_length=200)
    by_party = models.CharField(max_length=2, default="", blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("call", "id")

    def __str__(self) -> str:
        return f"{self.call_id} {self.act}"
