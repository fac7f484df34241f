"""
How sure an answer is: rounding of cells, errors of coefficients, the balance rule, the proportionality assumption.

Draws are made in blocks and solved together; the seed and what was assumed travel with the result.
"""

from hled.economy.uncertainty.content import Part, Range, content_range, proportionality_bounds
from hled.economy.uncertainty.draws import Errors, drawn_factors, drawn_outputs, drawn_primary
from hled.economy.uncertainty.intervals import Interval, exposure_interval, loss_interval

__all__ = [
    "Errors",
    "Interval",
    "Part",
    "Range",
    "content_range",
    "drawn_factors",
    "drawn_outputs",
    "drawn_primary",
    "exposure_interval",
    "loss_interval",
    "proportionality_bounds",
]
