"""Progress toward a target, in the direction in which the indicator improves."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hled.dialogue.results.domain.indicators.definition import Definition, Direction
from hled.dialogue.results.domain.indicators.rules import ME_06, ME_08, ME_09, ME_11
from hled.kernel.rule import Finding


@dataclass(frozen=True, slots=True)
class Target:
    """
    A value to be reached by a day.

    For a band indicator the band of the definition is the target, and `value` is not used.
    """

    value: Decimal
    due: date


@dataclass(frozen=True, slots=True)
class Progress:
    """
    How much of the way from baseline to target was gone.

    `share` is 0 at the baseline, 1 at the target, below 0 when the indicator moved away, above 1 beyond the target, and
    None when it cannot be said. `met` is None when nothing was observed or no direction is declared.
    """

    share: Decimal | None
    met: bool | None
    findings: tuple[Finding, ...] = ()

    @property
    def bounded(self) -> Decimal | None:
        """The share between 0 and 1, for a bar."""
        return None if self.share is None else min(max(self.share, Decimal(0)), Decimal(1))


def progress_toward(
    definition: Definition,
    baseline: Decimal | None,
    current: Decimal | None,
    target: Target | None,
    baseline_on: date | None = None,
) -> Progress:
    """
    Progress of an indicator, ``(current - baseline) / (target - baseline)``.

    The formula serves indicators that should rise and that should fall. In a band, progress is the share of the distance to
    the band that is gone. Where the baseline already meets the target, progress is 1 while it is met and 0 when not.
    """
    if definition.direction is Direction.NONE:
        return Progress(None, None, (Finding(ME_11, definition.code),))
    if target is None and definition.band is None:
        return Progress(None, None, (Finding(ME_06, definition.code),))
    findings = _findings(definition, baseline, target, baseline_on)
    if current is None:
        return Progress(None, None, findings)
    met = _gap(definition, current, target) <= 0
    if baseline is None:
        return Progress(None, met, findings)
    return Progress(_share(definition, baseline, current, target, met), met, findings)


def _share(
    definition: Definition, baseline: Decimal, current: Decimal, target: Target | None, met: bool
) -> Decimal:
    start = _gap(definition, baseline, target)
    if start <= 0:
        return Decimal(int(met))
    return 1 - _gap(definition, current, target) / start


def _gap(definition: Definition, value: Decimal, target: Target | None) -> Decimal:
    """Distance still to go in the direction of improvement; zero or less when the target is met."""
    if definition.band is not None:
        low, high = definition.band
        return max(low - value, value - high, Decimal(0))
    if target is None:
        raise ValueError("target=None: an indicator without a band needs a target")
    return target.value - value if definition.direction is Direction.UP else value - target.value


def _findings(
    definition: Definition, baseline: Decimal | None, target: Target | None, baseline_on: date | None
) -> tuple[Finding, ...]:
    if target is None:
        return ()
    found = []
    if baseline_on is not None and target.due <= baseline_on:
        found.append(Finding(ME_08, definition.code, f"{target.due} <= {baseline_on}"))
    if definition.band is None and baseline is not None and _gap(definition, baseline, target) <= 0:
        found.append(Finding(ME_09, definition.code, f"{target.value} | {baseline}"))
    return tuple(found)
