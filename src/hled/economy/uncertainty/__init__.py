"""
How sure an answer is: rounding of cells, errors of coefficients, the balance rule, the proportionality assumption.

Draws are made in blocks and solved together; the seed and what was assumed travel with the result.
"""

from hled.economy.uncertainty.content import Part, Range, content_range, exports_counted
from hled.economy.uncertainty.draws import Errors, drawn_content, drawn_factors, drawn_outputs, drawn_primary
from hled.economy.uncertainty.intervals import Interval, exposure_interval, loss_interval
from hled.economy.uncertainty.proportionality import Bounds, proportionality_bounds
from hled.economy.uncertainty.rounding import Counted, rounding_deviation

__all__ = [
    "Bounds",
    "Counted",
    "Errors",
    "Interval",
    "Part",
    "Range",
    "content_range",
    "drawn_content",
    "drawn_factors",
    "drawn_outputs",
    "drawn_primary",
    "exports_counted",
    "exposure_interval",
    "loss_interval",
    "proportionality_bounds",
    "rounding_deviation",
]
