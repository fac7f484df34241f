"""What a load, a check or an export of a record did, as answers of commands."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from hled.interfaces.answers import COUNT, FLAG, TEXT, Answer, Published, maybe, shape
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding
from hled.sources.record import RecordReading

LOAD_SCHEMA = Published(
    "record.load",
    Bilingual("What a load changed, by kind", "Lo que cambió una carga, por tipo"),
    shape(kind=TEXT, added=COUNT, changed=COUNT, retired=COUNT),
    {"changed": FLAG, "entry": maybe(COUNT)},
)
CHECK_SCHEMA = Published(
    "record.check",
    Bilingual(
        "What a folder holds and which rules it breaks", "Lo que contiene una carpeta y qué reglas incumple"
    ),
    shape(kind=TEXT, count=COUNT),
    {"sound": FLAG, "record_digest": maybe(TEXT)},
)
EXPORT_SCHEMA = Published(
    "record.export",
    Bilingual("Where a record was written", "Dónde se escribió un registro"),
    shape(path=TEXT, records=COUNT),
)


class Changed(Protocol):
    """Counts of one kind in a load."""

    @property
    def kind(self) -> str: ...
    @property
    def added(self) -> int: ...
    @property
    def changed(self) -> int: ...
    @property
    def retired(self) -> int: ...


def load_answer(
    path: Path, changes: Iterable[Changed], warnings: Iterable[Finding], entry: int | None
) -> Answer:
    items = [
        {"kind": each.kind, "added": each.added, "changed": each.changed, "retired": each.retired}
        for each in changes
    ]
    anything = any(each["added"] or each["changed"] or each["retired"] for each in items)
    return Answer(
        "record.load",
        {"path": str(path)},
        items,
        tuple(warnings),
        extras={"changed": anything, "entry": entry},
    )


def reading_answer(path: Path, reading: RecordReading) -> Answer:
    return Answer(
        "record.check",
        {"path": str(path)},
        [{"kind": kind, "count": len(records)} for kind, records in reading.records.items()],
        reading.findings,
        extras={"sound": reading.is_sound, "record_digest": reading.digest if reading.is_sound else None},
    )


def export_answer(path: Path, count: int) -> Answer:
    return Answer("record.export", {"path": str(path)}, [{"path": str(path), "records": count}])


PUBLISHED = (LOAD_SCHEMA, CHECK_SCHEMA, EXPORT_SCHEMA)
