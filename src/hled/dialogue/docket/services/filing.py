"""File a submission, and what the holder of its private link can do with it."""

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from hled.dialogue.docket.domain.filing import (
    DK_05,
    DK_06,
    DK_09,
    DK_10,
    DK_11,
    Personal,
    Speaker,
    Standing,
    about_the_person,
    about_the_speaker,
    erased_on,
    is_open,
)
from hled.dialogue.docket.domain.words import DK_01, DK_04, FEWEST_LETTERS, Shown, compared_form, read_text
from hled.dialogue.docket.models import Answer, Call, FormerText, Receipt, Submission, Submitter
from hled.dialogue.docket.services.attaching import File, attach
from hled.dialogue.docket.services.calls import party_of_intake
from hled.dialogue.docket.services.copies import wording_of
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, require


@dataclass(frozen=True, slots=True)
class Said:
    """
    What somebody files.

    Parameters
    ----------
    answers
        Place of a question in the call -> what is said to it.
    intake
        Party that takes it in; may be empty where the call has one only.
    """

    text: str
    speaker: Speaker = field(default_factory=Speaker)
    personal: Personal = field(default_factory=Personal)
    answers: Mapping[int, str] = field(default_factory=dict)
    intake: str = ""
    files: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True)
class Filed:
    """A submission with its private link, which is shown once, and what was taken out of its text."""

    submission: Submission
    link: str
    warnings: tuple[Finding, ...]


@transaction.atomic
def file_submission(
    *, call: Call | None, said: Said, at: datetime, source: str = "form", source_id: str | None = None
) -> Filed:
    """
    Take in what somebody says to a call.

    Raises
    ------
    BrokenRuleError
        DK-01 to DK-03, DK-05 to DK-08 and DK-11, all that apply; DK-20 to DK-22 and the rules of papers for its files.
    """
    if call is None:
        raise BrokenRuleError([Finding(DK_05, "call")])
    text, answers, findings = _read(call, said)
    intake = party_of_intake(call, said.intake)
    findings += _about_the_day(call, at)
    if intake is None:
        findings.append(Finding(DK_11, "intake", said.intake[:20]))
    person = said.personal.tidy()
    findings += [*about_the_speaker(said.speaker), *about_the_person(person)]
    if findings or intake is None:
        raise BrokenRuleError(findings)
    submission = Submission(
        call=call,
        intake=intake,
        text=text.text,
        kind=said.speaker.kind,
        size=said.speaker.size,
        place=said.speaker.place,
        language=said.speaker.language,
        filed_at=at,
        source=source,
        source_id=source_id,
    )
    _word(submission, answers)
    submission.save()
    _keep_answers(submission, answers)
    link = secrets.token_urlsafe(24)
    Receipt.objects.create(submission=submission, link_digest=_digest(link))
    if person:
        _keep_person(submission, person)
    for each in said.files:
        attach(submission=submission, file=each)
    return Filed(submission, link, tuple(_taken_out(text, *answers.values())))


def opened(*, code: str, link: str) -> Submission:
    """
    The submission of a receipt, for the holder of its private link.

    Raises
    ------
    BrokenRuleError
        DK-09, also where there is no such submission: nothing tells the two apart.
    """
    receipt = Receipt.objects.select_related("submission__call").filter(link_digest=_digest(link)).first()
    if receipt is None or not hmac.compare_digest(receipt.submission.code.encode(), code.encode()):
        raise BrokenRuleError([Finding(DK_09, "link", code[:20])])
    return receipt.submission


@transaction.atomic
def correct(*, submission: Submission, text: str, answers: Mapping[int, str], at: datetime) -> Submission:
    """
    Replace what a submission says; the former words are kept, and not public.

    Raises
    ------
    BrokenRuleError
        DK-01 to DK-03; DK-06, when the call has closed; DK-10.
    """
    standing = _held(submission)
    call = standing.call
    shown, said, findings = _read(call, Said(text, answers=answers))
    findings += _about_the_day(call, at)
    if findings:
        raise BrokenRuleError(findings)
    former = {str(each.question.place): each.text for each in standing.answers.select_related("question")}
    FormerText.objects.create(submission=standing, text=standing.text, answers=former, until=at)
    standing.text = shown.text
    standing.corrected_at = at
    standing.answers.all().delete()
    _word(standing, said)
    standing.save()
    _keep_answers(standing, said)
    return standing


def withdraw(*, submission: Submission, at: datetime) -> Submission:
    """
    Take a submission back: it is shown no more, and personal data are erased at once.

    Raises
    ------
    BrokenRuleError
        DK-10.
    """
    return _ended(submission, Standing.WITHDRAWN, at)


def disown(*, submission: Submission, at: datetime) -> Submission:
    """
    Say that it was filed in one's name by somebody else: counted openly as that, and shown no more.

    Raises
    ------
    BrokenRuleError
        DK-10.
    """
    return _ended(submission, Standing.DISOWNED, at)


@transaction.atomic
def _ended(submission: Submission, standing: Standing, at: datetime) -> Submission:
    held = _held(submission)
    held.standing, held.standing_at = standing, at
    held.save(update_fields=["standing", "standing_at"])
    Submitter.objects.filter(submission=held).update(name="", organization="", email="", erased_at=at)
    return held


@transaction.atomic
def erase_due(*, at: datetime) -> int:
    """Erase personal data whose day has come; how many were erased."""
    due = Submitter.objects.filter(erase_on__lte=at.date(), erased_at__isnull=True)
    return due.update(name="", organization="", email="", erased_at=at)


def _held(submission: Submission) -> Submission:
    held = Submission.objects.select_for_update().get(pk=submission.pk)
    label = Standing(held.standing).label
    require(DK_10, held.standing == Standing.RECEIVED, place=held.code, found=label)
    return held


def _read(call: Call, said: Said) -> tuple[Shown, dict[int, Shown], list[Finding]]:
    findings: list[Finding] = []

    def read(text: str, place: str) -> Shown:
        try:
            return read_text(text, place=place, may_be_empty=True)
        except BrokenRuleError as error:
            findings.extend(error.findings)
            return Shown("", 0)

    text = read(said.text, "text")
    places = list(call.questions.values_list("place", flat=True))
    answers = {place: read(said.answers.get(place, ""), f"answer_{place}") for place in places}
    answers = {place: each for place, each in answers.items() if each.text}
    letters = sum(sign.isalnum() for each in (text, *answers.values()) for sign in each.text)
    if not findings and letters < FEWEST_LETTERS and not said.files:
        findings.append(Finding(DK_01, "text", text.text[:80]))
    return text, answers, findings


def _about_the_day(call: Call, at: datetime) -> list[Finding]:
    """DK-06, on a day on which the call is not open."""
    if is_open(call.opens_on, call.closes_on, at.date()):
        return []
    return [Finding(DK_06, "call", f"{call.opens_on} – {call.closes_on or '…'}")]


def _word(submission: Submission, answers: Mapping[int, Shown]) -> None:
    """The words of a submission for search and comparison: its text and its answers, in the order of the questions."""
    whole = "\n".join([submission.text, *(answers[place].text for place in sorted(answers))])
    submission.folded = compared_form(whole).decode()
    submission.wording = wording_of(call=submission.call, folded=submission.folded, text=whole.strip())


def _keep_answers(submission: Submission, answers: Mapping[int, Shown]) -> None:
    questions = {each.place: each for each in submission.call.questions.all()}
    Answer.objects.bulk_create(
        Answer(submission=submission, question=questions[place], text=each.text)
        for place, each in answers.items()
    )


def _keep_person(submission: Submission, person: Personal) -> None:
    day = erased_on(filed=submission.filed_at.date(), closes=submission.call.closes_on, last_reply=None)
    Submitter.objects.create(
        submission=submission,
        name=person.name,
        organization=person.organization,
        email=person.email,
        erase_on=day,
    )


def _taken_out(*texts: Shown) -> list[Finding]:
    taken = sum(each.taken_out for each in texts)
    return [Finding(DK_04, "text", Bilingual(f"{taken} signs", f"{taken} signos"))] if taken else []


def _digest(link: str) -> str:
    return hashlib.sha256(link.encode("utf-8", "replace")).hexdigest()
