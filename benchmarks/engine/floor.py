"""What this machine can do at most, measured in the same run: arithmetic and traffic to memory."""

import time
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Machine:
    """
    Best of several measurements.

    `double` and `single` are operations a second of a matrix product; `bytes` is traffic a second of a sum of two
    vectors that do not fit the cache.
    """

    double: float
    single: float
    bytes: float


def measured_machine(n: int = 3000) -> Machine:
    return Machine(_product(n, np.float64), _product(n, np.float32), _traffic())


def _product(n: int, precision: type[np.floating]) -> float:
    a = np.ones((n, n), dtype=precision)
    best = min(_timed(lambda: a @ a) for _ in range(5))
    return 2 * n**3 / best


def _traffic(n: int = 20_000_000) -> float:
    a, b, c = np.ones(n), np.ones(n), np.empty(n)
    best = min(_timed(lambda: np.add(a, b, out=c)) for _ in range(5))
    return 4 * 8 * n / best  # two reads, one write, and the read that a write costs


def _timed(run) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began
