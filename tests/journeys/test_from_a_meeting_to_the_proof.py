"""
Can two people at two browsers bring a decision of their meeting into the work plan, and a third person prove it?

The United States' officers sit at a desk in English, Mexico's at a phone in Spanish; each Party has one browser.
"""

import base64
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.conf import settings
from django.db import connection
from django.test import Client
from playwright.sync_api import Page, expect
from tests.dialogue.accord.passkey import Passkey
from tests.dialogue.accord.services.texts.at_the_table import NOON, Table
from tests.dialogue.accord.web.test_signing_pages import BACKEND, browser, offered_key, signed
from tests.dialogue.meetings.at_the_table import planned
from tests.journeys.test_signing import AUTHENTICATOR
from tests.journeys.test_site import overflow, violations

from hled.dialogue.accord import verify_edition
from hled.dialogue.accord.models import Proposal
from hled.dialogue.accord.services.signing import sign as take
from hled.dialogue.delegations.domain.roles import Role
from hled.kernel.party import Party

pytestmark = [pytest.mark.journey, pytest.mark.filterwarnings("ignore:No directory at")]

US, MX = Party.US, Party.MX
PLACES = {US: ("en", 1280), MX: ("es", 390)}
COMMITMENT = "P1-SC-02"
TITLES = ("List of critical inputs", "Lista de insumos críticos")
ENGLISH = "Each Party publishes the list of critical inputs every March."
SPANISH = "Cada Parte publica en marzo la lista de insumos críticos."


@pytest.fixture
def store_put_back(_reading: None) -> Iterator[None]:
    """Whatever happens in the store that the site serves, it is afterwards as it was before."""
    connection.ensure_connection()
    before = sqlite3.connect(":memory:")
    connection.connection.backup(before)
    yield
    before.backup(connection.connection)
    before.close()


@pytest.fixture
def table(store_put_back: None, tmp_path, monkeypatch) -> Iterator[Table]:
    """Officers with keys; the delegations meet an hour after these were enrolled."""
    monkeypatch.setattr(settings, "HOME", tmp_path)
    with time_machine.travel(NOON + timedelta(hours=1), tick=True):
        yield Table().enroll()


class Delegation:
    """The officers of a Party, one after the other at one browser, and the passkey of the one who signs."""

    def __init__(self, visitor, table: Table, party: Party) -> None:
        self.table, self.party, self.site = table, party, visitor.site
        self.language, width = PLACES[party]
        self.page: Page = visitor.page(width)
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self._bring(self._enrolled())

    def _enrolled(self) -> Passkey:
        """A passkey of the signing officer, enrolled as its page does it."""
        passkey = Passkey(handle=self.party.encode())
        client = browser(self.table.who(self.party, Role.SIGNING_OFFICER))
        enrollment = offered_key(client, passkey, Role.SIGNING_OFFICER)
        assert signed(client, enrollment, passkey, "hold").status_code == 302
        at = datetime.now(tz=UTC)
        take(digest=enrollment, signature=self.table.office.admin[self.party].sign(enrollment, at), at=at)
        return passkey

    def _bring(self, passkey: Passkey) -> None:
        wire = self.page.context.new_cdp_session(self.page)
        wire.send("WebAuthn.enable")
        made = wire.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
        key = passkey.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        credential = {
            "credentialId": base64.b64encode(passkey.handle).decode(),
            "userHandle": base64.b64encode(b"officer").decode(),
            "privateKey": base64.b64encode(key).decode(),
            "isResidentCredential": True,
            "rpId": passkey.site,
            "signCount": passkey.counter,
        }
        wire.send(
            "WebAuthn.addCredential",
            {"authenticatorId": made["authenticatorId"], "credential": credential},
        )

    def opens(self, path: str, role: Role = Role.COORDINATOR) -> Page:
        person = self.table.who(self.party, role)
        person.is_sample = True  # stands for a second factor, which has tests of its own
        person.save()
        client = Client()
        client.force_login(person, backend=BACKEND)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.site}]
        )
        self.page.goto(f"/{self.language}/{path}")
        assert overflow(self.page) <= 0
        return self.page

    def certifies(self, proposal: str) -> None:
        page = self.opens(proposal, Role.LANGUAGE_OFFICER)
        page.locator('form[action$="/certify/"] button').click()
        name = self.table.who(self.party, Role.LANGUAGE_OFFICER).name
        expect(page.locator(".facts").first).to_contain_text(name)

    def signs(self, proposal: str) -> None:
        page = self.opens(proposal, Role.SIGNING_OFFICER)
        page.locator(".acts a.button").click()
        page.locator("section:has(> #sign-officer) form[data-passkey] button").click()
        page.wait_for_url("**#signatures")
        assert overflow(page) <= 0


def agree(drafter: Delegation, other: Delegation) -> None:
    """What lies before the drafter is tabled, certified by both and signed by both."""
    page = drafter.page
    proposal = page.url.partition(f"/{drafter.language}/")[2]
    page.locator('form[action$="/table/"] button').click()
    expect(page.locator('form[action$="/table/"]')).to_have_count(0)
    for each in (drafter, other):
        each.certifies(proposal)
    for each in (drafter, other):
        each.signs(proposal)
    expect(other.page.locator(".note").first).to_contain_text(
        {"en": "It is in force.", "es": "Está en vigor."}[other.language]
    )


def takes_effect(table: Table, page: Page) -> None:
    """The words on the page are agreed as `agree` does it, without its pages: those are walked once, for the amendment."""
    made = Proposal.objects.get(pk=int(page.url.rstrip("/").rpartition("/")[2]))
    table.at = datetime.now(tz=UTC)
    table.table(made)
    table.certify_both(made)
    table.sign_both(table.digest(made))


def test_what_a_meeting_decides_comes_into_the_plan_and_the_brief_and_can_be_proved(visitor, table, tmp_path):
    meeting = planned(table.at, begins="2026-11-20T09:00", ends="2026-11-20T12:00").code
    us, mx = (Delegation(visitor, table, party) for party in (US, MX))

    page = mx.opens(f"meetings/{meeting}/")
    page.locator('form[action$="/hold/"] button').click()
    page.locator('form[action$="/announce/"] button').click()
    page.locator("details:has(#decision_es) summary").click()
    page.fill("#decision_es", "Publicar la lista de insumos")
    page.fill("#decision_en", "Publish the list of inputs")
    page.locator("details:has(#decision_es) button").click()
    assert overflow(page) <= 0
    takes_effect(table, page)

    page = us.opens(f"commitments/{COMMITMENT}/")
    page.get_by_role("link", name="Amend a commitment").click()
    page.select_option("#occasion", f"{meeting}/D1")
    assert (overflow(page), violations(page)) == (0, [])
    page.locator("form.fields button").click()
    for place, said in enumerate((TITLES, (ENGLISH, SPANISH))):
        for language, words in zip(("en", "es"), said, strict=True):
            page.locator(f'textarea[name^="{language}:"]').nth(place).fill(words)
    page.locator(".editor > .segment-acts button").first.click()
    page.fill("#field-due", "2027-03-31")
    page.locator('form[action$="/terms/"] button').click()
    assert (overflow(page), violations(page)) == (0, [])
    agree(us, mx)

    reader = visitor.page(390)
    reader.goto(f"/es/commitments/{COMMITMENT}/")
    expect(reader.locator(".lead")).to_have_text(SPANISH)
    expect(reader.locator("#card ~ .facts")).to_contain_text("31 de marzo de 2027")
    in_the_plan_and_the_brief(reader, tmp_path)
    walks_back(reader, meeting)
    proves(reader, tmp_path)
    assert [each.complaints for each in (us, mx)] == [[], []]


def in_the_plan_and_the_brief(reader: Page, folder: Path) -> None:
    reader.goto("/es/search/?q=insumos+marzo")
    expect(reader.locator("main")).to_contain_text(COMMITMENT)
    reader.goto("/es/meetings/next/brief/")
    assert overflow(reader) <= 0
    with zipfile.ZipFile(saved(reader, 'a[href*="/es/"][href*="book.docx"]', folder)) as book:
        words = book.read("word/document.xml").decode()
    assert TITLES[1] in words


def walks_back(reader: Page, meeting: str) -> None:
    """From the commitment to the decision, from there to the meeting, and from the act to its entry."""
    reader.goto(f"/es/commitments/{COMMITMENT}/")
    assert overflow(reader) <= 0
    acts = reader.locator("section:has(> #acts)")
    acts.get_by_role("link", name=f"{meeting}/D1").click()
    expect(reader.locator("h1")).to_contain_text("Publicar la lista de insumos")
    reader.get_by_role("link", name="Página del asunto").click()
    taken = reader.locator(f'section:has(> [id="{meeting}/D1"])')
    expect(taken).to_contain_text("commitment.amend")
    taken.get_by_role("link", name=COMMITMENT).click()
    acts.get_by_role("link", name=COMMITMENT).click()
    expect(reader.locator("main")).to_contain_text(ENGLISH)
    assert (overflow(reader), violations(reader)) == (0, [])
    reader.locator('dd a[href*="/register/"]').click()
    for party in Party:
        expect(reader.locator("main")).to_contain_text(str(party))


def proves(reader: Page, folder: Path) -> None:
    """A third person takes the edition away and checks it with one file, on a machine that knows nothing of us."""
    reader.goto("/es/register/")
    edition = saved(reader, 'a[href$="edition.zip"]', folder)
    with zipfile.ZipFile(edition) as packed:
        packed.extractall(folder / "edition")
    (made,) = (folder / "edition").iterdir()
    script = shutil.copy(verify_edition.__file__, folder)
    checked = subprocess.run(
        [sys.executable, "-I", script, made], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def saved(reader: Page, link: str, folder: Path) -> Path:
    with reader.expect_download() as downloading:
        reader.locator(link).first.click()
    file = folder / downloading.value.suggested_filename
    downloading.value.save_as(file)
    return file
