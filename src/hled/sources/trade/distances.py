"""How far the countries that sell are from the one that buys."""

from collections.abc import Sequence
from functools import cache
from math import asin, cos, radians, sin, sqrt

from hled.sources.tables import csv_rows

EARTH = 6371.0
"""Mean radius, km."""


def distances(
    importer: str, partners: Sequence[str], members: dict[str, tuple[str, ...]]
) -> list[float | None]:
    """
    Great-circle distance in km from the center of each partner to that of the importer; None where a center is not known.

    Parameters
    ----------
    members
        Partner that is a group -> its countries; its distance is their mean.

    Notes
    -----
    The centers are those of the areas of the largest pieces of land (Natural Earth, 1:50 million): near or far, and no route.
    """
    return [
        _mean([_between(importer, each) for each in members.get(partner, (partner,))]) for partner in partners
    ]


def _mean(found: list[float | None]) -> float | None:
    known = [each for each in found if each is not None]
    return sum(known) / len(known) if known else None


def _between(one: str, other: str) -> float | None:
    points = _centers()
    if one not in points or other not in points:
        return None
    (east1, north1), (east2, north2) = points[one], points[other]
    across = sin((north2 - north1) / 2) ** 2 + cos(north1) * cos(north2) * sin((east2 - east1) / 2) ** 2
    return 2 * EARTH * asin(sqrt(across))


@cache
def _centers() -> dict[str, tuple[float, float]]:
    """Three letters -> longitude and latitude in radians."""
    return {
        row["iso3"]: (radians(float(row["longitude"])), radians(float(row["latitude"])))
        for row in csv_rows("geo", "country_centers.csv")
    }
