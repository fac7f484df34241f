"""Figures of the loop: how much is answered, how soon, and what of it left a trace."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import median

from hled.kernel.party import Party


@dataclass(frozen=True, slots=True)
class ThemeFacts:
    """
    What the figures ask of a theme.

    Parameters
    ----------
    asked_on
        The day from which replies are counted: the close of its call, or its first submission.
    due_on
        By when each Party owes its reply.
    owed_by
        The Parties of the call.
    replied_on
        Party -> the day of its first approved reply.
    agenda_on, decided_on, changed_on
        The first day with an agenda point, a decision, a changed commitment that the theme led to.
    """

    code: str
    call: str
    asked_on: date
    due_on: date
    owed_by: frozenset[Party]
    replied_on: dict[Party, date]
    agenda_on: date | None = None
    decided_on: date | None = None
    changed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Loop:
    """
    The figures of one Party on a day.

    Parameters
    ----------
    themes
        Themes to which the Party owes or gave a reply.
    median_days
        Of the replies that were given, from `asked_on`, never less than 0; None without any.
    waiting
        Themes without a reply, which the median does not know; `overdue` of them after their day.
    on_agenda, decided, changed
        Themes with a trace of that kind, of all `themes`.
    """

    party: Party
    themes: int
    replied: int
    waiting: int
    overdue: int
    median_days: Fraction | None
    on_agenda: int
    decided: int
    changed: int

    @property
    def reply_rate(self) -> Fraction | None:
        """None where nothing was asked: no rate is neither none nor all."""
        return Fraction(self.replied, self.themes) if self.themes else None

    @property
    def change_rate(self) -> Fraction | None:
        return Fraction(self.changed, self.themes) if self.themes else None


def loop(facts: Sequence[ThemeFacts], party: Party, as_of: date) -> Loop:
    """The figures of a Party over themes asked by a day or replied to before, with what was known on it."""
    owed = [each for each in facts if party in each.owed_by]
    days = {each.code: each.replied_on[party] for each in owed if _by(each.replied_on.get(party), as_of)}
    asked = [each for each in owed if each.asked_on <= as_of or each.code in days]
    waiting = [each for each in asked if each.code not in days]
    spans = [max(0, (days[each.code] - each.asked_on).days) for each in asked if each.code in days]
    return Loop(
        party,
        themes=len(asked),
        replied=len(days),
        waiting=len(waiting),
        overdue=sum(each.due_on < as_of for each in waiting),
        median_days=Fraction(median(map(Fraction, spans))) if spans else None,
        on_agenda=sum(_by(each.agenda_on, as_of) for each in asked),
        decided=sum(_by(each.decided_on, as_of) for each in asked),
        changed=sum(_by(each.changed_on, as_of) for each in asked),
    )


def _by(day: date | None, as_of: date) -> bool:
    return day is not None and day <= as_of
