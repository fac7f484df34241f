"""Sums over the industries of a region or a sector, and accounts per unit of output."""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from scipy.sparse import csr_array

from hled.economy.arrays import Index, Matrix, Vector
from hled.economy.leontief.solving import reciprocal
from hled.economy.leontief.system import System
from hled.economy.rules import IO_13
from hled.economy.tables import Account, Table
from hled.economy.tables.choosing import near_ones
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

OUTPUT = "output"
VALUE_ADDED = "value_added"
ALWAYS: Mapping[str, Bilingual] = MappingProxyType(
    {OUTPUT: Bilingual("output", "producción"), VALUE_ADDED: Bilingual("value added", "valor agregado")}
)
"""Accounts that every table has, in the unit of its flows."""


def by_region(table: Table, values: Vector | Matrix) -> Matrix:
    """Sums over the industries of each region: (n,) to (G,), (n, k) to (G, k)."""
    return _summed(table.region_of, len(table.regions), values)


def by_sector(table: Table, values: Vector | Matrix) -> Matrix:
    """Sums over the industries of each sector: (n,) to (N,), (n, k) to (N, k)."""
    return _summed(table.sector_of, len(table.sectors), values)


def in_regions(table: Table, weights: Vector) -> Matrix:
    """(n, G) The weight of each industry in the column of its region, 0 elsewhere."""
    spread = np.zeros((table.n, len(table.regions)))
    spread[np.arange(table.n), table.region_of] = weights
    return spread


def account(system: System, code: str) -> Account:
    """
    A satellite account of the table, its output or its value added, in amounts of a year.

    Raises
    ------
    BrokenRuleError
        IO-13, when the table has no such account, with near ones.
    """
    table = system.table
    if code in ALWAYS:
        amounts = system.x if code == OUTPUT else system.v * system.x
        return Account(code, ALWAYS[code], table.unit, amounts)
    for each in table.satellites:
        if each.code == code:
            return each
    known = [*ALWAYS, *(each.code for each in table.satellites)]
    said = ", ".join(near_ones(code, known) or known)
    found = Bilingual(f"{code}; near: {said}", f"{code}; parecidas: {said}")
    raise BrokenRuleError([Finding(IO_13, f"{table.id}: satellites", found)])


def intensity(system: System, amounts: Vector) -> Vector:
    """
    (n,) Amounts per unit of output.

    What an industry without output reports cannot be laid on any output, and is left out; `footprints` says how much it is.
    """
    return amounts * reciprocal(system.x)


def _summed(groups: Index, count: int, values: Vector | Matrix) -> Matrix:
    members = csr_array((np.ones(len(groups)), (groups, np.arange(len(groups)))), shape=(count, len(groups)))
    return np.asarray(members @ values)
