"""
The same pipeline once in plain pandas, from the long table to the order.

``python -m benchmarks.ranking.peer FILE`` prints one line of JSON and writes the answer to FILE.
"""

import json
import sys
import time

import numpy as np
import pandas as pd

from benchmarks.memory import peak_megabytes
from benchmarks.ranking.made import FLOOR, INSIDE, OWN, PILLARS, WEIGHTS, made_market


def main(file: str) -> None:
    made = made_market()
    product, partner = np.nonzero(made["values"])
    rows = pd.DataFrame(
        {
            "product": product,
            "partner": partner,
            "value": made["values"][product, partner],
            "duty": made["duties"][product, partner],
            "change": made["change"][product, partner],
        }
    )
    own_change = made["change"][:, OWN]
    partners = pd.DataFrame({"partner": np.arange(len(made["distance"])), "distance": made["distance"]})
    known = pd.DataFrame({name: made[name] for name in ("output", "jobs")})
    began = time.perf_counter()
    table = _indicators(rows.merge(partners, on="partner"), known, own_change)
    score = _score(table)
    rank = score.rank(ascending=False, method="first").astype(int)
    said = {"seconds": time.perf_counter() - began, "megabytes": peak_megabytes()}
    np.savez(file, score=score.to_numpy(), rank=rank.to_numpy())
    print(json.dumps(said))


def _indicators(rows: pd.DataFrame, known: pd.DataFrame, own_change: np.ndarray) -> pd.DataFrame:
    imports = rows.groupby("product")["value"].sum()
    outside = rows[~rows["partner"].isin(INSIDE)].copy()
    bought = outside.groupby("product")["value"].sum()
    outside["share"] = outside["value"] / outside["product"].map(bought)
    outside["km"] = outside["share"] * outside["distance"]
    outside["square"] = outside["share"] ** 2
    outside["points"] = outside["share"] * outside["change"]
    sums = outside.groupby("product").agg(
        hhi=("square", "sum"), km=("km", "sum"), duty=("duty", "sum"), points=("points", "sum")
    )
    own = rows[rows["partner"] == OWN].set_index("product")
    table = pd.DataFrame(index=imports.index)
    table["concentration"] = sums["hhi"]
    table["external_share"] = bought / imports
    table["distance"] = sums["km"]
    table["criteria_met"] = (
        (table["concentration"] > 0.4).astype(float) + (table["external_share"] > 0.5)
    ) / 2
    table["advantage"] = np.log1p((own["value"] / own["value"].sum()) / (imports / imports.sum()))
    table["density"] = _density(rows)
    table["size"] = np.log10(bought)
    table["duty_gap"] = sums["duty"] / bought - own["duty"] / own["value"]
    table["tariff_gap"] = sums["points"] - pd.Series(own_change, index=imports.index)
    table["output"] = np.log10(known["output"])
    table["jobs"] = np.log10(known["jobs"])
    return table


def _density(rows: pd.DataFrame) -> pd.Series:
    values = rows.pivot(index="product", columns="partner", values="value").fillna(0.0)
    advantage = values.div(values.sum(axis=1), axis=0).div(values.sum() / values.to_numpy().sum(), axis=1)
    has = (advantage >= 1).astype(float)
    both = has.dot(has.T)
    ubiquity = has.sum(axis=1)
    phi = both / np.maximum.outer(ubiquity.to_numpy(), ubiquity.to_numpy())
    return phi.dot(has[OWN]) / phi.sum(axis=1)


def _score(table: pd.DataFrame) -> pd.Series:
    places = (table.rank(method="average") - 1) / (len(table) - 1)
    scaled = FLOOR + (1 - FLOOR) * places
    weights = pd.Series(WEIGHTS) / sum(WEIGHTS.values())
    logs = pd.Series(0.0, index=table.index)
    for own in PILLARS.values():
        weight = weights[list(own)]
        logs += weight.sum() * np.log((scaled[list(own)] * weight).sum(axis=1) / weight.sum())
    return np.exp(logs)


if __name__ == "__main__":
    main(sys.argv[1])
