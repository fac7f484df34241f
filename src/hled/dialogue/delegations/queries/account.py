"""People of a Party with their terms, and what public pages may say of officers."""

from dataclasses import dataclass
from datetime import date

from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Appointment, Person
from hled.dialogue.delegations.queries.people import officers_in_office
from hled.interfaces.acting import Subject
from hled.interfaces.problems import not_found
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party


@dataclass(frozen=True, slots=True)
class Held:
    """A term in a role; `standing` is ahead, running, over or withdrawn on the day asked for."""

    id: int
    role: Role
    title: Bilingual
    agency: Bilingual | None
    starts_on: date
    ends_on: date | None
    standing: str


@dataclass(frozen=True, slots=True)
class OfficerSeen:
    """What everybody may know of an officer in office."""

    party: Party
    name: str
    role: Role
    title: Bilingual
    is_sample: bool


def terms_of(person: Person, on: date) -> list[Held]:
    rows = person.appointments.select_related("agency").order_by("-starts_on", "-id")
    return [
        Held(
            id=row.pk,
            role=Role(row.role),
            title=Bilingual(row.title_en, row.title_es),
            agency=Bilingual(row.agency.name_en, row.agency.name_es) if row.agency else None,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            standing=_standing(row, on),
        )
        for row in rows
    ]


def _standing(row: Appointment, on: date) -> str:
    if row.ends_on is not None and row.ends_on < row.starts_on:
        return "withdrawn"
    if row.starts_on > on:
        return "ahead"
    return "over" if row.ends_on is not None and row.ends_on < on else "running"


def people_of(party: Party) -> list[Person]:
    return list(Person.objects.filter(party=party).order_by("name", "id"))


def person_known(id: int) -> Person:
    """
    Raises
    ------
    NotFoundError
        PG-01, when nobody has the number.
    """
    person = Person.objects.filter(pk=id).first()
    if person is None:
        raise not_found("person", str(id))
    return person


def appointment_known(id: int, person: int) -> Appointment:
    """
    Raises
    ------
    NotFoundError
        PG-01, when the person has no such term.
    """
    found = Appointment.objects.select_related("person").filter(pk=id, person_id=person).first()
    if found is None:
        raise not_found("term", str(id))
    return found


def party_of(person: Person) -> Subject:
    """
    The Party whose affair a person is.

    Raises
    ------
    NotFoundError
        PG-01, for an operator, who is no Party's.
    """
    if person.party is None:
        raise not_found("person", str(person.pk))
    return Subject(Party(person.party))


def officers_seen(on: date) -> list[OfficerSeen]:
    """Officers in office on a day: name, role and title, and nothing else."""
    return [
        OfficerSeen(
            party=Party(row.person.party or ""),
            name=row.person.name,
            role=Role(row.role),
            title=Bilingual(row.title_en, row.title_es),
            is_sample=row.person.is_sample,
        )
        for row in officers_in_office(on)
    ]
