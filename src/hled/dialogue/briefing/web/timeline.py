"""Meetings and documents along a line of time, with the day asked for as a playhead."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from hled.dialogue.briefing.queries.scoreboard import Scoreboard
from hled.dialogue.results.domain.dates import months_after, whole_months
from hled.interfaces.asked import Asked
from hled.kernel.bilingual import Bilingual
from hled.sources.record.schema import Record

FIRST_YEAR = 2013
"""The dialogue was set up in 2013; the axis begins there whatever the day asked for."""

LEAST_SILENCE_MONTHS = 18


@dataclass(frozen=True, slots=True)
class Spot:
    """Something on the axis; `x` is a percentage of its length, and `anchor` keeps its words inside the frame."""

    x: str
    kind: str
    words: str
    on: date | None = None
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch without any meeting."""

    start: str
    end: str
    middle: str
    months: int


@dataclass(frozen=True, slots=True)
class TimeLine:
    start: date
    end: date
    years: tuple[Spot, ...]
    meetings: tuple[Spot, ...]
    documents: tuple[str, ...]
    silences: tuple[Stretch, ...]
    playhead: Spot
    steps: tuple[tuple[str, date], ...]
    slider: int
    slider_most: int
    undated: int
    sentence: Bilingual


_SENTENCE = Bilingual(
    "{meetings} meetings and {documents} dated papers, {start} to {end}. The last meeting was {months} months ago.",
    "{meetings} reuniones y {documents} documentos fechados, de {start} a {end}. La última reunión fue hace {months} meses.",
)
_EMPTY = Bilingual("Nothing was public by this day.", "Nada era público en esta fecha.")


MOST_TICKS = 500
"""More ticks than this cannot be told apart on any screen; closer ones are drawn as one."""


def _ticks(shares: list[float]) -> tuple[str, ...]:
    if len(shares) > MOST_TICKS:
        shares = [round(share * MOST_TICKS) / MOST_TICKS for share in shares]
    return tuple(dict.fromkeys(f"{100 * share:.2f}%" for share in sorted(shares)))


def time_line(found: Scoreboard, language: str) -> TimeLine:
    asked = found.asked
    start = date(FIRST_YEAR, 1, 1)
    end = date(asked.today.year, 12, 31)
    span = (end - start).days

    def x(day: date) -> str:
        return f"{100 * min(max((day - start).days / span, 0), 1):.2f}%"

    held = [(date.fromisoformat(each["date"]), each) for each in found.meetings.values()]
    said = found.plan.documents
    public = [found.plan.document_public_on(id) for id in said]
    papers = [day for day in public if day and day <= asked.as_of]
    met = [day for day, each in held if each["level"] != "publication"]
    share = min(max((asked.as_of - start).days / span, 0), 1)
    return TimeLine(
        start=start,
        end=end,
        years=tuple(
            Spot(x(date(year, 1, 1)), "" if year % 4 == 1 else "minor", str(year))
            for year in range(FIRST_YEAR, end.year + 1)
        ),
        meetings=tuple(Spot(x(day), each["level"], _words(each, language), day) for day, each in held),
        documents=_ticks([(day - start).days / span for day in papers if day >= start]),
        silences=tuple(_silences(met, min(asked.as_of, end), x)),
        playhead=Spot(
            f"{100 * share:.2f}%",
            "",
            "",
            asked.as_of,
            "start" if share < 0.15 else "end" if share > 0.85 else "middle",
        ),
        steps=tuple(_steps(asked, start)),
        slider=_slider(start, asked),
        slider_most=_most(start, asked),
        undated=sum(day is None for day in public) if asked.undated else 0,
        sentence=_SENTENCE.format(
            meetings=len(met),
            documents=len(papers),
            start=min(met).year,
            end=max(met).year,
            months=whole_months(max(met), asked.as_of),
        )
        if met
        else _EMPTY,
    )


def _words(record: Record, language: str) -> str:
    return str(record[f"title_{language}"])


def _slider(start: date, asked: Asked) -> int:
    """Step of the slider: 0 is the end of the first month, and the last step is the present."""
    if not asked.dated:
        return _most(start, asked)
    return min(max(whole_months(start, asked.as_of + timedelta(days=1)) - 1, 0), _most(start, asked))


def _most(start: date, asked: Asked) -> int:
    return whole_months(start, asked.today + timedelta(days=1))


def _silences(met: list[date], until: date, x: Callable[[date], str]) -> list[Stretch]:
    """Long stretches without a meeting, the one that lasts until the day asked for included."""
    days = sorted({*met, until}) if met else []
    found = []
    for earlier, later in pairwise(days):
        months = whole_months(earlier, later)
        if months >= LEAST_SILENCE_MONTHS:
            middle = earlier + (later - earlier) / 2
            found.append(Stretch(x(earlier), x(later), x(middle), months))
    return found


def _steps(asked: Asked, start: date) -> list[tuple[str, date]]:
    """Days to walk to without script: a year, half a year and a month back and forth."""
    steps = []
    for name, months in (("year_back", -12), ("month_back", -1), ("month_on", 1), ("year_on", 12)):
        day = months_after(asked.as_of, months) if start.year - 1 < asked.as_of.year < 2190 else None
        if day and start <= day <= asked.today:
            steps.append((name, day))
    return steps
