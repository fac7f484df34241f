"""Figures that `make bench` and `make proof` measured, with their day and machine."""

import json
from pathlib import Path
from typing import Any

from pages.markdown import NOTHING, code, plain, sections, table

from hled.kernel.bilingual import Bilingual

FOLDER = Path(__file__).parents[2] / "docs" / "figures"

_NOT_YET = Bilingual(
    "No figures were recorded yet; `make {task}` records them.",
    "Aún no se registran cifras; `make {task}` las registra.",
)
_MEASURED = Bilingual(
    "Measured on {on} with {cores} processor cores, Python {python}, {system}; {command} gives the figures again.",
    "Medido el {on} con {cores} núcleos de procesador, Python {python}, {system}; {command} vuelve a dar las cifras.",
)
_HOLDS = {True: Bilingual("held", "cumplida"), False: Bilingual("missed", "incumplida")}


def benchmarks(language: str) -> str:
    return _page("benchmarks", "bench", language)


def proofs(language: str) -> str:
    return _page("proofs", "proof", language)


def _page(name: str, task: str, language: str) -> str:
    path = FOLDER / f"{name}.json"
    if not path.is_file():
        return sections(_NOT_YET.format(task=task).in_language(language))
    said = json.loads(path.read_text(encoding="utf-8"))
    headings = (
        Bilingual("what", "qué"),
        Bilingual("value", "valor"),
        Bilingual("goal", "meta"),
        Bilingual("goal was", "la meta fue"),
        Bilingual("ratio", "razón"),
    )
    rows = ([*_row(each, language)] for each in said["figures"])
    machine = _MEASURED.format(on=said["measured_on"], command=code(said["command"]), **said["machine"])
    return sections(machine.in_language(language), table(headings, rows, language))


def _row(figure: dict[str, Any], language: str) -> list[str]:
    unit = figure.get("unit") or ""
    goal, ratio = figure.get("goal"), figure.get("ratio")
    return [
        plain(figure[f"title_{language}"]),
        f"{_shown(figure['value'])} {unit}".strip(),
        NOTHING if goal is None else f"{goal:,g} {unit}".strip(),
        NOTHING if goal is None else _HOLDS[bool(figure["holds"])].in_language(language),
        NOTHING if ratio is None else f"{ratio:.2f} × {plain(figure['peer'])}",
    ]


def _shown(value: float) -> str:
    """Three digits, or all of a larger whole number."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
