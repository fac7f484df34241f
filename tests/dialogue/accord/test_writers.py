"""Many processes write to one register; one of them is killed at any moment."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from tests.dialogue.accord.own_store import ROOT, own_store

KILLS = 5


@pytest.fixture
def store(tmp_path: Path, db: None) -> Iterator[dict[str, str]]:
    """A store of its own with officers enrolled."""
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
    with own_store(tmp_path) as environment:
        subprocess.run(migrate, env=environment, check=True, cwd=ROOT)
        subprocess.run(_writing("open", 0), env=environment, check=True, cwd=ROOT)
        yield environment


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
