"""Intervals of exposure and of losses over drawn economies."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Index, Matrix, Vector
from hled.economy.leontief import Solver, System
from hled.economy.leontief.exposure import Convention
from hled.economy.leontief.extraction import Cut, final_sales
from hled.economy.rules import IO_15
from hled.economy.uncertainty.content import CONFIDENCE
from hled.economy.uncertainty.draws import Errors, drawn_factors, drawn_outputs, drawn_primary
from hled.kernel.rule import require


@dataclass(frozen=True, slots=True, eq=False)
class Interval:
    """Middle 95 percent over the draws, in the order of what was asked; `errors` says what was assumed."""

    low: Vector
    high: Vector
    errors: Errors


def exposure_interval(
    system: System,
    *,
    buyers: Index,
    suppliers: Mapping[str, Index],
    convention: Convention,
    inputs: Index | None = None,
    corridor: Index | None = None,
    errors: Errors | None = None,
) -> Interval:
    """
    (suppliers,) Interval of the shares that all buyers together draw from each group of suppliers.

    Coefficients err as `Errors` says while output stays as it is; the shares are those of
    `hled.economy.leontief.exposure.exposure`.

    Raises
    ------
    BrokenRuleError
        IO-15, when the buyers buy none of the inputs counted.
    """
    assumed = errors or Errors()
    rows, columns = drawn_factors(system.solver.n, assumed)
    counted = np.zeros(system.solver.n)
    counted[slice(None) if inputs is None else inputs] = 1
    bought = rows * (system.table.Z[:, buyers] @ columns[buyers])
    supplied = bought * counted[:, None]
    outside = system.table.imports
    imported = outside[buyers].sum() if outside is not None and inputs is None else 0.0
    base = supplied.sum(axis=0) + imported
    if convention is Convention.FACE_VALUE:
        used = supplied
    elif convention is Convention.CORRIDOR and corridor is not None:
        passing = np.zeros_like(supplied)
        passing[corridor] = supplied[corridor]
        used = drawn_primary(system, rows, columns) * drawn_outputs(system.solver, passing, rows, columns)
    else:
        used = drawn_outputs(system.solver, bought, rows, columns)
        if convention is Convention.LOOK_THROUGH_VALUE_ADDED:
            used *= drawn_primary(system, rows, columns)
        used *= counted[:, None]
        if inputs is not None or convention is Convention.LOOK_THROUGH_OUTPUT:
            base = used.sum(axis=0)
    require(IO_15, bool((base > 0).all()), place="buyers", found=float(base.min()))
    shares = np.stack([used[group].sum(axis=0) / base for group in suppliers.values()])
    return _middle(shares, assumed)


def loss_interval(
    system: System, cut: Cut, groups: Mapping[str, Index], *, errors: Errors | None = None
) -> tuple[Interval, Interval]:
    """
    (groups,) Intervals of the output and of the value added that groups of industries lose when flows stop.

    Drawn coefficients go with drawn final demand, so that output before the cut is as the table has it.
    """
    assumed = errors or Errors()
    rows, columns = drawn_factors(system.solver.n, assumed)
    left = system.table.Z.copy()
    left[np.ix_(cut.sellers, cut.buyers)] *= 1 - cut.share
    missing = np.zeros(rows.shape)
    stopped = rows[cut.sellers] * (system.table.Z[np.ix_(cut.sellers, cut.buyers)] @ columns[cut.buyers])
    missing[cut.sellers] = cut.share * (final_sales(system, cut)[:, None] + stopped)
    lost = drawn_outputs(Solver(left, system.x, budget=system.solver.budget), missing, rows, columns)
    added = drawn_primary(system, rows, columns) * lost
    return _middle(_grouped(lost, groups), assumed), _middle(_grouped(added, groups), assumed)


def _grouped(values: Matrix, groups: Mapping[str, Index]) -> Matrix:
    return np.stack([values[group].sum(axis=0) for group in groups.values()])


def _middle(drawn: Matrix, errors: Errors) -> Interval:
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(drawn, [tail, 1 - tail], axis=1)
    return Interval(low, high, errors)
