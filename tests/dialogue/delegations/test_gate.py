"""Every address names its action, and answers each visitor as the matrix says."""

from dataclasses import dataclass

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from tests.dialogue.delegations.making_people import AppointmentFactory, PersonFactory, officer

from hled.dialogue.delegations.domain.permissions import EVERY_ACTOR, Standing, allowed
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Person
from hled.dialogue.delegations.web.gate import GateMiddleware
from hled.dialogue.docket.permissions import IMPORT_SUBMISSIONS
from hled.interfaces.acting import Route, every_route
from hled.kernel.action import Reach, Whose

ROUTES = list(every_route())


def test_every_page_and_every_endpoint_names_an_action():
    assert len(ROUTES) > 80
    assert [(route.pattern, route.methods) for route in ROUTES if route.named is None] == []


def test_every_action_that_is_named_stands_in_the_matrix():
    nowhere = {
        route.named.action.name
        for route in ROUTES
        if route.named
        and not any(
            allowed([actor], route.named.action, state, whose)
            for actor in EVERY_ACTOR
            for state in route.named.action.states
            for whose in Whose
        )
    }

    assert nowhere == set()


def test_of_the_endpoints_of_the_api_one_writes():
    writing = [
        (route.pattern, route.named.action)
        for route in ROUTES
        if route.pattern.startswith("api/") and route.named.action.reach is not Reach.PUBLIC
    ]

    assert writing == [("api/v1/docket/calls/<code>/submissions", IMPORT_SUBMISSIONS)]


def test_pm_01_an_address_without_an_action_is_closed(bundled, settings, client):
    settings.ROOT_URLCONF = "tests.dialogue.delegations.unmarked_routes"

    english, spanish, endpoint = (client.get(f"/{place}") for place in ("en/open/", "es/open/", "api/open/"))

    assert {answer.status_code for answer in (english, spanish, endpoint)} == {403}
    assert "names the action" in english.content.decode()
    assert "nombra la acción" in spanish.content.decode()
    assert endpoint.json()["findings"][0]["code"] == "PM-01"


@dataclass
class Seat:
    """A visitor of a Party in a role, or none."""

    person: Person | None

    def client(self) -> Client:
        browser = Client()
        if self.person:
            browser.force_login(self.person, backend="hled.dialogue.delegations.web.backends.PersonBackend")
        return browser


def seat(party: str | None, role: Role | None) -> Seat:
    if party is None:
        return Seat(None)
    person = officer(party, role) if role else PersonFactory(party=party)
    person.is_sample = True  # stands for a second factor, which has tests of its own
    person.save()
    return Seat(person)


def address(route: Route, target: Person, term: int) -> str | None:
    """An address of the route about a person of a Party; None for what the library opens in the middle of a sign-in."""
    if not route.name or "<" not in route.pattern:
        return reverse(route.name) if route.name else None
    parts = {"person": target.pk}
    if "<int:term>" in route.pattern:
        parts["term"] = term
    return reverse(route.name, kwargs=parts)


PEOPLES = [
    route
    for route in ROUTES
    if route.named
    and route.named.action.reach is Reach.PEOPLE
    and ("<" not in route.pattern or "<int:person>" in route.pattern)
]
"""Those about a person; those about a credential stand with the acts that enroll and revoke it."""
OWN_ACCOUNT = [
    route
    for route in ROUTES
    if route.named and route.named.action.reach is Reach.ACCOUNT and "<" not in route.pattern
]


@pytest.mark.parametrize("role", [None, *Role], ids=str)
@pytest.mark.parametrize("party", ["US", "MX"])
def test_people_answer_each_visitor_as_the_matrix_says(bundled, role, party):
    browser = seat(party, role).client()
    targets = {each: PersonFactory(party=each) for each in ("US", "MX")}
    terms = {each: AppointmentFactory(person=targets[each]).pk for each in targets}
    actors = [*Standing, *([role] if role else [])]
    told, expected = {}, {}

    for route in PEOPLES:
        for of, target in targets.items():
            whose = Whose.OTHER if of != party and callable(route.named.on) else Whose.OWN
            answer = browser.get(address(route, target, terms[of]))
            told[route.name, of] = answer.status_code
            if allowed(actors, route.named.action, "any", whose):
                expected[route.name, of] = 200 if route.name in {"people", "person"} else 405
            else:
                expected[route.name, of] = 404 if whose is Whose.OTHER else 403
                assert target.email not in answer.content.decode()

    assert len(told) == 2 * len(PEOPLES) >= 14
    assert told == expected


def test_whoever_has_not_signed_in_is_led_to_the_entrance(bundled, client):
    target = PersonFactory(party="MX")
    term = AppointmentFactory(person=target).pk
    entrance = reverse("account_login")

    for route in [*PEOPLES, *OWN_ACCOUNT]:
        where = address(route, target, term)
        shown, sent = client.get(where), client.post(where)

        assert (route.name, shown.status_code, shown.url.split("?")[0]) == (route.name, 302, entrance)
        assert (route.name, sent.status_code) == (route.name, 403)
        assert "PM-03" in sent.content.decode()


@pytest.mark.parametrize("role", [None, *Role], ids=str)
def test_an_account_is_open_to_its_person_in_any_role(bundled, role):
    browser = seat("MX", role).client()

    told = {route.name: browser.get(reverse(route.name)) for route in OWN_ACCOUNT}

    assert len(told) > 10
    assert {name: answer.status_code for name, answer in told.items() if answer.status_code >= 400} == {
        "account-notices": 405,
        "sign-out-everywhere": 405,
        "keys-passkey": 405,
        "keys-public": 405,
        "mfa_deactivate_totp": 404,
        "mfa_view_recovery_codes": 404,
    }


def test_public_pages_and_endpoints_are_open_before_anyone_is_asked_who_she_is():
    public = [route for route in ROUTES if route.named and route.named.action.reach is Reach.PUBLIC]
    gate, asking = GateMiddleware(lambda _: HttpResponse()), RequestFactory()

    opened = [
        route.pattern
        for route in public
        for method in route.methods or ("GET", "POST")
        if gate.process_view(asking.generic(method, "/"), route.view, (), {}) is None
    ]

    assert len(public) > 70
    assert set(opened) == {route.pattern for route in public}


def test_a_shut_out_person_loses_the_session_at_once(bundled):
    visitor = seat("MX", Role.PARTY_ADMINISTRATOR)
    browser = visitor.client()
    assert browser.get(reverse("people")).status_code == 200

    Person.objects.filter(pk=visitor.person.pk).update(is_active=False)

    assert browser.get(reverse("people")).status_code == 302


def test_a_term_that_is_over_closes_the_page_on_the_next_day(bundled):
    visitor = seat("MX", Role.PARTY_ADMINISTRATOR)
    browser = visitor.client()
    visitor.person.appointments.update(ends_on=bundled.date())
    assert browser.get(reverse("people")).status_code == 200

    visitor.person.appointments.update(ends_on="2026-11-22")

    assert browser.get(reverse("people")).status_code == 403


def test_an_operator_sees_nothing_of_either_party(bundled):
    operator = PersonFactory(party=None)
    AppointmentFactory(person=operator, role=Role.PARTY_ADMINISTRATOR)
    browser = Seat(operator).client()

    answers = [browser.get(reverse("person", args=[PersonFactory(party=party).pk])) for party in ("US", "MX")]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert browser.get(reverse("people")).status_code == 403


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.OBSERVER}))
def test_pm_04_whoever_acts_sets_up_a_second_factor_first(bundled, role):
    person = officer("MX", role)
    browser = Seat(person).client()

    shown, sent = browser.get(reverse("people")), browser.post(reverse("enroll"), {"name": "A"})

    assert (shown.status_code, shown.url.split("?")[0]) == (302, reverse("mfa_index"))
    assert sent.status_code == 403
    assert "PM-04" in sent.content.decode()
    assert browser.get(reverse("account")).status_code == 200


def test_pm_05_a_forged_form_is_refused_in_both_languages(bundled):
    browser = Client(enforce_csrf_checks=True)

    answers = [
        browser.post(f"/{language}/sign-in/", {"login": "a", "password": "b"}) for language in ("en", "es")
    ]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert all("PM-05" in answer.content.decode() for answer in answers)
    assert "su propia página" in answers[1].content.decode()


def test_pages_of_a_visitor_are_kept_by_nobody(bundled):
    visitor = seat("US", Role.COORDINATOR)
    browser = visitor.client()
    mine, public = browser.get(reverse("account")), browser.get(reverse("meetings"))
    anonymous = Client().get(reverse("meetings"))

    assert "no-store" in mine["Cache-Control"]
    assert "no-store" in public["Cache-Control"]
    assert visitor.person.name in public.content.decode()
    assert visitor.person.name not in anonymous.content.decode()
    assert "no-store" not in anonymous.get("Cache-Control", "")
    assert not anonymous.cookies


def test_reading_without_an_account_asks_no_session_and_sets_no_cookie(
    bundled, django_assert_max_num_queries
):
    answers = [Client().get(reverse(name)) for name in ("scoreboard", "meetings", "offices", "about")]

    assert [dict(answer.cookies) for answer in answers] == [{}, {}, {}, {}]
