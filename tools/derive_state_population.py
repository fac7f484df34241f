"""
Derive Mexico's population by state and year from the table by municipality.

    python tools/derive_state_population.py conapo_population_municipal_1990_2040.parquet

Writes `population_state_1990_2040.csv` into the bundled set and prints the digests of input and output.
"""

import csv
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pyarrow.parquet as pq

OUTPUT = Path("src/hled/sources/bundled/mexico_municipal_2020/population_state_1990_2040.csv")


def main(source: Path) -> None:
    people: Counter[tuple[str, int]] = Counter()
    for row in pq.read_table(source).to_pylist():
        people[row["cvegeo"][:2], row["year"]] += row["population"]
    with OUTPUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["cve_ent", "year", "population"])
        writer.writerows([state, year, count] for (state, year), count in sorted(people.items()))
    for path in (source, OUTPUT):
        print(sha256(path.read_bytes()).hexdigest(), path.name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
