"""What this machine can do at most, measured in the same run: arithmetic and traffic to memory."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Machine:
    """
    Best of several measurements.

    `double` and `single` are operations a second of a matrix product; `bytes` is traffic a second of a sum of two
    vectors that do not fit the cache, by all cores together.
    """

    double: float
    single: float
    bytes: float


def measured_machine(n: int = 3000) -> Machine:
    return Machine(_product(n, np.float64), _product(n, np.float32), _traffic())


_TIMES = 9


def _product(n: int, precision: type[np.floating]) -> float:
    a = np.ones((n, n), dtype=precision)
    best = min(_timed(lambda: a @ a) for _ in range(_TIMES))
    return 2 * n**3 / best


def _traffic(n: int = 40_000_000) -> float:
    a, b, c = np.ones(n), np.ones(n), np.empty(n)
    cores = os.cpu_count() or 1
    parts = [slice(at * n // cores, (at + 1) * n // cores) for at in range(cores)]
    with ThreadPoolExecutor(cores) as pool:
        best = min(
            _timed(lambda: list(pool.map(lambda part: np.add(a[part], b[part], out=c[part]), parts)))
            for _ in range(_TIMES)
        )
    return 4 * 8 * n / best  # two reads, one write, and the read that a write costs


def _timed(run) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began
