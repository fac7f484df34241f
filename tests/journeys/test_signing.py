"""Can both Parties agree on words in a browser, from keys of their own to the proof that everybody takes away?"""

import hashlib
import json
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connection, transaction
from playwright.sync_api import Page, expect
from tests.dialogue.delegations.making_people import officer
from tests.journeys.test_site import overflow, violations

pytestmark = [pytest.mark.journey, pytest.mark.store, pytest.mark.filterwarnings("ignore:No directory at")]

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
}
SUBJECT = "text:ports-of-entry"
ENGLISH, SPANISH = (
    "Each Party reports on its ports every year.",
    "Cada Parte informa cada año sobre sus puertos.",
)


@pytest.fixture
def delegations(_reading, tmp_path, monkeypatch) -> Iterator[dict[tuple[str, str], object]]:
    """Officers of both Parties in the store that the site serves; whatever they do is taken out again at the end."""
    from axes.models import AccessAttempt, AccessFailureLog, AccessLog
    from django.apps import apps
    from django.contrib.sessions.models import Session

    from hled.dialogue.accord.models import triggers
    from hled.dialogue.delegations.domain.roles import Role
    from hled.dialogue.delegations.models import Appointment, Person

    monkeypatch.setattr(settings, "HOME", tmp_path)
    before = {
        each: list(each._default_manager.values_list("pk", flat=True))
        for each in apps.get_app_config("accord").get_models()
    }
    people = {}
    for party in ("US", "MX"):
        for role in (Role.PARTY_ADMINISTRATOR, Role.SIGNING_OFFICER, Role.LANGUAGE_OFFICER, Role.COORDINATOR):
            person = people[party, str(role)] = officer(party, role, is_sample=True)
            person.save()
    yield people
    with transaction.atomic():
        triggers.remove(connection)
        for model, kept in before.items():
            model._default_manager.exclude(pk__in=kept)._raw_delete("default")
        triggers.install(connection)
    for table in (Session, AccessAttempt, AccessFailureLog, AccessLog, Appointment, Person):
        table.objects.all().delete()


class Officer:
    """Somebody at a browser of her own, with a passkey in it."""

    def __init__(self, visitor, person, language: str, width: int) -> None:
        from django.test import Client

        self.language = language
        self.page: Page = visitor.page(width)
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on(
            "console",
            lambda said: self.complaints.append(said.text) if "Content Security" in said.text else None,
        )
        client = Client()
        client.force_login(person, backend="hled.dialogue.delegations.web.backends.PersonBackend")
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": visitor.site}]
        )
        wire = self.page.context.new_cdp_session(self.page)
        wire.send("WebAuthn.enable")
        wire.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})

    def opens(self, path: str) -> Page:
        self.page.goto(f"/{self.language}/{path}")
        self.looks()
        return self.page

    def looks(self) -> None:
        assert violations(self.page) == []
        assert overflow(self.page) <= 0

    def offers_a_passkey(self) -> str:
        """Makes one, shows that she holds it, and gives the digest of its enrollment."""
        self.opens("accord/keys/").locator("#by-passkey ~ form button").click()
        self.page.wait_for_url("**/accord/acts/**")
        digest = self.page.url.split("/acts/")[1].split("/")[0]
        self.signs(digest, "holder")
        return digest

    def signs(self, digest: str, way: str = "officer") -> None:
        if digest not in self.page.url:
            self.opens(f"accord/acts/{digest}/")
        self.looks()
        self.page.locator(f"section:has(> #sign-{way}) form[data-passkey] button").click()
        self.page.wait_for_url("**#signatures")
        self.looks()


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("es", 390)], ids=["en-desk", "es-phone"])
def test_words_go_from_a_draft_to_a_proof_by_the_passkeys_of_both_parties(
    visitor, delegations, language, width
):
    from hled.dialogue.accord.models import Entry, Proposal

    people = {key: Officer(visitor, each, language, width) for key, each in delegations.items()}
    for party in ("US", "MX"):
        boss, signer = people[party, "party_administrator"], people[party, "signing_officer"]
        boss.offers_a_passkey()
        enrollment = signer.offers_a_passkey()
        boss.signs(enrollment, "administrator")
        expect(boss.page.locator(".note").first).to_contain_text("Entry" if language == "en" else "Asiento")

    drafter = people["US", "coordinator"]
    page = drafter.opens("accord/proposals/")
    page.select_option("#kind", "text")
    page.fill("#subject", SUBJECT)
    page.fill("#title_en", "Ports of entry")
    page.fill("#title_es", "Puertos de entrada")
    page.locator("#begin ~ form button").click()
    page.locator('button[value="add:"]').click()
    expect(page.locator("textarea[spellcheck]")).to_have_count(2)
    drafter.looks()
    page.locator('textarea[name^="en:"]').fill(ENGLISH)
    page.locator('textarea[name^="es:"]').fill(SPANISH)
    page.locator(".editor > .segment-acts button").first.click()
    expect(page.locator(".note")).to_have_count(0)
    page.locator('form[action$="/table/"] button').click()
    expect(page.locator(".chip").first).to_have_text("Tabled" if language == "en" else "Presentada")
    proposal = Proposal.objects.get(text__subject=SUBJECT)
    for party in ("US", "MX"):
        linguist = people[party, "language_officer"]
        page = linguist.opens(f"accord/proposals/{proposal.pk}/")
        page.locator('form[action$="/certify/"] button').click()
        certified = delegations[party, "language_officer"].name
        expect(page.locator(".facts").first).to_contain_text(certified)
        linguist.looks()

    for party in ("US", "MX"):
        signer = people[party, "signing_officer"]
        signer.opens("accord/")
        signer.opens("accord/acts/")
        signer.opens(f"accord/proposals/{proposal.pk}/").locator(".acts a.button").click()
        digest = signer.page.url.split("/acts/")[1].split("/")[0]
        expect(signer.page.locator("main")).to_contain_text(ENGLISH)
        expect(signer.page.locator("main")).to_contain_text(SPANISH)
        signer.signs(digest)

    proposal.refresh_from_db()
    assert (proposal.state, proposal.act) == ("in_force", digest)
    proves(visitor.page(width), language, Entry.objects.get(act=digest).sequence)
    assert [each.complaints for each in people.values()] == [[]] * len(people)


def proves(reader: Page, language: str, sequence: int) -> None:
    """Somebody without an account finds the entry, reads it and takes its proof away."""
    reader.goto(f"/{language}/register/")
    assert violations(reader) == []
    assert overflow(reader) <= 0
    word = "Entry" if language == "en" else "Asiento"
    reader.get_by_role("link", name=f"{word} {sequence}").first.click()
    expect(reader.locator("main")).to_contain_text(SPANISH)
    assert violations(reader) == []
    assert overflow(reader) <= 0
    with reader.expect_download() as saved:
        reader.locator('form[action$="proof.json"] button').click()
    said = json.loads(saved.value.path().read_text())["items"][0]
    assert said["holds"]
    assert hashlib.sha256(b"\x00" + said["envelope"].encode()).hexdigest() == said["leaf"]
    reader.goto(f"/{language}/register/credentials/")
    assert violations(reader) == []
    assert overflow(reader) <= 0
