"""Officers of both Parties plan a meeting on pages, and nobody else does."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.dialogue.delegations.making_people import officer
from tests.dialogue.meetings.at_the_table import ANA, SAID, docx, planned

from hled.dialogue.accord.models import Proposal
from hled.dialogue.delegations.domain.permissions import Standing, allowed
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Office
from hled.dialogue.meetings.models import AgendaPoint, PlannedMeeting
from hled.dialogue.meetings.permissions import ACTIONS, PLAN_MEETING, STATES
from hled.dialogue.meetings.services.agenda import take_up
from hled.interfaces.acting import every_route
from hled.kernel.action import ANY_STATE, Whose

pytestmark = pytest.mark.filterwarnings("ignore:No directory at")
FORMS = {"plan-meeting", "change-meeting", "agenda-editor", "agenda-point"}
"""Routes that show something; the others only take a form."""
FORM = {
    "series": "cabinet",
    "begins": "2027-03-04T09:00",
    "ends": "2027-03-04T12:00",
    "zone": "America/Mexico_City",
    "place_en": "Mexico City",
    "place_es": "Ciudad de México",
}
POINT = {
    "title_en": "Semiconductors",
    "title_es": "Semiconductores",
    "reason_en": "Late.",
    "reason_es": "Tarde.",
    "minutes": "20",
    "pillar": "P1",
}


def browser(party, role=Role.COORDINATOR):
    client = Client()
    person = officer(party, role, is_sample=True)
    client.force_login(person, backend="hled.dialogue.delegations.web.backends.PersonBackend")
    return client


@pytest.fixture
def ours(bundled):
    return browser("US")


@pytest.fixture
def theirs(bundled):
    return browser("MX")


@pytest.fixture
def meeting(bundled):
    return planned(bundled)


def test_a_coordinator_plans_a_meeting_that_both_parties_see_and_the_public_does_not(ours, theirs, client):
    answer = ours.post("/en/meetings/plan/", FORM)

    page = answer["Location"]
    assert answer.status_code == 302
    assert [each.get(page).status_code for each in (ours, theirs, client)] == [200, 200, 404]


def test_mt_04_a_meeting_that_ends_before_it_starts_is_refused_and_the_form_keeps_what_was_typed(ours):
    answer = ours.post("/es/meetings/plan/", FORM | {"ends": "2027-03-04T08:00"})

    assert answer.status_code == 400
    assert "MT-04" in answer.content.decode()
    assert 'value="2027-03-04T08:00"' in answer.content.decode()
    assert not PlannedMeeting.objects.exists()


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.LANGUAGE_OFFICER, Role.SIGNING_OFFICER, None])
def test_who_has_no_such_role_plans_nothing(bundled, client, role):
    visitor = browser("MX", role) if role else client

    assert visitor.post("/en/meetings/plan/", FORM).status_code in {302, 403}
    assert not PlannedMeeting.objects.exists()


def test_mt_13_the_second_of_two_editors_sees_both_texts_and_loses_none(bundled, meeting, ours, theirs):
    point = take_up(meeting=meeting, said=SAID, by=ANA, at=bundled)
    page = f"/en/meetings/points/{point.code}/"
    assert theirs.post(page, POINT | {"minutes": "45", "read": "1"}).status_code == 302

    answer = ours.post(page, POINT | {"reason_en": "<script>Ours</script>", "read": "1"})

    text = answer.content.decode()
    assert answer.status_code == 409
    assert [
        each for each in ("MT-13", "&lt;script&gt;Ours", ">45<", 'name="read" value="2"') if each not in text
    ] == []
    assert "<script>Ours" not in text
    point.refresh_from_db()
    assert (point.minutes, point.reason_en) == (45, "Late.")
    assert ours.post(page, POINT | {"reason_en": "Ours", "read": "2"}).status_code == 302


def test_a_suggestion_is_taken_up_with_its_reason_and_minutes(meeting, ours):
    editor = f"/en/meetings/{meeting.code}/agenda/"
    assert "Cabinet meeting: last held" in ours.get(editor).content.decode()

    ours.post(f"{editor}accept/", {"origin": "cabinet"})

    point = AgendaPoint.objects.get()
    assert (point.kind, point.origin, point.minutes) == ("alert", "cabinet", 15)
    assert "meses de atraso" in point.reason_es
    assert ours.post(f"{editor}accept/", {"origin": "nothing"}).status_code == 404


def test_points_are_moved_and_dropped(bundled, meeting, ours, theirs):
    first, second = (take_up(meeting=meeting, said=SAID, by=ANA, at=bundled) for _ in range(2))
    meeting.refresh_from_db()

    ours.post(f"/en/meetings/points/{second.code}/move/", {"to": "1", "read": meeting.agenda_version})
    late = theirs.post(f"/en/meetings/points/{first.code}/move/", {"to": "2", "read": meeting.agenda_version})
    theirs.post(f"/en/meetings/points/{first.code}/drop/", {"read": "1"})

    assert late.status_code == 409
    assert list(meeting.agenda.filter(dropped_at=None)) == [second]


def test_each_party_fills_its_own_seats(meeting, ours, theirs):
    own, other = (Office.objects.filter(party=party).first() for party in ("US", "MX"))
    page = f"/en/meetings/{meeting.code}/delegation/"

    ours.post(page, {"office": [own.pk, ""], "role": ["head", "member"], "name": ["Ben Hall", ""]})
    refused = ours.post(page, {"office": [other.pk], "role": ["head"], "name": ["Ana"]})

    assert refused.status_code == 400
    assert "MT-16" in refused.content.decode()
    assert [(each.party, each.name) for each in meeting.seats.all()] == [("US", "Ben Hall")]


def test_an_internal_paper_is_opened_by_its_own_party_alone(meeting, ours, theirs, client):
    sent = {"title_en": "Position", "title_es": "Posición", "seen_by": "own"}
    ours.post(
        f"/en/meetings/{meeting.code}/papers/",
        sent | {"paper": SimpleUploadedFile("position.docx", docx())},
    )

    paper = meeting.papers.get()
    page = f"/en/meetings/papers/{paper.code}/"
    assert [each.get(page).status_code for each in (ours, theirs, client)] == [200, 404, 404]
    assert "no-store" in ours.get(page)["Cache-Control"]
    assert paper.code not in theirs.get(f"/en/meetings/{meeting.code}/").content.decode()


def test_mt_22_a_paper_with_macros_is_refused_on_the_page(meeting, ours):
    sent = {"title_en": "Position", "title_es": "Posición", "seen_by": "own"}
    macros = SimpleUploadedFile("position.docx", docx(**{"word/vbaProject.bin": b"x"}))

    answer = ours.post(f"/es/meetings/{meeting.code}/papers/", sent | {"paper": macros})

    assert answer.status_code == 400
    assert "MT-22" in answer.content.decode()
    assert not meeting.papers.exists()


def test_mt_26_minutes_before_the_meeting_warn_and_are_a_draft_of_one_party(meeting, ours, theirs):
    answer = ours.post(f"/en/meetings/{meeting.code}/minutes/")

    assert (answer.status_code, "MT-26" in answer.content.decode()) == (200, True)
    assert Proposal.objects.get().text.subject == f"{meeting.code}/minutes"
    assert "Only the Parties see this" in ours.get(f"/en/meetings/{meeting.code}/").content.decode()
    assert "Only the Parties see this" not in theirs.get(f"/en/meetings/{meeting.code}/").content.decode()


def test_a_decision_is_begun_under_the_next_number_and_goes_on_as_a_proposal(bundled, meeting, ours, theirs):
    PlannedMeeting.objects.filter(pk=meeting.pk).update(state="held")
    page = f"/en/meetings/{meeting.code}/decisions/"

    refused = ours.post(page, {"title_en": "Open a lane", "title_es": " "})
    begun = ours.post(page, {"title_en": "Open a lane", "title_es": "Abrir un carril"})
    theirs.post(page, {"title_en": "Meet again", "title_es": "Reunirse de nuevo"})

    first, second = Proposal.objects.order_by("id")
    assert (refused.status_code, "MT-10" in refused.content.decode()) == (400, True)
    assert begun["Location"] == reverse("proposal", args=[first.pk])
    assert [each.text.subject for each in (first, second)] == [f"{meeting.code}/D1", f"{meeting.code}/D2"]
    assert ours.get(begun["Location"]).status_code == 200


def test_a_decision_names_the_point_on_which_it_is_taken_and_none_of_another_meeting(bundled, meeting, ours):
    own = take_up(meeting=meeting, said=SAID, by=ANA, at=bundled)
    foreign = take_up(
        meeting=planned(bundled, begins="2027-04-04T09:00", ends="2027-04-04T12:00"),
        said=SAID,
        by=ANA,
        at=bundled,
    )
    PlannedMeeting.objects.filter(pk=meeting.pk).update(state="held")
    page, title = (
        f"/en/meetings/{meeting.code}/decisions/",
        {"title_en": "Open a lane", "title_es": "Abrir un carril"},
    )

    refused = ours.post(page, title | {"point": foreign.code})
    begun = ours.post(page, title | {"point": own.code})

    assert (refused.status_code, "MT-29" in refused.content.decode()) == (400, True)
    assert Proposal.objects.get().fields["point"] == own.code
    assert begun.status_code == 302


def test_a_meeting_is_announced_cancelled_and_says_why_to_the_public(meeting, ours, theirs, client):
    page = f"/en/meetings/{meeting.code}/"
    ours.post(f"{page}announce/")
    assert client.get(page).status_code == 200

    theirs.post(f"{page}cancel/", {"reason_en": "Storm", "reason_es": "Tormenta"})

    assert "Storm" in client.get(page).content.decode()
    assert ours.post(f"{page}hold/").status_code == 403


def address(route, code, point):
    parts = {"code": point if "points/" in route.pattern else code} if "<" in route.pattern else {}
    return reverse(route.name, kwargs=parts)


@pytest.mark.parametrize("role", [None, *Role], ids=str)
@pytest.mark.parametrize("state", STATES)
def test_every_route_answers_each_role_in_each_state_as_the_matrix_says(bundled, meeting, role, state):
    point = take_up(meeting=meeting, said=SAID, by=ANA, at=bundled)
    reason = {"cancelled_en": "Storm", "cancelled_es": "Tormenta"} if state == "cancelled" else {}
    PlannedMeeting.objects.filter(pk=meeting.pk).update(state=state, **reason)
    visitor = browser("MX", role) if role else Client()
    routes = [each for each in every_route() if each.named and each.named.action in {PLAN_MEETING, *ACTIONS}]
    told, expected = {}, {}

    for route in routes:
        action = route.named.action
        of = state if len(action.states) > 1 else ANY_STATE
        told[route.name] = visitor.get(address(route, meeting.code, point.code)).status_code
        if role is None:
            expected[route.name] = 302
        elif allowed([*Standing, role], action, of, Whose.JOINT):
            expected[route.name] = 200 if route.name in FORMS else 405
        else:
            expected[route.name] = 403

    assert len(told) == len(routes) >= 14
    assert told == expected
