"""Many processes write to one register; one of them is killed at any moment."""

import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

ROOT = Path(__file__).parents[3]
KILLS = 5


@pytest.fixture
def store(tmp_path: Path, db: None) -> Iterator[dict[str, str]]:
    """A store of its own, of the kind that the tests run on, with officers enrolled."""
    url = os.environ.get("HLED_DATABASE_URL", "")
    kept = {name: value for name, value in os.environ.items() if name != "HLED_DATABASE_URL"}
    environment = {
        **kept,
        "HLED_HOME": str(tmp_path),
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")]),
    }
    name = f"writers_{uuid.uuid4().hex}"
    if url:
        server, _, _ = url.rpartition("/")
        _on_server(url, f'CREATE DATABASE "{name}"')
        environment["HLED_DATABASE_URL"] = f"{server}/{name}"
    migrate = [
        sys.executable,
        "-m",
        "django",
        "migrate",
        "--verbosity",
        "0",
        "--settings",
        "hled.project.settings",
    ]
    subprocess.run(migrate, env=environment, check=True, cwd=ROOT)
    subprocess.run(_writing("open", 0), env=environment, check=True, cwd=ROOT)
    yield environment
    if url:
        _on_server(url, f'DROP DATABASE "{name}" WITH (FORCE)')


def _on_server(url: str, sql: str) -> None:
    import psycopg

    with psycopg.connect(url.rpartition("/")[0] + "/postgres", autocommit=True) as connection:
        connection.execute(sql)  # type: ignore[call-overload]


def _writing(who: str, count: int) -> list[str]:
    return [sys.executable, "-m", "tests.dialogue.accord.writing", who, str(count)]


def start(store: dict[str, str], who: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        _writing(who, count), env=store, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


CHECK = """
import json
from hled.project.store import set_up_django
set_up_django()
from hled.dialogue.accord.models import Entry
from hled.dialogue.accord.queries.checking import check
found = check()
acts = dict(Entry.objects.values_list("act", "sequence"))
print(json.dumps([[str(each) for each in found.findings], found.size, acts]))
"""


def checked(store: dict[str, str]) -> tuple[list[str], int, dict[str, int]]:
    """Findings, size, and the number of each act."""
    import json

    done = subprocess.run(
        [sys.executable, "-c", CHECK], env=store, cwd=ROOT, text=True, capture_output=True, check=True
    )
    found = json.loads(done.stdout)
    return found[0], found[1], found[2]


def acknowledged(said: str) -> dict[str, int]:
    """Acts that a writer was told are in the register; a line that was cut short was not told."""
    whole = said[: said.rfind("\n") + 1].splitlines()
    return {act: int(sequence) for sequence, act in (line.split() for line in whole)}


def test_writers_at_the_same_time_leave_no_hole(store):
    writers = [start(store, f"P1-SC-{number}", 6) for number in range(3)]
    said = [writer.communicate(timeout=300) for writer in writers]

    assert [(writer.returncode, err) for writer, (_, err) in zip(writers, said, strict=True)] == [(0, "")] * 3
    told = {act: sequence for out, _ in said for act, sequence in acknowledged(out).items()}
    findings, size, acts = checked(store)
    assert (findings, size) == ([], 4 + 18)
    assert told.items() <= acts.items()
    assert sorted(acts.values()) == list(range(size))


def test_a_killed_writer_loses_nothing_that_was_acknowledged(store):
    random, told = Random(20261130), {}

    for number in range(KILLS):
        writer = start(store, f"P1-SC-{number}", 10_000)
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(random.uniform(0, 0.5))
        writer.send_signal(signal.SIGKILL)
        rest, _ = writer.communicate()
        told |= acknowledged(first + rest)

    findings, size, acts = checked(store)
    assert findings == []
    assert told.items() <= acts.items()
    assert len(told) >= KILLS
    assert sorted(acts.values()) == list(range(size))
