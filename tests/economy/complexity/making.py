"""Matrices of exports made for tests, and the definitions as plain loops."""

import numpy as np

from hled.economy.trade.markets import WorldExports


def exports(values, exporters=None, products=None) -> WorldExports:
    X = np.asarray(values, dtype=float)
    return WorldExports(
        year=2020,
        edition="HS2012",
        exporters=tuple(exporters or (f"C{at:02}" for at in range(X.shape[0]))),
        products=tuple(products or (f"{at:06}" for at in range(X.shape[1]))),
        values=X,
        name="all exports of made-up countries",
        source="made",
    )


def made_values(countries=12, products=30, *, seed=3) -> np.ndarray:
    """Exports in which able countries sell nearly all products and the others only the common ones."""
    draw = np.random.default_rng(seed)
    able, hard = np.sort(draw.random(countries)), draw.random(products)
    sold = draw.random((countries, products)) < 0.1 + 0.8 * np.clip(able[:, None] - hard + 0.5, 0, 1)
    return np.exp(draw.standard_normal((countries, products))) * sold * 1e6 * (0.2 + able[:, None])


def looped_proximity(M) -> np.ndarray:
    countries, products = M.shape
    phi = np.zeros((products, products))
    for p in range(products):
        for q in range(products):
            both = sum(int(M[c, p]) * int(M[c, q]) for c in range(countries))
            phi[p, q] = min(both / M[:, p].sum(), both / M[:, q].sum())
    return phi


def looped_density(M, phi, *, itself=True) -> np.ndarray:
    countries, products = M.shape
    found = np.zeros(M.shape)
    for c in range(countries):
        for p in range(products):
            others = [q for q in range(products) if itself or q != p]
            found[c, p] = sum(M[c, q] * phi[p, q] for q in others) / sum(phi[p, q] for q in others)
    return found


def looped_gain(M, phi, pci, *, itself=True, subtract=True) -> np.ndarray:
    countries, products = M.shape
    near = looped_density(M, phi, itself=itself)
    found = np.zeros(M.shape)
    for c in range(countries):
        for p in range(products):
            if M[c, p]:
                continue
            for q in range(products):
                if M[c, q] or (q == p and not itself):
                    continue
                around = sum(phi[q, r] for r in range(products) if itself or r != q)
                found[c, p] += phi[p, q] / around * pci[q]
            found[c, p] -= near[c, p] * pci[p] if subtract else 0
    return found
