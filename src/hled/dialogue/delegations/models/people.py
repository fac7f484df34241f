from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models.agencies import PARTIES, Agency

LANGUAGES = ["en", "es"]


class People(BaseUserManager["Person"]):
    """People by their e-mail address, however it is spelled."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email=(username or "").strip().lower())


class Person(AbstractBaseUser):
    """
    Somebody who can sign in.

    `party` is null for a technical operator, and is never changed: the store refuses it. `signed_out_at` ends every
    session begun before it. A sample person belongs to a demonstration.
    """

    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=200)
    party = models.CharField(max_length=2, null=True)  # noqa: DJ001  an operator has none
    language = models.CharField(max_length=2)
    is_active = models.BooleanField(default=True)
    is_sample = models.BooleanField(default=False)
    enrolled_at = models.DateTimeField()
    enrolled_by = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="enrolled")
    signed_out_at = models.DateTimeField(null=True)

    objects = People()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ("party", "name", "id")
        verbose_name_plural = "people"
        constraints = [
            models.CheckConstraint(name="delegations_person_email_lower", condition=Q(email=Lower("email"))),
            models.CheckConstraint(
                name="delegations_person_party_known", condition=Q(party__isnull=True) | Q(party__in=PARTIES)
            ),
            models.CheckConstraint(
                name="delegations_person_language_known", condition=Q(language__in=LANGUAGES)
            ),
            models.CheckConstraint(name="delegations_person_named", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.party or '-'})"

    def _get_session_auth_hash(self, secret: str | bytes | None = None) -> str:
        """Signing out everywhere makes another of it, and with it every session void."""
        hashed: str = super()._get_session_auth_hash(secret)  # type: ignore[misc]  # not among the published types
        return f"{hashed}:{self.signed_out_at.timestamp() if self.signed_out_at else 0}"


class Appointment(models.Model):
    """
    For which term a person acts in a role, and in which office; both days belong to it.

    A term that was ended before it began has its last day before its first, and never ran.
    `appointed_by` is null where the operator of the installation appointed the first administrator of a Party.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    role = models.CharField(max_length=20)
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="appointments")
    title_en = models.CharField(max_length=300)
    title_es = models.CharField(max_length=300)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    appointed_at = models.DateTimeField()
    appointed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="appointed")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="ended")

    class Meta:
        ordering = ("person", "starts_on", "id")
        constraints = [
            models.CheckConstraint(
                name="delegations_appointment_role_known", condition=Q(role__in=[str(role) for role in Role])
            ),
            models.CheckConstraint(
                name="delegations_appointment_from_before_until",
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__lte=F("ends_on"))
                | Q(ended_at__isnull=False),
            ),
            models.CheckConstraint(
                name="delegations_appointment_titled_in_both", condition=~Q(title_en="") & ~Q(title_es="")
            ),
            models.CheckConstraint(
                name="delegations_appointment_agency_of_officer",
                condition=~Q(role="agency_officer") | Q(agency__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.role} {self.starts_on}–{self.ends_on or ''}"
