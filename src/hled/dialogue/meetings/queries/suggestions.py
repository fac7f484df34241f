"""What asks for a place on the agenda of a meeting: alerts, findings of studies, what stakeholders brought."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hled.dialogue.accord.domain.texts.procedure import State
from hled.dialogue.accord.models import Proposal
from hled.dialogue.meetings.domain.agenda import AgendaItem, AgendaSection
from hled.dialogue.meetings.domain.cadence import CROSS_CUTTING
from hled.dialogue.meetings.models import AgendaPoint, PlannedMeeting, ProposedItem
from hled.dialogue.meetings.queries.answers import subject_title
from hled.dialogue.results.domain.dates import the_day
from hled.dialogue.workplan.queries.plan import Plan
from hled.interfaces.problems import not_found
from hled.kernel.bilingual import Bilingual

KINDS = ("alert", "finding", "bracket", "theme")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """
    Something that wants a place.

    Parameters
    ----------
    origin, origin_page
        Public identifier of what led to it, and its address on this site without the language.
    since
        Since when the reason holds, where that is known.
    taken
        The point that stands on the agenda for it; empty where there is none.
    """

    kind: str
    origin: str
    origin_page: str
    pillar: str
    title: Bilingual
    reason: Bilingual
    minutes: int
    weight: int
    since: date | None
    taken: str = ""


def suggestions(
    sections: Iterable[AgendaSection],
    proposed: Iterable[ProposedItem],
    said: Plan,
    *,
    meeting: PlannedMeeting | None = None,
    brackets_at: datetime | None = None,
) -> list[Suggestion]:
    """
    What asks for a place, the heaviest first; what people sent stands before what rules found.

    Parameters
    ----------
    meeting
        Its agenda says what was taken up already; for a working group only what is in its plan of action is suggested.
    brackets_at
        The moment from which the age of words in brackets counts, for a reader of a Party; the public sees none.
    """
    taken = _taken(meeting)
    tasks = _tasks(meeting)
    brackets = _bracketed(brackets_at, taken) if brackets_at else ()
    sent = list(_sent(proposed, taken))
    known = {each.origin for each in sent}
    ruled = [each for each in _found(sections, said, taken) if each.origin not in known]
    found = [*sent, *brackets, *ruled]
    return [each for each in found if tasks is None or each.kind != "alert" or each.origin in tasks]


def suggestion(found: Iterable[Suggestion], origin: str) -> Suggestion:
    """
    Raises
    ------
    NotFoundError
        PG-01, when nothing of that origin asks for a place.
    """
    for each in found:
        if each.origin == origin:
            return each
    raise not_found("suggestion", origin)


def _taken(meeting: PlannedMeeting | None) -> dict[str, str]:
    if meeting is None:
        return {}
    rows = AgendaPoint.objects.filter(meeting=meeting, dropped_at__isnull=True).exclude(origin="")
    return {each.origin: each.code for each in rows}


def _tasks(meeting: PlannedMeeting | None) -> set[str] | None:
    if meeting is None or meeting.series.kind != "working_group":
        return None
    return {*meeting.series.tasks.values_list("commitment_id", flat=True), meeting.series_id}


def _sent(proposed: Iterable[ProposedItem], taken: dict[str, str]) -> Iterator[Suggestion]:
    for each in proposed:
        yield Suggestion(
            kind="theme" if each.origin_page.startswith("docket/") else "finding",
            origin=each.origin,
            origin_page=each.origin_page,
            pillar=each.pillar,
            title=Bilingual(each.title_en, each.title_es),
            reason=Bilingual(each.reason_en, each.reason_es),
            minutes=each.minutes,
            weight=0,
            since=each.proposed_at.date(),
            taken=taken.get(each.origin, ""),
        )


def _found(sections: Iterable[AgendaSection], said: Plan, taken: dict[str, str]) -> Iterator[Suggestion]:
    items = [item for section in sections for item in section.items]
    for item in sorted(items, key=lambda each: (-each.weight, each.subject)):
        yield Suggestion(
            kind="alert",
            origin=item.subject,
            origin_page=item.page or page_of(item.subject, said),
            pillar=item.pillar,
            title=subject_title(said, item),
            reason=_sentences(item),
            minutes=item.minutes,
            weight=item.weight,
            since=item.reasons[0].since,
            taken=taken.get(item.subject, ""),
        )


AGING_DAYS = 7
"""Days after which words in brackets ask for a place at the table; a silent term that ends within them does too."""
BRACKET_MINUTES = 10


def _bracketed(at: datetime, taken: dict[str, str]) -> Iterator[Suggestion]:
    """Tabled proposals with old words in brackets, or with a silent term that is about to end; the oldest first."""
    rows = Proposal.objects.filter(
        tabled_at__isnull=False, state__in=[State.TABLED, State.OPEN, State.RUNNING]
    )
    for row in rows.select_related("text").order_by("tabled_at"):
        standing = list(row.brackets.filter(lifted_at__isnull=True).order_by("since"))
        oldest = standing[0].since if standing else None
        ends = row.silent_until
        reason = None
        if oldest is not None and (at - oldest).days >= AGING_DAYS:
            reason = _AGING.format(n=len(standing), days=(at - oldest).days)
        elif ends is not None and timedelta() <= ends - at <= timedelta(days=AGING_DAYS):
            reason = _EXPIRING.format(day=the_day(ends.date()))
        if reason is not None:
            origin = f"{row.text.subject}#{row.pk}"
            yield Suggestion(
                kind="bracket",
                origin=origin,
                origin_page=f"accord/proposals/{row.pk}/",
                pillar=CROSS_CUTTING,
                title=Bilingual(row.title_en, row.title_es),
                reason=reason,
                minutes=BRACKET_MINUTES,
                weight=0,
                since=oldest.date() if oldest else None,
                taken=taken.get(origin, ""),
            )


_AGING = Bilingual(
    "Words in brackets: {n}; the oldest have stood so for {days} days.",
    "Palabras entre corchetes: {n}; las más antiguas llevan así {days} días.",
)
_EXPIRING = Bilingual("Its silent term ends on {day}.", "Su plazo de silencio termina el {day}.")


def page_of(subject: str, said: Plan) -> str:
    """Address of a commitment or of a series of meetings, without the language."""
    return f"commitments/{subject}/" if subject in said.commitments else f"meetings/series/{subject}/"


def _sentences(item: AgendaItem) -> Bilingual:
    """All reasons one after the other, and what to ask."""
    english = [each.sentence.en for each in item.reasons] + [item.reasons[0].ask.en]
    spanish = [each.sentence.es for each in item.reasons] + [item.reasons[0].ask.es]
    return Bilingual(" ".join(english), " ".join(spanish))
