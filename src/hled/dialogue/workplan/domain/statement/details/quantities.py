"""Sums, shares and counts that a sentence names."""

import re

_SCALE = r"(?:million|billion|trillion|thousand|millones|millón|mil\s+millones|mil|mdd|mdp)"
_UNIT = r"(?:dollars?|dólares|pesos|euros|percent|por\s+ciento|USD|MXN|US\s?dollars?)"
_NUMBER = r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_QUANTITY = re.compile(
    rf"""
      (?:US\s?|USD\s?|MX\s?|MXN\s?|CAD?\s?)?[$\u20ac\u00a3]\s?(?:{_NUMBER})(?:\s+{_SCALE})?(?:\s+(?:de\s+)?{_UNIT})?
    | (?:{_NUMBER})\s?%
    | (?:{_NUMBER})\s+(?:{_SCALE}\s+)?(?:de\s+)?{_UNIT}\b
    | (?:{_NUMBER})\s+{_SCALE}(?:\s+[^\W\d_]+)?
    | \b(?:{_NUMBER})\s+(?!de\b|of\b|y\b|al\b|a\b|and\b|to\b|en\b|in\b|at\b|by\b)[^\W\d_]{{3,}}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|st|nd|rd|th)$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d{2}\b")


def quantities_in(wording: str) -> tuple[str, ...]:
    """Quantities as written, in order, each once; years and days of a month are dates, not quantities."""
    found = (match[0].strip() for match in _QUANTITY.finditer(wording))
    return tuple(dict.fromkeys(each for each in found if not _MONTH.search(each) and not _YEAR.match(each)))
