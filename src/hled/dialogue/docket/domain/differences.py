"""The shared text of a group, and in each copy the words that are its sender's own."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from hled.dialogue.docket.domain.words import compared_form

_WORD = re.compile(r"\S+")
MOST_COMPARED = 4_000
"""Words of one copy that are compared; what follows is shown as its sender's own."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a copy as it is shown; `own` where the shared text does not say it."""

    text: str
    own: bool


def shared_text(wordings: Iterable[tuple[str, int]]) -> str:
    """
    The wording that stands for a group: the one most often sent, then the shortest, then the first by its letters.

    Parameters
    ----------
    wordings
        Pairs of a text and how often it was sent.
    """
    return min(wordings, key=lambda each: (-each[1], len(each[0]), each[0]))[0]


def spans(copy: str, shared: str) -> list[Span]:
    """
    A copy in pieces that together are the copy, blanks and line ends included.

    Words are compared as groups compare them. What a sender left out is not shown here: nothing stands in its place.
    """
    places = [(each.start(), each.end()) for each in _WORD.finditer(copy)][:MOST_COMPARED]
    said = [compared_form(copy[start:end]) for start, end in places]
    known = [compared_form(each) for each in _WORD.findall(shared)][:MOST_COMPARED]
    own = [True] * len(said)
    for block in SequenceMatcher(None, known, said, autojunk=False).get_matching_blocks():
        own[block.b : block.b + block.size] = [False] * block.size
    _forgive_moved(own, said, known)
    return _joined(copy, places, own)


def own_words(copy: str, shared: str) -> str:
    """What a sender wrote beside the shared text, the pieces in their order; empty where nothing."""
    pieces = (each.text.strip() for each in spans(copy, shared) if each.own)
    return " … ".join(each for each in pieces if compared_form(each))


def _forgive_moved(own: list[bool], said: Sequence[bytes], known: Sequence[bytes], least: int = 4) -> None:
    """A run of words that the shared text says elsewhere is moved, not its sender's own."""
    runs = {tuple(known[at : at + least]) for at in range(len(known) - least + 1)}
    begins = [
        at
        for at in range(len(said) - least + 1)
        if all(own[at : at + least]) and tuple(said[at : at + least]) in runs
    ]
    for at in begins:
        own[at : at + least] = [False] * least


def _joined(copy: str, places: Sequence[tuple[int, int]], own: Sequence[bool]) -> list[Span]:
    if not places:
        return [Span(copy, True)] if copy else []
    out, begin = [], 0
    for at in range(1, len(places)):
        if own[at] != own[at - 1]:
            out.append(Span(copy[begin : places[at][0]], own[at - 1]))
            begin = places[at][0]
    end = places[-1][1]
    rest_is_own = len(_WORD.findall(copy[end:])) > 0
    if rest_is_own and not own[-1]:
        return [*out, Span(copy[begin:end], False), Span(copy[end:], True)]
    return [*out, Span(copy[begin:], own[-1])]
