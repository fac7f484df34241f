"""Agencies send the submissions of their own docket in one request."""

import pytest
from django.test import Client
from tests.dialogue.docket.in_the_docket import ANA, BEN, PLAN
from tests.dialogue.docket.test_desk import browser

from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.docket.models import Submission, Submitter
from hled.dialogue.docket.services.calls import announce_call
from hled.kernel.party import Party
from hled.project.api import api

pytestmark = pytest.mark.filterwarnings("ignore:No directory at")


@pytest.fixture
def call(bundled):
    return announced(bundled)


def announced(day, party=None, by=ANA):
    plan = type(PLAN)(
        title=PLAN.title,
        about=PLAN.about,
        questions=PLAN.questions,
        party=party,
        opens_on=day.date(),
        closes_on=day.date(),
    )
    return announce_call(plan=plan, by=by, at=day)


def row(number=1, **changes):
    return {
        "source_id": f"SE-{number}",
        "text": f"El puente {number} tarda seis horas cada martes.",
        "language": "es",
        "name": "Perla Quetzalcóatl",
        "email": "perla@secreto.example",
        "answers": {"1": "Laredo"},
        **changes,
    }


def send(visitor, call, *rows, code=None):
    address = f"/api/v1/docket/calls/{code or call.code}/submissions"
    return visitor.post(address, {"items": list(rows)}, content_type="application/json")


def test_all_are_taken_in_and_told_by_their_identifiers(call):
    answer = send(browser("MX", Role.AGENCY_OFFICER), call, row(1), row(2))

    assert answer.status_code == 200
    assert [(each["source_id"], each["state"]) for each in answer.json()["items"]] == [
        ("SE-1", "filed"),
        ("SE-2", "filed"),
    ]
    first = Submission.objects.get(source_id="SE-1")
    assert (first.intake, first.source, answer.json()["items"][0]["id"]) == ("MX", "api", first.code)
    assert first.submitter.name == "Perla Quetzalcóatl"
    assert "Quetz" not in answer.content.decode()


def test_what_is_sent_twice_is_taken_in_once(call):
    visitor = browser("MX", Role.COORDINATOR)
    send(visitor, call, row(1))

    again = send(visitor, call, row(1), row(2))

    assert [each["state"] for each in again.json()["items"]] == ["known", "filed"]
    assert Submission.objects.count() == 2


def test_one_wrong_row_refuses_all_and_is_named_by_its_place(call):
    answer = send(
        browser("MX", Role.COORDINATOR), call, row(1), row(2, text="", answers={}), row(1, kind="martian")
    )

    assert answer.status_code == 400
    assert [(each["code"], each["place"]) for each in answer.json()["findings"]] == [
        ("DK-01", "items[1]: text"),
        ("DK-72", "items[2]: id"),
        ("DK-07", "items[2]: kind"),
        ("DK-78", "table"),
    ]
    assert Submission.objects.count() == Submitter.objects.count() == 0


@pytest.mark.parametrize(
    ("sent", "place"),
    [
        ({"items": [{"source_id": "SE-1", "language": "es", "txet": "no"}]}, "items[0].txet"),
        ({"items": [{"language": "es"}]}, "items[0].source_id"),
        ({}, "items"),
    ],
)
def test_a_misspelled_or_missing_field_is_named(call, sent, place):
    visitor = browser("MX", Role.COORDINATOR)

    answer = visitor.post(
        f"/api/v1/docket/calls/{call.code}/submissions", sent, content_type="application/json"
    )

    assert answer.status_code == 400
    assert answer.json()["findings"][0]["place"] == place


@pytest.mark.parametrize("count", [0, 1001])
def test_dk_79_too_many_or_none_are_refused(call, count):
    answer = send(browser("MX", Role.COORDINATOR), call, *(row(each) for each in range(count)))

    assert [each["code"] for each in answer.json()["findings"]] == ["DK-79"]


@pytest.mark.parametrize(
    ("party", "role", "status"),
    [
        ("MX", Role.COORDINATOR, 200),
        ("US", Role.AGENCY_OFFICER, 200),
        ("US", Role.OBSERVER, 403),
        ("MX", Role.PARTY_ADMINISTRATOR, 403),
        ("MX", Role.LANGUAGE_OFFICER, 403),
    ],
)
def test_coordinators_and_officers_of_agencies_may(call, party, role, status):
    assert send(browser(party, role), call, row(1)).status_code == status


def test_nobody_else_may(call):
    assert send(Client(), call, row(1)).status_code == 403
    assert Submission.objects.count() == 0


def test_a_request_forged_by_another_site_is_refused(call):
    inside = browser("MX", Role.COORDINATOR)
    visitor = Client(enforce_csrf_checks=True)
    visitor.cookies = inside.cookies

    assert send(visitor, call, row(1)).status_code == 403
    assert Submission.objects.count() == 0


def test_a_call_of_the_other_party_and_an_unknown_one_are_refused(bundled):
    theirs = announced(bundled, Party.US, BEN)
    visitor = browser("MX", Role.COORDINATOR)

    assert [each["code"] for each in send(visitor, theirs, row(1)).json()["findings"]] == ["DK-18"]
    assert send(visitor, theirs, row(1), code="DC-9999").status_code == 404


def test_more_than_a_request_may_hold_is_refused_and_the_server_stays_up(call):
    visitor = browser("MX", Role.COORDINATOR)

    answer = send(visitor, call, row(1, text="x" * 3_000_000))

    assert answer.status_code == 400
    assert send(visitor, call, row(1)).status_code == 200


@pytest.mark.parametrize(
    ("language", "said"), [("en", "took in many submissions"), ("es", "recibió muchas aportaciones")]
)
def test_the_history_of_the_call_tells_what_was_taken_in(call, language, said):
    visitor = browser("MX", Role.COORDINATOR)
    send(visitor, call, row(1), row(2))

    page = visitor.get(f"/{language}/docket/desk/calls/{call.code}/change/")

    assert page.status_code == 200
    assert said in page.content.decode()


def test_what_the_endpoint_may_answer_is_described():
    described = api.get_openapi_schema()["paths"]["/api/v1/docket/calls/{code}/submissions"]["post"]

    assert {400, 403, 404} <= {int(each) for each in described["responses"]}
