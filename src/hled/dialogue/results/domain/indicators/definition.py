"""The shape of an indicator's definition."""

from dataclasses import dataclass, fields
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from hled.kernel.bilingual import Bilingual
from hled.kernel.digest import sha256_of

RELAUNCH = date(2021, 9, 9)
"""The day both governments relaunched the dialogue; baselines are taken at it."""


class Direction(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"
    BAND = "band"
    NONE = "none"


class Frequency(StrEnum):
    """How often the provider observes."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"
    ONCE = "once"

    @property
    def per_year(self) -> int:
        return {"monthly": 12, "quarterly": 4, "yearly": 1, "once": 1}[self.value]


class Accumulation(StrEnum):
    """Whether a figure speaks of its own period or of everything so far."""

    PERIODIC = "periodic"
    CUMULATIVE = "cumulative"


class Aggregation(StrEnum):
    """How figures of several places or periods become one."""

    SUM = "sum"
    RATIO = "ratio"
    WEIGHTED_MEAN = "weighted_mean"
    MEAN = "mean"
    LAST = "last"
    NONE = "none"


class PlaceKind(StrEnum):
    """What the places of an indicator are."""

    WHOLE = "whole"
    MEXICAN_STATE = "mexican_state"
    BORDER_PORT = "border_port"


@dataclass(frozen=True, slots=True)
class Breakdown:
    """One code by which an indicator is broken down."""

    code: str
    title: Bilingual


@dataclass(frozen=True, slots=True)
class Definition:
    """
    What an indicator means, where it comes from and how its figures combine.

    A change of meaning is a new `version`; `digest` tells whether the meaning changed.

    Parameters
    ----------
    code : str
        ``IN-01`` and so on.
    pillar : str
        Pillar of the dialogue, ``P1`` to ``P4``.
    series : str
        Name in `hled.sources.series.SERIES`.
    datasets : tuple of str
        Bundled sets that the figures come from, see `hled.sources.catalogue`.
    unit : Bilingual
        Unit of the stored values.
    display_unit, display_factor, decimals
        How a value is shown: ``value / display_factor`` in `display_unit`, rounded to `decimals`.
    band : (Decimal, Decimal) or None
        Lower and upper edge where the direction is a band, in the stored unit.
    over_places, over_time : Aggregation
        The declared rules; nothing else may combine figures.
    scope : tuple of str
        The places that belong to the whole; empty where the provider's own set counts.
    main_breakdown : str
        Where breakdowns do not add up to a whole: the one that stands for the indicator.
    seasonal : bool
        Months or quarters of one year differ by habit: headline figures are of four quarters or twelve months.
    lag_days : int
        Days from the end of a period until the provider publishes it (estimated from its calendar).
    """

    code: str
    version: int
    pillar: str
    title: Bilingual
    definition: Bilingual
    unit: Bilingual
    display_unit: Bilingual
    display_factor: Decimal
    decimals: int
    direction: Direction
    direction_reason: Bilingual
    series: str
    datasets: tuple[str, ...]
    frequency: Frequency
    over_places: Aggregation
    over_time: Aggregation
    place_kind: PlaceKind
    lag_days: int
    cautions: tuple[Bilingual, ...]
    scope: tuple[str, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    main_breakdown: str = ""
    band: tuple[Decimal, Decimal] | None = None
    seasonal: bool = False
    accumulation: Accumulation = Accumulation.PERIODIC

    def __post_init__(self) -> None:
        if (self.direction is Direction.BAND) != (self.band is not None):
            raise ValueError(f"{self.code}: a band belongs to the direction 'band' and to no other")
        if self.version < 1:
            raise ValueError(f"version={self.version!r}: versions count from 1")

    @property
    def digest(self) -> str:
        """SHA-256 of everything that carries the meaning: not of titles, cautions or the way of showing."""
        return sha256_of({name: _plain(getattr(self, name)) for name in _MEANING})

    def public_from(self, period_end: date) -> date:
        """The day from which a figure for a period counts as public."""
        return period_end + timedelta(days=self.lag_days)

    def shown(self, value: Decimal) -> Decimal:
        """A stored value in the unit that is shown."""
        return round(value / self.display_factor, self.decimals)


_SHOWING = {
    "version", "title", "display_unit", "display_factor", "decimals", "direction_reason", "cautions", "lag_days",
}  # fmt: skip
_MEANING = tuple(field.name for field in fields(Definition) if field.name not in _SHOWING)


def _plain(value: Any) -> Any:
    match value:
        case Bilingual():
            return {"en": value.en, "es": value.es}
        case Breakdown():
            return {"code": value.code, "title": _plain(value.title)}
        case tuple():
            return [_plain(each) for each in value]
        case Decimal():
            return str(value)
        case _:
            return value
