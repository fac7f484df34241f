"""Which way to solve a Leontief system, by its size, the number of right-hand sides and the memory allowed."""

from dataclasses import dataclass
from enum import StrEnum

from hled.economy.rules import IO_16
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

DEFAULT_BUDGET = 8 * 1024**3
"""Bytes that a job may take beside its table unless the caller says otherwise."""

_SINGLE_FROM = (
    2_000  # below this the factors fit the cache and single precision saves nothing that one would notice
)
_KRYLOV_FROM = 1_000
_MOST_BY_KRYLOV = 4  # a table that is asked more often is cheaper to factor
_KRYLOV_VECTORS = 70
_LIBRARY = 48 * 1024**2  # buffers of the linear algebra library, by measurement

BLOCK = 256
"""Right-hand sides that are solved for at a time, so that work space does not grow with their number."""


class Method(StrEnum):
    """How a system is solved."""

    LU = "lu"
    SINGLE = "lu_single_refined"
    KRYLOV = "krylov"
    INVERSE = "inverse"


_REASONS = {
    Method.LU: Bilingual(
        "factors in double precision: many right-hand sides, {n} industries",
        "factores en doble precisión: muchos lados derechos, {n} industrias",
    ),
    Method.SINGLE: Bilingual(
        "factors in single precision, refined to double: half the memory, {n} industries",
        "factores en precisión simple, refinados a doble: la mitad de memoria, {n} industrias",
    ),
    Method.KRYLOV: Bilingual(
        "no factors: so few right-hand sides ({rhs}) of {n} industries are cheaper one by one",
        "sin factores: tan pocos lados derechos ({rhs}) de {n} industrias cuestan menos uno por uno",
    ),
    Method.INVERSE: Bilingual(
        "whole inverse: the question needs every pair of {n} industries",
        "inversa completa: la pregunta necesita cada par de {n} industrias",
    ),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """The method chosen, the bytes that it takes beside the table, and why."""

    method: Method
    bytes: int
    reason: Bilingual


def bytes_needed(method: Method, n: int, right_hand_sides: int) -> int:
    """Peak bytes of a method beside the table itself."""
    found, work = 8 * n * right_hand_sides, 8 * n * min(right_hand_sides, BLOCK) * 6
    beside: dict[Method, int] = {
        Method.LU: 8 * n * n + found + work,
        Method.SINGLE: 4 * n * n + found + work,
        Method.KRYLOV: 8 * n * _KRYLOV_VECTORS + 2 * found,
        Method.INVERSE: 8 * n * n + 8 * n * BLOCK,
    }
    return beside[method] + (_LIBRARY if n >= _SINGLE_FROM else 0)


def plan(
    n: int,
    right_hand_sides: int,
    *,
    budget: int = DEFAULT_BUDGET,
    method: Method | None = None,
    before: int = 0,
) -> Plan:
    """
    Choose how to solve for some right-hand sides.

    Parameters
    ----------
    right_hand_sides
        How many in all; ``n`` or more asks for the inverse.
    budget
        Bytes allowed beside the table.
    method
        Take this one and no other.
    before
        Right-hand sides that were iterated on before; a table that is asked often is factored.

    Raises
    ------
    BrokenRuleError
        IO-16, when the method does not fit; the finding says how much it needs and names the slower plan that fits.
    """
    wanted = method or _best(n, right_hand_sides, before, budget)
    needed = bytes_needed(wanted, n, right_hand_sides)
    if needed > budget:
        raise BrokenRuleError([_too_large(wanted, n, right_hand_sides, needed, budget)])
    return Plan(wanted, needed, _REASONS[wanted].format(n=f"{n:,}", rhs=right_hand_sides))


def _best(n: int, right_hand_sides: int, before: int, budget: int) -> Method:
    if right_hand_sides >= n and bytes_needed(Method.INVERSE, n, n) <= budget:
        return Method.INVERSE
    if right_hand_sides + before <= _MOST_BY_KRYLOV and n >= _KRYLOV_FROM:
        return Method.KRYLOV
    fast = Method.SINGLE if n >= _SINGLE_FROM else Method.LU
    for method in (fast, Method.SINGLE):
        if bytes_needed(method, n, right_hand_sides) <= budget:
            return method
    return Method.KRYLOV


def _too_large(method: Method, n: int, right_hand_sides: int, needed: int, budget: int) -> Finding:
    fitting = [
        other
        for other in Method
        if other is not method and bytes_needed(other, n, right_hand_sides) <= budget
    ]
    gigabytes = 1024**3
    found = Bilingual(
        f"{method}: {needed / gigabytes:.2f} GiB needed, {budget / gigabytes:.2f} GiB allowed",
        f"{method}: se necesitan {needed / gigabytes:.2f} GiB y se permiten {budget / gigabytes:.2f} GiB",
    )
    if not fitting:
        return Finding(IO_16, f"n={n}", found)
    slower = fitting[-1] if Method.KRYLOV not in fitting else Method.KRYLOV
    return Finding(
        IO_16,
        f"n={n}",
        found,
        remedy=Bilingual(
            f"Allow {needed / gigabytes:.2f} GiB, or take the slower plan {slower}, which fits.",
            f"Permita {needed / gigabytes:.2f} GiB o tome el plan más lento {slower}, que sí cabe.",
        ),
    )
