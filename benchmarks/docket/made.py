"""
Comments of realistic length with campaigns among them, from a vocabulary as wide as that of real ones.

Standard library only, so that the peer can make the same texts.
"""

from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from random import Random

WORDS = 30_000
SHARE = 0.6
SYLLABLES = (
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "la",
    "me",
    "ni",
    "po",
    "ra",
    "se",
    "ti",
    "to",
    "ve",
    "ción",
    "ment",
    "ing",
    "al",
)


def vocabulary(rng: Random) -> list[str]:
    made: dict[str, None] = {}
    while len(made) < WORDS:
        made["".join(rng.choices(SYLLABLES, k=rng.randint(1, 4)))] = None
    return list(made)


def comments(count: int, seed: int = 1) -> Iterator[tuple[str, int]]:
    """
    Text and label; about 150 words each, words as frequent as in speech (rank to the power -1).

    Three in five belong to campaigns of 5 to 50,000 and are unchanged, edited, with a paragraph of one's own, or reordered; each other
    text has a label of its own, below zero.
    """
    rng = Random(seed)
    words = vocabulary(rng)
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    sizes = _sizes(rng, int(count * SHARE))
    labels = [label for label, size in enumerate(sizes) for _ in range(size)]
    labels += [-1 - each for each in range(count - len(labels))]
    rng.shuffle(labels)
    letters: dict[int, list[list[str]]] = {}
    for label in labels:
        if label < 0:
            yield _text(_letter(rng, words, weights, rng.randint(4, 12))), label
        else:
            if label not in letters:
                letters[label] = _letter(rng, words, weights, rng.randint(6, 12))
            yield _text(_copy(rng, letters[label], words, weights)), label


def kept(count: int, folder: Path, seed: int = 1) -> Path:
    """A file of such comments, label and text by line, made where it is not there yet; they take longer to make than to group."""
    path = folder / f"comments-{count}-{seed}.tsv"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        begun = path.with_suffix(".part")
        with begun.open("w", encoding="utf-8") as file:
            file.writelines(f"{label}\t{text}\n" for text, label in comments(count, seed))
        begun.rename(path)
    return path


def labels(path: Path) -> list[int]:
    with path.open(encoding="utf-8") as file:
        return [int(line.split("\t", 1)[0]) for line in file]


def texts(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t", 1)[1]


def _sizes(rng: Random, total: int) -> list[int]:
    """Sizes of campaigns, many small and few large."""
    out: list[int] = []
    while (left := total - sum(out)) > 0:
        out.append(min(left, max(5, int(5 * (1 / max(rng.random(), 1e-4)) ** 1.1))))
    return out


def _letter(rng: Random, words: list[str], weights: list[float], sentences: int) -> list[list[str]]:
    return [rng.choices(words, cum_weights=weights, k=rng.randint(10, 24)) for _ in range(sentences)]


def _copy(rng: Random, letter: list[list[str]], words: list[str], weights: list[float]) -> list[list[str]]:
    match rng.randrange(5):
        case 0:
            return letter
        case 1 | 2:
            return [[rng.choice(words) if rng.random() < 0.03 else each for each in said] for said in letter]
        case 3:
            at = rng.randrange(len(letter) + 1)
            return [*letter[:at], *_letter(rng, words, weights, rng.randint(1, 3)), *letter[at:]]
        case _:
            return rng.sample(letter, len(letter))


def _text(sentences: list[list[str]]) -> str:
    return " ".join(f"{' '.join(said).capitalize()}." for said in sentences)
