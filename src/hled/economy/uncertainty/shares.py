"""How sure an exposure is: of each buyer, and of all together, to each group of suppliers, in all four conventions."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Index, Mask, Matrix, Vector
from hled.economy.leontief import System, reciprocal
from hled.economy.leontief.exposure import Convention
from hled.economy.rules import IO_15
from hled.economy.uncertainty.draws import Errors, drawn_factors, drawn_weights
from hled.economy.uncertainty.ranges import Causes, Ranges, by_other_rule, combined
from hled.economy.uncertainty.recipes import Sales
from hled.economy.uncertainty.rounding import CellMoves, moves_deviation
from hled.kernel.rule import require


def exposure_ranges(
    system: System,
    *,
    buyers: Index,
    suppliers: Mapping[str, Index],
    convention: Convention,
    inputs: Index | None = None,
    corridor: Index | None = None,
    errors: Errors | None = None,
    rounded_to: float | None = None,
) -> Ranges:
    """
    (suppliers, buyers + 1) Ranges of the shares of `hled.economy.leontief.exposure.exposure`; the last column is all buyers together.

    Parameters
    ----------
    rounded_to
        Cells are known to the nearest multiple of this, in the table's unit; `Table.rounding` without it.

    Notes
    -----
    Every convention is ``p'b / (q'b + m)`` for the inputs b bought: p holds what a unit of each input counts for a group of
    suppliers (1 or 0 at face value, else ``L's``), q the same for the base. One solution for p in each drawn economy therefore
    serves every buyer.

    - Coefficients err as `Errors` says while output stays as it is.
    - Proportionality: each industry that sells to the buyers may make what it sells to them with its imported inputs first, or
      last (`hled.economy.uncertainty.recipes`). Where looking through moves the base too (gross output, or chosen inputs), the
      bound is the quotient of two linear programmes, as much as possible of the suppliers and as little of everybody else; no
      split lies outside it. At face value nothing is looked through, and the bounds are the central figure.
    - A buyer that uses nothing of the kind has a share of 0, without doubt.

    Raises
    ------
    BrokenRuleError
        IO-15, when the buyers buy none of the inputs counted.
    """
    assumed = errors or Errors()
    unit = system.table.rounding if rounded_to is None else rounded_to
    asked = _Asked.of(system, buyers, suppliers, convention, inputs, corridor)
    weights = asked.weights(system)
    counted, base = asked.amounts(weights)
    require(IO_15, bool((base > 0).any()), place="buyers", found=0)
    central = _over(counted, base)
    bounds, same = asked.bounds(system, weights)
    causes = Causes(
        rounding=unit * asked.deviations(system, weights),
        drawn=asked.drawn(system, assumed),
        other=by_other_rule(system, asked.shares),
        bounds=bounds,
        same_imports=same,
    )
    return combined(central, causes, floor=0.0, ceiling=1.0, system=system, errors=assumed, unit=unit)


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """
    A question of exposure as weights on what is bought.

    Attributes
    ----------
    bought : (n, ways) array
        Inputs of each buyer, and of all together last.
    groups : (n, suppliers) mask
        Industries that count as suppliers.
    counted, passing : (n,) masks
        Inputs in the base, and those that are looked into.
    """

    convention: Convention
    buyers: Index
    bought: Matrix
    outside: Vector
    groups: Mask
    counted: Mask
    passing: Mask

    @classmethod
    def of(
        cls,
        system: System,
        buyers: Index,
        suppliers: Mapping[str, Index],
        convention: Convention,
        inputs: Index | None,
        corridor: Index | None,
    ) -> "_Asked":
        n = system.solver.n
        counted = _mask(n, None if inputs is None else inputs)
        groups = np.stack([_mask(n, each) for each in suppliers.values()], axis=1)
        passing = np.ones(n, dtype=bool)
        if convention is Convention.CORRIDOR:
            passing = counted & _mask(n, corridor)
        else:
            groups &= counted[:, None]
        imports = system.table.imports
        outside = np.zeros(len(buyers)) if imports is None or inputs is not None else imports[buyers]
        bought = system.table.Z[:, buyers]
        return cls(
            convention,
            buyers,
            np.column_stack([bought, bought.sum(axis=1)]),
            np.append(outside, outside.sum()),
            groups,
            counted,
            passing,
        )

    @property
    def by_value(self) -> bool:
        return self.convention in {Convention.LOOK_THROUGH_VALUE_ADDED, Convention.CORRIDOR}

    @property
    def base_moves(self) -> bool:
        """Whether the base is looked through as well."""
        partial = self.convention is Convention.LOOK_THROUGH_VALUE_ADDED and not self.counted.all()
        return partial or self.convention is Convention.LOOK_THROUGH_OUTPUT

    @property
    def looked_for(self) -> Mask:
        """(n, suppliers or suppliers + 1) The groups, then what makes up the base where it is looked through."""
        return np.column_stack([self.groups, self.counted]) if self.base_moves else self.groups

    def weights(self, system: System) -> Matrix:
        """(n, looked for) What a unit of each product holds of each group, at every stage."""
        if self.convention is Convention.FACE_VALUE:
            return self.groups.astype(float)
        unit = system.v if self.by_value else np.ones(system.solver.n)
        return system.solver.solve_transposed(unit[:, None] * self.looked_for)

    def amounts(self, weights: Matrix) -> tuple[Matrix, Matrix]:
        """(suppliers, ways) What is counted and (1, ways) what it is a share of."""
        found = (weights * self.passing[:, None]).T @ self.bought
        if self.base_moves:
            return found[:-1], found[-1:]
        return found, (self.counted @ self.bought + self.outside)[None]

    def shares(self, system: System) -> Matrix:
        return _over(*self.amounts(self.weights(system)))

    def drawn(self, system: System, errors: Errors) -> Matrix:
        """(suppliers, ways, draws) Shares in the drawn economies."""
        rows, columns = drawn_factors(system.solver.n, errors)
        inputs = self.bought[:, :-1]
        if self.convention is Convention.FACE_VALUE:
            found = np.stack([inputs.T @ (rows * group[:, None]) for group in self.groups.T])
        else:
            weights = drawn_weights(system, self.looked_for, errors, by_value=self.by_value)
            found = np.stack([inputs.T @ (each * rows * self.passing[:, None]) for each in weights])
        found *= columns[self.buyers]
        base = found[-1:] if self.base_moves else self._drawn_base(rows, columns[self.buyers])
        return _over(*(_with_all(each) for each in (found[: self.groups.shape[1]], base)))

    def _drawn_base(self, rows: Matrix, columns: Matrix) -> Matrix:
        bought = (self.bought[:, :-1].T @ (rows * self.counted[:, None])) * columns
        return np.asarray(bought + self.outside[:-1, None])[None]

    def bounds(self, system: System, weights: Matrix) -> "tuple[_Ends, _Ends]":
        """Least and greatest shares by proportionality; the same where both recipes import equally much per unit."""
        counted, base = self.amounts(weights)
        if self.convention is Convention.FACE_VALUE:
            shares = _over(counted, base)
            return (shares, shares), (shares, shares)
        sales = Sales(system, system.table.Z, self.bought * self.passing[:, None])
        groups = self.groups.astype(float)
        spared = groups if self.by_value else np.zeros_like(groups)
        part = sales.moved(weights[:, : groups.shape[1]], spared)
        if not self.base_moves:
            return (
                (_over(counted + part.low, base), _over(counted + part.high, base)),
                (_over(counted + part.low_same_imports, base), _over(counted + part.high_same_imports, base)),
            )
        others = self.counted[:, None] - groups if self.by_value else np.zeros_like(groups)
        rest = sales.moved(weights[:, -1:] - weights[:, :-1], others)
        left = base - counted
        return (
            (_part(counted + part.low, left + rest.high), _part(counted + part.high, left + rest.low)),
            (
                _part(counted + part.low_same_imports, left + rest.high_same_imports),
                _part(counted + part.high_same_imports, left + rest.low_same_imports),
            ),
        )

    def deviations(self, system: System, weights: Matrix) -> Matrix:
        """
        (suppliers, ways) Standard deviation of the shares when cells are known to the nearest 1, to first order.

        Every cell of Z, and of output where it is supplied, errs evenly by up to half a unit, zeros too, each by itself.

        Notes
        -----
        With weights p of a group, ``t = L b / x``, share s of the base D, o = 1 in the group where value added is counted, and
        ``α = p - s q``, ``ω = o - s o_q`` (the second terms where the base is looked through), a cell of Z moves the share by
        ``[(α_i - ω_j) t_j + J_j (p_i - s q_i) - r_i] / D``: as coefficient, as input bought (J = 1 for the buyers), and, where
        output is the sum of the row, as output, ``r_i = (α_i - ω_i) t_i``. Supplied output errs by itself, by ``r_i / D``. Where
        output is counted nothing displaces anything: ω stays in r alone.
        """
        counted, base = self.amounts(weights)
        shares = _over(counted, base)
        called = self._called(system)
        found = np.zeros_like(shares)
        for way in np.flatnonzero(base[0] > 0):
            chosen = np.zeros(system.solver.n)
            chosen[self.buyers if way == len(self.buyers) else self.buyers[way]] = 1
            for group in range(len(shares)):
                cells = self._cells(weights, group, float(shares[group, way]))
                found[group, way] = moves_deviation(system, cells, called[:, way], chosen)
        return found * _over(np.ones_like(base), base)

    def _called(self, system: System) -> Matrix:
        """(n, ways) Output called on by what is looked into, over output."""
        if self.convention is Convention.FACE_VALUE:
            return np.zeros_like(self.bought)
        return system.solver.solve(self.bought * self.passing[:, None]) * reciprocal(system.x)[:, None]

    def _cells(self, weights: Matrix, group: int, share: float) -> CellMoves:
        own = self.groups[:, group].astype(float)
        whole = self.counted.astype(float)
        direct = weights[:, group] * self.passing - share * (weights[:, -1] if self.base_moves else whole)
        base = weights[:, -1] if self.base_moves else 0.0
        source = own - share * (whole if self.base_moves else 0.0)
        return CellMoves(
            direct=direct,
            indirect=weights[:, group] - share * base,
            source=source,
            displaced=source if self.by_value else np.zeros_like(source),
            outside=-share if self.outside.any() else None,
        )


_Ends = tuple[Matrix, Matrix]


def _mask(n: int, places: Index | None) -> Mask:
    """True at the places; everywhere without them."""
    if places is None:
        return np.ones(n, dtype=bool)
    found = np.zeros(n, dtype=bool)
    found[places] = True
    return found


def _with_all(amounts: Matrix) -> Matrix:
    """(groups, buyers, draws) with all buyers together after them."""
    return np.concatenate([amounts, amounts.sum(axis=1, keepdims=True)], axis=1)


def _over(part: Matrix, base: Matrix) -> Matrix:
    found: Matrix = np.zeros(np.broadcast(part, base).shape)
    return np.divide(part, base, out=found, where=base > 0)


def _part(part: Matrix, rest: Matrix) -> Matrix:
    """A part of a whole whose other part is given, neither below 0."""
    part, rest = np.maximum(part, 0.0), np.maximum(rest, 0.0)
    return _over(part, part + rest)
