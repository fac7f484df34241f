"""What a briefing book rests on: views of other rooms as of one day, nothing counted anew."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from hled.dialogue.briefing.domain.edition import Edition
from hled.dialogue.briefing.models import PartyNote
from hled.dialogue.briefing.queries.book.occasion import Occasion
from hled.dialogue.briefing.queries.notes import notes_of
from hled.dialogue.briefing.queries.scoreboard import Scoreboard, scoreboard
from hled.dialogue.docket.domain.loop import Loop
from hled.dialogue.docket.queries.asking import Filters
from hled.dialogue.docket.queries.loop import loop_figures
from hled.dialogue.docket.queries.searching import matching
from hled.dialogue.docket.queries.themes import ThemeLine, theme_lines
from hled.dialogue.meetings.domain.agenda import AgendaItem, AgendaSection
from hled.dialogue.meetings.models import ProposedItem
from hled.dialogue.meetings.queries.agenda import agenda, proposed_items
from hled.dialogue.results.queries.indicators import IndicatorView, indicator_views
from hled.dialogue.results.queries.rows import ScoreRow
from hled.dialogue.results.queries.view import View, view
from hled.dialogue.studies.models import Study
from hled.dialogue.studies.queries.studies import known_studies
from hled.dialogue.workplan.queries.context import context_items
from hled.dialogue.workplan.queries.plan import Plan
from hled.kernel.party import Party
from hled.sources.record.schema import Record

ON_THE_AGENDA = 3
"""Items of one pillar that a meeting can take up; the others stand on the page of the agenda."""


@dataclass(frozen=True)
class Gathered:
    """
    Everything a book says, before it is put into words.

    Parameters
    ----------
    said
        Submissions that the public can read.
    """

    occasion: Occasion
    edition: Edition
    board: Scoreboard
    seen: View
    before: Scoreboard | None
    sections: tuple[AgendaSection, ...]
    agenda: tuple[AgendaSection, ...]
    sent: tuple[ProposedItem, ...]
    studies: tuple[Study, ...]
    indicators: tuple[IndicatorView, ...]
    organizations: tuple[tuple[str, Record], ...]
    dockets: tuple[tuple[str, Record], ...]
    said: int
    themes: tuple[ThemeLine, ...]
    loop: Mapping[Party, Loop]
    notes: tuple[PartyNote, ...]

    @property
    def plan(self) -> Plan:
        return self.board.plan

    @cached_property
    def rows(self) -> Mapping[str, ScoreRow]:
        return {row.id: row for row in self.board.rows}

    @cached_property
    def items(self) -> tuple[AgendaItem, ...]:
        """Everything that rules ask to take up, the heaviest first."""
        found = [item for section in self.sections for item in section.items]
        return tuple(sorted(found, key=lambda each: (-each.weight, each.subject)))

    @property
    def last_meeting(self) -> tuple[str, Record] | None:
        """The latest meeting of the same level held before the day, with who came."""
        found = [pair for pair in self.board.meetings.items() if pair[1]["level"] == self.occasion.level]
        return found[-1] if found else None


def gathered(occasion: Occasion, edition: Edition) -> Gathered:
    """One question to each room, as of the day of the occasion."""
    asked = occasion.asked
    board, seen = scoreboard(asked), view(asked)
    known = dict(board.meetings)
    since = occasion.cadence.last if occasion.cadence else None
    party = edition.party
    return Gathered(
        occasion=occasion,
        edition=edition,
        board=board,
        seen=seen,
        before=scoreboard(replace(asked, as_of=since.held_on, dated=True)) if since else None,
        sections=agenda(board.standing, known),
        agenda=agenda(board.standing, known, per_pillar=ON_THE_AGENDA),
        sent=tuple(proposed_items(asked.as_of, recorded_by=asked.recorded_by)),
        studies=tuple(known_studies(asked)),
        indicators=tuple(indicator_views(asked.as_of, recorded_by=asked.recorded_by)),
        organizations=tuple(context_items("organizations", asked)[0]),
        dockets=tuple(context_items("dockets", asked)[0]),
        said=matching(Filters(), asked).count(),
        themes=tuple(theme_lines(asked)),
        loop=loop_figures(asked.as_of),
        notes=tuple(
            notes_of(
                party,
                occasion.id,
                written_by_end_of=asked.as_of if occasion.asked_for else None,
                recorded_by=asked.recorded_by,
            )
        )
        if party
        else (),
    )
