"""``hled brief``: files that are the same wherever they are made, and refusals that say what to do."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.one_store

Run = Callable[..., Any]


def test_it_writes_both_files_and_names_them(hled: Run, tmp_path: Path) -> None:
    ran = hled(
        "brief", "--meeting", "M-2023-09-29", "--lang", "es", "--out", str(tmp_path / "new" / "folder")
    )

    assert ran.code == 0
    names = [f"hled-brief-M-2023-09-29-joint-es.{each}" for each in ("pdf", "docx")]
    assert sorted(each.name for each in (tmp_path / "new" / "folder").iterdir()) == sorted(names)
    assert ran.out.split() == [str(tmp_path / "new" / "folder" / each) for each in names]
    assert (tmp_path / "new" / "folder" / names[0]).read_bytes().startswith(b"%PDF")


def test_a_former_book_is_replaced_whole_and_leaves_nothing_behind(hled: Run, tmp_path: Path) -> None:
    old = tmp_path / "out" / "hled-brief-M-2013-09-20-joint-en.pdf"
    old.parent.mkdir()
    old.write_bytes(b"old")

    hled("brief", "--meeting", "M-2013-09-20", "--format", "pdf", "--out", str(old.parent))

    assert old.read_bytes().startswith(b"%PDF")
    assert list(old.parent.iterdir()) == [old]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("--meeting M-1999-01-01", "BB-01"),
        ("--meeting next --as-of 2010-01-01", "BB-02"),
        ("--meeting M-2021-12-13", "BB-03"),
        ("--meeting next --as-of 2023-13-01", "AS-01"),
        ("--party ca", "CL-01"),
        ("--format odt", "CL-01"),
        ("note --party us", "BB-04"),
        ("note --text x --by y", "BB-07"),
        ("note --party mx --text x --by y --meeting M-1", "BB-01"),
        ("note --party us --take-back 999", "PG-01"),
        ("notes", "BB-07"),
    ],
)
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_wrong_call_exits_2_with_its_rule_and_writes_nothing(
    hled: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: str, code: str, language: str
) -> None:
    monkeypatch.chdir(tmp_path)

    ran = hled("brief", *arguments.split(), "--lang", language)

    assert ran.code == 2
    assert code in ran.err
    assert "Traceback" not in ran.err
    assert [each.name for each in tmp_path.iterdir() if each.suffix] == []


def test_bb_06_a_file_is_no_folder(hled: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    ran = hled("brief", "--out", str(tmp_path / "file"))

    assert ran.code == 2
    assert "BB-06" in ran.err


def test_a_note_is_written_listed_and_taken_back(hled: Run) -> None:
    written = hled(
        "brief", "note", "--party", "mx", "--by", "Coordinación", "--text", "Pedir otra fecha.", "--in", "es"
    )
    number = written.out.split()[1]

    assert written.code == 0
    assert "Pedir otra fecha." in hled("brief", "notes", "--party", "mx").out
    assert "Pedir otra fecha." not in hled("brief", "notes", "--party", "us").out
    assert hled("brief", "note", "--party", "mx", "--take-back", number).code == 0
    assert "Pedir otra fecha." not in hled("brief", "notes", "--party", "mx").out


def test_two_processes_with_other_hash_seeds_write_the_same_bytes(tmp_path: Path) -> None:
    made = [_made_by_a_process(tmp_path, seed) for seed in ("1", "4711")]

    assert len(made[0]) == 2
    assert made[0] == made[1]


def _made_by_a_process(folder: Path, seed: str) -> dict[str, bytes]:
    out = folder / f"out-{seed}"
    code = "import sys; from hled.project.commands import main; sys.exit(main())"
    environment = {
        **os.environ,
        "PYTHONHASHSEED": seed,
        "HLED_HOME": str(folder / "home"),
        "HLED_DATABASE_URL": "",
        "TZ": "Asia/Tokyo" if seed == "1" else "America/Mexico_City",
    }
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    subprocess.run(
        [sys.executable, "-c", code, "brief", "--meeting", "M-2022-09-12", "--out", str(out)],
        env=environment,
        check=True,
        capture_output=True,
    )
    return {each.name: each.read_bytes() for each in out.iterdir()}


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_says_what_the_book_holds_and_gives_its_files(
    bundled: datetime, client: Client, language: str
) -> None:
    page = client.get(f"/{language}/meetings/M-2023-09-29/brief/").content.decode()

    for spoken in ("en", "es"):
        for format in ("pdf", "docx"):
            assert f'href="/{spoken}/meetings/M-2023-09-29/brief/book.{format}"' in page
    assert ("3. Late or silent, worst first" if language == "en" else "3. Con atraso o sin informe") in page


def test_the_files_of_the_site_and_of_the_api_are_those_of_the_command(
    hled: Run, client: Client, tmp_path: Path
) -> None:
    hled("brief", "--meeting", "M-2022-09-12", "--lang", "es", "--out", str(tmp_path))

    for format in ("pdf", "docx"):
        made = (tmp_path / f"hled-brief-M-2022-09-12-joint-es.{format}").read_bytes()
        page = client.get(f"/es/meetings/M-2022-09-12/brief/book.{format}")
        answer = client.get(f"/api/v1/meetings/M-2022-09-12/brief?lang=es&format={format}")
        assert page.content == answer.content == made
        assert f"joint-es.{format}" in page["Content-Disposition"]
        again = client.get(
            f"/es/meetings/M-2022-09-12/brief/book.{format}", headers={"If-None-Match": page["ETag"]}
        )
        assert again.status_code == 304


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/en/meetings/M-1999-01-01/brief/", "BB-01"),
        ("/en/meetings/M-1999-01-01/brief/book.pdf", "BB-01"),
        ("/es/meetings/next/brief/book.exe", "PG-01"),
    ],
)
def test_what_is_not_there_is_not_found(bundled: datetime, client: Client, path: str, code: str) -> None:
    response = client.get(path)

    assert response.status_code == 404
    assert code in response.content.decode()
