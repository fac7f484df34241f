"""
Pairs of neighboring words as numbers, and MinHash sketches of them.

Written over arrays, without a library of its own: sketches are kept in the store for years, and a new release of a library must not change what they mean.
`METHOD` names the meaning; a change of anything here needs a new name, and the sketches of the store made again.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

METHOD = "pairs-of-words 32x4, 1"
BANDS = 32
ROWS = 4
"""Texts that share half of their pairs meet in a band with probability 1 - (1 - 0.5⁴)³² = 0.87, at 0.6 with 0.99."""

Numbers = NDArray[np.uint64]
Traces = NDArray[np.uint8]

_BLANK = 32


def _series(seed: int, count: int) -> Numbers:
    """Numbers of the generator SplitMix64, written out so that they never change."""
    state, made = seed, []
    for _ in range(count):
        state = (state + 0x9E3779B97F4A7C15) % 2**64
        z = state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) % 2**64
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) % 2**64
        made.append(z ^ (z >> 31))
    return np.array(made, np.uint64)


_PLACES = _series(1, 64) | np.uint64(1)
"""A factor for each place of a letter in its word; a word longer than 64 bytes begins again."""
_FACTORS = _series(2, BANDS * ROWS) | np.uint64(1)
_MASKS = _series(3, BANDS * ROWS)
_SECOND, _BAND = _series(4, 2) | np.uint64(1)


@dataclass(frozen=True, slots=True)
class Sketch:
    """
    What is kept of one text for comparison.

    Parameters
    ----------
    pairs
        The distinct pairs of neighboring words as 64-bit numbers, ascending; one word alone stands for itself.
    bands
        `BANDS` numbers; texts that share one are compared.
    traces
        `BANDS * ROWS` bytes, the last of each minimum; texts agree in about the share of pairs that they share.
    """

    pairs: Numbers
    bands: Numbers
    traces: Traces


@dataclass(frozen=True, slots=True)
class Sketches:
    """
    Sketches of many texts in flat arrays.

    Parameters
    ----------
    starts : (n + 1,) int64
        Where the pairs of each text begin in `pairs`.
    pairs : (m,) uint64
        Ascending within a text.
    bands : (n, BANDS) uint64
    traces : (n, BANDS * ROWS) uint8
    """

    starts: NDArray[np.int64]
    pairs: Numbers
    bands: Numbers
    traces: Traces

    def __len__(self) -> int:
        return len(self.bands)

    def only(self, places: Sequence[int]) -> "Sketches":
        """Those at some ascending places."""
        if len(places) == len(self):
            return self
        sizes = np.diff(self.starts)
        kept = np.zeros(len(self), bool)
        kept[list(places)] = True
        return Sketches(
            _running(sizes[kept]), self.pairs[np.repeat(kept, sizes)], self.bands[kept], self.traces[kept]
        )


def joined(parts: Sequence[Sketches]) -> Sketches:
    """Sketches of several pieces, one after another."""
    if not parts:
        return sketches([])
    sizes = np.concatenate([np.diff(each.starts) for each in parts])
    pairs = np.concatenate([each.pairs for each in parts])
    bands, traces = (np.concatenate([getattr(each, name) for each in parts]) for name in ("bands", "traces"))
    return Sketches(_running(sizes), pairs, bands, traces)


def _running(sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)


def mixed(numbers: Numbers) -> Numbers:
    """Every bit of the answer hangs on every bit of the number (the finish of SplitMix64)."""
    out = numbers ^ (numbers >> np.uint64(30))
    out *= np.uint64(0xBF58476D1CE4E5B9)
    out ^= out >> np.uint64(27)
    out *= np.uint64(0x94D049BB133111EB)
    out ^= out >> np.uint64(31)
    return out


def sketch(compared: bytes) -> Sketch:
    """The sketch of one text in its compared form."""
    made = sketches([compared])
    return Sketch(made.pairs, made.bands[0], made.traces[0])


def sketches(compared: Sequence[bytes]) -> Sketches:
    """
    Sketches of texts in their compared form, in their order.

    A text without words has no pairs, and bands that no other text has to share with it.
    """
    words, counts = _words(compared)
    pairs, counts = _pairs(words, counts)
    pairs, counts = _distinct(pairs, counts)
    starts = _running(counts)
    return Sketches(starts, pairs, *_bands(pairs, starts))


def _words(compared: Sequence[bytes]) -> tuple[Numbers, NDArray[np.int64]]:
    """Each word as a number, in order, and how many words each text has."""
    counts = np.array([each.count(b" ") + 1 if each else 0 for each in compared], np.int64)
    letters = np.frombuffer(b" ".join(each for each in compared if each), np.uint8)
    if not len(letters):
        return np.empty(0, np.uint64), counts
    blanks = np.flatnonzero(letters == _BLANK)
    starts = np.concatenate([[0], blanks + 1])
    lengths = np.diff(np.concatenate([starts, [len(letters) + 1]]))
    place = np.arange(len(letters), dtype=np.int64)
    place -= np.repeat(starts, lengths)[: len(letters)]
    values = (letters.astype(np.uint64) + np.uint64(1)) * _PLACES[place & 63]
    values[blanks] = 0
    return mixed(np.add.reduceat(values, starts) + lengths.astype(np.uint64)), counts


def _pairs(words: Numbers, counts: NDArray[np.int64]) -> tuple[Numbers, NDArray[np.int64]]:
    """Each word with the next of its text; a text of one word keeps the word."""
    after = np.roll(words, -1) * _SECOND if len(words) else words
    last = (np.cumsum(counts) - 1)[counts > 0]
    alone = counts[counts > 0] == 1
    kept = np.ones(len(words), bool)
    kept[last[~alone]] = False
    after[last] = 0
    return mixed(words + after)[kept], np.maximum(counts - 1, (counts > 0).astype(np.int64))


def _distinct(pairs: Numbers, counts: NDArray[np.int64]) -> tuple[Numbers, NDArray[np.int64]]:
    """Ascending and each once within a text."""
    owner = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
    order = np.argsort(pairs, kind="stable")
    order = order[np.argsort(owner[order], kind="stable")]
    pairs, owner = pairs[order], owner[order]
    new = np.ones(len(pairs), bool)
    new[1:] = (pairs[1:] != pairs[:-1]) | (owner[1:] != owner[:-1])
    return pairs[new], np.bincount(owner[new], minlength=len(counts)).astype(np.int64)


def _bands(pairs: Numbers, starts: NDArray[np.int64]) -> tuple[Numbers, Traces]:
    """The least of each permutation of a text's pairs: `ROWS` of them folded into a band, and the last byte of each."""
    count = len(starts) - 1
    full = np.flatnonzero(np.diff(starts) > 0)
    bands, traces = np.zeros((count, BANDS), np.uint64), np.zeros((count, BANDS * ROWS), np.uint8)
    if not len(full):
        return bands, traces
    begins, scratch = starts[:-1][full], np.empty_like(pairs)
    for band in range(BANDS):
        folded = np.full(len(full), band + 1, np.uint64)
        for row in range(band * ROWS, (band + 1) * ROWS):
            np.bitwise_xor(pairs, _MASKS[row], out=scratch)
            np.multiply(scratch, _FACTORS[row], out=scratch)
            least = np.minimum.reduceat(scratch, begins)
            folded = mixed(folded * _BAND + least)
            traces[full, row] = (mixed(least) & np.uint64(255)).astype(np.uint8)
        bands[full, band] = folded
    return bands, traces
