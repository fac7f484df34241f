"""Enroll people, appoint them to a role for a term, end a term."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import F

from hled.dialogue.chronicle.services import bump_revision
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Agency, Appointment, Person
from hled.dialogue.delegations.queries.people import administers, has_administrator
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding, declare, require

PP_01 = declare(
    "PP-01",
    en="A person signs in with an e-mail address that nobody else has here.",
    es="Una persona entra con un correo electrónico que nadie más tiene aquí.",
    remedy_en="Give an address such as name@agency.example that is not enrolled yet.",
    remedy_es="Indique un correo como nombre@dependencia.example que aún no esté dado de alta.",
)
PP_02 = declare(
    "PP-02",
    en="A person belongs to one Party, for good.",
    es="Una persona pertenece a una sola Parte, para siempre.",
    remedy_en="Whoever comes to act for another Party is enrolled there anew, with another address.",
    remedy_es="Quien llegue a actuar por otra Parte se da de alta ahí de nuevo, con otro correo.",
)
PP_03 = declare(
    "PP-03",
    en="The people of a Party are enrolled and appointed by an administrator of that Party, in office.",
    es="A las personas de una Parte las da de alta y las nombra una administración de esa Parte, en funciones.",
    remedy_en="Ask an administrator of the Party concerned.",
    remedy_es="Pídalo a la administración de la Parte correspondiente.",
)
PP_04 = declare(
    "PP-04",
    en="An operator appoints the first administrator of a Party, and nobody else.",
    es="Quien opera la instalación nombra a la primera administración de una Parte, y a nadie más.",
    remedy_en="The Party has an administrator in office, who enrolls and appoints on the page People.",
    remedy_es="La Parte tiene una administración en funciones, que da de alta y nombra en la página Personas.",
)
PP_05 = declare(
    "PP-05",
    en="A term begins today or later, and ends on the day it begins or later.",
    es="Un periodo empieza hoy o después y termina el día en que empieza o después.",
    remedy_en="Give a first day from today on, and a last day on or after it.",
    remedy_es="Indique un primer día a partir de hoy y un último día igual o posterior.",
)
PP_06 = declare(
    "PP-06",
    en="A role must be one of those that the dialogue knows.",
    es="Una función debe ser una de las que el diálogo conoce.",
    remedy_en="Choose one of: " + ", ".join(Role) + ".",
    remedy_es="Elija una de: " + ", ".join(Role) + ".",
)
PP_07 = declare(
    "PP-07",
    en="An agency officer acts for an agency, and nobody for an agency of the other Party.",
    es="Un enlace de dependencia actúa por una dependencia, y nadie por una de la otra Parte.",
    remedy_en="Choose an agency of the person's own Party.",
    remedy_es="Elija una dependencia de la propia Parte de la persona.",
)
PP_08 = declare(
    "PP-08",
    en="Nobody appoints herself or changes her own access.",
    es="Nadie se nombra a sí mismo ni cambia su propio acceso.",
    remedy_en="Ask another administrator of the Party.",
    remedy_es="Pídalo a otra persona de la administración de la Parte.",
)
PP_09 = declare(
    "PP-09",
    en="A person holds a role for one term at a time.",
    es="Una persona ejerce una función por un solo periodo a la vez.",
    remedy_en="End the standing term first, or let the new one begin after it.",
    remedy_es="Termine antes el periodo vigente o haga que el nuevo empiece después.",
)
PP_10 = declare(
    "PP-10",
    en="A person has a name, and an office a title in both languages.",
    es="Una persona tiene nombre, y un cargo tiene título en ambos idiomas.",
    remedy_en="Fill in the name, and the title in English and in Spanish.",
    remedy_es="Complete el nombre, y el título en español y en inglés.",
)
PP_11 = declare(
    "PP-11",
    en="A term is ended once, and not before a day on which it has been used.",
    es="Un periodo se termina una sola vez, y no antes de un día en que ya corrió.",
    remedy_en="Give today or a later day, not after its present end.",
    remedy_es="Indique hoy o un día posterior, sin pasar de su término actual.",
)
PP_12 = declare(
    "PP-12",
    en="Only a person of a Party, and not a technical operator, holds a role.",
    es="Solo una persona de una Parte, y no quien opera técnicamente, ejerce una función.",
    remedy_en="Enroll the person for a Party.",
    remedy_es="Dé de alta a la persona en una Parte.",
)


@transaction.atomic
def enroll(*, email: str, name: str, language: Language, by: Person, at: datetime) -> Person:
    """
    Enroll somebody for the Party of who enrolls; there is no other way to say a Party.

    Raises
    ------
    BrokenRuleError
        PP-03, when `by` is not an administrator in office; PP-01 and PP-10, together.
    """
    party = _administered_by(by, at.date())
    return _enroll(email=email, name=name, party=party, language=language, by=by, at=at)


@transaction.atomic
def enroll_first_administrator(
    *,
    email: str,
    name: str,
    title: Bilingual,
    party: Party,
    language: Language,
    starts_on: date,
    at: datetime,
) -> Appointment:
    """
    Let the operator of the installation begin: one administrator of a Party that has none.

    Raises
    ------
    BrokenRuleError
        PP-04, when the Party has an administrator in office; PP-01 and PP-10, together.
    """
    require(PP_04, not has_administrator(party, at.date()), place="party", found=party)
    person = _enroll(email=email, name=name, party=party, language=language, by=None, at=at)
    return appoint_first_administrator(person=person, title=title, starts_on=starts_on, at=at)


@transaction.atomic
def appoint_first_administrator(
    *, person: Person, title: Bilingual, starts_on: date, at: datetime
) -> Appointment:
    """
    Appoint, as operator, the administrator of a Party that has none in office.

    Raises
    ------
    BrokenRuleError
        PP-04; PP-12, for a person without a Party.
    """
    require(PP_12, person.party is not None, place=person.email)
    party = Party(person.party or "")
    require(PP_04, not has_administrator(party, max(at.date(), starts_on)), place="party", found=party)
    return _appoint(
        person=person,
        role=Role.PARTY_ADMINISTRATOR,
        agency=None,
        title=title,
        starts_on=starts_on,
        ends_on=None,
        by=None,
        at=at,
    )


@transaction.atomic
def appoint(
    *,
    person: Person,
    role: str,
    title: Bilingual,
    starts_on: date,
    by: Person,
    at: datetime,
    ends_on: date | None = None,
    agency: Agency | None = None,
) -> Appointment:
    """
    Give a person a role for a term; both days belong to it.

    Raises
    ------
    BrokenRuleError
        PP-03, when `by` does not administer the Party of the person; PP-05 to PP-09, all that apply.
    """
    party = _administered_by(by, at.date())
    require(PP_03, person.party == party, place=person.email, found=person.party or "-")
    require(PP_08, person.pk != by.pk, place=person.email)
    return _appoint(
        person=person,
        role=role,
        agency=agency,
        title=title,
        starts_on=starts_on,
        ends_on=ends_on,
        by=by,
        at=at,
    )


@transaction.atomic
def end_term(*, appointment: Appointment, ends_on: date, by: Person, at: datetime) -> Appointment:
    """
    Let a term end on a day, today at the earliest: what was done in it stays done in office.

    A term that is ended before it begins never runs.

    Raises
    ------
    BrokenRuleError
        PP-03, when `by` does not administer the Party of the person; PP-11.
    """
    party = _administered_by(by, at.date())
    require(PP_03, appointment.person.party == party, place=appointment.person.email)
    return _end(appointment, ends_on, by, at)


@transaction.atomic
def end_first_administrator(*, appointment: Appointment, at: datetime) -> Appointment:
    """
    Take back, as operator, an appointment that the operator made and that nobody has used yet: it never ran.

    Raises
    ------
    BrokenRuleError
        PP-04, when a Party's administrator made it or its holder has signed in; PP-11.
    """
    standing = Appointment.objects.select_related("person").get(pk=appointment.pk)
    unused = standing.appointed_by_id is None and standing.person.last_login is None
    require(PP_04, unused, place=standing.person.email)
    require(PP_11, standing.ended_at is None, place=standing.person.email)
    return _close(standing, standing.starts_on - timedelta(days=1), None, at)


def _administered_by(by: Person, on: date) -> Party:
    require(PP_03, administers(by, on), place="by", found=by.email)
    return Party(by.party or "")


def _enroll(
    *, email: str, name: str, party: Party, language: Language, by: Person | None, at: datetime
) -> Person:
    email, name = email.strip().lower(), " ".join(name.split())
    findings = list(_unfit(email, name))
    if findings:
        raise BrokenRuleError(findings)
    person = Person(
        email=email, name=name, party=party, language=Language(language), enrolled_at=at, enrolled_by=by
    )
    person.set_unusable_password()
    person.save()
    return person


def _unfit(email: str, name: str) -> Iterator[Finding]:
    try:
        validate_email(email)
        if Person.objects.filter(email=email).exists():
            yield Finding(PP_01, "email", email[:80])
    except ValidationError:
        yield Finding(PP_01, "email", email[:80])
    if not name:
        yield Finding(PP_10, "name")


def _appoint(
    *,
    person: Person,
    role: str,
    agency: Agency | None,
    title: Bilingual,
    starts_on: date,
    ends_on: date | None,
    by: Person | None,
    at: datetime,
) -> Appointment:
    findings = list(_unsound(person, role, agency, starts_on, ends_on, at.date()))
    if findings:
        raise BrokenRuleError(findings)
    appointment = Appointment.objects.create(
        person=person,
        role=Role(role),
        agency=agency,
        title_en=title.en.strip(),
        title_es=title.es.strip(),
        starts_on=starts_on,
        ends_on=ends_on,
        appointed_at=at,
        appointed_by=by,
    )
    bump_revision()
    return appointment


def _unsound(
    person: Person, role: str, agency: Agency | None, starts_on: date, ends_on: date | None, on: date
) -> Iterator[Finding]:
    if person.party is None:
        yield Finding(PP_12, person.email)
    if role not in set(Role):
        yield Finding(PP_06, "role", role[:40])
        return
    if starts_on < on:
        yield Finding(PP_05, "starts_on", starts_on.isoformat())
    if ends_on is not None and ends_on < starts_on:
        yield Finding(PP_05, "ends_on", ends_on.isoformat())
    if (agency is None and role == Role.AGENCY_OFFICER) or (agency and agency.party != person.party):
        yield Finding(PP_07, "agency", agency.id if agency else "")
    standing = person.appointments.filter(role=role)
    standing = standing.exclude(ends_on__lt=starts_on).exclude(ends_on__lt=F("starts_on"))
    if ends_on is not None:
        standing = standing.filter(starts_on__lte=ends_on)
    if clash := standing.first():
        yield Finding(PP_09, "starts_on", f"{clash.starts_on} – {clash.ends_on or ''}")


def _end(appointment: Appointment, ends_on: date, by: Person | None, at: datetime) -> Appointment:
    standing = Appointment.objects.select_for_update().get(pk=appointment.pk)
    holds = ends_on >= at.date() and (standing.ends_on is None or ends_on < standing.ends_on)
    require(PP_11, holds, place="ends_on", found=ends_on.isoformat())
    return _close(standing, ends_on, by, at)


def _close(standing: Appointment, ends_on: date, by: Person | None, at: datetime) -> Appointment:
    standing.ends_on, standing.ended_by, standing.ended_at = ends_on, by, at
    standing.save(update_fields=["ends_on", "ended_by", "ended_at"])
    bump_revision()
    return standing
