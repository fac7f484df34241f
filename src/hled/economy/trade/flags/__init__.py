"""
How sure a flag of dependency is: its probability over thresholds, years and data treatments.

One in five dependent products leaves the published list within a year (Vicard & Wibaux 2023, *EU Strategic Dependencies: A Long
View*, CEPII Policy Brief 41); a list without probabilities hides that.
"""

from hled.economy.trade.flags.design import SPANS, Design, Parameters, Sampling, Span
from hled.economy.trade.flags.probability import Flags, flag_probability
from hled.economy.trade.flags.verdicts import OUT_BELOW, STABLE_ABOVE, VERDICTS, Verdict

__all__ = [
    "OUT_BELOW",
    "SPANS",
    "STABLE_ABOVE",
    "VERDICTS",
    "Design",
    "Flags",
    "Parameters",
    "Sampling",
    "Span",
    "Verdict",
    "flag_probability",
]
