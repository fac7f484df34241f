"""The product space as a picture has it: the strongest tree that holds all products together, and the strong links."""

from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Index, Mask, Vector
from hled.economy.complexity.proximity import Proximity
from hled.economy.complexity.rules import CX_08
from hled.kernel.rule import require

STRONG = 0.55
"""Proximity from which Hidalgo and others (2007) draw a link beside the tree."""


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """
    Pairs of products, strongest first, each once with ``source < target``; equal ones in order of position.

    Attributes
    ----------
    source, target : (L,) arrays
        Positions of products.
    proximity : (L,) array
    in_tree : (L,) array
        Whether a link holds the tree together or only is strong.
    """

    source: Index
    target: Index
    proximity: Vector
    in_tree: Mask


def spanning_tree(phi: Proximity) -> tuple[Index, Index]:
    """
    Maximum spanning tree by Prim's method, a row of φ at a time; a forest where products have nothing in common.

    Products are joined to the tree at the highest proximity; among equal ones the first position is taken, so that the
    same matrix gives the same tree. Where φ has ties another order of products may give another tree, equally strong.

    Returns
    -------
    two (P - parts,) arrays
        Ends of each link.
    """
    products = len(phi)
    best = np.full(products, -1.0, dtype=np.float32)
    joined_to = np.full(products, -1, dtype=np.intp)
    waiting = np.ones(products, dtype=bool)
    ends: list[tuple[int, int]] = []
    for _ in range(products):
        at = int(np.argmax(np.where(waiting, best, -2)))
        if best[at] > 0:
            ends.append((int(joined_to[at]), at))
        waiting[at] = False
        nearer = waiting & (phi[at] > best)
        best[nearer] = phi[at, nearer]
        joined_to[nearer] = at
    pairs = np.array(ends, dtype=np.intp).reshape(-1, 2)
    return pairs.min(axis=1), pairs.max(axis=1)


def links(phi: Proximity, *, strong: float = STRONG) -> Links:
    """
    The spanning tree and all links of at least `strong`.

    Raises
    ------
    BrokenRuleError
        CX-08, when `strong` is not above 0.

    References
    ----------
    Hidalgo, Klinger, Barabási & Hausmann (2007), supporting material.
    """
    require(CX_08, strong > 0, place="strong", found=strong)
    tree = spanning_tree(phi)
    source, target = (np.concatenate(each) for each in zip(tree, _strong_pairs(phi, strong), strict=True))
    keys = source * len(phi) + target
    _, first = np.unique(keys, return_index=True)
    source, target, in_tree = source[first], target[first], first < tree[0].size
    near = phi[source, target].astype(np.float64)
    order = np.lexsort((target, source, -near))
    return Links(source[order], target[order], near[order], in_tree[order])


def _strong_pairs(phi: Proximity, strong: float) -> tuple[Index, Index]:
    """Pairs above the diagonal, a row at a time, so that nothing of the size of φ is made."""
    found = [np.flatnonzero(phi[at, at + 1 :] >= np.float32(strong)) + at + 1 for at in range(len(phi))]
    counts = [each.size for each in found]
    return np.repeat(np.arange(len(phi), dtype=np.intp), counts), np.concatenate(
        [*found, np.zeros(0, dtype=np.intp)]
    )
