"""Markets made for tests."""

import numpy as np

from hled.economy.trade.markets import Market, WorldExports

PARTNERS = ("CAN", "CHN", "EU", "JPN", "MEX")


def market(
    values, partners=PARTNERS, *, importer="USA", year=2024, duties=None, products=None, source="made"
) -> Market:
    values = np.array(values, dtype=float)
    named = products or tuple(f"{at:06d}" for at in range(100000, 100000 + len(values)))
    return Market(
        importer,
        year,
        "HS2022",
        named,
        tuple(partners),
        values,
        None if duties is None else np.array(duties, dtype=float),
        source,
    )


def drawn_market(products=40, *, seed=3, year=2024) -> Market:
    """Values over many orders of magnitude, half of the cells empty."""
    draw = np.random.default_rng(seed)
    values = np.exp(draw.normal(10, 3, (products, len(PARTNERS)))) * (draw.random((products, 5)) < 0.5)
    return market(values, year=year)


def world(values, exporters, of: Market, *, year=None) -> WorldExports:
    return WorldExports(
        year or of.year,
        of.edition,
        tuple(exporters),
        of.products,
        np.array(values, dtype=float),
        "all exports",
        "made",
    )
