"""Send a form: its piece of work, its words and its one time, together or not at all."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from hled.dialogue.docket.domain.proof_of_work import DK_13
from hled.dialogue.docket.models import Call, Submission
from hled.dialogue.docket.services.afterwards import follow_up
from hled.dialogue.docket.services.entrance import check_work, enter, link_for
from hled.dialogue.docket.services.filing import Filed, Ready, Said, keep, made_ready, opened
from hled.kernel.rule import BrokenRuleError, NotFoundError


@dataclass(frozen=True, slots=True)
class Form:
    """What a form carries beside its words: the challenge, the number that was found for it, and from where it comes."""

    challenge: str
    work: str
    address: str


def send(*, call: Call | None, said: Said, form: Form, secret: bytes, at: datetime) -> Filed:
    """
    File what a form says.

    A form that comes twice with the same words, as by two clicks, leads to what was filed the first time.
    A form that is refused was not sent: it can be corrected and come again.

    Raises
    ------
    BrokenRuleError
        DK-12 to DK-14, and those of `file_submission`.
    """
    check_work(challenge=form.challenge, answer=form.work, secret=secret, at=at)
    ready = made_ready(call=call, said=said, at=at)
    link = link_for(form.challenge, secret)
    try:
        with transaction.atomic():
            enter(challenge=form.challenge, address=form.address, secret=secret, at=at)
            filed = keep(ready=ready, at=at, link=link)
    except BrokenRuleError as error:
        before = sent_before(link)
        if error.findings[0].rule is not DK_13 or before is None or not _says_the_same(before, ready):
            raise
        return Filed(before, link, ())
    follow_up()
    return filed


def sent_before(link: str) -> Submission | None:
    """What was filed by a form already."""
    try:
        return opened(link=link)
    except NotFoundError:
        return None


def _says_the_same(before: Submission, ready: Ready) -> bool:
    answers = dict(before.answers.values_list("question__place", "text"))
    said = {place: each.text for place, each in ready.answers.items()}
    return before.call_id == ready.call.pk and before.text == ready.text.text and answers == said
