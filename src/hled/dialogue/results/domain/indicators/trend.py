"""
The trend since the relaunch, and where it leads by the day of a target.

Pure Python, seeded: the same observations give the same digits.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from math import ceil
from random import Random
from statistics import median

from hled.dialogue.results.domain.indicators.aggregation import Point
from hled.dialogue.results.domain.indicators.definition import RELAUNCH, Aggregation, Definition
from hled.dialogue.results.domain.indicators.progress import Progress, Target, progress_toward
from hled.dialogue.results.domain.indicators.rules import ME_05, ME_12
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding

SEED = 20210909
REPLICATES = 999
CONFIDENCE = Decimal("0.90")
LEAST = 8
DIGITS = 6

METHOD = Bilingual(
    "Seasonal Theil-Sen slope: the median of the slopes between equal months or quarters of different years since the "
    "relaunch. The interval of 90 percent is from 999 moving-block bootstraps of the residuals, in blocks of one year, with a "
    "fixed seed. It holds only if the coming years resemble the past ones.",
    "Pendiente de Theil-Sen estacional: la mediana de las pendientes entre meses o trimestres iguales de distintos años desde "
    "el relanzamiento. El intervalo de 90 por ciento proviene de 999 remuestreos por bloques móviles de los residuos, en "
    "bloques de un año, con semilla fija. Solo es válido si los años por venir se parecen a los pasados.",
)
"""
References: Hirsch, Slack & Smith (1982), *Water Resources Research* 18(1); Künsch (1989), *Annals of Statistics* 17(3).
"""


@dataclass(frozen=True, slots=True)
class Trend:
    """
    Slope per year and the value projected for the day of a target, each with its interval.

    All None when there are not enough observations, which is then a finding (ME-05). `reaching` is the share of the bootstrap
    replicates in which the target is met.
    """

    observations: int
    slope: Decimal | None = None
    slope_low: Decimal | None = None
    slope_high: Decimal | None = None
    projected: Decimal | None = None
    projected_low: Decimal | None = None
    projected_high: Decimal | None = None
    reaching: Decimal | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Fit:
    """A slope per step and the level of each season at step 0."""

    slope: float
    levels: tuple[float, ...]

    def at(self, step: int) -> float:
        return self.levels[step % len(self.levels)] + self.slope * step


def trend_toward(
    definition: Definition, points: Sequence[Point], target: Target | None, since: date = RELAUNCH
) -> Trend:
    """
    Trend of an indicator since the relaunch and its projection to the day of a target.

    Parameters
    ----------
    points : sequence of Point
        The series as observed, one point per month, quarter or year: not the trailing years, whose overlap would feign
        certainty. See `as_observed`.
    target : Target or None
        Without one only the slope is given; the same where a projection would be idle (ME-12).
    """
    run = _unbroken(definition, [point for point in points if point.period_end >= since])
    seasons = definition.frequency.per_year if definition.seasonal else 1
    if len(run) < max(LEAST, 2 * seasons):
        return Trend(len(run), findings=(Finding(ME_05, definition.code, str(len(run))),))
    values = [float(point.value) for point in run if point.value is not None]
    fit = _fitted(values, seasons)
    step = len(values) - 1 + (_steps(definition, run[-1].period_end, target.due) if target else 0)
    replicates = _replicates(definition, values, fit, step)
    low, high = _interval(sorted(_of_year(definition, slope) for slope, _ in replicates))
    trend = Trend(len(run), _decimal(_of_year(definition, fit.slope)), _decimal(low), _decimal(high))
    if target is None:
        return trend
    if definition.band is not None or step - len(values) + 1 > len(values):
        return replace(
            trend, findings=(Finding(ME_12, definition.code, f"{run[-1].period_end} | {target.due}"),)
        )
    ends = sorted(value for _, value in replicates)
    end_low, end_high = _interval(ends)
    return replace(
        trend,
        projected=_decimal(_projected(definition, fit, step)),
        projected_low=_decimal(end_low),
        projected_high=_decimal(end_high),
        reaching=_reaching(definition, ends, target),
    )


def _unbroken(definition: Definition, points: Sequence[Point]) -> list[Point]:
    """The last stretch without a missing period: a gap is not bridged."""
    run: list[Point] = []
    for point in sorted(points, key=lambda each: each.period_end):
        if point.value is None:
            run = []
            continue
        if run and _steps(definition, run[-1].period_end, point.period_end) != 1:
            run = []
        run.append(point)
    return run


def _steps(definition: Definition, start: date, end: date) -> int:
    """Periods from one end to the last that is over on a day."""
    months = (end.year - start.year) * 12 + end.month - start.month
    if end.day < monthrange(end.year, end.month)[1]:
        months -= 1
    return max(months // (12 // definition.frequency.per_year), 0)


def _fitted(values: Sequence[float], seasons: int) -> _Fit:
    slopes = [
        (values[later] - values[earlier]) / (later - earlier)
        for earlier in range(len(values))
        for later in range(earlier + seasons, len(values), seasons)
    ]
    slope = median(slopes)
    levels = tuple(
        median(values[step] - slope * step for step in range(season, len(values), seasons))
        for season in range(seasons)
    )
    return _Fit(slope, levels)


def _replicates(
    definition: Definition, values: Sequence[float], fit: _Fit, target_step: int
) -> list[tuple[float, float]]:
    """Slope and projected value of every bootstrap replicate, with the residuals of the future drawn too."""
    random = Random(SEED)  # noqa: S311 - a statistical draw that must repeat, not a secret
    seasons, count = len(fit.levels), len(values)
    block = seasons if seasons > 1 else ceil(count ** (1 / 3)) + 1
    residuals = [value - fit.at(step) for step, value in enumerate(values)]
    future = max(target_step - count + 1, 0)
    drawn = []
    for _ in range(REPLICATES):
        noise = _blocks(random, residuals, block, count + future)
        again = _fitted([fit.at(step) + noise[step] for step in range(count)], seasons)
        drawn.append((again.slope, _projected(definition, again, target_step, noise)))
    return drawn


def _blocks(random: Random, residuals: Sequence[float], block: int, length: int) -> list[float]:
    """Residuals drawn in moving blocks, which keeps the likeness of neighboring periods."""
    noise: list[float] = []
    starts = range(0, len(residuals) - block + 1)
    while len(noise) < length:
        start = random.choice(starts)
        noise.extend(residuals[start : start + block])
    return noise[:length]


def _projected(definition: Definition, fit: _Fit, step: int, noise: Sequence[float] = ()) -> float:
    """The value for a step; for a seasonal indicator the year ending with it, by the rule over time."""
    year = range(max(step - len(fit.levels) + 1, 0), step + 1)
    parts = [fit.at(each) + (noise[each] if noise else 0.0) for each in year]
    return sum(parts) if definition.over_time is Aggregation.SUM else sum(parts) / len(parts)


def _of_year(definition: Definition, slope: float) -> float:
    """
    Slope per year from the slope per period.

    A yearly sum of twelve months rises by the monthly slope in each of them, twelve times a year.
    """
    per_year = definition.frequency.per_year
    summed = definition.seasonal and definition.over_time is Aggregation.SUM
    return slope * per_year * (per_year if summed else 1)


def _reaching(definition: Definition, ends: Sequence[float], target: Target) -> Decimal | None:
    verdicts: list[Progress] = [progress_toward(definition, None, _decimal(end), target) for end in ends]
    if any(verdict.met is None for verdict in verdicts):
        return None
    return round(Decimal(sum(bool(verdict.met) for verdict in verdicts)) / len(verdicts), 3)


def _interval(ordered: Sequence[float]) -> tuple[float, float]:
    tail = float((1 - CONFIDENCE) / 2)
    last = len(ordered) - 1
    return ordered[round(tail * last)], ordered[round((1 - tail) * last)]


def _decimal(value: float) -> Decimal:
    return Decimal(f"{value:.{DIGITS}g}")
