"""The tool that measures the reader of statements finds texts by digest and says what it could not measure."""

import gzip
import importlib.util
import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from types import ModuleType

import pytest

TOOL = Path(__file__).parent.parent.parent / "tools" / "accuracy.py"


@pytest.fixture
def accuracy() -> Iterator[ModuleType]:
    spec = importlib.util.spec_from_file_location("accuracy_tool", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


@pytest.fixture
def labels(accuracy: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A house with one labelled document, whose text may or may not be in the folder that is asked for."""
    house = tmp_path / "specimens"
    (house / "labels").mkdir(parents=True)
    document = {
        "id": "letter",
        "source_url": "https://example.org/letter",
        "language": "en",
        "kind": "statement",
        "sha256": "0000000000000000000000000000000000000000000000000000000000000000",
        "split": "test",
        "labels": [
            {"start": 0, "end": 35, "label": "commitment", "actor": "joint", "strength": 2, "undertakings": 1}
        ],
    }
    (house / "labels" / "letter.json").write_text(json.dumps(document), encoding="utf-8")
    monkeypatch.setattr(accuracy, "SPECIMENS", house)
    return house / "labels" / "letter.json"


LETTER = "The Parties will repair the bridge.\r\n"


def _ask_for(text: str, labels: Path) -> None:
    document = json.loads(labels.read_text(encoding="utf-8"))
    document["sha256"] = sha256(text.encode("utf-8")).hexdigest()
    labels.write_text(json.dumps(document), encoding="utf-8")


def test_a_text_is_found_by_its_digest_whatever_its_name_and_with_its_line_ends(
    accuracy: ModuleType, labels: Path, tmp_path: Path
) -> None:
    _ask_for(LETTER, labels)
    folder = tmp_path / "texts" / "deep"
    folder.mkdir(parents=True)
    (folder / "another name.md").write_bytes(LETTER.encode("utf-8"))

    found, missing = accuracy.published(tmp_path / "texts")

    assert [one.text for one in found] == [LETTER]
    assert missing == []


def test_a_text_is_found_inside_compressed_records(
    accuracy: ModuleType, labels: Path, tmp_path: Path
) -> None:
    _ask_for(LETTER, labels)
    folder = tmp_path / "texts"
    folder.mkdir()
    with gzip.open(folder / "all.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.write(json.dumps({"title": "no text"}) + "\n" + json.dumps({"text": LETTER}) + "\n")

    found, missing = accuracy.published(folder)

    assert [one.text for one in found] == [LETTER]
    assert missing == []


def test_a_missing_text_is_named_and_no_page_is_written(
    accuracy: ModuleType, labels: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    pages = [tmp_path / "en.md", tmp_path / "es.md"]

    status = accuracy.main([str(folder), "--write", *map(str, pages)])

    assert status == 1
    assert "missing: letter" in capsys.readouterr().err
    assert not any(page.exists() for page in pages)


def test_the_pages_are_dated_and_in_both_languages(
    accuracy: ModuleType, labels: Path, tmp_path: Path
) -> None:
    _ask_for(LETTER, labels)
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "letter.txt").write_bytes(LETTER.encode("utf-8"))
    pages = [tmp_path / "docs" / "en.md", tmp_path / "docs" / "es.md"]

    status = accuracy.main([str(folder), "--on", "2026-11-23", "--write", *map(str, pages)])

    english, spanish = (page.read_text(encoding="utf-8") for page in pages)
    assert status == 0
    assert "Measured on 2026-11-23" in english
    assert "| published | English | test | all kinds | 1 | 1 | 1.00 | 1.00 | 1.00 |" in english
    assert "Medido el 2026-11-23" in spanish
    assert "| publicado | inglés | prueba | todos los tipos | 1 | 1 | 1.00 | 1.00 | 1.00 |" in spanish


def test_a_folder_that_is_not_there_is_a_wrong_call(accuracy: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        accuracy.main([str(tmp_path / "nowhere")])

    assert stopped.value.code == 2


def test_a_keyword_counts_only_as_a_whole_word(accuracy: ModuleType) -> None:
    text = "They agree. The willow grew.\n- Acuerdo no es palabra inglesa."

    assert [text[one.start : one.end] for one in accuracy.sentences_with_a_keyword(text, "en")] == [
        "They agree."
    ]


def test_every_kind_of_the_labels_has_a_name_in_both_languages(accuracy: ModuleType) -> None:
    kinds = {
        json.loads(path.read_text(encoding="utf-8"))["kind"] for path in accuracy.SPECIMENS.glob("*/*.json")
    }

    assert kinds <= set(accuracy.KIND)
