"""Anybody files without script, without a cookie and without an account, and loses no word on the way."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.dialogue.docket.at_the_form import TYPED, WORDS, Stranger
from tests.dialogue.docket.in_the_docket import AT, PLAN, announced

from hled.dialogue.docket.models import Answer, Attachment, SentForm, Submission, Submitter
from hled.dialogue.docket.services.calls import standing_docket
from hled.kernel.party import Party

pytestmark = [pytest.mark.django_db, pytest.mark.one_store]


@pytest.fixture
def clock():
    with time_machine.travel(AT, tick=False) as clock:
        yield clock


@pytest.fixture
def call(clock):
    standing_docket(at=AT)
    return announced()


@pytest.fixture
def stranger(call, settings):
    return Stranger(Client(enforce_csrf_checks=True), settings, call)


@pytest.mark.parametrize(("language", "words"), [("en", "File it"), ("es", "Presentar")])
def test_the_form_opens_in_both_languages_and_sets_no_cookie(client, call, language, words):
    page = client.get(f"/{language}/docket/calls/{call.code}/say/")

    assert page.status_code == 200
    assert words in page.content.decode()
    assert not page.cookies
    assert "no-store" in page["Cache-Control"]
    assert page["X-Robots-Tag"] == "noindex"


def test_what_was_typed_is_filed_and_the_receipt_is_shown(stranger):
    answer = stranger.sends(answer_1="Puente Dos")

    kept = Submission.objects.get()
    assert (answer.status_code, answer.url.split("?")[1]) == (302, "filed=1")
    assert (kept.text, kept.kind, kept.size, kept.place, kept.language) == (
        WORDS,
        "firm",
        "to_10",
        "MX-MIC",
        "es",
    )
    assert Answer.objects.get().text == "Puente Dos"
    assert Submitter.objects.get().email == TYPED["email"]
    page = stranger.client.get(answer.url).content.decode()
    assert kept.code in page
    assert "Se recibió." in page
    assert "perla" not in page.lower()


def test_a_script_is_told_where_the_receipt_is(stranger):
    answer = stranger.sends(headers={"X-Filing": "script"})

    assert answer.status_code == 201
    assert stranger.client.get(answer["Location"]).status_code == 200


def test_without_script_a_form_is_taken_after_its_time_and_told_how_long_it_waits_before(stranger, clock):
    challenge = stranger.opens()
    clock.shift(timedelta(seconds=5))
    early = stranger.sends(challenge=challenge, work="")
    page = early.content.decode()

    assert early.status_code == 400
    assert "DK-12" in page
    assert "faltan 10 segundos" in page
    assert WORDS in page
    assert f'value="{challenge}"' in page

    clock.shift(timedelta(seconds=10))
    assert stranger.sends(challenge=challenge, work="").status_code == 302


@pytest.mark.parametrize(
    ("box", "value", "rule", "english", "spanish"),
    [
        ("email", "perla", "DK-08", "Correct it, or leave it out", "Corríjala, u omítala"),
        ("email", "a\x00b@c.example", "DK-08", "Correct it", "Corríjala"),
        ("name", "x" * 201, "DK-08", "at most 200 letters", "a lo más 200 letras"),
        ("name", "Perla\u202eatipac", "DK-08", "Correct it", "Corríjala"),
        ("kind", "king", "DK-07", "Choose from the list", "Elija de la lista"),
        ("place", "XX", "DK-07", "Choose from the list", "Elija de la lista"),
        ("language", "de", "DK-07", "Choose from the list", "Elija de la lista"),
        ("intake", "", "DK-11", "Choose US or MX", "Elija US o MX"),
        ("answer_1", "x" * 100_001, "DK-02", "send the long version as a file", "envíe la versión larga"),
    ],
)
def test_what_is_wrong_stands_beside_its_box_in_both_languages_with_everything_that_was_typed(
    stranger, box, value, rule, english, spanish
):
    for language, words in (("en", english), ("es", spanish)):
        stranger.language = language
        answer = stranger.sends(**{box: value})
        page = answer.content.decode()
        beside = page.split(f'id="{box}-wrong"')[1].split("</span>")[0]

        assert answer.status_code == 400
        assert rule in beside
        assert words in beside
        assert WORDS in page
        assert f'id="{box}"' in page
    assert not Submission.objects.exists()
    assert not SentForm.objects.exists()


def test_a_form_that_was_refused_can_be_corrected_and_sent_with_the_same_work(stranger):
    challenge = stranger.opens()
    refused = stranger.sends(challenge=challenge, email="perla")

    assert f'value="{challenge}"' in refused.content.decode()
    assert stranger.sends(challenge=challenge).status_code == 302


def test_two_clicks_file_one_submission_and_lead_to_one_receipt(stranger):
    challenge = stranger.opens()

    first, second = (stranger.sends(challenge=challenge).url.split("?")[0] for _ in range(2))

    assert first == second
    assert Submission.objects.count() == 1


def test_dk_13_a_form_sent_again_with_other_words_keeps_them_and_shows_the_first_receipt(stranger):
    challenge = stranger.opens()
    receipt = stranger.files(challenge=challenge)

    answer = stranger.sends(challenge=challenge, text="Otra cosa muy distinta.")
    page = answer.content.decode()

    assert answer.status_code == 409
    assert "DK-13" in page
    assert receipt in page
    assert "Otra cosa muy distinta." in page
    assert f'value="{challenge}"' not in page
    assert Submission.objects.count() == 1


def test_a_call_of_one_party_does_not_ask_who_takes_it_in(client, settings, call):
    of_mexico = announced(replace(PLAN, party=Party.MX))

    assert (
        'type="radio" name="intake"'
        not in client.get(f"/es/docket/calls/{of_mexico.code}/say/").content.decode()
    )
    Stranger(client, settings, of_mexico).files()
    assert Submission.objects.get().intake == "MX"


def test_files_are_kept_under_names_of_their_own_and_given_as_bytes(stranger, client):
    file = SimpleUploadedFile("carta de Perla.txt", "<script>alert(1)</script> café".encode())
    receipt = stranger.files(files=[file])
    kept = Attachment.objects.get()

    waiting = client.get(f"/es/docket/submissions/{kept.submission.code}/files/1/")
    own = client.get(f"{receipt}files/1/")
    Attachment.objects.update(state="read")
    given = client.get(f"/es/docket/submissions/{kept.submission.code}/files/1/")

    assert kept.file_name == f"{kept.submission.code}-1.txt"
    assert (waiting.status_code, own.status_code, given.status_code) == (404, 200, 200)
    for answer in (own, given):
        assert answer["Content-Type"] == "application/octet-stream"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Disposition"].startswith("attachment")
        assert "sandbox" in answer["Content-Security-Policy"]
        assert answer.content == "<script>alert(1)</script> café".encode()


@pytest.mark.parametrize("number", [0, 2, 99])
def test_pg_01_a_file_that_is_not_there_has_no_address(stranger, client, number):
    stranger.files(files=[SimpleUploadedFile("a.txt", b"words")])
    Attachment.objects.update(state="read")

    answer = client.get(f"/en/docket/submissions/{Submission.objects.get().code}/files/{number}/")

    assert answer.status_code == 404


def test_a_file_is_gone_for_the_public_when_its_submission_was_withdrawn(stranger, client):
    receipt = stranger.files(files=[SimpleUploadedFile("a.txt", b"words")])
    Attachment.objects.update(state="read")
    path = f"/en/docket/submissions/{Submission.objects.get().code}/files/1/"

    before = client.get(path).status_code
    stranger.client.post(f"{receipt}withdraw/", {"sure_w": "yes"})

    assert (before, client.get(path).status_code) == (200, 404)
