"""
Indicators: what each means, and how its figures combine, begin, move and are missed.

`INDICATORS` holds every definition by code. `headline` makes the one series that stands for an indicator, `baseline_of` its
value at the relaunch, `progress_toward` and `trend_toward` speak of a target, `reporting_state` of what is due.
"""

from hled.dialogue.results.domain.indicators.aggregation import (
    Aggregate,
    Point,
    as_observed,
    by_breakdown,
    by_place,
    calendar_years,
    cumulative_findings,
    headline,
    over_parts,
    trailing_year,
)
from hled.dialogue.results.domain.indicators.baseline import Baseline, baseline_of
from hled.dialogue.results.domain.indicators.definition import (
    RELAUNCH,
    Accumulation,
    Aggregation,
    Breakdown,
    Definition,
    Direction,
    Frequency,
    PlaceKind,
)
from hled.dialogue.results.domain.indicators.pillar_four import PILLAR_FOUR
from hled.dialogue.results.domain.indicators.pillar_one import PILLAR_ONE
from hled.dialogue.results.domain.indicators.pillar_three import PILLAR_THREE
from hled.dialogue.results.domain.indicators.pillar_two import PILLAR_TWO
from hled.dialogue.results.domain.indicators.progress import Progress, Target, progress_toward
from hled.dialogue.results.domain.indicators.reporting import (
    ReportingState,
    expected_period_ends,
    public_on,
    reporting_state,
)
from hled.dialogue.results.domain.indicators.sentence import finding_sentence, when_of
from hled.dialogue.results.domain.indicators.trend import METHOD, Trend, trend_toward
from hled.dialogue.results.domain.indicators.wording import LATER_VINTAGE, NO_TARGET

INDICATORS: dict[str, Definition] = {
    definition.code: definition for definition in (*PILLAR_ONE, *PILLAR_TWO, *PILLAR_THREE, *PILLAR_FOUR)
}
"""Every indicator by its code, in order of the pillars."""

__all__ = [
    "INDICATORS",
    "LATER_VINTAGE",
    "METHOD",
    "NO_TARGET",
    "RELAUNCH",
    "Accumulation",
    "Aggregate",
    "Aggregation",
    "Baseline",
    "Breakdown",
    "Definition",
    "Direction",
    "Frequency",
    "PlaceKind",
    "Point",
    "Progress",
    "ReportingState",
    "Target",
    "Trend",
    "as_observed",
    "baseline_of",
    "by_breakdown",
    "by_place",
    "calendar_years",
    "cumulative_findings",
    "expected_period_ends",
    "finding_sentence",
    "headline",
    "over_parts",
    "progress_toward",
    "public_on",
    "reporting_state",
    "trailing_year",
    "trend_toward",
    "when_of",
]
