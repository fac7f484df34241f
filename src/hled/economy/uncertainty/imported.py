"""
Bounds of what exports hold of something that imported inputs bring: the proportionality assumption, term by term.

The split is that of `hled.economy.uncertainty.proportionality`; here any amount per unit of imported input may be followed, and
every exporting industry has bounds of its own.
"""

from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Matrix, Vector
from hled.economy.leontief import System, reciprocal
from hled.economy.uncertainty.proportionality import filled
from hled.economy.value_chains.world import World


@dataclass(frozen=True, slots=True, eq=False)
class ImportedBounds:
    """
    Least and most of something in exports, in the table's unit.

    Attributes
    ----------
    total : (low, high)
        In the exports of all industries together.
    low, high : (N,) arrays
        In the exports of each, while those of the others belong to the rest; they do not add up to `total`.
    """

    total: tuple[float, float]
    low: Vector
    high: Vector


def imported_bounds(
    system: System, world: World, exporter: int, exports: Vector, weight: Vector
) -> ImportedBounds:
    """
    Bounds of ``Σ_ij w_i`` times the imported inputs i of industry j that went into exports.

    Parameters
    ----------
    exports : (N,) array
        Exports counted of each industry of the exporter.
    weight : (n - N,) array
        Amount in a unit of each imported input, 0 or more: 1 for imported inputs themselves, the foreign content of each for
        foreign content. It stays what the table makes it: suppliers abroad keep one recipe.

    Notes
    -----
    With proportional use the amount is ``w' A_M (I - A_ss)⁻¹ e``. Limits are those of `proportionality_bounds`.
    """
    own = world.members[exporter]
    abroad = np.flatnonzero(system.table.region_of != exporter)
    imports: Matrix = system.table.Z[np.ix_(abroad, own)]
    x = world.x[own]
    e = np.clip(exports, 0.0, x)
    A = world.coefficients(exporter, exporter)
    inputs, surplus = imports.sum(axis=0), np.maximum(1 - A.sum(axis=0), 0.0)
    same = inputs * e * reciprocal(x)
    most = np.maximum(np.minimum(inputs, surplus * e), same)
    least = np.minimum(np.maximum(0.0, inputs - surplus * (x - e)), same)
    indirect = world.alone[exporter] @ (A * e)
    brought = weight @ imports
    fewest = filled(imports, weight, least, most=False)
    greatest = filled(imports, weight, most, most=True)
    together = np.minimum(1.0, indirect.sum(axis=1) * reciprocal(x - e))
    alone = np.minimum(1.0, indirect * reciprocal(x[:, None] - np.diag(e)))
    direct = 1 - np.diagonal(alone)
    return ImportedBounds(
        total=(
            float(together @ brought + (1 - together) @ fewest),
            float(together @ brought + (1 - together) @ greatest),
        ),
        low=brought @ alone + direct * fewest,
        high=brought @ alone + direct * greatest,
    )
