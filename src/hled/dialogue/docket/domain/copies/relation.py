"""The exact relation: when two texts count as copies of one letter."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from hled.dialogue.docket.domain.copies.sketches import Numbers, Sketch, Sketches

FEWEST_SHARED = 8
"""Pairs of neighboring words that near-copies have in common: below that, a turn of phrase and not a letter."""

FEWEST_TRACES = 41
"""Of 128 traces; of texts that share half of their pairs, 2 in 100,000 agree in fewer, and are not compared."""


def near(shared: NDArray[np.int64], first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.bool_]:
    """
    Whether texts with so many distinct pairs, so many of them shared, are near-copies.

    More than half of the union is shared. So a text that pastes two letters, one after the other, is a copy of the longer
    one at most, and never joins two campaigns.
    """
    return (2 * shared > first + second - shared) & (shared >= FEWEST_SHARED)


def are_linked(one: Sketch, other: Sketch) -> bool:
    """Whether two texts meet in a band, agree in enough traces and are near-copies: the relation whose components are groups."""
    return (
        bool((one.bands == other.bands).any())
        and int((one.traces == other.traces).sum()) >= FEWEST_TRACES
        and are_near_copies(one.pairs, other.pairs)
    )


def are_near_copies(one: Numbers, other: Numbers) -> bool:
    """Of the distinct pairs of neighboring words of two texts, whether they are those of near-copies."""
    counts = (shared_count(one, other), len(one), len(other))
    return bool(near(*(np.array([each]) for each in counts))[0])


def shared_count(a: Numbers, b: Numbers) -> int:
    """How many numbers stand in both of two ascending arrays without repetition."""
    return len(np.intersect1d(a, b, assume_unique=True))


class Verifier:
    """Counts what pairs of texts share, many pairs at a time."""

    def __init__(self, made: Sketches) -> None:
        self._sizes, self._traces = np.diff(made.starts), made.traces
        columns = (made.pairs >> np.uint64(1)).astype(np.int64)
        ones = np.ones(len(columns), np.int8)
        self._rows = csr_array((ones, columns, made.starts), shape=(len(made), 2**63 - 1))
        self._rows.has_canonical_format = True

    def verified(self, first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether each pair of texts, given by their places, are near-copies."""
        out = np.zeros(len(first), bool)
        likely = np.flatnonzero(self._could_be(first, second))
        likely = np.concatenate(
            [part[self._agree(first[part], second[part])] for part in _parts(likely, 20_000)] or [likely]
        )
        for part in _parts(likely, 50_000):
            one, other = self._rows[first[part]], self._rows[second[part]]
            for each in (one, other):
                each.has_canonical_format = True
            shared = np.diff(one.multiply(other).indptr).astype(np.int64)
            out[part] = near(shared, self._sizes[first[part]], self._sizes[second[part]])
        return out

    def _agree(self, first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = (self._traces[first] == self._traces[second]).sum(1) >= FEWEST_TRACES
        return found

    def _could_be(self, first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.bool_]:
        """By their sizes alone: the smaller is more than half of the larger."""
        one, other = self._sizes[first], self._sizes[second]
        smaller = np.minimum(one, other)
        return (2 * smaller > np.maximum(one, other)) & (smaller >= FEWEST_SHARED)


def _parts(places: NDArray[np.int64], size: int) -> Sequence[NDArray[np.int64]]:
    return [places[start : start + size] for start in range(0, len(places), size)]
