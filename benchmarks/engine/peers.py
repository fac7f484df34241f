"""
What the peers need for each job; run with the interpreter that has the peers.

``python -m benchmarks.engine.peers JOB [N] FILE`` prints one line of JSON and writes the answer to FILE.
"""

import json
import sys
import time
from collections.abc import Callable

import numpy as np

from benchmarks.engine.made import ACCOUNTS, REGIONS_AND_SECTORS, corridor, factors, made_table
from benchmarks.memory import peak_megabytes

SAMPLE = 3
"""How many of many equal inverses are timed; the rest is multiplication."""


def _system(n: int):  # the peer has no types
    import pandas as pd
    import pymrio

    regions, sectors = REGIONS_AND_SECTORS[n]
    made = made_table(n)
    names = [f"r{at}" for at in range(regions)]
    industries = pd.MultiIndex.from_product(
        [names, [f"s{at}" for at in range(sectors)]], names=["region", "sector"]
    )
    demand = pd.MultiIndex.from_product([names, ["final"]], names=["region", "category"])
    system = pymrio.IOSystem(
        Z=pd.DataFrame(made["Z"], index=industries, columns=industries),
        Y=pd.DataFrame(made["Y"], index=industries, columns=demand),
    )
    rows = [f"account {at}" for at in range(len(made["F"]))]
    system.accounts = pymrio.Extension(
        "accounts",
        F=pd.DataFrame(made["F"], index=rows, columns=industries),
        unit=pd.DataFrame({"unit": ["unit"] * len(rows)}, index=rows),
    )
    return system


def footprints(n: int) -> tuple[float, dict[str, np.ndarray]]:
    system = _system(n)
    began = time.perf_counter()
    system.calc_all()
    seconds = time.perf_counter() - began
    found = system.accounts
    regions, _ = REGIONS_AND_SECTORS[n]
    return seconds, {
        "D_cba": found.D_cba.to_numpy(),
        "D_pba": found.D_pba.to_numpy(),
        "imports": found.D_imp.to_numpy().reshape(ACCOUNTS, regions, -1).sum(axis=2),
        "exports": found.D_exp.to_numpy().reshape(ACCOUNTS, regions, -1).sum(axis=2),
    }


def what_if(n: int) -> tuple[float, dict[str, np.ndarray]]:
    """Output after a third of a corridor stopped: new coefficients, the inverse again, output again."""
    import pymrio

    system = _system(n)
    system.calc_system()
    sellers, buyers, share = corridor(n)
    demand = system.Y.sum(axis=1)
    began = time.perf_counter()
    changed = system.A.copy()
    changed.iloc[sellers[0] : sellers[-1] + 1, buyers[0] : buyers[-1] + 1] *= 1 - share
    output = pymrio.calc_L(changed) @ demand
    return time.perf_counter() - began, {"x": output.to_numpy()}


def one_inverse_each(n: int) -> tuple[float, dict[str, np.ndarray]]:
    """Seconds of one inverse and one product: what the textbook does for each extraction or draw."""
    made = made_table(n)
    A = made["Z"] / made["x"]
    y = made["Y"].sum(axis=1)
    seconds = []
    lost = []
    for industry in range(SAMPLE):
        began = time.perf_counter()
        kept = A.copy()
        kept[industry, :] = 0
        kept[:, industry] = 0
        demand = y.copy()
        demand[industry] = 0
        output = np.linalg.inv(np.eye(n) - kept) @ demand
        lost.append(made["x"].sum() - output.sum())
        seconds.append(time.perf_counter() - began)
    return float(np.median(seconds)), {"lost": np.array(lost)}


def one_draw_each(n: int) -> tuple[float, dict[str, np.ndarray]]:
    made = made_table(n)
    A = made["Z"] / made["x"]
    y = made["Y"].sum(axis=1)
    rows, columns = factors(n, 256)
    seconds, outputs = [], []
    for at in range(SAMPLE):
        began = time.perf_counter()
        drawn = rows[:, [at]] * A * columns[:, at]
        outputs.append(np.linalg.inv(np.eye(n) - drawn) @ y)
        seconds.append(time.perf_counter() - began)
    return float(np.median(seconds)), {"x": np.stack(outputs, axis=1)}


def one_inverse_per_exporter(path: str) -> tuple[float, dict[str, np.ndarray]]:
    """Domestic value added of every exporter by the definition: an inverse without the exporter's sales abroad."""
    table = np.load(path)
    Z, F, x = table["Z"].astype(float), table["F"].astype(float), table["x"].astype(float)
    regions = len(table["countries"])
    size = len(x) // regions
    x = Z.sum(axis=1) + F.sum(axis=1)
    A = Z / np.where(x > 0, x, 1)
    v = np.where(x > 0, 1 - A.sum(axis=0), 0)
    Y = F.reshape(len(x), regions, -1).sum(axis=2)
    began = time.perf_counter()
    domestic, foreign = np.zeros(regions), np.zeros(regions)
    for exporter in range(regions):
        own = slice(exporter * size, (exporter + 1) * size)
        abroad = np.ones(len(x), dtype=bool)
        abroad[own] = False
        exports = A[own][:, abroad] @ x[abroad] + Y[own].sum(axis=1) - Y[own, exporter]
        kept = A.copy()
        kept[own, abroad] = 0
        inverse = np.linalg.inv(np.eye(len(x)) - kept)
        domestic[exporter] = v[own] @ inverse[own, own] @ exports
        foreign[exporter] = v[abroad] @ inverse[abroad, own] @ exports
    return time.perf_counter() - began, {"DVA": domestic, "FVA": foreign}


JOBS: dict[str, Callable[..., tuple[float, dict[str, np.ndarray]]]] = {
    "footprints": footprints,
    "what-if": what_if,
    "extraction": one_inverse_each,
    "draws": one_draw_each,
    "exporters": one_inverse_per_exporter,
}

if __name__ == "__main__":
    job, size, file = sys.argv[1:]
    seconds, answer = JOBS[job](int(size) if size.isdigit() else size)
    np.savez(file, **answer)
    print(json.dumps({"seconds": seconds, "megabytes": peak_megabytes()}))
