"""Whether who signs holds office by the lists of the delegations too, beside the term that the register knows."""

from collections.abc import Iterable
from datetime import date, datetime

from hled.dialogue.accord.domain.credentials import Credential
from hled.dialogue.accord.domain.entries import CredentialKind
from hled.dialogue.accord.domain.keys import fingerprint
from hled.dialogue.accord.domain.rules import AC_14
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Appointment, Person
from hled.dialogue.delegations.queries.people import in_office
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding


def public_id(person: Person) -> str:
    """How the register names a person: Party and number, and no address."""
    return f"{person.party}.{person.pk}"


def credential_for(
    appointment: Appointment,
    *,
    kind: CredentialKind,
    public_key: bytes,
    site: str = "",
    expires: datetime | None = None,
    bootstrap: bool = False,
) -> Credential:
    """A credential for the term in which a person was appointed; all but the key is read from there."""
    person = appointment.person
    return Credential(
        fingerprint(public_key),
        public_id(person),
        person.name,
        Party(str(person.party)),
        appointment.role,
        kind,
        public_key,
        site,
        appointment.starts_on,
        appointment.ends_on,
        expires,
        bootstrap,
    )


def term_of(person: Person, role: Role, on: date) -> Appointment:
    """
    The term that a person holds in a role on a day, or the next one to come.

    Raises
    ------
    BrokenRuleError
        AC-14, when there is none.
    """
    running = in_office(on).filter(person=person, role=role).first()
    coming = (
        Appointment.objects.filter(person=person, role=role, starts_on__gt=on).order_by("starts_on").first()
    )
    found = running or coming
    if found is None:
        raise BrokenRuleError([Finding(AC_14, str(role), person.name)])
    return found


def require_in_office(credentials: Iterable[Credential], on: date) -> None:
    """
    Raises
    ------
    BrokenRuleError
        AC-14, for each whose holder has no running appointment to the role on that day.
    """
    findings = findings_out_of_office(credentials, on)
    if findings:
        raise BrokenRuleError(findings)


def findings_out_of_office(credentials: Iterable[Credential], on: date) -> list[Finding]:
    """AC-14, for each whose holder has no running appointment to the role on that day; one question for all."""
    asked = list(credentials)
    if not asked:
        return []
    numbers = [each.person.partition(".")[2] for each in asked]
    held = {
        (f"{party}.{number}", role)
        for party, number, role in in_office(on)
        .filter(person__in=[number for number in numbers if number.isdecimal()])
        .values_list("person__party", "person", "role")
    }
    return [
        Finding(AC_14, f"signature {each.id[:16]}", f"{each.role}, {on}")
        for each in asked
        if (each.person, each.role) not in held
    ]
