"""Keep a submission out of sight under a reason code, and decide what its sender answers to that."""

from datetime import datetime
from functools import partial

from django.db import transaction

from hled.dialogue.chronicle.services import bump_revision
from hled.dialogue.delegations.models import Person
from hled.dialogue.delegations.services.notices import after_commit
from hled.dialogue.docket.domain.moderating import DK_22, DK_23, DK_24, NEXT, Reason
from hled.dialogue.docket.domain.telling import Step
from hled.dialogue.docket.models import Moderation, PersonalReading, Submission, Submitter
from hled.dialogue.docket.queries.waiting import waiting_on_appeal
from hled.dialogue.docket.services.telling import tell_one
from hled.kernel.rule import BrokenRuleError, Finding, require

LONGEST_NOTE = 2_000


@transaction.atomic
def reject(
    *, submission: Submission, reason: str, note: tuple[str, str], by: Person, at: datetime
) -> Moderation:
    """
    Keep a submission out of every page, report and export; it is counted openly under its reason.

    Raises
    ------
    BrokenRuleError
        DK-22 reason or note, DK-23 order of steps, DK-24 another Party's intake.
    """
    held = _held(submission, "rejected", by)
    whole = reason in tuple(Reason) and all(0 < len(each.strip()) <= LONGEST_NOTE for each in note)
    require(DK_22, whole, place="reason", found=reason[:40])
    made = _done(held, "rejected", reason, note, by, at)
    tell_one(submission=held, kind=Step.REJECTED, about=str(made.pk), at=at)
    return made


@transaction.atomic
def appeal(*, submission: Submission, words: str, at: datetime) -> Moderation:
    """
    What its sender, known by the private link, answers to a rejection.

    Raises
    ------
    BrokenRuleError
        DK-23, when there is no rejection to answer.
    """
    held = Submission.objects.select_for_update().get(pk=submission.pk)
    _require_next(held, "appealed")
    said = words.strip()[:LONGEST_NOTE]
    made = _done(held, "appealed", held.rejected_for, (said, said), None, at)
    after_commit(partial(waiting_on_appeal, held.pk))
    return made


@transaction.atomic
def decide(
    *, submission: Submission, restore: bool, note: tuple[str, str], by: Person, at: datetime
) -> Moderation:
    """
    Restore what was rejected, or uphold the rejection against an appeal, by another person than who rejected.

    Raises
    ------
    BrokenRuleError
        DK-22 note, DK-23 order of steps or the same person, DK-24.
    """
    act = "restored" if restore else "upheld"
    held = _held(submission, act, by)
    require(DK_22, all(0 < len(each.strip()) <= LONGEST_NOTE for each in note), place="note", found="")
    last = held.moderations.filter(act="rejected").last()
    is_other = last is not None and last.by_id != by.pk
    require(DK_23, is_other, place=held.code, found=by.name)
    made = _done(held, act, held.rejected_for, note, by, at)
    tell_one(submission=held, kind=Step(act), about=str(made.pk), at=at)
    return made


@transaction.atomic
def read_submitter(*, submission: Submission, why: str, by: Person, at: datetime) -> Submitter | None:
    """
    Who filed, for an officer of the intake who says why; the reading is kept. None where nobody gave a name, or it was erased.

    Raises
    ------
    BrokenRuleError
        DK-24, also without a reason.
    """
    reason = " ".join(why.split())[:300]
    require(DK_24, submission.intake == by.party and bool(reason), place="why", found=submission.intake)
    PersonalReading.objects.create(submission=submission, by=by, why=reason, at=at)
    return Submitter.objects.filter(submission=submission, erased_at__isnull=True).first()


def _held(submission: Submission, act: str, by: Person) -> Submission:
    held = Submission.objects.select_for_update().get(pk=submission.pk)
    require(DK_24, held.intake == by.party, place=held.code, found=held.intake)
    _require_next(held, act)
    return held


def _require_next(submission: Submission, act: str) -> None:
    last = submission.moderations.last()
    stands = last.act if last else ""
    if act not in NEXT[stands]:
        raise BrokenRuleError([Finding(DK_23, submission.code, f"{stands or '-'} → {act}")])


def _done(
    held: Submission, act: str, reason: str, note: tuple[str, str], by: Person | None, at: datetime
) -> Moderation:
    made = Moderation.objects.create(
        submission=held,
        act=act,
        reason=reason,
        note_en=note[0].strip(),
        note_es=note[1].strip(),
        by=by,
        at=at,
    )
    held.rejected_for = "" if act == "restored" else reason
    held.save(update_fields=["rejected_for"])
    bump_revision()
    return made
