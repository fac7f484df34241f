"""Requests at a fixed rate to a server on this machine, whatever its answers take: an open loop."""

import http.client
import statistics
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle


@dataclass(frozen=True, slots=True)
class Answers:
    """Seconds of each answer from the moment it was due, and how many were not 200."""

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
    dues = [
        (number / rate, path) for number, path in zip(range(int(rate * duration)), cycle(paths), strict=False)
    ]
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
                due, path = dues[position[0]]
                position[0] += 1
            wait = start + due - time.perf_counter()
            if wait > 0:
                time.sleep(wait)
            failed = False
            try:
                connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
                answer = connection.getresponse()
                answer.read()
                failed = answer.status != 200
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
