"""The whole record as the store says it."""

from collections.abc import Callable
from datetime import datetime

from hled.dialogue.chronicle.models import Entry
from hled.dialogue.chronicle.queries import Shelf, WholeShelf, said
from hled.dialogue.delegations.queries.shelves import AGENCIES
from hled.dialogue.meetings.queries.shelves import MEETINGS
from hled.dialogue.results.queries.shelves import REPORTS
from hled.dialogue.workplan.queries import shelves as workplan
from hled.sources.record.schema import KINDS, Record

_ALL: tuple[Shelf | WholeShelf, ...] = (
    workplan.LEGENDS,
    AGENCIES,
    workplan.PILLARS,
    workplan.DOCUMENTS,
    workplan.OBJECTIVES,
    workplan.INITIATIVES,
    MEETINGS,
    workplan.COMMITMENTS,
    workplan.PASSAGES,
    workplan.MILESTONES,
    REPORTS,
    workplan.DISCREPANCIES,
    *workplan.CONTEXT.values(),
)
SHELVES = {shelf.kind: shelf for shelf in _ALL}
"""Every kind of the record, each after the kinds it refers to."""


def said_record(
    recorded_by: datetime | None = None, told: Callable[[str], None] = lambda kind: None
) -> dict[str, list[Record]]:
    """The record in its own form, every kind in the order of the format; `told` hears each kind as it is read."""
    found = {}
    for kind in KINDS:
        told(kind)
        found[kind] = list(said(SHELVES[kind], recorded_by=recorded_by).values())
    return found


def last_load() -> Entry | None:
    """The latest load of a record; its findings are the warnings still in force."""
    return Entry.objects.filter(kind=Entry.Kind.RECORD_LOAD).order_by("-id").first()


def record_is_loaded() -> bool:
    return Entry.objects.filter(kind=Entry.Kind.RECORD_LOAD).exists()
