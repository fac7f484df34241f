"""An officer keeps an answer on its page and brings it before the next meeting; nobody else is offered it."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.dialogue.docket.test_desk import browser

from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.meetings.models import ProposedItem
from hled.dialogue.studies.models import Study
from hled.dialogue.studies.services.keeping import keep_study, send_to_agenda
from hled.dialogue.studies.web.asking import HOME

OFFICERS = (Role.COORDINATOR, Role.AGENCY_OFFICER)
ASKED = {"one": "MEX.c15", "other": "USA.c15"}


@pytest.fixture
def study(bundled) -> Study:
    return keep_study(kind="pair", given=ASKED, home=HOME, at=bundled)


@pytest.mark.parametrize("role", OFFICERS, ids=str)
def test_an_answer_is_kept_from_its_page_and_brought_before_the_next_meeting(bundled, role):
    visitor = browser("MX", role)

    page = visitor.get(reverse("pair"), ASKED)
    kept = visitor.post(reverse("study-keep", args=["pair"]), page.context["found"].asked)
    study = Study.objects.get()
    shown = visitor.get(kept["Location"]).content.decode()
    sent = visitor.post(reverse("study-send", args=[study.id]))
    after = visitor.get(sent["Location"]).content.decode()

    assert reverse("study-keep", args=["pair"]) in page.content.decode()
    assert (kept["Location"], study.id) == (reverse("study", args=[study.id]), page.context["found"].id)
    assert reverse("study-send", args=[study.id]) in shown
    item = ProposedItem.objects.get()
    assert (item.origin, item.proposed_by) == (study.id, visitor.person.name)
    assert reverse("study-send", args=[study.id]) not in after
    assert visitor.person.name in after


def test_an_answer_that_is_kept_already_leads_to_its_study(study):
    page = browser("US", Role.COORDINATOR).get(reverse("pair"), ASKED).content.decode()

    assert reverse("study", args=[study.id]) in page
    assert reverse("study-keep", args=["pair"]) not in page


def test_the_public_and_a_view_of_a_past_day_are_shown_the_commands(study, client):
    for visitor, query in ((client, {}), (browser("US", Role.COORDINATOR), {"as_of": "2026-11-22"})):
        page = visitor.get(reverse("pair"), query).content.decode()
        assert "hled pair --keep" in page or "hled studies send" in page
        assert "/studies/keep/" not in page
    assert (
        reverse("study-send", args=[study.id])
        not in client.get(reverse("study", args=[study.id])).content.decode()
    )


@pytest.mark.parametrize("role", [each for each in Role if each not in OFFICERS], ids=str)
def test_nobody_else_keeps_or_sends(study, role):
    visitor = browser("US", role)

    assert visitor.post(reverse("study-send", args=[study.id])).status_code == 403
    assert visitor.post(reverse("study-keep", args=["pair"])).status_code == 403
    assert not ProposedItem.objects.exists()


def test_pm_03_whoever_has_not_signed_in_is_refused(study, client):
    answer = client.post(reverse("study-send", args=[study.id]))

    assert (answer.status_code, "PM-03" in answer.content.decode()) == (403, True)


def test_neither_is_done_by_opening_an_address_or_from_another_site(study):
    visitor = browser("MX", Role.COORDINATOR)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(visitor.person, backend="hled.dialogue.delegations.web.backends.PersonBackend")

    for where in (reverse("study-send", args=[study.id]), reverse("study-keep", args=["pair"])):
        assert visitor.get(where).status_code == 405
        assert strict.post(where).status_code == 403
    assert not ProposedItem.objects.exists()


def test_mt_03_a_study_is_sent_once(study, bundled):
    send_to_agenda(id=study.id, by="Ana Ruiz", at=bundled)

    answer = browser("MX", Role.COORDINATOR).post(reverse("study-send", args=[study.id]))

    assert (answer.status_code, "MT-03" in answer.content.decode()) == (400, True)
    assert ProposedItem.objects.count() == 1


def test_what_cannot_be_asked_or_is_not_there_is_refused(bundled):
    visitor = browser("MX", Role.COORDINATOR)

    wrong = visitor.post(reverse("study-keep", args=["pair"]), {"one": "MEX.c99"})
    assert (wrong.status_code, "IO-13" in wrong.content.decode()) == (400, True)
    assert visitor.post(reverse("study-keep", args=["nothing"])).status_code == 404
    assert visitor.post(reverse("study-send", args=["S-0000000000"])).status_code == 404
    assert not Study.objects.exists()
