"""Every promise with its status, as known on a day."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from hled.dialogue.chronicle.domain.memory import Memory
from hled.dialogue.meetings.domain.cadence import Cadence
from hled.dialogue.meetings.domain.headline import scoreboard_sentence
from hled.dialogue.meetings.queries.agenda import Outlook, meetings_known, outlook
from hled.dialogue.results.domain.alerts import Alert
from hled.dialogue.results.domain.assessment import Status
from hled.dialogue.results.domain.rollup import Distribution, Headline, distributions, headline, status_counts
from hled.dialogue.results.queries.rows import ScoreRow, score_rows
from hled.dialogue.results.queries.standing import Standing, standing
from hled.dialogue.workplan.queries.plan import Plan, plan
from hled.interfaces.asked import Asked
from hled.kernel.bilingual import Bilingual
from hled.sources.record.schema import Record


@dataclass(frozen=True)
class Scoreboard:
    """The whole view of a day; `rows` follow the order of the record."""

    asked: Asked
    standing: Standing
    plan: Plan
    meetings: Mapping[str, Record]
    rows: tuple[ScoreRow, ...]
    headline: Headline
    outlook: Outlook
    pillars: tuple[Distribution, ...]

    @property
    def cadences(self) -> tuple[Cadence, ...]:
        return self.outlook.cadences

    @property
    def alerts(self) -> tuple[Alert, ...]:
        return self.outlook.alerts

    @property
    def sentence(self) -> Bilingual:
        return scoreboard_sentence(self.headline, self.cadences)

    @cached_property
    def counts(self) -> Mapping[Status, int]:
        return status_counts(row.assessment for row in self.rows)


_ACCENTS = re.compile("[\u0300-\u036f]+")
_boards: Memory[Scoreboard] = Memory(16)


def scoreboard(asked: Asked) -> Scoreboard:
    """Every promise known on the day asked for, with its status."""
    where = standing(asked.as_of, undated=asked.undated, recorded_by=asked.recorded_by)
    return _boards.recall((where.revision, asked), lambda: _compose(asked, where))


def _compose(asked: Asked, where: Standing) -> Scoreboard:
    said = plan(asked.recorded_by, asked.as_of)
    meetings = meetings_known(asked.as_of, recorded_by=asked.recorded_by)
    ahead = outlook(where, meetings)
    rows = score_rows(where, said, said.commitment_titles)
    return Scoreboard(
        asked=asked,
        standing=where,
        plan=said,
        meetings=meetings,
        rows=rows,
        headline=headline(where.commitments.values(), where.assessments),
        outlook=ahead,
        pillars=_by_pillar(where, said),
    )


def _by_pillar(where: Standing, said: Plan) -> tuple[Distribution, ...]:
    found = {
        each.key: each for each in distributions(where.commitments.values(), where.assessments, "pillar")
    }
    return tuple(found[id] for id in said.pillars if id in found)


@dataclass(frozen=True, slots=True)
class Filter:
    """What a reader narrows the scoreboard to; an empty field does not narrow."""

    pillar: str = ""
    status: str = ""
    agency: str = ""
    sector: str = ""
    action_type: str = ""
    initiative: str = ""
    kind: str = ""
    words: str = ""

    @property
    def any(self) -> bool:
        return any(getattr(self, name) for name in self.__slots__)

    def keep(self, rows: Iterable[ScoreRow]) -> list[ScoreRow]:
        wanted = plain_words(self.words)
        kept = [row for row in rows if self._holds(row)]
        return [row for row in kept if holds_words(wanted, _words_of(row))] if wanted else kept

    def _holds(self, row: ScoreRow) -> bool:
        facts = row.facts
        return (
            self.pillar in {"", facts.pillar}
            and (
                self.status in {"", row.status.value}
                or (self.status == "disputed" and row.assessment.disputed)
            )
            and (not self.agency or self.agency in facts.agencies_us or self.agency in facts.agencies_mx)
            and (not self.sector or self.sector in facts.sectors)
            and self.action_type in {"", facts.action_type}
            and self.initiative in {"", facts.initiative or ""}
            and self.kind in {"", facts.kind}
        )


def _words_of(row: ScoreRow) -> str:
    return plain(f"{row.id} {row.title.en} {row.title.es}")


def plain(text: str) -> str:
    """Lower case, without accents; what a reader types on any keyboard."""
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))


def plain_words(text: str) -> Sequence[str]:
    return plain(text).split()


def holds_words(wanted: Sequence[str], text: str) -> bool:
    return all(word in text for word in wanted)
