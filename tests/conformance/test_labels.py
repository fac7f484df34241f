"""The labels that the reader of statements is measured against are well-formed and carry no text of others."""

import json
import re
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

SPECIMENS = Path(__file__).parent.parent / "specimens"
OF_DOCUMENTS = sorted((SPECIMENS / "labels").glob("*.json"))
OF_STATEMENTS = sorted((SPECIMENS / "statements").glob("*.json"))

FIELDS = {
    "id",
    "title",
    "date",
    "source_url",
    "language",
    "kind",
    "sha256",
    "characters",
    "split",
    "labelled_on",
    "labels",
}
PLACE = {"start", "end", "label"}
DETAILS = {"actor", "strength", "undertakings"}
LABELS = {"commitment", "weak", "aim", "quotation", "report"}
ACTORS = {"joint", "us", "mx", "other_party", "unspecified"}
SPLITS = {"development", "test", "held_out"}

every_file = pytest.mark.parametrize("path", [*OF_DOCUMENTS, *OF_STATEMENTS], ids=lambda path: path.stem)
every_statement = pytest.mark.parametrize("path", OF_STATEMENTS, ids=lambda path: path.stem)


def _read(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


def _text_beside(path: Path) -> str:
    """Return the text that a file of labels describes, with its line ends as they are."""
    (text,) = [other for other in path.parent.glob(f"{path.stem}.*") if other.suffix in {".txt", ".md"}]
    return text.read_bytes().decode("utf-8")


@every_file
def test_a_file_of_labels_says_what_it_describes(path: Path) -> None:
    document = _read(path)

    assert set(document) == FIELDS
    assert document["id"] == path.stem
    assert document["language"] in {"en", "es"}
    assert document["split"] in SPLITS
    assert re.fullmatch(r"[0-9a-f]{64}", document["sha256"])
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", document["date"])
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", document["labelled_on"])


@every_file
def test_a_label_has_a_known_kind_and_only_commitments_have_details(path: Path) -> None:
    for label in _read(path)["labels"]:
        committing = label["label"] == "commitment"

        assert label["label"] in LABELS
        assert set(label) == (PLACE | DETAILS if committing else PLACE)
        if committing:
            assert label["actor"] in ACTORS
            assert label["strength"] in {1, 2, 3}
            assert label["undertakings"] >= 1


@every_file
def test_labels_lie_in_the_text_in_order_and_do_not_overlap(path: Path) -> None:
    document = _read(path)
    borders = [border for label in document["labels"] for border in (label["start"], label["end"])]

    assert borders == sorted(borders)
    assert all(label["start"] < label["end"] for label in document["labels"])
    assert all(0 <= border <= document["characters"] for border in borders)


@every_statement
def test_the_digest_of_an_invented_statement_is_that_of_its_text(path: Path) -> None:
    document, text = _read(path), _text_beside(path)

    assert document["sha256"] == sha256(text.encode("utf-8")).hexdigest()
    assert document["characters"] == len(text)


@every_statement
def test_a_label_of_an_invented_statement_begins_and_ends_with_a_sentence(path: Path) -> None:
    document, text = _read(path), _text_beside(path)

    for label in document["labels"]:
        passage = text[label["start"] : label["end"]]

        assert passage == passage.strip()
        assert re.search(r"(?:[.,;:!?][\"”»']*|»|; (?:and|y))$", passage)
        assert not text[: label["start"]].rstrip(" ").endswith(tuple("abcdefghijklmnopqrstuvwxyz"))


@pytest.mark.parametrize("path", OF_DOCUMENTS, ids=lambda path: path.stem)
def test_a_published_document_is_named_by_its_address(path: Path) -> None:
    assert _read(path)["source_url"].startswith("https://")


def test_the_texts_of_published_documents_are_not_kept_here() -> None:
    assert {path.suffix for path in (SPECIMENS / "labels").iterdir()} == {".json", ".md"}
    assert not [path for path in OF_DOCUMENTS if "text" in path.read_text(encoding="utf-8").split('"')]


def test_at_least_sixteen_published_documents_are_labelled_on_both_sides_of_the_split() -> None:
    splits = Counter(_read(path)["split"] for path in OF_DOCUMENTS)

    assert len(OF_DOCUMENTS) >= 16
    assert min(splits[split] for split in ("development", "test")) >= 5


@pytest.mark.parametrize("language", ["en", "es"])
def test_statements_are_invented_in_each_language_for_development_and_for_the_test(
    language: str,
) -> None:
    statements = [_read(path) for path in OF_STATEMENTS if path.stem.startswith(f"{language}-")]
    splits = Counter(statement["split"] for statement in statements)

    assert min(splits[split] for split in SPLITS) >= 6
    assert {statement["language"] for statement in statements} == {language}


@pytest.mark.parametrize("language", ["en", "es"])
def test_one_invented_statement_in_each_language_has_no_commitment(language: str) -> None:
    statements = [_read(path) for path in OF_STATEMENTS if path.stem.startswith(f"{language}-")]

    assert any(
        all(label["label"] != "commitment" for label in statement["labels"]) for statement in statements
    )
