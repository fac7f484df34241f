"""What the pages of people show, to whom, and what their forms do."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.dialogue.delegations.making_people import AppointmentFactory, PersonFactory, officer

from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Appointment, Person


@pytest.fixture
def administrator(bundled) -> Person:
    return officer("MX", Role.PARTY_ADMINISTRATOR, is_sample=True)


@pytest.fixture
def browser(administrator) -> Client:
    made = Client()
    made.force_login(administrator, backend="hled.dialogue.delegations.web.backends.PersonBackend")
    return made


@pytest.mark.parametrize("language", ["en", "es"])
def test_public_pages_say_name_office_and_role_of_officers_and_nothing_else(bundled, client, language):
    seen = officer("US", Role.SIGNING_OFFICER, name="Alex Rivera", email="alex@agency.example")
    former = AppointmentFactory(person=PersonFactory(name="Former Person"), ends_on="2026-11-22")
    shut = officer("MX", Role.COORDINATOR, name="Shut Person", is_active=False)

    page = client.get(f"/{language}/offices/").content.decode()

    assert "Alex Rivera" in page
    assert {"en": "Signing officer", "es": "Responsable de firma"}[language] in page
    assert seen.email not in page
    assert former.person.name not in page
    assert shut.name not in page


def test_the_page_of_people_lists_the_own_party_only(browser):
    mine, theirs = PersonFactory(party="MX", name="Propia"), PersonFactory(party="US", name="Ajena")

    page = browser.get(reverse("people")).content.decode()

    assert mine.email in page
    assert theirs.name not in page
    assert theirs.email not in page


def test_an_administrator_enrolls_appoints_and_ends_on_pages(browser, administrator):
    link = browser.post(
        reverse("enroll"), {"name": "Ana Ríos", "email": "ana@ejemplo.example", "language": "es"}
    )
    ana = Person.objects.get(email="ana@ejemplo.example")
    assert "/welcome/" in link.content.decode()
    assert (ana.party, ana.language, ana.enrolled_by) == ("MX", "es", administrator)

    said = {
        "role": "signing_officer",
        "title_es": "Dirección",
        "title_en": "Director",
        "starts_on": "2026-11-23",
    }
    assert browser.post(reverse("appoint", args=[ana.pk]), said).status_code == 302
    term = ana.appointments.get()
    assert (term.role, term.appointed_by, term.ends_on) == ("signing_officer", administrator, None)

    assert (
        browser.post(reverse("end-term", args=[ana.pk, term.pk]), {"ends_on": "2026-11-30"}).status_code
        == 302
    )
    term.refresh_from_db()
    assert (term.ends_on.isoformat(), term.ended_by) == ("2026-11-30", administrator)

    assert browser.post(reverse("access", args=[ana.pk]), {"access": "out"}).status_code == 302
    assert not Person.objects.get(pk=ana.pk).is_active
    browser.post(reverse("access", args=[ana.pk]), {"access": "in"})
    assert Person.objects.get(pk=ana.pk).is_active


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"role": "king"}, "PP-06"),
        ({"title_en": ""}, "PP-10"),
        ({"starts_on": "tomorrow"}, "AS-01"),
        ({"starts_on": "2020-01-01"}, "PP-05"),
        ({"agency": "NOPE"}, "PP-07"),
        ({"agency": "DOC"}, "PP-07"),
        ({"role": "agency_officer"}, "PP-07"),
    ],
)
def test_a_wrong_form_says_the_rule_keeps_what_was_typed_and_changes_nothing(browser, change, code):
    person = PersonFactory(party="MX")
    said = {
        "role": "observer",
        "title_es": "Título",
        "title_en": "Title",
        "starts_on": "2026-11-23",
        **change,
    }

    answer = browser.post(reverse("appoint", args=[person.pk]), said)

    assert answer.status_code == 400
    assert f"<code>{code}</code>" in answer.content.decode()
    assert 'value="Título"' in answer.content.decode()
    assert not Appointment.objects.filter(person=person).exists()


def test_a_term_is_not_ended_through_the_page_of_somebody_else(browser):
    mine = PersonFactory(party="MX")
    theirs = AppointmentFactory(person=PersonFactory(party="US"))

    answer = browser.post(reverse("end-term", args=[mine.pk, theirs.pk]), {"ends_on": "2026-11-30"})

    assert answer.status_code == 400
    assert "PG-01" in answer.content.decode()
    theirs.refresh_from_db()
    assert theirs.ends_on is None


def test_a_name_with_markup_is_shown_and_not_run(browser):
    PersonFactory(party="MX", name="<script>alert(1)</script>")

    page = browser.get(reverse("people")).content.decode()

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page
