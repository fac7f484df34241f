"""
What an act of both Parties changes among meetings.

The register calls these in the transaction that appends the act; what they refuse does not enter it.
"""

from datetime import date

from hled.dialogue.accord.domain.acts import Content
from hled.dialogue.accord.domain.texts.segments import read_back
from hled.dialogue.accord.subjects import Agreed, Asked, Occasion
from hled.dialogue.chronicle.services import bump_revision
from hled.dialogue.meetings.domain.agreeing import (
    DECIDED,
    MT_27,
    MT_28,
    MT_29,
    REST,
    RESTART,
    meeting_of_minutes,
    place_of_decision,
)
from hled.dialogue.meetings.domain.planning import State
from hled.dialogue.meetings.models import Decision, DecisionEffect, MeetingSeries, PlannedMeeting
from hled.dialogue.meetings.queries.agreed import decision_in_force
from hled.dialogue.meetings.queries.planned import number_of
from hled.dialogue.meetings.services.history import moved
from hled.dialogue.meetings.services.series import Group, put_group, rest_series, restart_series
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, require

HELD = {State.HELD, State.MINUTES_AGREED}


def minutes_agreed(agreed: Agreed) -> None:
    """
    Raises
    ------
    BrokenRuleError
        MT-29, when the act names no meeting; MT-27, when it was not held.
    """
    meeting = _held(meeting_of_minutes(agreed.act.subject), agreed)
    if meeting.state == State.HELD:
        PlannedMeeting.objects.filter(pk=meeting.pk).update(state=State.MINUTES_AGREED)
        moved(meeting, agreed.at)
    bump_revision()


def decision_taken(agreed: Agreed) -> None:
    """
    Raises
    ------
    BrokenRuleError
        MT-29, when the act names no meeting; MT-27, when it was not held.
    """
    place = place_of_decision(agreed.act.subject)
    meeting = _held(place[0] if place else None, agreed)
    number = place[1] if place else 0
    title = _named(agreed.content, "title")
    Decision.objects.update_or_create(
        meeting=meeting,
        number=number,
        defaults={
            "title_en": title.en,
            "title_es": title.es,
            "act": agreed.act.digest,
            "sequence": agreed.sequence,
            "agreed_at": agreed.at,
        },
    )
    bump_revision()


def series_changed(agreed: Agreed) -> None:
    """
    Raises
    ------
    BrokenRuleError
        MT-29, when the act names no series or is neither a rest nor a restart; MT-12.
    """
    fields, verb = agreed.content.fields, agreed.act.type.partition(".")[2]
    series = MeetingSeries.objects.filter(pk=str(fields.get("series", ""))).first()
    named = series is not None and agreed.act.subject == f"series/{series.pk}"
    if series is None or not named or verb not in {REST, RESTART}:
        raise BrokenRuleError([Finding(MT_29, agreed.act.subject, agreed.act.type)])
    day = date.fromisoformat(str(fields["from"]))
    if verb == REST:
        reason = _named(agreed.content, "reason")
        rest_series(series=series, on=day, reason=reason, agreed_by=agreed.act.digest, at=agreed.at)
    else:
        restart_series(series=series, on=day, agreed_by=agreed.act.digest)


def group_agreed(agreed: Agreed) -> None:
    """
    Raises
    ------
    BrokenRuleError
        MT-29, when the subject is no identifier of a group; MT-10 and MT-11.
    """
    kind, _, id = agreed.act.subject.partition("/")
    require(MT_29, kind == "group" and bool(id), place=agreed.act.subject)
    fields = agreed.content.fields
    title, mandate = (_named(agreed.content, name) for name in ("title", "mandate"))
    put_group(
        group=Group(
            id=id,
            title=(title.en, title.es),
            mandate=(mandate.en, mandate.es),
            members=list(fields.get("members") or ()),
            leading=list(fields.get("leading") or ()),
            tasks=list(fields.get("tasks") or ()),
            period_months=fields.get("period_months"),
            since=agreed.act.effective,
        ),
        at=agreed.at,
    )


def under_a_decision(agreed: Agreed) -> None:
    """
    Look at every agreed act: what changes a joint item names the decision it was agreed under, which keeps the link.

    Raises
    ------
    BrokenRuleError
        MT-28, when a joint item would change without a decision in force.
    """
    act = agreed.act
    decision = decision_in_force(act.occasion or "")
    if act.kind in DECIDED:
        require(MT_28, decision is not None, place=act.subject, found=act.occasion or "-")
    if decision is not None:
        DecisionEffect.objects.create(
            decision=decision,
            subject=act.subject,
            type=act.type,
            act=act.digest,
            sequence=agreed.sequence,
            at=agreed.at,
        )


def asked_under_a_decision(asked: Asked) -> None:
    """
    Look at a proposal before anybody signs it: a joint item is proposed under a decision that is in force.

    Raises
    ------
    BrokenRuleError
        MT-28.
    """
    if asked.kind in DECIDED or asked.occasion:
        decided = decision_in_force(asked.occasion or "") is not None
        require(MT_28, decided, place=asked.subject, found=asked.occasion or "-")


def occasions() -> list[Occasion]:
    """Every decision in force, whichever meeting took it."""
    rows = Decision.objects.select_related("meeting").order_by("-agreed_at", "-id")
    return [Occasion(each.subject, Bilingual(each.title_en, each.title_es), each.agreed_at) for each in rows]


def _held(code: str | None, agreed: Agreed) -> PlannedMeeting:
    found = (
        PlannedMeeting.objects.select_for_update().filter(pk=number_of(code, "PM")).first() if code else None
    )
    named = found is not None and agreed.content.fields.get("meeting") == code
    if found is None or not named:
        raise BrokenRuleError([Finding(MT_29, agreed.act.subject, str(agreed.content.fields.get("meeting")))])
    require(MT_27, State(found.state) in HELD, place=found.code, found=State(found.state).label)
    return found


def _named(content: Content, name: str) -> Bilingual:
    """What a named segment of the words says in both languages."""
    text = read_back(content.english, content.spanish, content.fields)
    for each in text.segments:
        if each.name == name and each.is_complete:
            return Bilingual(each.english.text, each.spanish.text)
    raise BrokenRuleError([Finding(MT_29, name)])
