"""What each indicator shows, as known on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property

from django.db.models import Q, QuerySet

from hled.dialogue.chronicle.domain.memory import Memory
from hled.dialogue.chronicle.queries import known_rows, store_revision
from hled.dialogue.results import models
from hled.dialogue.results.domain.indicators import (
    INDICATORS,
    Baseline,
    Definition,
    Point,
    Progress,
    ReportingState,
    Target,
    Trend,
    baseline_of,
    by_place,
    headline,
    progress_toward,
    reporting_state,
    trend_toward,
)
from hled.dialogue.results.domain.indicators.aggregation import as_observed, by_breakdown
from hled.dialogue.results.domain.indicators.reporting import expected_period_ends
from hled.kernel.rule import Finding
from hled.sources.observed import Observed

_views: Memory["IndicatorView"] = Memory(120)


@dataclass(frozen=True)
class TargetSet:
    """A target of a user, or of both Parties by the act `act`, with who set it and when."""

    target: Target
    set_by: str
    set_at: datetime
    note: str
    act: str = ""


@dataclass(frozen=True)
class PlaceView:
    """One place of an indicator: its latest value and its baseline."""

    place: str
    points: tuple[Point, ...]
    latest: Point | None
    baseline: Baseline | None


@dataclass(frozen=True)
class IndicatorView:
    """
    An indicator as known on a day.

    Parameters
    ----------
    points
        The series that stands for the indicator; empty where places may not be combined.
    latest
        Last point that has a value.
    change
        ``latest - baseline`` in the stored unit; None where either is missing.
    target
        None where no target was set, which is a finding and not a zero.
    state
        Where the next expected period stands: not due, due, missing, reported.
    expected
        Last day of that period; None for an indicator observed once.
    """

    definition: Definition
    as_of: date
    vintage: str
    digest: str
    points: tuple[Point, ...]
    series: int | None
    latest: Point | None
    baseline: Baseline | None
    change: Decimal | None
    target: TargetSet | None
    progress: Progress
    state: ReportingState | None
    expected: date | None
    plain_findings: tuple[Finding, ...]

    @cached_property
    def _in_full(self) -> tuple[tuple[Point, ...], Mapping[str, tuple[Point, ...]]]:
        """Read again for the page that shows it: a list of indicators needs neither, and they take as long as the rest."""
        figures = observations(self.series, self.as_of) if self.series else []
        parts = {code: each for code, each in by_breakdown(self.definition, figures).items() if each}
        return tuple(as_observed(self.definition, figures)), parts

    @property
    def as_published(self) -> tuple[Point, ...]:
        """The points, one for each published period, without trailing years."""
        return self._in_full[0]

    @property
    def breakdowns(self) -> Mapping[str, tuple[Point, ...]]:
        return self._in_full[1]

    @cached_property
    def trend(self) -> Trend:
        """Its interval takes a thousand resamplings, and is made for the page that shows it."""
        return trend_toward(self.definition, self.as_published, self.target.target if self.target else None)

    @cached_property
    def places(self) -> Mapping[str, PlaceView]:
        """Each place by its code; read again for the page that shows it, since there may be very many figures."""
        return _places(self.definition, observations(self.series, self.as_of)) if self.series else {}

    @property
    def findings(self) -> tuple[Finding, ...]:
        return (*self.plain_findings, *self.trend.findings)

    @property
    def code(self) -> str:
        return self.definition.code

    @property
    def moved(self) -> str:
        """``better``, ``worse``, ``same`` or ``unknown`` since the baseline, by the declared direction."""
        if self.change is None or self.definition.direction.value in {"none", "band"}:
            return "unknown"
        if self.change == 0:
            return "same"
        return "better" if (self.change > 0) == (self.definition.direction.value == "up") else "worse"


def indicator_views(as_of: date, *, recorded_by: datetime | None = None) -> list[IndicatorView]:
    """All indicators in order of the pillars."""
    return [indicator_view(code, as_of, recorded_by=recorded_by) for code in INDICATORS]


def indicator_view(code: str, as_of: date, *, recorded_by: datetime | None = None) -> IndicatorView:
    """
    One indicator; computed once for a state of the store.

    Raises
    ------
    KeyError
        When no indicator has the code.
    """
    definition = INDICATORS[code]
    key = (store_revision(), code, as_of, recorded_by)
    return _views.recall(key, lambda: _compute(definition, as_of, recorded_by))


def observations(series: int, as_of: date) -> list[Observed]:
    """Figures of a series that were public on a day, by period."""
    rows = models.Observation.objects.filter(series_id=series, public_on__lte=as_of).order_by("period_end")
    return [
        Observed(*row)
        for row in rows.values_list(
            "period_start", "period_end", "place", "breakdown", "value", "numerator", "denominator"
        ).iterator(chunk_size=5000)
    ]


def _compute(definition: Definition, as_of: date, recorded_by: datetime | None) -> IndicatorView:
    series = (
        models.Series.objects.filter(known_rows(recorded_by), indicator=definition.code)
        .values_list("id", "vintage", "digest")
        .first()
    )
    figures = observations(series[0], as_of) if series else []
    points = headline(definition, figures)
    latest = _latest(points)
    baseline = baseline_of(points)
    target = target_of(definition.code, "", recorded_by, as_of)
    progress = progress_toward(
        definition,
        baseline.value if baseline else None,
        latest.value if latest else None,
        target.target if target else None,
        baseline.point.period_end if baseline else None,
    )
    expected = _next_expected(definition, latest, as_of)
    state = reporting_state(definition, expected, None, as_of) if expected else None
    return IndicatorView(
        definition=definition,
        as_of=as_of,
        vintage=series[1] if series else "",
        digest=series[2] if series else "",
        points=points,
        series=series[0] if series else None,
        latest=latest,
        baseline=baseline,
        change=_change(latest, baseline),
        target=target,
        progress=progress,
        state=state,
        expected=expected,
        plain_findings=(
            *(baseline.findings if baseline else ()),
            *(latest.aggregate.findings(definition.code) if latest else ()),
            *progress.findings,
        ),
    )


def target_of(
    code: str, place: str, recorded_by: datetime | None = None, as_of: date | None = None
) -> TargetSet | None:
    """
    The target that was set last, as known at a moment; None where no target was set.

    A target that both Parties agreed is in a view of a day only from its day of effect.
    """
    row = _known_targets(code, recorded_by, as_of).filter(place=place).last()
    return _target_set(row) if row else None


def targets_of_places(
    code: str, recorded_by: datetime | None = None, as_of: date | None = None
) -> dict[str, TargetSet]:
    """Place -> the target that was set for it last, as known at a moment; places without one are left out."""
    rows = _known_targets(code, recorded_by, as_of).exclude(place="")
    return {row.place: _target_set(row) for row in rows}


def _known_targets(code: str, recorded_by: datetime | None, as_of: date | None) -> QuerySet[models.Target]:
    """Targets of an indicator, the one set last at the end."""
    known = Q() if recorded_by is None else Q(set_at__lte=recorded_by)
    if as_of is not None:
        known &= Q(effective__isnull=True) | Q(effective__lte=as_of)
    return models.Target.objects.filter(known, indicator=code).order_by("set_at", "id")


def _target_set(row: models.Target) -> TargetSet:
    return TargetSet(Target(row.value, row.due_on), row.set_by, row.set_at, row.note, row.act)


def _places(definition: Definition, figures: list[Observed]) -> dict[str, PlaceView]:
    return {
        place: PlaceView(place, points, _latest(points), baseline_of(points, place))
        for place, points in by_place(definition, figures).items()
    }


def _latest(points: tuple[Point, ...]) -> Point | None:
    return next((point for point in reversed(points) if point.value is not None), None)


def _change(latest: Point | None, baseline: Baseline | None) -> Decimal | None:
    if latest is None or latest.value is None or baseline is None:
        return None
    return latest.value - baseline.value


def _next_expected(definition: Definition, latest: Point | None, as_of: date) -> date | None:
    """The first period after the latest that the provider's calendar foresees; None when it has not begun to end."""
    if latest is None:
        return None
    later = (end for end in expected_period_ends(definition, as_of) if end > latest.period_end)
    return next(later, None)
