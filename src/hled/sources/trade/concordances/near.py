"""Codes that somebody may have meant."""

import re
from collections.abc import Sequence

_SIGNS = re.compile(r"[\s.\-]")


def nearest(code: str, known: Sequence[str], count: int = 3) -> tuple[str, ...]:
    """
    The known codes that share the longest beginning with a code, then those that are next in number.

    Dots, hyphens and blanks are passed over, so that ``8542.31`` finds ``854231``.
    """
    said = _SIGNS.sub("", code)
    number = _number(said)

    def distance(each: str) -> tuple[int, float, str]:
        shared = next(
            (at for at, (a, b) in enumerate(zip(said, each, strict=False)) if a != b),
            min(len(said), len(each)),
        )
        return -shared, abs(_number(each) - number), each

    return tuple(sorted(known, key=distance)[:count])


def _number(code: str) -> float:
    """A code as a fraction of its classification, so that codes of different lengths compare."""
    digits = re.sub(r"\D", "", code)
    return float(f"0.{digits}") if digits else 2.0
