"""Files are kept as they came; their text is read in a process of its own, and none of them runs."""

import io
import zipfile

import pytest
from tests.dialogue.docket.in_the_docket import announced, filed

from hled.dialogue.docket.models import Attachment
from hled.dialogue.docket.services.attaching import File, read_waiting
from hled.dialogue.docket.services.extraction import extracted
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


def test_a_file_alone_is_a_submission():
    assert filed(announced(), text=" ", files=(File("a.txt", b"Only this file."),)).submission.wording is None


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "MT-20"),
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

    assert code(refused) == "MT-20"


def test_dk_21_a_reader_without_memory_is_stopped_and_the_server_stays_up():
    with pytest.raises(BrokenRuleError) as refused:
        extracted(docx("words"), kind="docx", memory=30_000_000)

    assert code(refused) == "DK-21"


def test_a_file_that_cannot_be_read_says_which_rule_it_breaks():
    with pytest.raises(BrokenRuleError) as refused:
        extracted(b"PK\x03\x04 no document", kind="docx")

    assert code(refused) == "TX-08"
