"""
Made-up dense tables, the same for the engine and for its peers.

Uses nothing but numpy, so that it runs in both environments.
"""

import numpy as np

REGIONS_AND_SECTORS = {2464: (44, 56), 9800: (49, 200)}
"""Size of a table -> regions and sectors: WIOD's 2016 release and EXIOBASE."""
ACCOUNTS = 5
SEED = 20240111


def made_table(n: int) -> dict[str, np.ndarray]:
    """Flows ``Z`` (n, n), final demand ``Y`` (n, regions), output ``x`` (n,) and accounts ``F`` (5, n); rows balance."""
    regions, _ = REGIONS_AND_SECTORS[n]
    draw = np.random.default_rng(SEED)
    Z = draw.random((n, n))
    Z *= 500 / Z.sum(axis=0)
    Y = draw.random((n, regions)) * 1000 / regions
    x = Z.sum(axis=1) + Y.sum(axis=1)
    return {"Z": Z, "Y": Y, "x": x, "F": draw.random((ACCOUNTS, n))}


def corridor(n: int) -> tuple[np.ndarray, np.ndarray, float]:
    """The what-if: sellers are the first region, buyers the second, and a third of what passes stops."""
    _, sectors = REGIONS_AND_SECTORS[n]
    return np.arange(sectors), np.arange(sectors, 2 * sectors), 1 / 3


def factors(n: int, draws: int) -> tuple[np.ndarray, np.ndarray]:
    """Row and column factors (n, draws) of coefficients, log-normal with a standard deviation of 5 percent."""
    draw = np.random.default_rng(SEED + 1)
    return np.exp(0.05 * draw.standard_normal((n, draws))), np.exp(0.05 * draw.standard_normal((n, draws)))
