"""Notices that were sent, or wait to be, as an answer."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

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


@dataclass(frozen=True, slots=True)
class Told:
    """
    A notice as a list has it.

    Parameters
    ----------
    to
        Whom it goes to: the address of an officer; of anybody else what stands for it, and never the address.
    """

    to: str
    subject: str
    made_at: datetime
    sent_at: datetime | None
    failure: str


@dataclass(frozen=True, slots=True)
class Kept:
    """Notices of one room: the last of them, how many there are, and how many were not sent."""

    last: tuple[Told, ...]
    total: int
    unsent: int


Source = Callable[[int], Kept]
_SOURCES: list[Source] = []


def register(source: Source) -> None:
    """Let a room above list the notices that it keeps; it is asked for so many of the last."""
    if source not in _SOURCES:
        _SOURCES.append(source)


def _to_officers(most: int) -> Kept:
    rows = Notice.objects.select_related("person").order_by("-id")[:most]
    last = tuple(
        Told(each.person.email, each.subject, each.made_at, each.sent_at, each.failure) for each in rows
    )
    return Kept(last, Notice.objects.count(), Notice.objects.filter(sent_at__isnull=True).count())


def notices_answer(*, sent: int | None = None) -> Answer:
    """The last notices; `sent` says how many an attempt has sent just now."""
    every = [source(LAST) for source in (_to_officers, *_SOURCES)]
    return Answer(
        "notices",
        {},
        [_item(each) for each in _newest(told for kept in every for told in kept.last)],
        total=sum(each.total for each in every),
        extras={"kept": sum(each.unsent for each in every), "sent_now": sent},
    )


def _newest(told: Iterable[Told]) -> list[Told]:
    """A stable order: of the same moment, as the rooms gave them."""
    return sorted(told, key=lambda each: each.made_at, reverse=True)[:LAST]


def _item(told: Told) -> dict[str, str | None]:
    return {
        "to": told.to,
        "subject": told.subject,
        "made_at": told.made_at.isoformat(),
        "sent_at": told.sent_at.isoformat() if told.sent_at else None,
        "failure": told.failure,
    }


def wants_notices(person: Person) -> bool:
    return not NoticeOptOut.objects.filter(person=person).exists()
