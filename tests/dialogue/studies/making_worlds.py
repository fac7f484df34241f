"""A small world of exports as a user drops it in: one plain file with exporter, product and value."""

from pathlib import Path

import numpy as np
from tests.economy.complexity.making import made_values
from tests.sources.trade.files import plain

from hled.economy.trade import WorldExports
from hled.sources.trade.adding import add_trade
from hled.sources.trade.concordances.products import subheadings

COUNTRIES = (
    *("ARG", "AUS", "AUT", "BEL", "BRA", "CAN", "CHL", "CHN", "COL", "CZE", "DEU", "ESP", "FRA", "GBR"),
    *("IDN", "IND", "ITA", "JPN", "KOR", "MEX", "MYS", "NLD", "PER", "POL", "THA", "TUR", "USA", "VNM"),
)
PRODUCTS = tuple(subheadings()[100:4900:60])
YEAR = 2022


def made_world() -> WorldExports:
    values = made_values(len(COUNTRIES), len(PRODUCTS), seed=11) * 1e3
    return WorldExports(YEAR, "HS2022", COUNTRIES, PRODUCTS, np.round(values), "made", "made-world")


def add_world(folder: Path, home: Path, *, id: str = "made-world") -> WorldExports:
    """The made world as a trade table of an installation."""
    world = made_world()
    rows = [
        (exporter, product, f"{world.values[c, p]:.0f}")
        for c, exporter in enumerate(world.exporters)
        for p, product in enumerate(world.products)
        if world.values[c, p] > 0
    ]
    file = plain(folder / f"{id}.csv", *rows, header=("exporter", "product", "value"))
    add_trade(file, "plain", home, id=id, year=YEAR, edition="HS2022")
    return world
