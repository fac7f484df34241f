"""Digests of content."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parent.parent
_WRITTEN = ("*.py", "*.yaml", "*.csv")


def canonical_json(value: Any) -> str:
    """
    One spelling for equal values: keys sorted, no spaces, UTF-8 text kept.

    Floats are refused, because their spelling is not portable; write numbers as text or integers.

    Raises
    ------
    ValueError
        When a float or a key that is not text occurs.
    """
    _refuse_unportable(value)
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def sha256_of(value: Any) -> str:
    """SHA-256 of the canonical JSON of a value, in hexadecimal."""
    return hashlib.sha256(canonical_json(value).encode()).hexdigest()


def sha256_of_bytes(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@cache
def digest_of_code(*folders: str) -> str:
    """SHA-256 of the code and documents in some folders of the package, by which what older code computed is known."""
    made = hashlib.sha256()
    for folder in folders:
        for path in sorted(each for kind in _WRITTEN for each in (_PACKAGE / folder).rglob(kind)):
            made.update(path.read_bytes())
    return made.hexdigest()


def _refuse_unportable(value: Any) -> None:
    match value:
        case float():
            raise ValueError(f"{value!r}: a float has no canonical spelling; give text or an integer")
        case dict():
            for key, inner in value.items():
                if not isinstance(key, str):
                    raise ValueError(f"key {key!r} is not text")
                _refuse_unportable(inner)
        case list() | tuple():
            for inner in value:
                _refuse_unportable(inner)
