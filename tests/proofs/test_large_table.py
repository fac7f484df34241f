"""A file of 4,000 sectors is read within a minute and twice the memory of its flows."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

SECTORS = 4000
READ = """
import resource, sys, time
from pathlib import Path
from hled.economy.leontief import system
from hled.sources.input_output.icio import read_icio

before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
table = read_icio(Path(sys.argv[1]), id="large")
seconds = time.perf_counter() - began
kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(table.n, seconds, 1024 * kilobytes / (table.Z.nbytes + table.Y.nbytes))
"""


def written(path: Path) -> Path:
    random = np.random.default_rng(20261124)
    labels = [
        f"{region}_{sector:02d}" for region in ("MEX", "USA", "CAN", "CHN") for sector in range(SECTORS // 4)
    ]
    finals = [f"{region}_HFCE" for region in ("MEX", "USA", "CAN", "CHN")]
    columns = np.zeros(SECTORS)
    output = np.empty(SECTORS)
    with path.open("w", encoding="utf-8") as file:
        file.write(",".join(["V1", *labels, *finals, "OUT"]) + "\n")
        for at, label in enumerate(labels):
            row = np.round(random.exponential(1, SECTORS + 4), 6)
            output[at] = row.sum()
            columns += row[:SECTORS]
            file.write(f"{label}," + ",".join(map(repr, row.tolist())) + f",{float(output[at])!r}\n")
        for label, values in (("VA", output - columns), ("OUT", output)):
            file.write(f"{label}," + ",".join(map(repr, values.tolist())) + ",0,0,0,0,0\n")
    return path


@pytest.mark.proof
def test_a_large_file_is_read_quickly_and_within_twice_its_array(tmp_path):
    path = written(tmp_path / "ICIO2025_2020.csv")

    ran = subprocess.run([sys.executable, "-c", READ, str(path)], capture_output=True, text=True, check=True)

    sectors, seconds, ratio = map(float, ran.stdout.split())
    assert sectors == SECTORS
    assert seconds < 60
    assert ratio < 2
