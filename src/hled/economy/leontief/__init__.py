"""
The Leontief system: solve, multipliers, linkages, position in the chain, exposure, extraction.

`System` is a table under a balance rule with a solver that factors once; `system_of` keeps the last ones. Questions to it stand
in modules of their own: `multipliers`, `ghosh`, `linkages`, `position`, `footprints`, `exposure`, `extraction`. Each result
says its balance rule, how it was solved and what residual is left.
"""

from hled.economy.leontief.planning import DEFAULT_BUDGET, Method, Plan, plan
from hled.economy.leontief.solving import InaccurateError, Solved, Solver, coefficients, reciprocal
from hled.economy.leontief.system import System, system_of

__all__ = [
    "DEFAULT_BUDGET",
    "InaccurateError",
    "Method",
    "Plan",
    "Solved",
    "Solver",
    "System",
    "coefficients",
    "plan",
    "reciprocal",
    "system_of",
]
