"""Ranges of many figures at once: what each source of doubt leaves open, and all of them together."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Matrix, Vector
from hled.economy.leontief import System, system_of
from hled.economy.tables import Balance
from hled.economy.uncertainty.draws import Errors
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError

CONFIDENCE = 0.95
TWO_SIDED = 1.959963984540054
"""Standard deviations of a normal distribution on each side that hold 95 percent."""

Values = Vector | Matrix


@dataclass(frozen=True, slots=True, eq=False)
class Doubt:
    """
    One source of doubt: by itself it would let each figure lie from `low` to `high`.

    Attributes
    ----------
    missing
        Why this source could not be counted, where it could not; its ends are then the central figures.
    """

    name: str
    low: Values
    high: Values
    missing: Bilingual | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Ranges:
    """
    Figures and how far each may lie from its central value; all arrays have one shape.

    Attributes
    ----------
    doubts
        ``rounding``, ``coefficients``, ``balance`` and ``proportionality`` make the range. Beside it stand ``same_imports``,
        proportionality if all sales of an industry import equally much per unit, and ``table``, the first three alone.
    errors, balance, rounded_to
        What was assumed, seed included.
    """

    central: Values
    low: Values
    high: Values
    doubts: tuple[Doubt, ...]
    errors: Errors
    balance: Balance
    rounded_to: float

    def of(self, name: str) -> Doubt:
        """The doubt of a name."""
        return next(each for each in self.doubts if each.name == name)


@dataclass(frozen=True, slots=True, eq=False)
class Causes:
    """
    What the sources of doubt do to some figures.

    Parameters
    ----------
    rounding
        Standard deviation by the rounding of cells.
    drawn : (..., draws) array, or the reason why there is none
        The figures in drawn economies.
    other : values, or the reason why there are none
        The figures by the other balance rule.
    bounds, same_imports
        Least and greatest value that proportionality leaves open.
    """

    rounding: Values
    drawn: "Matrix | Bilingual"
    other: "Values | Bilingual"
    bounds: tuple[Values, Values]
    same_imports: tuple[Values, Values]


def combined(
    central: Values,
    causes: Causes,
    *,
    floor: Values | float,
    ceiling: Values | float,
    system: System,
    errors: Errors,
    unit: float,
) -> Ranges:
    """
    The bounds of proportionality, moved by the other balance rule where that widens them, and by the 95 percent intervals of
    rounding and of coefficient errors together, root of the sum of squares on each side; never beyond floor and ceiling.
    """
    spread = TWO_SIDED * causes.rounding
    undrawn = causes.drawn if isinstance(causes.drawn, Bilingual) else None
    below, above = (
        (central, central) if isinstance(causes.drawn, Bilingual) else _middle(central, causes.drawn)
    )
    missing = causes.other if isinstance(causes.other, Bilingual) else None
    other = central if isinstance(causes.other, Bilingual) else causes.other
    low, high = np.minimum(causes.bounds[0], central), np.maximum(causes.bounds[1], central)
    same_low, same_high = (
        np.minimum(causes.same_imports[0], central),
        np.maximum(causes.same_imports[1], central),
    )
    down = np.minimum(0.0, other - central) - np.hypot(spread, central - below)
    up = np.maximum(0.0, other - central) + np.hypot(spread, above - central)

    def held(least: Values, most: Values) -> tuple[Values, Values]:
        return (
            np.minimum(np.maximum(least, floor), central),
            np.maximum(np.minimum(most, ceiling), central),
        )

    ends = held(low + down, high + up)
    return Ranges(
        central=central,
        low=ends[0],
        high=ends[1],
        doubts=(
            Doubt("rounding", central - spread, central + spread),
            Doubt("coefficients", below, above, undrawn),
            Doubt("balance", np.minimum(central, other), np.maximum(central, other), missing),
            Doubt("proportionality", low, high),
            Doubt("same_imports", same_low, same_high),
            Doubt("table", *held(central + down, central + up)),
        ),
        errors=errors,
        balance=system.balance,
        rounded_to=unit,
    )


def _middle(central: Values, drawn: Matrix) -> tuple[Values, Values]:
    """Middle 95 percent of the draws, widened to hold the central figures."""
    tail = (1 - CONFIDENCE) / 2
    below, above = np.quantile(drawn, [tail, 1 - tail], axis=-1)
    return np.minimum(below, central), np.maximum(above, central)


_REFUSED = Bilingual(
    "not counted: the table is refused under the other rule ({codes})",
    "no se cuenta: la tabla se rechaza con la otra regla ({codes})",
)


def by_other_rule(system: System, figures: Callable[[System], Values]) -> Values | Bilingual:
    """Figures of the same table under the other balance rule; where it refuses the table, the reason."""
    other = Balance.ROW_SUMS if system.balance is Balance.SUPPLIED else Balance.SUPPLIED
    try:
        return figures(system_of(system.table, other, budget=system.solver.budget))
    except BrokenRuleError as error:
        codes = dict.fromkeys(each.rule.code for each in error.findings)
        return _REFUSED.format(codes=", ".join(codes))
