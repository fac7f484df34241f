"""Exact counts of very many, made at most once a minute."""

from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache
from django.db.models import QuerySet

from hled.dialogue.docket.models import Submission

LARGE = 10_000
SECONDS = 60

Value = TypeVar("Value")


def counted_once(name: str, rows: QuerySet[Submission], make: Callable[[], Value]) -> Value:
    """
    What `make` counts, exactly; of more than `LARGE` submissions as it was at most a minute ago.

    Parameters
    ----------
    name
        What is counted; the same name, the same count.
    rows
        The submissions that are counted over.
    """
    key = ":".join(["docket", *name.split()])
    if len(rows.order_by().values_list("pk", flat=True)[: LARGE + 1]) <= LARGE:
        return make()
    found: Value | None = cache.get(key)
    if found is None:
        found = make()
        cache.set(key, found, SECONDS)
    return found
