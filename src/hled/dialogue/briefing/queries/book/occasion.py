"""For which meeting a briefing book is made, and as known on which day."""

from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches

from hled.dialogue.briefing.domain.rules import BB_01, BB_02, BB_03
from hled.dialogue.meetings.domain.cadence import SERIES, Cadence
from hled.dialogue.meetings.queries.agenda import meetings_known, outlook
from hled.dialogue.results.queries.standing import standing
from hled.interfaces.asked import Asked, ask
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, NotFoundError
from hled.sources.record.schema import Record

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
        Identifier of a meeting of the record, or ``due-<series>-<day>`` of the next one of a series.
    record
        None where the meeting is due and not yet held.
    cadence
        Where the series of the same level stands; None before it was promised.
    asked
        The day before a meeting of the record, unless another was asked for; the present for the next one.
    asked_for
        Whether a day was asked for.
    """

    id: str
    level: str
    title: Bilingual
    record: Record | None
    cadence: Cadence | None
    asked: Asked
    asked_for: bool

    @property
    def held_on(self) -> date | None:
        return date.fromisoformat(self.record["date"]) if self.record else None


def occasion(meeting: str, as_of: str | None = None, recorded_by: str | None = None) -> Occasion:
    """
    Raises
    ------
    BrokenRuleError
        AS-01, AS-02 for the day; BB-02 when no series had been promised; BB-03 for a publication.
    NotFoundError
        BB-01, when there is no such meeting, with identifiers near to it.
    """
    asked = ask(as_of, recorded_by)
    if meeting == NEXT or meeting.startswith((f"{NEXT}-", _DUE)):
        return _next(meeting, asked)
    every = meetings_known(date.max, recorded_by=asked.recorded_by)
    if meeting not in every:
        raise _unknown(meeting, every)
    record = every[meeting]
    if record["level"] == _PUBLICATION:
        raise BrokenRuleError([Finding(BB_03, "meeting", meeting)])
    if not as_of:
        day = date.fromisoformat(record["date"]) - timedelta(days=1)
        asked = ask(day.isoformat(), recorded_by)
    series = {each.series.level: each for each in _cadences(asked)}
    title = Bilingual(record["title_en"], record["title_es"])
    return Occasion(meeting, record["level"], title, record, series.get(record["level"]), asked, bool(as_of))


def _cadences(asked: Asked) -> tuple[Cadence, ...]:
    where = standing(asked.as_of, undated=asked.undated, recorded_by=asked.recorded_by)
    return outlook(where, meetings_known(asked.as_of, recorded_by=asked.recorded_by)).cadences


def _next(meeting: str, asked: Asked) -> Occasion:
    """The meeting due first of all series in force, or of the series named."""
    found = sorted(_cadences(asked), key=lambda each: (each.next_due, each.series.code))
    if not found:
        raise BrokenRuleError([Finding(BB_02, "as_of", asked.as_of.isoformat())])
    named = {f"{NEXT}-{each.series.code}": each for each in found}
    named |= {_due_id(each): each for each in found} | {NEXT: found[0]}
    if meeting not in named:
        raise _unknown(meeting, named)
    chosen = named[meeting]
    return Occasion(
        _due_id(chosen), chosen.series.level, _TITLES[chosen.series.code], None, chosen, asked, asked.dated
    )


def _due_id(cadence: Cadence) -> str:
    return f"{_DUE}{cadence.series.code}-{cadence.next_due.isoformat()}"


_TITLES = {
    each.code: Bilingual(f"Next {each.label.en.lower()}", f"Próxima {each.label.es.lower()}")
    for each in SERIES
}


def _unknown(
    meeting: str, known: dict[str, object] | dict[str, Record] | dict[str, Cadence]
) -> NotFoundError:
    near = get_close_matches(meeting[:80], list(known), n=4, cutoff=0.5) or [NEXT]
    shown, names = meeting[:60], ", ".join(near)
    found = Bilingual(f"“{shown}”; near: {names}", f"«{shown}»; parecidos: {names}")
    return NotFoundError([Finding(BB_01, "meeting", found)])
