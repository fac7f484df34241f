"""How sure the losses of a sweep are: every industry, or every region, taken out whole and in turn."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from hled.economy.arrays import Index, Matrix, Vector
from hled.economy.leontief import InaccurateError, System, reciprocal
from hled.economy.leontief.extraction import cut_industries
from hled.economy.leontief.factoring import SingularError, invert
from hled.economy.leontief.products import product
from hled.economy.leontief.sweeping import Sweep, sweep_industries, sweep_regions
from hled.economy.uncertainty.draws import UNPRODUCTIVE, Errors, drawn_factors, drawn_primary
from hled.economy.uncertainty.losses import LossRanges, loss_deviation
from hled.economy.uncertainty.ranges import Causes, by_other_rule, combined
from hled.kernel.bilingual import Bilingual

MOST = 2_500
"""Industries up to which errors are drawn: every draw needs an inverse of its own."""

_LEFT = 1e-4
"""Largest part of the output that a drawn inverse may leave unexplained."""

_TOO_LARGE = Bilingual(
    "not drawn for so many industries; ask about one of them alone",
    "no se sortea con tantas industrias; pregunte por una sola de ellas",
)


def sweep_ranges(
    system: System,
    regions: Index,
    *,
    whole_regions: bool,
    errors: Errors | None = None,
    rounded_to: float | None = None,
) -> LossRanges:
    """
    Ranges of what some regions lose together, for everything that `hled.economy.leontief.sweeping` takes out.

    Parameters
    ----------
    regions
        Positions of the regions that lose.
    whole_regions
        Whole regions are taken out in turn; single industries without it.
    rounded_to
        Cells are known to the nearest multiple of this, in the table's unit; `Table.rounding` without it.

    Returns
    -------
    LossRanges
        (k,) each, in the order of the columns of the sweep.

    Notes
    -----
    As `hled.economy.uncertainty.losses.loss_ranges` of each cut alone: drawn coefficients go with drawn final demand, so that output
    before is as the table has it, and ``L_k x_k / l_kk`` of the drawn inverse is lost. Who is gone sells to nobody, so that
    proportionality leaves nothing open. Errors are drawn up to `MOST` industries.

    Raises
    ------
    InaccurateError
        When a drawn economy is all but unproductive.
    """
    assumed = errors or Errors()
    unit = system.table.rounding if rounded_to is None else rounded_to
    group = np.isin(system.table.region_of, regions).astype(float)
    sets = _sets(system, whole_regions=whole_regions)
    swept = _both(system, regions, whole_regions=whole_regions)
    drawn: Matrix | None = None
    if system.table.n <= MOST:
        drawn = _drawn(system, tuple(sorted(set(regions.tolist()))), assumed, whole_regions)
    other = by_other_rule(system, lambda under: _both(under, regions, whole_regions=whole_regions))
    deviations = _deviations(system, sets, group)
    made = []
    for at, own in enumerate((group * system.x, group * np.maximum(system.v, 0) * system.x)):
        causes = Causes(
            rounding=unit * deviations[at],
            drawn=_TOO_LARGE if drawn is None else drawn[at],
            other=other if isinstance(other, Bilingual) else other[at],
            bounds=(swept[at], swept[at]),
            same_imports=(swept[at], swept[at]),
        )
        made.append(
            combined(
                swept[at], causes, floor=0.0, ceiling=own.sum(), system=system, errors=assumed, unit=unit
            )
        )
    return LossRanges(*made)


def _sets(system: System, *, whole_regions: bool) -> list[Index]:
    """Industries of everything that is taken out."""
    if not whole_regions:
        return [np.array([at]) for at in range(system.table.n)]
    return [np.flatnonzero(system.table.region_of == at) for at in range(len(system.table.regions))]


def _both(system: System, regions: Index, *, whole_regions: bool) -> Matrix:
    """(2, k) Output and value added that the regions lose."""
    sweep: Callable[[System], Sweep] = sweep_regions if whole_regions else sweep_industries
    found = sweep(system)
    return np.stack([found.output[regions].sum(axis=0), found.value_added[regions].sum(axis=0)])


@lru_cache(maxsize=4)
def _drawn(system: System, regions: tuple[int, ...], errors: Errors, whole_regions: bool) -> Matrix:
    """(2, k, draws) The same in drawn economies, to six digits: their inverses are in single precision."""
    table = system.table
    group = np.isin(table.region_of, regions).astype(float)
    sets = _sets(system, whole_regions=whole_regions)
    rows, columns = drawn_factors(table.n, errors)
    primary = drawn_primary(system, rows, columns)
    over_x = reciprocal(system.x)
    found = np.empty((2, len(sets), errors.count))
    for draw in range(errors.count):
        L = _inverse(rows[:, draw, None] * table.Z, columns[:, draw] * over_x)
        called = product(
            L, np.stack([group, group * primary[:, draw]], axis=1).astype(L.dtype), transposed=True
        ).T
        if whole_regions:
            found[:, :, draw] = np.stack(
                [called[:, own] @ np.linalg.solve(L[np.ix_(own, own)], system.x[own]) for own in sets], axis=1
            )
        else:
            found[:, :, draw] = called * (system.x / np.diagonal(L))
    found.flags.writeable = False
    return found


def _inverse(Z: Matrix, over_x: Vector) -> Matrix:
    """
    (n, n) The inverse of a drawn economy, in single precision.

    Raises
    ------
    InaccurateError
        When the economy is all but unproductive.
    """
    try:
        L = invert(Z, over_x, np.float32)
    except SingularError:
        raise InaccurateError(UNPRODUCTIVE) from None
    # Output above zero that leaves one unit of each product over is what a productive economy has, and no other.
    made = L.sum(axis=1, dtype=np.float64)
    left = np.abs(made - product(Z, over_x * made) - 1).max()
    if not (left <= _LEFT * np.abs(made).max() and (made > 0).all()):
        raise InaccurateError(UNPRODUCTIVE)
    return L


def _deviations(system: System, sets: list[Index], group: Vector) -> Matrix:
    """
    (2, k) Standard deviation of output and value added lost when cells are known to the nearest 1.

    With ``p = g'L`` before, what the group makes in a unit of each product is ``p - p_K (L_KK)⁻¹ (L_K - E_K)`` when K is gone.
    """
    table, L, over_x = system.table, system.L, reciprocal(system.x)
    before = np.stack([group, group * system.v]) @ L
    found = np.zeros((2, len(sets)))
    for at, own in enumerate(sets):
        if not (system.x[own] > 0).any():
            continue
        inside = L[np.ix_(own, own)]
        called = L[:, own] @ np.linalg.solve(inside, system.x[own]) * over_x
        passed = L[own].copy()
        passed[np.arange(len(own)), own] -= 1
        weights = before - np.linalg.solve(inside.T, before[:, own].T).T @ passed
        cut = cut_industries(table, own)
        for measure in (0, 1):
            found[measure, at] = loss_deviation(
                system, cut, called, weights[measure], group, by_value=bool(measure)
            )
    return found
