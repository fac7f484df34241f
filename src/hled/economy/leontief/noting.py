"""What the solvers of a thread found while someone takes note."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hled.economy.leontief.solving import Solved


@dataclass(frozen=True, slots=True)
class Noted:
    """A solution of a system of `n` industries (or countries), by the place that names its table."""

    place: str
    n: int
    solved: "Solved"


_notes: ContextVar[list[Noted] | None] = ContextVar("notes", default=None)


@contextmanager
def solutions_noted() -> Iterator[list[Noted]]:
    """Every solution of this thread while the context lasts, whichever solver finds it; an inner context takes its own."""
    notes: list[Noted] = []
    before = _notes.set(notes)
    try:
        yield notes
    finally:
        _notes.reset(before)


def note(place: str, n: int, solved: "Solved") -> None:
    """Called by a solver for each of its solutions."""
    notes = _notes.get()
    if notes is not None:
        notes.append(Noted(place, n, solved))
