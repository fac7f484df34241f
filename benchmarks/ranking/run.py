"""
The order of products with its doubt beside plain pandas, and the bundled screen from a cold start.

``python -m benchmarks.ranking.run [--runs 3]`` writes ``docs/figures/ranking.json``.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from statistics import median

from benchmarks.engine.floor import measured_machine
from benchmarks.engine.run import Job, measured, tell, tell_row, write_jobs
from benchmarks.figures import Figure, table, write_figures
from benchmarks.ranking.made import PARTNERS, PRODUCTS

COLD_GOAL = 5.0
JOB = Job(
    "ranking",
    f"Order with its doubt, whole pipeline, per run of the design, {PRODUCTS:,} products",
    f"Orden con su incertidumbre, todo el proceso, por corrida del diseño, {PRODUCTS:,} productos",
    (),
    (),
    "pandas, once",
    500,
    lambda machine: (
        8.0 * 2 * 11 * PRODUCTS / machine.bytes
    ),  # indicators and what is known of them, read once a run
    tolerance=1e-9,
    room="benchmarks.ranking",
    peer_module="peer",
)


def cold_screen(runs: int) -> Figure:
    """``hled screen`` in a process of its own under an empty home, store and all made before."""
    seconds = []
    with tempfile.TemporaryDirectory(prefix="hled-bench-") as home:
        environment = {**os.environ, "HLED_HOME": home}
        hled = os.path.join(os.path.dirname(sys.executable), "hled")
        subprocess.run([hled, "prepare"], check=True, capture_output=True, env=environment)
        for run in range(runs):
            tell(f"screen: run {run + 1} of {runs}")
            began = time.perf_counter()
            asked = [
                hled,
                "screen",
                "--seed",
                str(run + 1),
                "--format",
                "json",
            ]  # a seed of its own: nothing is kept
            subprocess.run(asked, check=True, capture_output=True, env=environment)
            seconds.append(time.perf_counter() - began)
    return Figure(
        "cold-screen",
        f"The bundled screen from a cold process, after hled prepare ({PARTNERS} partners, all products)",
        f"El examen incluido desde un proceso frío, tras hled prepare ({PARTNERS} socios, todos los productos)",
        median(seconds),
        "s",
        COLD_GOAL,
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    machine = measured_machine()
    row = measured(JOB, chosen.runs, machine)
    tell_row(row)
    write_jobs("ranking", [row], machine, runs=chosen.runs, peers=("pandas", "numpy"))
    figures = [cold_screen(chosen.runs)]
    write_figures("screen", figures, "make bench")
    print(table(figures))
    return 0 if row["holds"] and all(each.holds for each in figures) else 1


if __name__ == "__main__":
    raise SystemExit(main())
