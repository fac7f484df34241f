"""The method of reflections, which the eigenvector has replaced; kept for comparison with older figures."""

from dataclasses import dataclass

from hled.economy.arrays import Vector
from hled.economy.complexity.presence import Presence, as_numbers, diversity, ubiquity
from hled.economy.complexity.rules import CX_08
from hled.kernel.rule import require


@dataclass(frozen=True, slots=True, eq=False)
class Reflections:
    """
    Averages of averages after `steps`.

    Attributes
    ----------
    exporters : (C,) array
        ``k_c,N``; for an even number of steps high means complex, for an odd one low.
    products : (P,) array
        ``k_p,N``; for an odd number of steps high means complex, for an even one low.
    """

    exporters: Vector
    products: Vector
    steps: int


def reflections(M: Presence, steps: int = 18) -> Reflections:
    """
    ``k_c,N = M k_p,N-1 / k_c,0`` and ``k_p,N = M' k_c,N-1 / k_p,0``, from diversity and ubiquity.

    Differences between exporters shrink with every step, and at about twenty they reach the rounding of the numbers; the
    eigenvector has the same order without that loss.

    Raises
    ------
    BrokenRuleError
        CX-03 for an exporter or product without presence, CX-08 for less than one step, CX-13 when M is not 0 and 1.

    References
    ----------
    Hidalgo & Hausmann (2009), The building blocks of economic complexity, *PNAS* 106 (26).
    """
    require(CX_08, steps >= 1, place="steps", found=steps)
    numbers = as_numbers(M)
    of_exporter, of_product = diversity(M), ubiquity(M)
    k_c, k_p = of_exporter, of_product
    for _ in range(steps):
        k_c, k_p = numbers @ k_p / of_exporter, numbers.T @ k_c / of_product
    return Reflections(k_c, k_p, steps)
