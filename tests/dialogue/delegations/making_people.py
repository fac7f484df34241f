"""People of both Parties, as tests need them."""

from datetime import UTC, date, datetime

import factory

from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Agency, Appointment, Person

BEGAN = date(2026, 1, 1)
ENROLLED = datetime(2026, 1, 1, 12, tzinfo=UTC)
PASSWORD = "correcto-caballo-grapa-42"


class PersonFactory(factory.django.DjangoModelFactory):
    """Somebody of a Party without a role; `party=None` makes an operator."""

    class Meta:
        model = Person

    party = "MX"
    name = factory.Sequence(lambda n: f"Persona {n}")
    email = factory.Sequence(lambda n: f"persona{n}@ejemplo.example")
    language = factory.LazyAttribute(lambda person: "en" if person.party == "US" else "es")
    enrolled_at = ENROLLED


class AppointmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Appointment

    person = factory.SubFactory(PersonFactory)
    role = Role.COORDINATOR
    title_en = "Head of a unit"
    title_es = "Jefatura de unidad"
    starts_on = BEGAN
    appointed_at = ENROLLED


def officer(party: str, role: Role, **changes: object) -> Person:
    """A person of a Party who has been in a role since 1 January 2026."""
    person = PersonFactory(party=party, **changes)
    agency = Agency.objects.filter(party=party).first() if role is Role.AGENCY_OFFICER else None
    AppointmentFactory(person=person, role=role, agency=agency)
    return person
