"""What both Parties agreed of a meeting: its minutes and decisions, and what came about under them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from hled.dialogue.accord.domain.texts.procedure import State
from hled.dialogue.accord.domain.texts.segments import Segment, read_back
from hled.dialogue.accord.models import AgreedItem, Proposal
from hled.dialogue.accord.queries.texts.agreed import Version, versions
from hled.dialogue.accord.queries.texts.reading import visible
from hled.dialogue.meetings.domain.agreeing import MT_28, minutes_subject, place_of_decision
from hled.dialogue.meetings.models import AgendaPoint, Decision, DecisionEffect, PlannedMeeting
from hled.dialogue.meetings.queries.planned import Reader, meetings_for, number_of
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding


@dataclass(frozen=True)
class Minutes:
    """Minutes in force: every version that was, the last one stands."""

    versions: tuple[Version, ...]

    @property
    def now(self) -> Version:
        return self.versions[-1]


@dataclass(frozen=True)
class DecisionView:
    """
    A decision in force, with its words and the acts that came into force under it.

    `point` is what of the agenda it was taken on, where that was said.
    """

    subject: str
    number: int
    title: Bilingual
    segments: tuple[Segment, ...]
    act: str
    sequence: int
    agreed_at: datetime
    effects: tuple[DecisionEffect, ...]
    point: AgendaPoint | None = None


def minutes_of(meeting: PlannedMeeting) -> Minutes | None:
    """Only what is in force: a draft is read in the room of accord, by those who may."""
    found = versions(minutes_subject(meeting.code))
    return Minutes(found) if found else None


def decisions_of(meeting: PlannedMeeting) -> list[DecisionView]:
    rows = list(Decision.objects.filter(meeting=meeting).prefetch_related("effects"))
    subjects = [f"{meeting.code}/D{each.number}" for each in rows]
    words = {each.subject: each for each in AgreedItem.objects.filter(subject__in=subjects)}
    points = {each.code: each for each in meeting.agenda.all()} if rows else {}
    return [
        DecisionView(
            subject=subject,
            number=row.number,
            title=Bilingual(row.title_en, row.title_es),
            segments=_beside_the_title(words[subject]),
            act=row.act,
            sequence=row.sequence,
            agreed_at=row.agreed_at,
            effects=tuple(row.effects.all()),
            point=points.get(str(words[subject].fields.get("point", ""))),
        )
        for subject, row in zip(subjects, rows, strict=True)
    ]


def _beside_the_title(item: AgreedItem) -> tuple[Segment, ...]:
    text = read_back(item.english, item.spanish, item.fields)
    return tuple(each for each in text.segments if each.name != "title")


def occasions_of(subjects: Iterable[str], reader: Reader) -> list[Decision]:
    """Decisions under which subjects were changed, the earliest first: the way back from what they changed."""
    rows = DecisionEffect.objects.filter(
        subject__in=list(subjects), decision__meeting__in=meetings_for(reader)
    )
    return [each.decision for each in rows.select_related("decision__meeting").order_by("sequence")]


def decision_in_force(subject: str) -> Decision | None:
    """The decision with an identifier; None for any other subject, and while it is not in force."""
    place = place_of_decision(subject)
    if place is None:
        return None
    return Decision.objects.filter(meeting_id=number_of(place[0], "PM"), number=place[1]).first()


def decision_named(subject: str) -> Decision:
    """
    Raises
    ------
    BrokenRuleError
        MT-28, when no decision in force has the identifier.
    """
    found = decision_in_force(subject)
    if found is None:
        raise BrokenRuleError([Finding(MT_28, "occasion", subject[:60] or "-")])
    return found


@dataclass(frozen=True)
class OnItsWay:
    """Minutes or a decision that are not in force yet."""

    proposal: Proposal
    state: State
    subject: str

    @property
    def title(self) -> Bilingual:
        return Bilingual(self.proposal.title_en, self.proposal.title_es)


def drafts_of(meeting: PlannedMeeting, reader: Reader) -> list[OnItsWay]:
    """Drafts and proposals of minutes and decisions that a Party may see; the public sees none."""
    if reader is None:
        return []
    rows = visible(reader).filter(text__subject__startswith=f"{meeting.code}/").order_by("-id")
    found = [OnItsWay(each, State(each.state), each.text.subject) for each in rows]
    return [each for each in found if each.state is not State.IN_FORCE]


def minutes_under_way(drafts: list[OnItsWay]) -> bool:
    """Whether minutes are being drafted or agreed, so that nobody begins them twice without meaning to."""
    return any(each.subject.endswith("/minutes") and each.state.is_live for each in drafts)
