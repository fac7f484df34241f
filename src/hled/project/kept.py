"""Public pages and answers, kept until the store or the day changes: they are the same for every anonymous reader."""

import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import ClassVar, NamedTuple

from django.conf import settings
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.filebased import FileBasedCache
from django.http import HttpRequest, HttpResponse

from hled.dialogue.chronicle.domain.memory import Memory
from hled.dialogue.chronicle.queries import store_revision
from hled.interfaces.asked import today

MOST_PAGES = 200
MOST_ON_DISK = 1000
A_DAY = 86_400
LARGEST = 400_000
"""Bytes; what is larger is a download, and made anew."""


class _Kept(NamedTuple):
    content: bytes
    headers: dict[str, str]


class KeptPagesMiddleware:
    """
    Answers a repeated GET from memory.

    The key holds everything an answer depends on: the state of the store, the day, the address with its query, the
    host, the appearance chosen and whether a part of a page was asked for. Only whole answers with status 200 are kept,
    without cookies and not those that say ``no-store``: they are for their visitor, or change with every form that is sent.
    """

    shared: ClassVar[BaseCache | None] = None
    """Where the workers of one server find each other's pages; set by serving, unused elsewhere."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.kept: Memory[_Kept | None] = Memory(MOST_PAGES)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "GET" or "/appearance/" in request.path or _is_known(request):
            return self.get_response(request)
        made: list[HttpResponse] = []

        key = self._key(request)
        name = sha256(repr(key).encode()).hexdigest()

        def make() -> _Kept | None:
            if self.shared is not None and (found := self.shared.get(name)) is not None:
                return _Kept(*found)
            answer = self.get_response(request)
            made.append(answer)
            keepable = (
                answer.status_code == 200
                and not answer.streaming
                and not answer.cookies
                and "no-store" not in answer.get("Cache-Control", "")
            )
            if not keepable or len(answer.content) > LARGEST:
                return None
            page = _Kept(answer.content, dict(answer.items()))
            if self.shared is not None:
                self.shared.set(name, tuple(page))
            return page

        kept = self.kept.recall(key, make)
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
            request.COOKIES.get(settings.TONE_COOKIE_NAME),
            request.headers.get("HX-Request"),
            request.headers.get("Accept-Language") if request.path == "/" else None,
        )


def _is_known(request: HttpRequest) -> bool:
    """Whoever may have signed in gets pages of her own, and leaves none behind."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def share_pages(home: Path) -> None:
    """Let the workers of a server share their pages through a folder of the home, emptied of an older program's."""
    program = Path(__file__).resolve().parents[1]
    state = sha256()
    for path in sorted(program.rglob("*")):
        if path.suffix in {".py", ".html", ".css", ".js", ".mo", ".yaml"}:
            state.update(f"{path}{path.stat().st_mtime_ns}".encode())
    folder = home / "pages" / state.hexdigest()[:16]
    for former in (home / "pages").glob("*"):
        if former != folder and former.is_dir():
            shutil.rmtree(former, ignore_errors=True)
    KeptPagesMiddleware.shared = FileBasedCache(
        str(folder), {"TIMEOUT": A_DAY, "OPTIONS": {"MAX_ENTRIES": MOST_ON_DISK}}
    )
