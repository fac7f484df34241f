"""
The full set by py-ecomplexity, run with the interpreter that has it.

``python -m benchmarks.complexity.peer FILE`` prints one line of JSON and writes the answer to FILE. The check of
log-supermodularity, which the engine does not do, is turned off; the long table is made before the clock starts.
"""

import json
import sys
import time

import numpy as np

from benchmarks.complexity.made import made_exports
from benchmarks.memory import peak_megabytes

COLUMNS = {"time": "year", "loc": "exporter", "prod": "product", "val": "value"}


def main(file: str) -> None:
    import pandas as pd
    from ecomplexity import ecomplexity
    from ecomplexity.calc_proximity import calc_discrete_proximity

    values = made_exports()
    countries, products = values.shape
    sold = np.nonzero(values)
    table = pd.DataFrame(
        {
            "year": 2024,
            "exporter": np.array([f"{at:03}" for at in range(countries)])[sold[0]],
            "product": np.array([f"{at:06}" for at in range(products)])[sold[1]],
            "value": values[sold],
        }
    )
    began = time.perf_counter()
    found = ecomplexity(table, COLUMNS, check_logsupermodularity=False, verbose=False)
    seconds = time.perf_counter() - began
    said = {"seconds": seconds, "megabytes": peak_megabytes()}
    found = found.sort_values(["exporter", "product"])
    cells = {name: found[name].to_numpy(dtype=float).reshape(countries, products) for name in _OF_CELLS}
    M = found["mcp"].to_numpy().reshape(countries, products)
    phi = calc_discrete_proximity(M, M.sum(axis=0))
    np.savez(
        file,
        eci=found["eci"].to_numpy(dtype=float).reshape(countries, products)[:, 0],
        pci=found["pci"].to_numpy(dtype=float).reshape(countries, products)[0],
        coi=found["coi"].to_numpy(dtype=float).reshape(countries, products)[:, 0],
        proximity=phi[::50],
        **cells,
    )
    print(json.dumps(said))


_OF_CELLS = ("rca", "density", "cog")

if __name__ == "__main__":
    main(sys.argv[1])
