"""What happens when somebody signs in or out, or changes factors: the clock of the session starts, and the log hears of it."""

import logging
from hashlib import sha256
from typing import Any

from allauth.account.signals import password_changed
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed

from hled.dialogue.delegations.domain.sessions import BEGAN, BROWSER, LONGEST_BROWSER, SEEN
from hled.interfaces.asked import now
from hled.interfaces.logs import note


def begin_session(sender: object, request: Any, user: object, **_: Any) -> None:
    """Both limits of a session are counted from here; the browser is kept, so that its owner knows it again."""
    moment = int(now().timestamp())
    request.session[BEGAN] = request.session[SEEN] = moment
    request.session[BROWSER] = request.META.get("HTTP_USER_AGENT", "")[:LONGEST_BROWSER]


def note_signed_in(sender: object, request: Any, user: Any, **_: Any) -> None:
    methods = request.session.get("account_authentication_methods", [])
    note(
        "signed-in",
        person=user.pk,
        by=" ".join(each.get("method", "") for each in methods),
        **_place(request),
    )


def note_signed_out(sender: object, request: Any, user: Any, **_: Any) -> None:
    if user is not None:
        note("signed-out", person=user.pk, **_place(request))


def note_failed(sender: object, credentials: Any, request: Any = None, **_: Any) -> None:
    """Whoever mistakes one box for the other types a password as the name: the log keeps a digest of it."""
    name = str(credentials.get("email") or credentials.get("username") or "")
    note("sign-in-failed", level=logging.WARNING, tried=name_digest(name), **_place(request))


def note_locked(sender: object, request: Any, username: str = "", **_: Any) -> None:
    note("name-locked", level=logging.WARNING, tried=name_digest(username), **_place(request))


def note_password(sender: object, request: Any, user: Any, **_: Any) -> None:
    note("password-changed", person=user.pk, **_place(request))


def _noting(event: str) -> Any:
    def hear(sender: object, request: Any, user: Any, authenticator: Any, **_: Any) -> None:
        note(event, person=user.pk, kind=authenticator.type, **_place(request))

    return hear


def name_digest(name: str) -> str:
    """The same name gives the same twelve digits, so that attempts can be told apart."""
    return sha256(name.strip().lower().encode()).hexdigest()[:12]


def _place(request: Any) -> dict[str, Any]:
    return {"at": request.META.get("REMOTE_ADDR", "")} if request is not None else {}


HEARD = (
    (user_logged_in, "begin-session", begin_session),
    (user_logged_in, "signed-in", note_signed_in),
    (user_logged_out, "signed-out", note_signed_out),
    (user_login_failed, "sign-in-failed", note_failed),
    (user_locked_out, "name-locked", note_locked),
    (password_changed, "password-changed", note_password),
    (authenticator_added, "factor-added", _noting("factor-added")),
    (authenticator_removed, "factor-removed", _noting("factor-removed")),
    (authenticator_reset, "factor-renewed", _noting("factor-renewed")),
)


def listen() -> None:
    for signal, name, heard in HEARD:
        signal.connect(heard, weak=False, dispatch_uid=f"hled.delegations.{name}")
