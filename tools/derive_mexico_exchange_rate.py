"""
Derive the pesos-per-dollar series from the table of all countries (Federal Reserve H.10).

    python tools/derive_mexico_exchange_rate.py exchange_rates_monthly.csv.gz

Writes `exchange_rate_mexico_monthly.csv` into the bundled set and prints the digests of input and output.
"""

import csv
import gzip
import sys
from hashlib import sha256
from pathlib import Path

OUTPUT = Path("src/hled/sources/bundled/macro_indicators/exchange_rate_mexico_monthly.csv")


def main(source: Path) -> None:
    with gzip.open(source, "rt", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["Country"] == "Mexico"]
    with OUTPUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["month", "pesos_per_dollar"])
        writer.writerows([row["Date"][:7], row["Exchange rate"]] for row in rows)
    for path in (source, OUTPUT):
        print(sha256(path.read_bytes()).hexdigest(), path.name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
