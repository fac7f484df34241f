"""Productive economies of several regions, made for tests."""

from dataclasses import replace

import numpy as np
from tests.economy.tables.making import SAME, label, table

from hled.economy.tables import Category, Table


def world(regions: int = 3, sectors: int = 3, *, seed: int = 7, value_added: float = 0.4) -> Table:
    """A balanced world in which every industry keeps at least a part of its output as value added."""
    draw = np.random.default_rng(seed)
    n = regions * sectors
    Z = draw.random((n, n))
    Z *= (1 - value_added) * 100 * draw.uniform(0.3, 1, n) / Z.sum(axis=0)
    used = Z.sum(axis=1)
    output = np.maximum(100.0, used * 1.2)
    Z *= output / 100
    output = np.maximum(output, Z.sum(axis=1) * 1.1)
    Y = draw.dirichlet(np.ones(regions), n) * (output - Z.sum(axis=1))[:, None]
    made = table(np.zeros((2, 2)), np.zeros((2, 2)))
    codes = ("MEX", "USA", "CHN", "CAN", "DEU")[:regions]
    return replace(
        made,
        id="world",
        regions=tuple(label(code) for code in codes),
        sectors=tuple(label(f"c{at + 1}") for at in range(sectors)),
        categories=(Category("C", SAME),),
        region_of=np.repeat(np.arange(regions), sectors),
        sector_of=np.tile(np.arange(sectors), regions),
        Z=Z,
        Y=Y,
        x=Z.sum(axis=1) + Y.sum(axis=1),
        final_region_of=np.arange(regions),
        final_category_of=np.zeros(regions, dtype=int),
    )
