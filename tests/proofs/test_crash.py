"""A load that is killed at any moment leaves the store as it was, or with the whole record."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

pytestmark = pytest.mark.proof

TRIES = 60
HLED = Path(sys.executable).parent / "hled"
COUNT = "SELECT COUNT(*) FROM workplan_commitment WHERE retired_at IS NULL"


def environment(home: Path) -> dict[str, str]:
    ours = ("HLED_DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return {**kept, "HLED_HOME": str(home)}


def commitments(home: Path) -> int:
    with sqlite3.connect(home / "hled.sqlite3") as store:
        assert store.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return int(store.execute(COUNT).fetchone()[0])


def test_a_killed_load_is_whole_or_nothing(tmp_path):
    from benchmarks.generating import generated_record

    from hled.sources.record import write_record

    home, folder, random = tmp_path / "home", tmp_path / "record", Random(20261123)
    write_record(generated_record(4), folder)
    subprocess.run([HLED, "prepare"], env=environment(home), check=True, capture_output=True)
    before = commitments(home)
    began = time.perf_counter()
    subprocess.run(
        [HLED, "record", "load", folder], env=environment(tmp_path / "timed"), check=True, capture_output=True
    )
    whole = time.perf_counter() - began
    after = commitments(tmp_path / "timed")
    seen = set()

    for _ in range(TRIES):
        process = subprocess.Popen(
            [HLED, "record", "load", folder],
            env=environment(home),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(random.uniform(0, whole))
        process.send_signal(signal.SIGKILL)
        process.wait()
        seen.add(commitments(home))

    assert seen <= {before, after}
    assert (
        subprocess.run(
            [HLED, "scoreboard"], env=environment(home), check=False, capture_output=True
        ).returncode
        == 0
    )


def test_an_interrupted_first_start_is_begun_again(tmp_path):
    random = Random(7)

    for number in range(12):
        home = tmp_path / f"home{number}"
        process = subprocess.Popen(
            [HLED, "prepare"], env=environment(home), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(random.uniform(0.2, 6))
        process.send_signal(signal.SIGKILL)
        process.wait()

        done = subprocess.run([HLED, "scoreboard"], env=environment(home), check=False, capture_output=True)

        assert done.returncode == 0, done.stderr
        assert commitments(home) == 97
