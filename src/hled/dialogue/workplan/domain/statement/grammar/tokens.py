"""Tokens of a sentence's plain wording."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"[$\u20ac\u00a3]?\d(?:[\d.,]*\d)?%?"
    r"|[^\W\d_]+(?:[-\u2010\u2011/'\u2019&][^\W_]+)*['\u2019]?"
    r"|[.,;:!?()\[\]\"\u201c\u201d\u00ab\u00bb\u2013\u2014\u2026%&$]"
)
QUOTED = "\u00a7quoted"
"""Stands where the words of a speaker were taken out."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words and marks in order, as written and in lower case; ``at`` is where each begins in the wording."""

    words: tuple[str, ...]
    low: tuple[str, ...]
    at: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)

    def is_at(self, index: int, options: frozenset[str] | set[str]) -> bool:
        return 0 <= index < len(self.low) and self.low[index] in options

    def get(self, index: int) -> str:
        """Lower-case token, or nothing outside the sentence."""
        return self.low[index] if 0 <= index < len(self.low) else ""

    def word(self, index: int) -> str:
        return self.words[index] if 0 <= index < len(self.words) else ""


def tokens(wording: str) -> Tokens:
    """
    Tokens of a wording; what stands in parentheses is left out, and a long dash counts as a mark.

    A hyphenated word is one token; so is a sum of money with its sign.
    """
    words: list[str] = []
    places: list[int] = []
    depth = 0
    for match in _TOKEN.finditer(wording):
        word = match[0]
        if word in "([":
            depth += 1
        elif word in ")]":
            depth = max(0, depth - 1)
        elif not depth:
            words.append(word)
            places.append(match.start())
    low = tuple(word.lower().replace("\u2019", "'") for word in words)
    return Tokens(tuple(words), low, tuple(places))
