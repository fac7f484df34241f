"""What is written in the project holds on any machine, and names none."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXTS = {".py", ".md", ".html", ".css", ".js", ".po", ".toml", ".txt", ".in", ".yaml", ".json"}
HOST_PATH = re.compile(r"(?<![\w.~/])/(?:work|root|home|Users|mnt)/|(?<![\w.])/tmp/")


def written() -> list[Path]:
    folders = (path for name in ("src", "tools", "benchmarks") for path in (ROOT / name).rglob("*"))
    return [
        *(path for path in folders if path.suffix in TEXTS),
        ROOT / "Makefile",
        ROOT / "pyproject.toml",
        ROOT / ".ci" / "run",
    ]


def test_no_source_names_a_folder_of_one_machine() -> None:
    read = {path: path.read_text(encoding="utf-8") for path in written()}

    assert len(read) > 200
    assert {path.name: found for path, text in read.items() if (found := HOST_PATH.findall(text))} == {}
