"""
The order with its doubt by the engine, whole pipeline, per run of the design.

``python -m benchmarks.ranking.ours FILE`` prints one line of JSON and writes the answer to FILE.
"""

import importlib
import json
import sys
import time

import numpy as np

from benchmarks.memory import peak_megabytes
from benchmarks.ranking.made import INSIDE, OWN, PARTNERS, PILLARS, WEIGHTS, made_market
from hled.economy.arrays import Mask, Matrix
from hled.economy.complexity.presence import presence, rca
from hled.economy.complexity.relatedness import density_of
from hled.economy.ranking import Design, Indicators, Weights, order
from hled.economy.trade import Market
from hled.economy.trade.criteria import Criteria, cdi
from hled.economy.trade.dependency import dependency
from hled.economy.trade.duties import relief
from hled.economy.trade.measured import Measured
from hled.economy.trade.treatments import AS_GIVEN, DIVIDED

BASE = 256
THRESHOLDS = ((0.4, 0.5), (0.3, 0.4), (0.5, 0.6))
ADVANTAGE = (1.0, 0.75, 1.25)
TREATMENTS = (AS_GIVEN, DIVIDED)


def main(file: str) -> None:
    made = made_market()
    names = ("OWN", "NEAR", *(f"P{at:02}" for at in range(2, PARTNERS)))
    codes = tuple(f"{at:06}" for at in range(len(made["values"])))
    market = Market("USA", 2024, "HS2022", codes, names, made["values"], made["duties"], "made")
    external = np.ones(PARTNERS, dtype=np.bool_)
    external[list(INSIDE)] = False
    importlib.import_module("SALib.sample.sobol")  # libraries are loaded before the clock, as the peer's are
    began = time.perf_counter()
    indicators = _indicators(market, external, made)
    found = order(
        indicators,
        Weights.of(WEIGHTS, indicators.names),
        Design(base=BASE),
    )
    seconds = (time.perf_counter() - began) / found.runs.count
    said = {"seconds": seconds, "megabytes": peak_megabytes(), "runs": found.runs.count}
    np.savez(file, score=found.products.score, rank=found.products.rank)
    print(json.dumps(said))


def _indicators(market: Market, external: Mask, made: dict[str, Matrix]) -> Indicators:
    measured = dependency(market, external, distances=Measured.everywhere(made["distance"]))
    cases = [cdi(market, external, treatment=each) for each in TREATMENTS]
    assert measured.distance_km is not None
    change = made["change"]
    weights = market.values * external
    index = rca(market.values.T)
    plain = {
        "external_share": measured.external_share,
        "distance": measured.distance_km,
        "advantage": Measured.everywhere(np.log1p(index[OWN])),
        "size": Measured.everywhere(np.log10(measured.external_imports)),
        "duty_gap": relief(market, market.partners[OWN], external),
        "tariff_gap": Measured.everywhere(
            (weights * change).sum(axis=1) / weights.sum(axis=1) - change[:, OWN]
        ),
        "output": Measured.everywhere(np.log10(made["output"])),
        "jobs": Measured.everywhere(np.log10(made["jobs"])),
    }
    names = tuple(WEIGHTS)
    pillars = tuple(next(p for p, own in PILLARS.items() if name in own) for name in names)
    shape = (len(THRESHOLDS), len(TREATMENTS), len(market.products), len(names))
    values, known = np.zeros(shape), np.ones(shape[2:], dtype=np.bool_)
    for k, name in enumerate(names):
        if name == "concentration":
            values[..., k] = np.stack([_figures(case) for case in cases])
        elif name == "density":
            near = np.stack([density_of(presence(index, each), OWN) for each in ADVANTAGE])
            values[..., k] = near[:, None]
        elif name == "criteria_met":
            values[..., k] = [[_met(case, each) for case in cases] for each in THRESHOLDS]
        else:
            values[..., k], known[:, k] = plain[name].values, plain[name].known
    return Indicators(names, pillars, tuple(map(str, THRESHOLDS)), ("given", "divided"), values, known)


def _figures(case: Criteria) -> Matrix:
    figures = case.items[0].figures
    assert figures is not None
    return figures.values


def _met(case: Criteria, thresholds: tuple[float, float]) -> Matrix:
    held = [item.holds(at) for item, at in zip(case.items, thresholds, strict=False)]
    return np.asarray(np.mean(held, axis=0))


if __name__ == "__main__":
    main(sys.argv[1])
