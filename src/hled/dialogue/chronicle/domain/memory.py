"""Views computed from the whole store, kept until the store changes."""

import gc
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Generic, TypeVar
from weakref import WeakSet

Value = TypeVar("Value")

_memories: "WeakSet[Memory[object]]" = WeakSet()


class Memory(Generic[Value]):
    """
    The views asked for last, `most` at a time.

    A key carries the revision of the store, so that nothing stale is ever given; two threads may compute the same
    view at once, and either result serves.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self._kept: OrderedDict[Hashable, Value] = OrderedDict()
        self._lock = Lock()
        _memories.add(self)  # type: ignore[arg-type]

    def recall(self, key: Hashable, make: Callable[[], Value]) -> Value:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        with without_collecting():
            found = make()
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > self.most:
                self._kept.popitem(last=False)
        return found

    def forget(self) -> None:
        with self._lock:
            self._kept.clear()


@contextmanager
def without_collecting() -> Iterator[None]:
    """A view makes very many small objects and no garbage; searching for some would take a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def forget() -> None:
    """Forget every view, as after a change that left no revision."""
    for memory in list(_memories):
        memory.forget()
