"""How long a session lasts: so long without a request, and so long at all."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from hled.dialogue.delegations.domain.sessions import BEGAN, SEEN
from hled.dialogue.delegations.queries.sessions import limits
from hled.interfaces.asked import now

SEEN_EVERY = 60
"""Seconds between two notes of when a session was last used, so that reading does not write each time."""


class SessionLimitsMiddleware:
    """Ends a session at its limits; touches nothing where no session was begun."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            moment = int(now().timestamp())
            session = request.session
            if limits().is_over(session.get(BEGAN, 0), session.get(SEEN, 0), moment):
                logout(request)
            elif moment - session.get(SEEN, 0) >= SEEN_EVERY:
                session[SEEN] = moment
        return self.get_response(request)
