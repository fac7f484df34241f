"""How sure a loss is: output and value added that groups of industries lose when flows stop."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Index, Mask, Matrix, Vector
from hled.economy.leontief import Solver, System, reciprocal
from hled.economy.leontief.extraction import Cut, Loss, extract, final_sales
from hled.economy.tables import Balance
from hled.economy.uncertainty.draws import Errors, drawn_factors, drawn_outputs, drawn_primary
from hled.economy.uncertainty.ranges import Causes, Ranges, by_other_rule, combined
from hled.economy.uncertainty.recipes import Moved, Sales
from hled.economy.uncertainty.rounding import squares


@dataclass(frozen=True, slots=True, eq=False)
class LossRanges:
    """(groups,) each, in the table's unit, in the order of the groups asked about."""

    output: Ranges
    value_added: Ranges


def loss_ranges(
    system: System,
    cut: Cut,
    groups: Mapping[str, Index],
    *,
    errors: Errors | None = None,
    rounded_to: float | None = None,
) -> LossRanges:
    """
    Ranges of the losses of `hled.economy.leontief.extraction.extract`, by group of industries.

    Parameters
    ----------
    rounded_to
        Cells are known to the nearest multiple of this, in the table's unit; `Table.rounding` without it.

    Notes
    -----
    - Drawn coefficients go with drawn final demand, so that output before the cut is as the table has it.
    - Proportionality: the sales that stop may have been made with the imported inputs of their sellers first, or last
      (`hled.economy.uncertainty.recipes`); the amounts that stop are those of the table, and what else stops by their absence
      follows the changed economy. Where everything that an industry sells stops, no input is left to choose.

    Raises
    ------
    BrokenRuleError
        IO-14, IO-15, as `extract`.
    """
    assumed = errors or Errors()
    unit = system.table.rounding if rounded_to is None else rounded_to
    masks = _masks(system.solver.n, groups)
    loss = extract(system, cut)
    changed = _Changed.of(system, cut)
    drawn = changed.drawn(masks, assumed)
    other = by_other_rule(system, lambda under: _by_group(masks, extract(under, cut)))
    made = []
    for by_value in (False, True):
        lost = masks.T @ (loss.value_added if by_value else loss.output)
        own = masks.T @ (np.maximum(system.v, 0) * system.x if by_value else system.x)
        weights = changed.weights(masks, by_value=by_value)
        moved = changed.moved(weights, masks, by_value=by_value)
        causes = Causes(
            rounding=unit * changed.deviations(loss.output, weights, masks, by_value=by_value),
            drawn=drawn[int(by_value)],
            other=other if not isinstance(other, np.ndarray) else other[int(by_value)],
            bounds=(lost + moved.low[:, 0], lost + moved.high[:, 0]),
            same_imports=(lost + moved.low_same_imports[:, 0], lost + moved.high_same_imports[:, 0]),
        )
        made.append(combined(lost, causes, floor=0.0, ceiling=own, system=system, errors=assumed, unit=unit))
    return LossRanges(*made)


def _by_group(masks: Mask, loss: Loss) -> Matrix:
    """(2, groups) Output and value added lost."""
    return np.stack([masks.T @ loss.output, masks.T @ loss.value_added])


@dataclass(frozen=True, slots=True, eq=False)
class _Changed:
    """
    The economy after a cut.

    Attributes
    ----------
    left : (n, n) array
        Flows that do not stop.
    stopped : (n,) array
        Sales that stop, of each industry.
    """

    system: System
    cut: Cut
    left: Matrix
    stopped: Vector
    solver: Solver

    @classmethod
    def of(cls, system: System, cut: Cut) -> "_Changed":
        block = np.ix_(cut.sellers, cut.buyers)
        left = system.table.Z.copy()
        left[block] *= 1 - cut.share
        stopped = np.zeros(system.solver.n)
        stopped[cut.sellers] = cut.share * (final_sales(system, cut) + system.table.Z[block].sum(axis=1))
        return cls(system, cut, left, stopped, Solver(left, system.x, budget=system.solver.budget))

    def weights(self, masks: Mask, *, by_value: bool) -> Matrix:
        """(n, groups) What each group makes at every stage in a unit of each product, after the cut."""
        unit = self.system.v if by_value else np.ones(self.system.solver.n)
        return self.solver.solve_transposed(unit[:, None] * masks)

    def moved(self, weights: Matrix, masks: Mask, *, by_value: bool) -> Moved:
        spared = masks.astype(float) if by_value else np.zeros(masks.shape)
        return Sales(self.system, self.left, self.stopped[:, None]).moved(weights, spared)

    def drawn(self, masks: Mask, errors: Errors) -> Matrix:
        """(2, groups, draws) Output and value added lost in drawn economies."""
        cut, Z = self.cut, self.system.table.Z
        rows, columns = drawn_factors(self.system.solver.n, errors)
        missing = np.zeros(rows.shape)
        block = Z[np.ix_(cut.sellers, cut.buyers)]
        sold = rows[cut.sellers] * (block @ columns[cut.buyers])
        missing[cut.sellers] = cut.share * (self._drawn_final(rows, columns) + sold)
        output = drawn_outputs(self.solver, missing, rows, columns)
        added = drawn_primary(self.system, rows, columns) * output
        return np.stack([masks.T @ output, masks.T @ added])

    def _drawn_final(self, rows: Matrix, columns: Matrix) -> Matrix:
        """(sellers, 1 or draws) Final sales that the cut touches; all of them are what drawn sales to industries leave."""
        cut, table = self.cut, self.system.table
        if len(cut.final_columns) < table.Y.shape[1]:
            return final_sales(self.system, cut)[:, None]
        return np.asarray(
            self.system.x[cut.sellers, None] - rows[cut.sellers] * (table.Z[cut.sellers] @ columns)
        )

    def deviations(self, lost: Vector, weights: Matrix, masks: Mask, *, by_value: bool) -> Vector:
        """(groups,) Standard deviation of the losses when cells are known to the nearest 1, to first order."""
        called = lost * reciprocal(self.system.x)
        return np.array(
            [
                loss_deviation(
                    self.system,
                    self.cut,
                    called,
                    weights[:, at],
                    masks[:, at].astype(float),
                    by_value=by_value,
                )
                for at in range(masks.shape[1])
            ]
        )


def loss_deviation(
    system: System, cut: Cut, called: Vector, weights: Vector, group: Vector, *, by_value: bool
) -> float:
    """
    Standard deviation of what a group loses when cells are known to the nearest 1, to first order.

    Parameters
    ----------
    called : (n,) array
        Output lost over output, by industry.
    weights : (n,) array
        What the group makes at every stage in a unit of each product, after the cut.
    group : (n,) array
        1 at the industries of the group.

    Notes
    -----
    With weights p of a group in the changed economy, ``t = lost / x``, share τ of the flows from S to B that stops and o = 1 in
    the group where value added is counted, a cell of Z moves the loss by ``(p_i - o_j) t_j + τ S_i B_j p_i (1 - t_j)``, a cell of
    final demand that stops by ``τ S_i p_i``; output of i by ``-r_i``, ``r_i = (p_i - g_i) t_i`` with g = 1 in the group. Where
    output is the sum of the row every cell of it moves output; where all final sales stop and output is supplied, they are what
    it leaves, so that cells of the row take away what output adds.
    """
    n, Y = len(called), system.table.Y
    ones = np.ones(n)
    stops = np.zeros(n)
    stops[cut.sellers] = cut.share * weights[cut.sellers]
    to = np.zeros(n)
    to[cut.buyers] = 1 - called[cut.buyers]
    rows = [weights, -ones, stops]
    columns = [called, group * called if by_value else np.zeros(n), to]
    as_output = (group - weights) * called
    final = len(cut.final_columns)
    if system.balance is Balance.ROW_SUMS:
        rows.append(as_output)
        columns.append(ones)
        found = final * _square(stops + as_output) + (Y.shape[1] - final) * _square(as_output)
    elif final == Y.shape[1]:
        rows.append(-stops)
        columns.append(ones)
        found = _square(stops + as_output)
    else:
        found = final * _square(stops) + _square(as_output)
    imports = _square(columns[1]) if system.table.imports is not None else 0.0
    return float(np.sqrt((found + imports + squares(np.stack(rows), np.stack(columns))) / 12))


def _square(values: Vector) -> float:
    return float(values @ values)


def _masks(n: int, groups: Mapping[str, Index]) -> Mask:
    """(n, groups) True at the industries of each group."""
    found = np.zeros((n, len(groups)), dtype=bool)
    for at, places in enumerate(groups.values()):
        found[places, at] = True
    return found
