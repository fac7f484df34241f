"""Take facts into the store, and keep what they said before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import F, Max

from hled.dialogue.chronicle.models import AgreedFact, Entry, FactTable, Revision, Standing
from hled.dialogue.chronicle.queries import RETIRED, Shelf, WholeShelf, said
from hled.sources.record.schema import Record


@dataclass(frozen=True, slots=True)
class Change:
    """How many records of a kind an entry added, changed, retired."""

    kind: str
    added: int
    changed: int
    retired: int

    @property
    def any(self) -> bool:
        return bool(self.added or self.changed or self.retired)


def open_entry(
    *, kind: Entry.Kind, at: datetime, source: str, digest: str, effective: date | None = None
) -> Entry:
    return Entry.objects.create(kind=kind, at=at, source=source[:300], digest=digest, effective=effective)


@transaction.atomic
def bump_revision() -> int:
    """Say that the store has changed, so that nothing computed before is used again."""
    Standing.objects.get_or_create(id=1)
    Standing.objects.filter(id=1).update(revision=F("revision") + 1)
    return Standing.objects.values_list("revision", flat=True).get(id=1)


def put(shelf: Shelf | WholeShelf, records: Mapping[str, Record], *, entry: Entry) -> Change:
    """
    Make the store say `records` of one kind, by identifier and in their order.

    What is new is added, what differs is changed and its former wording kept, what is missing is retired. Call it
    inside the transaction of `entry`.
    """
    before = said(shelf)
    of_kind = {"kind": shelf.kind} if isinstance(shelf, WholeShelf) else {}
    retired = {
        id: at
        for id, at in shelf.model._default_manager.filter(**of_kind).values_list("id", "retired_at")
        if at is not None
    }
    entered = _entered(shelf)
    added = {id: record for id, record in records.items() if id not in before}
    changed = {id: record for id, record in records.items() if id in before and before[id] != record}
    gone = [id for id in before if id not in records]
    revisions = [
        *_returns(shelf, added, retired, entry),
        *_differences(shelf, changed, before, entered, entry),
    ]
    Revision.objects.bulk_create(revisions, batch_size=2000)
    positions = {id: position for position, id in enumerate(records)}
    _write(shelf, {**added, **changed}, positions, entry)
    _retire(shelf, gone, entry)
    _renumber(shelf, positions, before)
    return Change(shelf.kind, len(added), len(changed), len(gone))


def agree(shelf: Shelf, id: str, record: Record, *, entry: Entry) -> Change:
    """
    Make the store say what both Parties agreed of one fact; the rest of its kind stays.

    A fact that differs keeps its former wording as a revision, a new one is added after the last of its kind, and
    either is marked as agreed. Call it inside the transaction of `entry`.

    Raises
    ------
    ValueError
        When the fact has been retired: what both Parties agreed to is never among what a load has dropped.
    """
    before = said(shelf, ids=[id])
    row = shelf.model._default_manager.filter(id=id).values("position", "entered_at", "retired_at").first()
    if row and row["retired_at"]:
        raise ValueError(f"id={id!r}: a retired fact of {shelf.kind} cannot be agreed to")
    changed = {id: record} if row and before[id] != record else {}
    added = {} if row else {id: record}
    entered = {id: row["entered_at"]} if row else {}
    Revision.objects.bulk_create(_differences(shelf, changed, before, entered, entry))
    position = row["position"] if row else _next_position(shelf)
    _write(shelf, {**added, **changed}, {id: position}, entry)
    AgreedFact.objects.get_or_create(kind=shelf.kind, fact=id, entry=entry)
    return Change(shelf.kind, len(added), len(changed), 0)


def _next_position(shelf: Shelf) -> int:
    last = shelf.model._default_manager.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


def _key(shelf: Shelf | WholeShelf, id: str) -> str:
    return f"{shelf.kind}:{id}" if isinstance(shelf, WholeShelf) else id


def _entered(shelf: Shelf | WholeShelf) -> dict[str, datetime]:
    return dict(shelf.model._default_manager.values_list("id", "entered_at"))


def _returns(
    shelf: Shelf | WholeShelf, added: Mapping[str, Record], retired: Mapping[str, datetime], entry: Entry
) -> list[Revision]:
    return [
        Revision(
            kind=shelf.kind,
            fact=id,
            field=RETIRED,
            said=retired[_key(shelf, id)].isoformat(),
            said_from=retired[_key(shelf, id)],
            said_until=entry.at,
            replaced_by=entry,
        )
        for id in added
        if _key(shelf, id) in retired
    ]


def _differences(
    shelf: Shelf | WholeShelf,
    changed: Mapping[str, Record],
    before: Mapping[str, Record],
    entered: Mapping[str, datetime],
    entry: Entry,
) -> list[Revision]:
    if not changed:
        return []
    of_kind = Revision.objects.filter(kind=shelf.kind)
    since = {
        (fact, field): until
        for fact, field, until in (of_kind.filter(fact__in=list(changed)) if len(changed) == 1 else of_kind)
        .order_by("said_until")
        .values_list("fact", "field", "said_until")
    }
    return [
        Revision(
            kind=shelf.kind,
            fact=id,
            field=field,
            said=_jsonable(before[id].get(field)),
            said_from=since.get((id, field), entered[_key(shelf, id)]),
            said_until=entry.at,
            replaced_by=entry,
        )
        for id, record in changed.items()
        for field in sorted(before[id].keys() | record.keys())
        if before[id].get(field) != record.get(field)
    ]


def _write(
    shelf: Shelf | WholeShelf, records: Mapping[str, Record], positions: Mapping[str, int], entry: Entry
) -> None:
    rows = [_row(shelf, id, record, positions[id], entry) for id, record in records.items()]
    kept = {"id", "entered_at"}
    columns = [column.attname for column in shelf.model._meta.concrete_fields if column.attname not in kept]
    names = [column.name for column in shelf.model._meta.concrete_fields if column.attname in columns]
    shelf.model._default_manager.bulk_create(
        rows, batch_size=500, update_conflicts=True, unique_fields=["id"], update_fields=names
    )
    if isinstance(shelf, Shelf):
        for link in shelf.links:
            link.write(records)


def _row(shelf: Shelf | WholeShelf, id: str, record: Record, position: int, entry: Entry) -> FactTable:
    common = {"id": _key(shelf, id), "position": position, "entered_at": entry.at, "retired_at": None}
    if isinstance(shelf, WholeShelf):
        whole = {"kind": shelf.kind, "said": _jsonable(record), "public_on": shelf.public_on(record)}
        return shelf.model(**common, **whole)
    values = {
        shelf.column(field.name): _jsonable(record.get(field.name))
        for field in shelf.row_fields
        if shelf.column(field.name) != "id"
    }
    return shelf.model(**common, **values, **shelf.derived(record))


def _jsonable(value: Any) -> Any:
    """Decimals inside lists and records become text, which keeps every digit."""
    match value:
        case list():
            return [_jsonable(inner) for inner in value]
        case dict():
            return {key: _jsonable(inner) for key, inner in value.items()}
        case None | bool() | int() | str():
            return value
        case _:
            return DjangoJSONEncoder().default(value)


def _retire(shelf: Shelf | WholeShelf, gone: list[str], entry: Entry) -> None:
    shelf.model._default_manager.filter(id__in=[_key(shelf, id) for id in gone]).update(retired_at=entry.at)


def _renumber(shelf: Shelf | WholeShelf, positions: Mapping[str, int], before: Mapping[str, Record]) -> None:
    """Follow a changed order; the order is not a fact, and leaves no revision."""
    if [id for id in before if id in positions] == [id for id in positions if id in before] and not (
        positions.keys() - before.keys()
    ):
        return
    rows = shelf.model._default_manager.filter(id__in=[_key(shelf, id) for id in positions]).only(
        "id", "position"
    )
    moved = []
    for row in rows:
        place = positions[row.id.partition(":")[2] if isinstance(shelf, WholeShelf) else row.id]
        if row.position != place:
            row.position = place
            moved.append(row)
    shelf.model._default_manager.bulk_update(moved, ["position"], batch_size=500)
