"""
The briefing book of the real record, from a cold process to both files.

``python -m benchmarks.brief [--runs 3]`` writes ``docs/figures/brief.json``.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.figures import Figure, table, write_figures

GOAL = 5.0
HLED = Path(sys.executable).parent / "hled"
FORMATS = (
    (
        "pdf",
        "Briefing book as PDF, in a process of its own",
        "Carpeta informativa en PDF, en un proceso propio",
    ),
    ("docx", "The same as .docx", "La misma en .docx"),
    ("both", "Both files in one process", "Ambos archivos en un solo proceso"),
)


def seconds(home: Path, format: str, runs: int) -> float:
    """Median of whole commands, the start of Python included."""
    found = []
    for _ in range(runs):
        began = time.perf_counter()
        subprocess.run(
            [
                HLED,
                "brief",
                "--meeting",
                "next",
                "--lang",
                "es",
                "--format",
                format,
                "--out",
                home / "briefs",
            ],
            env={**os.environ, "HLED_HOME": str(home)},
            check=True,
            capture_output=True,
        )
        found.append(time.perf_counter() - began)
    return median(found)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory(prefix="hled-bench-") as temporary:
        home = Path(temporary)
        environment = {**os.environ, "HLED_HOME": str(home)}
        subprocess.run([HLED, "prepare"], check=True, capture_output=True, env=environment)
        figures = [
            Figure(f"brief-{format}", en, es, seconds(home, format, runs), "s", GOAL)
            for format, en, es in FORMATS
        ]
    write_figures("brief", figures, "make bench")
    print(table(figures))
    return 0 if all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    raise SystemExit(main())
