"""Verify many signatures, on several cores where there are enough of them."""

import multiprocessing
from collections import deque
from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from types import TracebackType
from typing import Self

from hled.dialogue.accord.domain.consent import verify_signature
from hled.dialogue.accord.domain.credentials import Credential
from hled.dialogue.accord.domain.entries import Signature
from hled.kernel.rule import BrokenRuleError, Finding

BATCH = 2000
AHEAD = 4
"""Batches under way for each process; more would only fill the memory."""

Task = tuple[int, Credential, Signature, str]


def verify_batch(tasks: Iterable[Task]) -> tuple[int, tuple[Finding, ...]] | None:
    """The first entry whose signature is not valid, with what is wrong; None where all are."""
    for sequence, credential, signature, digest in tasks:
        try:
            verify_signature(credential, signature, digest)
        except BrokenRuleError as error:
            return sequence, error.findings
    return None


class Verifier:
    """
    Takes signatures in the order of the entries and verifies them meanwhile.

    Parameters
    ----------
    processes
        1 verifies in this process.
    """

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._pool: ProcessPoolExecutor | None = None
        self._tasks: list[Task] = []
        self._running: deque[Future[tuple[int, tuple[Finding, ...]] | None]] = deque()
        self.sequence = 0
        self.count = 0
        self.bad: tuple[int, tuple[Finding, ...]] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def __call__(self, credential: Credential, signature: Signature, digest: str) -> None:
        """Take one signature of the entry `sequence`."""
        self._tasks.append((self.sequence, credential, signature, digest))
        self.count += 1
        if len(self._tasks) >= BATCH:
            self._send()

    def finish(self) -> None:
        """Wait until all that was taken is verified."""
        if self._running:
            self._send()
        elif self._tasks:
            self._take(verify_batch(self._tasks))
            self._tasks = []
        while self._running:
            self._take(self._running.popleft().result())

    def _send(self) -> None:
        tasks, self._tasks = self._tasks, []
        if self._processes < 2:
            self._take(verify_batch(tasks))
            return
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._processes, mp_context=context)
        while len(self._running) >= AHEAD * self._processes:
            self._take(self._running.popleft().result())
        self._running.append(self._pool.submit(verify_batch, tasks))

    def _take(self, found: tuple[int, tuple[Finding, ...]] | None) -> None:
        if found and (self.bad is None or found[0] < self.bad[0]):
            self.bad = found
