"""Files are kept as they came; their text is read in a process of its own, and none of them runs."""

import io
import zipfile

import pytest
from tests.dialogue.docket.in_the_docket import AT, announced, filed

from hled.dialogue.docket.domain.attaching import is_given
from hled.dialogue.docket.models import Attachment
from hled.dialogue.docket.queries.asking import Filters
from hled.dialogue.docket.queries.public import searched
from hled.dialogue.docket.services.attaching import File, read_waiting
from hled.dialogue.docket.services.extraction import extracted
from hled.dialogue.docket.services.filing import correct
from hled.kernel.rule import BrokenRuleError

pytestmark = pytest.mark.django_db


def docx(text):
    from docx import Document

    document, out = Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def code(refused):
    return refused.value.findings[0].rule.code


def test_the_text_of_a_file_is_read_after_it_was_filed():
    made = filed(announced(), files=(File("../../mi carta.docx", docx("El carril nocturno \u202eayuda")),))

    waiting = Attachment.objects.get()
    assert (waiting.state, waiting.file_name) == ("waiting", f"{made.submission.code}-1.docx")
    assert read_waiting() == 1
    assert Attachment.objects.get().text == "El carril nocturno ayuda"


def test_a_file_alone_is_a_submission_and_is_compared_by_the_words_of_the_file():
    call = announced()
    made = filed(call, text=" ", files=(File("a.txt", b"Only this file."),)).submission
    said = filed(call, text="Only this file!").submission

    assert made.wording is None
    assert read_waiting() == 1

    made.refresh_from_db()
    assert made.wording == said.wording


def test_the_words_of_files_are_searched_with_the_submission_and_do_not_change_its_group():
    made = filed(announced(), text="See the file.", files=(File("a.txt", b"Carril nocturno"),))
    before = made.submission.wording

    read_waiting()

    assert list(searched(Filters(words="NOCTURNO"))) == [made.submission]
    made.submission.refresh_from_db()
    assert made.submission.wording == before
    corrected = correct(submission=made.submission, text="Read the file.", answers={}, at=AT)
    assert corrected.folded == "read the file carril nocturno"


@pytest.mark.parametrize(
    ("state", "rule", "given"),
    [
        ("waiting", "", False),
        ("read", "", True),
        ("unreadable", "MT-22", False),
        ("unreadable", "DK-21", True),
    ],
)
def test_a_file_is_given_to_the_public_once_it_was_looked_at_and_carries_no_program(state, rule, given):
    assert is_given(state, rule) is given


def test_a_pdf_with_a_program_is_kept_and_not_given():
    from pypdf import PdfWriter

    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(72, 72)
    writer.add_attachment("run.js", b"alert(1)")
    writer.write(out)
    filed(announced(), files=(File("a.pdf", out.getvalue()),))

    read_waiting()

    kept = Attachment.objects.get()
    assert (kept.state, kept.broken_rule) == ("unreadable", "MT-22")
    assert not is_given(kept.state, kept.broken_rule)


def test_mt_23_a_pdf_with_a_password_is_refused_at_once():
    from pypdf import PdfWriter

    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(72, 72)
    writer.encrypt("secret")
    writer.write(out)

    with pytest.raises(BrokenRuleError) as refused:
        filed(announced(), files=(File("a.pdf", out.getvalue()),))

    assert code(refused) == "MT-23"


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "DK-46"),
        (b"x" * 10_000_001, "DK-20"),
        (b"MZ\x90\x00\x03", "MT-21"),
        (b"%PDF-1.7 broken", "MT-24"),
    ],
)
def test_what_is_no_paper_is_refused_with_everything_else(content, rule):
    with pytest.raises(BrokenRuleError) as refused:
        filed(announced(), files=(File("a.pdf", content),))

    assert code(refused) == rule


def test_dk_20_six_files_are_too_many():
    with pytest.raises(BrokenRuleError) as refused:
        filed(announced(), files=tuple(File(f"{each}.txt", b"words") for each in range(6)))

    assert code(refused) == "DK-20"


def test_a_zip_bomb_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", "<Types/>")
        parts.writestr("word/document.xml", b"0" * 300_000_000)

    with pytest.raises(BrokenRuleError) as refused:
        filed(announced(), files=(File("a.docx", out.getvalue()),))

    assert code(refused) == "DK-46"


def test_dk_21_a_reader_without_memory_is_stopped_and_the_server_stays_up():
    with pytest.raises(BrokenRuleError) as refused:
        extracted(docx("words"), kind="docx", memory=30_000_000)

    assert code(refused) == "DK-21"


def test_a_file_that_cannot_be_read_says_which_rule_it_breaks():
    with pytest.raises(BrokenRuleError) as refused:
        extracted(b"PK\x03\x04 no document", kind="docx")

    assert code(refused) == "MT-24"
