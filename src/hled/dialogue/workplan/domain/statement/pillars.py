"""Under which pillar a sentence stands, by headings and by paragraphs that open with a pillar's words."""

import re
from dataclasses import dataclass, field

_PILLAR_HEADING = re.compile(
    r"(?:pillar|pilar|eje)\s+(?:[IVX]+|\d+)\s*[:.\u2013\u2014-]?\s*(?P<title>.*)", re.IGNORECASE
)
_LIST_OF_PILLARS = re.compile(r"\b(?:pillars?|pilares|ejes)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")
_OPENING = re.compile(r"(?:To|Para|Under|En)\s[^,]{4,120},")
LENGTH_OF_STEM = 5
ENOUGH_SHARED = 0.6


@dataclass
class Pillars:
    """Pillars a text has named so far, and the one that stands now."""

    current: str | None = None
    _named: dict[str, frozenset[str]] = field(default_factory=dict)
    _listing: bool = False

    def enter_heading(self, plain: str) -> None:
        self._listing = _LIST_OF_PILLARS.search(plain) is not None and not _PILLAR_HEADING.match(plain)
        match = _PILLAR_HEADING.match(plain)
        if match:
            self.current = plain
            self._named[plain] = _stems(match["title"] or plain)
            return
        known = self._best(plain)
        self.current = known or (None if self.current and self.current not in self._named else self.current)

    def list_begins(self, plain: str) -> None:
        self._listing = _LIST_OF_PILLARS.search(plain) is not None

    def enter_sentence(self, plain: str, *, starts_block: bool) -> None:
        """Take up a listed pillar's name, or the pillar that a paragraph opens with."""
        if self._listing and len(plain) < 120 and len(plain.split()) <= 14:
            self._named[plain.strip(" ;.")] = _stems(plain)
            return
        self._listing = False
        opening = _OPENING.match(plain) if starts_block else None
        if opening:
            self.current = self._best(opening[0]) or self.current

    def _best(self, plain: str) -> str | None:
        stems = _stems(plain)
        shares = {name: len(own & stems) / len(own) for name, own in self._named.items() if own}
        best = max(shares, key=lambda name: shares[name], default=None)
        return best if best is not None and shares[best] >= ENOUGH_SHARED else None


def _stems(plain: str) -> frozenset[str]:
    return frozenset(word.lower()[:LENGTH_OF_STEM] for word in _WORD.findall(plain))
