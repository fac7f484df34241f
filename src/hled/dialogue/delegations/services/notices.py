"""
Tell officers by e-mail what waits for them: a table of notices, filled and emptied after the commit of what they tell.

Rooms above send messages of their own by the same server (`register_outbox`).

What is told is worked out again from the state of the store (`queries.waiting`), and each notice is kept before it is
sent. So nothing is lost by a mail server that fails or a process that ends: the next attempt finds what is missing.
"""

import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, partial
from smtplib import SMTPRecipientsRefused
from typing import Protocol

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection, transaction
from django.db.models import F, Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.domain.waiting import Waiting
from hled.dialogue.delegations.models import Appointment, Notice, NoticeOptOut, Person
from hled.dialogue.delegations.queries.people import officers_in_office
from hled.dialogue.delegations.queries.waiting import every_wait, told_to
from hled.interfaces.asked import now
from hled.interfaces.formats import day
from hled.kernel.bilingual import Language
from hled.kernel.party import Party
from hled.kernel.rule import declare, require

log = logging.getLogger(__name__)

NO_01 = declare(
    "NO-01",
    en="Notices are sent by a mail server that the operator names.",
    es="Los avisos se envían por un servidor de correo que indica quien opera el sitio.",
    remedy_en="Set HLED_MAIL_URL, such as smtp+starttls://user:password@mail.example:587, and HLED_MAIL_FROM.",
    remedy_es="Fije HLED_MAIL_URL, como smtp+starttls://usuario:clave@correo.example:587, y HLED_MAIL_FROM.",
)

AGAIN_AFTER = timedelta(minutes=10)
"""How long an attempt that failed, or that another process may still be at, is left alone."""
_AT_ALL = timedelta(microseconds=1)
"""An attempt is not made twice in one round."""
AT_ONCE = 200
KEY = 200
"""Letters of a key that are kept."""

Work = Callable[[datetime], Iterable[Waiting]]


@dataclass(frozen=True, slots=True)
class Sent:
    """What an attempt came to."""

    sent: int
    kept: int


def after_commit(work: Work) -> None:
    """
    Once the transaction is committed, tell what `work` finds then.

    Whoever acted does not wait for the mail server, and nothing that fails here reaches her.
    """
    if settings.NOTICES_ARE_SENT:
        transaction.on_commit(partial(_ring, work), robust=True)


def _ring(work: Work) -> None:
    """Work that waits already, as when many ask for the same within a second, is not asked for again."""
    if not settings.NOTICES_IN_BACKGROUND:
        _deliver(work)
    elif work not in _asked:
        _asked.add(work)
        _postman().submit(_apart, work)


_asked: set[Work] = set()
"""What was asked for and has not begun."""


@cache
def _postman() -> ThreadPoolExecutor:
    """One thread of each process."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="notices")


def _apart(work: Work) -> None:
    _asked.discard(work)
    try:
        _deliver(work)
    except Exception:
        log.exception("notices were not told; `hled notices send` tells them")
    finally:
        connection.close()


def _deliver(work: Work) -> None:
    at = now()
    if items := list(work(at)):
        hand_in(items, at=at)
    _send_all(at, AGAIN_AFTER)


def tell_everybody(*, at: datetime) -> Sent:
    """
    Work out everything that waits for anybody, tell what was not told yet, and try again what failed.

    Raises
    ------
    BrokenRuleError
        NO-01, where no mail server is set.
    """
    require(NO_01, settings.NOTICES_ARE_SENT, place="HLED_MAIL_URL", found="-")
    for box in _outboxes():
        box.gather(at)
    return _send_all(at, _AT_ALL)


def _send_all(at: datetime, again_after: timedelta) -> Sent:
    """Round after round, until one sends nothing: the rest was tried."""
    sent = 0
    while True:
        done = send_waiting(at=at, again_after=again_after)
        sent += done.sent
        if not done.sent:
            return Sent(sent, done.kept)


@transaction.atomic
def hand_in(items: Iterable[Waiting], *, at: datetime) -> int:
    """
    Keep a notice to everybody whom something is meant for and who was not told of it before.

    Returns
    -------
    int
        How many are new.
    """
    silent = set(NoticeOptOut.objects.values_list("person", flat=True))
    officers = {
        party: [
            term
            for term in officers_in_office(at.date(), party=party)
            if term.person_id not in silent and _is_reached(term.person)
        ]
        for party in Party
    }
    mailed = [item for item in items if item.is_mailed]
    keys = {item.key[:KEY] for item in mailed}
    told = set(Notice.objects.filter(key__in=keys).values_list("person", "key"))
    made: dict[tuple[int, str], Notice] = {}
    for item in mailed:
        for term in told_to(item, officers[item.party]):
            which = (term.person_id, item.key[:KEY])
            if which not in told and which not in made:
                made[which] = _notice(item, term, at)
    Notice.objects.bulk_create(made.values(), ignore_conflicts=True)
    return len(made)


def _is_reached(person: Person) -> bool:
    """A sample has an address that is nobody's: its notices are for a demonstration to look at."""
    return not person.is_sample or bool(settings.SAMPLES_MAY_SIGN_IN)


def _notice(item: Waiting, term: Appointment, at: datetime) -> Notice:
    language = Language(term.person.language)
    with translation.override(language):
        says, title = item.says.in_language(language), item.title.in_language(language)
        lines = [says, "", title, f"{settings.SITE_URL}/{language}/{item.page}"]
        if item.until:
            lines += ["", _("Until %(day)s.") % {"day": day(item.until.date(), language)}]
        told = {
            "role": Role(term.role).label.in_language(language),
            "party": item.party.label.in_language(language),
        }
        lines += [
            "",
            "--",
            _("You are told this as %(role)s, %(party)s.") % told,
            _("To be told no more: %(page)s") % {"page": f"{settings.SITE_URL}/{language}/account/"},
        ]
    subject = " ".join(f"hled: {says}: {title}".split())
    return Notice(
        person=term.person, key=item.key[:KEY], subject=subject[:400], body="\n".join(lines), made_at=at
    )


@dataclass(frozen=True, slots=True)
class Letter:
    """
    A message as it is given to the mail server.

    `number` names it for good, such as ``notice-12``, so that a program can see that it has it already.
    """

    number: str
    to: str
    subject: str
    body: str
    language: str


class Outbox(Protocol):
    """Messages that a room keeps until they are sent; one that was sent is never sent again."""

    def gather(self, at: datetime) -> None:
        """Keep what is to be told and was not kept yet."""

    def waiting(self, before: datetime, most: int) -> list[int]:
        """Numbers of messages that were not sent, nor tried since a moment; those never tried first."""

    def claimed(self, id: int, *, at: datetime, before: datetime) -> Letter | None:
        """The message, for whoever says first that she sends it; None where another did, or nobody is left to read it."""

    def sent(self, id: int, at: datetime) -> None: ...

    def failed(self, ids: list[int], at: datetime, why: str) -> None: ...

    def kept(self) -> int:
        """How many are not sent."""


_OUTBOXES: list[Outbox] = []


def register_outbox(outbox: Outbox) -> None:
    """Let a room above send messages of its own by the same server, at the same hours."""
    if outbox not in _OUTBOXES:
        _OUTBOXES.append(outbox)


def _outboxes() -> list[Outbox]:
    return [OfficersOutbox(), *_OUTBOXES]


def send_waiting(*, at: datetime, again_after: timedelta = AGAIN_AFTER) -> Sent:
    """
    Send what is kept and not sent, each to one person; stop where the mail server does not answer.

    A message is claimed before it is sent, so that two processes do not send it both; one that fails stays and says why.
    """
    sent, boxes = 0, _outboxes()
    before = at - again_after
    waiting = [(box, id) for box in boxes for id in box.waiting(before, AT_ONCE)]
    if waiting:
        server = get_connection()
        try:
            server.open()
            for box, id in waiting:
                sent += _send_one(box, id, server, at, before)
        except OSError as error:
            log.warning("notices are kept: %s", type(error).__name__)
            for box in boxes:
                ids = [id for of, id in waiting if of is box]
                box.failed(ids, at, type(error).__name__)
        finally:
            server.close()
    return Sent(sent, sum(box.kept() for box in boxes))


def _send_one(box: Outbox, id: int, server: BaseEmailBackend, at: datetime, before: datetime) -> int:
    letter = box.claimed(id, at=at, before=before)
    if letter is None:
        return 0
    message = EmailMessage(
        letter.subject,
        letter.body,
        settings.DEFAULT_FROM_EMAIL,
        [letter.to],
        connection=server,
        headers={
            "Message-ID": f"<{letter.number}@{settings.SITE_URL.partition('//')[2].partition(':')[0]}>",
            "Auto-Submitted": "auto-generated",
            "Content-Language": letter.language,
        },
    )
    try:
        message.send()
    except (SMTPRecipientsRefused, UnicodeError) as error:  # an address that nobody has stops no other letter
        box.failed([id], at, type(error).__name__)
        return 0
    box.sent(id, at)
    return 1


class OfficersOutbox:
    """Notices to officers."""

    def gather(self, at: datetime) -> None:
        for party in Party:
            hand_in(every_wait(party, at), at=at)

    def waiting(self, before: datetime, most: int) -> list[int]:
        rows = _unsent().filter(Q(tried_at__isnull=True) | Q(tried_at__lte=before))
        return list(
            rows.order_by(F("tried_at").asc(nulls_first=True), "id").values_list("id", flat=True)[:most]
        )

    def claimed(self, id: int, *, at: datetime, before: datetime) -> Letter | None:
        untried = Q(tried_at__isnull=True) | Q(tried_at__lte=before)
        if not Notice.objects.filter(untried, id=id, sent_at__isnull=True).update(tried_at=at):
            return None
        notice = Notice.objects.select_related("person").get(id=id)
        to, language = notice.person.email, notice.person.language
        return Letter(f"notice-{notice.pk}", to, notice.subject, notice.body, language)

    def sent(self, id: int, at: datetime) -> None:
        Notice.objects.filter(id=id).update(sent_at=at, failure="")

    def failed(self, ids: list[int], at: datetime, why: str) -> None:
        Notice.objects.filter(id__in=ids, sent_at__isnull=True).update(tried_at=at, failure=why[:200])

    def kept(self) -> int:
        return _unsent().count()


def _unsent() -> QuerySet[Notice]:
    return Notice.objects.filter(
        sent_at__isnull=True, person__is_active=True, person__notice_opt_out__isnull=True
    )


@transaction.atomic
def want_notices(*, person: Person, wanted: bool, at: datetime) -> None:
    """Let a person be told by e-mail, or not; what waits for her stands on the page of her tasks all the same."""
    if wanted:
        NoticeOptOut.objects.filter(person=person).delete()
    else:
        NoticeOptOut.objects.get_or_create(person=person, defaults={"since": at})
