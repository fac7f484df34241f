"""What happens when somebody signs in: the clock of the session starts."""

from typing import Any

from django.contrib.auth.signals import user_logged_in

from hled.interfaces.asked import now

BEGAN, SEEN = "began_at", "seen_at"
"""Keys of a session: seconds since 1970."""


def begin_session(sender: object, request: Any, user: object, **_: Any) -> None:
    """Both limits of a session are counted from here."""
    moment = int(now().timestamp())
    request.session[BEGAN] = request.session[SEEN] = moment


def listen() -> None:
    user_logged_in.connect(begin_session, dispatch_uid="hled.delegations.begin_session")
