"""Can a stranger file in Spanish from a phone, with and without script, follow what she filed, correct it and take it back?"""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.db import connection, transaction
from playwright.sync_api import Page, expect
from tests.conftest import TODAY
from tests.journeys.test_site import overflow, violations

pytestmark = [pytest.mark.journey, pytest.mark.store, pytest.mark.filterwarnings("ignore:No directory at")]

WORDS = "La aduana de Nogales tarda seis horas cada martes y la fruta se pierde."


@pytest.fixture
def call(_reading) -> Iterator[object]:
    """An open call in the store that the site serves; whatever was filed to it is taken out again at the end."""
    from django.apps import apps

    from hled.dialogue.docket.domain.calls import Plan
    from hled.dialogue.docket.models import histories
    from hled.dialogue.docket.services.calls import announce_call

    models = list(apps.get_app_config("docket").get_models())
    before = {each: list(each._default_manager.values_list("pk", flat=True)) for each in models}
    plan = Plan(
        title=("Border crossings", "Cruces fronterizos"),
        about=("What slows you down at the border?", "¿Qué le retrasa en la frontera?"),
        opens_on=TODAY.date() - timedelta(days=3),
        closes_on=TODAY.date() + timedelta(days=30),
        questions=(("Which crossing?", "¿Qué cruce?"),),
    )
    yield announce_call(plan=plan, by=Officer(), at=TODAY)
    with transaction.atomic(), connection.constraint_checks_disabled():
        histories.remove(connection)
        for model, kept in before.items():
            model._default_manager.exclude(pk__in=kept)._raw_delete("default")
        histories.install(connection)


class Officer:
    name, party = "Ana Ruiz", "MX"


class Stranger:
    """Somebody with a phone or at a desk, whose browser runs scripts or does not."""

    def __init__(self, visitor, width: int, *, script: bool) -> None:
        self.script = script
        self.page: Page = visitor.page(width, java_script_enabled=script)
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda said: said.type == "error" and self.complaints.append(said.text))

    def looks(self) -> None:
        if self.script:
            assert violations(self.page) == []
            assert overflow(self.page) <= 0

    def opens(self, path: str) -> None:
        self.page.goto(path)
        self.looks()

    def presses(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def fills(self) -> None:
        page = self.page
        page.get_by_label("¿Qué cruce?").fill("Nogales")
        page.get_by_label("Lo demás que quiera decir").fill(WORDS)
        page.get_by_label("Quién es usted").select_option("firm")
        page.get_by_label("Tamaño, si habla por una organización").select_option("to_10")
        page.get_by_label("Estado o país").select_option("MX-SON")
        page.get_by_label("México", exact=True).check()
        page.get_by_label("Correo electrónico").fill("perla@secreto.example")
        page.get_by_label("Archivos", exact=False).set_input_files(
            {"name": "carta de Perla.txt", "mimeType": "text/plain", "buffer": b"Un carril nocturno."}
        )


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_a_stranger_files_from_a_phone_follows_corrects_and_withdraws(visitor, call, script):
    stranger = Stranger(visitor, 390, script=script)
    page = stranger.page
    stranger.opens(f"/es/docket/calls/{call.code}/say/")
    stranger.fills()

    if script:
        stranger.presses("Presentar")
        page.wait_for_url("**/receipts/**")
    else:
        with time_machine.travel(TODAY + timedelta(minutes=2), tick=True):
            stranger.presses("Presentar")
            page.wait_for_url("**/receipts/**")
    stranger.looks()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Acuse DS-")
    expect(page.get_by_role("status")).to_contain_text("Se recibió.")
    expect(page.get_by_text(WORDS, exact=True).first).to_be_visible()
    expect(page.get_by_text("perla@secreto.example")).to_have_count(0)

    page.get_by_text("Corregir su texto").click()
    stranger.looks()
    page.get_by_label("Lo demás que quiera decir").fill(WORDS.replace("seis", "ocho"))
    stranger.presses("Corregir")
    page.wait_for_url("**done=corrected")
    stranger.looks()
    expect(page.get_by_text("tarda ocho horas").first).to_be_visible()
    expect(page.get_by_text("1 texto anterior")).to_be_visible()

    page.get_by_text("Retirarla").click()
    page.get_by_label("Ya no se muestra y se cuenta como retirada", exact=False).check()
    stranger.presses("Retirar")
    page.wait_for_url("**done=withdrawn")
    stranger.looks()
    expect(page.get_by_text("Retirada por quien la envió").first).to_be_visible()
    expect(page.get_by_text("Corregir su texto")).to_have_count(0)
    assert stranger.complaints == []


@pytest.mark.parametrize("width", [1280, 390], ids=["desk", "phone"])
def test_what_is_refused_comes_back_into_the_page_and_words_and_files_stay(visitor, call, width):
    stranger = Stranger(visitor, width, script=True)
    page = stranger.page
    stranger.opens(f"/es/docket/calls/{call.code}/say/")
    stranger.fills()
    page.get_by_label("Correo electrónico").fill("perla")

    stranger.presses("Presentar")

    expect(page.locator("#refused")).to_be_focused()
    expect(page.locator("#email-wrong")).to_contain_text("DK-08")
    assert page.get_by_label("Correo electrónico").get_attribute("aria-invalid") == "true"
    assert page.locator("#files").evaluate("box => box.files.length") == 1
    assert page.get_by_label("Lo demás que quiera decir").input_value() == WORDS
    stranger.looks()
    page.get_by_label("Correo electrónico").fill("")
    stranger.presses("Presentar")
    page.wait_for_url("**/receipts/**")
    assert all("400" in each for each in stranger.complaints)


def test_a_form_that_cannot_be_sent_says_so_and_is_sent_again(visitor, call):
    stranger = Stranger(visitor, 390, script=True)
    page = stranger.page
    stranger.opens(f"/es/docket/calls/{call.code}/say/")
    stranger.fills()
    page.context.set_offline(True)
    stranger.presses("Presentar")
    expect(page.locator("[data-told]")).to_contain_text("No pudo enviarse")
    assert page.get_by_label("Lo demás que quiera decir").input_value() == WORDS

    page.context.set_offline(False)
    stranger.presses("Presentar")

    page.wait_for_url("**/receipts/**")
    expect(page.get_by_role("status")).to_contain_text("Se recibió.")
