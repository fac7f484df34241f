"""
Run the long proofs, and date what they showed in the documentation.

``python -m tools.proof [NAME ...]`` runs those that are named, and dates them beside what was shown earlier on the same day.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.figures import Figure, figures_of_today, table, write_figures

RUNS = (
    ("properties", "Laws held for any input", "Leyes válidas para cualquier entrada", ["tests/properties"]),
    (
        "replay",
        "The record replayed day by day",
        "El registro reproducido día por día",
        ["tests/proofs/test_replay.py"],
    ),
    (
        "crash",
        "Loads killed at random moments",
        "Cargas interrumpidas en momentos al azar",
        ["tests/proofs/test_crash.py"],
    ),
    (
        "killed-server",
        "A server killed at 100 points of editing and signing",
        "Un servidor interrumpido en 100 puntos de edición y firma",
        ["tests/proofs/test_killed_server.py"],
    ),
    (
        "large-table",
        "A table of 4,000 sectors read from CSV",
        "Una tabla de 4,000 sectores leída de CSV",
        ["tests/proofs/test_large_table.py"],
    ),
    (
        "consent",
        "Operations of two delegations in any order",
        "Operaciones de dos delegaciones en cualquier orden",
        ["tests/proofs/test_consent.py"],
    ),
    (
        "sitting",
        "100,000 submissions brought to thirty themes with replies",
        "100,000 aportaciones llevadas a treinta temas con respuestas",
        ["tests/proofs/test_docket_sitting.py"],
    ),
    (
        "contract",
        "Generated requests to the API",
        "Solicitudes generadas a la API",
        ["tests/proofs/test_contract.py"],
    ),
)


def prove(name: str, english: str, spanish: str, paths: list[str]) -> tuple[list[Figure], bool]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-n",
            "2",
            "-q",
            "-m",
            "",
            "--junitxml",
            str(report),
            *paths,
        ]
        done = subprocess.run(command, env={**os.environ, "HYPOTHESIS_PROFILE": "proof"}, check=False)
        suite = ElementTree.parse(report).getroot().find("testsuite")
        counts = (
            {key: float(suite.get(key, 0)) for key in ("tests", "failures", "errors", "time")}
            if suite is not None
            else {}
        )
    bad = counts.get("failures", 0) + counts.get("errors", 0)
    return [
        Figure(f"{name}-tests", f"{english}: tests", f"{spanish}: pruebas", counts.get("tests", 0), ""),
        Figure(f"{name}-failures", f"{english}: failures", f"{spanish}: fallas", bad, "", 0),
        Figure(f"{name}-seconds", f"{english}: duration", f"{spanish}: duración", counts.get("time", 0), "s"),
    ], done.returncode == 0


def main(names: list[str]) -> int:
    known = [name for name, *_ in RUNS]
    if unknown := set(names) - set(known):
        print(f"No such proof: {', '.join(sorted(unknown))}; there are {', '.join(known)}.", file=sys.stderr)
        return 2
    shown = figures_of_today("proofs") if names else {}
    held = True
    for run in RUNS:
        if not names or run[0] in names:
            found, passed = prove(*run)
            shown |= {each.id: each for each in found}
            held = held and passed
    whole = [f"{name}-{part}" for name in known for part in ("tests", "failures", "seconds")]
    figures = [shown[each] for each in whole if each in shown]
    write_figures("proofs", figures, "make proof")
    print(table(figures))
    return 0 if held else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
