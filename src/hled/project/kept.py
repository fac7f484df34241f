"""Public pages and answers, kept until the store or the day changes: they are the same for every reader."""

from collections.abc import Callable
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse

from hled.dialogue.chronicle.domain.memory import Memory
from hled.dialogue.chronicle.queries import store_revision
from hled.interfaces.asked import today
from hled.interfaces.frame import TONE_COOKIE

MOST_PAGES = 200
LARGEST = 400_000
"""Bytes; what is larger is a download, and made anew."""


class _Kept(NamedTuple):
    content: bytes
    headers: dict[str, str]


class KeptPagesMiddleware:
    """
    Answers a repeated GET from memory.

    The key holds everything an answer depends on: the state of the store, the day, the address with its query, the
    host, the appearance chosen and whether a part of a page was asked for. Only whole answers with status 200 and
    without cookies are kept.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.kept: Memory[_Kept | None] = Memory(MOST_PAGES)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "GET" or "/appearance/" in request.path:
            return self.get_response(request)
        made: list[HttpResponse] = []

        def make() -> _Kept | None:
            answer = self.get_response(request)
            made.append(answer)
            keepable = answer.status_code == 200 and not answer.streaming and not answer.cookies
            if not keepable or len(answer.content) > LARGEST:
                return None
            return _Kept(answer.content, dict(answer.items()))

        kept = self.kept.recall(self._key(request), make)
        if made:
            return made[0]
        return HttpResponse(kept.content, headers=kept.headers) if kept else self.get_response(request)

    def _key(self, request: HttpRequest) -> tuple[object, ...]:
        return (
            store_revision(),
            today(),
            request.get_full_path(),
            request.get_host(),
            request.is_secure(),
            request.COOKIES.get(TONE_COOKIE),
            request.headers.get("HX-Request"),
            request.headers.get("Accept-Language") if request.path == "/" else None,
        )
