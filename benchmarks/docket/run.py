"""
Groups of near-copies at full size and beside datasketch, and one officer's sitting with a large table.

``python -m benchmarks.docket.run [--count 1000000] [--peer-count 5000] [--sitting 100000] [--runs 3]`` writes
``docs/figures/docket.json``. Texts are made once, into ``var/bench``.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.docket.made import kept
from benchmarks.figures import Figure, table, write_figures
from benchmarks.run import tell

PEERS = Path(".venv-peers/bin/python")
TEXTS = Path("var/bench")
SECONDS_GOAL, MEGABYTES_GOAL, ADD_GOAL, SITTING_GOAL = 180, 4096, 20, 3600
RATIO_GOAL = 1 / 5
PRECISION, RECALL = 0.99, 0.95


def told(python: str | Path, module: str, *arguments: object, home: str = "") -> dict[str, Any]:
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", **({"HLED_HOME": home} if home else {})}
    command = [str(python), "-m", module, *map(str, arguments)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def of_groups(count: int, processes: int) -> list[Figure]:
    path = kept(count, TEXTS)
    tell(f"groups: {count:,} texts")
    ours = told(sys.executable, "benchmarks.docket.ours", path, processes)
    en, es = (
        f"Group {count:,} texts, {processes} processes",
        f"Agrupar {count:,} textos, {processes} procesos",
    )
    return [
        Figure("docket-group", f"{en}: time", f"{es}: tiempo", ours["seconds"], "s", SECONDS_GOAL),
        Figure("docket-group-memory", f"{en}: memory of all processes", f"{es}: memoria de todos los procesos", ours["megabytes"], "MB", MEGABYTES_GOAL),
        Figure("docket-group-imprecise", f"{en}: pairs grouped that do not belong together", f"{es}: pares agrupados que no van juntos", 1 - ours["precision"], "", 1 - PRECISION),
        Figure("docket-group-missed", f"{en}: pairs that belong together and were missed", f"{es}: pares que van juntos y no se hallaron", 1 - ours["recall"], "", 1 - RECALL),
    ]  # fmt: skip


def beside_datasketch(count: int, runs: int) -> list[Figure]:
    """One process each, the same texts; the best of the runs of each."""
    path, taken = kept(count, TEXTS), []
    for run in range(runs):
        tell(f"datasketch: run {run + 1} of {runs}, {count:,} texts")
        ours = told(sys.executable, "benchmarks.docket.ours", path, 1)
        peer = told(PEERS, "benchmarks.docket.peer", path, count)
        taken.append((ours, peer))
    seconds, peers = (min(pair[side]["seconds"] for pair in taken) for side in (0, 1))
    ours, peer = taken[0]
    en, es = f"Group {count:,} texts, one process", f"Agrupar {count:,} textos, un proceso"
    return [
        Figure("docket-beside", f"{en}: time", f"{es}: tiempo", seconds, "s", RATIO_GOAL * peers, "datasketch", seconds / peers),
        Figure("docket-beside-missed", f"{en}: pairs missed", f"{es}: pares no hallados", 1 - ours["recall"], ""),
        Figure("docket-peer-missed", f"{en}: pairs missed by datasketch", f"{es}: pares que datasketch no halló", 1 - peer["recall"], ""),
        Figure("docket-peer-imprecise", f"{en}: pairs that datasketch grouped and do not belong together", f"{es}: pares que datasketch agrupó y no van juntos", 1 - peer["precision"], ""),
    ]  # fmt: skip


def of_a_sitting(count: int) -> list[Figure]:
    tell(f"sitting: {count:,} submissions")
    with tempfile.TemporaryDirectory(prefix="hled-bench-") as home:
        done = told(sys.executable, "benchmarks.docket.sitting", count, home=home)
    seconds = done["seconds"]
    en, es = f"{count:,} submissions", f"{count:,} aportaciones"
    return [
        Figure("docket-import", f"{en}: take in the table", f"{es}: recibir la tabla", seconds["import"], "s"),
        Figure("docket-import-group", f"{en}: group and keep", f"{es}: agrupar y conservar", seconds["group"], "s"),
        Figure("docket-import-themes", f"{en}: propose {done['themes']} themes", f"{es}: proponer {done['themes']} temas", seconds["themes"], "s"),
        Figure("docket-import-replies", f"{en}: write and approve the replies of both Parties", f"{es}: redactar y aprobar las respuestas de ambas Partes", seconds["replies"], "s"),
        Figure("docket-import-whole", f"{en}: from the table to the figures", f"{es}: de la tabla a las cifras", seconds["whole"], "s", SITTING_GOAL),
        Figure("docket-import-memory", f"{en}: memory of the command", f"{es}: memoria del comando", done["megabytes"], "MB"),
        Figure("docket-add", f"Compare one more text with {count:,} in the store, median", f"Comparar un texto más con {count:,} en el acervo, mediana", done["add_ms"], "ms", ADD_GOAL),
        Figure("docket-add-p95", f"Compare one more text with {count:,} in the store, 95th percentile", f"Comparar un texto más con {count:,} en el acervo, percentil 95", done["add_p95_ms"], "ms"),
    ]  # fmt: skip


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=1_000_000)
    asked.add_argument("--peer-count", type=int, default=5_000)
    asked.add_argument("--sitting", type=int, default=100_000)
    asked.add_argument("--processes", type=int, default=2)
    asked.add_argument("--runs", type=int, default=3)
    said = asked.parse_args()
    figures = [
        *of_groups(said.count, said.processes),
        *beside_datasketch(said.peer_count, said.runs),
        *of_a_sitting(said.sitting),
    ]
    write_figures("docket", figures, "make bench")
    print(table(figures))
    return 0 if all(each.holds for each in figures) else 1


if __name__ == "__main__":
    raise SystemExit(main())
