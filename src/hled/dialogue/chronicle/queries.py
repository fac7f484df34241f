"""How the record stands in tables, and what it said on a day."""

import json
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Protocol

from django.db.models import DateField, JSONField, Model, Q, QuerySet, TextField
from django.db.models.functions import Cast

from hled.dialogue.chronicle.domain.memory import Memory
from hled.dialogue.chronicle.models import AgreedFact, Entry, FactTable, Revision, Standing
from hled.sources.record.schema import KINDS, Field, Kind, Record, Type

SAID = "said"
RETIRED = "(retired)"
"""Pseudo-field of a revision: until when a fact that came back had been out of the record."""


class Links(Protocol):
    """A field that stands in a table of its own, as a list."""

    @property
    def field(self) -> str: ...

    def read(self, owners: Collection[str] | None = None) -> dict[str, list[Any]]: ...

    def write(self, records: Mapping[str, Record]) -> None: ...


@dataclass(frozen=True)
class ReferenceLinks:
    """A list of references kept in a through table with its order."""

    field: str
    model: type[Model]
    owner: str
    target: str

    def read(self, owners: Collection[str] | None = None) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = {}
        of_owners = {} if owners is None else {f"{self.owner}__in": list(owners)}
        # A list is always written whole and in order: the order of keys is its order, and costs no sorting.
        rows = (
            self.model._default_manager.filter(**of_owners)
            .order_by("pk")
            .values_list(self.owner, self.target)
        )
        for owner, target in rows.iterator(chunk_size=5000):
            found.setdefault(owner, []).append(target)
        return found

    def write(self, records: Mapping[str, Record]) -> None:
        self.model._default_manager.filter(**{f"{self.owner}__in": list(records)}).delete()
        self.model._default_manager.bulk_create(
            (
                self.model(**{self.owner: owner, self.target: target, "position": position})
                for owner, record in records.items()
                for position, target in enumerate(record.get(self.field) or ())
            ),
            batch_size=2000,
        )


@dataclass(frozen=True)
class Shelf:
    """
    How one kind of the record stands in tables.

    Parameters
    ----------
    kind
        Name of the kind in the record's format.
    model
        Table with one row per record.
    columns
        Field of the record -> column, where the names differ.
    derived
        Further columns computed from a record, such as the last day of a partial date.
    links
        Fields that stand in tables of their own.
    """

    kind: str
    model: type[FactTable]
    columns: Mapping[str, str]
    derived: Callable[[Record], dict[str, Any]]
    links: tuple[Links, ...] = ()

    @property
    def format(self) -> Kind:
        return KINDS[self.kind]

    @property
    def row_fields(self) -> list[Field]:
        """Fields kept in the row itself, the identifier apart."""
        linked = {link.field for link in self.links}
        return [field for field in self.format.fields if field.name not in linked]

    def column(self, field: str) -> str:
        return self.columns.get(field, field)


@dataclass(frozen=True)
class WholeShelf:
    """
    A kind kept as whole records in one table beside others of its sort.

    `public_on` gives the last day of the date of a record, None where it has none.
    """

    kind: str
    model: type[FactTable]
    public_on: Callable[[Record], Any]

    @property
    def format(self) -> Kind:
        return KINDS[self.kind]


def store_revision() -> int:
    """A number that grows with every change of the store; 0 for an empty one."""
    return Standing.objects.values_list("revision", flat=True).first() or 0


@dataclass(frozen=True, slots=True)
class Columns:
    """What the store says of one kind, field by field; every list follows the order of `ids`."""

    ids: list[str]
    of: dict[str, list[Any]]

    def __getitem__(self, field: str) -> list[Any]:
        return self.of[field]


def agreed_until(as_of: date, revision: int) -> date | None:
    """
    Until which day the acts of both Parties are read in a view of a day; None where it sees all of them.

    Views of two days between the same two acts see the same, and share what is computed from it.

    Parameters
    ----------
    revision
        That of the store, as `store_revision` gives it.
    """
    days = _effective_days.recall(revision, _read_effective_days)
    if not days or days[-1] <= as_of:
        return None
    return max((day for day in days if day <= as_of), default=date.min)


def _read_effective_days() -> tuple[date, ...]:
    acts = Entry.objects.filter(effective__isnull=False).order_by("effective")
    return tuple(filter(None, acts.values_list("effective", flat=True).distinct()))


_effective_days: Memory[tuple[date, ...]] = Memory(2)


def agreed_facts(kind: str) -> set[str]:
    """Facts of a kind of which both Parties have agreed what they say."""
    return set(AgreedFact.objects.filter(kind=kind).values_list("fact", flat=True))


def acts_on(kind: str, fact: str) -> list[Entry]:
    """The acts of both Parties that made a fact say what it says, oldest first."""
    return list(Entry.objects.filter(agreed__kind=kind, agreed__fact=fact).order_by("id"))


def said(
    shelf: Shelf | WholeShelf,
    *,
    fields: Iterable[str] | None = None,
    ids: Collection[str] | None = None,
    recorded_by: datetime | None = None,
    agreed_by: date | None = None,
) -> dict[str, Record]:
    """
    What the store says of one kind, in the record's form and order.

    Parameters
    ----------
    fields
        Only these fields; all where None.
    ids
        Only these facts, of a kind that stands in rows; all where None.
    recorded_by
        As the store knew it at that moment; now where None.
    agreed_by
        Without the changes of acts that count from a later day; all where None. What such an act added is there, and
        is not public before the date of its paper.

    Returns
    -------
    dict
        Identifier -> record. A field that does not apply is absent; one looked for and not known is None.
    """
    if isinstance(shelf, WholeShelf):
        return _said_whole(shelf, None if fields is None else set(fields), recorded_by)
    columns = said_columns(shelf, fields=fields, ids=ids, recorded_by=recorded_by, agreed_by=agreed_by)
    rows = zip(columns.ids, *columns.of.values(), strict=True)
    found = {id: dict(zip(columns.of, values, strict=True)) for id, *values in rows}
    optional = [each.name for each in shelf.format.fields if each.name in columns.of and not each.required]
    for record in found.values():
        for name in optional:
            if record[name] is None:
                del record[name]
    return found


def said_columns(
    shelf: Shelf,
    *,
    fields: Iterable[str] | None = None,
    ids: Collection[str] | None = None,
    recorded_by: datetime | None = None,
    agreed_by: date | None = None,
) -> Columns:
    """
    The same as `said`, field by field, for whoever reads everything.

    A field that does not apply is None, as is one looked for and not known.
    """
    wanted = {field.name for field in shelf.format.fields} if fields is None else set(fields)
    columns = _read_rows(shelf, wanted, ids, recorded_by)
    for link in shelf.links:
        if link.field in wanted:
            linked = link.read(ids)
            required = shelf.format.field(link.field).required
            columns.of[link.field] = [linked.get(id, [] if required else None) for id in columns.ids]
    if recorded_by is not None:
        columns = _undo_in_columns(columns, _later_changes(shelf.kind, recorded_by))
    if agreed_by is not None:
        columns = _undo_in_columns(columns, _later_acts(shelf.kind, agreed_by, recorded_by))
    for field in shelf.format.fields:
        if field.name in wanted:
            _restore_numbers(field, columns[field.name])
    return columns


def known_rows(recorded_by: datetime | None) -> Q:
    """Rows that the store knew at a moment, and had not retired."""
    if recorded_by is None:
        return Q(retired_at__isnull=True)
    return Q(entered_at__lte=recorded_by) & (Q(retired_at__isnull=True) | Q(retired_at__gt=recorded_by))


def _said_whole(
    shelf: WholeShelf, wanted: set[str] | None, recorded_by: datetime | None
) -> dict[str, Record]:
    of_kind = {"kind": shelf.kind}
    rows = shelf.model._default_manager.filter(known_rows(recorded_by), **of_kind).order_by("position", "id")
    found = {
        id.partition(":")[2]: whole if wanted is None else {k: v for k, v in whole.items() if k in wanted}
        for id, whole in rows.values_list("id", SAID)
    }
    if recorded_by is not None:
        _undo_in_records(shelf, found, wanted, recorded_by)
    return found


def _undo_in_records(
    shelf: WholeShelf, found: dict[str, Record], wanted: set[str] | None, recorded_by: datetime
) -> None:
    for fact, field, former in _later_changes(shelf.kind, recorded_by):
        if field == RETIRED:
            found.pop(fact, None)
        elif fact in found and (wanted is None or field in wanted):
            if former is not None or shelf.format.field(field).required:
                found[fact][field] = former
            else:
                found[fact].pop(field, None)


def _read_rows(
    shelf: Shelf, wanted: Container[str], ids: Collection[str] | None, recorded_by: datetime | None
) -> Columns:
    """The fields that stand in the row itself, each as one column."""
    group = shelf.format.group
    names = [group] * bool(group) + [field.name for field in shelf.row_fields if field.name in wanted]
    stored = [shelf.model._meta.get_field(shelf.column(name)) for name in names]
    asked = [
        Cast(column.name, TextField()) if isinstance(column, JSONField) else shelf.column(name)
        for name, column in zip(names, stored, strict=True)
    ]
    of_ids = {} if ids is None else {"id__in": list(ids)}
    rows = shelf.model._default_manager.filter(known_rows(recorded_by), **of_ids).order_by("position", "id")
    read = list(rows.values_list("id", *asked).iterator(chunk_size=5000))
    found, *values = zip(*read, strict=True) if read else [()] * (1 + len(names))
    return Columns(list(found), {n: _as_said(c, v) for n, c, v in zip(names, stored, values, strict=True)})


def _as_said(column: object, values: Sequence[Any]) -> list[Any]:
    """The values of a column in the form of the record, where a day is text."""
    if isinstance(column, JSONField):
        # Many small texts make one large one, which is read in one go.
        together = ",".join("null" if each is None else each for each in values)
        return list(json.loads(f"[{together}]"))
    if isinstance(column, DateField):
        return [None if each is None else str(each) for each in values]
    return list(values)


def _restore_numbers(field: Field, values: Iterable[list[Record] | None]) -> None:
    """Decimals are kept as text inside JSON; make numbers of them again, in place."""
    numbers = [inner.name for inner in field.fields if inner.type is Type.NUMBER]
    for items in values if numbers else ():
        for item in items or ():
            for name in numbers:
                if isinstance(item[name], str):
                    item[name] = Decimal(item[name])


def _undo_in_columns(columns: Columns, changes: Iterable[tuple[str, str, Any]]) -> Columns:
    place = {id: index for index, id in enumerate(columns.ids)}
    for fact, field, former in changes:
        if field == RETIRED:
            place.pop(fact, None)
        elif fact in place and field in columns.of:
            columns[field][place[fact]] = former
    if len(place) == len(columns.ids):
        return columns
    return Columns(
        list(place),
        {field: [values[index] for index in place.values()] for field, values in columns.of.items()},
    )


def _later_changes(kind: str, recorded_by: datetime) -> QuerySet[Revision, tuple[str, str, Any]]:
    """What fields said at a moment and no longer say, the latest first: the wording of that moment comes last."""
    later = Revision.objects.filter(kind=kind, said_from__lte=recorded_by, said_until__gt=recorded_by)
    return later.order_by("-said_until", "-id").values_list("fact", "field", "said")


def _later_acts(
    kind: str, agreed_by: date, recorded_by: datetime | None
) -> QuerySet[Revision, tuple[str, str, Any]]:
    """
    What fields said before acts that count from a later day, the latest first.

    An act counts no earlier than the one it stands on, so that those undone are the last ones of their fact.
    """
    later = Revision.objects.filter(kind=kind, replaced_by__effective__gt=agreed_by)
    if recorded_by is not None:
        later = later.filter(said_until__lte=recorded_by)
    return later.order_by("-said_until", "-id").values_list("fact", "field", "said")


def history_of(kind: str, fact: str) -> list[dict[str, Any]]:
    """What each field of a fact said before, oldest first."""
    return [
        dict(row)
        for row in Revision.objects.filter(kind=kind, fact=fact)
        .order_by("said_until", "id")
        .values("field", "said", "said_from", "said_until", "replaced_by__source")
    ]
