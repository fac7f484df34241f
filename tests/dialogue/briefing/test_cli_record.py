"""``hled record``: load, export, check, history, on the same folder a coordinator edits."""

import shutil
from collections.abc import Callable
from datetime import datetime
from importlib.resources import as_file
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import time_machine

from hled.sources.record import bundled_record

Run = Callable[..., Any]

BOMB = "a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with as_file(bundled_record()) as source:
        return Path(shutil.copytree(source, tmp_path / "record"))


def _correct(folder: Path) -> None:
    file = folder / "commitments.yaml"
    said = file.read_text(encoding="utf-8")
    assert "Working Group to meet monthly" in said
    file.write_text(
        said.replace("Working Group to meet monthly", "Working Group to meet every month"), encoding="utf-8"
    )


def test_loading_the_bundled_record_again_changes_nothing(hled: Run, folder: Path) -> None:
    ran = hled("record", "load", folder, "--format", "json")

    assert ran.code == 0
    assert ran.json["changed"] is False
    jsonschema.Draft202012Validator(hled("schema", "record.load").json).validate(ran.json)


def test_warnings_load_and_are_shown_with_file_line_and_rule(hled: Run, folder: Path) -> None:
    ran = hled("record", "load", folder, "--format", "json")

    warnings = ran.json["findings"]
    assert warnings
    assert {each["severity"] for each in warnings} == {"warning"}
    assert all(".yaml" in each["place"] for each in warnings)
    assert "Warning RC-" in hled("record", "load", folder).err


def test_a_corrected_record_keeps_its_history_and_the_former_view(
    hled: Run, folder: Path, today: datetime
) -> None:
    _correct(folder)
    with time_machine.travel("2026-12-05T12:00:00Z", tick=False):
        loaded = hled("record", "load", folder, "--format", "json").json
        now = hled("commitment", "P1-SC-04", "--format", "json").json["items"][0]
        before = hled("commitment", "P1-SC-04", "--recorded-by", "2026-11-30", "--format", "json").json[
            "items"
        ][0]
        history = hled("record", "history", "commitments", "P1-SC-04", "--format", "json").json

    assert [each for each in loaded["items"] if each["changed"]] == [
        {"kind": "commitments", "added": 0, "changed": 1, "retired": 0}
    ]
    assert now["title_en"] == "Working Group to meet every month"
    assert before["title_en"] == "Working Group to meet monthly"
    assert before["history"] == []
    assert [(each["field"], each["said"], each["said_until"][:10]) for each in history["items"]] == [
        ("title_en", "Working Group to meet monthly", "2026-12-05")
    ]


def test_an_export_of_a_loaded_export_is_the_same_to_the_byte(hled: Run, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    hled("record", "export", first)

    loaded = hled("record", "load", first, "--format", "json").json
    ran = hled("record", "export", second, "--format", "json")

    assert loaded["changed"] is False
    jsonschema.Draft202012Validator(hled("schema", "record.export").json).validate(ran.json)
    assert {file.name: file.read_bytes() for file in first.iterdir()} == {
        file.name: file.read_bytes() for file in second.iterdir()
    }


def test_an_export_never_writes_over_what_is_no_record(hled: Run, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "letter.txt").write_text("Dear Secretary")

    refused = hled("record", "export", tmp_path / "out")
    told = hled("record", "export", tmp_path / "out", "--replace")

    assert (refused.code, told.code) == (1, 1)
    assert "RW-01" in refused.err
    assert "RW-02" in told.err
    assert "letter.txt" in told.err
    assert [item.name for item in (tmp_path / "out").iterdir()] == ["letter.txt"]


def test_an_export_replaces_a_part_of_a_record_when_told(hled: Run, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "glossary.yaml").write_text("[]")

    refused = hled("record", "export", tmp_path / "out")
    replaced = hled("record", "export", tmp_path / "out", "--replace")

    assert (refused.code, replaced.code) == (1, 0)
    assert (tmp_path / "out" / "commitments.yaml").is_file()


@pytest.mark.parametrize(
    ("file", "content", "code"),
    [
        ("documents.yaml", BOMB.encode(), "RC-"),
        ("documents.yaml", b"\x00\x01\x02binary", "RC-"),
        ("documents.yaml", "- id: é\n".encode("latin-1"), "RC-"),
        ("documents.yaml", b"", "RC-"),
    ],
    ids=["yaml bomb", "binary", "wrong encoding", "empty"],
)
def test_a_broken_file_stops_the_load_whole_with_every_finding(
    hled: Run, folder: Path, file: str, content: bytes, code: str
) -> None:
    (folder / file).write_bytes(content)
    before = hled("scoreboard", "--format", "json").json["digest"]

    ran = hled("record", "load", folder, "--format", "json")

    assert ran.code == 1
    errors = [each for each in ran.json["findings"] if each["severity"] == "error"]
    assert any(file in each["place"] and each["code"].startswith(code) for each in errors)
    assert "Traceback" not in ran.err
    assert hled("scoreboard", "--format", "json").json["digest"] == before


def test_an_unknown_reference_and_a_duplicate_are_shown_together_with_line_and_id(
    hled: Run, folder: Path
) -> None:
    file = folder / "commitments.yaml"
    said = file.read_text(encoding="utf-8")
    file.write_text(
        said.replace("- id: P1-SC-02", "- id: P1-SC-01", 1).replace("  pillar: P1", "  pillar: P9", 1),
        encoding="utf-8",
    )

    ran = hled("record", "check", folder, "--lang", "es", "--format", "json")

    assert ran.code == 1
    assert ran.json["sound"] is False
    jsonschema.Draft202012Validator(hled("schema", "record.check").json).validate(ran.json)
    places = [each["place"] for each in ran.json["findings"] if each["severity"] == "error"]
    assert len(places) >= 2
    assert sum("commitments.yaml" in place for place in places) >= 2


def test_checking_a_sound_record_loads_nothing_and_exits_0(hled: Run, folder: Path) -> None:
    _correct(folder)

    ran = hled("record", "check", folder)

    assert ran.code == 0
    assert "The record can be loaded." in ran.out
    assert "Working Group to meet monthly" in hled("commitment", "P1-SC-04").out
