"""
What follows upon a submission, when its sender has gone: files are read, and new words compared with those of others.

They are done beside the answers of the server, a little at a time; what is left, as after a restart, is done by the commands.
"""

import logging
import time
from collections.abc import Callable
from threading import Lock, Thread

from django.conf import settings
from django.db import connection

from hled.dialogue.chronicle.services import bump_revision
from hled.dialogue.docket.models import Call, Wording
from hled.dialogue.docket.services.attaching import read_waiting
from hled.dialogue.docket.services.copies import group_waiting
from hled.dialogue.docket.services.themes import follow_groups
from hled.interfaces.asked import now

PAUSE = 1.0
"""Seconds for which work is gathered before it is begun."""
SHOWN_WITHIN = 20.0
"""Seconds after which pages that are kept show what was filed: while a campaign runs they are not made anew each time."""
AT_ONCE = 1
"""Wordings compared in one transaction: whoever files meanwhile waits for no more."""
GIVES_WAY = 4
"""So many times as long as it compared, the work beside the answers rests."""
MOST_WAITING = 200
"""Of so many wordings in a call many came at once, as a table; the command compares them."""

log = logging.getLogger(__name__)


class Later:
    """
    Work that is asked for often, and done once for all who asked before it began; never twice at a time in a process.

    A server that stops does not wait for it.
    """

    def __init__(self, work: Callable[[], object], pause: float = PAUSE) -> None:
        self._work = work
        self._pause = pause
        self._lock = Lock()
        self._turn = Lock()
        self._is_asked = False

    def ask(self) -> None:
        with self._lock:
            if self._is_asked:
                return
            self._is_asked = True
        Thread(target=self._do, name="docket", daemon=True).start()

    def _do(self) -> None:
        time.sleep(self._pause)
        with self._turn:
            with self._lock:
                self._is_asked = False
            try:
                self._work()
            except Exception:
                log.exception(
                    "not everything was read and compared; `hled docket read` and `hled docket groups` go on"
                )
            finally:
                connection.close()


def read_some() -> None:
    """Read the text of files one after the other, until none waits."""
    while read_waiting(most=1):
        pass


def group_some() -> None:
    """Compare what is new in each call, unless very much of it waits."""
    fresh = Wording.objects.filter(grouped_at__isnull=True)
    for key in list(fresh.values_list("call_id", flat=True).distinct().order_by()):
        waiting = fresh.filter(call_id=key)[: MOST_WAITING + 1].count()
        if waiting <= MOST_WAITING:
            call = Call.objects.get(pk=key)
            while _grouped(call):
                pass
            follow_groups(call=call)


def _grouped(call: Call) -> int:
    """Compare a little, then give way: the store of one writer is left to whoever files for longer than it was held."""
    began = time.monotonic()
    taken = group_waiting(call=call, at=now(), most=AT_ONCE)
    if taken:
        time.sleep(GIVES_WAY * (time.monotonic() - began))
    return taken


_reading, _grouping, _showing = Later(read_some), Later(group_some), Later(bump_revision, SHOWN_WITHIN)


def follow_up() -> None:
    """Ask for all of it, and wait for nothing."""
    if settings.DOCKET_IN_BACKGROUND:
        for each in (_reading, _grouping, _showing):
            each.ask()
