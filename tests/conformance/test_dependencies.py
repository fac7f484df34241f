"""Every package that the project asks for stands with its reason in the decision record, and is locked."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
DECISION = ROOT / "docs" / "decisions" / "2026-11-23-dependencies.md"
NAME = re.compile(r"[A-Za-z0-9._-]+")


def asked_for() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    return [found[0].lower() for each in wanted if (found := NAME.match(each))]


def test_every_dependency_has_one_line_with_licence_and_reason() -> None:
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in DECISION.read_text(encoding="utf-8").splitlines()
        if line.startswith("| `")
    ]

    assert sorted(name.strip("`") for name, _, _ in rows) == sorted(asked_for())
    assert [name for name, licence, why in rows if not (licence and why)] == []


def test_every_dependency_is_pinned_with_a_hash() -> None:
    lock = (ROOT / "locks" / "hled.txt").read_text(encoding="utf-8")
    pinned = dict(
        re.findall(r"^([a-z0-9._-]+)(?:\[[^\]]*\])?==(\S+).*\\\n {4}--hash=(?=sha256:)", lock, re.MULTILINE)
    )

    assert [name for name in asked_for() if name not in pinned] == []
    assert re.findall(r"^--|https?://", lock, re.MULTILINE) == []
