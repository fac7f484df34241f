"""One contract for every command: schema, digest, findings, exit codes, both languages."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from hled.kernel.digest import sha256_of

Run = Callable[..., Any]

STATEMENT = "The Parties will hold a workshop on semiconductors by March 2024. Both governments agreed to share data.\n"

ANSWERS = [
    "scoreboard",
    "scoreboard --as-of 2022-06-01",
    "scoreboard --as-of 1950-01-01",
    "scoreboard --as-of 2150-01-01",
    "scoreboard --recorded-by 2020-01-01",
    "scoreboard --pillar P2 --status silent",
    "commitment P1-SEMI-04",
    "commitment P1-SEMI-04 --as-of 2023-01-01",
    "alerts",
    "alerts --urgency high --pillar P4",
    "agenda --per-pillar 2",
    "meetings",
    "meetings list",
    "meetings planned",
    "meetings series",
    "meetings calendar",
    "agencies --party MX",
    "offices",
    "indicators",
    "indicators list --pillar P2",
    "indicators show IN-01",
    "search frontera",
    "rules",
    "rules ST-11",
    "record history commitments P1-SC-01",
    "sources list",
    "sources check",
    "tables list",
    "tables show wiod2013-2011",
    "tables check bea-2017-detail",
    "statement drafts",
    "exposure --through MEX",
    "exposure --draws 8",
    "pair",
    "product 850760",
    "product batteries:goods",
    "value-chains --draws 8 --tables wiod2013-2011",
    "extract --draws 8",
    "sweep --among foreign",
    "sweep --over countries",
    "structure",
    "structure MEX.c15 --by backward",
    "structure --table bea-2017 --by output_multiplier",
    "studies",
    "schema",
    "version",
]


def _schema_of(hled: Run, answer: Any) -> Any:
    return hled("schema", answer["schema"].split(":")[3]).json


@pytest.mark.parametrize("command", ANSWERS)
def test_every_command_prints_json_that_satisfies_its_published_schema(hled: Run, command: str) -> None:
    ran = hled(*command.split(), "--format", "json")

    assert (ran.code, ran.err) == (0, "")
    answer = ran.json
    schema = _schema_of(hled, answer)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(answer)
    assert answer["digest"] == sha256_of(answer["items"])


@pytest.mark.one_store
@pytest.mark.parametrize("command", ANSWERS)
@pytest.mark.parametrize("columns", ["80", "200"])
def test_every_command_draws_a_table_within_the_width_of_the_terminal(
    hled: Run, monkeypatch: pytest.MonkeyPatch, command: str, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    ran = hled(*command.split())

    assert ran.code == 0
    assert ran.out
    assert max(len(line.rstrip()) for line in ran.out.splitlines()) <= int(columns)
    assert "\x1b[" not in ran.out


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("scoreboard --as-of 2023-13-01", "AS-01"),
        ("scoreboard --as-of 23/04/2023", "AS-01"),
        ("scoreboard --as-of 1066-10-14", "AS-02"),
        ("scoreboard --as-of 9999-12-31", "AS-02"),
        ("scoreboard --recorded-by tomorrow", "AS-01"),
        ("scoreboard --pillar P9", "FI-01"),
        ("scoreboard --status finished", "FI-01"),
        ("scoreboard --agency NASA", "FI-01"),
        ("scoreboard --unknown", "CL-01"),
        ("scoreboard --lang fr", "CL-01"),
        ("scorebord", "CL-01"),
        ("commitment", "CL-01"),
        ("commitment P9-99", "PG-01"),
        ("commitment P1-SC-01 --as-of 1999-01-01", "PG-01"),
        ("agenda --per-pillar 0", "CL-01"),
        ("indicators show IN-99", "PG-01"),
        ("rules XX-99", "PG-01"),
        ("schema nothing", "PG-01"),
        ("tables show nothing", "IO-20"),
        ("tables add nothing", "CL-01"),
        ("record load /no/such/folder", "CL-01"),
        ("record check /no/such/folder", "CL-01"),
        ("record history rumors R-1", "PG-01"),
        ("record history commitments P9", "PG-01"),
        ("statement read /no/such/file.txt", "TX-01"),
        ("serve --port 99999", "CL-01"),
    ],
)
def test_a_wrong_call_exits_2_with_a_finding_in_both_languages(hled: Run, command: str, code: str) -> None:
    ran = hled(*command.split(), "--format", "json") if "serve" not in command else hled(*command.split())

    assert ran.code == 2
    assert code in ran.err
    assert "Traceback" not in ran.err
    if "serve" not in command:
        jsonschema.Draft202012Validator(hled("schema", "problem").json).validate(ran.json)
        (finding, *_) = ran.json["findings"]
        assert finding["code"] == code
        assert finding["remedy_en"] != finding["remedy_es"]


def test_several_wrong_dates_are_shown_together(hled: Run) -> None:
    ran = hled("scoreboard", "--as-of", "x", "--recorded-by", "y", "--format", "json")

    assert [finding["place"] for finding in ran.json["findings"]] == ["as_of", "recorded_by"]


def test_a_language_that_does_not_exist_is_refused_in_both(hled: Run) -> None:
    ran = hled("scoreboard", "--lang", "fr")

    assert "A command must be called as its help says." in ran.err
    assert "Un comando debe llamarse como indica su ayuda." in ran.err
    assert "valor no válido para '--lang'" in ran.err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("screen", "--top", "-1"), "valor no válido para '--top': debe ser 0 o más"),
        (("screen", "--top", "99999"), "valor no válido para '--top': debe ser 10000 o menos"),
        (("screen", "--floor", "much"), "valor no válido para '--floor': debe ser un número entero"),
    ],
)
def test_a_number_that_cannot_be_is_refused_in_spanish_alone(
    hled: Run, given: tuple[str, ...], said: str
) -> None:
    ran = hled(*given, "--lang", "es")

    assert ran.code == 2
    assert said in ran.err
    assert "Input should" not in ran.err


def test_an_error_of_ours_shows_no_trace_and_says_where_it_was_written(
    hled: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the store is upside down")

    monkeypatch.setattr("hled.dialogue.briefing.cli.alerts.alerts_answer", broken)

    ran = hled("alerts")

    assert ran.code == 3
    assert "CL-03" in ran.err
    assert "Traceback" not in ran.err + ran.out
    assert "upside down" in (tmp_path / "home" / "last_failure.txt").read_text()


def test_a_home_that_is_a_file_is_refused_before_anything_starts(
    hled: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    monkeypatch.setenv("HLED_HOME", str(file))

    ran = hled("scoreboard", "--format", "json")

    assert ran.code == 2
    assert [finding["code"] for finding in ran.json["findings"]] == ["SE-01"]


def test_a_database_that_cannot_be_reached_exits_3(tmp_path: Path) -> None:
    folder = tmp_path / "nowhere" / "deep"

    ran = _run(
        "scoreboard",
        "--format",
        "json",
        HLED_HOME=str(tmp_path),
        HLED_DATABASE_URL=f"sqlite:///{folder}/x.sqlite3",
    )

    assert ran.returncode == 3
    assert json.loads(ran.stdout)["findings"][0]["code"] == "CL-02"


def _run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    code = "import sys; from hled.project.commands import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        env={"PATH": os.environ["PATH"], "COLUMNS": "100", "LANG": "C.UTF-8", **environment},
    )


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"LC_ALL": "es_MX.UTF-8"}, ("Uso:", "Opciones", "Mostrar qué fue de cada compromiso", "Ejemplo:")),
        ({"LANG": "en_US.UTF-8"}, ("Usage:", "Options", "Show what became of each promise", "Example:")),
    ],
)
def test_help_is_wholly_in_the_language_of_the_terminal_with_an_example(
    tmp_path: Path, environment: dict[str, str], words: tuple[str, ...]
) -> None:
    ran = _run("scoreboard", "--help", HLED_HOME=str(tmp_path), **environment)

    assert ran.returncode == 0
    assert [word for word in words if word not in ran.stdout] == []
    if "LC_ALL" in environment:
        assert "Show" not in ran.stdout
    assert "hled scoreboard --as-of 2023-04-18 --pillar P1" in ran.stdout


def test_help_of_every_command_ends_with_an_example(hled: Run) -> None:
    from typer.main import get_command

    from hled.project.tree import tree

    def without_example(command: Any, path: str) -> list[str]:
        inner = getattr(command, "commands", {})
        own = [] if inner or "hled " in (command.epilog or "") else [path]
        return own + [
            each for name, below in inner.items() for each in without_example(below, f"{path} {name}")
        ]

    assert without_example(get_command(tree), "hled") == []


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_without_the_letters_still_gets_an_answer(tmp_path: Path, encoding: str) -> None:
    ran = _run("rules", "--lang", "es", HLED_HOME=str(tmp_path), PYTHONIOENCODING=encoding)

    assert (ran.returncode, ran.stderr) == (0, "")
    assert "ST-11" in ran.stdout


def test_a_reader_that_hangs_up_early_is_no_failure(tmp_path: Path) -> None:
    code = "import sys; from hled.project.commands import main; sys.exit(main())"
    child = subprocess.Popen(
        [sys.executable, "-c", code, "rules"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PATH": os.environ["PATH"], "HLED_HOME": str(tmp_path), "LANG": "C.UTF-8"},
    )
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()

    said = child.stderr.read()
    child.stderr.close()

    assert (child.wait(timeout=60), said) == (0, b"")
