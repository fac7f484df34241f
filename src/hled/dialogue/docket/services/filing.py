"""File a submission, and what the holder of its private link can do with it."""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.db import transaction

from hled.dialogue.chronicle.services import bump_revision
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
from hled.dialogue.docket.domain.sending import DK_43, MOST_CORRECTIONS
from hled.dialogue.docket.domain.telling import Step
from hled.dialogue.docket.domain.words import (
    DK_01,
    DK_04,
    Shown,
    compared_form,
    read_text,
    says_something,
    with_words_of,
)
from hled.dialogue.docket.models import Answer, Call, FormerText, Receipt, Submission, Submitter
from hled.dialogue.docket.services.attaching import File, Looked, attach, look_at, texts_of
from hled.dialogue.docket.services.calls import party_of_intake
from hled.dialogue.docket.services.copies import wording_of
from hled.dialogue.docket.services.telling import forget_links, tell_one
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, NotFoundError, require


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


@dataclass(frozen=True, slots=True)
class Ready:
    """What was found fit to be filed, before anything is written: nothing in it waits for the store."""

    call: Call
    intake: str
    text: Shown
    answers: Mapping[int, Shown]
    whole: str
    folded: str
    speaker: Speaker
    person: Personal
    files: tuple[Looked, ...]


def file_submission(
    *,
    call: Call | None,
    said: Said,
    at: datetime,
    source: str = "form",
    source_id: str | None = None,
    link: str = "",
) -> Filed:
    """
    Take in what somebody says to a call.

    Parameters
    ----------
    link
        The private link, where it was made already; else a fresh one.

    Raises
    ------
    BrokenRuleError
        DK-01 to DK-03, DK-05 to DK-08 and DK-11, all that apply; DK-20, DK-46 and MT-21 to MT-24 for its files.
    """
    return keep(
        ready=made_ready(call=call, said=said, at=at), at=at, source=source, source_id=source_id, link=link
    )


def made_ready(*, call: Call | None, said: Said, at: datetime) -> Ready:
    """
    Read and check what somebody says, all of it, and write nothing.

    Raises
    ------
    BrokenRuleError
        As `file_submission`.
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
    files, of_files = look_at(said.files)
    findings += of_files
    if findings or intake is None:
        raise BrokenRuleError(findings)
    whole = _whole(text, answers)
    folded = compared_form(whole).decode()
    return Ready(call, intake, text, answers, whole, folded, said.speaker, person, tuple(files))


@transaction.atomic(savepoint=False)
def keep(
    *, ready: Ready, at: datetime, source: str = "form", source_id: str | None = None, link: str = ""
) -> Filed:
    """Write what was made ready: submission, answers, receipt, person and files, or nothing of them."""
    submission = Submission.objects.create(
        call=ready.call,
        intake=ready.intake,
        text=ready.text.text,
        folded=ready.folded,
        wording=wording_of(call=ready.call, folded=ready.folded, text=ready.whole),
        kind=ready.speaker.kind,
        size=ready.speaker.size,
        place=ready.speaker.place,
        language=ready.speaker.language,
        filed_at=at,
        source=source,
        source_id=source_id,
    )
    _keep_answers(submission, ready.answers)
    link = link or secrets.token_urlsafe(24)
    Receipt.objects.create(submission=submission, link_digest=_digest(link))
    if ready.person:
        _keep_person(submission, ready.person)
        if source == "form" and ready.person.email:
            kept = link if settings.NOTICES_ARE_SENT else ""
            tell_one(submission=submission, kind=Step.RECEIVED, about="", at=at, link=kept)
    attach(submission=submission, files=ready.files)
    return Filed(submission, link, tuple(_taken_out(ready.text, *ready.answers.values())))


def opened(*, link: str) -> Submission:
    """
    The submission of a receipt, for the holder of its private link.

    Raises
    ------
    NotFoundError
        DK-09.
    """
    receipt = Receipt.objects.select_related("submission__call").filter(link_digest=_digest(link)).first()
    if receipt is None:
        raise NotFoundError([Finding(DK_09, "link")])
    return receipt.submission


@transaction.atomic
def correct(*, submission: Submission, text: str, answers: Mapping[int, str], at: datetime) -> Submission:
    """
    Replace what a submission says; the former words are kept, and not public.

    Raises
    ------
    BrokenRuleError
        DK-01 to DK-03; DK-06, when the call has closed; DK-10; DK-43.
    """
    standing = _held(submission)
    call = standing.call
    times = standing.former_texts.count()
    require(DK_43, times < MOST_CORRECTIONS, place=standing.code, found=times)
    shown, said, findings = _read(call, Said(text, answers=answers), standing.attachments.exists())
    findings += _about_the_day(call, at)
    if findings:
        raise BrokenRuleError(findings)
    former = {str(each.question.place): each.text for each in standing.answers.select_related("question")}
    FormerText.objects.create(submission=standing, text=standing.text, answers=former, until=at)
    standing.text = shown.text
    standing.corrected_at = at
    standing.answers.all().delete()
    own = _whole(shown, said)
    of_files = list(texts_of(standing))
    whole = own if compared_form(own) else "\n".join(of_files)
    compared = compared_form(whole).decode()
    standing.folded = with_words_of(compared, of_files)
    standing.wording = wording_of(call=call, folded=compared, text=whole)
    standing.save()
    _keep_answers(standing, said)
    bump_revision()
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
    forget_links(submission=held)
    bump_revision()
    return held


@transaction.atomic
def forget_person(*, submission: Submission, at: datetime) -> bool:
    """Erase who filed, and keep what was said; whether there was anything to erase."""
    kept = Submitter.objects.filter(submission=submission, erased_at__isnull=True)
    forget_links(submission=submission)
    return bool(kept.update(name="", organization="", email="", erased_at=at))


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


def _read(call: Call, said: Said, has_files: bool = False) -> tuple[Shown, dict[int, Shown], list[Finding]]:
    findings: list[Finding] = []

    def read(text: str, place: str) -> Shown:
        try:
            return read_text(text, place=place, may_be_empty=True)
        except BrokenRuleError as error:
            findings.extend(error.findings)
            return Shown("", 0)

    text = read(said.text, "text")
    places = [each.place for each in call.questions.all()]
    answers = {place: read(said.answers.get(place, ""), f"answer_{place}") for place in places}
    answers = {place: each for place, each in answers.items() if each.text}
    something = says_something(each.text for each in (text, *answers.values()))
    if not findings and not something and not (said.files or has_files):
        findings.append(Finding(DK_01, "text", text.text[:80]))
    return text, answers, findings


def _about_the_day(call: Call, at: datetime) -> list[Finding]:
    """DK-06, on a day on which the call is not open."""
    if is_open(call.opens_on, call.closes_on, at.date()):
        return []
    return [Finding(DK_06, "call", f"{call.opens_on} – {call.closes_on or '…'}")]


def _whole(text: Shown, answers: Mapping[int, Shown]) -> str:
    """The text and the answers, in the order of the questions."""
    return "\n".join([text.text, *(answers[place].text for place in sorted(answers))]).strip()


def _keep_answers(submission: Submission, answers: Mapping[int, Shown]) -> None:
    if not answers:
        return
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
    found = Bilingual(f"{taken} signs", f"{taken} signos")
    return [Finding(DK_04, "text", found, data={"count": taken})] if taken else []


def _digest(link: str) -> str:
    return hashlib.sha256(link.encode("utf-8", "replace")).hexdigest()
