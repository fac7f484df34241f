"""Who acts for a Party, in which role, on a day."""

from datetime import date

from django.db.models import Q, QuerySet

from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Appointment, Person
from hled.kernel.party import Party


def in_office(on: date) -> QuerySet[Appointment]:
    """Terms that run on a day, their first and last day included, of people who may still act."""
    return Appointment.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=on), starts_on__lte=on, person__is_active=True
    )


def roles_on(person: Person, on: date) -> frozenset[Role]:
    """Roles that a person holds on a day; none for an operator and for who was shut out."""
    if person.party is None:
        return frozenset()
    held = in_office(on).filter(person=person).values_list("role", flat=True)
    return frozenset(map(Role, held))


def holds(person: Person, role: Role, on: date) -> bool:
    return role in roles_on(person, on)


def administers(person: Person, on: date) -> bool:
    """Whether a person enrolls and appoints for her Party on a day."""
    return holds(person, Role.PARTY_ADMINISTRATOR, on)


def has_administrator(party: Party, on: date) -> bool:
    return officers_in_office(on, party=party, role=Role.PARTY_ADMINISTRATOR).exists()


def officers_in_office(
    on: date, *, party: Party | None = None, role: Role | None = None
) -> QuerySet[Appointment]:
    """Terms that run on a day, of both Parties or one, in any role or one."""
    found = in_office(on).filter(person__party__isnull=False)
    if party is not None:
        found = found.filter(person__party=party)
    if role is not None:
        found = found.filter(role=role)
    return found.select_related("person", "agency").order_by("person__party", "role", "person__name", "id")


def in_office_between(person: Person, role: Role, on: date) -> Appointment | None:
    """The term in which a person holds a role on a day, where there is one."""
    return in_office(on).filter(person=person, role=role).first()
