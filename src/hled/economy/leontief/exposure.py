"""How much of what some industries use comes from whom, in four named conventions."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from hled.economy.arrays import Index, Matrix, Vector
from hled.economy.leontief.solving import Solved
from hled.economy.leontief.system import System
from hled.economy.rules import IO_15
from hled.economy.tables import Balance
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding


class Convention(StrEnum):
    """What is counted; the four answer different questions and must be named with every figure."""

    FACE_VALUE = "face_value"
    LOOK_THROUGH_OUTPUT = "look_through_output"
    LOOK_THROUGH_VALUE_ADDED = "look_through_value_added"
    CORRIDOR = "corridor"


@dataclass(frozen=True, slots=True, eq=False)
class Exposure:
    """
    Shares of suppliers in what buyers use.

    Attributes
    ----------
    shares : (suppliers, buyers) array
        Fraction of `base`; 0 for a buyer that uses nothing of the kind.
    amounts : (suppliers, buyers) array
        In the table's unit, a year.
    base : (buyers,) array
        What the shares are of, in the table's unit: inputs bought, or output called on at every stage.
    total, total_amounts : (suppliers,) arrays
        Of all buyers together: amounts over bases, never a mean of shares.
    idle : (buyers,) array
        Buyers that use nothing of the kind.
    """

    convention: Convention
    balance: Balance
    shares: Matrix
    amounts: Matrix
    base: Vector
    total: Vector
    total_amounts: Vector
    idle: Index
    solved: Solved | None


def exposure(
    system: System,
    *,
    buyers: Index,
    suppliers: Mapping[str, Index],
    convention: Convention,
    inputs: Index | None = None,
    corridor: Index | None = None,
) -> Exposure:
    """
    Exposure of each buyer j, and of all together, to each group of suppliers O.

    Parameters
    ----------
    buyers
        Industries that buy.
    suppliers
        Groups of industries by name; groups may overlap, and then their shares must not be added.
    inputs
        Only these industries count as suppliers, in numerator and base; all without it.
    corridor
        Industries of the corridor; only for `Convention.CORRIDOR`.

    Notes
    -----
    - face value: ``Σ_O z_ij / Σ z_ij``;
    - looking through, gross output: ``Σ_O (L - I)_ij / Σ (L - I)_ij``, amounts times ``x_j``;
    - looking through, value added: ``Σ_O v_i (L - I)_ij x_j`` over the inputs bought, so that the shares of all
      suppliers (imports from outside the table among them) add up to one;
    - corridor C: ``v_O L_(O,C) A_(C,j) x_j`` over the inputs bought.

    Raises
    ------
    BrokenRuleError
        IO-15, when there is no buyer, no supplier or no corridor, or no buyer uses any input of the kind.

    References
    ----------
    Baldwin, Freeman & Theodorakopoulos (2023), *Brookings Papers on Economic Activity*, Fall 2023, 79-167.
    """
    _require(len(buyers) > 0, "buyers")
    _require(len(suppliers) > 0 and all(len(each) for each in suppliers.values()), "suppliers")
    _require(
        convention is not Convention.CORRIDOR or (corridor is not None and len(corridor) > 0), "corridor"
    )
    suppliers = {name: np.unique(each) for name, each in suppliers.items()}
    counted = np.ones(system.solver.n, dtype=bool)
    if inputs is not None:
        counted[:] = False
        counted[inputs] = True
    if convention is Convention.CORRIDOR and corridor is not None:
        amounts, base = _through_corridor(system, buyers, suppliers, counted, corridor)
    else:
        used, base = _used(system, buyers, convention, counted, whole=inputs is None)
        amounts = np.stack([used[group].sum(axis=0) for group in suppliers.values()])
    _require(bool((base > 0).any()), "inputs")
    over = np.divide(1.0, base, out=np.zeros_like(base), where=base > 0)
    together = amounts.sum(axis=1)
    return Exposure(
        convention=convention,
        balance=system.balance,
        shares=amounts * over,
        amounts=amounts,
        base=base,
        total=together / base.sum(),
        total_amounts=together,
        idle=np.flatnonzero(base <= 0),
        solved=None if convention is Convention.FACE_VALUE else system.solver.last,
    )


def _used(
    system: System, buyers: Index, convention: Convention, counted: np.ndarray, *, whole: bool
) -> tuple[Matrix, Vector]:
    """(n, buyers) What each industry supplies to each buyer by the convention, and (buyers,) the base."""
    bought = system.table.Z[:, buyers]
    if convention is Convention.FACE_VALUE:
        used = np.where(counted[:, None], bought, 0.0)
        return used, used.sum(axis=0) + _from_outside(system, buyers, whole=whole)
    called = system.solver.solve(bought)  # L A diag(x) = (L - I) diag(x)
    if convention is Convention.LOOK_THROUGH_OUTPUT:
        used = np.where(counted[:, None], called, 0.0)
        return used, used.sum(axis=0)
    added = system.v[:, None] * called
    used = np.where(counted[:, None], added, 0.0)
    if whole:
        return used, bought.sum(axis=0) + _from_outside(system, buyers, whole=True)
    return used, used.sum(axis=0)


def _through_corridor(
    system: System, buyers: Index, suppliers: Mapping[str, Index], counted: np.ndarray, corridor: Index
) -> tuple[Matrix, Vector]:
    origins = np.zeros((system.solver.n, len(suppliers)))
    for at, group in enumerate(suppliers.values()):
        origins[group, at] = system.v[group]
    content = system.solver.solve_transposed(
        origins
    )  # (n, suppliers): value added of O in a unit of each product
    passing = corridor[counted[corridor]]
    bought = system.table.Z[np.ix_(passing, buyers)]
    every = np.where(counted[:, None], system.table.Z[:, buyers], 0.0).sum(axis=0)
    return content[passing].T @ bought, every + _from_outside(system, buyers, whole=bool(counted.all()))


def _from_outside(system: System, buyers: Index, *, whole: bool) -> Vector:
    """(buyers,) Imported inputs that are no rows of the table."""
    imports = system.table.imports
    return imports[buyers] if imports is not None and whole else np.zeros(len(buyers))


def _require(holds: bool, what: str) -> None:
    if not holds:
        raise BrokenRuleError([Finding(IO_15, what, Bilingual("nothing", "nada"))])
