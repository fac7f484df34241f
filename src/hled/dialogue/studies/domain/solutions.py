"""How an answer was computed: by which method of the solver, why, and how exactly."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from hled.dialogue.studies.domain.asking import Asked
from hled.dialogue.studies.domain.question import Question, Result, Solution, Tables
from hled.dialogue.studies.domain.questions.systems import INVERSE_BELOW
from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
    from hled.economy.leontief.noting import Noted

INVERSE = "inverse"
_MADE_FIRST = Bilingual(
    "whole inverse, made first below {most} industries, so that the digits do not depend on what was asked before",
    "inversa completa, hecha primero con menos de {most} industrias, para que las cifras no dependan de lo que se preguntó antes",
)


def computed(question: Question, tables: Tables, asked: Asked) -> Result:
    """The answer to a question, with how it was computed beside its digits."""
    from hled.economy.leontief.noting import solutions_noted

    with solutions_noted() as notes:
        result = question.compute(tables, asked)
    return replace(result, solved=tuple(gathered(notes)))


def gathered(notes: "Iterable[Noted]") -> Iterable[Solution]:
    """One for each system and method, in the order of the first use, with the largest residual."""
    found: dict[tuple[str, int, str], list[Noted]] = {}
    for each in notes:
        found.setdefault((each.place, each.n, str(each.solved.plan.method)), []).append(each)
    begun: set[str] = set()
    for (table, size, method), uses in found.items():
        reason = uses[0].solved.plan.reason
        if method == INVERSE and size < INVERSE_BELOW and table not in begun:
            reason = _MADE_FIRST.format(most=f"{INVERSE_BELOW:,}")
        begun.add(table)
        residual = max(each.solved.residual for each in uses)
        yield Solution(table, size, method, reason, residual_text(residual))


def residual_text(value: float) -> str:
    """Two digits: ``3.1e-15``, or ``0``."""
    if not value:
        return "0"
    digits, exponent = f"{value:.1e}".split("e")
    return f"{digits}e{int(exponent)}"
