"""What the pictures show: what lies near the partner, and the product space around it."""

from typing import Any

import numpy as np

from hled.dialogue.studies.domain.capability.rows import both
from hled.dialogue.studies.domain.capability.shown import Shown
from hled.dialogue.studies.domain.numbers import amount_text, share_text
from hled.dialogue.studies.domain.screening.rows import product_name
from hled.economy.arrays import Index, Mask, Vector
from hled.economy.complexity import Links, links
from hled.economy.complexity.layout import layout

MOST_POINTS = 300
MOST_NODES = 250
LINKS_PER_NODE = 1
"""Links beside those of the tree, for each product: more would be a blot."""
_PLACES = 4


def nearby(shown: Shown) -> dict[str, Any]:
    """
    Products that the partner lacks, those with most trade where they are many, and which of them lie on the edge.

    On the edge: none is both nearer and more complex.
    """
    found = shown.found
    lacking = shown.rows[~found.M[shown.at, shown.rows]]
    chosen = largest(lacking, shown.trade, MOST_POINTS)
    near, complex_ = found.density[shown.at, chosen], found.pci[chosen]
    edge = on_edge(near, complex_)
    return {
        "lacking": int(lacking.size),
        "points": [
            {
                "code": found.products[at],
                **both("name", product_name(found.products[at])),
                "density": share_text(float(near[row])),
                "pci": share_text(float(complex_[row])),
                "cog": share_text(float(found.outlook_gain[shown.at, at])),
                "trade": amount_text(float(shown.trade[at])),
                "edge": bool(edge[row]),
            }
            for row, at in enumerate(map(int, chosen))
        ],
    }


def space(shown: Shown) -> dict[str, Any]:
    """
    The product space of the products asked for, those with most trade where they are many: places, and the links drawn.

    Links are those of the maximum spanning tree of the products shown, and the strongest beside them.
    """
    found = shown.found
    nodes = np.sort(largest(shown.rows, shown.trade, MOST_NODES))
    drawn = _drawn(links(found.phi[np.ix_(nodes, nodes)]), len(nodes))
    places = layout(drawn, len(nodes))
    beside = drawn.proximity[~drawn.in_tree]
    return {
        "products": int(shown.rows.size),
        "strong": share_text(float(beside.min())) if beside.size else None,
        "nodes": [
            {
                "code": found.products[at],
                **both("name", product_name(found.products[at])),
                "x": share_text(round(float(places[row, 0]), _PLACES)),
                "y": share_text(round(float(places[row, 1]), _PLACES)),
                "has": bool(found.M[shown.at, at]),
                "rca": share_text(float(found.rca[shown.at, at])),
                "pci": share_text(float(found.pci[at])),
                "density": share_text(float(found.density[shown.at, at])),
                "trade": amount_text(float(shown.trade[at])),
            }
            for row, at in enumerate(map(int, nodes))
        ],
        "links": [
            {
                "source": found.products[nodes[source]],
                "target": found.products[nodes[target]],
                "proximity": share_text(near),
                "in_tree": in_tree,
            }
            for source, target, near, in_tree in zip(
                drawn.source.tolist(),
                drawn.target.tolist(),
                drawn.proximity.tolist(),
                drawn.in_tree.tolist(),
                strict=True,
            )
        ],
    }


def largest(rows: Index, trade: Vector, most: int) -> Index:
    """At most so many of some products, those with most trade first; equal ones in order of position."""
    order = np.lexsort((rows, -trade[rows]))
    return rows[order[:most]]


def on_edge(one: Vector, other: Vector) -> Mask:
    """(n,) Whether no other point is at least as high on both measures and higher on one."""
    order = np.lexsort((-other, -one))
    edge = np.zeros(len(one), dtype=bool)
    best, level = -np.inf, np.inf
    for at in order:
        if other[at] > best:
            edge[at], best, level = True, other[at], one[at]
        elif other[at] == best and one[at] == level:
            edge[at] = True
    return edge


def _drawn(found: Links, nodes: int) -> Links:
    """The tree, and as many of the strongest links beside it as a reader can follow."""
    beside = np.flatnonzero(~found.in_tree)[: nodes * LINKS_PER_NODE]
    kept = np.sort(np.concatenate([np.flatnonzero(found.in_tree), beside]))
    return Links(found.source[kept], found.target[kept], found.proximity[kept], found.in_tree[kept])
