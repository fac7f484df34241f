"""
The engine beside its peers: every job in processes of their own, in turn, and the answers compared.

``python -m benchmarks.engine.run [--runs 3] [--only JOB]`` writes ``docs/figures/engine.json``.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from benchmarks.engine.floor import Machine, measured_machine
from benchmarks.engine.made import ACCOUNTS, REGIONS_AND_SECTORS
from benchmarks.figures import FOLDER, measured_on_this_machine
from hled.sources.tables import BUNDLED

PEER_PYTHON = Path(".venv-peers/bin/python")
WORLD = "wiod2013-2011"
_OFTEN = 3
PEER_WORLD = BUNDLED / "wiod2013" / "wiot_2011.npz"


def _square(n: int) -> float:
    return float(n) * n


@dataclass(frozen=True)
class Job:
    """
    One row of the page.

    `times` is how often the peer's step must be done for the whole job, `sample` how many answers of a sampled peer are
    compared. `floor` gives the least seconds that this machine could need. `room` holds the modules that are run. `often` is how
    many times as often as asked the job is run: one of less than a second shows a pause of the machine more than a long one.
    """

    id: str
    title_en: str
    title_es: str
    ours: tuple[str, ...]
    peer: tuple[str, ...]
    peer_name: str
    goal: float
    floor: Callable[[Machine], float]
    times: int = 1
    often: int = 1
    memory_goal: float | None = None
    tolerance: float = 1e-8
    only_first: bool = False
    room: str = "benchmarks.engine"
    peer_module: str = "peers"


def _footprint_floor(n: int) -> Callable[[Machine], float]:
    regions, _ = REGIONS_AND_SECTORS[n]
    right = ACCOUNTS * (regions + 1) + regions
    return lambda machine: _factors(n) / machine.single + 2 * _square(n) * right * 3 / machine.double


def _factors(n: int) -> float:
    return 2 / 3 * float(n) ** 3


def _steps(count: int) -> float:
    """Operations of so many products with the table, or ways back through its factors, for 256 draws: as many as the engine takes."""
    return 2 * _square(2464) * 256 * count


JOBS: tuple[Job, ...] = (
    *(
        Job(
            f"footprints-{n}",
            f"Full system with footprints of five accounts, {n:,} sectors",
            f"Sistema completo con huellas de cinco cuentas, {n:,} sectores",
            ("footprints", str(n)),
            ("footprints", str(n)),
            "pymrio calc_all",
            5,
            _footprint_floor(n),
            often=often,
            memory_goal=0.5,
        )
        for n, often in ((2464, _OFTEN), (9800, 1))
    ),
    Job(
        "what-if-9800",
        "One what-if (a third of a corridor stops), 9,800 sectors",
        "Una simulación (se detiene un tercio de un corredor), 9,800 sectores",
        ("what-if", "9800"),
        ("what-if", "9800"),
        "pymrio, inverse again",
        50,
        lambda machine: 10 * 8 * _square(9800) / machine.bytes,  # ten readings of the table
    ),
    Job(
        "extraction-2464",
        "Extraction of every industry, 2,464 sectors",
        "Extracción de cada industria, 2,464 sectores",
        ("extraction", "2464"),
        ("extraction", "2464"),
        "one inverse each",
        1000,
        lambda machine: 2 * 2464.0**3 / machine.double,
        times=2464,
        often=_OFTEN,
        only_first=True,
    ),
    Job(
        "draws-2464",
        "256 coefficient draws, 2,464 sectors, double precision",
        "256 sorteos de coeficientes, 2,464 sectores, doble precisión",
        ("draws", "2464"),
        ("draws", "2464"),
        "one inverse each",
        100,
        lambda machine: _steps(7) / machine.double + (_steps(6) + _factors(2464)) / machine.single,
        times=256,
        often=_OFTEN,
        only_first=True,
    ),
    Job(
        "draws-single-2464",
        "256 coefficient draws, 2,464 sectors, single precision",
        "256 sorteos de coeficientes, 2,464 sectores, precisión simple",
        ("draws-single", "2464"),
        ("draws", "2464"),
        "one inverse each",
        300,
        lambda machine: (_steps(4 + 3) + _factors(2464)) / machine.single,
        times=256,
        often=_OFTEN,
        tolerance=1e-4,
        only_first=True,
    ),
    Job(
        "exporters-wiod",
        "Borin-Mancini, all 41 exporters, WIOD 2011",
        "Borin-Mancini, los 41 exportadores, WIOD 2011",
        ("exporters", WORLD),
        ("exporters", str(PEER_WORLD)),
        "one inverse per exporter",
        15,
        lambda machine: 2 * 1435.0**3 / machine.double,
        often=_OFTEN,
    ),
)


@dataclass
class Measured:
    """Seconds and megabytes of every run, and the answer of the last."""

    seconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)
    answer: dict[str, np.ndarray] = field(default_factory=dict)


def tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _once(python: Path | str, module: str, arguments: Sequence[str], into: Measured) -> None:
    with tempfile.TemporaryDirectory(prefix="hled-bench-") as folder:
        file = Path(folder) / "answer.npz"
        done = subprocess.run(
            [str(python), "-m", module, *arguments, str(file)],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": "."},
        )
        said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        with np.load(file) as kept:
            into.answer = {name: kept[name] for name in kept.files}
    into.seconds.append(said["seconds"])
    into.megabytes.append(said["megabytes"])


def _difference(ours: dict[str, np.ndarray], peers: dict[str, np.ndarray], job: Job) -> float:
    """Largest difference relative to the largest value of each answer."""
    worst = 0.0
    for name, theirs in peers.items():
        mine = ours[name]
        if job.only_first:
            mine = mine[..., : theirs.shape[-1]]
        scale = float(np.abs(theirs).max()) or 1.0
        worst = max(worst, float(np.abs(mine.reshape(theirs.shape) - theirs).max()) / scale)
    return worst


def measured(job: Job, runs: int, machine: Machine) -> dict[str, Any]:
    ours, peers = Measured(), Measured()
    runs *= job.often
    for run in range(runs):
        tell(f"{job.id}: run {run + 1} of {runs}")
        _once(sys.executable, f"{job.room}.ours", job.ours, ours)
        _once(PEER_PYTHON, f"{job.room}.{job.peer_module}", job.peer, peers)
    difference = _difference(ours.answer, peers.answer, job)
    if not difference <= job.tolerance:
        raise SystemExit(f"{job.id}: the answers differ by {difference:.1e}, more than {job.tolerance:.0e}")
    seconds, theirs = median(ours.seconds), median(peers.seconds) * job.times
    ratio = median(t * job.times / o for o, t in zip(ours.seconds, peers.seconds, strict=True))
    memory = median(ours.megabytes) / median(peers.megabytes)
    return {
        "id": job.id,
        "title_en": job.title_en,
        "title_es": job.title_es,
        "peer": job.peer_name,
        "runs": runs,
        "ours_s": seconds,
        "peer_s": theirs,
        "sampled": job.times > 1,
        "faster": ratio,
        "goal": job.goal,
        "ours_mb": median(ours.megabytes),
        "peer_mb": median(peers.megabytes),
        "memory": memory,
        "memory_goal": job.memory_goal,
        "floor_s": job.floor(machine),
        "difference": difference,
        "holds": ratio >= job.goal and (job.memory_goal is None or memory <= job.memory_goal),
    }


def versions(*peers: str) -> dict[str, str]:
    """Of our libraries and of the peers' packages that are named."""
    said = subprocess.run(
        [
            PEER_PYTHON,
            "-c",
            "import sys;from importlib.metadata import version as v;print(*map(v, sys.argv[1:]))",
            *peers,
        ],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    return {
        "numpy": version("numpy"),
        "scipy": version("scipy"),
        **{f"peer {name}": found for name, found in zip(peers, said, strict=True)},
    }


def tell_row(row: dict[str, Any]) -> None:
    verdict = "held" if row["holds"] else "MISSED"
    print(
        f"{row['id']:<20} {row['ours_s']:>8.2f} s  {row['peer_s']:>9.1f} s  {row['faster']:>8.1f} x"
        f"  goal {row['goal']:g} x  memory {row['memory']:.2f}  floor {row['floor_s']:.2f} s  {verdict}"
    )


def write_jobs(
    name: str, rows: list[dict[str, Any]], machine: Machine, *, runs: int, peers: tuple[str, ...]
) -> None:
    """Write dated figures of jobs beside their peers for the documentation."""
    path = FOLDER / f"{name}.json"
    said = {
        **measured_on_this_machine("make bench"),
        "runs": runs,
        "versions": versions(*peers),
        "floor": asdict(machine),
        "jobs": rows,
    }
    path.write_text(json.dumps(said, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    tell(f"Written to {path.name}; run `make pages` to take them into the documentation.")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", choices=[job.id for job in JOBS])
    chosen = parser.parse_args()
    machine = measured_machine()
    rows = [measured(job, chosen.runs, machine) for job in JOBS if chosen.only in {None, job.id}]
    for row in rows:
        tell_row(row)
    if chosen.only is None:
        write_jobs("engine", rows, machine, runs=chosen.runs, peers=("pymrio", "pandas", "numpy"))
    return 0 if all(row["holds"] for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
