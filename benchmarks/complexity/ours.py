"""
The full set by the engine, run in a process of its own, like its peer.

``python -m benchmarks.complexity.ours FILE`` prints one line of JSON and writes the answer to FILE.
"""

import json
import sys
import time

import numpy as np

from benchmarks.complexity.made import made_exports
from benchmarks.memory import peak_megabytes
from hled.economy.complexity import GROWTH_LAB, capability
from hled.economy.trade.markets import WorldExports


def main(file: str) -> None:
    values = made_exports()
    world = WorldExports(
        year=2024,
        edition="HS2022",
        exporters=tuple(f"{at:03}" for at in range(values.shape[0])),
        products=tuple(f"{at:06}" for at in range(values.shape[1])),
        values=values,
        name="made up",
        source="made",
    )
    began = time.perf_counter()
    found = capability(world, convention=GROWTH_LAB)
    seconds = time.perf_counter() - began
    said = {"seconds": seconds, "megabytes": peak_megabytes()}
    np.savez(
        file,
        rca=found.rca,
        eci=found.eci,
        pci=found.pci,
        density=found.density,
        coi=found.outlook_index,
        cog=found.outlook_gain,
        proximity=found.phi[::50],
    )
    print(json.dumps(said))


if __name__ == "__main__":
    main(sys.argv[1])
