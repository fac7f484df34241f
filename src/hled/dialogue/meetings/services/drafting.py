"""Begin minutes, a decision, a rest or a restart as one Party's draft; both agree on it in the room of accord."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from hled.dialogue.accord.domain.texts.editing import Read
from hled.dialogue.accord.domain.texts.plain import tidied
from hled.dialogue.accord.domain.texts.procedure import State as ProposalState
from hled.dialogue.accord.domain.texts.segments import SegmentKind
from hled.dialogue.accord.models import JointText, Proposal
from hled.dialogue.accord.queries.texts.reading import visible, words_of
from hled.dialogue.accord.services.texts.editing import Saved, add_segment, set_fields, write_segment
from hled.dialogue.accord.services.texts.proposing import begin
from hled.dialogue.delegations.models import Person
from hled.dialogue.meetings.domain.agreeing import MT_26, MT_27, MT_29, MT_30, REST, RESTART, minutes_subject
from hled.dialogue.meetings.domain.planning import State
from hled.dialogue.meetings.models import AgendaPoint, Decision, MeetingSeries, PlannedMeeting
from hled.dialogue.meetings.services.series import Group, refuse_group
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.party import Party
from hled.kernel.rule import Finding, require


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft that was begun, and what its Party should know about it."""

    proposal: Proposal
    warnings: tuple[Finding, ...] = ()


@transaction.atomic
def draft_minutes(*, meeting: PlannedMeeting, by: Person, at: datetime) -> Draft:
    """
    Begin minutes, with a heading for each point of the agenda; where minutes are in force, an amendment of them.

    Before the meeting was held the draft comes with the warning MT-26.

    Raises
    ------
    BrokenRuleError
        MT-27, for a meeting that was cancelled; AC-80.
    """
    state = State(meeting.state)
    require(MT_27, state is not State.CANCELLED, place=meeting.code, found=state.label)
    title = Bilingual("Minutes: {title}", "Minuta: {title}").format(
        title=Bilingual(meeting.title_en, meeting.title_es)
    )
    subject = minutes_subject(meeting.code)
    verb = "amend" if state is State.MINUTES_AGREED else "agree"
    proposal = _begin(subject, "minutes", verb, title, {"meeting": meeting.code}, meeting, by, at)
    if not words_of(proposal).segments:
        _headings(proposal, meeting, by, at)
    early = (Finding(MT_26, meeting.code, state.label),) if state is State.PLANNED else ()
    return Draft(proposal, early)


@transaction.atomic
def draft_decision(
    *, meeting: PlannedMeeting, title: Bilingual, by: Person, at: datetime, point: AgendaPoint | None = None
) -> Draft:
    """
    Begin a decision under the next number of the meeting.

    Raises
    ------
    BrokenRuleError
        MT-27, for a meeting that was not held; MT-29, for a point of another meeting; AC-80.
    """
    standing = PlannedMeeting.objects.select_for_update().get(pk=meeting.pk)
    state = State(standing.state)
    require(MT_27, state in {State.HELD, State.MINUTES_AGREED}, place=standing.code, found=state.label)
    begun = JointText.objects.filter(kind="decision", subject__startswith=f"{standing.code}/D").count()
    subject = f"{standing.code}/D{begun + 1}"
    if point is not None:
        require(MT_29, point.meeting_id == standing.pk, place=standing.code, found=point.code)
    fields = {"meeting": standing.code, **({"point": point.code} if point else {})}
    proposal = _begin(subject, "decision", "take", title, fields, standing, by, at)
    named = next(each for each in words_of(proposal).segments if each.name == "title")
    _write(proposal, named.id, title, Read.of(named), by, at)
    return Draft(proposal)


@transaction.atomic
def draft_rest(
    *, series: MeetingSeries, decision: Decision, by: Person, at: datetime, on: date | None = None
) -> Draft:
    """
    Begin the act by which a series rests, or meets again where it rests; the reason is filled in by the Parties.

    Parameters
    ----------
    on
        From which day; today without it.

    Raises
    ------
    BrokenRuleError
        MT-30, while another such act is on its way; AC-80.
    """
    _refuse_second(f"series/{series.pk}", by)
    day = on or at.date()
    rests = series.pauses.filter(resumed_on__isnull=True).exists()
    label = (
        Bilingual("Restart: {title}", "Reanudación: {title}")
        if rests
        else Bilingual("Rest: {title}", "Pausa: {title}")
    )
    title = label.format(title=Bilingual(series.title_en, series.title_es))
    proposal = begin(
        subject=f"series/{series.pk}",
        kind="series",
        verb=RESTART if rests else REST,
        title=title,
        effective=day,
        by=by,
        at=at,
        occasion=decision.subject,
    )
    _set(proposal, {"series": series.pk, "from": day.isoformat()}, by, at)
    return Draft(proposal)


@transaction.atomic
def draft_group(*, group: Group, occasion: str | None, by: Person, at: datetime) -> Draft:
    """
    Begin the act that founds a working group, or changes a standing one, with its words and fields filled in.

    Raises
    ------
    BrokenRuleError
        MT-10 and MT-11, all that apply; MT-30, while another such act is on its way; AC-51 to AC-58 and AC-80.
    """
    refuse_group(group)
    subject = f"group/{group.id}"
    _refuse_second(subject, by)
    title = Bilingual(group.title[0].strip(), group.title[1].strip())
    proposal = begin(
        subject=subject,
        kind="group",
        verb="change" if MeetingSeries.objects.filter(pk=group.id).exists() else "found",
        title=title,
        effective=group.since,
        by=by,
        at=at,
        occasion=occasion,
    )
    fields: dict[str, Any] = {
        "members": list(dict.fromkeys(group.members)),
        "leading": list(dict.fromkeys(group.leading)),
        "tasks": list(dict.fromkeys(group.tasks)),
        "period_months": group.period_months,
    }
    _set(proposal, fields, by, at)
    said = {"title": title, "mandate": Bilingual(*(tidied(each) for each in group.mandate))}
    for segment in words_of(proposal).segments:
        if segment.name in said:
            _write(proposal, segment.id, said[segment.name], Read.of(segment), by, at)
    return Draft(proposal)


def _refuse_second(subject: str, by: Person) -> None:
    """Two drafts of one Party on one body are one too many; the other Party's own are not looked at."""
    live = [each for each in ProposalState if each.is_live]
    found = visible(Party(by.party or "")).filter(text__subject=subject, state__in=live).first()
    require(MT_30, found is None, place=subject, found=f"/accord/proposals/{found.pk}/" if found else "")


def _begin(
    subject: str,
    kind: str,
    verb: str,
    title: Bilingual,
    fields: dict[str, str],
    meeting: PlannedMeeting,
    by: Person,
    at: datetime,
) -> Proposal:
    day = meeting.begins_at.astimezone(ZoneInfo(meeting.zone)).date()
    proposal = begin(subject=subject, kind=kind, verb=verb, title=title, effective=day, by=by, at=at)
    _set(proposal, fields, by, at)
    return proposal


def _set(proposal: Proposal, fields: Mapping[str, Any], by: Person, at: datetime) -> None:
    proposal.refresh_from_db()
    said = {name: value for name, value in fields.items() if value is not None}
    set_fields(proposal=proposal.pk, values=said, read=proposal.terms_version, by=by, at=at)


def _headings(proposal: Proposal, meeting: PlannedMeeting, by: Person, at: datetime) -> None:
    after: str | None = None
    for point in meeting.agenda.filter(dropped_at__isnull=True):
        made = add_segment(proposal=proposal.pk, kind=SegmentKind.HEADING, after=after, by=by, at=at)
        after = _new(made)
        _write(proposal, after, Bilingual(point.title_en, point.title_es), Read(0, 0), by, at)


def _new(made: object) -> str:
    if not isinstance(made, Saved):
        raise RuntimeError(f"a segment of a new draft was not saved: {made!r}")
    return made.segment


def _write(proposal: Proposal, segment: str, words: Bilingual, read: Read, by: Person, at: datetime) -> None:
    said = {language: words.in_language(language) for language in Language}
    write_segment(proposal=proposal.pk, segment=segment, words=said, read=read, by=by, at=at)
