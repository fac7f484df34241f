"""A made market of 5,000 products and 50 partners, and what else is known of its products; the same for engine and peer."""

import numpy as np

PRODUCTS = 5_000
PARTNERS = 50
OWN = 0
"""The partner that could supply; the second is inside the bloc with it."""
INSIDE = (0, 1)
PILLARS = {
    "need": ("concentration", "external_share", "distance", "criteria_met"),
    "capability": ("advantage", "density"),
    "market": ("size",),
    "relief": ("duty_gap", "tariff_gap"),
    "stake": ("output", "jobs"),
}
WEIGHTS = {
    "concentration": 0.12,
    "external_share": 0.09,
    "distance": 0.05,
    "criteria_met": 0.04,
    "advantage": 0.15,
    "density": 0.15,
    "size": 0.12,
    "duty_gap": 0.05,
    "tariff_gap": 0.05,
    "output": 0.09,
    "jobs": 0.09,
}
FLOOR = 0.1


def made_market() -> dict[str, np.ndarray]:
    """
    ``values`` and ``duties`` (P, S) in dollars with two thirds of the cells empty, ``change`` (P, S) in points, ``distance`` (S,) in
    km, ``output`` and ``jobs`` (P,).
    """
    drawn = np.random.default_rng(20210909)
    shape = (PRODUCTS, PARTNERS)
    size = drawn.lognormal(14, 2, PRODUCTS)
    values = size[:, None] * drawn.lognormal(0, 1.5, PARTNERS) * drawn.lognormal(0, 2, shape)
    values[drawn.random(shape) < 2 / 3] = 0
    values[:, :3] = np.maximum(values[:, :3], 1000.0)
    return {
        "values": values,
        "duties": values * np.clip(drawn.normal(0.03, 0.03, shape), 0, 0.4),
        "change": drawn.uniform(0, 40, shape),
        "distance": drawn.uniform(1500, 15000, PARTNERS),
        "output": drawn.lognormal(8, 1.5, PRODUCTS),
        "jobs": drawn.lognormal(7, 1.5, PRODUCTS),
    }
