"""Notices that were sent, or wait to be, as an answer."""

from hled.dialogue.delegations.models import Notice, NoticeOptOut, Person
from hled.interfaces.answers import COUNT, MOMENT, TEXT, Answer, Published, maybe, shape
from hled.kernel.bilingual import Bilingual

LAST = 50

NOTICES_SCHEMA = Published(
    "notices",
    Bilingual("Notices by e-mail, the newest first", "Avisos por correo, del más reciente al más antiguo"),
    shape(to=TEXT, subject=TEXT, made_at=MOMENT, sent_at=maybe(MOMENT), failure=TEXT),
    {"kept": COUNT, "sent_now": maybe(COUNT)},
)
PUBLISHED = (NOTICES_SCHEMA,)


def notices_answer(*, sent: int | None = None) -> Answer:
    """The last notices; `sent` says how many an attempt has sent just now."""
    rows = Notice.objects.select_related("person").order_by("-id")[:LAST]
    return Answer(
        "notices",
        {},
        [
            {
                "to": each.person.email,
                "subject": each.subject,
                "made_at": each.made_at.isoformat(),
                "sent_at": each.sent_at.isoformat() if each.sent_at else None,
                "failure": each.failure,
            }
            for each in rows
        ],
        total=Notice.objects.count(),
        extras={"kept": Notice.objects.filter(sent_at__isnull=True).count(), "sent_now": sent},
    )


def wants_notices(person: Person) -> bool:
    return not NoticeOptOut.objects.filter(person=person).exists()
