"""The log tells who came in and who did not, and keeps no secret."""

import logging
import re

import pytest
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client
from django.urls import reverse
from tests.dialogue.delegations.making_people import PASSWORD, PersonFactory, officer

from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Person
from hled.dialogue.delegations.services.access import choose_password, shut_out, take_factors_away


@pytest.fixture
def person(bundled) -> Person:
    found = officer("MX", Role.COORDINATOR)
    found.set_password(PASSWORD)
    found.save()
    return found


@pytest.fixture
def heard(caplog):
    """Events of security so far, by their first word."""
    caplog.set_level(logging.INFO)

    def events() -> list[str]:
        return [each.getMessage().split(" ")[0] for each in caplog.records if each.name == "hled.security"]

    return events


def enter(client: Client, email: str, password: str):
    return client.post(reverse("account_login"), {"login": email, "password": password})


def test_signing_in_and_out_is_logged_with_person_factor_and_place(person, client, heard, caplog):
    enter(client, person.email, PASSWORD)
    client.post(reverse("account_logout"))

    assert heard() == ["signed-in", "signed-out"]
    assert f"signed-in person='{person.pk}' by='password' at='127.0.0.1'" in caplog.messages


def test_failures_and_the_lock_are_logged_without_what_was_typed(person, heard, caplog):
    for _ in range(5):
        enter(Client(), person.email, "my-other-secret")

    assert sorted(heard()) == ["name-locked", *["sign-in-failed"] * 5]
    written = "\n".join(each.getMessage() for each in caplog.records)
    assert "my-other-secret" not in written
    assert person.email not in written
    assert len(set(re.findall(r"tried='([0-9a-f]{12})'", written))) == 1


def test_a_failed_code_is_logged_without_the_code(person, client, heard, caplog):
    TOTP.activate(person, generate_totp_secret())
    enter(client, person.email, PASSWORD)
    client.post(reverse("mfa_authenticate"), {"code": "918273"})

    assert heard() == ["code-failed"]
    assert "918273" not in caplog.text


def test_changes_of_password_and_factors_are_logged(
    person, client, heard, caplog, django_capture_on_commit_callbacks
):
    enter(client, person.email, PASSWORD)
    client.post(
        reverse("account_change_password"),
        {
            "oldpassword": PASSWORD,
            "password1": "otra-frase-muy-distinta-77",
            "password2": "otra-frase-muy-distinta-77",
        },
    )
    where = reverse("mfa_activate_totp")
    client.post(client.get(where).url, {"password": "otra-frase-muy-distinta-77", "next": where})
    secret = re.findall(r"<code>([A-Z2-7]{32})</code>", client.get(where).content.decode())[0]
    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    with django_capture_on_commit_callbacks(execute=True):
        client.post(where, {"code": code})

    assert heard() == ["signed-in", "password-changed", "factor-added", "factor-added"]
    assert secret not in caplog.text


def test_what_an_administrator_does_to_an_account_is_logged(bundled, today, heard):
    administrator, other = officer("MX", Role.PARTY_ADMINISTRATOR), PersonFactory(party="MX")
    name, token = take_factors_away(person=other, by=administrator, at=today)
    choose_password(name=name, token=token, password="cuatro palabras sin relación")
    shut_out(person=other, by=administrator, at=today)

    assert heard() == ["factors-taken-away", "first-password-chosen", "shut-out"]


def test_a_refusal_at_the_door_is_logged_with_rule_person_and_address(person, client, caplog):
    enter(client, person.email, PASSWORD)
    client.post(reverse("begin-proposal"))

    assert any(
        each.getMessage().startswith("PM-") and f"person={person.pk}" in each.getMessage()
        for each in caplog.records
    )


def test_signing_out_asks_the_browser_to_forget(person, client):
    enter(client, person.email, PASSWORD)

    assert client.post(reverse("account_logout"))["Clear-Site-Data"] == '"cache", "storage"'
