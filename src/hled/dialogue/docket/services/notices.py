"""
Send to those who spoke what was laid for them, by the mail server that officers are told by.

The words are made when a notice is sent, in the language of the submission. They lead to public pages: of the private
link only the digest is kept, so that it is sent once, with the receipt, and then forgotten.
"""

from datetime import datetime

from django.conf import settings
from django.db.models import F, Q, QuerySet

from hled.dialogue.delegations.services.notices import Letter
from hled.dialogue.docket.domain.moderating import Reason
from hled.dialogue.docket.domain.replying import Reply as Answer
from hled.dialogue.docket.domain.telling import (
    BY_PRIVATE_LINK,
    PRIVATE_LINK,
    REASONS,
    SEE,
    WHY_TOLD,
    Step,
)
from hled.dialogue.docket.models import Moderation, Notice, Reply, Theme
from hled.dialogue.docket.queries.public import shown
from hled.dialogue.docket.services.following import tell_what_became
from hled.dialogue.meetings.models import Decision, DecisionEffect
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party

_OF_A_THEME = {Step.REPLIED, Step.ON_AGENDA, Step.DECIDED, Step.CHANGED}


class SubmittersOutbox:
    """Notices to those who spoke and left an address."""

    def gather(self, at: datetime) -> None:
        tell_what_became(at=at)

    def waiting(self, before: datetime, most: int) -> list[int]:
        rows = _unsent().filter(Q(tried_at__isnull=True) | Q(tried_at__lte=before))
        return list(
            rows.order_by(F("tried_at").asc(nulls_first=True), "id").values_list("id", flat=True)[:most]
        )

    def claimed(self, id: int, *, at: datetime, before: datetime) -> Letter | None:
        untried = Q(tried_at__isnull=True) | Q(tried_at__lte=before)
        if not Notice.objects.filter(untried, id=id, sent_at__isnull=True).update(tried_at=at):
            return None
        found = _unsent().select_related("submission__call", "submission__submitter").filter(id=id).first()
        return letter(found) if found else None

    def sent(self, id: int, at: datetime) -> None:
        Notice.objects.filter(id=id).update(sent_at=at, failure="", link="")

    def failed(self, ids: list[int], at: datetime, why: str) -> None:
        for start in range(0, len(ids), 500):
            some = Notice.objects.filter(id__in=ids[start : start + 500], sent_at__isnull=True)
            some.update(tried_at=at, failure=why[:200])

    def kept(self) -> int:
        return _unsent().count()


OUTBOX = SubmittersOutbox()


def _unsent() -> QuerySet[Notice]:
    """With somebody to read them: an address that was not erased; of a theme, what is still shown."""
    rows = Notice.objects.filter(sent_at__isnull=True, submission__submitter__erased_at__isnull=True)
    of_shown = Q(submission__in=shown()) | ~Q(kind__in=list(_OF_A_THEME))
    return rows.filter(of_shown, submission__submitter__isnull=False).exclude(submission__submitter__email="")


def letter(notice: Notice) -> Letter:
    """The message, made from what stands in the store."""
    submission, step = notice.submission, Step(notice.kind)
    language, code = submission.language, submission.code
    values, lines, page = _about(notice, step)

    def say(text: Bilingual, **more: object) -> str:
        return text.format(code=code, **values, **more).in_language(language)

    site = f"{settings.SITE_URL}/{language}"
    body = [say(step.says)]
    if lines is not None:
        body += ["", say(REASONS), lines.in_language(language)]
    if step is Step.RECEIVED and notice.link:
        body += ["", say(PRIVATE_LINK), f"{site}/docket/receipts/{notice.link}/"]
    if step is Step.REJECTED:
        body += ["", say(BY_PRIVATE_LINK)]
    body += ["", say(SEE), f"{site}/{page}", "", "--", say(WHY_TOLD)]
    subject = " ".join(f"hled: {say(step.subject)}".split())
    return Letter(f"docket-{notice.pk}", submission.submitter.email, subject[:400], "\n".join(body), language)


def _about(notice: Notice, step: Step) -> tuple[dict[str, object], Bilingual | None, str]:
    """What a message says beside its step: its values, the reasons given, and the public page that it leads to."""
    submission = notice.submission
    if step is Step.RECEIVED:
        call = submission.call
        return (
            {"call": Bilingual(call.title_en, call.title_es)},
            None,
            f"docket/submissions/{submission.code}/",
        )
    if step not in _OF_A_THEME:
        act = Moderation.objects.get(pk=int(notice.about))
        note = Bilingual(act.note_en, act.note_es)
        page = f"docket/calls/{submission.call.code}/"
        if step is Step.RESTORED:
            page = f"docket/submissions/{submission.code}/"
        return {"reason": Reason(act.reason).label}, note, page
    code, _, about = notice.about.partition(" ")
    theme = Theme.objects.get(pk=int(code.removeprefix("DT-")))
    values: dict[str, object] = {"theme": Bilingual(theme.title_en, theme.title_es)}
    reasons, page = None, f"docket/themes/{code}/"
    if step is Step.REPLIED:
        reply = Reply.objects.get(pk=int(about.rpartition(" ")[2]))
        values |= {"party": Party(reply.party).label, "answer": Answer(reply.answer).label}
        reasons = Bilingual(reply.reasons_en, reply.reasons_es)
    elif step is Step.DECIDED:
        decision = Decision.objects.get(pk=int(about))
        values["decision"] = Bilingual(decision.title_en, decision.title_es)
    elif step is Step.CHANGED:
        subject = DecisionEffect.objects.get(pk=int(about)).subject.rpartition("/")[2]
        values["subject"] = Bilingual(subject, subject)
    return values, reasons, page
