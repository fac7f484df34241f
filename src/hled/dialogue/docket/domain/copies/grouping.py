"""Groups of many texts at once."""

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from hled.dialogue.docket.domain.copies.relation import FEWEST_SHARED, Places, Verifier
from hled.dialogue.docket.domain.copies.sketches import BANDS, Numbers, Sketches, joined, sketches
from hled.dialogue.docket.domain.words import compared_form

PART = 5_000
"""Texts in one piece of work."""
ALONE = 20_000
"""Up to so many texts one process is quicker than two."""
MOST_AT_ONCE = 200_000
"""Pairs held at a time."""


def digest_of(compared: bytes) -> bytes:
    """Equal for texts with the same words in the same order."""
    return hashlib.sha256(compared).digest()


def grouped(texts: Iterable[str], *, processes: int = 1) -> NDArray[np.int64]:
    """
    The group of each text: the place of the first text of its group.

    Parameters
    ----------
    texts
        As shown; they are read once and not kept.
    processes
        Among how many processes the words are divided; groups are the same for any number.
    """
    which, made = _read(texts, processes)
    if not len(made):
        return which
    labels = components(made)
    first = np.full(len(made), len(which), np.int64)
    np.minimum.at(first, labels[which], np.arange(len(which)))
    return first[labels[which]]


def _read(texts: Iterable[str], processes: int) -> tuple[Places, Sketches]:
    """For each text its place among the distinct ones, and the sketches of those."""
    known: dict[bytes, int] = {}
    which: list[int] = []
    made: list[Sketches] = []
    parts = _parts(texts)
    begun = list(islice(parts, ALONE // PART + 1))
    for digests, part in _prepared_parts(chain(begun, parts), processes if len(begun) > ALONE // PART else 1):
        fresh = []
        for place, digest in enumerate(digests):
            if digest not in known:
                known[digest] = len(known)
                fresh.append(place)
            which.append(known[digest])
        made.append(part.only(fresh))
    return np.array(which, np.int64), joined(made)


def _parts(texts: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(texts)
    while part := list(islice(rest, PART)):
        yield part


def _prepared_parts(parts: Iterable[list[str]], processes: int) -> Iterator[tuple[list[bytes], Sketches]]:
    """In their order; few pieces of work wait at a time."""
    if processes == 1:
        yield from map(_prepared, parts)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[tuple[list[bytes], Sketches]]] = deque()
        for part in parts:
            waiting.append(pool.submit(_prepared, part))
            if len(waiting) > processes + 1:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _prepared(texts: list[str]) -> tuple[list[bytes], Sketches]:
    compared = [compared_form(each) for each in texts]
    return [digest_of(each) for each in compared], sketches(compared)


def components(made: Sketches) -> Places:
    """
    The label of each text's component; texts are near-copies or linked by near-copies that met in a band.

    Every pair that shares a band is compared, except where both stand in one component already: that changes no component.
    """
    labels, verifier = np.arange(len(made)), Verifier(made)
    sized = np.flatnonzero(np.diff(made.starts) >= FEWEST_SHARED)
    for band in range(BANDS):
        bucket, place = _buckets(made.bands[sized, band], sized)
        if len(bucket):
            with_the_first = _with_the_first(bucket, place, labels)
            labels = _united(*with_the_first, labels, verifier, band)
            for one, other in _together(_with_each_other(bucket, place, labels)):
                apart = labels[one] != labels[other]
                labels = _united(one[apart], other[apart], labels, verifier, band)
    return labels


def _buckets(keys: Numbers, places: Places) -> tuple[Places, Places]:
    """Texts that share their number with another, in buckets: where each bucket begins, and the texts by bucket."""
    order = np.argsort(keys, kind="stable")
    sorted_keys = keys[order]
    begins = np.flatnonzero(np.concatenate([[True], sorted_keys[1:] != sorted_keys[:-1]]))
    sizes = np.diff(np.concatenate([begins, [len(keys)]]))
    kept = np.repeat(sizes > 1, sizes)
    return np.repeat(np.arange(len(sizes)), sizes)[kept], places[order][kept]


def _firsts(bucket: Places) -> Places:
    """Index of the first of its bucket, for each entry of the ascending buckets."""
    begins = np.flatnonzero(np.concatenate([[True], bucket[1:] != bucket[:-1]]))
    return np.repeat(begins, np.diff(np.concatenate([begins, [len(bucket)]])))


def _with_the_first(bucket: Places, place: Places, labels: Places) -> tuple[Places, Places]:
    """The texts of a bucket with its first; in the bucket of one campaign that settles it."""
    first = place[_firsts(bucket)]
    apart = labels[first] != labels[place]
    return first[apart], place[apart]


def _with_each_other(bucket: Places, place: Places, labels: Places) -> Iterator[tuple[Places, Places]]:
    """What is still apart in a bucket, every text with every other; buckets of one size together."""
    first = labels[place[_firsts(bucket)]]
    inside = np.isin(bucket, bucket[first != labels[place]])
    bucket, place = bucket[inside], place[inside]
    if not len(bucket):
        return
    begins = np.unique(_firsts(bucket))
    sizes = np.diff(np.concatenate([begins, [len(bucket)]]))
    for size in np.unique(sizes).tolist():
        members = place[begins[sizes == size][:, None] + np.arange(size)]
        yield from _pairs_of_rows(members)


def _together(parts: Iterator[tuple[Places, Places]]) -> Iterator[tuple[Places, Places]]:
    """Small parts in one."""
    held: list[tuple[Places, Places]] = []
    size = 0
    for one, other in parts:
        held.append((one, other))
        size += len(one)
        if size >= MOST_AT_ONCE:
            yield _concatenated(held)
            held, size = [], 0
    if held:
        yield _concatenated(held)


def _concatenated(parts: list[tuple[Places, Places]]) -> tuple[Places, Places]:
    one, other = (np.concatenate(each) for each in zip(*parts, strict=True))
    return one, other


def _pairs_of_rows(members: Places) -> Iterator[tuple[Places, Places]]:
    """
    Every pair of each row, so many at a time that joins are seen before all pairs of a large bucket are asked.

    Parameters
    ----------
    members : (buckets, size) int64
    """
    size = members.shape[1]
    if size * (size - 1) // 2 <= MOST_AT_ONCE:
        one, other = np.tril_indices(size, -1)
        step = max(1, MOST_AT_ONCE // len(one))
        for start in range(0, len(members), step):
            rows = members[start : start + step]
            yield rows[:, one].ravel(), rows[:, other].ravel()
        return
    step = max(1, MOST_AT_ONCE // size)
    for row in members:
        for start in range(0, size, step):
            some = np.arange(start, min(start + step, size))
            one, other = np.nonzero(some[:, None] > np.arange(size))
            yield row[some[one]], row[other]


def _united(one: Places, other: Places, labels: Places, verifier: Verifier, band: int) -> Places:
    """Labels after pairs were compared and those that are near-copies joined."""
    joins = verifier.verified(one, other, band)
    if not joins.any():
        return labels
    edges = coo_array(
        (np.ones(int(joins.sum()), bool), (labels[one[joins]], labels[other[joins]])),
        shape=(len(labels),) * 2,
    )
    return connected_components(edges, directed=False)[1].astype(np.int64)[labels]
