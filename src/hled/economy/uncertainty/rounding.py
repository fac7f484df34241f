"""How far the rounding of cells moves a figure, to first order."""

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


@dataclass(frozen=True, slots=True, eq=False)
class CellMoves:
    """
    What a unit of one cell adds to a share of inputs bought.

    Attributes
    ----------
    direct : (n,) array
        As an input bought, by the row of the cell.
    indirect : (n,) array
        As a coefficient, by its row.
    source, displaced : (n,) arrays
        What a unit of output counts by itself, and what of it an input takes the place of, by the column of the cell.
    outside
        As an imported input that is no row of the table; None where there are none.
    """

    direct: Vector
    indirect: Vector
    source: Vector
    displaced: Vector
    outside: float | None


def moves_deviation(system: System, cells: CellMoves, called: Vector, chosen: Vector) -> float:
    """
    Standard deviation of a share times its base when cells are known to the nearest 1; see `shares` for the derivation.

    Parameters
    ----------
    called : (n,) array
        Output called on, over output.
    chosen : (n,) array
        1 for the buyers.
    """
    ones = np.ones(len(called))
    as_output = (cells.indirect - cells.source) * called
    rows = [cells.indirect, ones, cells.direct]
    columns = [called, -cells.displaced * called, chosen]
    found = float(as_output @ as_output)
    if system.balance is Balance.ROW_SUMS:
        rows.append(as_output)
        columns.append(-ones)
        found *= system.table.Y.shape[1]
    found += squares(np.stack(rows), np.stack(columns))
    if cells.outside is not None:
        moved = cells.outside * chosen - cells.displaced * called
        found += float(moved @ moved)
    return float(np.sqrt(found / 12))


def squares(rows: Matrix, columns: Matrix) -> float:
    """
    Sum over all i, l of ``(Σ_k rows[k, i] columns[k, l])²`` without an array of that size.

    Parameters
    ----------
    rows : (terms, n) array
    columns : (terms, m) array
    """
    return max(0.0, float(np.vdot(rows @ rows.T, columns @ columns.T)))
