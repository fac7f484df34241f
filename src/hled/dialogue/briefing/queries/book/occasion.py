"""For which meeting a briefing book is made, and as known on which day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches

from hled.dialogue.briefing.domain.rules import BB_01, BB_02, BB_03
from hled.dialogue.meetings.domain.cadence import Cadence
from hled.dialogue.meetings.domain.planning import State
from hled.dialogue.meetings.queries.agenda import meetings_known, outlook
from hled.dialogue.meetings.queries.planned import PlannedView, Reader, planned_views
from hled.dialogue.results.queries.standing import standing
from hled.interfaces.asked import Asked, ask
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, NotFoundError

NEXT = "next"
_PUBLICATION = "publication"
_DUE = "due-"


@dataclass(frozen=True)
class Occasion:
    """
    A meeting to prepare for.

    Parameters
    ----------
    id
        Identifier of a meeting of the record or of a planned one, or ``due-<series>-<day>`` of the next one of a series.
    on
        None where the meeting is due and no day is set.
    cadence
        Where its series stands; None before it was promised, and where no interval is set.
    asked
        The day before a meeting that took place, unless another was asked for; the present for one to come.
    asked_for
        Whether a day was asked for.
    """

    id: str
    level: str
    title: Bilingual
    on: date | None
    place: Bilingual | None
    planned: PlannedView | None
    cadence: Cadence | None
    asked: Asked
    asked_for: bool


def occasion(
    meeting: str, as_of: str | None = None, recorded_by: str | None = None, *, reader: Reader = None
) -> Occasion:
    """
    Parameters
    ----------
    reader
        The Party for whose eyes the book is; the public finds no meeting that was not announced.

    Raises
    ------
    BrokenRuleError
        AS-01, AS-02 for the days; BB-02 when no meeting is to come; BB-03 for a publication.
    NotFoundError
        BB-01, when there is no such meeting for this reader, with identifiers near to it.
    """
    asked = ask(as_of, recorded_by)
    planned = {each.code: each for each in planned_views(reader)}
    if meeting == NEXT or meeting.startswith((f"{NEXT}-", _DUE)):
        return _next(meeting, asked, planned.values())
    if meeting in planned:
        return _planned(planned[meeting], _before(planned[meeting].day, as_of, recorded_by), bool(as_of))
    every = meetings_known(date.max, recorded_by=asked.recorded_by)
    if meeting not in every:
        raise _unknown(meeting, [*every, *planned])
    record = every[meeting]
    if record["level"] == _PUBLICATION:
        raise BrokenRuleError([Finding(BB_03, "meeting", meeting)])
    held_on = date.fromisoformat(record["date"])
    asked = _before(held_on, as_of, recorded_by)
    return Occasion(
        id=meeting,
        level=record["level"],
        title=Bilingual(record["title_en"], record["title_es"]),
        on=held_on,
        place=Bilingual(record["place_en"], record["place_es"]) if record["place_en"] else None,
        planned=None,
        cadence=_cadences(asked).get(record["level"]),
        asked=asked,
        asked_for=bool(as_of),
    )


def _before(held_on: date, as_of: str | None, recorded_by: str | None) -> Asked:
    """The day that was asked for, else the day before a meeting, else the present for one to come."""
    present = ask(as_of, recorded_by)
    if as_of or held_on > present.today:
        return present
    return ask((held_on - timedelta(days=1)).isoformat(), recorded_by)


def _cadences(asked: Asked) -> dict[str, Cadence]:
    where = standing(asked.as_of, undated=asked.undated, recorded_by=asked.recorded_by)
    known = meetings_known(asked.as_of, recorded_by=asked.recorded_by)
    return {each.series.code: each for each in outlook(where, known).cadences}


def _planned(view: PlannedView, asked: Asked, asked_for: bool) -> Occasion:
    return Occasion(
        id=view.code,
        level=view.row.series.kind,
        title=view.title,
        on=view.day,
        place=view.place,
        planned=view,
        cadence=_cadences(asked).get(view.row.series_id),
        asked=asked,
        asked_for=asked_for,
    )


def _next(meeting: str, asked: Asked, planned: Iterable[PlannedView]) -> Occasion:
    """
    The planned meeting that comes first, else the one due first; of all series or of the series named.

    A plan tells only of the present: asked as of a past day, the rhythm alone says what is next.
    """
    ahead = [] if asked.dated or asked.recorded_by else _ahead(planned, asked.today)
    due = sorted(
        ((each.next_due, each) for each in _cadences(asked).values() if each.next_due),
        key=lambda pair: (pair[0], pair[1].series.code),
    )
    if not due and not ahead:
        raise BrokenRuleError([Finding(BB_02, "as_of", asked.as_of.isoformat())])
    named = {_due_id(each, day): _of_due(each, day, asked) for day, each in due}
    named |= {f"{NEXT}-{each.series.code}": _of_due(each, day, asked) for day, each in due}
    named |= {NEXT: _of_due(due[0][1], due[0][0], asked)} if due else {}
    for view in reversed(ahead):
        found = _planned(view, asked, asked.dated)
        named |= {f"{NEXT}-{view.row.series_id}": found, NEXT: found}
    if meeting not in named:
        raise _unknown(meeting, named)
    return named[meeting]


def _ahead(planned: Iterable[PlannedView], today: date) -> list[PlannedView]:
    """Planned meetings still to come, the first one first."""
    found = [each for each in planned if each.state is State.PLANNED and each.day >= today]
    return sorted(found, key=lambda each: (each.begins, each.code))


def _of_due(cadence: Cadence, due: date, asked: Asked) -> Occasion:
    series = cadence.series
    return Occasion(
        id=_due_id(cadence, due),
        level="working_group" if series.is_group else series.level,
        title=_OF_A_GROUP.format(label=series.label) if series.is_group else _TITLES[series.level],
        on=None,
        place=None,
        planned=None,
        cadence=cadence,
        asked=asked,
        asked_for=asked.dated,
    )


def _due_id(cadence: Cadence, due: date) -> str:
    return f"{_DUE}{cadence.series.code}-{due.isoformat()}"


_TITLES = {
    "cabinet": Bilingual("Next cabinet meeting", "Próxima reunión de gabinete"),
    "sub_cabinet": Bilingual("Next sub-cabinet meeting", "Próxima reunión de subsecretarías"),
}
_OF_A_GROUP = Bilingual("Next meeting: {label}", "Próxima reunión: {label}")


def _unknown(meeting: str, known: Iterable[str]) -> NotFoundError:
    near = get_close_matches(meeting[:80], list(known), n=4, cutoff=0.5) or [NEXT]
    shown, names = meeting[:60], ", ".join(near)
    found = Bilingual(f"“{shown}”; near: {names}", f"«{shown}»; parecidos: {names}")
    return NotFoundError([Finding(BB_01, "meeting", found)])
