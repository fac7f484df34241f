"""Coming in: password, second factor, lock-out, limits of a session, first link; and samples of a demonstration."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from tests.dialogue.delegations.making_people import PASSWORD, PersonFactory, officer

from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Person
from hled.dialogue.delegations.services.access import first_link, take_factors_away
from hled.dialogue.delegations.services.samples import make_samples, read_samples
from hled.kernel.rule import BrokenRuleError

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def with_password(person: Person) -> Person:
    person.set_password(PASSWORD)
    person.save()
    return person


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def try_password(browser: Client, email: str, password: str = PASSWORD, language: str = "en"):
    return browser.post(f"/{language}/sign-in/", {"login": email, "password": password})


def is_in(browser: Client) -> bool:
    return browser.get(reverse("account")).status_code == 200


@pytest.fixture
def person(bundled) -> Person:
    return with_password(officer("MX", Role.COORDINATOR))


def test_a_password_alone_brings_in_who_has_no_second_factor_and_a_new_session_key(person, client):
    client.get(reverse("account_login"))
    before = client.session.session_key

    answer = try_password(client, person.email.upper())

    assert (answer.status_code, answer.url) == (302, reverse("account"))
    assert client.session.session_key not in {None, before}
    assert person.password.startswith("argon2$argon2id$")


def test_a_code_is_asked_for_and_is_good_once(person, client):
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    stored = Authenticator.objects.get(user=person).data["secret"]
    assert secret not in stored

    assert try_password(client, person.email).url == reverse("mfa_authenticate")
    assert not is_in(client)
    client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert not is_in(client)
    code = code_of(secret)
    client.post(reverse("mfa_authenticate"), {"code": code})
    assert is_in(client)

    again = Client()
    try_password(again, person.email)
    replayed = again.post(reverse("mfa_authenticate"), {"code": code})

    assert "was used before" in replayed.content.decode()
    assert not is_in(again)


def test_a_recovery_code_stands_in_once(person, client):
    TOTP.activate(person, generate_totp_secret())
    code = RecoveryCodes.activate(person).get_unused_codes()[0]
    try_password(client, person.email)
    client.post(reverse("mfa_authenticate"), {"code": code})
    assert is_in(client)

    again = Client()
    try_password(again, person.email)
    again.post(reverse("mfa_authenticate"), {"code": code})

    assert not is_in(again)


@pytest.mark.parametrize("enrolled", [True, False])
def test_si_01_a_name_is_locked_after_five_failures_whether_anybody_has_it_or_not(bundled, enrolled):
    email = with_password(PersonFactory()).email if enrolled else "nobody@ejemplo.example"
    browser = Client()

    failures = [try_password(browser, email, "wrong", "es") for _ in range(5)]
    right = try_password(Client(REMOTE_ADDR="10.9.8.7"), email, PASSWORD, "en")

    assert [answer.status_code for answer in failures] == [200, 200, 200, 200, 429]
    assert "SI-01" in failures[-1].content.decode()
    assert "cuarto de hora" in failures[-1].content.decode()
    assert right.status_code == 429
    with time_machine.travel(NOW + timedelta(minutes=16), tick=False):
        later = try_password(Client(), email)
    assert later.status_code == (302 if enrolled else 200)


def _without_tokens(answer) -> str:
    return re.sub(r'value="[^"]*"|nonce="[^"]*"', "", answer.content.decode())


def test_a_wrong_answer_does_not_tell_whether_the_account_exists(bundled):
    known = with_password(PersonFactory(email="known@ejemplo.example"))
    shut = with_password(PersonFactory(email="close@ejemplo.example", is_active=False))

    answers = [
        try_password(Client(), known.email, "wrong"),
        try_password(Client(), "other@ejemplo.example", "wrong"),
        try_password(Client(), shut.email, PASSWORD),
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert len({_without_tokens(answer) for answer in answers}) == 1


def test_failed_codes_count_as_attempts(person, client):
    TOTP.activate(person, generate_totp_secret())
    try_password(client, person.email)

    told = [client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code for _ in range(6)]

    assert told[:4] == [200] * 4
    assert told[-1] == 429
    assert try_password(Client(), person.email).status_code == 429


def test_a_session_ends_when_idle_and_at_its_absolute_limit(person, settings):
    idle, busy = Client(), Client()
    try_password(idle, person.email)
    try_password(busy, person.email)
    with time_machine.travel(NOW + timedelta(seconds=settings.SESSION_IDLE_SECONDS - 1), tick=False):
        assert is_in(busy)
    with time_machine.travel(NOW + timedelta(seconds=settings.SESSION_IDLE_SECONDS + 1), tick=False):
        assert not is_in(idle)
        assert is_in(busy)

    step = settings.SESSION_IDLE_SECONDS - 60
    for moment in range(step, settings.SESSION_COOKIE_AGE, step):
        with time_machine.travel(NOW + timedelta(seconds=moment), tick=False):
            assert is_in(busy)
    with time_machine.travel(NOW + timedelta(seconds=settings.SESSION_COOKIE_AGE + 1), tick=False):
        assert not is_in(busy)


def test_signing_out_ends_the_session_in_the_store(person, client):
    try_password(client, person.email)
    key = client.session.session_key

    client.post(reverse("account_logout"))

    assert not Session.objects.filter(session_key=key).exists()
    assert not is_in(client)


def listed(browser: Client) -> list[tuple[str, str]]:
    """What the account says of each session: where it is ended, and the browser."""
    page = browser.get(reverse("account")).content.decode()
    rows = page[page.index('id="sessions"') : page.index("Salir aquí")].split("<tr>")[2:]
    return [(re.search(r'action="([^"]+)"', each)[1], re.search(r"Firefox|Safari", each)[0]) for each in rows]


def test_an_officer_sees_her_sessions_and_ends_one_without_the_others(person):
    desk, phone = Client(HTTP_USER_AGENT="Firefox 140"), Client(HTTP_USER_AGENT="Safari 19 <b>")
    for each in (desk, phone):
        try_password(each, person.email, language="es")
    colleague = Client(HTTP_USER_AGENT="Firefox 140")
    try_password(colleague, with_password(officer("MX", Role.OBSERVER)).email, language="es")

    found = listed(desk)
    assert [browser for _, browser in found] == ["Firefox", "Safari"]
    assert "Safari 19 <b>" not in desk.get(reverse("account")).content.decode()
    ended = sends(desk, found[1][0])

    assert ended.status_code == 302
    assert (is_in(desk), is_in(phone), is_in(colleague)) == (True, False, True)
    assert [browser for _, browser in listed(desk)] == ["Firefox"]


def sends(browser: Client, address: str):
    """Sends a form that asks to show again who one is, and shows it."""
    asked = browser.post(address)
    assert asked.url.startswith("/es/account/again/")
    return browser.post(asked.url, {"password": PASSWORD, "next": address})


def test_a_session_stays_until_its_owner_has_shown_again_who_she_is(person, client):
    client.defaults["HTTP_USER_AGENT"] = "Firefox"
    try_password(client, person.email, language="es")

    asked = client.post(listed(client)[0][0])
    wrong = client.post(asked.url, {"password": "wrong", "next": listed(client)[0][0]})

    assert wrong.status_code == 200
    assert is_in(client)


def test_si_05_nobody_ends_the_session_of_another_nor_learns_its_key(person):
    hers, theirs = Client(HTTP_USER_AGENT="Firefox"), Client(HTTP_USER_AGENT="Safari")
    try_password(hers, person.email, language="es")
    try_password(theirs, with_password(officer("MX", Role.OBSERVER)).email, language="es")
    address = listed(theirs)[0][0]

    answer = sends(hers, address)

    assert (answer.status_code, "SI-05" in answer.content.decode()) == (404, True)
    assert is_in(theirs)
    assert theirs.session.session_key not in theirs.get(reverse("account")).content.decode()


def test_who_ends_the_session_of_this_browser_is_signed_out(person, client):
    client.defaults["HTTP_USER_AGENT"] = "Firefox"
    try_password(client, person.email, language="es")

    sends(client, listed(client)[0][0])

    assert not is_in(client)
    assert not Session.objects.exists()


def test_signing_out_everywhere_ends_every_session(person):
    here, there = Client(), Client()
    try_password(here, person.email)
    try_password(there, person.email)
    assert is_in(there)

    sends(here, "/es/account/sign-out-everywhere/")

    assert not is_in(here)
    assert not is_in(there)
    again = Client()
    try_password(again, person.email)
    assert is_in(again)


@pytest.mark.parametrize("path", ["sign-up/", "signup/", "accounts/signup/", "account/signup/"])
def test_nobody_signs_up(bundled, client, path):
    assert client.get(f"/en/{path}").status_code == 404


@pytest.mark.parametrize(
    "next_", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"]
)
def test_signing_in_leads_to_no_other_site(person, client, next_):
    answer = client.post(
        reverse("account_login"), {"login": person.email, "password": PASSWORD, "next": next_}
    )

    assert answer.url == reverse("account")


def test_si_02_a_first_link_is_good_once_and_for_three_days(bundled, client):
    person = PersonFactory(name="Ana Ríos")
    where = reverse("welcome", args=first_link(person))

    assert "Ana Ríos" in client.get(where).content.decode()
    assert "SI-03" in client.post(where, {"password": "short"}).content.decode()
    assert client.post(where, {"password": PASSWORD}).status_code == 302
    used = client.get(where)
    try_password(client, person.email)

    assert used.status_code == 404
    assert "SI-02" in used.content.decode()
    assert is_in(client)
    late = reverse("welcome", args=first_link(PersonFactory()))
    with time_machine.travel(NOW + timedelta(days=4), tick=False):
        assert client.get(late).status_code == 404
    for forged in (
        ("x", "y"),
        ("OTk5OTk5", "abc-def"),
        (first_link(person)[0], first_link(PersonFactory())[1]),
    ):
        assert client.get(reverse("welcome", args=forged)).status_code == 404


def test_a_new_link_takes_password_factors_and_sessions_away(person, client):
    administrator = officer("MX", Role.PARTY_ADMINISTRATOR)
    try_password(client, person.email)
    TOTP.activate(person, generate_totp_secret())

    take_factors_away(person=Person.objects.get(pk=person.pk), by=administrator, at=NOW)

    assert not Authenticator.objects.filter(user=person).exists()
    assert not is_in(client)
    assert try_password(Client(), person.email).status_code == 200


@pytest.mark.parametrize("by", ["other", "self", "coordinator"])
def test_pp_03_pp_08_nobody_else_takes_factors_away(bundled, by):
    mine = officer("MX", Role.PARTY_ADMINISTRATOR)
    person = mine if by == "self" else officer("MX", Role.SIGNING_OFFICER)
    who = {
        "other": officer("US", Role.PARTY_ADMINISTRATOR),
        "self": mine,
        "coordinator": officer("MX", Role.COORDINATOR),
    }
    before = person.password

    with pytest.raises(BrokenRuleError) as error:
        take_factors_away(person=person, by=who[by], at=NOW)

    assert error.value.findings[0].rule.code == ("PP-08" if by == "self" else "PP-03")
    assert Person.objects.get(pk=person.pk).password == before


@pytest.fixture
def samples(bundled, tmp_path, settings):
    settings.SAMPLES_FILE = tmp_path / "samples.json"
    return make_samples(file=settings.SAMPLES_FILE, allowed=True, at=NOW)


def test_a_demonstration_has_one_sample_for_each_role_and_party_and_shows_how_to_sign_in(
    samples, settings, client
):
    shown = client.get(reverse("account_login")).content.decode()

    assert len({(each.party, each.role) for each in samples}) == 12
    assert all(each.password in shown and each.email in shown for each in samples)
    assert settings.SAMPLES_FILE.stat().st_mode & 0o077 == 0
    assert make_samples(file=settings.SAMPLES_FILE, allowed=True, at=NOW) == samples
    for each in samples:
        browser = Client()
        try_password(browser, each.email, each.password)
        assert is_in(browser), each
    assert Person.objects.filter(is_sample=True).count() == 12


def test_two_installations_do_not_share_a_password(samples, tmp_path):
    Person.objects.all()
    before = {each.password for each in samples}
    (tmp_path / "samples.json").unlink()

    again = make_samples(file=tmp_path / "samples.json", allowed=True, at=NOW)

    assert not before & {each.password for each in again}
    assert len(before) == 12


def test_si_04_samples_are_refused_where_the_site_serves_others(samples, settings, client):
    settings.SAMPLES_MAY_SIGN_IN = False

    with pytest.raises(BrokenRuleError, match="SI-04"):
        make_samples(file=settings.SAMPLES_FILE, allowed=False, at=NOW)

    page = client.get(reverse("account_login")).content.decode()
    assert samples[0].password not in page
    assert try_password(client, samples[0].email, samples[0].password).status_code == 200
    assert not is_in(client)


def test_si_04_samples_are_refused_beside_officers_who_are_none(bundled, tmp_path):
    officer("US", Role.COORDINATOR)

    with pytest.raises(BrokenRuleError, match="SI-04"):
        make_samples(file=tmp_path / "samples.json", allowed=True, at=NOW)

    assert read_samples(tmp_path / "samples.json") == []
    assert not Person.objects.filter(is_sample=True).exists()


def test_the_operator_begins_a_party_by_command(hled):
    said = hled(
        "people", "enroll", "ana@ejemplo.example", "--name", "Ana Ríos", "--party", "MX",
        "--title-en", "Director", "--title-es", "Directora", "--format", "json",
    )  # fmt: skip
    again = hled(
        "people", "enroll", "eva@ejemplo.example", "--name", "Eva", "--party", "MX",
        "--title-en", "Director", "--title-es", "Directora", "--format", "json",
    )  # fmt: skip
    listed = hled("people", "list", "--format", "json")

    assert said.code == 0
    assert said.json["link"].startswith("/es/welcome/")
    assert Client().get(said.json["link"]).status_code == 200
    assert [each["terms"][0]["role"] for each in listed.json["items"]] == ["party_administrator"]
    assert again.code != 0
    assert json.loads(again.out or again.err)["findings"][0]["code"] == "PP-04"
    assert hled("people", "link", "ana@ejemplo.example").out.startswith("/es/welcome/")
    assert hled("people", "end", "ana@ejemplo.example").code == 0
    assert hled("people", "list", "--format", "json").json["items"][0]["terms"] == []


@pytest.mark.parametrize(
    ("password", "language", "reason"),
    [
        ("corta", "es", "corta"),
        ("123123123123", "en", "common"),
        ("ana.rios.perez@ejemplo", "en", "similar"),
    ],
)
def test_si_03_a_weak_password_is_refused_with_the_reason(bundled, client, password, language, reason):
    person = PersonFactory(name="Ana Ríos Pérez", email="ana.rios.perez@ejemplo.example")
    name, token = first_link(person)

    answer = client.post(f"/{language}/welcome/{name}/{token}/", {"password": password})

    assert answer.status_code == 400
    assert "SI-03" in answer.content.decode()
    assert reason in answer.content.decode()
    assert Person.objects.get(pk=person.pk).password == person.password


def test_a_password_of_a_hundred_characters_is_kept_whole(bundled, client):
    person, long = PersonFactory(), "cuatro palabras sin relación " * 4
    client.post(reverse("welcome", args=first_link(person)), {"password": long})

    assert try_password(Client(), person.email, long[:64]).status_code == 200
    assert try_password(client, person.email, long).status_code == 302


def test_changing_the_password_asks_for_the_present_one_and_ends_other_sessions(person, client):
    other = Client()
    try_password(client, person.email)
    try_password(other, person.email)
    fresh = "otra-frase-muy-distinta-77"
    where = reverse("account_change_password")

    wrong = client.post(where, {"oldpassword": "wrong", "password1": fresh, "password2": fresh})
    assert wrong.status_code == 200
    assert is_in(other)
    right = client.post(where, {"oldpassword": PASSWORD, "password1": fresh, "password2": fresh})

    assert right.status_code == 302
    assert is_in(client)
    assert not is_in(other)
    assert try_password(Client(), person.email).status_code == 200


def test_a_second_factor_is_added_after_one_has_shown_again_who_one_is(person, client):
    try_password(client, person.email)
    where = reverse("mfa_activate_totp")
    asked = client.get(where)
    assert asked.url.startswith(reverse("account_reauthenticate"))

    client.post(asked.url, {"password": PASSWORD, "next": where})
    page = client.get(where).content.decode()
    secret = re.search(r"<code>([A-Z2-7]{32})</code>", page)
    assert secret
    client.post(where, {"code": code_of(secret[1])})

    assert Authenticator.objects.filter(user=person, type="totp").exists()
    assert "<code>" in client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert client.get(reverse("account")).context["waits"] is False
