"""Where products stand in a picture of the product space: near in the drawing where few links lie between them."""

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import breadth_first_order, shortest_path

from hled.economy.arrays import Index, Matrix, Vector
from hled.economy.complexity.product_space import Links

_STEPS = 120
_APART = 2.0
"""How much farther than the farthest linked pair those without a way between them stand."""


def layout(links: Links, products: int) -> Matrix:
    """
    Places of products by stress majorization: distances in the plane as near as can be to the number of links between two.

    It begins with the spanning tree laid out around its middle, and takes no chance: the same links give the same places.

    Parameters
    ----------
    products
        How many there are; positions in `links` are below it.

    Returns
    -------
    (P, 2) array
        Between 0 and 1 on both axes, the wider spread on the first.

    References
    ----------
    Gansner, Koren & North (2004), Graph drawing by stress majorization, with the weights ``1 / d²``.
    """
    if products < 2:
        return np.full((products, 2), 0.5)
    tree = links.in_tree
    begin = _radial(_steps_between(links.source[tree], links.target[tree], products), links, products)
    return _framed(_majorized(begin, _steps_between(links.source, links.target, products)))


def _steps_between(source: Index, target: Index, products: int) -> Matrix:
    """(P, P) Links on the shortest way; where there is none, more than on any other."""
    graph = coo_array((np.ones(source.size), (source, target)), shape=(products, products))
    steps: Matrix = shortest_path(graph.tocsr(), directed=False, unweighted=True)
    known = np.isfinite(steps)
    return np.where(known, steps, steps[known].max() + _APART)


def _radial(steps: Matrix, links: Links, products: int) -> Matrix:
    """The tree around its middle: a branch has the angle that its share of products gives it, a link is one step out."""
    root = int(steps.max(axis=1).argmin())
    order, parent = _walk(links, root, products)
    out = np.zeros(products)
    for at in order[1:]:
        out[at] = out[parent[at]] + 1
    below = np.ones(products)
    for at in order[:0:-1]:
        below[parent[at]] += below[at]
    start, turn = np.zeros(products), np.zeros(products)
    used = np.zeros(products)
    turn[root] = 2 * np.pi
    for at in order[1:]:
        above = parent[at]
        turn[at] = turn[above] * below[at] / (below[above] - 1)
        start[at] = start[above] + used[above]
        used[above] += turn[at]
    angle = start + turn / 2
    return np.stack([out * np.cos(angle), out * np.sin(angle)], axis=1)


def _walk(links: Links, root: int, products: int) -> tuple[Index, Index]:
    """Products outward from the root, and the one before each; what no link leads to hangs on the root."""
    tree = links.in_tree
    graph = coo_array(
        (np.ones(int(tree.sum())), (links.source[tree], links.target[tree])), shape=(products, products)
    ).tocsr()
    parent = np.full(products, root, dtype=np.intp)
    orders: list[Index] = []
    waiting = np.ones(products, dtype=bool)
    at = root
    while True:
        order, before = breadth_first_order(graph, at, directed=False, return_predecessors=True)
        orders.append(order.astype(np.intp))
        parent[order[1:]] = before[order[1:]]
        waiting[order] = False
        if not waiting.any():
            return np.concatenate(orders), parent
        at = int(waiting.argmax())


def _majorized(places: Matrix, steps: Matrix) -> Matrix:
    """Each product at the mean of where the others want it; half a step at a time, so that it settles."""
    weights = 1 / np.maximum(steps, 1) ** 2
    np.fill_diagonal(weights, 0)
    of_product = weights.sum(axis=1)
    for _ in range(_STEPS):
        across, down = (places[:, None, axis] - places[None, :, axis] for axis in (0, 1))
        length = np.sqrt(across**2 + down**2)
        pull = weights * steps / np.maximum(length, 1e-9)
        wanted = [
            (weights * places[None, :, axis] + pull * apart).sum(axis=1) / of_product
            for axis, apart in enumerate((across, down))
        ]
        places = (places + np.stack(wanted, axis=1)) / 2
    return places


def _framed(places: Matrix) -> Matrix:
    """Turned so that the wider spread lies on the first axis, and stretched to 0..1 on both."""
    middle = places - places.mean(axis=0)
    xx, yy, xy = (float((middle[:, one] * middle[:, other]).sum()) for one, other in ((0, 0), (1, 1), (0, 1)))
    angle = np.arctan2(2 * xy, xx - yy) / 2
    turned = np.stack([_turned(middle, angle), _turned(middle, angle + np.pi / 2)], axis=1)
    low = turned.min(axis=0)
    spread = turned.max(axis=0) - low
    return np.where(spread > 0, (turned - low) / np.where(spread > 0, spread, 1), 0.5)


def _turned(places: Matrix, angle: float) -> Vector:
    return np.asarray(places[:, 0] * np.cos(angle) + places[:, 1] * np.sin(angle))
