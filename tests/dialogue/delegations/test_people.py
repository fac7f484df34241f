"""Who belongs to a Party, acts in which role, and who may say so."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.dialogue.delegations.making_people import AppointmentFactory, PersonFactory, officer

from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Agency, Appointment, Person
from hled.dialogue.delegations.queries.people import officers_in_office, roles_on
from hled.dialogue.delegations.services.people import (
    appoint,
    appoint_first_administrator,
    end_first_administrator,
    end_term,
    enroll,
    enroll_first_administrator,
)
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = NOW.date()
TITLE = Bilingual("Director", "Dirección")


@dataclass
class Sides:
    us: Person
    mx: Person


@pytest.fixture
def administrators(bundled: datetime) -> Sides:
    return Sides(officer("US", Role.PARTY_ADMINISTRATOR), officer("MX", Role.PARTY_ADMINISTRATOR))


def refused(act) -> list[str]:
    with pytest.raises(BrokenRuleError) as error:
        act()
    return [finding.rule.code for finding in error.value.findings]


def test_an_administrator_enrolls_for_her_own_party_only(administrators):
    person = enroll(
        email=" Ana@Ejemplo.example", name="Ana  Ríos", language=Language.ES, by=administrators.mx, at=NOW
    )

    assert (person.party, person.email, person.name) == ("MX", "ana@ejemplo.example", "Ana Ríos")
    assert person.enrolled_by == administrators.mx
    assert not person.has_usable_password()


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PARTY_ADMINISTRATOR}))
def test_pp_03_whoever_is_not_an_administrator_enrolls_nobody(bundled, role):
    by = officer("MX", role)

    assert refused(lambda: enroll(email="a@b.example", name="A", language=Language.ES, by=by, at=NOW)) == [
        "PP-03"
    ]


def test_pp_03_an_administrator_after_her_term_enrolls_nobody(administrators):
    administrators.us.appointments.update(ends_on=DAY - timedelta(days=1))

    assert refused(
        lambda: enroll(email="a@b.example", name="A", language=Language.EN, by=administrators.us, at=NOW)
    ) == ["PP-03"]


def test_pp_03_nobody_appoints_or_ends_across_the_parties(administrators):
    theirs = AppointmentFactory(person=PersonFactory(party="US"))

    assert refused(
        lambda: appoint(
            person=theirs.person,
            role=Role.OBSERVER,
            title=TITLE,
            starts_on=DAY,
            by=administrators.mx,
            at=NOW,
        )
    ) == ["PP-03"]
    assert refused(lambda: end_term(appointment=theirs, ends_on=DAY, by=administrators.mx, at=NOW)) == [
        "PP-03"
    ]
    theirs.refresh_from_db()
    assert theirs.ends_on is None


@pytest.mark.parametrize("party", ["US", "MX", None])
@pytest.mark.parametrize("becomes", ["US", "MX", None])
def test_pp_02_the_store_keeps_a_person_in_one_party(bundled, party, becomes):
    person = PersonFactory(party=party)

    def change() -> None:
        with transaction.atomic():
            Person.objects.filter(pk=person.pk).update(party=becomes)

    if party == becomes:
        change()
    else:
        with pytest.raises(IntegrityError, match="PP-02"):
            change()
    person.refresh_from_db()
    assert person.party == party


@pytest.mark.parametrize(
    ("email", "name", "codes"),
    [
        ("", "", ["PP-01", "PP-10"]),
        ("no-at-sign", "Ana", ["PP-01"]),
        ("TAKEN@ejemplo.example", "Ana", ["PP-01"]),
        ("fine@ejemplo.example", "   ", ["PP-10"]),
    ],
)
def test_pp_01_pp_10_an_unfit_enrollment_says_all_that_is_wrong(administrators, email, name, codes):
    PersonFactory(email="taken@ejemplo.example")

    assert (
        refused(lambda: enroll(email=email, name=name, language=Language.ES, by=administrators.mx, at=NOW))
        == codes
    )


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"role": "king"}, ["PP-06"]),
        ({"starts_on": DAY - timedelta(days=1)}, ["PP-05"]),
        ({"ends_on": DAY - timedelta(days=1)}, ["PP-05"]),
        ({"role": Role.AGENCY_OFFICER}, ["PP-07"]),
        ({"agency_id": "DOC"}, ["PP-07"]),
        ({"role": Role.COORDINATOR}, ["PP-09"]),
        (
            {"role": Role.COORDINATOR, "agency_id": "DOC", "starts_on": DAY - timedelta(days=9)},
            ["PP-05", "PP-07", "PP-09"],
        ),
    ],
)
def test_an_unsound_appointment_is_refused_by_its_rules(administrators, changes, codes):
    person = officer("MX", Role.COORDINATOR)
    agency = changes.pop("agency_id", None)
    said = {"role": Role.SIGNING_OFFICER, "starts_on": DAY, **changes}
    before = Appointment.objects.count()

    assert (
        refused(
            lambda: appoint(
                person=person,
                title=TITLE,
                agency=Agency.objects.get(id=agency) if agency else None,
                by=administrators.mx,
                at=NOW,
                **said,
            )
        )
        == codes
    )
    assert Appointment.objects.count() == before


def test_pp_08_nobody_appoints_herself(administrators):
    assert refused(
        lambda: appoint(
            person=administrators.mx,
            role=Role.SIGNING_OFFICER,
            title=TITLE,
            starts_on=DAY,
            by=administrators.mx,
            at=NOW,
        )
    ) == ["PP-08"]


def test_pp_12_an_operator_gets_no_role(administrators):
    operator = PersonFactory(party=None)

    assert refused(
        lambda: appoint_first_administrator(person=operator, title=TITLE, starts_on=DAY, at=NOW)
    ) == ["PP-12"]
    AppointmentFactory(person=operator)
    assert roles_on(operator, DAY) == frozenset()


def test_a_term_is_counted_by_the_day_asked_for_both_days_included(administrators):
    person = PersonFactory(party="MX")
    appoint(
        person=person,
        role=Role.SIGNING_OFFICER,
        title=TITLE,
        starts_on=date(2026, 12, 1),
        ends_on=date(2026, 12, 31),
        by=administrators.mx,
        at=NOW,
    )

    days = [date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [Role.SIGNING_OFFICER in roles_on(person, day) for day in days] == [False, True, True, False]


def test_a_person_shut_out_holds_no_role(administrators):
    person = officer("MX", Role.COORDINATOR)
    assert roles_on(person, DAY) == {Role.COORDINATOR}

    Person.objects.filter(pk=person.pk).update(is_active=False)

    assert roles_on(person, DAY) == frozenset()
    assert not officers_in_office(DAY, role=Role.COORDINATOR).exists()


def test_a_term_ended_before_it_begins_never_runs_and_makes_room(administrators):
    person = PersonFactory(party="MX")
    said = {"person": person, "role": Role.OBSERVER, "title": TITLE, "by": administrators.mx, "at": NOW}
    planned = appoint(starts_on=date(2027, 3, 1), **said)

    end_term(appointment=planned, ends_on=DAY, by=administrators.mx, at=NOW)

    assert not any(roles_on(person, day) for day in (DAY, date(2027, 3, 1), date(2027, 6, 1)))
    appoint(starts_on=DAY, **said)
    assert roles_on(person, DAY) == {Role.OBSERVER}


def test_pp_11_a_term_ends_once_and_not_in_the_past(administrators):
    standing = AppointmentFactory(person=PersonFactory(party="MX"))
    by = {"by": administrators.mx, "at": NOW}

    assert refused(lambda: end_term(appointment=standing, ends_on=DAY - timedelta(days=1), **by)) == ["PP-11"]
    end_term(appointment=standing, ends_on=DAY, **by)
    assert refused(lambda: end_term(appointment=standing, ends_on=DAY, **by)) == ["PP-11"]
    assert refused(lambda: end_term(appointment=standing, ends_on=DAY + timedelta(days=9), **by)) == ["PP-11"]
    standing.refresh_from_db()
    assert (standing.ends_on, standing.ended_by) == (DAY, administrators.mx)


def test_pp_04_the_operator_begins_a_party_once(bundled):
    said = {"title": TITLE, "language": Language.ES, "starts_on": DAY, "at": NOW}
    first = enroll_first_administrator(email="a@b.example", name="A", party=Party.MX, **said)

    assert (first.person.party, first.role, first.appointed_by) == ("MX", Role.PARTY_ADMINISTRATOR, None)
    assert refused(
        lambda: enroll_first_administrator(email="c@d.example", name="C", party=Party.MX, **said)
    ) == ["PP-04"]
    assert enroll_first_administrator(email="c@d.example", name="C", party=Party.US, **said)


def test_pp_04_the_operator_takes_back_only_what_nobody_has_used(bundled):
    first = enroll_first_administrator(
        email="a@b.example",
        name="A",
        party=Party.MX,
        title=TITLE,
        language=Language.ES,
        starts_on=DAY,
        at=NOW,
    )
    Person.objects.update(last_login=NOW)
    assert refused(lambda: end_first_administrator(appointment=first, at=NOW)) == ["PP-04"]

    Person.objects.update(last_login=None)
    end_first_administrator(appointment=first, at=NOW)
    assert roles_on(first.person, DAY) == frozenset()
    Appointment.objects.update(appointed_by=first.person, ends_on=None)
    assert refused(lambda: end_first_administrator(appointment=first, at=NOW)) == ["PP-04"]


@pytest.mark.parametrize(
    "change",
    [
        {"role": "king"},
        {"title_en": ""},
        {"ends_on": date(2025, 1, 1)},
        {"role": "agency_officer"},
    ],
)
def test_an_appointment_that_is_not_whole_is_refused_by_the_store(bundled, change):
    standing = AppointmentFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        Appointment.objects.filter(pk=standing.pk).update(**change)


@pytest.mark.parametrize(
    "change", [{"party": "CA"}, {"name": ""}, {"language": "fr"}, {"email": "A@b.example"}]
)
def test_a_person_who_is_not_whole_is_refused_by_the_store(bundled, change):
    said = {"party": None, **change}

    with pytest.raises(IntegrityError), transaction.atomic():
        PersonFactory(**said)
