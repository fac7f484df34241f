"""
Dependency flags by the product, in a process of its own.

``python -m benchmarks.trade.ours PARQUET ANSWER`` prints one line of JSON and writes the answer to ANSWER.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np

from benchmarks.memory import peak_megabytes
from benchmarks.trade.made import COUNTRIES, PRODUCTS, numbered
from hled.sources.trade.flag_reading import flags_of_file


def main(parquet: str, answer: str) -> None:
    began = time.perf_counter()
    found = flags_of_file(Path(parquet), period="2022", areas=COUNTRIES, products=PRODUCTS)
    seconds = time.perf_counter() - began
    row, column = np.nonzero(found.flags.bought)
    np.savez(
        answer,
        **numbered(np.array(found.countries)[row], np.array(found.products)[column]),
        value=found.flags.imports[row, column],
        exports=found.flags.exports[row, column],
        hhi=found.flags.hhi[row, column],
        world_hhi=found.flags.world_hhi[column],
        flagged=found.flags.flagged[row, column].astype(float),
    )
    print(json.dumps({"seconds": seconds, "megabytes": peak_megabytes()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
