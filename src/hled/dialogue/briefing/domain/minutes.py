"""How many minutes an item of the agenda needs: written down, so that anyone can object to it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

MINUTES: Mapping[str, int] = MappingProxyType(
    {"AL-20": 10, "AL-02": 10, "AL-03": 10, "AL-12": 10, "AL-06": 10, "AL-10": 5, "AL-01": 5}
)
"""Code of an alert -> minutes: ten where something is to be decided or compared, five where a word is asked for."""

SENT = 10
"""Minutes for what a study or a person sent."""


def minutes_needed(codes: Iterable[str]) -> int:
    """
    Minutes for an item with these reasons: those of the longest one, since they are taken together.

    Raises
    ------
    ValueError
        When there is no reason, or one has no minutes of its own.

    Examples
    --------
    >>> minutes_needed(["AL-01", "AL-02"])
    10
    """
    found = list(codes)
    unknown = [code for code in found if code not in MINUTES]
    if unknown or not found:
        raise ValueError(f"codes={found!r}: no minutes are written down for {unknown or 'no reason'}")
    return max(MINUTES[code] for code in found)
