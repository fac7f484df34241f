"""
Dependency flags on 12.8 million made rows of Parquet beside pandas and plain SQL: the same file, in turn, the answers compared.

``python -m benchmarks.trade.run [--runs 3]`` writes ``docs/figures/trade.json``.
"""

import argparse
import tempfile
from pathlib import Path

from benchmarks.engine.floor import Machine, measured_machine
from benchmarks.engine.run import Job, measured, tell, tell_row, write_jobs
from benchmarks.trade.made import ROWS, write_made

BYTES = 8 + 4 + 3 * 2
"""Of one row: value, product, and positions of importer, exporter and flow."""


def _floor(machine: Machine) -> float:
    return ROWS * BYTES / machine.bytes


def _job(peer: str, name: str, goal: float, parquet: Path) -> Job:
    return Job(
        f"flags-{peer}",
        "Dependency flags of every importer, 12.8 million rows of Parquet",
        "Alertas de dependencia de cada importador, 12.8 millones de filas de Parquet",
        (str(parquet),),
        (peer, str(parquet)),
        name,
        goal,
        _floor,
        tolerance=1e-9,
        room="benchmarks.trade",
        peer_module="peers",
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    machine = measured_machine()
    with tempfile.TemporaryDirectory(prefix="hled-bench-") as folder:
        parquet = Path(folder) / "rows.parquet"
        write_made(parquet)
        tell(f"{ROWS:,} rows, {parquet.stat().st_size / 1e6:.0f} MB")
        jobs = (_job("pandas", "pandas", 5, parquet), _job("sql", "DuckDB, plain SQL", 2, parquet))
        rows = [measured(job, chosen.runs, machine) for job in jobs]
    for row in rows:
        tell_row(row)
    write_jobs("trade", rows, machine, runs=chosen.runs, peers=("pandas", "duckdb", "pyarrow"))
    return 0 if all(row["holds"] for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
