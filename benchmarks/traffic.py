"""Requests at a fixed rate to a server on this machine, whatever its answers take: an open loop."""

import http.client
import statistics
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of the server, and the status that it should answer with."""

    path: str
    method: str = "GET"
    body: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    expected: int = 200


@dataclass(frozen=True, slots=True)
class Answers:
    """Seconds of each answer from the moment it was due, and how many were not as expected."""

    seconds: tuple[float, ...]
    failures: int

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.seconds, n=100)[94]

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)


def send(port: int, paths: Sequence[str], *, rate: float, duration: float, threads: int = 16) -> Answers:
    """
    Ask for the paths in turn, `rate` times a second for `duration` seconds, on 127.0.0.1 only.

    Waiting counts: an answer's time begins when it was due, not when a thread was free.
    """
    requests = (Request(path) for path in islice(cycle(paths), int(rate * duration)))
    return send_each(port, requests, rate=rate, threads=threads)


def send_each(port: int, requests: Iterable[Request], *, rate: float, threads: int = 16) -> Answers:
    """As `send`, each request once and in its order."""
    dues = [(number / rate, request) for number, request in enumerate(requests)]
    took: list[float] = []
    failures = [0]
    lock = threading.Lock()
    position = [0]
    start = time.perf_counter() + 0.5

    def work() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        while True:
            with lock:
                if position[0] >= len(dues):
                    break
                due, asked = dues[position[0]]
                position[0] += 1
            wait = start + due - time.perf_counter()
            if wait > 0:
                time.sleep(wait)
            failed = False
            try:
                headers = {"Accept-Encoding": "gzip", **asked.headers}
                connection.request(asked.method, asked.path, asked.body, headers)
                answer = connection.getresponse()
                answer.read()
                failed = answer.status != asked.expected
            except (OSError, http.client.HTTPException):
                connection.close()
                failed = True
            with lock:
                took.append(time.perf_counter() - start - due)
                failures[0] += failed
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return Answers(tuple(took), failures[0])
