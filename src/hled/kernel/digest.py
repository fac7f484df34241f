"""Digests of content."""

import hashlib
import json
from typing import Any


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
