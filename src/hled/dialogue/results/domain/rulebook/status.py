"""The conditions of the status rules: each looks at one commitment and rules, or passes it on."""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from hled.dialogue.results.domain.assessment import Assessment, Status, Weight
from hled.dialogue.results.domain.dates import (
    counted,
    months_after,
    months_in_words,
    on_day,
    the_day,
    whole_months,
)
from hled.dialogue.results.domain.facts import (
    CommitmentFacts,
    MilestoneFacts,
    QuantityFacts,
    StatementFacts,
)
from hled.dialogue.results.domain.signs import Level, Sign, whom
from hled.kernel.bilingual import Bilingual

PERIOD_MONTHS = MappingProxyType({"monthly": 1, "quarterly": 3, "twice_yearly": 6, "yearly": 12})
"""Months from one round of a recurring duty to the next, by code of recurrence."""

EVENT_UNITS = frozenset({"events", "meetings"})
MONEY_UNITS = frozenset({"USD", "MXN"})
NO_COUNTS = MONEY_UNITS | {"percent", "edition", "per_month", "per_year"}
"""Units in which reaching the figure is not a matter of counting things."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """
    Parameters
    ----------
    silence_months
        A commitment without any report is announced for so long after its statement, and silent from then on.
    quiet_months
        After so long without a new report an alert is given, whatever the status.
    grace_days
        Days after a due date, or after the date of a round, before it counts as missed.
    round_grace_days
        The same for the rounds of a recurring duty, whose day nobody fixed.
    """

    silence_months: int = 12
    quiet_months: int = 12
    grace_days: int = 0
    round_grace_days: int = 30


@dataclass(frozen=True, slots=True)
class Case:
    """One commitment with everything about it that was public on the day."""

    commitment: CommitmentFacts
    as_of: date
    thresholds: Thresholds
    signs: tuple[Sign, ...]
    milestones: tuple[MilestoneFacts, ...] = ()
    children: tuple[Assessment, ...] = ()

    def at_least(self, level: Level) -> tuple[Sign, ...]:
        return tuple([sign for sign in self.signs if sign.level >= level]) if self.signs else ()

    def exactly(self, level: Level) -> tuple[Sign, ...]:
        return tuple([sign for sign in self.signs if sign.level == level]) if self.signs else ()

    def came_after_the_promise(self, sign: Sign) -> bool:
        stated_on = self.commitment.stated_on
        return sign.on is None or stated_on is None or sign.on >= stated_on

    def never_before_the_promise(self, day: date | None) -> date | None:
        stated_on = self.commitment.stated_on
        return max(day, stated_on) if day and stated_on else day


@dataclass(frozen=True, slots=True)
class Ruling:
    """
    What a rule found: from when, on which reports or children, and what its sentence says.

    `agreed` is the paper of an act of both Parties, where the rule rests on one.
    """

    since: date | None
    signs: tuple[Sign, ...] = ()
    children: tuple[Assessment, ...] = ()
    milestones: tuple[MilestoneFacts, ...] = ()
    agreed: StatementFacts | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    remarks: tuple[Bilingual, ...] = ()


@dataclass(frozen=True, slots=True)
class StatusRule:
    """
    Parameters
    ----------
    says
        The rule, for the list of rules.
    finds
        The same for one commitment, with named places that the ruling fills.
    """

    code: str
    status: Status
    says: Bilingual
    finds: Bilingual
    when: Callable[[Case], Ruling | None] = field(repr=False)


def withdrawn(case: Case) -> Ruling | None:
    day = case.commitment.withdrawn_on
    return Ruling(day, values={"on": on_day(day)}) if day else None


def superseded(case: Case) -> Ruling | None:
    day = case.commitment.superseded_on
    return Ruling(day, values={"on": on_day(day), "by": case.commitment.superseded_by}) if day else None


def merged(case: Case) -> Ruling | None:
    return superseded(case) if case.commitment.merged else None


def completed_by_act(case: Case) -> Ruling | None:
    """Both Parties declare it completed; milestones that nobody reported reached are named beside it."""
    commitment = case.commitment
    if commitment.completed_on is None:
        return None
    open_ones = sum(each.reached_on is None for each in case.milestones)
    return Ruling(
        commitment.completed_on,
        agreed=commitment.completed_in,
        values={"on": on_day(commitment.completed_on)},
        remarks=(_OPEN_MILESTONES.format(milestones=counted(open_ones, *_MILESTONES)),) if open_ones else (),
    )


def round_overdue(case: Case) -> Ruling | None:
    rounds, next_due = _rounds(case)
    if next_due is None or case.as_of <= _with_grace(next_due, case):
        return None
    return Ruling(
        _with_grace(next_due, case) + timedelta(days=1), rounds, values=_round_values(rounds, next_due)
    )


def round_kept(case: Case) -> Ruling | None:
    rounds, next_due = _rounds(case)
    if next_due is None:
        return None
    since = case.never_before_the_promise(rounds[0].on)
    return Ruling(since, rounds, values=_round_values(rounds, next_due))


def reported_whole(case: Case) -> Ruling | None:
    return _reported(case, case.exactly(Level.WHOLE))


def figures_reached(case: Case) -> Ruling | None:
    """Every promised count that a report of a part names under the same words and unit is reached."""
    if not case.commitment.quantities or case.commitment.action_type == "fund_or_invest":
        return None
    promised = {(q.what, q.unit): q.value for q in case.commitment.quantities if q.unit not in NO_COUNTS}
    best: dict[tuple[str, str], QuantityFacts] = {}
    reaching: list[Sign] = []
    for sign in case.at_least(Level.PART):
        named = [q for q in sign.report.quantities if (q.what, q.unit) in promised]
        for each in named:
            key = (each.what, each.unit)
            best[key] = max(each, best.get(key, each), key=lambda q: q.value)
        if named:
            reaching.append(sign)
        if best and all(each.value >= promised[key] for key, each in best.items()):
            figures = _figures(best[key] for key in sorted(best))
            return _reported(case, tuple(reaching), by_last=True, figures=figures)
    return None


def events_held(case: Case) -> Ruling | None:
    """As many events are reported on different days as were promised."""
    if case.commitment.action_type != "hold_event" or case.commitment.recurrence:
        return None
    promised = max((q.value for q in case.commitment.quantities if q.unit in EVENT_UNITS), default=None)
    days: dict[date, Sign] = {}
    for sign in case.at_least(Level.PART):
        if sign.happened_on is not None:
            days.setdefault(sign.happened_on, sign)
    if promised is None or len(days) < promised:
        return None
    held = tuple(sorted(days.values(), key=lambda sign: sign.order))[: math.ceil(promised)]
    return _reported(case, held, by_last=True, count=len(days), promised=promised)


def event_held(case: Case) -> Ruling | None:
    """No number of events was promised, one is reported held, and no date is still to come."""
    commitment = case.commitment
    parts = case.at_least(Level.PART)
    if commitment.action_type != "hold_event" or commitment.recurrence or not parts:
        return None
    if any(q.unit in EVENT_UNITS for q in commitment.quantities):
        return None
    if commitment.due and case.as_of <= commitment.due:
        return None
    ruling = _reported(case, parts, by_last=commitment.due is not None)
    if ruling and ruling.since and commitment.due:
        return replace(ruling, since=max(ruling.since, commitment.due + timedelta(days=1)))
    return ruling


def body_at_work(case: Case) -> Ruling | None:
    if case.commitment.action_type != "create_body":
        return None
    return _reported(case, case.at_least(Level.PART))


def milestones_reached(case: Case) -> Ruling | None:
    if not case.milestones or any(each.reached_on is None for each in case.milestones):
        return None
    days = [each.reached_published_on for each in case.milestones if each.reached_published_on]
    since = case.never_before_the_promise(max(days, default=None))
    return Ruling(
        since,
        milestones=case.milestones,
        values={"count": len(case.milestones), "on": on_day(since)},
    )


def overdue(case: Case) -> Ruling | None:
    missed = _missed_date(case)
    if missed is None:
        return None
    signs = case.at_least(Level.TOUCHED)
    state = _STATES[max((sign.level for sign in signs), default=Level.NOTHING)]
    return Ruling(missed + timedelta(days=1), signs, values={"due": the_day(missed), "state": state})


def funding_started(case: Case) -> Ruling | None:
    """Of promised money, a launch or a signature is the start."""
    if case.commitment.action_type != "fund_or_invest":
        return None
    return _reported(case, case.exactly(Level.PART))


def reported_part(case: Case) -> Ruling | None:
    reached = tuple([each for each in case.milestones if each.reached_on])
    ruling = _reported(case, case.exactly(Level.PART))
    if ruling or not reached:
        return ruling
    since = min((each.reached_published_on for each in reached if each.reached_published_on), default=None)
    since = case.never_before_the_promise(since)
    return Ruling(since, milestones=reached, values={"whom": _BY_MILESTONE, "on": on_day(since)})


def only_announced(case: Case) -> Ruling | None:
    """Nothing but the official document that first stated it reports on it, and that document reports no deed held."""
    work = case.exactly(Level.WORK)
    announcing = {
        each.document
        for each in case.commitment.stated_in
        if each.official and each.published_on == case.commitment.stated_on
    }
    if not work or not all(
        sign.report.kind == "output"
        and sign.report.document in announcing
        and sign.on == case.commitment.stated_on
        for sign in work
    ):
        return None
    return Ruling(case.commitment.stated_on, work, values={"on": _stated(case)})


def reported_work(case: Case) -> Ruling | None:
    work = case.exactly(Level.WORK)
    if not work:
        return None
    since = case.never_before_the_promise(work[0].on)
    return Ruling(since, work, values=_told(work, work[-1]), remarks=_remarks(work))


def children_at_work(case: Case) -> Ruling | None:
    """Never more than under way: nobody has said that the parts named are the whole."""
    working = tuple([each for each in case.children if each.shows_work])
    if not working:
        return None
    reported = (each.published_on for child in working for each in child.evidence if each.weight in _REPORTS)
    first = min((day for day in reported if day), default=None)
    done = sum(each.status is Status.DONE for each in case.children)
    return Ruling(
        case.never_before_the_promise(first),
        children=working,
        values={
            "working": len(working),
            "children": counted(len(case.children), *_COMMITMENTS_UNDER_IT),
            "done": done,
        },
    )


def touched(case: Case) -> Ruling | None:
    return _reported(case, case.exactly(Level.TOUCHED))


def repeated(case: Case) -> Ruling | None:
    return _reported(case, case.exactly(Level.RESTATED))


def unknown(case: Case) -> Ruling | None:
    return Ruling(None) if case.commitment.stated_on is None else None


def standing_pledge(case: Case) -> Ruling | None:
    """A target or a sum says how much, and no date by which a report was owed has passed."""
    commitment = case.commitment
    sum_pledged = commitment.action_type == "fund_or_invest" and any(
        q.unit in MONEY_UNITS for q in commitment.quantities
    )
    if not sum_pledged and commitment.action_type != "set_target":
        return None
    return Ruling(commitment.stated_on, values={"on": _stated(case)})


def newly_announced(case: Case) -> Ruling | None:
    end = _silent_from(case)
    if end is None or case.as_of >= end:
        return None
    return Ruling(case.commitment.stated_on, values={"on": _stated(case)})


def nothing_since(case: Case) -> Ruling | None:
    stated_on = case.commitment.stated_on
    since = _silent_from(case)
    if stated_on is None or since is None:
        return None
    months = months_in_words(whole_months(stated_on, case.as_of))
    return Ruling(since, values={"on": the_day(stated_on), "months": months})


_STATES = {
    Level.NOTHING: Bilingual("nothing has been reported", "no se ha reportado nada"),
    Level.TOUCHED: Bilingual(
        "only something that bears on it has been reported", "solo se ha reportado algo relacionado con él"
    ),
    Level.WORK: Bilingual(
        "work has been reported, but no delivery", "se han reportado trabajos, pero no su cumplimiento"
    ),
    Level.PART: Bilingual(
        "only a part has been reported delivered", "solo se ha reportado cumplida una parte"
    ),
}

_REPORTS = frozenset({Weight.DECIDES, Weight.SUPPORTS})

_BY_MILESTONE = Bilingual("way of a milestone", "medio de un hito")

_COMMITMENTS_UNDER_IT = (
    Bilingual("commitment under it", "compromiso que lo desarrolla"),
    Bilingual("commitments under it", "compromisos que lo desarrollan"),
)

_MILESTONES = (Bilingual("milestone", "hito"), Bilingual("milestones", "hitos"))
_OPEN_MILESTONES = Bilingual(
    "Not reported reached: {milestones}.", "Sin informe de haberse alcanzado: {milestones}."
)

_ROUNDS = (Bilingual("round", "ronda"), Bilingual("rounds", "rondas"))

_LATE = Bilingual(
    "A report shows delivery after the date promised.",
    "Un informe muestra que se cumplió después de la fecha prometida.",
)


def _reported(
    case: Case, signs: tuple[Sign, ...], *, by_last: bool = False, **values: object
) -> Ruling | None:
    """A ruling on reports, dated by the first of them, or by the last where only all together suffice."""
    if not signs:
        return None
    deciding = signs[-1] if by_last else signs[0]
    return Ruling(
        case.never_before_the_promise(deciding.on),
        signs,
        values=_told(signs, deciding) | values,
        remarks=_remarks(signs),
    )


def _told(signs: tuple[Sign, ...], deciding: Sign) -> dict[str, object]:
    """Who reported on the day of the deciding report, and not whoever reported on another."""
    same_day = [sign for sign in signs if sign.on == deciding.on]
    return {"whom": whom(same_day), "on": on_day(deciding.on, deciding.report.precision)}


def _remarks(signs: tuple[Sign, ...]) -> tuple[Bilingual, ...]:
    return (_LATE,) if any(sign.report.late for sign in signs) else ()


def _figures(quantities: Iterable[QuantityFacts]) -> Bilingual:
    named = tuple(quantities)
    return Bilingual(
        ", ".join(f"{each.what}: {each.value:,}" for each in named),
        ", ".join(f"{each.what_es or each.what}: {each.value:,}" for each in named),
    )


def _stated(case: Case) -> Bilingual:
    return on_day(case.commitment.stated_on, case.commitment.stated_precision)


def period_months(recurrence: str, commitment: str) -> int:
    try:
        return PERIOD_MONTHS[recurrence]
    except KeyError:
        raise ValueError(f"recurrence={recurrence!r} of {commitment} is not a code of the rulebook") from None


def _rounds(case: Case) -> tuple[tuple[Sign, ...], date | None]:
    """Dated rounds of a recurring duty, by day held, and when the next one is due."""
    if not case.commitment.recurrence:
        return (), None
    months = period_months(case.commitment.recurrence, case.commitment.id)
    rounds = tuple(
        sorted(
            (sign for sign in case.at_least(Level.PART) if sign.happened_on),
            key=lambda sign: (sign.happened_on or date.max, sign.report.id),
        )
    )
    if not rounds:
        return (), None
    last = rounds[-1].happened_on or date.max
    return rounds, months_after(last, months)


def _round_values(rounds: tuple[Sign, ...], next_due: date) -> dict[str, object]:
    last = rounds[-1].happened_on
    return {
        "rounds": counted(len({sign.happened_on for sign in rounds}), *_ROUNDS),
        "last": on_day(last, rounds[-1].report.precision),
        "next": the_day(next_due),
    }


def _with_grace(next_due: date, case: Case) -> date:
    return next_due + timedelta(days=case.thresholds.round_grace_days)


def _missed_date(case: Case) -> date | None:
    """The earliest promised day that has passed without its delivery."""
    due = case.commitment.due
    if due and case.commitment.due_is_start and case.at_least(Level.WORK):
        due = None
    days = [due] if due else []
    days += [each.due for each in case.milestones if each.reached_on is None]
    if not days:
        return None
    grace = timedelta(days=case.thresholds.grace_days)
    return min((day for day in days if day + grace < case.as_of), default=None)


def _silent_from(case: Case) -> date | None:
    """Months of patience after the statement; for a recurring duty no longer than its first round takes."""
    stated_on = case.commitment.stated_on
    if stated_on is None:
        return None
    end = months_after(stated_on, case.thresholds.silence_months)
    if not case.commitment.recurrence:
        return end
    first = months_after(stated_on, period_months(case.commitment.recurrence, case.commitment.id))
    return min(end, _with_grace(first, case) + timedelta(days=1))
