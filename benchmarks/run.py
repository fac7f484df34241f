"""
Measure speed and size on a record 100 times the real one, and date the figures in the documentation.

``python -m benchmarks.run [--times 100] [--observations 1000000] [--duration 30]``
"""

import argparse
import contextlib
import http.client
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure, table, write_figures
from benchmarks.generating import generated_record
from benchmarks.traffic import send
from hled.sources.record import write_record

HLED = Path(sys.executable).parent / "hled"
PEER_PYTHON = Path(".venv-peers/bin/python")
PAGES = (
    "/en/",
    "/es/",
    "/en/?as_of=2023-04-18",
    "/es/?status=done",
    "/en/commitments/P1-SC-03/",
    "/es/commitments/X-01/",
    "/en/meetings/",
    "/es/documents/",
    "/en/agencies/",
    "/en/indicators/",
    "/es/indicators/IN-01/",
    "/en/alerts/",
    "/es/agenda/",
    "/en/search/?words=semiconductores",
)
READS = (
    "/api/v1/scoreboard?limit=100",
    "/api/v1/scoreboard?limit=100&as_of=2023-04-18",
    "/api/v1/commitments/P1-SC-03",
    "/api/v1/documents?limit=100",
    "/api/v1/meetings",
    "/api/v1/indicators",
    "/api/v1/alerts?limit=100",
    "/api/v1/search?words=frontera&limit=50",
)


def tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def child(home: Path, *arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.children", *arguments],
        env={**os.environ, "HLED_HOME": str(home)},
        check=True,
        capture_output=True,
        text=True,
    )
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(port: int, path: str) -> bool:
    with contextlib.suppress(OSError, http.client.HTTPException):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer.status == 200
    return False


@contextlib.contextmanager
def served(home: Path, workers: int, more: Mapping[str, str] = os.environ) -> Iterator[tuple[int, float]]:
    """The production server on a free port; gives the port and the seconds until the first page."""
    port = free_port()
    began = time.perf_counter()
    process = subprocess.Popen(
        [HLED, "serve", "--port", str(port)],
        env={**more, "HLED_HOME": str(home), "HLED_WORKERS": str(workers)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not answers(port, "/en/"):
            if process.poll() is not None or time.perf_counter() - began > 120:
                raise SystemExit("the server did not start")
            time.sleep(0.05)
        yield port, time.perf_counter() - began
    finally:
        process.terminate()
        process.wait(timeout=30)


def second_start(home: Path) -> float:
    """Seconds of ``make demo`` on a standing store until the first page answers, without make's own start."""
    subprocess.run(
        [HLED, "prepare"], env={**os.environ, "HLED_HOME": str(home)}, check=True, capture_output=True
    )
    began = time.perf_counter()
    for command in ("prepare", "scoreboard"):
        subprocess.run(
            [HLED, command], env={**os.environ, "HLED_HOME": str(home)}, check=True, capture_output=True
        )
    before_serving = time.perf_counter() - began
    with served(home, workers=2) as (_, until_page):
        return before_serving + until_page


def peer_reading(folder: Path) -> dict[str, float]:
    """Seconds that YAML libraries need to read the commitments file, without any check."""
    if not PEER_PYTHON.exists():
        return {}
    script = (
        "import sys,time,json,yaml\nfrom ruamel.yaml import YAML\npath=sys.argv[1]\nfound={}\n"
        "for name,read in (('PyYAML safe_load',lambda f: yaml.load(f,yaml.SafeLoader)),"
        "('ruamel.yaml safe',YAML(typ='safe').load)):\n"
        "    began=time.perf_counter()\n    read(open(path,encoding='utf-8'))\n    found[name]=time.perf_counter()-began\n"
        "print(json.dumps(found))"
    )
    done = subprocess.run(
        [PEER_PYTHON, "-c", script, folder / "commitments.yaml"], capture_output=True, text=True, check=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def own_reading(folder: Path) -> float:
    from hled.sources.record.forming import form_entries
    from hled.sources.record.schema import KINDS

    content = (folder / "commitments.yaml").read_bytes()
    began = time.perf_counter()
    form_entries(KINDS["commitments"], content)
    return time.perf_counter() - began


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--observations", type=int, default=1_000_000)
    parser.add_argument("--duration", type=float, default=30)
    chosen = parser.parse_args()
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="hled-bench-") as temporary:
        place = Path(temporary)
        home, folder, small = place / "home", place / "record", place / "small"
        tell(f"Writing a record {chosen.times} times the real one ...")
        write_record(generated_record(chosen.times), folder)
        tell("Loading it ...")
        loaded = child(home, "load", str(folder))
        figures.append(
            Figure(
                "load",
                "Load of the record into the store",
                "Carga del registro en el almacén",
                loaded["seconds"],
                "s",
                20,
            )
        )
        tell("Reading it beside its peers ...")
        own = own_reading(folder)
        for peer, seconds in peer_reading(folder).items():
            figures.append(
                Figure(
                    f"read-{peer.split()[0].lower()}",
                    "Reading and checking the form of commitments.yaml",
                    "Lectura y revisión de forma de commitments.yaml",
                    own,
                    "s",
                    peer=peer,
                    ratio=own / seconds,
                )
            )
        tell(f"Adding {chosen.observations:,} observations ...")
        filled = child(home, "observations", str(chosen.observations))
        tell(f"  {filled['observations']:,} in {filled['seconds']:.0f} s")
        tell("Computing the scoreboard as of several days ...")
        board = child(home, "scoreboard")
        figures += [
            Figure(
                "scoreboard",
                "Whole scoreboard as of any date, slowest of five",
                "Tablero completo a cualquier fecha, el más lento de cinco",
                max(board["seconds"]),
                "s",
                1,
            ),
            Figure(
                "scoreboard-memory",
                "Memory of that process at its peak",
                "Memoria máxima de ese proceso",
                board["megabytes"],
                "MB",
                500,
            ),
        ]
        tell(f"Serving it at 20 requests a second for {chosen.duration:g} s each ...")
        with served(home, workers=4) as (port, _):
            for path in (*PAGES, *READS):
                if not answers(port, path):
                    tell(f"  {path} did not answer with 200")
            pages = send(port, PAGES, rate=20, duration=chosen.duration)
            reads = send(port, READS, rate=20, duration=chosen.duration)
        figures += [
            Figure(
                "pages",
                "Public pages, 95th percentile at 20 a second",
                "Páginas públicas, percentil 95 a 20 por segundo",
                pages.p95 * 1000,
                "ms",
                150,
            ),
            Figure(
                "pages-median", "Public pages, median", "Páginas públicas, mediana", pages.median * 1000, "ms"
            ),
            Figure(
                "reads",
                "API reads, 95th percentile at 20 a second",
                "Lecturas de la API, percentil 95 a 20 por segundo",
                reads.p95 * 1000,
                "ms",
                300,
            ),
            Figure(
                "reads-median", "API reads, median", "Lecturas de la API, mediana", reads.median * 1000, "ms"
            ),
            Figure(
                "failures",
                "Answers that were not 200",
                "Respuestas distintas de 200",
                float(pages.failures + reads.failures),
                "",
                0,
            ),
        ]
        tell("Starting the demonstration a second time ...")
        figures.append(
            Figure(
                "second-start",
                "Second start of the demonstration until the first page",
                "Segundo arranque de la demostración hasta la primera página",
                second_start(small),
                "s",
                5,
            )
        )
    path = write_figures("benchmarks", figures, "make bench")
    print(table(figures))
    tell(f"Written to {path.name}; run `make pages` to take them into the documentation.")
    return 0 if all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    raise SystemExit(main())
