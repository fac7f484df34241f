"""Hearing how far a long reading is."""

from collections.abc import Callable

Told = Callable[[str], None]
"""Is called at each step with what was done."""

STEPS = 20
"""How many steps a reading has."""


def silent(step: str) -> None:
    """Nobody listens."""


class Share:
    """Tells each step of `total` once, in percent."""

    def __init__(self, told: Told, total: int) -> None:
        self._told, self._total, self._last = told, max(total, 1), 0

    def at(self, done: int) -> None:
        for step in range(self._last + 1, min(STEPS, done * STEPS // self._total) + 1):
            self._told(f"{step * 100 // STEPS} %")
            self._last = step
