"""
How sure an answer is: rounding of cells, errors of coefficients, the balance rule, the proportionality assumption.

Draws are made in blocks and solved together; the seed and what was assumed travel with the result.
"""

from hled.economy.uncertainty.content import Part, Range, content_range, exports_counted
from hled.economy.uncertainty.draws import (
    Errors,
    drawn_content,
    drawn_factors,
    drawn_outputs,
    drawn_primary,
    drawn_weights,
)
from hled.economy.uncertainty.losses import LossRanges, loss_ranges
from hled.economy.uncertainty.proportionality import Bounds, proportionality_bounds
from hled.economy.uncertainty.ranges import Doubt, Ranges
from hled.economy.uncertainty.recipes import Moved, Sales
from hled.economy.uncertainty.rounding import Counted, rounding_deviation
from hled.economy.uncertainty.shares import exposure_ranges
from hled.economy.uncertainty.sweeps import sweep_ranges
from hled.economy.uncertainty.terms import TermRange, TermRanges, term_ranges

__all__ = [
    "Bounds",
    "Counted",
    "Doubt",
    "Errors",
    "LossRanges",
    "Moved",
    "Part",
    "Range",
    "Ranges",
    "Sales",
    "TermRange",
    "TermRanges",
    "content_range",
    "drawn_content",
    "drawn_factors",
    "drawn_outputs",
    "drawn_primary",
    "drawn_weights",
    "exports_counted",
    "exposure_ranges",
    "loss_ranges",
    "proportionality_bounds",
    "rounding_deviation",
    "sweep_ranges",
    "term_ranges",
]
