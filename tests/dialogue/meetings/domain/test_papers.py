import io
import zipfile

import pytest
from tests.dialogue.meetings.at_the_table import docx, pdf

from hled.dialogue.meetings.domain import papers
from hled.dialogue.meetings.domain.papers import PaperKind, recognized
from hled.kernel.rule import BrokenRuleError

MACRO_TYPES = (
    b'<Types><Override PartName="/word/document.xml" '
    b'ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
)
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _archive(**parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return made.getvalue()


def code_for(content):
    with pytest.raises(BrokenRuleError) as refused:
        recognized(content, name="paper")
    return [each.rule.code for each in refused.value.findings]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (pdf(), PaperKind.PDF),
        (docx(), PaperKind.DOCX),
        ("Punto 1: año\n".encode(), PaperKind.TEXT),
    ],
)
def test_a_paper_is_known_by_its_bytes(content, kind):
    assert recognized(content, name="agenda.exe") is kind


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "MT-20"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "MT-21"),
        (_archive(a="b"), "MT-21"),
        (OLD_OFFICE + b"\x00" * 600, "MT-21"),
        (docx(**{"word/vbaProject.bin": b"x"}), "MT-22"),
        (docx(**{"word/VBAPROJECT.BIN": b"x"}), "MT-22"),
        (docx(**{"[Content_Types].xml": MACRO_TYPES}), "MT-22"),
        (docx(**{"word/activeX/activeX1.bin": b"x"}), "MT-22"),
        (docx(**{"word/embeddings/oleObject1.bin": b"x"}), "MT-22"),
        (pdf(script="app.alert(1)"), "MT-22"),
        (pdf(password="s"), "MT-23"),
        (OLD_OFFICE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"), "MT-23"),
        (b"%PDF-1.7\nnothing", "MT-24"),
        (docx()[:-40], "MT-24"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_paper_is_refused(content, code):
    assert code_for(content) == [code]


def test_mt_20_a_paper_of_one_byte_too_many_is_refused(monkeypatch):
    monkeypatch.setattr(papers, "LARGEST", 10)

    assert recognized(b"ten bytes.", name="a") is PaperKind.TEXT
    assert code_for(b"ten bytes..") == ["MT-20"]


def test_mt_20_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(papers, "LARGEST_UNPACKED", 100_000)
    bomb = docx(**{"word/media/zeros.bin": b"\x00" * 200_000})

    assert len(bomb) < 100_000
    assert code_for(bomb) == ["MT-20"]


def test_mt_24_a_part_with_a_changed_byte_is_found():
    whole = bytearray(docx(**{"word/media/picture.bin": bytes(range(256)) * 40}))
    with zipfile.ZipFile(io.BytesIO(bytes(whole))) as parts:
        place = parts.getinfo("word/media/picture.bin").header_offset
    whole[place + 80] ^= 0xFF

    assert code_for(bytes(whole)) == ["MT-24"]
