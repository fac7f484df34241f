"""
What the proportionality assumption leaves open: which inputs of an industry went into which of its sales.

A table says what an industry bought, not for which customer; the usual answer gives every customer the same mix. Here each
industry of the exporter makes the exports counted and the rest by two recipes that add up to the table.

References
----------
de Gortari (2019), *Disentangling Global Value Chains*, NBER Working Paper 25868: firms that sell to a country buy more there.
Koopman, Wang & Wei (2012), *Journal of Development Economics* 99, 178-189: processing exports and the rest as two recipes that
add up to the published table. De La Cruz, Koopman, Wang & Wei (2011), USITC Working Paper 2011-04A: the same for Mexico.
"""

from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Index, Matrix, Vector
from hled.economy.leontief import System, reciprocal
from hled.economy.value_chains import world_of


@dataclass(frozen=True, slots=True)
class Bounds:
    """
    Least and greatest content of the exports counted, in the table's unit.

    Attributes
    ----------
    low, high
        Within the accounting limits: any imported input may be used first in the exports counted, or last, as long as neither
        recipe has negative value added.
    low_same_imports, high_same_imports
        Where both recipes import equally much per unit, and only the origin of what they import is free.
    """

    low: float
    high: float
    low_same_imports: float
    high_same_imports: float


def proportionality_bounds(system: System, origin: int, exporter: int, exports: Vector) -> Bounds:
    """
    Bounds of the value added of one region in exports of another when imported inputs may go to either side.

    Parameters
    ----------
    origin, exporter
        Positions of regions; the origin may be the exporter.
    exports : (n,) array
        Exports counted of each industry of the exporter, in the table's unit.

    Notes
    -----
    For industry j of the exporter with output x, exports e and rest ``x - e``, imported inputs ``M_ij`` are split into ``T_ij`` for
    the exports and ``M_ij - T_ij`` for the rest, ``0 ≤ T_ij ≤ M_ij``. Domestic inputs stay proportional and come from the rest,
    ``h = (I - A_ss)⁻¹ A_ss e`` of it. The content is linear in T,

        Σ_ij c_i [T_ij + (M_ij - T_ij) h_j / (x_j - e_j)],

    with ``c_i`` the content of a unit of input i, and the linear programme falls apart into industries: its exact solution fills
    the exports of each with the inputs of most, or least, content first. Value added of both recipes is 0 or more:
    ``Σ_i T_ij ≤ (1 - Σ_i a_ij) e_j`` over domestic inputs, and likewise for the rest.

    What is not free: ``c_i`` itself (suppliers abroad keep one recipe), domestic inputs, and the mix within an industry of the
    table. Supply chains made of exporters only could lie outside.
    """
    split = _Split.of(system, origin, exporter, exports)
    share = split.exports * reciprocal(split.output)
    inputs = split.imports.sum(axis=0)
    same = inputs * share
    most = np.maximum(np.minimum(inputs, np.maximum(split.surplus, 0.0) * split.exports), same)
    least = np.minimum(np.maximum(0.0, inputs - np.maximum(split.surplus, 0.0) * split.rest), same)
    fewest, greatest = (most, least) if origin == exporter else (least, most)
    return Bounds(
        low=split.content(fewest, most=False),
        high=split.content(greatest, most=True),
        low_same_imports=split.content(same, most=False),
        high_same_imports=split.content(same, most=True),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Split:
    """
    The industries of an exporter between exports and the rest.

    `weight` is what a unit of each imported input adds to the content beyond what it displaces: its content, less the value added
    that it takes the place of where the exporter is the origin.
    """

    imports: Matrix
    output: Vector
    exports: Vector
    rest: Vector
    surplus: Vector
    passed_on: Vector
    weight: Vector
    fixed: float

    @classmethod
    def of(cls, system: System, origin: int, exporter: int, exports: Vector) -> "_Split":
        world = world_of(system)
        own = world.members[exporter]
        abroad = np.flatnonzero(system.table.region_of != exporter)
        output = system.x[own]
        e = np.minimum(exports[own], output)
        A = world.coefficients(exporter, exporter)
        indirect = world.alone[exporter] @ (A @ e)
        surplus = np.asarray(1 - A.sum(axis=0))
        at_home = 1.0 if origin == exporter else 0.0
        return cls(
            imports=system.table.Z[np.ix_(abroad, own)],
            output=output,
            exports=e,
            rest=output - e,
            surplus=surplus,
            passed_on=np.minimum(1.0, indirect * reciprocal(output - e)),
            weight=world.content[origin, abroad] - at_home,
            fixed=float(at_home * (surplus @ (e + indirect))),
        )

    def content(self, room: Vector, *, most: bool) -> float:
        """Content when the exports take so much (N,) imported inputs, those of most or of least content first."""
        taken = filled(self.imports, self.weight, room, most=most)
        displaced = self.weight @ self.imports
        return self.fixed + float(self.passed_on @ displaced) + float((1 - self.passed_on) @ taken)


def filled(inputs: Matrix, weight: Vector, room: Vector, *, most: bool) -> Vector:
    """(N,) Weight of the inputs that fill the room of each industry, those of most or of least weight first."""
    order: Index = np.argsort(-weight if most else weight, kind="stable")
    ordered = inputs[order]
    before = np.cumsum(ordered, axis=0) - ordered
    return np.asarray(weight[order] @ np.clip(room - before, 0.0, np.maximum(ordered, 0.0)))
