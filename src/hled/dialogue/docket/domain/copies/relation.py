"""The exact relation: when two texts count as copies of one letter."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from hled.dialogue.docket.domain.copies.sketches import Numbers, Sketch, Sketches

Places = NDArray[np.int64]
Question = Callable[[Places, Places], NDArray[np.bool_]]

AT_ONCE = 20_000
"""Pairs of texts in one pass."""
FEWEST_SHARED = 8
"""Pairs of neighboring words that near-copies have in common: below that, a turn of phrase and not a letter."""

FEWEST_TRACES = 48
"""Of 128 traces; of texts that share half of their pairs, 2 in 1,000 agree in fewer, and are not compared."""


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
        self._sizes, self._traces, self._bands = np.diff(made.starts), made.traces, made.bands
        ones = np.ones(len(made.pairs), np.int8)
        self._rows = csr_array((ones, made.pairs.view(np.int64), made.starts), shape=(len(made), 2**63 - 1))
        self._rows.has_canonical_format = True

    def verified(self, first: NDArray[np.int64], second: NDArray[np.int64], band: int) -> NDArray[np.bool_]:
        """
        Whether each pair of texts, given by their places, is one of near-copies that meet in a band for the first time.

        Cheap questions first: sizes, traces, bands before; what is left is counted.
        """
        left = np.flatnonzero(self._could_be(first, second))
        left = self._kept(left, first, second, self._agree)
        left = self._kept(left, first, second, lambda one, other: ~self._met_before(one, other, band))
        out = np.zeros(len(first), bool)
        out[self._kept(left, first, second, self._are_near)] = True
        return out

    def _kept(self, left: Places, first: Places, second: Places, asked: Question) -> Places:
        parts = (left[start : start + AT_ONCE] for start in range(0, len(left), AT_ONCE))
        return np.concatenate([left[:0], *(part[asked(first[part], second[part])] for part in parts)])

    def _could_be(self, first: Places, second: Places) -> NDArray[np.bool_]:
        """By their sizes alone: the smaller is more than half of the larger."""
        one, other = self._sizes[first], self._sizes[second]
        smaller = np.minimum(one, other)
        return (2 * smaller > np.maximum(one, other)) & (smaller >= FEWEST_SHARED)

    def _agree(self, first: Places, second: Places) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = (self._traces[first] == self._traces[second]).sum(1) >= FEWEST_TRACES
        return found

    def _met_before(self, first: Places, second: Places, band: int) -> NDArray[np.bool_]:
        """What met in a band before was answered there."""
        found: NDArray[np.bool_] = (self._bands[first, :band] == self._bands[second, :band]).any(1)
        return found

    def _are_near(self, first: Places, second: Places) -> NDArray[np.bool_]:
        one, other = self._rows[first], self._rows[second]
        for each in (one, other):
            each.has_canonical_format = True
        shared = np.diff(one.multiply(other).indptr).astype(np.int64)
        return near(shared, self._sizes[first], self._sizes[second])
