"""Themes as a method proposes them."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array

from hled.dialogue.docket.domain.themes.lexicon import LABELS, concepts_of
from hled.dialogue.docket.domain.words import compared_form

METHOD = "tf-idf, k-means on the sphere, 1"
MOST_THEMES = 30
ROUNDS = 40
TRIES = 3
TERMS = 8
FEW = 10
"""Below so many texts every term counts."""

Floats = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class ProposedTheme:
    """
    Texts that share their weightiest terms.

    Parameters
    ----------
    terms
        The weightiest first; each in English and in Spanish where the lexicon has both, else twice as it was said.
    members
        Places of the texts, the nearest to the middle first.
    """

    terms: tuple[tuple[str, str], ...]
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """
    Themes with all that is needed to propose them again.

    Parameters
    ----------
    input_digest
        SHA-256 over the sorted words of the texts.
    unplaced
        Texts that share no term with another.
    """

    method: str
    seed: int
    count: int
    input_digest: str
    themes: tuple[ProposedTheme, ...]
    unplaced: tuple[int, ...]


def propose(texts: Sequence[str], *, seed: int = 1, count: int | None = None) -> Proposal:
    """
    Themes of texts, the largest first; the same for the same texts, in whatever order they are given.

    Parameters
    ----------
    texts
        Each wording once, however many sent it: a campaign is one voice in finding what is spoken of, and a true number in its balance.
    count
        How many themes; without it, the root of half the number of texts, 2 to 30.
    """
    keys = [compared_form(each) for each in texts]
    order = sorted(range(len(texts)), key=lambda place: keys[place])
    digest = hashlib.sha256(b"\n".join(keys[place] for place in order)).hexdigest()
    weights, terms = _weights([concepts_of(keys[place]) for place in order])
    spoken = np.flatnonzero(np.diff(weights.indptr) > 0)
    wanted = count or int(np.clip(round((len(spoken) / 2) ** 0.5), 2, MOST_THEMES))
    wanted = min(wanted, len(spoken))
    themes: list[ProposedTheme] = []
    if wanted:
        rows = weights[spoken]
        labels, centers = _clustered(rows, wanted, np.random.default_rng(seed))
        nearness = (rows @ centers.T)[np.arange(len(spoken)), labels]
        for theme in range(wanted):
            inside = np.flatnonzero(labels == theme)
            if len(inside):
                inside = inside[np.argsort(-np.round(nearness[inside], 9), kind="stable")]
                members = tuple(order[int(spoken[each])] for each in inside)
                themes.append(ProposedTheme(_said(centers[theme], terms), members))
    themes.sort(key=lambda each: (-len(each.members), each.terms))
    silent = np.flatnonzero(np.diff(weights.indptr) == 0)
    return Proposal(
        METHOD, seed, len(themes), digest, tuple(themes), tuple(sorted(order[int(each)] for each in silent))
    )


def _weights(documents: Sequence[Sequence[str]]) -> tuple[csr_array, list[str]]:
    """
    TF-IDF of terms, rows of length one.

    Where there are ten texts or more, terms stand in two of them at least and in half of them at most.
    """
    words = sorted({word for each in documents for word in each})
    number = {word: place for place, word in enumerate(words)}
    lengths = np.array([len(each) for each in documents], int)
    spoken = np.fromiter((number[word] for each in documents for word in each), np.int64, int(lengths.sum()))
    owner, terms = _terms(spoken, lengths, len(words))
    order = np.lexsort((terms, owner))
    owner, terms = owner[order], terms[order]
    begins = np.flatnonzero(np.diff(owner, prepend=-1) | np.diff(terms, prepend=-1))
    times = np.diff(np.append(begins, len(terms)))
    owner, terms = owner[begins], terms[begins]
    known, column, spread = np.unique(terms, return_inverse=True, return_counts=True)
    total = len(documents)
    fewest, most = (2, total / 2) if total >= FEW else (1, total)
    names = {
        place: _name(int(known[place]), words)
        for place in np.flatnonzero((spread >= fewest) & (spread <= most)).tolist()
    }
    kept = sorted(names, key=lambda place: names[place])
    at = np.full(len(known), -1)
    at[kept] = np.arange(len(kept))
    inside = at[column] >= 0
    values = (1 + np.log(times[inside])) * (np.log((1 + total) / (1 + spread[column[inside]])) + 1)
    shape = (total, len(kept))
    rows = csr_array(coo_array((values, (owner[inside], at[column[inside]])), shape=shape))
    rows.sort_indices()
    norms = np.sqrt(rows.multiply(rows).sum(axis=1))
    rows.data /= np.repeat(np.where(norms > 0, norms, 1), np.diff(rows.indptr))
    return rows, [names[place] for place in kept]


def _terms(words: Places, lengths: Places, known: int) -> tuple[Places, Places]:
    """The document and the number of each term: words, and pairs of neighboring ones, which are numbered after them."""
    owner = np.repeat(np.arange(len(lengths)), lengths)
    together = owner[1:] == owner[:-1]
    pairs = (words[:-1] + 1) * known + words[1:]
    return np.concatenate([owner, owner[1:][together]]), np.concatenate([words, pairs[together]])


def _name(term: int, words: Sequence[str]) -> str:
    before, word = divmod(term, len(words))
    return f"{words[before - 1]} {words[word]}" if before else words[word]


def _clustered(rows: csr_array, count: int, rng: np.random.Generator) -> tuple[Places, Floats]:
    """The best of some tries: the label of each row, and the middle of each cluster, of length one."""
    tried = [_settled(rows, _begun(rows, count, rng)) for _ in range(TRIES)]
    _, labels, centers = max(tried, key=lambda each: each[0])
    return labels, centers


def _settled(rows: csr_array, centers: Floats) -> tuple[float, Places, Floats]:
    """How near the rows are to their middles once none moves any more, their labels, and the middles."""
    near = np.round(rows @ centers.T, 12)
    labels = near.argmax(axis=1)
    for _ in range(ROUNDS):
        centers = _middles(rows, labels, centers)
        near = np.round(rows @ centers.T, 12)
        moved = near.argmax(axis=1)
        if (moved == labels).all():
            break
        labels = moved
    return float(np.round(near.max(axis=1).sum(), 9)), labels, centers


def _begun(rows: csr_array, count: int, rng: np.random.Generator) -> Floats:
    """Rows far from each other, by chance (k-means++)."""
    chosen = [int(rng.integers(rows.shape[0]))]
    far = np.ones(rows.shape[0])
    for _ in range(count - 1):
        far = np.minimum(far, 1 - (rows @ rows[[chosen[-1]]].T).toarray().ravel())
        chances = np.maximum(np.round(far, 9), 0)
        total = chances.sum()
        chosen.append(
            int(rng.choice(len(far), p=chances / total)) if total > 0 else int(rng.integers(len(far)))
        )
    return rows[chosen].toarray()


def _middles(rows: csr_array, labels: Places, former: Floats) -> Floats:
    """The middle of each cluster; an empty one keeps its former middle."""
    count = len(former)
    ones = csr_array((np.ones(len(labels)), (labels, np.arange(len(labels)))), shape=(count, len(labels)))
    sums = (ones @ rows).toarray()
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    return np.where(lengths > 0, sums / np.where(lengths > 0, lengths, 1), former)


def _said(center: Floats, terms: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The weightiest terms of a theme in both languages; a pair says more than its words, which are then left out."""
    order = np.lexsort((np.arange(len(terms)), -np.round(center, 9)))
    chosen: list[str] = []
    for place in order:
        term = terms[place]
        if center[place] <= 0 or len(chosen) == TERMS:
            break
        if not any(set(term.split()) <= set(each.split()) for each in chosen):
            chosen.append(term)
    return tuple((_in(each, "en"), _in(each, "es")) for each in chosen)


def _in(term: str, language: str) -> str:
    words = [LABELS[each].in_language(language) if each in LABELS else each for each in term.split()]
    return " ".join(words)
