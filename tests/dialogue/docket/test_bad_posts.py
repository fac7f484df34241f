"""Whatever comes through the form is refused or made harmless in both languages; nothing is half-written, and the site answers."""

import io
import zipfile
from unittest.mock import patch

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client
from tests.dialogue.docket.at_the_form import TYPED, WORDS, Stranger
from tests.dialogue.docket.in_the_docket import AT, CLOSED, announced

from hled.dialogue.docket.models import (
    Answer,
    Attachment,
    AttachmentContent,
    Receipt,
    SentForm,
    Submission,
    Submitter,
    Wording,
)
from hled.dialogue.docket.services.calls import standing_docket

pytestmark = [pytest.mark.django_db, pytest.mark.one_store]
TABLES = (Submission, Answer, Receipt, Submitter, Attachment, AttachmentContent, Wording, SentForm)
LANGUAGES = ("en", "es")


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
    return Stranger(Client(enforce_csrf_checks=True, raise_request_exception=True), settings, call)


def refused(stranger, says, *, status=400, **changes):
    """Sent in both languages; nothing is written, and what was typed in the other boxes is still there."""
    for language in LANGUAGES:
        stranger.language = language
        answer = stranger.sends(**changes)
        page = answer.content.decode()
        assert answer.status_code == status, page
        assert says[language] in page
        assert TYPED["organization"] in page
        assert [table.objects.count() for table in TABLES] == [0] * len(TABLES)
    return page


def says(en, es):
    return {"en": en, "es": es}


def word_file(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def pdf(password=None):
    from pypdf import PdfWriter

    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(72, 72)
    if password:
        writer.encrypt(password)
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("text", ["", " \n\t", "x", "¿?", "\u200b\u200b\u200b\u200b", "😀"])
def test_dk_01_nothing_and_one_character_are_no_submission(stranger, text):
    refused(stranger, says("A submission says something.", "Una aportación dice algo."), text=text)


def test_dk_02_ten_megabytes_of_text_are_refused_before_they_are_taken_apart(stranger):
    for language, words in says("at most 100,000 characters", "a lo más 100,000 caracteres").items():
        stranger.language = language
        answer = stranger.sends(text="a" * 10_000_000)
        assert (answer.status_code, words in answer.content.decode()) == (413, True)
    assert not Submission.objects.exists()


def test_dk_02_text_that_is_a_little_too_long_comes_back_whole(stranger):
    long = "palabra " * 13_000

    page = refused(stranger, says("DK-02", "DK-02"), text=long)

    assert long.strip() in page


@pytest.mark.parametrize("text", ["PK\x03\x04\x00\x00 bytes of a file", "%PDF \x00\x01\x02"])
def test_dk_03_bytes_of_a_file_are_no_text(stranger, text):
    refused(stranger, says("not the bytes of a file", "no los bytes de un archivo"), text=text)


def test_dk_40_words_in_another_encoding_come_back_to_be_mended(stranger):
    challenge = stranger.opens()
    body = "".join(
        f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in (TYPED | {"challenge": challenge, "text": "La aportación del señor"}).items()
    )
    answer = stranger.client.generic(
        "POST", stranger.path, (body + "--x--\r\n").encode("latin-1"), "multipart/form-data; boundary=x"
    )

    assert answer.status_code == 400
    assert "DK-40" in answer.content.decode().split('id="text-wrong"')[1].split("</span>")[0]
    assert "La aportaci\ufffdn del se\ufffdor" in answer.content.decode()
    assert not Submission.objects.exists()


def test_a_form_in_a_declared_other_encoding_is_no_request_of_this_site(stranger):
    answer = stranger.client.generic(
        "POST", stranger.path, "text=aportaci%F3n", "application/x-www-form-urlencoded; charset=latin-1"
    )

    assert answer.status_code == 400


def test_script_is_text_like_any_other_and_shown_as_text(stranger):
    text = "<script>alert('x')</script><img src=x onerror=alert(1)> {{ settings }} {% load x %}"

    receipt = stranger.files(text=text)
    page = stranger.client.get(receipt).content.decode()

    assert Submission.objects.get().text == text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;" in page
    assert "<img src=x" not in page


def test_dk_04_a_right_to_left_override_is_taken_out_and_that_is_said(stranger):
    answer = stranger.sends(text="Pague a \u202egnp.exe\u202c hoy mismo")

    assert Submission.objects.get().text == "Pague a gnp.exe hoy mismo"
    assert "taken=2" in answer.url
    assert (
        "Se quitaron de su texto 2 signos que no se ven." in stranger.client.get(answer.url).content.decode()
    )


def test_a_formula_of_a_spreadsheet_is_kept_as_it_was_written_and_runs_nowhere_here(stranger):
    text = '=HYPERLINK("http://evil.example","Gane dinero")'

    receipt = stranger.files(text=text)

    assert Submission.objects.get().text == text
    assert 'href="http://evil' not in stranger.client.get(receipt).content.decode()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", says("something in it", "contiene algo")),
        (b"MZ\x90\x00\x03\x00", says("plain text in UTF-8", "texto simple en UTF-8")),
        ("señor".encode("latin-1"), says("plain text in UTF-8", "texto simple en UTF-8")),
        (b"\x89PNG\r\n\x1a\n\x00", says("MT-21", "MT-21")),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", says("MT-21", "MT-21")),
        (b"%PDF-1.7 broken", says("it is whole", "está completo") | says("MT-24", "MT-24")),
        (pdf("secret"), says("not encrypted", "no está cifrado")),
        (b"PK\x03\x04 no document", says("MT-24", "MT-24")),
        (word_file({"xl/workbook.xml": "<x/>"}), says("another kind of archive", "otro tipo de archivo")),
        (
            word_file(
                {"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>", "word/vbaProject.bin": "x"}
            ),
            says("no macros", "no lleva macros"),
        ),
    ],
    ids=[
        "empty",
        "program",
        "latin-1",
        "picture",
        "old-office",
        "broken-pdf",
        "locked-pdf",
        "torn",
        "sheet",
        "macros",
    ],
)
def test_a_file_that_is_no_paper_is_refused_beside_its_box_and_nothing_is_kept(stranger, content, words):
    for language in LANGUAGES:
        stranger.language = language
        answer = stranger.sends(files=[SimpleUploadedFile("carta.pdf", content)])
        page = answer.content.decode()
        assert (answer.status_code, words[language] in page) == (400, True), page
        assert "carta.pdf" in page.split('id="files-wrong"')[1].split("</span>")[0]
        assert [table.objects.count() for table in TABLES] == [0] * len(TABLES)


def test_a_bomb_is_refused_by_its_list_of_parts_and_never_unpacked(stranger):
    bomb = word_file({"[Content_Types].xml": "<x/>", "word/document.xml": b"0" * 150_000_000})

    answer = stranger.sends(files=[SimpleUploadedFile("a.docx", bomb)])

    assert answer.status_code == 400
    assert "DK-46" in answer.content.decode()
    assert not Attachment.objects.exists()


def test_dk_20_a_file_that_is_too_large_and_a_sixth_file_are_refused_and_the_words_stay(stranger):
    large = [SimpleUploadedFile("plano.txt", b"a" * 10_000_001)]
    six = [SimpleUploadedFile(f"{each}.txt", b"words") for each in range(6)]

    for files in (large, six):
        answer = stranger.sends(files=files)
        page = answer.content.decode()
        assert answer.status_code == 400
        assert "DK-20" in page.split('id="files-wrong"')[1].split("</span>")[0]
        assert WORDS in page
        assert "Elija de nuevo sus archivos" in page
    assert [table.objects.count() for table in TABLES] == [0] * len(TABLES)


def test_dk_42_a_body_beyond_all_limits_is_not_read(stranger):
    for language, words in says("at most 60 MB", "a lo más 60 MB").items():
        stranger.language = language
        answer = stranger.client.generic(
            "POST", stranger.path, b"", "multipart/form-data; boundary=x", CONTENT_LENGTH="60000001"
        )
        assert (answer.status_code, words in answer.content.decode()) == (413, True)


@pytest.mark.parametrize(
    "body",
    [b"", b"\x00\xff", b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nhal', b"--x"],
)
def test_a_torn_body_is_answered_and_writes_nothing(stranger, body):
    answer = stranger.client.generic("POST", stranger.path, body, "multipart/form-data; boundary=x")

    assert answer.status_code == 400
    assert not SentForm.objects.exists()


def test_dk_06_words_for_a_closed_call_stand_in_the_form_of_the_standing_docket(stranger, clock):
    challenge = stranger.opens()
    clock.move_to(CLOSED)
    for language, words in says("Your words stand below", "Sus palabras están abajo").items():
        stranger.language = language
        fresh = stranger.client.get(f"/{language}/docket/calls/{standing_docket(at=AT).code}/say/")
        challenge = fresh.content.decode().split('name="challenge" value="')[1].split('"')[0]
        answer = stranger.sends(challenge=challenge, answer_2="Un carril nocturno")
        page = answer.content.decode()
        assert answer.status_code == 400
        assert "DK-06" in page
        assert words in page
        assert WORDS in page
        assert "Un carril nocturno" in page
        assert f'action="/{language}/docket/calls/{standing_docket(at=AT).code}/say/"' in page
    assert not Submission.objects.exists()


def test_a_closed_call_shows_no_form_and_the_way_to_the_standing_docket(stranger, clock):
    clock.move_to(CLOSED)

    page = stranger.client.get(stranger.path).content.decode()

    assert 'name="text"' not in page
    assert f"/es/docket/calls/{standing_docket(at=AT).code}/say/" in page


@pytest.mark.parametrize("code", ["DC-9999", "x", "DC-", "DC-99999999999999999999"])
def test_dk_05_words_for_an_unknown_call_stand_in_the_form_of_the_standing_docket(stranger, code):
    challenge = stranger.opens()

    answer = stranger.sends(challenge=challenge, path=f"/es/docket/calls/{code}/say/")

    assert answer.status_code == 404
    assert "DK-05" in answer.content.decode()
    assert WORDS in answer.content.decode()
    assert stranger.client.get(f"/es/docket/calls/{code}/say/").status_code == 404


@pytest.mark.parametrize("challenge", ["x", "a.1.b", "..", "ñ.1.x", "a" * 5000, "n.1736521200." + "0" * 64])
def test_dk_12_a_forged_piece_of_work_is_refused(stranger, challenge):
    refused(stranger, says("DK-12", "DK-12"), challenge=challenge, work="7")


def test_dk_14_of_a_thousand_posts_from_one_address_sixty_are_taken_and_the_others_may_still_file(
    stranger, settings
):
    statuses = [stranger.sends(text=f"Aportación número {number}.").status_code for number in range(60)]
    more = [stranger.sends(text=f"Aportación número {number}.") for number in range(60, 65)]

    assert statuses == [302] * 60
    assert {each.status_code for each in more} == {400}
    assert "DK-14" in more[0].content.decode()
    assert "a lo más 60 aportaciones por hora" in more[0].content.decode()
    assert Submission.objects.count() == 60
    stranger.address = "203.0.113.10"
    assert stranger.sends().status_code == 302


def test_duplicate_posts_of_the_same_words_are_each_counted_and_share_one_wording(stranger):
    for _ in range(3):
        stranger.files()

    assert (Submission.objects.count(), Wording.objects.count()) == (3, 1)


def test_dk_44_a_busy_store_gives_the_words_back(stranger):
    with patch("hled.dialogue.docket.web.filing.send", side_effect=OperationalError("database is locked")):
        refused(stranger, says("the store was busy", "el acervo estaba ocupado"), status=503)


@pytest.mark.parametrize("names", [1001])
def test_a_thousand_fields_are_no_form_of_this_site(stranger, names):
    answer = stranger.client.post(stranger.path, {f"f{number}": "x" for number in range(names)})

    assert answer.status_code == 400


def test_an_answer_to_a_question_that_nobody_asked_is_left_alone(stranger):
    stranger.files(**{"answer_9": "x", "answer_": "x", "answer_²": "x", "answer_99999999999": "x"})

    assert not Answer.objects.exists()
