"""
How sure the terms of a decomposition are: rounding, coefficient errors, the balance rule, and proportionality where it can be stated.

Drawn worlds are divided by the same formulas as the table; no term has a formula of its own here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from hled.economy.arrays import Matrix, Vector
from hled.economy.leontief import System, system_of
from hled.economy.leontief.solving import reciprocal
from hled.economy.tables import Balance, Table
from hled.economy.uncertainty.bounded_terms import term_bounds, why_not_bounded
from hled.economy.uncertainty.drawn_world import (
    ROUNDING_STEP,
    DrawnWorld,
    worlds_of_errors,
    worlds_of_rounding,
)
from hled.economy.uncertainty.draws import Errors
from hled.economy.uncertainty.ranges import CONFIDENCE, TWO_SIDED
from hled.economy.value_chains import Method, decompose
from hled.economy.value_chains.decomposing import divided
from hled.economy.value_chains.decomposition import Decomposition
from hled.kernel.bilingual import Bilingual

PARTS = ("rounding", "coefficients", "balance", "proportionality")
"""What makes a range, in the order of its parts."""


@dataclass(frozen=True, slots=True, eq=False)
class TermRange:
    """
    A term as a fraction of exports, and how far it may lie from there.

    Every array is (1 + N,): the exports of all industries together, then those of each.

    Attributes
    ----------
    parts : name -> (low, high)
        What each cause would do by itself; ``proportionality`` is missing where it cannot be stated.
    not_bounded
        Why proportionality cannot be stated for all industries together, and for each; None where it can.
    """

    central: Vector
    low: Vector
    high: Vector
    parts: Mapping[str, tuple[Vector, Vector]]
    not_bounded: Bilingual | None
    not_bounded_by_industry: Bilingual | None


@dataclass(frozen=True, slots=True, eq=False)
class TermRanges:
    """
    A decomposition with the range of each of its terms and sums.

    Attributes
    ----------
    exports : (1 + N,) array
        What the fractions are of, in the table's unit. For `Method.KWW`, whose domestic terms stand where value is added, the
        exports of all industries throughout.
    """

    found: Decomposition
    exports: Vector
    terms: Mapping[str, TermRange]
    errors: Errors
    balance: Balance
    rounded_to: float


def term_ranges(
    table: Table,
    method: Method,
    *,
    exporter: int,
    importers: Sequence[int | None] = (None,),
    balance: Balance = Balance.SUPPLIED,
    errors: Errors | None = None,
    rounded_to: float | None = None,
) -> tuple[TermRanges, ...]:
    """
    Every term and sum of a method with its range, for each of some importers; None is all of them.

    Parameters
    ----------
    rounded_to
        Cells are known to the nearest multiple of this, in the table's unit; `Table.rounding` without it.

    Notes
    -----
    A range is put together as that of `hled.economy.uncertainty.content.content_range`: the bounds of proportionality, or the
    central figure where there are none, moved by the shift of the other balance rule where that widens it, and by the 95
    percent interval of rounding and coefficient errors together. It stays within 0 and 1 where the central figure does.

    Raises
    ------
    BrokenRuleError
        What `decompose` refuses.
    """
    assumed, unit = errors or Errors(), table.rounding if rounded_to is None else rounded_to
    system = system_of(table, balance)
    other = system_of(table, Balance.ROW_SUMS if balance is Balance.SUPPLIED else Balance.SUPPLIED)
    found = [decompose(system, method, exporter=exporter, importer=each) for each in importers]
    shifted = [decompose(other, method, exporter=exporter, importer=each) for each in importers]
    drawn = _drawn(system, method, exporter, tuple(importers), assumed, unit)
    return tuple(
        _ranges(system, each, _shares(other_rule), *draws, (assumed, unit))
        for each, other_rule, draws in zip(found, shifted, drawn, strict=True)
    )


@lru_cache(maxsize=4)
def _drawn(
    system: System,
    method: Method,
    exporter: int,
    importers: tuple[int | None, ...],
    errors: Errors,
    unit: float,
) -> tuple[tuple[Matrix, Matrix | None], ...]:
    """
    For each importer the shares in worlds of drawn errors, and in those of drawn roundings where cells are rounded.

    The last ones are kept: questions about terms ask for the same draws.
    """
    drawn = _divided(worlds_of_errors(system, exporter, errors), method, exporter, importers)
    if not unit:
        return tuple((each, None) for each in drawn)
    moved = _divided(worlds_of_rounding(system, exporter, unit, errors), method, exporter, importers)
    return tuple(zip(drawn, moved, strict=True))


def _divided(
    worlds: Iterable[DrawnWorld], method: Method, exporter: int, importers: Sequence[int | None]
) -> list[Matrix]:
    """For each importer (draws, terms, 1 + N): its shares in every drawn world, not to be written to."""
    kept: list[list[Matrix]] = [[] for _ in importers]
    for world in worlds:
        for importer, into in zip(importers, kept, strict=True):
            into.append(_shares(divided(world, method, exporter=exporter, importer=importer)))
    found = [np.stack(each) for each in kept]
    for each in found:
        each.flags.writeable = False
    return found


def _shares(found: Decomposition) -> Matrix:
    """(terms, 1 + N) Every term and sum as a fraction of exports; 0 where nothing is exported."""
    amounts = np.stack([*found.terms.values(), *found.sums.values()])
    return np.asarray(_with_total(amounts) * reciprocal(_exports(found)))


def _exports(found: Decomposition) -> Vector:
    exports = _with_total(found.exports[None])[0]
    return np.full_like(exports, exports[0]) if found.method is Method.KWW else exports


def _with_total(amounts: Matrix) -> Matrix:
    return np.concatenate([amounts.sum(axis=1, keepdims=True), amounts], axis=1)


def _ranges(
    system: System,
    found: Decomposition,
    shifted: Matrix,
    drawn: Matrix,
    moved: Matrix | None,
    assumed: tuple[Errors, float],
) -> TermRanges:
    central = _shares(found)
    tail = (1 - CONFIDENCE) / 2
    below, above = np.quantile(drawn, [tail, 1 - tail], axis=0)
    rounding = np.zeros_like(central)
    if moved is not None:
        rounding = TWO_SIDED * np.sqrt(((moved - central) ** 2).mean(axis=0)) / ROUNDING_STEP
    terms = {}
    for at, term in enumerate((*found.terms, *found.sums)):
        parts = {
            "rounding": (central[at] - rounding[at], central[at] + rounding[at]),
            "coefficients": (below[at], above[at]),
            "balance": (np.minimum(central[at], shifted[at]), np.maximum(central[at], shifted[at])),
        }
        bounds = _bounds(system, found, term, central[at])
        if bounds is not None:
            parts["proportionality"] = bounds
        terms[term] = _range(found, term, central[at], parts)
    errors, unit = assumed
    return TermRanges(found, _exports(found), terms, errors, found.balance, unit)


def _bounds(system: System, found: Decomposition, term: str, central: Vector) -> tuple[Vector, Vector] | None:
    """(1 + N,) each, in fractions of exports; those of industries are the central figure where they cannot be stated."""
    bounds = term_bounds(system, found, term)
    if bounds is None:
        return None
    over = reciprocal(_exports(found))
    low, high = (
        np.concatenate([[total], each]) * over
        for total, each in zip(bounds.total, (bounds.low, bounds.high), strict=True)
    )
    if why_not_bounded(found.method, term, found.importer, by_industry=True) is not None:
        low[1:], high[1:] = central[1:], central[1:]
    return np.minimum(low, central), np.maximum(high, central)


def _range(
    found: Decomposition, term: str, central: Vector, parts: Mapping[str, tuple[Vector, Vector]]
) -> TermRange:
    low, high = parts.get("proportionality", (central, central))
    rounding = parts["rounding"][1] - central
    below, above = parts["coefficients"]
    least, most = parts["balance"]
    down = np.hypot(rounding, np.maximum(0.0, central - below))
    up = np.hypot(rounding, np.maximum(0.0, above - central))
    return TermRange(
        central=central,
        low=np.maximum(low + (least - central) - down, np.minimum(0.0, central)),
        high=np.minimum(high + (most - central) + up, np.maximum(1.0, central)),
        parts=parts,
        not_bounded=why_not_bounded(found.method, term, found.importer),
        not_bounded_by_industry=why_not_bounded(found.method, term, found.importer, by_industry=True),
    )
