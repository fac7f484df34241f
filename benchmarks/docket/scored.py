"""Precision and recall of pairs; standard library only."""

from collections import Counter
from collections.abc import Iterable, Sequence


def scored(labels: Sequence[int], groups: Sequence[int]) -> tuple[float, float]:
    """Of pairs that were grouped, the share that belongs together; of pairs that belong together, the share grouped."""
    both = _pairs(zip(labels, groups, strict=True))
    return both / (_pairs(groups) or 1), both / (_pairs(labels) or 1)


def _pairs(keys: Iterable[object]) -> int:
    return sum(each * (each - 1) // 2 for each in Counter(keys).values())
