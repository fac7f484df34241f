"""The value an indicator had at the relaunch."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hled.dialogue.results.domain.indicators.aggregation import Point
from hled.dialogue.results.domain.indicators.definition import RELAUNCH
from hled.dialogue.results.domain.indicators.rules import ME_07
from hled.kernel.rule import Finding

FAR = 366
"""Days between the relaunch and the baseline's period from which the distance is a finding."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The first value that change is measured from, and how far its period lies from the relaunch."""

    value: Decimal
    point: Point
    days_away: int
    findings: tuple[Finding, ...] = ()


def baseline_of(points: Iterable[Point], place: str = "", on: date = RELAUNCH) -> Baseline | None:
    """
    The point whose observed period contains the relaunch, else the nearest; of two equally near, the earlier.

    None where no point has a value. ME-07 when the nearest lies more than a year away; `place` says where in the finding.
    """
    valued = [point for point in points if point.value is not None]
    if not valued:
        return None
    nearest = min(valued, key=lambda point: (_days_between(point, on), point.period_end))
    days, value = _days_between(nearest, on), nearest.value
    if value is None:
        return None
    findings = (Finding(ME_07, place or "-", f"{nearest.period_end}"),) if days > FAR else ()
    return Baseline(value, nearest, days, findings)


def _days_between(point: Point, on: date) -> int:
    if point.observed_start <= on <= point.period_end:
        return 0
    return min(abs((point.observed_start - on).days), abs((point.period_end - on).days))
