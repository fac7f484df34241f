"""
What the engine needs for each job; run in a process of its own, like its peers.

``python -m benchmarks.engine.ours JOB [N] FILE`` prints one line of JSON and writes the answer to FILE.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.engine.made import REGIONS_AND_SECTORS, corridor, factors, made_table
from benchmarks.memory import peak_megabytes
from hled.economy.leontief import System
from hled.economy.leontief.extraction import Cut, extract, sweep_industries, sweep_regions
from hled.economy.leontief.footprints import footprints as footprints_of
from hled.economy.leontief.totals import by_region
from hled.economy.tables import Account, Balance, Category, Label, Table
from hled.economy.uncertainty import drawn_outputs
from hled.economy.value_chains import Method, all_exporters
from hled.kernel.bilingual import Bilingual
from hled.sources.input_output import load_table

Timed = tuple[float, dict[str, np.ndarray]]
NOTHING = Bilingual("made up", "inventada")


def _table(n: int) -> Table:
    regions, sectors = REGIONS_AND_SECTORS[n]
    made = made_table(n)
    return Table(
        id=f"made-{n}",
        title=NOTHING,
        source=NOTHING,
        year=2024,
        unit="unit",
        price_basis="current prices",
        vintage=NOTHING,
        regions=tuple(Label(f"r{at}", NOTHING) for at in range(regions)),
        sectors=tuple(Label(f"s{at}", NOTHING) for at in range(sectors)),
        categories=(Category("final", NOTHING),),
        region_of=np.repeat(np.arange(regions), sectors),
        sector_of=np.tile(np.arange(sectors), regions),
        Z=made["Z"],
        Y=made["Y"],
        x=made["x"],
        final_region_of=np.arange(regions),
        final_category_of=np.zeros(regions, dtype=np.intp),
        satellites=tuple(Account(f"k{at}", NOTHING, "unit", row) for at, row in enumerate(made["F"])),
    )


def footprints(n: int) -> Timed:
    table = _table(n)
    began = time.perf_counter()
    found = footprints_of(System(table), [each.code for each in table.satellites])
    seconds = time.perf_counter() - began
    exports = np.stack([by_region(table, each) for each in found.exports])
    return seconds, {
        "D_cba": found.consumption.reshape(len(found.accounts), -1),
        "D_pba": found.production,
        "imports": found.imports,
        "exports": exports,
    }


def what_if(n: int) -> Timed:
    table = _table(n)
    sellers, buyers, share = corridor(n)
    began = time.perf_counter()
    system = System(table)
    loss = extract(system, Cut(sellers, buyers, share=share))
    return time.perf_counter() - began, {"x": system.x - loss.output}


def extraction(n: int) -> Timed:
    table = _table(n)
    began = time.perf_counter()
    system = System(table)
    lost = sweep_industries(system).total_output
    sweep_regions(system)
    return time.perf_counter() - began, {"lost": lost}


def draws(n: int, *, single: bool = False) -> Timed:
    table = _table(n)
    rows, columns = factors(n, 256)
    began = time.perf_counter()
    system = System(table)
    found = drawn_outputs(system.solver, system.f, rows, columns, single=single)
    return time.perf_counter() - began, {"x": found}


def draws_single(n: int) -> Timed:
    return draws(n, single=True)


def exporters(id: str) -> Timed:
    table = load_table(id, Path(os.environ.get("HLED_HOME", "var")))
    began = time.perf_counter()
    found = all_exporters(System(table, Balance.ROW_SUMS), Method.BM_EXPORTER)
    seconds = time.perf_counter() - began
    return seconds, {name: np.array([each.total(name) for each in found]) for name in ("DVA", "FVA")}


JOBS: dict[str, Callable[..., Timed]] = {
    "footprints": footprints,
    "what-if": what_if,
    "extraction": extraction,
    "draws": draws,
    "draws-single": draws_single,
    "exporters": exporters,
}

if __name__ == "__main__":
    job, size, file = sys.argv[1:]
    seconds, answer = JOBS[job](int(size) if size.isdigit() else size)
    np.savez(file, **answer)
    print(json.dumps({"seconds": seconds, "megabytes": peak_megabytes()}))
