"""What is said of a product by the probability of its flag."""

from enum import StrEnum

import numpy as np

from hled.economy.arrays import Mask, Vector
from hled.kernel.bilingual import Bilingual

STABLE_ABOVE = 0.9
OUT_BELOW = 0.1


class Verdict(StrEnum):
    """What is said of a product."""

    STABLE = "stable"
    CONTESTED = "contested"
    OUT = "out"
    INCOMPLETE = "incomplete"
    NOT_TRADED = "not_traded"


VERDICTS: dict[Verdict, Bilingual] = {
    Verdict.STABLE: Bilingual(
        "flagged in more than 90 % of the draws", "señalado en más de 90 % de los sorteos"
    ),
    Verdict.CONTESTED: Bilingual(
        "depends on threshold, year or treatment of the data",
        "depende del umbral, del año o del tratamiento de los datos",
    ),
    Verdict.OUT: Bilingual(
        "flagged in fewer than 10 % of the draws", "señalado en menos de 10 % de los sorteos"
    ),
    Verdict.INCOMPLETE: Bilingual(
        "all that could be computed holds; not every criterion could",
        "se cumple todo lo que se pudo calcular; no se pudieron calcular todos los criterios",
    ),
    Verdict.NOT_TRADED: Bilingual("not imported", "no se importa"),
}


def verdicts(probability: Vector, undecided: Vector, traded: Mask, *, complete: bool) -> tuple[Verdict, ...]:
    """
    (P,) Verdicts by probability.

    Stable only where every criterion of the set was computed; out only where neither a missing criterion nor a further year could
    bring the product back, which holds because another criterion can but lower the probability.
    """
    high = Verdict.STABLE if complete else Verdict.INCOMPLETE
    conditions = [~traded, probability > STABLE_ABOVE, probability + undecided < OUT_BELOW]
    said = np.select(
        conditions, [str(each) for each in (Verdict.NOT_TRADED, high, Verdict.OUT)], str(Verdict.CONTESTED)
    )
    return tuple(map(Verdict, said.tolist()))
