"""
A made-up world of exports, the same for the engine and for its peer.

Uses nothing but numpy, so that it runs in both environments.
"""

import numpy as np

COUNTRIES, PRODUCTS = 200, 5000
SEED = 20240215


def made_exports(countries: int = COUNTRIES, products: int = PRODUCTS) -> np.ndarray:
    """(C, P) U.S. dollars: able countries sell nearly all products, the others mostly the common ones; half is zero."""
    draw = np.random.default_rng(SEED)
    able, hard = np.sort(draw.random(countries)), draw.random(products)
    sold = draw.random((countries, products)) < 0.05 + 0.9 * np.clip(able[:, None] - hard + 0.5, 0, 1)
    spread = np.exp(2 * draw.standard_normal((countries, products)))
    return np.where(sold, np.round(spread * 1e6 * (0.2 + able[:, None])) + 1, 0.0)
