"""What people send by mistake or on purpose, at the pages where they act: refused by a rule, nothing changed."""

from datetime import date

import pytest
from tests.dialogue.accord.services.texts.at_the_table import MX, US, Table
from tests.dialogue.accord.web.test_pages import at

from hled.dialogue.accord.models import Entry, Proposal, Refusal
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Appointment
from hled.dialogue.meetings.models import PlannedMeeting
from hled.kernel.rule import BrokenRuleError

MEETING = {
    "series": "cabinet",
    "begins": "2027-03-04T12:00",
    "ends": "2027-03-04T09:00",
    "zone": "America/Mexico_City",
    "online": "yes",
}


@pytest.fixture
def table(bundled) -> Table:
    return Table().enroll()


def ready(table: Table) -> Proposal:
    made = table.begin()
    table.add(made, "They report each year.", "Informan cada año.")
    table.table(made)
    return made


def test_mt_04_a_meeting_that_ends_before_it_begins_is_not_planned(table):
    answer = at(table, MX).post("/es/meetings/plan/", MEETING)

    assert (answer.status_code, "MT-04" in answer.content.decode()) == (400, True)
    assert not PlannedMeeting.objects.exists()


def test_pp_06_a_role_that_does_not_exist_is_given_to_nobody(table):
    person = table.who(US)
    sent = {
        "role": "king",
        "title_en": "King",
        "title_es": "Rey",
        "starts_on": "2026-12-01",
    }

    answer = at(table, US, Role.PARTY_ADMINISTRATOR).post(f"/en/people/{person.pk}/appoint/", sent)

    assert (answer.status_code, "PP-06" in answer.content.decode()) == (400, True)
    assert list(Appointment.objects.filter(person=person).values_list("role", flat=True)) == ["coordinator"]


def test_an_officer_whose_term_expired_signs_nothing_and_it_is_recorded(table):
    made = ready(table)
    table.certify_both(made)
    digest = table.digest(made)
    table.sign(digest, US)
    signer = table.who(MX, Role.SIGNING_OFFICER)
    signer.appointments.update(ends_on=date(2026, 11, 24))
    entries = Entry.objects.count()
    table.tick(days=5)

    with pytest.raises(BrokenRuleError) as refused:
        table.sign(digest, MX)

    assert {each.rule.code for each in refused.value.findings} == {"AC-14"}
    assert Refusal.objects.filter(digest=digest, codes="AC-14").count() == 1
    assert Entry.objects.count() == entries
    made.refresh_from_db()
    assert (made.state, made.awaited) == ("open", "MX")


def test_a_language_officer_whose_term_expired_certifies_nothing(table):
    made = ready(table)
    table.who(MX, Role.LANGUAGE_OFFICER).appointments.update(ends_on=date(2026, 11, 22))

    with pytest.raises(BrokenRuleError, match="AC-80"):
        table.certify(made, MX)

    assert not made.certifications.exists()


def test_of_two_proposals_on_one_version_the_second_is_overtaken_and_keeps_its_words(table):
    first, second = ready(table), ready(table)
    table.certify_both(second)
    late = table.digest(second)
    table.certify_both(first)
    table.sign_both(table.digest(first))

    with pytest.raises(BrokenRuleError, match="AC-05"):
        table.sign(late, US)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == ("in_force", "overtaken")
    assert Entry.objects.filter(subject="text:ports").count() == 1
    renewed = at(table, US).post(f"/en/accord/proposals/{second.pk}/renew/")
    assert renewed.status_code in {302, 409}
