"""A figure that was measured, with its goal."""

import json
import os
import platform
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "docs" / "figures"


@dataclass(frozen=True, slots=True)
class Figure:
    """
    One measured value.

    `goal` is the most it may be, None where none is set; `peer` names what the ratio compares with, and `ratio` is our
    value over the peer's.
    """

    id: str
    title_en: str
    title_es: str
    value: float
    unit: str
    goal: float | None = None
    peer: str = ""
    ratio: float | None = None

    @property
    def holds(self) -> bool:
        return self.goal is None or self.value <= self.goal


def measured_on_this_machine(command: str) -> dict[str, Any]:
    """The day, the command that gives the figures again, and the size of the machine."""
    return {
        "measured_on": os.environ.get("MEASURED_ON", date.today().isoformat()),
        "command": command,
        "machine": {
            "cores": os.cpu_count(),
            "python": platform.python_version(),
            "system": platform.system(),
        },
    }


def write_figures(name: str, figures: list[Figure], command: str) -> Path:
    """Write dated figures for the documentation."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{name}.json"
    said = {
        **measured_on_this_machine(command),
        "figures": [asdict(figure) | {"holds": figure.holds} for figure in figures],
    }
    path.write_text(json.dumps(said, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def figures_of_today(name: str) -> dict[str, Figure]:
    """What was measured on this machine today under that name, by figure; empty where nothing was."""
    path = FOLDER / f"{name}.json"
    said = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    today = measured_on_this_machine(said.get("command", ""))
    if any(said.get(key) != value for key, value in today.items()):
        return {}
    known = {each.name for each in fields(Figure)}
    return {
        each["id"]: Figure(**{key: value for key, value in each.items() if key in known})
        for each in said["figures"]
    }


def table(figures: list[Figure]) -> str:
    lines = []
    for each in figures:
        goal = f"goal {each.goal:g}" if each.goal is not None else ""
        ratio = f"{each.ratio:.2f} x {each.peer}" if each.ratio is not None else ""
        verdict = "" if each.holds else "MISSED"
        lines.append(
            f"{each.title_en:<72} {each.value:>10.3f} {each.unit:<4} {goal:<10} {ratio:<24} {verdict}"
        )
    return "\n".join(lines)
