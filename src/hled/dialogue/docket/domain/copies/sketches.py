"""
Pairs of neighboring words as numbers, and MinHash sketches of them.

Written over arrays, without a library of its own: sketches are kept in the store for years, and a new release of a library must not change what they mean.
`METHOD` names the meaning; a change of anything here needs a new name, and the sketches of the store made again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

METHOD = "pairs-of-words 32x4, 2"
BANDS = 32
ROWS = 4
"""Texts that share half of their pairs meet in a band with probability 1 - (1 - 0.5⁴)³² = 0.87, at 0.6 with 0.99."""

Numbers = NDArray[np.uint64]
Traces = NDArray[np.uint8]

_BLANK = 32
_PIECE = 1 << 17
"""Letters or pairs in one pass: the numbers of a pass stay in the cache of a core."""


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


_LETTER = int(_series(1, 1)[0]) | 1
"""A word is the number with its letters as digits to this base, modulo 2⁶⁴."""
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
        The distinct pairs of neighboring words as numbers below 2⁶³, ascending; one word alone stands for itself.
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


def joined(parts: list[Sketches]) -> Sketches:
    """Sketches of several pieces, one after another; each piece is let go as it is taken, so that nothing is held twice."""
    sizes = np.concatenate([np.empty(0, np.int64), *(np.diff(each.starts) for each in parts)])
    starts = _running(sizes)
    pairs = np.empty(starts[-1], np.uint64)
    bands = np.empty((len(sizes), BANDS), np.uint64)
    traces = np.empty((len(sizes), BANDS * ROWS), np.uint8)
    end = len(sizes)
    while parts:
        part = parts.pop()
        begin = end - len(part)
        pairs[starts[begin] : starts[end]] = part.pairs
        bands[begin:end], traces[begin:end] = part.bands, part.traces
        end = begin
    return Sketches(starts, pairs, bands, traces)


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


def pairs_of(compared: bytes) -> Numbers:
    """The distinct pairs of one text, without its sketch."""
    return _distinct(*_pairs(*_words([compared])))[0]


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
    parts = [_numbered(letters) for letters in _pieces(compared)]
    return np.concatenate([*parts, np.empty(0, np.uint64)]), counts


def _pieces(compared: Sequence[bytes]) -> Iterator[bytes]:
    """Texts that are not empty, joined up to about so many letters as one pass takes."""
    held: list[bytes] = []
    size = 0
    for each in filter(None, compared):
        held.append(each)
        size += len(each)
        if size >= _PIECE:
            yield b" ".join(held)
            held, size = [], 0
    if held:
        yield b" ".join(held)


def _numbered(joined_letters: bytes) -> Numbers:
    """Of running sums of the letters' digits, a word takes its part and is moved back to the first place."""
    letters = np.frombuffer(joined_letters, np.uint8)
    digits, back = _powers(max(_PIECE, len(letters) - 1).bit_length())
    sums = np.zeros(len(letters) + 1, np.uint64)
    np.cumsum(letters * digits[: len(letters)], out=sums[1:])
    blanks = np.flatnonzero(letters == _BLANK)
    starts, ends = np.concatenate([[0], blanks + 1]), np.concatenate([blanks, [len(letters)]])
    return mixed((sums[ends] - sums[starts]) * back[starts] + (ends - starts).astype(np.uint64))


@lru_cache(maxsize=4)
def _powers(bits: int) -> tuple[Numbers, Numbers]:
    """Powers of the base and of its inverse modulo 2⁶⁴, for `2 ** bits` places."""

    def of(base: int) -> Numbers:
        factors = np.full(1 << bits, base, np.uint64)
        factors[0] = 1
        return np.multiply.accumulate(factors)

    return of(_LETTER), of(pow(_LETTER, -1, 2**64))


def _pairs(words: Numbers, counts: NDArray[np.int64]) -> tuple[Numbers, NDArray[np.int64]]:
    """Each word with the next of its text; a text of one word keeps the word."""
    after = np.roll(words, -1) * _SECOND if len(words) else words
    last = (np.cumsum(counts) - 1)[counts > 0]
    alone = counts[counts > 0] == 1
    kept = np.ones(len(words), bool)
    kept[last[~alone]] = False
    after[last] = 0
    return mixed(words + after)[kept] >> np.uint64(1), np.maximum(counts - 1, (counts > 0).astype(np.int64))


def _distinct(pairs: Numbers, counts: NDArray[np.int64]) -> tuple[Numbers, NDArray[np.int64]]:
    """Ascending and each once within a text."""
    starts = _running(counts)
    bounds = starts.tolist()
    for start, end in pairwise(bounds):
        pairs[start:end].sort()
    new = np.ones(len(pairs), bool)
    new[1:] = pairs[1:] != pairs[:-1]
    new[starts[:-1][counts > 0]] = True
    kept = np.concatenate([[0], np.cumsum(new)])
    return pairs[new], np.diff(kept[starts])


def _bands(pairs: Numbers, starts: NDArray[np.int64]) -> tuple[Numbers, Traces]:
    """The least of each permutation of a text's pairs: `ROWS` of them folded into a band, and the last byte of each."""
    count = len(starts) - 1
    bands, traces = np.zeros((count, BANDS), np.uint64), np.zeros((count, BANDS * ROWS), np.uint8)
    full = np.flatnonzero(np.diff(starts) > 0)
    passes = np.flatnonzero(np.diff(starts[:-1][full] // _PIECE)) + 1
    for part in np.split(full, passes):
        if len(part):
            begin, end = starts[part[0]], starts[part[-1] + 1]
            bands[part], traces[part] = _least(pairs[begin:end], starts[part] - begin)
    return bands, traces


def _least(pairs: Numbers, begins: NDArray[np.int64]) -> tuple[Numbers, Traces]:
    """Bands and traces of the texts of one pass, none of them without pairs."""
    least = np.empty((BANDS * ROWS, len(begins)), np.uint64)
    scratch = np.empty_like(pairs)
    for mask, factor, out in zip(_MASKS, _FACTORS, least, strict=True):
        np.bitwise_xor(pairs, mask, out=scratch)
        np.multiply(scratch, factor, out=scratch)
        np.minimum.reduceat(scratch, begins, out=out)
    folded = np.repeat(np.arange(1, BANDS + 1, dtype=np.uint64)[:, np.newaxis], len(begins), axis=1)
    for row in range(ROWS):
        folded = mixed(folded * _BAND + least[row::ROWS])
    return folded.T, (mixed(least) & np.uint64(255)).astype(np.uint8).T
