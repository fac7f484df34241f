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


def brief(language: str) -> str:
    """From a cold process to both files."""
    return _page("brief", "bench", language)


def register(language: str) -> str:
    """The register at full size."""
    return _page("register", "bench", language)


def docket(language: str) -> str:
    """Groups of a million texts, beside a peer, and an officer's sitting with a large table."""
    return _page("docket", "bench", language)


def docket_search(language: str) -> str:
    """Search as the public waits for it, on both stores."""
    return _page("docket-search", "bench", language)


def posting(language: str) -> str:
    """Forms that strangers send to the docket of one server."""
    return _page("posting", "bench", language)


def editors(language: str) -> str:
    """Twenty editors at joint texts of one server."""
    return _page("editors", "bench", language)


def proofs(language: str) -> str:
    return _page("proofs", "proof", language)


def engine(language: str) -> str:
    """The engine beside its peers, with the least that the machine could need for each job."""
    return _jobs("engine", language)


def complexity(language: str) -> str:
    """Complexity and relatedness beside the program of the Growth Lab."""
    return _jobs("complexity", language)


def trade(language: str) -> str:
    """Dependency flags on a large trade table beside pandas and plain SQL."""
    return _jobs("trade", language)


def _jobs(name: str, language: str) -> str:
    path = FOLDER / f"{name}.json"
    if not path.is_file():
        return sections(_NOT_YET.format(task="bench").in_language(language))
    said = json.loads(path.read_text(encoding="utf-8"))
    machine = _MEASURED.format(on=said["measured_on"], command=code(said["command"]), **said["machine"])
    floor = {name: f"{value / 1e9:,.0f}" for name, value in said["floor"].items()}
    versions = ", ".join(f"{name} {version}" for name, version in said["versions"].items())
    return sections(
        machine.in_language(language),
        _OF_ENGINE.format(runs=said["runs"], versions=versions, **floor).in_language(language),
        table(_ENGINE_HEADINGS, [_engine_row(each, language) for each in said["jobs"]], language),
    )


_OF_ENGINE = Bilingual(
    "Medians of at least {runs} runs, engine and peer in turn, each in a process of its own, with answers compared; {versions}. "
    "A peer that repeats one step is timed on three of them, marked ≈. The floor is what the arithmetic or the memory traffic of "
    "the job would take at the best rate seen in the same run: {double} and {single} billion operations a second in double and "
    "single precision, {bytes} GB/s.",
    "Medianas de al menos {runs} corridas, motor y par por turnos, cada uno en un proceso propio, con respuestas comparadas; {versions}. "
    "Un par que repite un paso se mide con tres de ellos, marcado ≈. El piso es lo que la aritmética o el tráfico de memoria del "
    "trabajo tomaría al mejor ritmo visto en la misma corrida: {double} y {single} mil millones de operaciones por segundo en "
    "doble y simple precisión, {bytes} GB/s.",
)
_ENGINE_HEADINGS = (
    Bilingual("job", "trabajo"),
    Bilingual("engine", "motor"),
    Bilingual("peer", "par"),
    Bilingual("times faster", "veces más rápido"),
    Bilingual("goal", "meta"),
    Bilingual("memory, engine / peer", "memoria, motor / par"),
    Bilingual("floor", "piso"),
    Bilingual("largest difference", "mayor diferencia"),
    Bilingual("goal was", "la meta fue"),
)


def _engine_row(job: dict[str, Any], language: str) -> list[str]:
    about = "≈ " if job["sampled"] else ""
    least = "" if job["memory_goal"] is None else f" (≤ {job['memory_goal']:g})"
    return [
        plain(job[f"title_{language}"]),
        f"{_shown(job['ours_s'])} s",
        f"{about}{_shown(job['peer_s'])} s ({plain(job['peer'])})",
        f"{_shown(job['faster'])} ×",
        f"≥ {job['goal']:,g} ×",
        f"{job['ours_mb']:,.0f} / {job['peer_mb']:,.0f} MB{least}",
        f"{_shown(job['floor_s'])} s",
        f"{job['difference']:.0e}",
        _HOLDS[bool(job["holds"])].in_language(language),
    ]


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
