"""
Imported inputs first or last: the exact solution of the linear programme behind the bounds of proportionality.

A table says what an industry bought, not for which of its sales. Sales counted and the rest are taken as two recipes that add
up to the table: any imported input may go into the sales counted first, or last, and value added of neither recipe may be
negative. Domestic inputs stay proportional, and the inputs of inputs keep the mix of the table.

References
----------
Those of `hled.economy.uncertainty.proportionality`, where the same is done for the exports of one country.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Index, Matrix, Vector
from hled.economy.leontief import System, reciprocal


@dataclass(frozen=True, slots=True, eq=False)
class Sales:
    """
    Sales counted of each seller, in several ways of counting, and what the rest of its output leaves.

    Parameters
    ----------
    system
        Its output, value added per unit and regions are those of the sellers.
    Z : (n, n) array
        Flows between industries; those of the table, or what a cut leaves of them.
    counted : (n, ways) array
        Sales counted of each seller, in the table's unit.
    """

    system: System
    Z: Matrix
    counted: Matrix

    def regions(self) -> "Iterator[_Region]":
        """The sellers, region by region."""
        region_of = self.system.table.region_of
        selling = (self.counted != 0).any(axis=1)
        for region in np.unique(region_of[selling]):
            own = np.flatnonzero(selling & (region_of == region))
            free = np.maximum(self.Z[:, own], 0.0)
            free[region_of == region] = 0.0
            yield _Region.of(own, free, self.system.x[own], self.system.v[own], self.counted[own])

    def moved(self, gain: Matrix, spared: Matrix) -> "Moved":
        """
        How far the content of the sales counted may move from that of the common mix.

        Parameters
        ----------
        gain : (n, contents) array
            Content of a unit of each input.
        spared : (n, contents) array
            Content of the unit of the seller's own value added whose place an imported input takes.

        Notes
        -----
        For seller i with output x, sales counted e and value added per unit v, imported inputs ``F_li`` are split into ``T_li`` and
        ``F_li - T_li``, ``0 ≤ T_li ≤ F_li``; value added of both recipes is 0 or more, ``Σ_l T_li`` between
        ``F e / x - v (x - e)`` and ``F e / x + v e`` with F the sum over l. Content moves by
        ``Σ_l (gain_l - spared_i) (T_li - F_li e_i / x_i)``. The programme falls apart into sellers: the best inputs go in first
        until the room is full or none is worth it.
        """
        ways, contents = self.counted.shape[1], gain.shape[1]
        found = Moved(*(np.zeros((contents, ways)) for _ in range(4)))
        for region in self.regions():
            for at in range(contents):
                region.add(found, at, gain[:, at], spared[region.own, at])
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Moved:
    """(contents, ways) Least and greatest move, also where both recipes import equally much per unit."""

    low: Matrix
    high: Matrix
    low_same_imports: Matrix
    high_same_imports: Matrix


@dataclass(frozen=True, slots=True, eq=False)
class _Region:
    """Sellers of one region, and how much of their imported inputs the sales counted may take."""

    own: Index
    free: Matrix
    share: Matrix
    least: Matrix
    same: Matrix
    most: Matrix

    @classmethod
    def of(cls, own: Index, free: Matrix, x: Vector, v: Vector, counted: Matrix) -> "_Region":
        sold = np.clip(counted, 0.0, x[:, None])
        share = sold * reciprocal(x)[:, None]
        inputs = free.sum(axis=0)[:, None]
        same = inputs * share
        added = np.maximum(v, 0.0)[:, None]
        return cls(
            own=own,
            free=free,
            share=share,
            least=same - np.minimum(added * (x[:, None] - sold), same),
            same=same,
            most=same + np.minimum(added * sold, inputs - same),
        )

    def add(self, found: Moved, at: int, gain: Vector, spared: Vector) -> None:
        order = np.argsort(-gain, kind="stable")
        ordered = self.free[order]
        value = np.zeros((len(order) + 1, len(self.own)))
        filled = np.zeros_like(value)
        np.cumsum(ordered, axis=0, out=filled[1:])
        np.cumsum(ordered * gain[order, None], axis=0, out=value[1:])
        for seller in range(len(self.own)):
            self._add(found, at, seller, (filled[:, seller], value[:, seller]), gain, float(spared[seller]))

    def _add(
        self, found: Moved, at: int, seller: int, best: tuple[Vector, Vector], gain: Vector, spared: float
    ) -> None:
        filled, value = best
        inputs = self.free[:, seller]
        least, same, most = self.least[seller], self.same[seller], self.most[seller]
        worth, worthless = float(inputs[gain > spared].sum()), float(inputs[gain < spared].sum())
        common = self.share[seller] * value[-1] - spared * same

        def first(room: Vector) -> Vector:
            return np.asarray(np.interp(room, filled, value) - spared * room - common)

        def last(room: Vector) -> Vector:
            return np.asarray(
                value[-1] - np.interp(filled[-1] - room, filled, value) - spared * room - common
            )

        found.high[at] += first(np.clip(worth, least, most))
        found.low[at] += last(np.clip(worthless, least, most))
        found.high_same_imports[at] += first(same)
        found.low_same_imports[at] += last(same)
