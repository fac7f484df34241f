"""How far the rounding of cells moves a share, to first order."""

from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Mask, Matrix, Vector
from hled.economy.leontief import System, reciprocal
from hled.economy.tables import Balance
from hled.economy.value_chains import world_of

_ROWS = 512


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """
    Which cells of a table are exports: rows of `sellers` in columns of `buyers` and of `final`.

    Parameters
    ----------
    sellers, buyers : (n,) masks
    final : (m,) mask
    exports : (n,) array
        Their sum by row, in the table's unit.
    """

    sellers: Mask
    buyers: Mask
    final: Mask
    exports: Vector


def rounding_deviation(system: System, origin: int, counted: Counted, unit: float) -> float:
    """
    Standard deviation of the share of an origin in exports whose cells are known to the nearest unit.

    Every cell of Z and Y, and of output where it is supplied, errs evenly by up to half a unit, zeros too, each by itself.

    Notes
    -----
    With ``w = v_O'L``, ``q = (L e) / x``, ``o_j = 1`` in the origin, share s of exports E, a cell of Z moves the share by
    ``[(w_i - o_j) q_j + c_ij (w_i - s) - r_i] / E``: as input (``dx = L dA x``), as an export counted (c = 1), and, where output is
    the sum of the row, as output, ``r_i = q_i (w_i - o_i)``. Supplied output errs by itself, by ``r_i / E`` a unit.
    """
    table = system.table
    w = world_of(system).content[origin]
    at_origin = (table.region_of == origin).astype(float)
    total = float(counted.exports.sum())
    q = (system.L @ counted.exports) * reciprocal(system.x)
    share = float(w @ counted.exports) / total
    as_output = q * (w - at_origin)
    summed = system.balance is Balance.ROW_SUMS
    by_row = as_output if summed else np.zeros_like(as_output)
    squares = 0.0 if summed else float(as_output @ as_output)
    as_export = np.where(counted.sellers, w - share, 0.0)
    for begin in range(0, len(w), _ROWS):
        rows = slice(begin, begin + _ROWS)
        moved: Matrix = (w[rows, None] - at_origin) * q - by_row[rows, None]
        moved[:, counted.buyers] += as_export[rows, None]
        squares += float(np.vdot(moved, moved))
    exported, others = int(counted.final.sum()), int((~counted.final).sum())
    squares += others * float(by_row @ by_row) + exported * float(((as_export - by_row) ** 2).sum())
    return unit * float(np.sqrt(squares / 12)) / total
