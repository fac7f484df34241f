"""The sessions in which a person is signed in, one for each browser."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils.crypto import constant_time_compare

from hled.dialogue.delegations.domain.sessions import BEGAN, BROWSER, SEEN, Limits
from hled.dialogue.delegations.models import Person


@dataclass(frozen=True, slots=True)
class OwnSession:
    """
    A browser in which a person is signed in.

    Parameters
    ----------
    id
        A digest of the key of the session; the key itself is shown to nobody.
    browser
        What the browser said of itself when she signed in.
    """

    id: str
    began: datetime
    seen: datetime
    browser: str
    is_this: bool


def public_key_of(key: str) -> str:
    """What stands for the key of a session on pages."""
    return sha256(key.encode()).hexdigest()[:32]


def sessions_of(person: Person, *, this: str | None, at: datetime) -> list[OwnSession]:
    """
    Where a person is signed in now, the last used first.

    Only officers have sessions, so that all that have not run out can be looked through.

    Parameters
    ----------
    this
        Key of the session that asks.
    """
    found = [
        OwnSession(
            public_key_of(row.session_key),
            _moment(said[BEGAN]),
            _moment(said[SEEN]),
            str(said.get(BROWSER, "")),
            row.session_key == this,
        )
        for row, said in own_sessions(person, at)
    ]
    return sorted(found, key=lambda each: (each.is_this, each.seen), reverse=True)


def own_sessions(person: Person, at: datetime) -> Iterator[tuple[Session, Mapping[str, Any]]]:
    """The rows of a person's sessions that still let her in, with what they keep."""
    for row in Session.objects.filter(expire_date__gt=at):
        said = row.get_decoded()
        if said.get(SESSION_KEY) == str(person.pk) and _lets_in(said, person, at):
            yield row, said


def _lets_in(said: Mapping[str, Any], person: Person, at: datetime) -> bool:
    """Whether nothing ended the session since: neither a change of the password, nor signing out everywhere, nor time."""
    is_of_now = constant_time_compare(said.get(HASH_SESSION_KEY, ""), person.get_session_auth_hash())
    return is_of_now and not limits().is_over(said.get(BEGAN, 0), said.get(SEEN, 0), int(at.timestamp()))


def limits() -> Limits:
    return Limits(settings.SESSION_IDLE_SECONDS, settings.SESSION_COOKIE_AGE)


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, tz=UTC)
