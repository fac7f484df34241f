"""
The same flags by pandas and by plain SQL on DuckDB; run with the interpreter that has the peers.

``python -m benchmarks.trade.peers pandas|sql PARQUET ANSWER`` prints one line of JSON and writes the answer to ANSWER.
"""

import json
import sys
import time

import numpy as np

from benchmarks.memory import peak_megabytes
from benchmarks.trade.made import numbered

COLUMNS = ["reporter", "partner", "flow", "period", "product", "value"]
ANSWER = ["reporter", "product", "value", "exports", "hhi", "world_hhi", "flagged"]

SQL = """
with trade as (
    select reporter, partner, product, value from read_parquet('{file}') where flow = 'M' and period = '2022'
),
bought as (
    select reporter, product, sum(value) as value, sum(value * value) / (sum(value) * sum(value)) as hhi
    from trade group by reporter, product
),
sold as (select partner, product, sum(value) as exports from trade group by partner, product),
world as (
    select product, sum(exports * exports) / (sum(exports) * sum(exports)) as world_hhi from sold group by product
)
select bought.reporter, bought.product, value, coalesce(exports, 0) as exports, hhi, world_hhi,
       hhi > 0.4 and world_hhi > 0.4 and value > coalesce(exports, 0) as flagged
from bought
left join sold on sold.partner = bought.reporter and sold.product = bought.product
join world on world.product = bought.product
"""


def by_sql(file: str):  # the peers have no types
    import duckdb

    return duckdb.connect().execute(SQL.format(file=file)).to_arrow_table()


def by_pandas(file: str):
    import pandas as pd

    trade = pd.read_parquet(file, columns=COLUMNS)
    trade = trade[(trade.flow == "M") & (trade.period == "2022")]
    trade["square"] = trade.value**2
    bought = trade.groupby(["reporter", "product"], sort=False)[["value", "square"]].sum().reset_index()
    sold = trade.groupby(["partner", "product"], sort=False)["value"].sum().rename("exports").reset_index()
    sold["square"] = sold.exports**2
    world = sold.groupby("product")[["exports", "square"]].sum()
    world["world_hhi"] = world.square / world.exports**2
    own = sold.rename(columns={"partner": "reporter"})[["reporter", "product", "exports"]]
    found = bought.merge(own, on=["reporter", "product"], how="left")
    found = found.merge(world[["world_hhi"]], left_on="product", right_index=True)
    found["exports"] = found.exports.fillna(0.0)
    found["hhi"] = found.square / found.value**2
    found["flagged"] = (found.hhi > 0.4) & (found.world_hhi > 0.4) & (found.value > found.exports)
    return found


PEERS = {"pandas": by_pandas, "sql": by_sql}


def main(peer: str, file: str, answer: str) -> None:
    began = time.perf_counter()
    table = PEERS[peer](file)
    seconds = time.perf_counter() - began
    found = {name: table[name].to_numpy() for name in ANSWER}
    order = np.lexsort([found["product"].astype(str), found["reporter"].astype(str)])
    labels = numbered(found.pop("reporter")[order], found.pop("product")[order])
    np.savez(answer, **labels, **{name: values[order].astype(float) for name, values in found.items()})
    print(json.dumps({"seconds": seconds, "megabytes": peak_megabytes()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
