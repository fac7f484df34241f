"""Text comes out of every format it is asked for, and bad files are refused with a rule."""

import io
import os
import zipfile
from hashlib import sha256
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas

from hled.kernel.rule import BrokenRuleError
from hled.sources.texts import LARGEST_FILE, TextFormat, extract_text, extract_text_from_bytes

SENTENCE = "Both ministries will repair the weir at Los Ébanos by May."


def refused(content: bytes, name: str) -> str:
    with pytest.raises(BrokenRuleError) as caught:
        extract_text_from_bytes(content, name=name)
    finding = caught.value.findings[0].as_json()
    assert finding["remedy_en"]
    assert finding["remedy_es"]
    return str(finding["code"])


def pdf(*lines: str) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    for number, line in enumerate(lines):
        canvas.drawString(72, 720 - 20 * number, line)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_plain_text_stays_as_it_is_with_its_line_ends(tmp_path: Path, name: str) -> None:
    content = f"# Title\r\n\r\n{SENTENCE}\r\n".encode()
    (tmp_path / name).write_bytes(content)

    found = extract_text(tmp_path / name)

    assert found.text == content.decode()
    assert found.digest == sha256(content).hexdigest()


def test_utf_16_is_read_when_its_mark_is_there() -> None:
    found = extract_text_from_bytes(SENTENCE.encode("utf-16"), name="a.txt")

    assert found.text == SENTENCE


def test_html_keeps_headings_and_items_and_never_its_script() -> None:
    page = (
        "<html><head><title>Weirs</title><style>p{}</style></head><body><h2>Water</h2><p>The Parties will:</p>"
        "<ol><li>repair the <b>weir</b>;</li><li>count fish.</li></ol><script>alert('we will')</script></body></html>"
    )

    found = extract_text_from_bytes(page.encode(), name="a.html")

    assert found.title == "Weirs"
    assert found.text.split() == [
        "##",
        "Water",
        "The",
        "Parties",
        "will:",
        "1.",
        "repair",
        "the",
        "weir",
        ";",
        "2.",
        "count",
        "fish.",
    ] or (found.text == "## Water\n\nThe Parties will:\n\n1. repair the weir;\n\n2. count fish.\n")
    assert "alert" not in found.text


def test_deeply_nested_html_does_not_exhaust_the_stack() -> None:
    page = "<div>" * 3_000 + SENTENCE + "</div>" * 3_000

    assert SENTENCE in extract_text_from_bytes(page.encode(), name="a.html").text


def test_word_gives_headings_lists_and_tables_in_order() -> None:
    document = docx.Document()
    document.add_heading("Water", level=1)
    document.add_paragraph("The Parties will:")
    document.add_paragraph("repair the weir;", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Mexico", "counts fish"
    buffer = io.BytesIO()
    document.save(buffer)

    found = extract_text_from_bytes(buffer.getvalue(), name="a.docx")

    assert found.text == "# Water\n\nThe Parties will:\n\n- repair the weir;\n\nMexico | counts fish\n"
    assert found.format is TextFormat.DOCX


def test_a_pdf_with_text_is_read() -> None:
    found = extract_text_from_bytes(
        pdf("The Parties will repair the weir.", "They will count fish."), name="a.pdf"
    )

    assert found.text.split() == [
        "The",
        "Parties",
        "will",
        "repair",
        "the",
        "weir.",
        "They",
        "will",
        "count",
        "fish.",
    ]


def test_tx_01_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenRuleError, match="TX-01"):
        extract_text(tmp_path / "nowhere.txt")


def test_tx_01_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()

    with pytest.raises(BrokenRuleError, match="TX-01"):
        extract_text(tmp_path / "folder.txt")


def test_tx_02_a_file_too_large_is_refused_by_its_size_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = tmp_path / "large.txt"
    large.touch()
    os.truncate(large, 200_000_000)

    def never(_: Path) -> bytes:
        pytest.fail("the file was read")

    monkeypatch.setattr(Path, "read_bytes", never)

    with pytest.raises(BrokenRuleError, match="TX-02"):
        extract_text(large)


def test_tx_02_holds_for_bytes_too() -> None:
    assert refused(b"a" * (LARGEST_FILE + 1), "a.txt") == "TX-02"


def test_tx_03_an_empty_file_is_refused() -> None:
    assert refused(b"", "a.md") == "TX-03"


@pytest.mark.parametrize(
    "content",
    [b"\x00\x01\x02", b"\x7fELF" + b"\x00" * 40, b"%PDF-1.7\n", bytes(range(32)) * 20, b"PK\x03\x04rest"],
)
def test_tx_04_a_binary_file_named_as_text_is_refused(content: bytes) -> None:
    assert refused(content, "a.txt") == "TX-04"


def test_tx_04_a_text_named_as_pdf_is_refused() -> None:
    assert refused(SENTENCE.encode(), "a.pdf") == "TX-04"


def test_tx_05_another_encoding_is_refused_and_not_guessed() -> None:
    assert refused("Reunión en Los Ébanos".encode("latin-1"), "a.txt") == "TX-05"


def test_tx_06_a_pdf_of_pictures_is_refused() -> None:
    assert refused(pdf(), "a.pdf") == "TX-06"


def test_tx_07_a_locked_pdf_is_refused() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf(SENTENCE)))
    writer.encrypt("secret", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)

    assert refused(buffer.getvalue(), "a.pdf") == "TX-07"


def test_tx_07_a_broken_pdf_is_refused() -> None:
    assert refused(b"%PDF-1.4\nnothing more", "a.pdf") == "TX-07"


@pytest.mark.parametrize("content", [b"PK\x03\x04broken", b"no archive at all"])
def test_tx_08_a_broken_word_document_is_refused(content: bytes) -> None:
    assert refused(content, "a.docx") == "TX-08"


def test_tx_08_an_archive_that_is_no_word_document_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("hello.txt", "hello")

    assert refused(buffer.getvalue(), "a.docx") == "TX-08"


def test_tx_09_an_archive_that_grows_without_measure_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(6):
            archive.writestr(f"word/{number}.xml", b"0" * 20_000_000)

    assert refused(buffer.getvalue(), "a.docx") == "TX-09"


@pytest.mark.parametrize("name", ["a.doc", "a.exe", "statement"])
def test_tx_10_another_extension_is_refused(name: str) -> None:
    assert refused(SENTENCE.encode(), name) == "TX-10"


@pytest.mark.parametrize(
    ("content", "name"), [(b" \n\t ", "a.txt"), (b"<p> </p><script>x</script>", "a.html")]
)
def test_tx_11_a_file_without_words_is_refused(content: bytes, name: str) -> None:
    assert refused(content, name) == "TX-11"


def codes_of(content: bytes, name: str) -> set[str]:
    """Codes of the rules that the bytes break; none when their text came out."""
    try:
        extract_text_from_bytes(content, name=name)
    except BrokenRuleError as error:
        return {finding.rule.code for finding in error.findings}
    return set()


@given(st.text(min_size=1).filter(lambda text: any(map(str.isalnum, text))))
def test_any_text_in_utf_8_is_unchanged_or_refused_as_binary(text: str) -> None:
    codes = codes_of(text.encode(), "a.txt")

    assert codes <= {"TX-04"}
    assert codes or extract_text_from_bytes(text.encode(), name="a.txt").text == text.removeprefix("\ufeff")


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html", "a.docx", "a.pdf"]))
def test_any_bytes_are_read_or_refused_with_a_rule(content: bytes, name: str) -> None:
    assert all(code.startswith("TX-") for code in codes_of(content, name))
