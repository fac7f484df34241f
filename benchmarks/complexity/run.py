"""
Complexity and relatedness of one year beside py-ecomplexity: processes of their own, in turn, and the answers compared.

``python -m benchmarks.complexity.run [--runs 3]`` writes ``docs/figures/complexity.json``.
"""

import argparse

from benchmarks.complexity.made import COUNTRIES, PRODUCTS
from benchmarks.engine.floor import Machine, measured_machine
from benchmarks.engine.run import Job, measured, tell_row, write_jobs


def _floor(machine: Machine) -> float:
    """Half a product for the proximity in single precision, two for density and gain in double."""
    product = 2.0 * COUNTRIES * PRODUCTS**2
    return product / 2 / machine.single + 2 * product / machine.double


JOB = Job(
    "complexity",
    f"Complexity and relatedness of one year, {COUNTRIES} countries by {PRODUCTS:,} products",
    f"Complejidad y proximidad de un año, {COUNTRIES} países por {PRODUCTS:,} productos",
    (),
    (),
    "py-ecomplexity",
    50,
    _floor,
    memory_goal=1 / 3,
    tolerance=1e-6,
    room="benchmarks.complexity",
    peer_module="peer",
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    machine = measured_machine()
    row = measured(JOB, chosen.runs, machine)
    tell_row(row)
    write_jobs("complexity", [row], machine, runs=chosen.runs, peers=("ecomplexity", "pandas", "numpy"))
    return 0 if row["holds"] else 1


if __name__ == "__main__":
    raise SystemExit(main())
