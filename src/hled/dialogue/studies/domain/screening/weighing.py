"""The weights of an answer added up by pillar."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from hled.kernel.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class PillarWeight:
    """
    A pillar with what it counts for.

    Attributes
    ----------
    nominal_after, effective_after
        In the second order; None without one.
    known
        Share of the products of which its indicators are known, by their nominal weight.
    """

    code: str
    title: Bilingual
    nominal: float
    effective: float
    known: float
    nominal_after: float | None
    effective_after: float | None
    indicators: tuple[Mapping[str, Any], ...]


def by_pillar(weights: Iterable[Mapping[str, Any]]) -> Iterator[PillarWeight]:
    """In the order of the document."""
    for code, found in groupby(weights, key=lambda each: each["pillar"]):
        own = tuple(found)
        nominal = _sum(own, "nominal")
        known = sum(float(each["nominal"]) * float(each["known"]) for each in own)
        after = own[0]["nominal_after"] is not None
        yield PillarWeight(
            code=code,
            title=Bilingual(own[0]["pillar_en"], own[0]["pillar_es"]),
            nominal=nominal,
            effective=_sum(own, "effective"),
            known=known / nominal if nominal else 0.0,
            nominal_after=_sum(own, "nominal_after") if after else None,
            effective_after=_sum(own, "effective_after") if after else None,
            indicators=own,
        )


def _sum(rows: Iterable[Mapping[str, Any]], name: str) -> float:
    return sum(float(each[name]) for each in rows)
