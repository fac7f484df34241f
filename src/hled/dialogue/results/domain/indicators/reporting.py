"""What is due, what is missing, and what was public on a day."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from hled.dialogue.results.domain.indicators.definition import RELAUNCH, Definition, Frequency
from hled.kernel.bilingual import Bilingual
from hled.sources.observed import Observed

GRACE = timedelta(days=30)
"""How long after its day of publication a figure is due before it is missing."""


class ReportingState(StrEnum):
    """Where a period stands: silence, delay and zero are different things."""

    NOT_DUE = "not_due"
    DUE = "due"
    MISSING = "missing"
    REPORTED_ZERO = "reported_zero"
    REPORTED = "reported"

    @property
    def says(self) -> Bilingual:
        return _SAYS[self]


_SAYS = {
    ReportingState.NOT_DUE: Bilingual("Not due yet", "Aún no corresponde"),
    ReportingState.DUE: Bilingual("Due, not received", "Corresponde, no recibido"),
    ReportingState.MISSING: Bilingual("Missing", "Faltante"),
    ReportingState.REPORTED_ZERO: Bilingual("Reported as zero", "Reportado como cero"),
    ReportingState.REPORTED: Bilingual("Reported", "Reportado"),
}


def reporting_state(
    definition: Definition, period_end: date, value: Decimal | None, as_of: date
) -> ReportingState:
    """
    Where the figure of a period stands on a day.

    Due from the day the provider publishes by its calendar, missing thirty days later.
    """
    if value is not None:
        return ReportingState.REPORTED if value else ReportingState.REPORTED_ZERO
    due = definition.public_from(period_end)
    if as_of < due:
        return ReportingState.NOT_DUE
    return ReportingState.DUE if as_of <= due + GRACE else ReportingState.MISSING


def public_on(definition: Definition, observations: Iterable[Observed], on: date) -> tuple[Observed, ...]:
    """The observations that count as public on a day: a period has to end and the provider's lag to pass."""
    return tuple(each for each in observations if definition.public_from(each.period_end) <= on)


def expected_period_ends(definition: Definition, until: date, since: date = RELAUNCH) -> Iterator[date]:
    """Last days of the periods that end from `since` to `until`; none for an indicator observed once."""
    if definition.frequency is Frequency.ONCE:
        return
    step = 12 // definition.frequency.per_year
    for index in range(since.year * 12, (until.year + 1) * 12, step):
        year, month = divmod(index + step - 1, 12)
        end = date(year, month + 1, monthrange(year, month + 1)[1])
        if since <= end <= until:
            yield end
