"""From a theme to the agenda, to a decision, to what it changed; and from each of these back to the theme."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from hled.dialogue.accord.models import AgreedItem
from hled.dialogue.docket.models import Theme
from hled.dialogue.meetings.domain.agreeing import place_of_decision
from hled.dialogue.meetings.models import AgendaPoint, Decision, DecisionEffect, ProposedItem
from hled.dialogue.meetings.queries.planned import Reader, meetings_for, number_of

CHANGES = ("commitment", "milestone", "target")
"""Kinds of acts by which a commitment changes."""


def public_from(decision: Decision) -> datetime:
    """From when everybody can read a decision: its meeting may be announced after it decided."""
    announced = decision.meeting.announced_at
    return max(decision.agreed_at, announced) if announced else decision.agreed_at


@dataclass(frozen=True)
class Chain:
    """
    What became of a theme, as far as a reader may see it.

    Parameters
    ----------
    sent
        The item by which it was brought before the next meeting.
    points
        Where it stands, or stood, on the agenda of a meeting.
    decisions
        Decisions in force that were taken on one of these points.
    changes
        Acts that came into force under these decisions and changed a commitment.
    """

    sent: ProposedItem | None = None
    points: list[AgendaPoint] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    changes: list[DecisionEffect] = field(default_factory=list)

    @property
    def agenda_on(self) -> date | None:
        return self.sent.proposed_at.date() if self.sent else None

    @property
    def decided_on(self) -> date | None:
        return min((public_from(each).date() for each in self.decisions), default=None)

    @property
    def changed_on(self) -> date | None:
        moments = (max(each.at, public_from(each.decision)) for each in self.changes)
        return min((each.date() for each in moments), default=None)


def chains(codes: Collection[str], reader: Reader = None) -> dict[str, Chain]:
    """
    The chain of each theme by its code, in a fixed number of queries.

    The public sees meetings that were announced, and what they decided.
    """
    found = {code: Chain() for code in codes}
    origins = _origins(codes)
    for item in ProposedItem.objects.filter(origin__in=origins):
        code = origins[item.origin]
        if found[code].sent is None or item.origin == code:
            found[code] = Chain(item)
    points = AgendaPoint.objects.filter(
        origin__in=origins, dropped_at__isnull=True, meeting__in=meetings_for(reader)
    ).select_related("meeting")
    theme_of: dict[str, str] = {}
    for point in points:
        theme_of[point.code] = origins[point.origin]
        found[origins[point.origin]].points.append(point)
    for decision, code in _decisions(theme_of):
        found[code].decisions.append(decision)
        effects = decision.effects.all()
        found[code].changes.extend(each for each in effects if each.type.partition(".")[0] in CHANGES)
    return found


def chain_of(theme: Theme, reader: Reader = None) -> Chain:
    return chains([theme.code], reader)[theme.code]


def _origins(codes: Collection[str]) -> dict[str, str]:
    """Codes of themes, and of those merged into them, each with the theme that stands."""
    found = {code: code for code in codes}
    merged = {
        each.pk: each.merged_into_id
        for each in Theme.objects.filter(merged_into__isnull=False).only("pk", "merged_into")
    }
    for pk in merged:
        stands: int = pk
        while (into := merged.get(stands)) is not None:
            stands = into
        if f"DT-{stands:04d}" in found:
            found[f"DT-{pk:04d}"] = f"DT-{stands:04d}"
    return found


def _decisions(theme_of: Mapping[str, str]) -> list[tuple[Decision, str]]:
    """Decisions in force on points, each with the theme of its point, the earliest first."""
    if not theme_of:
        return []
    said = AgreedItem.objects.filter(type__startswith="decision.", fields__point__in=list(theme_of))
    wanted: dict[tuple[int, int], str] = {}
    for each in said:
        place = place_of_decision(each.subject)
        if place is not None:
            wanted[number_of(place[0], "PM"), place[1]] = theme_of[str(each.fields["point"])]
    rows = Decision.objects.filter(meeting_id__in={meeting for meeting, _ in wanted}).select_related(
        "meeting"
    )
    rows = rows.prefetch_related("effects").order_by("agreed_at", "id")
    return [
        (each, wanted[each.meeting_id, each.number])
        for each in rows
        if (each.meeting_id, each.number) in wanted
    ]


def themes_of_points(points: Collection[str]) -> dict[str, str]:
    """Code of an agenda point -> the theme that led to it: the way back."""
    numbers = {number_of(each, "AP"): each for each in points if each}
    rows = AgendaPoint.objects.filter(pk__in=numbers, origin__startswith="DT-").values_list("pk", "origin")
    return {numbers[pk]: origin for pk, origin in rows}
