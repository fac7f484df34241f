"""The promised rhythm of meetings, and how far behind it the dialogue is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from hled.dialogue.results.domain.alerts import Alert, AlertRule, Urgency
from hled.dialogue.results.domain.dates import months_after, months_in_words, the_day, whole_months
from hled.dialogue.results.domain.facts import MeetingFacts
from hled.kernel.bilingual import Bilingual

CROSS_CUTTING = "X"


@dataclass(frozen=True, slots=True)
class Series:
    """
    Meetings that were promised at an interval.

    Parameters
    ----------
    level
        Level of the meetings that count; a publication is none of them.
    period_months
        Months from one meeting to the next.
    since
        Day of the promise; the first meeting is due one period later.
    document
        Document that promises it.
    """

    code: str
    level: str
    label: Bilingual
    period_months: int
    since: date
    document: str


_RELAUNCH = date(2021, 9, 9)

CABINET = Series(
    code="cabinet",
    level="cabinet",
    label=Bilingual("Cabinet meeting", "Reunión de gabinete"),
    period_months=12,
    since=_RELAUNCH,
    document="D-2021-09-09-JS",
)
SUB_CABINET = Series(
    code="sub_cabinet",
    level="sub_cabinet",
    label=Bilingual("Sub-cabinet meeting", "Reunión de subsecretarías"),
    period_months=6,
    since=_RELAUNCH,
    document="D-2021-09-09-JS",
)
SERIES = (CABINET, SUB_CABINET)
"""The founding statement promises to meet annually at the cabinet and semi-annually at the sub-cabinet level."""

AL_20 = AlertRule(
    "AL-20",
    Urgency.HIGH,
    100,
    Bilingual(
        "The next meeting of a promised series is overdue.",
        "La siguiente reunión de una serie prometida está vencida.",
    ),
    Bilingual(
        "{label}: {last} The next was due by {due} and is {months} overdue; {held} held of {expected} due since the promise.",
        "{label}: {last} La siguiente correspondía a más tardar el {due} y tiene {months} de atraso; {held} de {expected} debidas desde el compromiso.",
    ),
    Bilingual("Agree the day of the next meeting.", "Acordar el día de la próxima reunión."),
)


@dataclass(frozen=True, slots=True)
class Cadence:
    """
    Where a series stands on a day.

    Parameters
    ----------
    last
        Latest meeting held since the promise, the one that made it included.
    held, expected
        Meetings held after the day of the promise, and those that had fallen due by the day asked for.
    months_overdue
        Whole months since the next one was due; 0 where it is not, or for less than a month.
    """

    series: Series
    as_of: date
    last: MeetingFacts | None
    next_due: date
    held: int
    expected: int

    @property
    def is_overdue(self) -> bool:
        return self.as_of > self.next_due

    @property
    def months_overdue(self) -> int:
        return whole_months(self.next_due, self.as_of)

    @property
    def sentence(self) -> Bilingual:
        template = _OVERDUE if self.is_overdue else _DUE
        return template.format(
            label=_CLAUSES[self.series.level],
            due=the_day(self.next_due),
            months=months_in_words(self.months_overdue),
        )

    def as_json(self) -> dict[str, Any]:
        sentence = self.sentence
        return {
            "series": self.series.code,
            "last": self.last.id if self.last else None,
            "last_held_on": self.last.held_on.isoformat() if self.last else None,
            "next_due": self.next_due.isoformat(),
            "overdue": self.is_overdue,
            "months_overdue": self.months_overdue,
            "held": self.held,
            "expected": self.expected,
            "document": self.series.document,
            "sentence_en": sentence.en,
            "sentence_es": sentence.es,
        }


_CLAUSES = MappingProxyType(
    {
        "cabinet": Bilingual("the cabinet meeting", "la reunión de gabinete"),
        "sub_cabinet": Bilingual("the sub-cabinet meeting", "la reunión de subsecretarías"),
    }
)
_OVERDUE = Bilingual("{label} is {months} overdue", "{label} tiene {months} de atraso")
_DUE = Bilingual("{label} is due by {due}", "{label} corresponde a más tardar el {due}")
_LAST = Bilingual("last held on {on}.", "la última se celebró el {on}.")
_NEVER = Bilingual("none was held since the promise.", "ninguna se ha celebrado desde el compromiso.")


def cadences(
    meetings: Iterable[MeetingFacts], as_of: date, *, series: Iterable[Series] = SERIES
) -> tuple[Cadence, ...]:
    """Where each series in force on the day stands, seen from the meetings held by then."""
    held = sorted(
        (each for each in meetings if each.held_on <= as_of), key=lambda each: (each.held_on, each.id)
    )
    return tuple(_cadence(each, held, as_of) for each in series if each.since <= as_of)


def _cadence(series: Series, meetings: list[MeetingFacts], as_of: date) -> Cadence:
    counted = [each for each in meetings if each.level == series.level and each.held_on >= series.since]
    last = counted[-1] if counted else None
    return Cadence(
        series=series,
        as_of=as_of,
        last=last,
        next_due=months_after(last.held_on if last else series.since, series.period_months),
        held=sum(each.held_on > series.since for each in counted),
        expected=whole_months(series.since, as_of) // series.period_months,
    )


def cadence_alerts(found: Iterable[Cadence]) -> tuple[Alert, ...]:
    """AL-20 for each series whose next meeting is overdue."""
    return tuple(_alert(each) for each in found if each.is_overdue)


def _alert(cadence: Cadence) -> Alert:
    last = cadence.last
    return Alert(
        rule=AL_20,
        subject=cadence.series.code,
        pillar=CROSS_CUTTING,
        since=cadence.next_due + timedelta(days=1),
        weight=AL_20.weight + min(cadence.months_overdue, 60),
        evidence=(cadence.series.document, *((last.id,) if last else ())),
        values={
            "label": cadence.series.label,
            "last": _LAST.format(on=the_day(last.held_on)) if last else _NEVER,
            "due": the_day(cadence.next_due),
            "months": months_in_words(cadence.months_overdue),
            "held": cadence.held,
            "expected": cadence.expected,
        },
    )
