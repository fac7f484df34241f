"""
Dependency flags of many importers at once, from rows of trade: each column is read once into sums over importer and product.

``hhi[c, p] = sum_s v[c, p, s]^2 / (sum_s v[c, p, s])^2`` needs only two sums for each importer and product, and the exports of a
country are what the others buy from it. No row is sorted or joined.

References
----------
Lefebvre & Wibaux (2024), CEPII GeoDep: import concentration, world concentration, imports over exports.
"""

from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Index, Mask, Matrix, Vector


@dataclass(frozen=True, slots=True, eq=False)
class Flags:
    """
    What each country's imports of each product show; a country to a row, a product to a column.

    Attributes
    ----------
    imports, exports : (C, P) arrays
        U.S. dollars, 0 where nothing is traded.
    hhi : (C, P) array
        Concentration of the suppliers, 0 where nothing is bought: read it where `bought`.
    world_hhi : (P,) array
        Concentration of the exporters, 0 where nobody sells.
    flagged : (C, P) array
        Bought, concentrated in both senses, and imports above `ratio` times exports.
    """

    imports: Matrix
    exports: Matrix
    hhi: Matrix
    world_hhi: Vector
    flagged: Mask

    @property
    def bought(self) -> Mask:
        """Where a country buys a product."""
        bought: Mask = self.imports > 0
        return bought


class FlagSums:
    """
    Sums that rows are added to, one batch after another.

    Parameters
    ----------
    countries, products
        How many of each there can be.
    """

    def __init__(self, countries: int, products: int) -> None:
        self._shape = (countries, products)
        self._imports = np.zeros(countries * products)
        self._squares = np.zeros(countries * products)
        self._exports = np.zeros(countries * products)

    def add(self, importer: Index, exporter: Index, product: Index, value: Vector) -> None:
        """
        Add rows; each importer, exporter and product together may occur in one row only.

        Parameters
        ----------
        importer, exporter, product : (n,) arrays
            Positions.
        value : (n,) array
            U.S. dollars, 0 or more.
        """
        bought = importer * self._shape[1]
        bought += product
        _sum_at(self._imports, bought, value)
        _sum_at(self._squares, bought, value * value)
        sold = np.multiply(exporter, self._shape[1], out=bought)
        sold += product
        _sum_at(self._exports, sold, value)

    def flags(self, threshold: float, ratio: float) -> Flags:
        """
        Concentration and flags of all that was added.

        Parameters
        ----------
        threshold
            Above which suppliers, and exporters of the world, are concentrated, 0..1.
        ratio
            Of imports to exports, above which a country cannot turn to its own exports.
        """
        imports, squares, exports = (
            each.reshape(self._shape) for each in (self._imports, self._squares, self._exports)
        )
        hhi = _over(squares, imports**2)
        world_hhi = _over((exports**2).sum(axis=0), exports.sum(axis=0) ** 2)
        flagged = (hhi > threshold) & (world_hhi > threshold) & (imports > ratio * exports)
        return Flags(imports, exports, hhi, world_hhi, flagged)


def _sum_at(sums: Vector, at: Index, value: Vector) -> None:
    """Add each value at its place; only the stretch between the first and the last place is touched."""
    if at.size:
        first = int(at.min())
        added = np.bincount(at - first if first else at, value)
        sums[first : first + added.size] += added


def _over(part: Matrix, whole: Matrix) -> Matrix:
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)
