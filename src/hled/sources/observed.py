"""What a reader of published data gives back."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hled.kernel.rule import Finding


@dataclass(frozen=True, slots=True)
class Observed:
    """
    One published figure for one place and period.

    Parameters
    ----------
    period_start, period_end : date
        First and last day that the figure speaks of.
    place : str
        ``""`` for the whole, a two-digit INEGI state code, or a four-digit CBP port code.
    breakdown : str
        ``""`` for no breakdown, else a code such as ``truck``.
    value : Decimal or None
        None when the provider says that the figure is missing; a period not listed is missing too.
    numerator, denominator : Decimal or None
        Parts of a rate, ``value = numerator / denominator`` in the unit of the indicator.
    """

    period_start: date
    period_end: date
    place: str
    breakdown: str
    value: Decimal | None
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    @property
    def key(self) -> tuple[date, date, str, str]:
        """What tells one figure of a series from another."""
        return (self.period_start, self.period_end, self.place, self.breakdown)


@dataclass(frozen=True, slots=True)
class Reading:
    """All figures of one series, and what was found wrong on the way."""

    observations: tuple[Observed, ...]
    findings: tuple[Finding, ...] = ()
