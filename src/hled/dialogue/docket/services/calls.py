"""Announce a call, change it before anybody answered, and move its last day."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db import transaction

from hled.dialogue.chronicle.services import bump_revision
from hled.dialogue.docket.domain.calls import DK_17, DK_18, DK_19, DK_62, STANDING, Plan, about_the_plan
from hled.dialogue.docket.domain.filing import erased_on
from hled.dialogue.docket.domain.replying import due_on
from hled.dialogue.docket.models import Call, CallEvent, Question, Submitter
from hled.dialogue.docket.queries.asking import number_of
from hled.dialogue.meetings.domain.acting import Acting
from hled.dialogue.meetings.models import Meeting, PlannedMeeting
from hled.dialogue.workplan.models import Commitment, Pillar
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding, require


@transaction.atomic
def announce_call(*, plan: Plan, by: Acting, at: datetime, study_exists: bool = False) -> Call:
    """
    Ask for input; who announces may do so for one's own Party or for both.

    Parameters
    ----------
    study_exists
        Said by the room of studies, which stands above this one and knows them.

    Raises
    ------
    BrokenRuleError
        DK-15 to DK-18, all that apply.
    """
    findings = [*about_the_plan(plan), *_about_the_scope(plan, study_exists)]
    if plan.party is not None and plan.party != by.party:
        findings.append(Finding(DK_18, "party", plan.party.label))
    if findings:
        raise BrokenRuleError(findings)
    return _announced(plan, by.name, by.party or "", at)


@transaction.atomic
def change_call(*, call: Call, plan: Plan, by: Acting, at: datetime, study_exists: bool = False) -> Call:
    """
    Give a call other words, questions, scope or days, as long as nobody has answered it.

    Raises
    ------
    BrokenRuleError
        DK-15 to DK-18, all that apply; DK-62, once a submission has arrived or for the standing docket.
    """
    held = Call.objects.select_for_update().get(pk=call.pk)
    require(DK_18, held.party in ("", by.party), place="call", found=held.code)
    open_ = not held.is_standing and not held.submissions.exists()
    require(DK_62, open_, place="call", found=held.code)
    findings = [*about_the_plan(plan), *_about_the_scope(plan, study_exists or _same_study(held, plan))]
    if plan.party is not None and plan.party != by.party:
        findings.append(Finding(DK_18, "party", plan.party.label))
    if findings:
        raise BrokenRuleError(findings)
    before = _as_said(held)
    for name, value in _columns(plan).items():
        setattr(held, name, value)
    held.save()
    held.questions.all().delete()
    _keep_questions(held, plan)
    after = _as_said(held)
    differing = [name for name in after if after[name] != before[name]]
    _note(
        held,
        "changed",
        {name: before[name] for name in differing},
        {name: after[name] for name in differing},
        by.name,
        by.party or "",
        at,
    )
    return held


def _same_study(call: Call, plan: Plan) -> bool:
    return call.scope == plan.scope == "study" and call.scope_id == plan.scope_id


def as_plan(call: Call) -> Plan:
    """A call as its coordinator wanted it."""
    return Plan(
        title=(call.title_en, call.title_es),
        about=(call.about_en, call.about_es),
        opens_on=call.opens_on,
        closes_on=call.closes_on,
        party=call.of_party,
        scope=call.scope,
        scope_id=call.scope_id,
        reply_days=call.reply_days,
        questions=tuple((each.asks_en, each.asks_es) for each in call.questions.all()),
        is_standing=call.is_standing,
    )


def _as_said(call: Call) -> dict[str, str]:
    """What stands in a call, each field as text, for its history."""
    said = {name: str(value) for name, value in _columns(as_plan(call)).items()}
    asks = [f"{each.asks_en} / {each.asks_es}" for each in call.questions.all()]
    return said | {"questions": "\n".join(asks)}


@transaction.atomic
def standing_docket(*, at: datetime) -> Call:
    """The docket that is always open; made when it is first asked for."""
    found = Call.objects.filter(is_standing=True).first()
    return found or _announced(STANDING, "", "", at)


@transaction.atomic
def move_closing(*, call: Call, closes_on: date, by: Acting, at: datetime) -> Call:
    """
    Give a call another last day; today closes it tonight. The days for replies move with it.

    Raises
    ------
    BrokenRuleError
        DK-18, when the call is the other Party's; DK-19.
    """
    standing = Call.objects.select_for_update().get(pk=call.pk)
    require(DK_18, standing.party in ("", by.party), place="call", found=standing.code)
    closed = standing.closes_on is None or standing.closes_on < at.date()
    require(
        DK_19,
        not closed and closes_on >= max(at.date(), standing.opens_on),
        place="closes_on",
        found=closes_on,
    )
    before = {"closes_on": str(standing.closes_on)}
    standing.closes_on = closes_on
    standing.save(update_fields=["closes_on"])
    due = due_on(closes=closes_on, first=closes_on, reply_days=standing.reply_days)
    standing.themes.filter(reply_due_on__isnull=False).update(reply_due_on=due)
    last = erased_on(filed=closes_on, closes=closes_on, last_reply=None)
    Submitter.objects.filter(submission__call=standing, erase_on__gt=last).update(erase_on=last)
    bump_revision()
    _note(standing, "closing_moved", before, {"closes_on": str(closes_on)}, by.name, by.party or "", at)
    return standing


def _announced(plan: Plan, name: str, party: str, at: datetime) -> Call:
    call = Call.objects.create(**_columns(plan), is_standing=plan.is_standing, announced_at=at)
    _keep_questions(call, plan)
    _note(call, "announced", {}, {"closes_on": str(plan.closes_on or "")}, name, party, at)
    return call


def _columns(plan: Plan) -> dict[str, Any]:
    return {
        "title_en": plan.title[0].strip(),
        "title_es": plan.title[1].strip(),
        "about_en": plan.about[0].strip(),
        "about_es": plan.about[1].strip(),
        "party": plan.party or "",
        "scope": plan.scope,
        "scope_id": plan.scope_id,
        "opens_on": plan.opens_on,
        "closes_on": plan.closes_on,
        "reply_days": plan.reply_days,
    }


def _keep_questions(call: Call, plan: Plan) -> None:
    Question.objects.bulk_create(
        Question(call=call, place=place, asks_en=english.strip(), asks_es=spanish.strip())
        for place, (english, spanish) in enumerate(plan.questions, start=1)
    )


def _note(
    call: Call, act: str, before: dict[str, str], after: dict[str, str], name: str, party: str, at: datetime
) -> None:
    CallEvent.objects.create(call=call, act=act, before=before, after=after, by=name, by_party=party, at=at)


def _about_the_scope(plan: Plan, study_exists: bool) -> Iterator[Finding]:
    match plan.scope:
        case "pillar":
            exists = Pillar.objects.filter(pk=plan.scope_id).exists()
        case "commitment":
            exists = Commitment.objects.filter(pk=plan.scope_id).exists()
        case "meeting":
            exists = _meeting_exists(plan.scope_id)
        case "study":
            exists = study_exists
        case _:
            exists = True
    if not exists:
        yield Finding(DK_17, "scope_id", plan.scope_id[:60])


def _meeting_exists(id: str) -> bool:
    if planned := number_of(id, "PM-"):
        return PlannedMeeting.objects.filter(pk=planned).exists()
    return Meeting.objects.filter(pk=id).exists()


def party_of_intake(call: Call, said: str) -> Party | None:
    """The Party that takes a submission in; None where the call has both and none of them was named."""
    if call.party:
        return Party(call.party) if said in ("", call.party) else None
    return Party(said) if said in tuple(Party) else None
