"""
How sure a content of exports is: rounding, coefficient errors, the balance rule, and the proportionality assumption.

A table says what an industry bought, not which of its inputs went into exports; the usual answer takes the same mix for all
customers. The bounds here let imported inputs go to either side within what the table adds up to.
"""

from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Index, Matrix, Vector
from hled.economy.leontief import System, system_of
from hled.economy.leontief.solving import reciprocal
from hled.economy.rules import IO_15
from hled.economy.tables import Balance, Table
from hled.economy.uncertainty.draws import Errors, drawn_factors, drawn_outputs, drawn_primary
from hled.economy.value_chains.decomposing import world_of
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

CONFIDENCE = 0.95
_TWO_SIDED = 1.959963984540054
"""Standard deviations of a normal distribution on each side that hold 95 percent."""


@dataclass(frozen=True, slots=True)
class Part:
    """One source of doubt: by itself it would let the share lie from `low` to `high`."""

    name: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Range:
    """
    A content of exports and how far it may lie from the central figure.

    Attributes
    ----------
    central, low, high
        Fractions of the exports counted.
    amount, exports
        Content and exports in the table's unit, central.
    parts
        ``rounding``, ``coefficients``, ``balance``, ``proportionality`` make the range; ``accounting_limits`` stands
        beside it: inputs and value added may then differ between exports and the rest too.
    errors
        What was assumed, seed included.
    """

    central: float
    low: float
    high: float
    amount: float
    exports: float
    parts: tuple[Part, ...]
    errors: Errors
    balance: Balance


def content_range(
    table: Table,
    *,
    origin: int,
    exporter: int,
    importer: int | None = None,
    sectors: Index | None = None,
    balance: Balance = Balance.SUPPLIED,
    errors: Errors | None = None,
    rounded_to: float = 1.0,
) -> Range:
    """
    Value added of one region inside the exports of another, as a fraction of those exports.

    Parameters
    ----------
    origin, exporter, importer
        Positions of regions; all importers without one.
    sectors
        Only exports of these sectors.
    rounded_to
        Cells of the table are known to the nearest multiple of this, in its unit.

    Notes
    -----
    ``low`` and ``high`` are the bounds of the proportionality assumption, widened by the shift of the other balance rule and by
    the 95 percent interval of rounding and coefficient errors together. Nothing is fitted to any published figure.

    Raises
    ------
    BrokenRuleError
        IO-15, when nothing of the kind is exported; IO-20, when the table is not the world in several regions.

    References
    ----------
    de Gortari (2019), NBER Working Paper 25868; Koopman, Wang & Wei (2012), *Journal of Development Economics* 99.
    """
    assumed = errors or Errors()
    system = system_of(table, balance)
    exports = exports_counted(system, exporter, importer, sectors)
    total = float(exports.sum())
    if not total > 0:
        raise BrokenRuleError([Finding(IO_15, "exports", Bilingual("nothing", "nada"))])
    amount = _content(system, origin, exports)
    central = amount / total
    other = Balance.ROW_SUMS if balance is Balance.SUPPLIED else Balance.SUPPLIED
    elsewhere = system_of(table, other)
    theirs = exports_counted(elsewhere, exporter, importer, sectors)
    shifted = _content(elsewhere, origin, theirs) / float(theirs.sum())
    low, high = proportionality_bounds(system, origin, exporter, exports, limits=False)
    lowest, highest = proportionality_bounds(system, origin, exporter, exports, limits=True)
    rounding = _TWO_SIDED * rounding_deviation(system, origin, exports, rounded_to) / total
    below, above = _interval_of_draws(system, origin, exports, assumed)
    down = float(np.hypot(rounding, central - below))
    up = float(np.hypot(rounding, above - central))
    parts = (
        Part("rounding", central - rounding, central + rounding),
        Part("coefficients", below, above),
        Part("balance", min(central, shifted), max(central, shifted)),
        Part("proportionality", low / total, high / total),
        Part("accounting_limits", lowest / total, highest / total),
    )
    return Range(
        central=central,
        low=max(0.0, low / total + min(0.0, shifted - central) - down),
        high=min(1.0, high / total + max(0.0, shifted - central) + up),
        amount=amount,
        exports=total,
        parts=parts,
        errors=assumed,
        balance=balance,
    )


def exports_counted(system: System, exporter: int, importer: int | None, sectors: Index | None) -> Vector:
    """(n,) Exports of one region to another or to all, of some sectors or all; 0 for industries elsewhere."""
    world = world_of(system)
    partners = world.others(exporter) if importer is None else np.array([importer])
    own = world.members[exporter]
    if sectors is not None:
        own = own[np.isin(system.table.sector_of[own], sectors)]
    counted = np.zeros(system.solver.n)
    counted[own] = world.exports[np.ix_(own, partners)].sum(axis=1)
    return counted


def _content(system: System, origin: int, exports: Vector) -> float:
    return float(world_of(system).content[origin] @ exports)


def _interval_of_draws(system: System, origin: int, exports: Vector, errors: Errors) -> tuple[float, float]:
    """Middle 95 percent of the content over drawn economies, as a fraction of exports."""
    rows, columns = drawn_factors(system.solver.n, errors)
    outputs = drawn_outputs(system.solver, exports, rows, columns)
    added = drawn_primary(system, rows, columns) * outputs
    shares = added[system.table.region_of == origin].sum(axis=0) / exports.sum()
    tail = (1 - CONFIDENCE) / 2
    below, above = np.quantile(shares, [tail, 1 - tail])
    return float(below), float(above)


def rounding_deviation(system: System, origin: int, exports: Vector, rounded_to: float) -> float:
    """
    Standard deviation of the content from cells rounded to the nearest unit, in the table's unit.

    First order: a change dz of a flow moves the content by ``(w_i - [j in O]) y_j / x_j dz`` with ``w = v_O'L`` and ``y = L E``;
    each cell errs evenly by up to half a unit. Cells of zero are taken to err as well.
    """
    weight = world_of(system).content[origin]
    called = system.solver.solve(exports) * reciprocal(system.x)
    at_origin = (system.table.region_of == origin).astype(float)
    n = len(weight)
    squares = float(weight @ weight) - 2 * float(weight.sum()) * at_origin + n * at_origin
    variance = float((called**2) @ squares) + float(weight[exports > 0] @ weight[exports > 0])
    return rounded_to * float(np.sqrt(max(variance, 0.0) / 12))


def proportionality_bounds(
    system: System, origin: int, exporter: int, exports: Vector, *, limits: bool
) -> tuple[float, float]:
    """
    Least and greatest content when imported inputs may go to the exports counted or to the rest, in the table's unit.

    Parameters
    ----------
    exports : (n,) array
        Exports counted of each industry.
    limits
        False: both sides of an industry import the same amount per unit, and only which imports go where is free. True:
        how much each side imports is free too, as long as neither has negative value added.

    Notes
    -----
    Each industry of the exporter makes its counted exports and the rest by two recipes whose inputs add up to the table;
    domestic inputs stay proportional and are bought from the rest. The content is then linear in what goes where, industry by
    industry, and the linear programme is solved exactly by filling the exports with the inputs of most (or least) content first.
    """
    own = world_of(system).members[exporter]
    abroad = np.flatnonzero(system.table.region_of != exporter)
    e = np.minimum(exports[own], system.x[own])
    rest = system.x[own] - e
    A = system.A[np.ix_(own, own)]
    indirect = np.linalg.solve(
        np.eye(len(own)) - A, A @ e
    )  # output of the rest that ends in the exports counted
    passed_on = np.divide(indirect, rest, out=np.zeros_like(rest), where=rest > 0)
    imported = system.table.Z[np.ix_(abroad, own)]
    content = world_of(system).content[origin]
    of_imports = content[abroad] @ imported
    added = _own_value_added(system, own, content, origin, exporter)
    base = float(passed_on @ of_imports) + float(added @ (e + indirect))
    share = np.divide(e, system.x[own], out=np.zeros_like(e), where=system.x[own] > 0)
    inputs = imported.sum(axis=0)
    least, most = inputs * share, inputs * share
    if limits:
        surplus = 1 - A.sum(axis=0)  # of a unit of output, after domestic inputs
        most = np.minimum(inputs, np.maximum(surplus * e, least))
        least = np.maximum(0.0, np.minimum(inputs - surplus * rest, least))
    gain = np.maximum(0.0, 1 - passed_on)
    low = base + float(gain @ _filled(imported, content[abroad], least, most=False))
    high = base + float(gain @ _filled(imported, content[abroad], most, most=True))
    return low, high


def _own_value_added(system: System, own: Index, content: Vector, origin: int, exporter: int) -> Vector:
    """(N,) Value added of the origin that the exporter's own industries hold: their own, where they are the origin."""
    return system.v[own] if origin == exporter else np.zeros(len(own))


def _filled(inputs: Matrix, content: Vector, room: Vector, *, most: bool) -> Vector:
    """(N,) Content of the inputs that fill the room of each industry, those of most or of least content first."""
    order = np.argsort(-content if most else content, kind="stable")
    sorted_inputs = inputs[order]
    before = np.cumsum(sorted_inputs, axis=0) - sorted_inputs
    taken = np.clip(room - before, 0.0, sorted_inputs)
    return np.asarray(content[order] @ taken)
