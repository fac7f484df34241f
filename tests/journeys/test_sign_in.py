"""Can an officer come in, with a passkey and without script, and an administrator keep her people, in both languages?"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from tests.dialogue.delegations.making_people import PASSWORD, officer
from tests.journeys.test_site import overflow, violations

pytestmark = [pytest.mark.journey, pytest.mark.store, pytest.mark.filterwarnings("ignore:No directory at")]

WORDS = {
    "en": {"people": "People of my Party", "role": "Party administrator", "add": "Add", "use": "Use a passkey", "codes": "Recovery codes", "out": "Sign out"},
    "es": {"people": "Personas de mi Parte", "role": "Administración de la Parte", "add": "Añadir", "use": "Usar una llave de acceso", "codes": "Códigos de recuperación", "out": "Salir"},
}  # fmt: skip


@pytest.fixture(params=[("en", "US", 1280), ("es", "MX", 390)], ids=["en-desk", "es-phone"])
def administrator(request, _reading) -> Iterator[tuple[object, str, int]]:
    """An administrator in the store that the site serves, taken out again at the end."""
    from allauth.mfa.models import Authenticator
    from axes.models import AccessAttempt, AccessFailureLog, AccessLog
    from django.contrib.sessions.models import Session

    from hled.dialogue.delegations.domain.roles import Role
    from hled.dialogue.delegations.models import Appointment, Person

    language, party, width = request.param
    person = officer(party, Role.PARTY_ADMINISTRATOR)
    person.set_password(PASSWORD)
    person.save()
    yield person, language, width
    for table in (Authenticator, Session, AccessAttempt, AccessFailureLog, AccessLog, Appointment, Person):
        table.objects.all().delete()


def looked_at(page: Page) -> None:
    assert violations(page) == []
    assert overflow(page) <= 0


def test_an_administrator_adds_a_passkey_and_comes_in_with_it_alone(visitor, administrator):
    person, language, width = administrator
    words = WORDS[language]
    page = visitor.page(width)
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None)
    wire = page.context.new_cdp_session(page)
    wire.send("WebAuthn.enable")
    wire.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
            }
        },
    )
    page.goto(f"/{language}/sign-in/")
    looked_at(page)
    page.fill("#id_login", person.email)
    page.fill("#id_password", PASSWORD)
    page.locator("form.fields button").click()

    page.goto(f"/{language}/people/")
    assert "/account/factors/" in page.url
    looked_at(page)
    page.goto(f"/{language}/account/factors/passkeys/add/")
    page.fill("#id_password", PASSWORD)
    page.locator("form.fields button").click()
    looked_at(page)
    page.locator("#add_passkey").click()
    expect(page.locator("h1")).to_have_text(words["codes"])
    looked_at(page)
    page.locator(".visitor button").click()
    assert not page.locator(".visitor button").count()

    page.goto(f"/{language}/sign-in/")
    page.get_by_role("button", name=words["use"]).click()
    expect(page.locator(".visitor")).to_contain_text(person.name)
    expect(page.locator(".visitor")).to_contain_text(words["role"])
    page.goto(f"/{language}/people/")
    expect(page.locator("h1")).to_contain_text(words["people"])
    looked_at(page)
    page.goto(f"/{language}/people/{person.pk}/")
    looked_at(page)
    page.goto(f"/{language}/account/")
    looked_at(page)
    assert complaints == []


def test_a_password_and_a_code_work_without_script(visitor, administrator):
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
    from tests.dialogue.delegations.test_sign_in import code_of

    person, language, width = administrator
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    page = visitor.page(width, java_script_enabled=False)

    page.goto(f"/{language}/sign-in/?next=/{language}/people/")
    page.fill("#id_login", person.email)
    page.fill("#id_password", PASSWORD)
    page.locator("form.fields button").click()
    page.fill("#id_code", code_of(secret))
    page.locator("form.fields button").click()

    expect(page.locator("h1")).to_contain_text(WORDS[language]["people"])
