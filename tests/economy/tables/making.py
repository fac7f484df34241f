"""Small tables made for tests."""

from dataclasses import replace
from typing import Any

import numpy as np

from hled.economy.tables import Account, Category, Group, Label, Table
from hled.kernel.bilingual import Bilingual

SAME = Bilingual("Text", "Texto")


def label(code: str, en: str = "", es: str = "") -> Label:
    return Label(code, Bilingual(en or code, es or code))


def table(Z: Any, Y: Any, **changes: Any) -> Table:
    """A balanced table of two regions and the sectors that its size asks for, final demand of one category and stocks."""
    Z, Y = np.array(Z, dtype=float), np.array(Y, dtype=float)
    n, m = len(Z), Y.shape[1]
    sectors = n // 2
    made = {
        "id": "small",
        "title": SAME,
        "source": SAME,
        "year": 2018,
        "unit": "million USD",
        "price_basis": "current basic prices",
        "vintage": SAME,
        "regions": (label("MEX", "Mexico", "México"), label("USA", "United States", "Estados Unidos")),
        "sectors": tuple(
            label(f"c{at + 1}", f"Sector {at + 1}", f"Sector n.º {at + 1}") for at in range(sectors)
        ),
        "categories": (Category("C", SAME), Category("S", SAME, inventories=True))[: m // 2],
        "region_of": np.repeat([0, 1], sectors),
        "sector_of": np.tile(np.arange(sectors), 2),
        "Z": Z,
        "Y": Y,
        "x": Z.sum(axis=1) + Y.sum(axis=1),
        "final_region_of": np.repeat([0, 1], m // 2),
        "final_category_of": np.tile(np.arange(m // 2), 2),
    }
    return Table(**{**made, **changes})


def small(**changes: Any) -> Table:
    """Four industries, MEX.c1, MEX.c2, USA.c1, USA.c2, with final demand and stocks of each country."""
    Z = [[10, 20, 0, 30], [5, 5, 10, 10], [10, 10, 50, 40], [0, 5, 30, 60]]
    Y = [[80, 5, 20, -5], [60, 0, 10, 0], [10, 0, 300, 10], [5, 0, 400, 0]]
    groups = {
        "region_groups": (Group("NA", Bilingual("North America", "América del Norte"), ("MEX", "USA")),),
        "sector_groups": (Group("goods", Bilingual("Goods", "Bienes"), ("c1",)),),
    }
    return table(Z, Y, **{**groups, **changes})


def with_parts(base: Table, parts: tuple[str, ...]) -> Table:
    return replace(base, parts=parts)


def account(code: str, values: Any) -> Account:
    return Account(code, SAME, "jobs", np.array(values, dtype=float))
