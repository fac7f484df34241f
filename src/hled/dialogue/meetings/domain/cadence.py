"""The promised rhythm of meetings, and how far behind it the dialogue is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from hled.dialogue.meetings.domain.series import FOUNDED, SeriesKind
from hled.dialogue.results.domain.alerts import Alert, AlertRule, Urgency
from hled.dialogue.results.domain.dates import months_after, months_in_words, the_day, whole_months
from hled.dialogue.results.domain.facts import MeetingFacts
from hled.interfaces.formats import days
from hled.kernel.bilingual import Bilingual

CROSS_CUTTING = "X"


@dataclass(frozen=True, slots=True)
class Rest:
    """From which day a series rests by agreement of both Parties, and from which it meets again."""

    paused_on: date
    resumed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """
    Meetings that were promised at an interval.

    Parameters
    ----------
    level
        Level of the meetings that count; a publication is none of them. For a working group, its own code.
    period_months
        Months from one meeting to the next.
    since
        Day of the promise; the first meeting is due one period later.
    document
        Document that promises it.
    rests
        When both Parties let it rest.
    """

    code: str
    level: str
    label: Bilingual
    period_months: int
    since: date
    document: str
    rests: tuple[Rest, ...] = ()

    @property
    def is_group(self) -> bool:
        return self.level not in _CLAUSES

    @property
    def clause(self) -> Bilingual:
        return _CLAUSES.get(self.level) or _OF_A_GROUP.format(label=self.label)

    def rests_on(self, day: date) -> date | None:
        """Since when the series rests on a day; None where it does not."""
        for each in self.rests:
            if each.paused_on <= day and (each.resumed_on is None or day < each.resumed_on):
                return each.paused_on
        return None


SERIES = tuple(
    Series(each.id, each.kind, each.title, each.period_months, each.since, each.document)
    for each in FOUNDED
    if each.kind is not SeriesKind.WORKING_GROUP and each.period_months
)
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
    next_due
        None while the series rests: nothing is due then.
    months_overdue
        Whole months since the next one was due; 0 where it is not, or for less than a month.
    """

    series: Series
    as_of: date
    last: MeetingFacts | None
    next_due: date | None
    held: int
    expected: int

    @property
    def rests_since(self) -> date | None:
        return self.series.rests_on(self.as_of)

    @property
    def is_overdue(self) -> bool:
        return self.next_due is not None and self.as_of > self.next_due

    @property
    def months_overdue(self) -> int:
        return whole_months(self.next_due, self.as_of) if self.next_due else 0

    @property
    def overdue_for(self) -> Bilingual:
        """Whole months since it was due, or days where that is less than one."""
        if self.months_overdue or self.next_due is None:
            return months_in_words(self.months_overdue)
        gone = (self.as_of - self.next_due).days
        return Bilingual(days(gone, "en"), days(gone, "es"))

    @property
    def sentence(self) -> Bilingual:
        if self.next_due is None:
            return _RESTS.format(label=self.series.clause, day=the_day(self.rests_since or self.as_of))
        template = _OVERDUE if self.is_overdue else _DUE
        return template.format(
            label=self.series.clause,
            due=the_day(self.next_due),
            months=self.overdue_for,
        )

    def as_json(self) -> dict[str, Any]:
        sentence = self.sentence
        return {
            "series": self.series.code,
            "last": self.last.id if self.last else None,
            "last_held_on": self.last.held_on.isoformat() if self.last else None,
            "next_due": self.next_due.isoformat() if self.next_due else None,
            "rests_since": self.rests_since.isoformat() if self.rests_since else None,
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
_OF_A_GROUP = Bilingual("the meeting of the group “{label}”", "la reunión del grupo «{label}»")
_RESTS = Bilingual(
    "{label} rests by agreement since {day}", "{label} está en pausa por acuerdo desde el {day}"
)
_OVERDUE = Bilingual("{label} is {months} overdue", "{label} tiene {months} de atraso")
_DUE = Bilingual("{label} is due by {due}", "{label} corresponde a más tardar el {due}")
_LAST = Bilingual("last held on {on}.", "la última se celebró el {on}.")
_NEVER = Bilingual("none was held since the promise.", "ninguna se ha celebrado desde el compromiso.")


def cadences(
    meetings: Iterable[MeetingFacts], as_of: date, *, series: Iterable[Series] = SERIES
) -> tuple[Cadence, ...]:
    """
    Where each series in force on the day stands, seen from the meetings held by then.

    A working group counts from its first meeting that is known here: the record lists no meetings of groups, and not to
    know of one is not to be late.
    """
    held = sorted(
        (each for each in meetings if each.held_on <= as_of), key=lambda each: (each.held_on, each.id)
    )
    found = (_cadence(each, held, as_of) for each in series if each.since <= as_of)
    return tuple(each for each in found if each.last or not each.series.is_group)


def _cadence(series: Series, meetings: list[MeetingFacts], as_of: date) -> Cadence:
    counted = [each for each in meetings if each.level == series.level and each.held_on >= series.since]
    last = counted[-1] if counted else None
    begins = counted[0].held_on if series.is_group and counted else series.since
    starts = [last.held_on if last else series.since]
    starts += [each.resumed_on for each in series.rests if each.resumed_on and each.resumed_on <= as_of]
    resting = series.rests_on(as_of) is not None
    return Cadence(
        series=series,
        as_of=as_of,
        last=last,
        next_due=None if resting else months_after(max(starts), series.period_months),
        held=sum(each.held_on > begins for each in counted),
        expected=_fallen_due(series, begins, as_of),
    )


def _fallen_due(series: Series, begins: date, as_of: date) -> int:
    """How many meetings fell due from a day on; the interval starts anew when a series that rested meets again."""
    expected, start = 0, begins
    for each in sorted(series.rests, key=lambda rest: rest.paused_on):
        if each.paused_on > as_of:
            break
        expected += whole_months(start, each.paused_on) // series.period_months
        if each.resumed_on is None or each.resumed_on > as_of:
            return expected
        start = max(start, each.resumed_on)
    return expected + whole_months(start, as_of) // series.period_months


def cadence_alerts(found: Iterable[Cadence]) -> tuple[Alert, ...]:
    """AL-20 for each series whose next meeting is overdue."""
    return tuple(_alert(each, each.next_due) for each in found if each.next_due and each.is_overdue)


def _alert(cadence: Cadence, due: date) -> Alert:
    last = cadence.last
    return Alert(
        rule=AL_20,
        subject=cadence.series.code,
        pillar=CROSS_CUTTING,
        since=due + timedelta(days=1),
        weight=AL_20.weight + min(cadence.months_overdue, 60),
        evidence=tuple(filter(None, (cadence.series.document, last.id if last else ""))),
        values={
            "label": cadence.series.label,
            "last": _LAST.format(on=the_day(last.held_on)) if last else _NEVER,
            "due": the_day(due),
            "months": cadence.overdue_for,
            "held": cadence.held,
            "expected": cadence.expected,
        },
    )
