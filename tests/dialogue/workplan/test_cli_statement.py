"""``hled statement``: read a file, accept candidates, edit drafts."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

Run = Callable[..., Any]

STATEMENT = (
    "# Joint Statement\n\n"
    "The United States and Mexico will hold a workshop on semiconductor supply chains by March 2024.\n\n"
    "Both governments agreed to create a Bilateral Supply Chain Working Group.\n\n"
    "The meeting took place in Washington.\n"
)
DOCUMENT = "D-2021-09-09-JS"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "statement.md"
    path.write_text(STATEMENT, encoding="utf-8")
    return path


def test_candidates_carry_offsets_into_the_file_unchanged(hled: Run, file: Path) -> None:
    answer = hled("statement", "read", file, "--format", "json").json

    assert answer["candidates"] == answer["items"]
    assert len(answer["items"]) == 2
    assert all(STATEMENT[each["start"] : each["end"]] == each["text"] for each in answer["items"])
    assert answer["left_out"] is None
    jsonschema.Draft202012Validator(hled("schema", "statement").json).validate(answer)


def test_all_shows_why_each_other_sentence_was_left_out(hled: Run, file: Path) -> None:
    answer = hled("statement", "read", file, "--all", "--format", "json").json

    assert [each["text"] for each in answer["left_out"]] == [
        "# Joint Statement",
        "The meeting took place in Washington.",
    ] or ("The meeting took place in Washington." in [each["text"] for each in answer["left_out"]])
    assert all(each["rules"] for each in answer["left_out"])
    jsonschema.Draft202012Validator(hled("schema", "statement").json).validate(answer)


def test_text_out_holds_the_text_to_which_the_offsets_refer(hled: Run, tmp_path: Path) -> None:
    page = tmp_path / "statement.html"
    page.write_text(
        "<html><head><script>alert(1)</script></head><body><p>The Parties will hold a workshop on semiconductors.</p></body></html>"
    )

    answer = hled("statement", "read", page, "--text-out", tmp_path / "out.txt", "--format", "json").json

    text = (tmp_path / "out.txt").read_bytes().decode()
    assert "alert" not in text
    assert [text[each["start"] : each["end"]] for each in answer["items"]] == [
        "The Parties will hold a workshop on semiconductors."
    ]


def test_the_language_option_is_that_of_the_text_and_not_of_the_terminal(hled: Run, file: Path) -> None:
    ran = hled("--lang", "es", "statement", "read", file, "--lang", "en")

    assert "Compromisos candidatos" in ran.out


def test_accepted_candidates_become_drafts_once_and_are_never_agreed(hled: Run, file: Path) -> None:
    first = hled(
        "statement", "draft", file, "--document", DOCUMENT, "--accept", "all", "--format", "json"
    ).json
    again = hled(
        "statement", "draft", file, "--document", DOCUMENT, "--accept", "all", "--format", "json"
    ).json

    assert (first["added"], again["added"]) == (2, 0)
    assert [each["id"] for each in first["items"]] == [each["id"] for each in again["items"]]
    assert not any(each["agreed"] for each in first["items"])
    jsonschema.Draft202012Validator(hled("schema", "drafts").json).validate(first)
    assert len(hled("scoreboard", "--format", "json").json["items"]) == 97


def test_a_near_match_is_proposed_as_a_restatement(hled: Run, file: Path) -> None:
    drafts = hled(
        "statement", "draft", file, "--document", DOCUMENT, "--accept", "all", "--format", "json"
    ).json["items"]

    assert [each["restates"] for each in drafts] == [drafts[0]["restates"], "P1-SC-03"]


def test_only_the_numbers_accepted_become_drafts(hled: Run, file: Path) -> None:
    ran = hled("statement", "draft", file, "--document", DOCUMENT, "--accept", "2", "--format", "json")

    assert ["Working Group" in each["text"] for each in ran.json["items"]] == [True]


def test_a_person_edits_and_discards_a_draft_and_it_is_kept(hled: Run, file: Path) -> None:
    (draft, _) = hled(
        "statement", "draft", file, "--document", DOCUMENT, "--accept", "all", "--format", "json"
    ).json["items"]

    hled(
        "statement", "edit", draft["id"], "--title-en", "Hold a workshop", "--title-es", "Celebrar un taller"
    )
    hled("statement", "edit", draft["id"], "--discard")
    again = hled("statement", "draft", file, "--document", DOCUMENT, "--accept", "1", "--format", "json").json

    (kept,) = again["items"]
    assert (kept["title_es"], kept["state"], again["added"]) == ("Celebrar un taller", "discarded", 0)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--document", DOCUMENT), "DR-01"),
        (("--document", DOCUMENT, "--accept", "1,99"), "DR-01"),
        (("--document", DOCUMENT, "--accept", "first"), "DR-01"),
        (("--document", "D-1999-01-01-XX", "--accept", "all"), "PG-01"),
        (("--accept", "all"), "CL-01"),
    ],
)
def test_a_wrong_call_drafts_nothing(hled: Run, file: Path, arguments: tuple[str, ...], code: str) -> None:
    ran = hled("statement", "draft", file, *arguments)

    assert ran.code == 2
    assert code in ran.err
    assert hled("statement", "drafts", "--format", "json").json["items"] == []


def _sparse(path: Path, size: int) -> None:
    with path.open("wb") as stream:
        stream.truncate(size)


@pytest.mark.parametrize(
    ("name", "content", "code", "exit_code"),
    [
        ("empty.txt", b"", "TX-03", 1),
        ("binary.txt", bytes(range(256)) * 20, "TX-04", 1),
        ("latin.txt", "Las Partes acordaron cooperación.".encode("latin-1"), "TX-05", 1),
        ("broken.pdf", b"%PDF-1.4 not really", "TX-07", 1),
        ("broken.docx", b"PK\x03\x04 not really", "TX-08", 1),
        ("statement.odt", b"text", "TX-10", 2),
        (
            "french.txt",
            "Les deux gouvernements ont décidé de créer un groupe de travail pour les chaînes.".encode(),
            "JS-01",
            1,
        ),
        ("blank.txt", b" \n\n ", "TX-11", 1),
    ],
)
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_file_that_cannot_be_read_is_refused_with_what_to_do(
    hled: Run, tmp_path: Path, name: str, content: bytes, code: str, exit_code: int, language: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    ran = hled("--lang", language, "statement", "read", path, "--format", "json")

    assert ran.code == exit_code
    (finding,) = ran.json["findings"]
    assert finding["code"] == code
    assert finding[f"remedy_{language}"].split()[0] in ran.err
    assert "Traceback" not in ran.err


def test_a_file_of_200_mb_is_refused_without_being_read(hled: Run, tmp_path: Path) -> None:
    _sparse(tmp_path / "large.txt", 200 * 1000 * 1000)

    ran = hled("statement", "read", tmp_path / "large.txt")

    assert ran.code == 1
    assert "TX-02" in ran.err


def test_a_pdf_without_text_is_refused(hled: Run, tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "scan.pdf"))
    canvas.rect(10, 10, 100, 100, fill=1)
    canvas.showPage()
    canvas.save()

    ran = hled("statement", "read", tmp_path / "scan.pdf")

    assert ran.code == 1
    assert "TX-06" in ran.err
