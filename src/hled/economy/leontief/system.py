"""The Leontief system of a labelled table, kept while it is asked about."""

from collections import OrderedDict
from functools import cached_property
from threading import Lock

import numpy as np

from hled.economy.arrays import Matrix, Vector
from hled.economy.leontief.planning import DEFAULT_BUDGET
from hled.economy.leontief.solving import Solver, reciprocal
from hled.economy.tables import Balance, Table

_MOST_KEPT = 2
_kept: OrderedDict[tuple[str, Balance], "System"] = OrderedDict()
_lock = Lock()


class System:
    """
    A table under one balance rule, with its solver.

    Attributes
    ----------
    x : (n,) array
        Output by the balance rule.
    v : (n,) array
        Primary inputs per unit of output, ``1 - 1'A`` less imports from outside: value added with taxes and margins, so that
        ``v'L = 1'`` in a table of the whole world.
    f : (n,) array
        Final demand in all: output less intermediate sales, so that ``L f = x`` by either rule.
    """

    def __init__(
        self, table: Table, balance: Balance = Balance.SUPPLIED, *, budget: int = DEFAULT_BUDGET
    ) -> None:
        self.table = table
        self.balance = balance
        self.x: Vector = table.output(balance)
        self.solver = Solver(table.Z, self.x, budget=budget, place=table.id, name_of=table.label)

    @cached_property
    def v(self) -> Vector:
        outside = self.table.imports if self.table.imports is not None else 0.0
        return np.asarray(1 - (self.table.Z.sum(axis=0) + outside) * reciprocal(self.x))

    @cached_property
    def f(self) -> Vector:
        return np.asarray(self.x - self.table.Z.sum(axis=1))

    @cached_property
    def A(self) -> Matrix:
        """(n, n) Input coefficients."""
        return self.table.Z * reciprocal(self.x)

    @property
    def L(self) -> Matrix:
        """(n, n) The Leontief inverse."""
        return self.solver.inverse


def system_of(table: Table, balance: Balance = Balance.SUPPLIED, *, budget: int = DEFAULT_BUDGET) -> System:
    """The system of a table; the last ones asked for are kept by the digest of the table."""
    key = (table.digest, balance)
    with _lock:  # several threads that ask for a table share one system, and factor it once
        made = _kept.get(key)
        if made is None or made.solver.budget != budget:
            made = _kept[key] = System(table, balance, budget=budget)
        _kept.move_to_end(key)
        while len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    return made
